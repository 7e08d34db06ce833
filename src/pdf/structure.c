/* SPDX-License-Identifier: MIT */
#include "pdf/structure_priv.h"

#include <string.h>

#include "pdf/syntax_priv.h"
#include "pdf/writer_priv.h"

/* Twice the elements of a handout of ten pages: places in the table, and kids of all. */
enum { FIRST_ROOM = 2048 };

void ho_structure_open(struct ho_writer *writer)
{
    struct ho_structure *structure = &writer->structure;
    structure->pages =
        ho_new_array(writer->arena, struct ho_owners, writer->pages->pages.count);
    structure->room = FIRST_ROOM;
    structure->table = ho_new_array(writer->arena, struct ho_node *, structure->room);
    structure->kids.capacity = FIRST_ROOM;
    structure->kids.items =
        ho_alloc_unset(writer->arena, structure->kids.capacity * sizeof(struct ho_kid),
                       alignof(struct ho_kid));
    structure->kids.count = 1;
}

/* ---- elements by address ---- */

static struct ho_node **find_slot(struct ho_node **table, size_t room,
                                  const struct ho_element *element)
{
    /* Fibonacci hashing; the order of the file never depends on it. */
    uint64_t hash = (uint64_t)(uintptr_t)element * UINT64_C(0x9E3779B97F4A7C15);
    size_t at = (size_t)(hash >> 32) & (room - 1);
    while (table[at] && table[at]->element != element)
        at = (at + 1) & (room - 1);
    return &table[at];
}

static void grow_table(struct ho_writer *writer)
{
    struct ho_structure *structure = &writer->structure;
    size_t room = structure->room * 2;
    struct ho_node **table = ho_new_array(writer->arena, struct ho_node *, room);
    for (size_t i = 0; i < structure->nodes.count; i++)
        if (structure->nodes.items[i]->element)
            *find_slot(table, room, structure->nodes.items[i]->element) =
                structure->nodes.items[i];
    structure->table = table;
    structure->room = room;
}

/* ---- the tree grows ---- */

static void add_kid(struct ho_writer *writer, struct ho_node *node, struct ho_kid kid)
{
    struct ho_structure *structure = &writer->structure;
    uint32_t place = (uint32_t)structure->kids.count;
    ho_push(writer->arena, &structure->kids, kid);
    if (node->last)
        structure->kids.items[node->last].next = place;
    else
        node->first = place;
    node->last = place;
    node->is_shown |= kid.kind != HO_KID_NODE;
}

static struct ho_node *make_node(struct ho_writer *writer,
                                 const struct ho_element *element,
                                 struct ho_node *parent, size_t page)
{
    struct ho_structure *structure = &writer->structure;
    struct ho_node *node = ho_new(writer->arena, struct ho_node);
    *node = (struct ho_node){.element = element,
                             .parent = parent,
                             .place = (uint32_t)structure->nodes.count,
                             .page = (uint32_t)page};
    ho_push(writer->arena, &structure->nodes, node);
    if (parent)
        add_kid(writer, parent,
                (struct ho_kid){.kind = HO_KID_NODE, .number = node->place});
    return node;
}

/* One Document holds all: the first element if it is one, else one of our own. */
static struct ho_node *find_top(struct ho_writer *writer,
                                const struct ho_element *element, size_t page)
{
    struct ho_structure *structure = &writer->structure;
    if (!structure->root && element->tag != HO_TAG_DOCUMENT)
        structure->root = make_node(writer, NULL, NULL, page);
    return structure->root;
}

struct ho_node *ho_structure_node(struct ho_writer *writer,
                                  const struct ho_element *element,
                                  struct ho_node *parent, size_t page)
{
    struct ho_structure *structure = &writer->structure;
    struct ho_node **slot = find_slot(structure->table, structure->room, element);
    if (*slot)
        return *slot;
    if (!parent)
        parent = find_top(writer, element, page);
    struct ho_node *node = make_node(writer, element, parent, page);
    if (!parent)
        structure->root = node;
    *slot = node;
    if (structure->nodes.count * 2 > structure->room)
        grow_table(writer);
    return node;
}

