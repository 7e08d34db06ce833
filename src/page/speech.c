/* Items are put together to the structure tree first: an element that goes on over a page is one element, and a list
 * says its length before its items.
 * SPDX-License-Identifier: MIT */
#include "page/page.h"

/* A structure element with its children, or what is said (`element` NULL): text, or the mark of a new page. */
struct node {
    const struct ho_element *element;
    const char *text;
    bool is_link; /* the text says what the words beside it lead to */
    size_t page;
    struct node *parent;
    HO_VEC(struct node *) children;
};

struct speech {
    struct ho_arena *arena;
    struct ho_text out;
    struct node *root, *open;
    size_t artifacts; /* open ones: nothing in them is said */
    size_t page;      /* begun, but not said yet; 0: none */
    const char *language;
};

static bool is_in(const struct node *node, enum ho_tag tag)
{
    return node->element && node->element->tag == tag;
}

static struct node *add_node(struct speech *s, const struct ho_element *element)
{
    struct node *node = ho_new(s->arena, struct node);
    node->element = element;
    node->parent = s->open;
    ho_push(s->arena, &s->open->children, node);
    return node;
}

/* A page is told of where something new begins, not in the middle of a paragraph or list. */
static void add_page(struct speech *s)
{
    if (!s->page || (s->open != s->root && !is_in(s->open, HO_TAG_DOCUMENT)))
        return;
    add_node(s, NULL)->page = s->page;
    s->page = 0;
}

static void open_element(struct speech *s, const struct ho_element *element)
{
    if (s->artifacts || element->tag == HO_TAG_ARTIFACT) {
        s->artifacts++;
        return;
    }
    /* The same pointer goes on where it stood (page.h): mostly the last one. */
    for (size_t i = s->open->children.count; i > 0; i--)
        if (s->open->children.items[i - 1]->element == element) {
            s->open = s->open->children.items[i - 1];
            return;
        }
    if (element->tag != HO_TAG_DOCUMENT)
        add_page(s);
    s->open = add_node(s, element);
}

static void close_element(struct speech *s)
{
    if (s->artifacts)
        s->artifacts--;
    else if (s->open->parent)
        s->open = s->open->parent;
}

static void add_link(struct speech *s, const struct ho_link *link)
{
    struct node *node = add_node(s, NULL);
    node->text = ho_format(s->arena, "(link: %s)", link->description);
    node->is_link = true;
}

static void take_item(struct speech *s, const struct ho_item *item)
{
    switch (item->kind) {
    case HO_ITEM_TAG_BEGIN: open_element(s, item->as.element); break;
    case HO_ITEM_TAG_END: close_element(s); break;
    case HO_ITEM_GLYPHS:
        if (!s->artifacts)
            add_node(s, NULL)->text = item->as.glyphs.text;
        break;
    case HO_ITEM_LINK:
        if (!s->artifacts)
            add_link(s, &item->as.link);
        break;
    default: break;
    }
}

/* ---- saying it ---- */

static void end_line(struct speech *s)
{
    while (s->out.count && s->out.items[s->out.count - 1] == ' ')
        s->out.count--;
    if (s->out.count && s->out.items[s->out.count - 1] != '\n')
        ho_text_add(&s->out, "\n");
}

static void begin_line(struct speech *s, int depth)
{
    end_line(s);
    for (int i = 0; i < depth; i++)
        ho_text_add(&s->out, "  ");
}

static bool ends_in_space(const struct speech *s)
{
    return !s->out.count || strchr(" \n", s->out.items[s->out.count - 1]);
}

static void say_text(struct speech *s, const struct node *node);

/* Elements inside a line: a link's words, a span; and the language before and after. */
static void say_inline(struct speech *s, const struct node *node)
{
    const char *outer = s->language, *own = node->element->language;
    bool is_other = own && !ho_equal(own, outer);
    if (is_other)
        ho_text_add_format(&s->out, "%s(language %s) ", ends_in_space(s) ? "" : " ",
                           s->language = own);
    if (is_in(node, HO_TAG_FIGURE))
        ho_text_add_format(&s->out, "(picture: %s) ", node->element->alt);
    say_text(s, node);
    if (is_other)
        ho_text_add_format(&s->out, "%s(language %s)", ends_in_space(s) ? "" : " ",
                           s->language = outer);
}

