/* The red-flag sheet and what stands at the foot of every page.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "doc/builder_priv.h"

/* A link that dials, for a sheet read on a phone (RFC 3966: no spaces). */
static void link_number(struct builder *b, struct ho_inlines *inlines,
                        const char *number, const char *description)
{
    struct ho_text uri = {.arena = b->ctx->arena};
    ho_text_add(&uri, "tel:");
    for (const char *s = number; *s; s++) {
        /* "+44 (0)20 …": the nought in brackets is for callers inside the country only. */
        if (number[0] == '+' && strncmp(s, "(0)", 3) == 0)
            s += 2;
        else if ((*s >= '0' && *s <= '9') || *s == '+')
            ho_text_add_bytes(&uri, s, 1);
    }
    for (size_t i = 0; i < inlines->count; i++) {
        inlines->items[i].uri = ho_text_end(&uri);
        inlines->items[i].uri_description = description;
    }
}

/* The one sign that a clinic may leave out (product.md, promise 2). */
static bool is_left_out(const struct builder *b, const struct ho_sign *sign)
{
    return sign->is_switchable && !b->order->clinic->leg_pain_alone;
}

static void add_full(struct builder *b, const struct ho_sign *sign,
                     struct ho_lines_of_signs *out)
{
    for (size_t i = 0; i < sign->full.count; i++) {
        struct ho_inlines line = {0};
        add_phrase(b, &line, &sign->full.items[i], NULL);
        ho_push(b->ctx->arena, out, line);
    }
}

static void add_brief(struct builder *b, const struct ho_sign *sign,
                      struct ho_lines_of_signs *out)
{
    struct ho_inlines line = {0};
    add_phrase(b, &line, &sign->brief, NULL);
    ho_push(b->ctx->arena, out, line);
}

/* In large type and on a wallet card there is room for the short forms only. */
static bool is_brief(const struct builder *b)
{
    return b->order->is_card || b->order->edition != HO_EDITION_STANDARD;
}

static void build_card(struct builder *b, struct ho_sheet *sheet,
                       const struct ho_sign_group *group)
{
    struct ho_sheet_card card = {.id = group->id};
    card.figure = ho_figure_find(b->order->figures, group->figure, HO_FIGURE_RIGHT,
                                 HO_FIGURE_PICTOGRAM);
    add_phrase(b, &card.title, &group->title, NULL);
    add_phrase(b, &card.tick, &group->tick, NULL);
    for (size_t i = 0; i < group->signs.count; i++) {
        const struct ho_sign *sign = &group->signs.items[i];
        if (is_left_out(b, sign))
            continue;
        if (is_brief(b))
            add_brief(b, sign, &card.signs);
        else
            add_full(b, sign, &card.signs);
    }
    ho_push(b->ctx->arena, &sheet->cards, card);
}

static const char *list_signs(const struct builder *b)
{
    const struct ho_red_flags *flags = &b->order->library->red_flags;
    struct ho_text out = {.arena = b->ctx->arena};
    for (size_t i = 0; i < flags->groups.count; i++)
        for (size_t j = 0; j < flags->groups.items[i].signs.count; j++) {
            const struct ho_sign *sign = &flags->groups.items[i].signs.items[j];
            if (!is_left_out(b, sign)) {
                ho_text_add(&out, out.count ? " " : "");
                ho_text_add(&out, sign->id);
            }
        }
    return ho_text_end(&out);
}

static void build_patient(struct builder *b, struct ho_inlines *out)
{
    const struct ho_record *record = b->order->record;
    if (has_blanks(b))
        return; /* a line to write the name on stands there instead */
    add_own_text(b, out, ho_record_name(record), true, record->name_at);
    if (record->born) {
        struct value date = {"date", date_text(b, record->born, DATE_FULL),
                             record->name_at, true};
        struct filling filling = {.values = &date, .value_count = 1};
        add_text(b, out, ", ", false, record->name_at);
        add_string(b, out, "sheet.born", &filling);
    }
}

