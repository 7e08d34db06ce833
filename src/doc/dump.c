/* Blocks as indented text, for --as blocks and for tests.
 * SPDX-License-Identifier: MIT */
#include "base/str.h"
#include "doc/block.h"

const char *ho_inlines_text(struct ho_arena *arena, const struct ho_inlines *inlines)
{
    struct ho_text text = {.arena = arena};
    if (inlines->count == 1)
        return inlines->items[0].text;
    for (size_t i = 0; i < inlines->count; i++)
        ho_text_add(&text, inlines->items[i].text);
    return ho_text_end(&text);
}

static void add_line(struct ho_text *out, int depth, const char *label,
                     const struct ho_inlines *inlines)
{
    if (!inlines->count)
        return;
    ho_text_add_format(out, "%*s%s \"", depth * 2, "", label);
    for (size_t i = 0; i < inlines->count; i++) {
        const struct ho_inline *part = &inlines->items[i];
        ho_text_add_format(out, part->is_strong ? "*%s*" : "%s", part->text);
    }
    ho_text_add(out, "\"\n");
}

static void dump_list(struct ho_text *out, int depth,
                      const struct ho_blocks_list *list);

static void dump_picture(struct ho_text *out, int depth,
                         const struct ho_picture *picture)
{
    if (picture->figure || picture->alt)
        ho_text_add_format(out, "%*sfigure %s \"%s\"\n", depth * 2, "",
                           picture->figure ? picture->figure->id : "none",
                           picture->alt ? picture->alt : "");
}

static void dump_cell(struct ho_text *out, int depth, const char *label,
                      const struct ho_cell *cell)
{
    bool is_plain = cell->text.count > 0;
    add_line(out, depth, label, is_plain ? &cell->text : &cell->badge.label);
    add_line(out, depth + 1, "number", &cell->number);
    add_line(out, depth + 1, "below", &cell->below);
    dump_picture(out, depth + 1, &cell->picture);
}

static void dump_block(struct ho_text *out, int depth, const struct ho_block *block)
{
    static const char *const kinds[] = {
        "heading", "paragraph", "steps",    "points", "bullets",   "table",
        "panel",   "columns",   "balance",  "group",  "card head", "doses",
        "figures", "diary",     "write-in", "rule",   "code",      "logo"};
    static const char *const panels[] = {"filled", "tint", "card", "stop"};
    static const char *const icons[] = {"", " octagon", " triangle", " tick",
                                        " telephone"};
    ho_text_add_format(out, "%*s%s", depth * 2, "", kinds[block->kind]);
    if (block->kind == HO_BLOCK_HEADING)
        ho_text_add_format(out, " %d", block->level);
    if (block->kind == HO_BLOCK_PANEL)
        ho_text_add_format(out, " %s%s", panels[block->panel], icons[block->icon]);
    ho_text_add(out, block->starts_page ? " new page\n" : "\n");
    add_line(out, depth + 1, "number", &block->number);
    add_line(out, depth + 1, "lead", &block->lead);
    add_line(out, depth + 1, "text", &block->text);
    add_line(out, depth + 1, "aside", &block->aside);
    add_line(out, depth + 1, "side", &block->badge.label);
    add_line(out, depth + 1, "below", &block->below);
    for (size_t i = 0; i < block->items.count; i++) {
        if (i < block->leads.count)
            add_line(out, depth + 1, "lead", &block->leads.items[i]);
        add_line(out, depth + 1, "item", &block->items.items[i]);
    }
    for (size_t i = 0; i < block->head.cells.count; i++)
        dump_cell(out, depth + 1, "head", &block->head.cells.items[i]);
    for (size_t r = 0; r < block->rows.count; r++)
        for (size_t c = 0; c < block->rows.items[r].cells.count; c++)
            dump_cell(out, depth + 1, c ? "cell" : "row",
                      &block->rows.items[r].cells.items[c]);
    for (size_t i = 0; i < block->doses.count; i++) {
        add_line(out, depth + 1, "dose", &block->doses.items[i].figure);
        add_line(out, depth + 2, "label", &block->doses.items[i].label);
    }
    for (size_t i = 0; i < block->pictures.count; i++) {
        dump_picture(out, depth + 1, &block->pictures.items[i].picture);
        add_line(out, depth + 2, "caption", &block->pictures.items[i].caption);
    }
    if (block->kind == HO_BLOCK_LOGO)
        ho_text_add_format(out, "%*s%s \"%s\"\n", depth * 2 + 2, "",
                           block->art->image ? "pixels" : "paths", block->alt);
    dump_list(out, depth + 1, &block->children);
}

static void dump_list(struct ho_text *out, int depth, const struct ho_blocks_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        dump_block(out, depth, list->items[i]);
}

static void dump_urgent(struct ho_text *out, const struct ho_sheet *sheet)
{
    add_line(out, 1, "urgent", &sheet->urgent_title);
    for (size_t i = 0; i < sheet->urgent.count; i++)
        add_line(out, 2, "sign", &sheet->urgent.items[i]);
}

static void dump_for_staff(struct ho_text *out, const struct ho_staff_strip *strip)
{
    if (!strip)
        return;
    ho_text_add_format(out, "  for-staff %s\n", strip->show.items[0].language);
    add_line(out, 2, "show", &strip->show);
    add_line(out, 2, "staff", &strip->staff);
    for (size_t i = 0; i < strip->ticks.count; i++)
        add_line(out, 2, "tick", &strip->ticks.items[i]);
    add_line(out, 2, "started", &strip->started);
    add_line(out, 2, "at", &strip->started_at);
}

static void dump_sheet(struct ho_text *out, const struct ho_sheet *sheet)
{
    ho_text_add(out, "sheet\n");
    add_line(out, 1, "headline", &sheet->headline);
    add_line(out, 1, "lead", &sheet->lead);
    if (sheet->urgent_first)
        dump_urgent(out, sheet);
    add_line(out, 1, "calm", &sheet->calm);
    for (size_t i = 0; i < sheet->cards.count; i++) {
        add_line(out, 1, "card", &sheet->cards.items[i].title);
        for (size_t j = 0; j < sheet->cards.items[i].signs.count; j++)
            add_line(out, 2, "sign", &sheet->cards.items[i].signs.items[j]);
    }
    add_line(out, 1, "number", &sheet->number);
    add_line(out, 1, "action", &sheet->action);
    add_line(out, 1, "wait", &sheet->wait);
    add_line(out, 1, "avoid", &sheet->avoid);
    add_line(out, 1, "show", &sheet->show);
    add_line(out, 1, "staff", &sheet->staff);
    dump_for_staff(out, sheet->for_staff);
    add_line(out, 1, "patient", &sheet->patient);
    if (!sheet->urgent_first)
        dump_urgent(out, sheet);
}

const char *ho_blocks_dump(struct ho_arena *arena, const struct ho_blocks *blocks)
{
    struct ho_text out = {.arena = arena};
    ho_text_add_format(&out, "handout \"%s\" %s country %s version %s\n", blocks->title,
                       blocks->language, blocks->country, blocks->version);
    dump_sheet(&out, &blocks->sheet);
    dump_list(&out, 0, &blocks->body);
    add_line(&out, 0, "reminder", &blocks->furniture.reminder);
    add_line(&out, 0, "foot", &blocks->furniture.foot);
    add_line(&out, 0, "version", &blocks->furniture.version);
    add_line(&out, 0, "state", &blocks->furniture.state);
    return ho_text_end(&out);
}