static void say_text(struct speech *s, const struct node *node)
{
    bool after_note = false; /* what is said in brackets stands apart from the words */
    for (size_t i = 0; i < node->children.count; i++) {
        const struct node *child = node->children.items[i];
        if (child->element) {
            say_inline(s, child);
        } else if (child->text) {
            if ((child->is_link || after_note) && !ends_in_space(s) &&
                child->text[0] != ' ')
                ho_text_add(&s->out, " ");
            ho_text_add(&s->out, child->text);
        }
        after_note = child->is_link || (child->element && child->element->language);
    }
}

static const struct node *find_child(const struct node *node, enum ho_tag tag)
{
    for (size_t i = 0; i < node->children.count; i++)
        if (is_in(node->children.items[i], tag))
            return node->children.items[i];
    return NULL;
}

static size_t count_children(const struct node *node, enum ho_tag tag)
{
    size_t count = 0;
    for (size_t i = 0; i < node->children.count; i++)
        count += is_in(node->children.items[i], tag);
    return count;
}

static void say_block(struct speech *s, const struct node *node, int depth);

static void say_children(struct speech *s, const struct node *node, int depth)
{
    for (size_t i = 0; i < node->children.count; i++)
        say_block(s, node->children.items[i], depth);
}

static bool has_blocks(const struct node *node)
{
    for (size_t i = 0; i < node->children.count; i++) {
        const struct ho_element *element = node->children.items[i]->element;
        if (element && element->tag != HO_TAG_SPAN && element->tag != HO_TAG_LINK)
            return true;
    }
    return false;
}

/* A bullet is a drawn disc, so its label has no text. */
static void say_item(struct speech *s, const struct node *item, int depth)
{
    const struct node *label = find_child(item, HO_TAG_LBL),
                      *body = find_child(item, HO_TAG_LBODY);
    begin_line(s, depth);
    if (label)
        say_text(s, label);
    else
        ho_text_add(&s->out, "bullet");
    ho_text_add(&s->out, ": ");
    if (body && has_blocks(body))
        say_children(s, body, depth + 1);
    else
        say_text(s, body ? body : item);
}

static void say_list(struct speech *s, const struct node *list, int depth)
{
    size_t count = count_children(list, HO_TAG_LI);
    begin_line(s, depth);
    ho_text_add_format(&s->out, "list, %zu item%s", count, count == 1 ? "" : "s");
    for (size_t i = 0; i < list->children.count; i++)
        if (is_in(list->children.items[i], HO_TAG_LI))
            say_item(s, list->children.items[i], depth + 1);
    begin_line(s, depth);
    ho_text_add(&s->out, "end of list");
}

/* The n-th cell of a row; NULL. */
static const struct node *find_cell(const struct node *row, size_t n)
{
    for (size_t i = 0; row && i < row->children.count; i++) {
        const struct node *cell = row->children.items[i];
        if ((is_in(cell, HO_TAG_TH) || is_in(cell, HO_TAG_TD)) && n-- == 0)
            return cell;
    }
    return NULL;
}

/* Each cell after the head of its column. */
static void say_row(struct speech *s, const struct node *row, const struct node *head)
{
    const struct node *cell;
    for (size_t i = 0; (cell = find_cell(row, i)); i++) {
        const struct node *title = find_cell(head, i);
        if (i)
            ho_text_add(&s->out, "; ");
        if (title && title != cell) {
            say_text(s, title);
            ho_text_add(&s->out, ": ");
        }
        say_text(s, cell);
    }
}