static struct ho_inlines staff_words(struct builder *b, const struct ho_staff *staff,
                                     const struct ho_phrase *phrase)
{
    struct ho_inlines words = {0};
    add_phrase(b, &words, phrase, NULL);
    for (size_t i = 0; i < words.count; i++) {
        words.items[i].language = staff->language;
        words.items[i].is_rtl = staff->is_rtl;
    }
    return words;
}

/* Who stands at the desk must be able to read what the patient shows. */
static const struct ho_staff_strip *build_staff_strip(struct builder *b)
{
    const struct ho_staff *staff = b->order->staff;
    if (!staff)
        return NULL;
    struct ho_staff_strip *strip = ho_new(b->ctx->arena, struct ho_staff_strip);
    strip->show = staff_words(b, staff, &staff->show);
    strip->staff = staff_words(b, staff, &staff->check);
    strip->started = staff_words(b, staff, &staff->started);
    strip->started_at = staff_words(b, staff, &staff->at);
    strip->name_label = staff_words(b, staff, &staff->name);
    for (size_t i = 0; i < staff->ticks.count; i++)
        ho_push(b->ctx->arena, &strip->ticks,
                staff_words(b, staff, &staff->ticks.items[i]));
    return strip;
}

void build_sheet(struct builder *b, struct ho_sheet *sheet)
{
    const struct ho_country *country = b->order->country;
    const struct ho_red_flags *flags = &b->order->library->red_flags;
    struct value number = {.name = "number", .text = country->number};
    struct filling filling = {.values = &number, .value_count = 1};

    sheet->signs = list_signs(b);
    add_string(b, &sheet->stop, "sheet.stop", NULL);
    add_string(b, &sheet->headline, "sheet.headline", NULL);
    add_string(b, &sheet->lead, b->order->is_card ? "sheet.lead-card" : "sheet.lead",
               NULL);
    add_string(b, &sheet->calm, "sheet.calm", NULL);
    for (size_t i = 0; i < flags->groups.count; i++)
        build_card(b, sheet, &flags->groups.items[i]);
    add_text(b, &sheet->number, country->number, true, (struct ho_span){0});
    link_number(b, &sheet->number, country->number,
                string_text(b, "sheet.call", &filling));
    add_phrase(b, &sheet->action, &country->action, NULL);
    add_phrase(b, &sheet->wait, &country->wait, NULL);
    add_phrase(b, &sheet->avoid, &country->avoid, NULL);
    if (b->order->is_card)
        add_string(b, &sheet->show, "sheet.show-card", NULL);
    else
        add_phrase(b, &sheet->show, &country->show, NULL);
    add_string(b, &sheet->staff, "sheet.staff", NULL);
    add_string(b, &sheet->started, "sheet.started", NULL);
    add_string(b, &sheet->started_at, "sheet.at", NULL);
    add_string(b, &sheet->name_label, "sheet.name", NULL);
    build_patient(b, &sheet->patient);
    sheet->for_staff = build_staff_strip(b);
    add_phrase(b, &sheet->urgent_title, &country->urgent, NULL);
    add_string(b, &sheet->urgent_lead, "sheet.urgent-lead", NULL);
    sheet->urgent_first =
        b->order->record &&
        ho_record_urgency(b->order->library, b->order->record) == HO_URGENT;
    for (size_t i = 0; i < flags->urgent.signs.count; i++)
        if (is_brief(b))
            add_brief(b, &flags->urgent.signs.items[i], &sheet->urgent);
        else
            add_full(b, &flags->urgent.signs.items[i], &sheet->urgent);
}

