/* The body of a handout: the template's parts, with their conditions and loops, become blocks.
 * SPDX-License-Identifier: MIT */
#include <assert.h>

#include "doc/body_priv.h"

/* Far beyond what a patient can read; a loop over a strange record ends here. */
enum { BLOCK_LIMIT = 2000 };

static bool is_full(struct builder *b, const struct ho_part *part)
{
    if (b->block_count < BLOCK_LIMIT)
        return false;
    if (b->is_full)
        return true; /* has been said */
    ho_report(b->ctx, HO_MSG_TOO_MANY_BLOCKS, part->at, NULL,
              ho_format(b->ctx->arena, "%d", BLOCK_LIMIT));
    b->is_full = true;
    b->ok = false;
    return true;
}

static void build_part(struct builder *b, const struct ho_part *part,
                       struct ho_blocks_list *out, struct ho_block *list);

static void build_parts(struct builder *b, const struct ho_part *part,
                        struct ho_blocks_list *out, struct ho_block *list)
{
    for (size_t i = 0; i < part->parts.count; i++)
        build_part(b, part->parts.items[i], out, list);
}

/* Once for each node, which the expressions inside are relative to. */
static void build_each(struct builder *b, const struct ho_part *part,
                       struct ho_blocks_list *out, struct ho_block *list)
{
    struct ho_xpath_nodes nodes = {0};
    if (!ho_xpath_nodes(b->xpath, &part->select, &nodes)) {
        b->ok = false;
        return;
    }
    for (size_t i = 0; i < nodes.count && !is_full(b, part); i++) {
        struct ho_xpath_focus old =
            ho_xpath_focus(b->xpath, (struct ho_xpath_focus){nodes.items[i], (int)i + 1,
                                                             (int)nodes.count});
        build_parts(b, part, out, list);
        ho_xpath_focus(b->xpath, old);
    }
}

static void build_text(struct builder *b, const struct ho_part *part,
                       struct ho_blocks_list *out)
{
    bool is_heading = part->kind == HO_PART_HEADING;
    struct ho_inlines text = {0};
    add_pieces(b, &text, &part->pieces);
    if (!text.count)
        return; /* fields that the record does not have: no empty line for them */
    struct ho_block *block =
        add_block(b, out, is_heading ? HO_BLOCK_HEADING : HO_BLOCK_PARAGRAPH, part->at);
    block->text = text;
    block->type = part->type;
    block->level = part->level;
    block->starts_page = part->starts_page;
    block->paint = part->is_soft ? HO_PAINT_SOFT : HO_PAINT_NONE;
}

static void build_write_in(struct builder *b, const struct ho_part *part,
                           struct ho_blocks_list *out)
{
    struct ho_block *block = add_block(b, out, HO_BLOCK_WRITE_IN, part->at);
    add_pieces(b, &block->text, &part->pieces);
    block->lines = part->lines;
}

static void build_item(struct builder *b, const struct ho_part *part,
                       struct ho_block *list)
{
    struct ho_inlines text = {0};
    assert(list); /* the loader takes items in lists only */
    add_pieces(b, &text, &part->pieces);
    if (text.count)
        ho_push(b->ctx->arena, &list->items, text);
}

/* Boxes, columns and lists in which nothing is left are left out, too. */
static void build_box(struct builder *b, const struct ho_part *part,
                      struct ho_blocks_list *out)
{
    static const enum ho_panel panels[] = {[HO_BOX_FILLED] = HO_PANEL_FILLED,
                                           [HO_BOX_TINT] = HO_PANEL_TINT,
                                           [HO_BOX_CARD] = HO_PANEL_CARD,
                                           [HO_BOX_STOP] = HO_PANEL_STOP,
                                           [HO_BOX_CALL] = HO_PANEL_CARD};
    static const enum ho_icon icons[] = {
        [HO_BOX_STOP] = HO_ICON_STOP, [HO_BOX_CALL] = HO_ICON_CALL};
    struct ho_blocks_list children = {0};
    build_parts(b, part, &children, NULL);
    if (!children.count)
        return;
    struct ho_block *box =
        add_block(b, out, part->kind == HO_PART_PANEL ? HO_BLOCK_PANEL : HO_BLOCK_GROUP,
                  part->at);
    box->panel = panels[part->box];
    box->icon = icons[part->box];
    box->keeps_next = part->keeps_next;
    box->children = children;
}

/* A column is one block: a part that makes several is grouped, and one that makes none gives its room to the others. */
static void build_columns(struct builder *b, const struct ho_part *part,
                          struct ho_blocks_list *out)
{
    struct ho_block *columns = ho_new(b->ctx->arena, struct ho_block);
    *columns = (struct ho_block){.kind = HO_BLOCK_COLUMNS, .at = part->at};
    columns->type = HO_TYPE_BODY;
    columns->starts_page = part->starts_page;
    for (size_t i = 0; i < part->parts.count; i++) {
        struct ho_blocks_list column = {0};
        build_part(b, part->parts.items[i], &column, NULL);
        if (!column.count)
            continue;
        ho_push(b->ctx->arena, &columns->shares, part->shares.items[i]);
        if (column.count == 1)
            ho_push(b->ctx->arena, &columns->children, column.items[0]);
        else
            add_block(b, &columns->children, HO_BLOCK_GROUP, part->parts.items[i]->at)
                ->children = column;
    }
    if (columns->children.count)
        ho_push(b->ctx->arena, out, columns);
}

static void build_bullets(struct builder *b, const struct ho_part *part,
                          struct ho_blocks_list *out)
{
    struct ho_blocks_list nowhere = {0};
    struct ho_block *list = add_block(b, &nowhere, HO_BLOCK_BULLETS, part->at);
    list->type = part->type;
    build_parts(b, part, &nowhere, list);
    if (list->items.count)
        ho_push(b->ctx->arena, out, list);
}

