/* SPDX-License-Identifier: MIT */
#include "pdf/part_priv.h"

#include <string.h>

#include "pdf/kept_priv.h"

/* ---- where a page is cut ----
 * Where the patient's own words begin and end, as layout says. Else between its stretches, so that an exercise is the same
 * whatever stands before it; and not within a table or a list, if that can be. A part of this many items has some 4 KB of
 * operators: shorter ones compress badly, longer ones are seldom the same. */
enum { ENOUGH = 80, SHALLOW = 2 };

static size_t find_cut(const struct ho_page *page, size_t first)
{
    for (size_t i = 0; i < page->cuts.count; i++)
        if (page->cuts.items[i] > first)
            return page->cuts.items[i];
    return page->items.count;
}

/* The first stretch from `from` on that ends after item `i`; `count` if there is none. */
static size_t find_stretch(const struct ho_page *page, size_t from, size_t i)
{
    while (from < page->stretches.count &&
           page->stretches.items[from].first + page->stretches.items[from].count <= i)
        from++;
    return from;
}

size_t ho_part_end(const struct ho_content *content, size_t first)
{
    const struct ho_page *page = content->page;
    size_t depth = content->open.count, i = first, cut = find_cut(page, first), s = 0;
    while (i < cut) {
        const struct ho_item *item = &page->items.items[i];
        if (item->kind == HO_ITEM_TAG_BEGIN)
            depth++;
        else if (item->kind == HO_ITEM_TAG_END && depth)
            depth--;
        i++;
        s = find_stretch(page, s, i);
        bool is_inside =
            s < page->stretches.count && page->stretches.items[s].first < i;
        if (i - first >= ENOUGH && depth <= SHALLOW && !is_inside)
            break;
    }
    return i;
}

/* ---- the key: all that a part's operators are made of ---- */

static void add(struct ho_text *key, const void *data, size_t size)
{
    ho_text_add_bytes(key, data, size);
}

static void add_number(struct ho_text *key, size_t number)
{
    add(key, &number, sizeof number);
}

static void add_text(struct ho_text *key, const char *text)
{
    add(key, text, strlen(text) + 1);
}

static void add_element(struct ho_text *key, const struct ho_element *element)
{
    const int kind[] = {element->tag, element->artifact};
    add(key, kind, sizeof kind);
}

static void add_glyphs(struct ho_text *key, const struct ho_glyphs *run)
{
    const double numbers[] = {run->size, run->x, run->y, run->paint, run->is_rtl};
    add(key, &run->font, sizeof run->font);
    add(key, numbers, sizeof numbers);
    add(key, &run->shape, sizeof run->shape);
    if (run->shape)
        return; /* which stands for the rest */
    add_text(key, run->text);
    add_number(key, run->count);
    add(key, run->glyphs, run->count * sizeof *run->glyphs);
}

static void add_path(struct ho_text *key, const struct ho_painted_path *painted)
{
    const struct ho_path *path = painted->path;
    const struct ho_paint *paint = &painted->paint;
    const double numbers[] = {paint->fill,
                              paint->stroke,
                              paint->is_even_odd,
                              paint->width,
                              paint->dash[0],
                              paint->dash[1],
                              paint->cap,
                              paint->join,
                              (double)path->ops.count,
                              (double)path->points.count};
    add(key, numbers, sizeof numbers);
    add(key, path->ops.items, path->ops.count);
    add(key, path->points.items, path->points.count * sizeof *path->points.items);
}

static void add_item(struct ho_content *content, struct ho_text *key,
                     const struct ho_item *item)
{
    add_number(key, item->kind);
    switch (item->kind) {
    case HO_ITEM_GLYPHS: add_glyphs(key, &item->as.glyphs); break;
    case HO_ITEM_PATH: add_path(key, &item->as.path); break;
    case HO_ITEM_IMAGE:
        add_text(key, ho_content_xobject_name(content, item));
        add(key, &item->as.image.box, sizeof item->as.image.box);
        break;
    case HO_ITEM_DRAWING:
        add_text(key, ho_content_xobject_name(content, item));
        add(key, &item->as.drawing.matrix, sizeof item->as.drawing.matrix);
        break;
    case HO_ITEM_PLACED:
        add_text(key, ho_content_xobject_name(content, item));
        add(key, &item->as.placed.matrix, sizeof item->as.placed.matrix);
        break;
    case HO_ITEM_LINK:
    case HO_ITEM_ANCHOR:
    case HO_ITEM_TAG_END: break;
    case HO_ITEM_TAG_BEGIN: add_element(key, item->as.element); break;
    }
}

