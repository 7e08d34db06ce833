/* Text for goldens: what changes with each release or content edit (generator, version,
 * hash) and glyph ids, which change with the fonts' version, stay out.
 * SPDX-License-Identifier: MIT */
#include "page/page.h"

static void add_number(struct ho_text *out, double value)
{
    ho_text_add(out, " ");
    ho_text_add_number(out, value, 2);
}

static void add_rect(struct ho_text *out, struct ho_rect rect)
{
    add_number(out, rect.x);
    add_number(out, rect.y);
    add_number(out, rect.width);
    add_number(out, rect.height);
}

/* A space and one word; "-" for none, so that words keep their places. */
static void add_word(struct ho_text *out, const char *word)
{
    ho_text_add_format(out, " %s", word ? word : "-");
}

static void add_quoted(struct ho_text *out, const char *text)
{
    ho_text_add(out, " \"");
    for (const char *s = text ? text : ""; *s; s++) {
        if (*s == '"' || *s == '\\')
            ho_text_add_format(out, "\\%c", *s);
        else if ((unsigned char)*s < 0x20 || *s == 0x7F)
            ho_text_add_format(out, "\\x%02X", (unsigned)*s);
        else
            ho_text_add_bytes(out, s, 1);
    }
    ho_text_add(out, "\"");
}

static void add_glyphs(struct ho_text *out, const struct ho_glyphs *run)
{
    ho_text_add(out, "glyphs");
    add_word(out, run->font ? run->font->id : NULL);
    add_number(out, run->size);
    add_word(out, ho_role_name(run->paint));
    add_number(out, run->x);
    add_number(out, run->y);
    add_quoted(out, run->text);
    ho_text_add_format(out, " %zu glyph%s width", run->count,
                       run->count == 1 ? "" : "s");
    add_number(out, run->width);
    if (run->is_rtl)
        ho_text_add(out, " rtl");
}

static void add_stroke(struct ho_text *out, const struct ho_paint *paint)
{
    static const char *const caps[] = {"", " cap round", " cap square"};
    static const char *const joins[] = {"", " join round", " join bevel"};

    ho_text_add_format(out, " stroke %s", ho_role_name(paint->stroke));
    add_number(out, paint->width);
    if (paint->dash[0] > 0) {
        ho_text_add(out, " dash");
        add_number(out, paint->dash[0]);
        add_number(out, paint->dash[1]);
    }
    ho_text_add(out, caps[paint->cap]);
    ho_text_add(out, joins[paint->join]);
}

static void add_operators(struct ho_text *out, const struct ho_path *path)
{
    static const char letters[] = {'M', 'L', 'C', 'Z'};
    static const size_t needs[] = {1, 1, 3, 0};
    size_t next = 0;

    for (size_t i = 0; i < path->ops.count; i++) {
        uint8_t op = path->ops.items[i];
        ho_text_add_format(out, " %c", letters[op]);
        for (size_t end = next + needs[op]; next < end && next < path->points.count;
             next++) {
            add_number(out, path->points.items[next].x);
            add_number(out, path->points.items[next].y);
        }
    }
}

static void add_path(struct ho_text *out, const struct ho_painted_path *painted)
{
    const struct ho_paint *paint = &painted->paint;
    ho_text_add(out, "path");
    if (paint->fill != HO_PAINT_NONE)
        ho_text_add_format(out, " fill %s%s", ho_role_name(paint->fill),
                           paint->is_even_odd ? " even-odd" : "");
    if (paint->stroke != HO_PAINT_NONE)
        add_stroke(out, paint);
    add_operators(out, painted->path);
}

static void add_image(struct ho_text *out, const struct ho_image *image,
                      struct ho_rect box)
{
    ho_text_add(out, "image");
    add_word(out, image->id);
    add_rect(out, box);
    ho_text_add_format(out, " %ux%u %s", (unsigned)image->width,
                       (unsigned)image->height,
                       image->components == 1 ? "grey" : "rgb");
    if (image->jpeg.length)
        ho_text_add(out, " jpeg");
    if (image->alpha.length)
        ho_text_add(out, " alpha");
}

static void add_drawing(struct ho_text *out, const struct ho_drawing *drawing,
                        struct ho_matrix m)
{
    const double factors[] = {m.a, m.b, m.c, m.d};
    ho_text_add(out, "drawing");
    add_word(out, drawing->id);
    ho_text_add(out, " matrix");
    for (size_t i = 0; i < sizeof factors / sizeof *factors; i++) {
        ho_text_add(out, " ");
        ho_text_add_number(out, factors[i],
                           4); /* factors, not lengths: 0.01 would be coarse */
    }
    add_number(out, m.e);
    add_number(out, m.f);
    ho_text_add_format(out, " %zu paths", drawing->paths.count);
}

static void add_placed(struct ho_text *out, const struct ho_page *page,
                       struct ho_matrix m)
{
    const double factors[] = {m.a, m.b, m.c, m.d};
    ho_text_add(out, "placed");
    add_rect(out, page->trim);
    ho_text_add(out, " matrix");
    for (size_t i = 0; i < sizeof factors / sizeof *factors; i++) {
        ho_text_add(out, " ");
        ho_text_add_number(out, factors[i], 4);
    }
    add_number(out, m.e);
    add_number(out, m.f);
    ho_text_add_format(out, " %zu items", page->items.count);
}