/* A section of which nothing is left but its headings is left out, too: no advice of that kind was chosen. */
static void build_section(struct builder *b, const struct ho_part *part,
                          struct ho_blocks_list *out)
{
    struct ho_blocks_list blocks = {0};
    bool says_something = false;
    build_parts(b, part, &blocks, NULL);
    for (size_t i = 0; i < blocks.count; i++)
        says_something |= blocks.items[i]->kind != HO_BLOCK_HEADING;
    for (size_t i = 0; says_something && i < blocks.count; i++)
        ho_push(b->ctx->arena, out, blocks.items[i]);
}

static bool holds(struct builder *b, const struct ho_expression *condition)
{
    bool is_true = true;
    if (condition->text && !ho_xpath_test(b->xpath, condition, &is_true))
        return b->ok = false;
    return is_true;
}

static void build_part(struct builder *b, const struct ho_part *part,
                       struct ho_blocks_list *out, struct ho_block *list)
{
    if (is_full(b, part) || !holds(b, &part->condition))
        return;
    b->asked = part->at; /* for phrases that the program names */
    switch (part->kind) {
    case HO_PART_SECTION: build_section(b, part, out); break;
    case HO_PART_HEADING:
    case HO_PART_PARAGRAPH: build_text(b, part, out); break;
    case HO_PART_WRITE_IN: build_write_in(b, part, out); break;
    case HO_PART_BULLETS: build_bullets(b, part, out); break;
    case HO_PART_ITEM: build_item(b, part, list); break;
    case HO_PART_PANEL:
    case HO_PART_GROUP: build_box(b, part, out); break;
    case HO_PART_COLUMNS: build_columns(b, part, out); break;
    case HO_PART_FOR_EACH: build_each(b, part, out, list); break;
    case HO_PART_PLAN_TABLE: build_plan_table(b, out); break;
    case HO_PART_EXERCISE_CARDS: build_exercise_cards(b, out); break;
    case HO_PART_DAILY: build_daily(b, out); break;
    case HO_PART_GOALS: build_goals(b, out); break;
    case HO_PART_CONTACT: build_contact(b, out); break;
    case HO_PART_LEFT_OUT: build_left_out(b, out); break;
    case HO_PART_VISIT: build_visit(b, out); break;
    case HO_PART_NOTE: build_note(b, out); break;
    case HO_PART_LOGO: build_logo(b, out, part->is_at_end); break;
    case HO_PART_LEG_CHECK: build_leg_check(b, out); break;
    case HO_PART_ADVICE:
        build_advice(b, out, (enum ho_advice_kind)part->advice, part->is_plain);
        break;
    case HO_PART_DIARY: build_diary(b, out, part->weeks); break;
    case HO_PART_SOURCES: build_sources(b, out); break;
    case HO_PART_COUNT: assert(false); break;
    }
}

/* A heading that skips a level leaves a hole in the outline that a screen reader walks (PDF/UA-1, 7.4.2). `level` is
 * that of the heading before. */
static int check_headings(struct builder *b, const struct ho_blocks_list *list,
                          int level)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct ho_block *block = list->items[i];
        if (block->kind == HO_BLOCK_HEADING) {
            if (block->level > level + 1) {
                ho_report(b->ctx, HO_MSG_HEADING_GAP, block->at,
                          "levels go down one by one",
                          ho_format(b->ctx->arena, "%d", block->level),
                          ho_format(b->ctx->arena, "%d", level));
                b->ok = false;
            }
            level = block->level;
        }
        level = check_headings(b, &block->children, level);
    }
    return level;
}

static void check_words(struct builder *b)
{
    const struct ho_template *template = b->order->template;
    const char *language = b->order->library->language;
    if (!template->language || ho_equal(template->language, language))
        return;
    ho_report(b->ctx, HO_MSG_WORDS_LANGUAGE, template->language_at,
              "choose another template, or put its words into strings.xml",
              template->language, language);
    b->ok = false;
}

static void close_xpath(struct ho_xpath **xpath)
{
    ho_xpath_close(*xpath);
}

void build_body(struct builder *b, struct ho_blocks_list *out)
{
    const struct ho_order *order = b->order;
    const char *count = ho_digits(b->ctx->arena, (long)exercise_count(b));
    const char *on_floor = ho_digits(
        b->ctx->arena, (long)ho_plan_floor_count(order->library, order->plan));
    const char *const *names = ho_template_variables;
    const struct ho_xpath_variable variables[] = {
        {names[HO_VARIABLE_COUNTRY], order->country->code, false, order->record->at},
        {names[HO_VARIABLE_LANGUAGE], order->library->language, false,
         order->record->at},
        {names[HO_VARIABLE_NAME], has_blanks(b) ? "" : ho_record_name(order->record),
         false, order->record->name_at},
        {names[HO_VARIABLE_EXERCISES], count, true, order->record->at},
        {names[HO_VARIABLE_FLOOR_EXERCISES], on_floor, true, order->record->at},
    };
    HO_AUTO(struct ho_xpath *, close_xpath)
    xpath = ho_xpath_open(b->ctx, order->kept, order->plan->xml, variables,
                          sizeof variables / sizeof *variables);
    b->xpath = xpath;
    b->block_count = 0;
    check_words(b);
    for (size_t i = 0; i < order->template->sections.count; i++)
        build_part(b, order->template->sections.items[i], out, NULL);
    fill_sources(b);
    b->xpath = NULL;
    b->asked = (struct ho_span){0};
    check_headings(b, out, 1); /* the sheet's own */
}