static bool is_shown(const struct ho_item *item)
{
    return item->kind == HO_ITEM_IMAGE || item->kind == HO_ITEM_DRAWING ||
           item->kind == HO_ITEM_PLACED;
}

/* Of a stretch of items that has a number, those from `first` to `end`. The pictures' names are the page's. */
static void add_stretch(struct ho_content *content, struct ho_text *key,
                        const struct ho_stretch *stretch, size_t first, size_t end)
{
    const uint64_t numbers[] = {UINT64_MAX, stretch->number, first - stretch->first,
                                end - first};
    add(key, numbers, sizeof numbers);
    add(key, &stretch->y, sizeof stretch->y);
    for (size_t i = first; i < end; i++) {
        const struct ho_item *item = &content->page->items.items[i];
        if (is_shown(item))
            add_text(key, ho_content_xobject_name(content, item));
    }
}

static void add_items(struct ho_content *content, struct ho_text *key, size_t first,
                      size_t end)
{
    const struct ho_page *page = content->page;
    size_t s = 0;
    for (size_t i = first, next; i < end; i = next) {
        next = i + 1;
        s = find_stretch(page, s, i);
        const struct ho_stretch *stretch =
            s < page->stretches.count ? &page->stretches.items[s] : NULL;
        if (stretch && stretch->number && stretch->first <= i) {
            next = stretch->first + stretch->count;
            next = next < end ? next : end;
            add_stretch(content, key, stretch, i, next);
        } else {
            add_item(content, key, &page->items.items[i]);
        }
    }
}

size_t ho_part_first_mark(const struct ho_content *content)
{
    const struct ho_writer *writer = content->writer;
    return writer->is_tagged ? writer->structure.pages[content->index].count : 0;
}

/* What is an artifact from end to end has no marks: where they begin on the page is all one to it. */
static bool is_artifact(const struct ho_page *page, size_t first, size_t end)
{
    const struct ho_item *begin = &page->items.items[first],
                         *last = &page->items.items[end - 1];
    return begin->kind == HO_ITEM_TAG_BEGIN && last->kind == HO_ITEM_TAG_END &&
           begin->as.element == last->as.element &&
           begin->as.element->tag == HO_TAG_ARTIFACT;
}

static struct ho_bytes make_key(struct ho_content *content, size_t first, size_t end)
{
    struct ho_writer *writer = content->writer;
    struct ho_text *key = &writer->key;
    key->arena = writer->arena;
    key->count = 0;
    add(key, &content->page->media, sizeof content->page->media);
    add_number(key, writer->is_tagged);
    add_number(key, is_artifact(content->page, first, end)
                        ? SIZE_MAX
                        : ho_part_first_mark(content));
    add_number(key, content->open.count);
    for (size_t i = 0; i < content->open.count; i++)
        add_element(key, content->open.items[i].element);
    add_items(content, key, first, end);
    return (struct ho_bytes){(const unsigned char *)key->items, key->count};
}

/* ---- what is kept ---- */

/* A glyph may read otherwise in another document, and a font have another name on another page. Asking also notes the
 * readings and names for this document, in the order in which writing the part would. */
static bool reads_the_same(struct ho_content *content, const struct ho_use *use)
{
    struct ho_embedded *font = ho_font_embed(content->writer, use->font);
    const struct ho_font_glyph *glyph = ho_font_find(font, use->glyph);
    bool is_new;
    HPDF_Dict object =
        glyph ? ho_font_object(content->writer, font, glyph, use->text, &is_new) : NULL;
    return object && ho_equal(ho_content_font_name(content, object), use->name);
}

/* Before anything else, whether the part is known or not, so that objects come in the same order. */
static void name_shown(struct ho_content *content, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const struct ho_item *item = &content->page->items.items[i];
        if (is_shown(item))
            ho_content_xobject_name(content, item);
    }
}