/* A group of signs in the type of the edition, under its heading. */
static void build_group(struct builder *b, struct ho_blocks_list *out,
                        const struct ho_inlines *title, enum ho_role paint,
                        const struct ho_sign_group *group)
{
    struct ho_block *heading = add_heading(b, out, 2, NULL);
    heading->text = *title;
    heading->paint = paint;
    struct ho_block *list = add_block(b, out, HO_BLOCK_BULLETS, title->items[0].at);
    for (size_t i = 0; i < group->signs.count; i++) {
        struct ho_lines_of_signs lines = {0};
        if (is_left_out(b, &group->signs.items[i]))
            continue;
        add_full(b, &group->signs.items[i], &lines);
        for (size_t j = 0; j < lines.count; j++)
            ho_push(b->ctx->arena, &list->items, lines.items[j]);
    }
}

void build_signs_in_full(struct builder *b, const struct ho_sheet *sheet,
                         struct ho_blocks_list *out)
{
    const struct ho_red_flags *flags = &b->order->library->red_flags;
    if (b->order->edition == HO_EDITION_STANDARD)
        return;
    struct ho_block *heading = add_heading(b, out, 1, "sheet.in-full");
    heading->starts_page = true;
    heading->paint = HO_PAINT_DANGER;
    for (size_t i = 0; i < flags->groups.count; i++)
        build_group(b, out, &sheet->cards.items[i].title, HO_PAINT_DANGER,
                    &flags->groups.items[i]);
    build_group(b, out, &sheet->urgent_title, HO_PAINT_INK, &flags->urgent);
}

/* Who signed the texts, or that nobody did; and whether they should have been looked at again. */
static void build_state(struct builder *b, struct ho_inlines *out)
{
    const struct ho_approval *approval = b->order->standing.approval;
    struct ho_span at = b->order->clinic->at;
    bool is_past = b->order->standing.is_past_review;
    struct value review = {
        .name = "date", .text = date_text(b, b->order->library->review_by, DATE_MONTH)};
    add_string(b, out, is_past ? "footer.review-passed" : "footer.review",
               &(struct filling){.values = &review, .value_count = 1});
    add_text(b, out, " · ", false, at);
    if (!approval) {
        add_string(b, out, "footer.draft", NULL);
        return;
    }
    struct value signature[] = {
        {.name = "name", .text = approval->by, .at = approval->at},
        {.name = "date", .text = date_text(b, approval->on, DATE_FULL)}};
    add_string(b, out, "footer.approved",
               &(struct filling){.values = signature, .value_count = 2});
}

/* The patient's name, the clinic and its telephone, as far as the product has them. */
static void build_foot(struct builder *b, struct ho_inlines *foot)
{
    const struct ho_clinic *clinic = b->order->clinic;
    const struct ho_record *record = b->order->record;

    if (!has_blanks(b))
        add_own_text(b, foot, ho_record_name(record), true, record->name_at);
    if (!clinic->name)
        return;
    add_text(b, foot,
             ho_join(b->ctx->arena, has_blanks(b) ? "" : " · ",
                     ho_join(b->ctx->arena, clinic->name, " · ")),
             false, clinic->at);
    struct ho_inlines phone = {0};
    /* Bold: of small print, only that comes through a bad copy. */
    add_text(b, &phone, phone_text(b, clinic->phone), true, clinic->at);
    struct value number = {.name = "number", .text = clinic->phone};
    link_number(b, &phone, clinic->phone,
                string_text(b, "sheet.call",
                            &(struct filling){.values = &number, .value_count = 1}));
    ho_push(b->ctx->arena, foot, phone.items[0]);
}

void build_furniture(struct builder *b, struct ho_furniture *furniture)
{
    const struct ho_library *library = b->order->library;
    struct value version = {.name = "version", .text = library->version};
    struct value numbers[] = {{.name = "page", .text = "\1"},
                              {.name = "pages", .text = "\2"}};

    build_foot(b, &furniture->foot);
    add_string(b, &furniture->version, "footer.version",
               &(struct filling){.values = &version, .value_count = 1});
    build_state(b, &furniture->state);
    if (!b->order->record)
        return;
    add_string(b, &furniture->reminder, "footer.reminder", NULL);
    furniture->page_number = string_text(
        b, "page.number", &(struct filling){.values = numbers, .value_count = 2});
}