size_t ho_structure_mark(struct ho_writer *writer, struct ho_node *node, size_t page)
{
    struct ho_owners *owners = &writer->structure.pages[page];
    size_t mark = owners->count;
    ho_push(writer->arena, owners, node);
    add_kid(writer, node,
            (struct ho_kid){
                .kind = HO_KID_MARK, .number = (uint32_t)mark, .page = (uint32_t)page});
    return mark;
}

size_t ho_structure_link(struct ho_writer *writer, struct ho_node *node, size_t page,
                         HPDF_Dict annotation)
{
    struct ho_structure *structure = &writer->structure;
    ho_push(writer->arena, &structure->links, node);
    add_kid(writer, node,
            (struct ho_kid){.kind = HO_KID_ANNOTATION,
                            .number = ho_haru_id(annotation),
                            .page = (uint32_t)page});
    return writer->pages->pages.count + structure->links.count - 1;
}

/* ---- the tree is written ---- */

static unsigned id_of(const struct ho_structure *structure, const struct ho_node *node)
{
    return structure->first + node->place;
}

static void put_page(const struct ho_writer *writer, struct ho_text *out, size_t page)
{
    ho_text_add(out, "/Pg ");
    ho_put_ref(out, ho_haru_id(writer->made_pages[page]));
}

/* A mark on the node's own page is a bare number; on another page it names it. */
static void put_kid(const struct ho_writer *writer, struct ho_text *out,
                    const struct ho_node *node, const struct ho_kid *kid)
{
    switch (kid->kind) {
    case HO_KID_NODE: ho_put_ref(out, writer->structure.first + kid->number); return;
    case HO_KID_MARK:
        if (kid->page == node->page) {
            ho_put_int(out, kid->number);
            return;
        }
        ho_text_add(out, "<</Type /MCR ");
        put_page(writer, out, kid->page);
        ho_text_add(out, "/MCID ");
        ho_put_int(out, kid->number);
        break;
    case HO_KID_ANNOTATION:
        ho_text_add(out, "<</Type /OBJR ");
        put_page(writer, out, kid->page);
        ho_text_add(out, "/Obj ");
        ho_put_ref(out, kid->number);
        break;
    }
    ho_text_add(out, ">>");
}

static void put_kids(const struct ho_writer *writer, struct ho_text *out,
                     const struct ho_node *node)
{
    const struct ho_kid *kids = writer->structure.kids.items;
    if (!node->first)
        return;
    ho_text_add(out, "/K [");
    for (uint32_t i = node->first; i; i = kids[i].next)
        put_kid(writer, out, node, &kids[i]);
    ho_text_add(out, "]\n");
}

static void put_cell(struct ho_text *out, const struct ho_element *element)
{
    bool is_wide = element->column_span > 1, is_tall = element->row_span > 1;
    bool is_header = element->tag == HO_TAG_TH && element->scope != HO_SCOPE_NONE;
    if (!is_wide && !is_tall && !is_header)
        return;
    ho_text_add(out, "/A <</O /Table");
    if (is_header)
        ho_text_add(out, element->scope == HO_SCOPE_ROW ? " /Scope /Row"
                                                        : " /Scope /Column");
    if (is_wide)
        ho_text_add_format(out, " /ColSpan %d", element->column_span);
    if (is_tall)
        ho_text_add_format(out, " /RowSpan %d", element->row_span);
    ho_text_add(out, ">>\n");
}

static void put_attributes(const struct ho_writer *writer, struct ho_text *out,
                           const struct ho_node *node)
{
    const struct ho_element *element = node->element;
    const struct ho_page *page = writer->pages->pages.items[node->page];
    switch (element->tag) {
    case HO_TAG_FIGURE:
        ho_text_add(out, "/A <</O /Layout /Placement /Block /BBox ");
        ho_put_box(out, page->media, element->box);
        ho_text_add(out, ">>\n");
        break;
    case HO_TAG_L:
        if (element->numbering != HO_NUMBERING_NONE)
            ho_text_add(out, element->numbering == HO_NUMBERING_DISC
                                 ? "/A <</O /List /ListNumbering /Disc>>\n"
                                 : "/A <</O /List /ListNumbering /Decimal>>\n");
        break;
    case HO_TAG_TH:
    case HO_TAG_TD: put_cell(out, element); break;
    default: break;
    }
}