/* What usually reads as it did needs no asking, but for the names of the fonts. */
static bool reads_as_usual(struct ho_content *content, const struct ho_part *part)
{
    for (size_t i = 0; i < part->fonts.count; i++) {
        const struct ho_part_font *font = &part->fonts.items[i];
        const struct ho_use *use = &part->uses.items[font->use];
        if (ho_font_number(ho_font_embed(content->writer, use->font)) != font->number)
            return false;
    }
    return part->is_usual;
}

static bool is_the_same(struct ho_content *content, const struct ho_part *part)
{
    if (!part)
        return false;
    bool is_usual = reads_as_usual(content, part);
    size_t count = is_usual ? part->fonts.count : part->uses.count;
    for (size_t i = 0; i < count; i++)
        if (!reads_the_same(content,
                            &part->uses.items[is_usual ? part->fonts.items[i].use : i]))
            return false;
    return true;
}

/* Finds the fonts of a part that was just written, and whether all of it reads as usual. */
static void note_fonts(struct ho_content *content, struct ho_part *part)
{
    struct ho_writer *writer = content->writer;
    part->is_usual = writer->kept;
    for (size_t i = 0; i < part->uses.count; i++) {
        const struct ho_use *use = &part->uses.items[i];
        struct ho_embedded *font = ho_font_embed(writer, use->font);
        part->is_usual &= ho_font_is_usual(ho_font_find(font, use->glyph), use->text);
        size_t known = 0;
        while (
            known < part->fonts.count &&
            !ho_equal(part->uses.items[part->fonts.items[known].use].name, use->name))
            known++;
        if (known == part->fonts.count)
            ho_push(writer->arena, &part->fonts,
                    (struct ho_part_font){i, ho_font_number(font)});
    }
}

/* The foot of a page is that of the page before. */
static const struct ho_part *find_written(struct ho_content *content,
                                          struct ho_bytes key)
{
    const struct ho_writer *writer = content->writer;
    for (size_t i = writer->written.count; i-- > 0;) {
        const struct ho_written *written = &writer->written.items[i];
        if (ho_is_same(written->key, key) && is_the_same(content, written->part))
            return written->part;
    }
    return NULL;
}

const struct ho_part *ho_part_find(struct ho_content *content, size_t first, size_t end,
                                   struct ho_bytes *key)
{
    struct ho_pdf_kept *kept = content->writer->kept;
    name_shown(content, first, end);
    *key = make_key(content, first, end);
    const struct ho_part *part = kept ? ho_memo_find(kept->parts, *key) : NULL;
    return is_the_same(content, part) ? part : find_written(content, *key);
}

static struct ho_part *copy_part(struct ho_arena *arena, const struct ho_part *part)
{
    struct ho_part *copy = ho_new(arena, struct ho_part);
    copy->plain = ho_copy_bytes(arena, part->plain);
    copy->deflated = ho_copy_bytes(arena, part->deflated);
    copy->hash = part->hash;
    for (size_t i = 0; i < part->uses.count; i++) {
        struct ho_use use = part->uses.items[i];
        use.text = ho_copy_bytes(arena, use.text);
        use.name = ho_strdup(arena, use.name);
        ho_push(arena, &copy->uses, use);
    }
    copy->is_usual = part->is_usual;
    for (size_t i = 0; i < part->fonts.count; i++)
        ho_push(arena, &copy->fonts, part->fonts.items[i]);
    for (size_t i = 0; i < part->marks.count; i++)
        ho_push(arena, &copy->marks, part->marks.items[i]);
    return copy;
}

void ho_part_keep(struct ho_content *content, struct ho_bytes key, struct ho_part *part)
{
    struct ho_writer *writer = content->writer;
    struct ho_pdf_kept *kept = writer->kept;
    note_fonts(content, part);
    ho_push(writer->arena, &writer->written,
            (struct ho_written){ho_copy_bytes(writer->arena, key), part});
    if (!kept || ho_memo_find(kept->parts, key) || !ho_memo_expects(kept->parts, key))
        return;
    struct ho_arena *room = ho_memo_room(kept->parts);
    if (room)
        ho_memo_keep(kept->parts, key, copy_part(room, part));
}