static void say_table(struct speech *s, const struct node *table, int depth)
{
    const struct node *group = find_child(table, HO_TAG_THEAD),
                      *body = find_child(table, HO_TAG_TBODY);
    const struct node *head = group ? find_child(group, HO_TAG_TR) : NULL;
    const struct node *rows = body ? body : table;
    size_t count = count_children(rows, HO_TAG_TR), columns = 0, number = 0;
    while (find_cell(head ? head : find_child(rows, HO_TAG_TR), columns))
        columns++;
    begin_line(s, depth);
    ho_text_add_format(&s->out, "table, %zu row%s, %zu column%s", count,
                       count == 1 ? "" : "s", columns, columns == 1 ? "" : "s");
    if (head) {
        begin_line(s, depth + 1);
        ho_text_add(&s->out, "heads: ");
        say_row(s, head, NULL);
    }
    for (size_t i = 0; i < rows->children.count; i++)
        if (is_in(rows->children.items[i], HO_TAG_TR)) {
            begin_line(s, depth + 1);
            ho_text_add_format(&s->out, "row %zu: ", ++number);
            say_row(s, rows->children.items[i], head);
        }
    begin_line(s, depth);
    ho_text_add(&s->out, "end of table");
}

static void say_plain(struct speech *s, const struct node *node, int depth)
{
    begin_line(s, depth);
    switch (node->element->tag) {
    case HO_TAG_H1: ho_text_add(&s->out, "heading level 1: "); break;
    case HO_TAG_H2: ho_text_add(&s->out, "heading level 2: "); break;
    case HO_TAG_H3: ho_text_add(&s->out, "heading level 3: "); break;
    case HO_TAG_CAPTION: ho_text_add(&s->out, "caption: "); break;
    case HO_TAG_FIGURE:
        ho_text_add_format(&s->out, "picture: %s ", node->element->alt);
        break;
    default: break;
    }
    say_text(s, node);
}

static void say_element(struct speech *s, const struct node *node, int depth)
{
    switch (node->element->tag) {
    case HO_TAG_L: say_list(s, node, depth); break;
    case HO_TAG_TABLE: say_table(s, node, depth); break;
    case HO_TAG_DOCUMENT:
    case HO_TAG_SECT:
    case HO_TAG_DIV: say_children(s, node, depth); break;
    default: say_plain(s, node, depth); break;
    }
}

static void say_block(struct speech *s, const struct node *node, int depth)
{
    const char *outer = s->language;
    if (node->page || node->text) {
        begin_line(s, depth);
        if (node->page)
            ho_text_add_format(&s->out, "page %zu", node->page);
        else
            ho_text_add(&s->out, node->text);
        return;
    }
    if (node->element->language && !ho_equal(node->element->language, outer)) {
        begin_line(s, depth);
        ho_text_add_format(&s->out, "(language %s)",
                           s->language = node->element->language);
    }
    say_element(s, node, depth);
    if (!ho_equal(s->language, outer)) {
        begin_line(s, depth);
        ho_text_add_format(&s->out, "(language %s)", s->language = outer);
    }
}

const char *ho_pages_speech(struct ho_arena *arena, const struct ho_pages *pages)
{
    struct speech s = {.arena = arena,
                       .out = {.arena = arena},
                       .root = ho_new(arena, struct node),
                       .language = pages->info.language ? pages->info.language : "-"};
    s.open = s.root;
    for (size_t i = 0; i < pages->pages.count; i++) {
        const struct ho_page *page = pages->pages.items[i];
        s.page = i + 1;
        for (size_t j = 0; j < page->items.count; j++)
            take_item(&s, &page->items.items[j]);
        s.open = s.root; /* tags balance on each page (ho_pages_fault) */
        s.artifacts = 0;
    }
    ho_text_add_format(&s.out, "title: %s\nlanguage: %s\npages: %zu\n",
                       pages->info.title ? pages->info.title : "", s.language,
                       pages->pages.count);
    say_children(&s, s.root, 0);
    end_line(&s);
    return ho_text_end(&s.out);
}