static void put_element(struct ho_writer *writer, struct ho_text *out,
                        const struct ho_node *node)
{
    const struct ho_element *element = node->element;
    if (element->language)
        ho_put_entry(out, "/Lang ", element->language);
    if (element->alt) {
        ho_put_entry(out, "/Alt ", element->alt);
        /* The one part of the structure that the pages do not show. */
        ho_haru_digest(&writer->haru,
                       (struct ho_bytes){(const unsigned char *)element->alt,
                                         strlen(element->alt)});
    }
    put_attributes(writer, out, node);
}

/* Type may be left out, and the page of what only holds others (ISO 32000-1 table 323): in hundreds of elements, that
 * is a twentieth of the file. */
static void write_node(struct ho_writer *writer, const struct ho_node *node)
{
    const struct ho_structure *structure = &writer->structure;
    struct ho_text *out = ho_haru_begin(&writer->haru);
    enum ho_tag tag = node->element ? node->element->tag : HO_TAG_DOCUMENT;
    ho_text_add(out, "/S /");
    ho_text_add(out, ho_tag_name(tag));
    ho_text_add(out, " /P ");
    ho_put_ref(out,
               node->parent ? id_of(structure, node->parent) : structure->first - 1);
    if (node->is_shown)
        put_page(writer, out, node->page);
    ho_text_add(out, "\n");
    if (node->element)
        put_element(writer, out, node);
    put_kids(writer, out, node);
    ho_haru_end(&writer->haru);
}

/* The object of the tree comes before its nodes, the parent tree after them. */
static void write_root(struct ho_writer *writer)
{
    const struct ho_structure *structure = &writer->structure;
    struct ho_text *out = ho_haru_begin(&writer->haru);
    ho_text_add(out, "/Type /StructTreeRoot /ParentTree ");
    ho_put_ref(out, structure->first + (unsigned)structure->nodes.count);
    ho_text_add(out, "/ParentTreeNextKey ");
    ho_put_int(out, writer->pages->pages.count + structure->links.count);
    if (structure->root) {
        ho_text_add(out, "/K ");
        ho_put_ref(out, id_of(structure, structure->root));
    }
    ho_text_add(out, "\n");
    ho_haru_end(&writer->haru);
}

/* From a mark or an annotation back to its element (ISO 32000-1 14.7.4.4). */
static void write_parents(struct ho_writer *writer)
{
    const struct ho_structure *structure = &writer->structure;
    size_t page_count = writer->pages->pages.count;
    struct ho_text *out = ho_haru_begin(&writer->haru);
    ho_text_add(out, "/Nums [");
    for (size_t page = 0; page < page_count; page++) {
        const struct ho_owners *owners = &structure->pages[page];
        ho_put_int(out, page);
        ho_text_add(out, "[");
        for (size_t i = 0; i < owners->count; i++)
            ho_put_ref(out, id_of(structure, owners->items[i]));
        ho_text_add(out, "]\n");
    }
    for (size_t i = 0; i < structure->links.count; i++) {
        ho_put_int(out, page_count + i);
        ho_put_ref(out, id_of(structure, structure->links.items[i]));
    }
    ho_text_add(out, "]\n");
    ho_haru_end(&writer->haru);
}

void ho_structure_write(struct ho_writer *writer, struct ho_text *catalog)
{
    struct ho_structure *structure = &writer->structure;
    enum { USUAL = 80 }; /* bytes of an element */
    structure->first = ho_haru_next(&writer->haru) + 1;
    ho_text_reserve(&writer->haru.texts, USUAL * (structure->nodes.count + 1));
    write_root(writer);
    for (size_t i = 0; i < structure->nodes.count; i++)
        write_node(writer, structure->nodes.items[i]);
    write_parents(writer);
    writer->sizes.structure += writer->haru.texts.count;
    ho_text_add(catalog, "/StructTreeRoot ");
    ho_put_ref(catalog, structure->first - 1);
    ho_text_add(catalog, "\n");
}