static void add_link(struct ho_text *out, const struct ho_link *link)
{
    ho_text_add(out, "link");
    add_rect(out, link->box);
    if (link->uri)
        ho_text_add_format(out, " uri %s", link->uri);
    if (link->anchor)
        ho_text_add_format(out, " to %s", link->anchor);
    add_quoted(out, link->description);
}

static void add_anchor(struct ho_text *out, const struct ho_anchor *anchor)
{
    ho_text_add(out, "anchor");
    add_word(out, anchor->name);
    add_number(out, anchor->x);
    add_number(out, anchor->y);
    if (anchor->outline_title) {
        ho_text_add_format(out, " outline %d", anchor->outline_level);
        add_quoted(out, anchor->outline_title);
    }
}

static void add_element(struct ho_text *out, const struct ho_element *element)
{
    static const char *const artifacts[] = {"", " header", " footer", " background"};
    static const char *const scopes[] = {"", " scope row", " scope column"};
    static const char *const numberings[] = {"", " numbering disc",
                                             " numbering decimal"};

    ho_text_add_format(out, "tag %s", ho_tag_name(element->tag));
    if (element->tag == HO_TAG_ARTIFACT)
        ho_text_add(out, artifacts[element->artifact]);
    if (element->language)
        ho_text_add_format(out, " lang %s", element->language);
    ho_text_add(out, scopes[element->scope]);
    if (element->column_span > 1)
        ho_text_add_format(out, " columns %d", element->column_span);
    if (element->row_span > 1)
        ho_text_add_format(out, " rows %d", element->row_span);
    ho_text_add(out, numberings[element->numbering]);
    if (element->box.width > 0 || element->box.height > 0) {
        ho_text_add(out, " box");
        add_rect(out, element->box);
    }
    if (element->alt) {
        ho_text_add(out, " alt");
        add_quoted(out, element->alt);
    }
}

static void add_item(struct ho_text *out, const struct ho_item *item)
{
    switch (item->kind) {
    case HO_ITEM_GLYPHS: add_glyphs(out, &item->as.glyphs); break;
    case HO_ITEM_PATH: add_path(out, &item->as.path); break;
    case HO_ITEM_IMAGE: add_image(out, item->as.image.image, item->as.image.box); break;
    case HO_ITEM_DRAWING:
        add_drawing(out, item->as.drawing.drawing, item->as.drawing.matrix);
        break;
    case HO_ITEM_PLACED:
        add_placed(out, item->as.placed.page, item->as.placed.matrix);
        break;
    case HO_ITEM_LINK: add_link(out, &item->as.link); break;
    case HO_ITEM_ANCHOR: add_anchor(out, &item->as.anchor); break;
    case HO_ITEM_TAG_BEGIN: add_element(out, item->as.element); break;
    case HO_ITEM_TAG_END: ho_text_add(out, "/tag"); break;
    }
    ho_text_add(out, "\n");
}

static bool is_same(struct ho_rect a, struct ho_rect b)
{
    return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height;
}

static void add_page(struct ho_text *out, const struct ho_page *page, size_t number)
{
    size_t depth = 0;
    ho_text_add_format(out, "page %zu media", number);
    add_rect(out, page->media);
    if (!is_same(page->bleed, page->media)) {
        ho_text_add(out, " bleed");
        add_rect(out, page->bleed);
    }
    if (!is_same(page->trim, page->media)) {
        ho_text_add(out, " trim");
        add_rect(out, page->trim);
    }
    ho_text_add(out, "\n");
    for (size_t i = 0; i < page->items.count; i++) {
        const struct ho_item *item = &page->items.items[i];
        depth -= item->kind == HO_ITEM_TAG_END && depth > 0;
        for (size_t step = 0; step < depth; step++)
            ho_text_add(out, "  ");
        add_item(out, item);
        depth += item->kind == HO_ITEM_TAG_BEGIN;
    }
}

static void add_info(struct ho_text *out, const struct ho_document_info *info)
{
    ho_text_add(out, "document");
    add_quoted(out, info->title);
    add_word(out, info->language);
    if (info->author) {
        ho_text_add(out, " author");
        add_quoted(out, info->author);
    }
    if (info->template_id)
        ho_text_add_format(out, " template %s", info->template_id);
    if (info->country)
        ho_text_add_format(out, " country %s", info->country);
    if (info->date)
        ho_text_add_format(out, " date %s", info->date);
    ho_text_add(out, "\n");
}

const char *ho_pages_trace(struct ho_arena *arena, const struct ho_pages *pages)
{
    struct ho_text out = {.arena = arena};
    add_info(&out, &pages->info);
    for (size_t i = 0; i < pages->pages.count; i++)
        add_page(&out, pages->pages.items[i], i + 1);
    return ho_text_end(&out);
}
