/* SPDX-License-Identifier: MIT */
#include "pdf/syntax_priv.h"
#include "pdf/writer_priv.h"

/* A bookmark, its neighbours by index; NONE if there is none. */
struct bookmark {
    struct ho_place place;
    HPDF_Dict object;
    size_t parent, first, last, next, previous;
    size_t below; /* all bookmarks under it: all are open */
};

/* [0] is the root, which has no anchor. */
struct bookmarks {
    HO_VEC(struct bookmark);
};

static const size_t NONE = SIZE_MAX;

/* The nearest bookmark above that is further out: a level that is left out does no
 * harm. */
static size_t find_parent(const struct bookmarks *marks, int level)
{
    size_t at = marks->count - 1;
    while (at > 0 && marks->items[at].place.anchor->outline_level >= level)
        at = marks->items[at].parent;
    return at;
}

static void add_bookmark(struct ho_writer *writer, struct bookmarks *marks,
                         struct ho_place place)
{
    size_t at = marks->count;
    size_t parent = find_parent(marks, place.anchor->outline_level);
    size_t previous = marks->items[parent].last;
    struct bookmark mark = {
        place, ho_haru_object(&writer->haru), parent, NONE, NONE, NONE, previous, 0};
    ho_push(writer->arena, marks, mark);
    if (previous != NONE)
        marks->items[previous].next = at;
    else
        marks->items[parent].first = at;
    marks->items[parent].last = at;
    for (size_t up = parent; up != NONE; up = marks->items[up].parent)
        marks->items[up].below++;
}

static void put_neighbour(const struct bookmarks *marks, struct ho_text *out,
                          const char *key, size_t at)
{
    if (at == NONE)
        return;
    ho_text_add(out, key);
    ho_put_ref(out, ho_haru_id(marks->items[at].object));
}

static void write_bookmark(struct ho_writer *writer, const struct bookmarks *marks,
                           size_t at)
{
    const struct bookmark *mark = &marks->items[at];
    struct ho_text out = {.arena = writer->arena};
    if (mark->place.anchor) {
        ho_text_add(&out, "/Title ");
        ho_put_string(&out, mark->place.anchor->outline_title);
        ho_text_add(&out, "\n/Dest ");
        ho_put_destination(writer, &out, mark->place);
    } else {
        ho_text_add(&out, "/Type /Outlines");
    }
    ho_text_add(&out, "\n");
    put_neighbour(marks, &out, "/Parent ", mark->parent);
    put_neighbour(marks, &out, "/Prev ", mark->previous);
    put_neighbour(marks, &out, "/Next ", mark->next);
    put_neighbour(marks, &out, "/First ", mark->first);
    put_neighbour(marks, &out, "/Last ", mark->last);
    if (mark->below) {
        ho_text_add(&out, "/Count ");
        ho_put_int(&out, mark->below);
    }
    ho_text_add(&out, "\n");
    ho_writer_body(mark->object, &out, &writer->sizes.structure);
}

void ho_outline_write(struct ho_writer *writer, struct ho_text *catalog)
{
    struct bookmarks marks = {0};
    struct bookmark root = {{0}, NULL, NONE, NONE, NONE, NONE, NONE, 0};
    for (size_t i = 0; i < writer->anchors.count; i++) {
        if (!writer->anchors.items[i].anchor->outline_title)
            continue;
        if (!marks.count) {
            root.object = ho_haru_object(&writer->haru);
            ho_push(writer->arena, &marks, root);
        }
        add_bookmark(writer, &marks, writer->anchors.items[i]);
    }
    for (size_t i = 0; i < marks.count; i++)
        write_bookmark(writer, &marks, i);
    if (!marks.count)
        return;
    ho_text_add(catalog, "/PageMode /UseOutlines /Outlines ");
    ho_put_ref(catalog, ho_haru_id(marks.items[0].object));
    ho_text_add(catalog, "\n");
}
