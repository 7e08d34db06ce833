/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "page/page.h"

/* Pages under construction. */
struct made {
    struct ho_arena *arena;
    struct ho_pages pages;
    struct ho_page *page;
};

static struct made begin_made(void)
{
    struct made m = {.arena = ho_arena_new()};
    m.pages.info = (struct ho_document_info){.title = "Plan", .language = "en-GB"};
    m.page = ho_page_add(m.arena, &m.pages, ho_paper_find("a4"));
    return m;
}

static void open_tag(struct made *m, const struct ho_element *element)
{
    ho_page_begin(m->arena, m->page, element);
}

static void close_tag(struct made *m, const struct ho_element *element)
{
    ho_page_end(m->arena, m->page, element);
}

static void say(struct made *m, const char *text)
{
    ho_page_glyphs(m->arena, m->page, (struct ho_glyphs){.text = text});
}

static void tagged(struct made *m, const struct ho_element *element, const char *text)
{
    open_tag(m, element);
    say(m, text);
    close_tag(m, element);
}

static struct ho_element *tag(struct made *m, enum ho_tag kind)
{
    struct ho_element *element = ho_new(m->arena, struct ho_element);
    element->tag = kind;
    return element;
}

static void expect(struct made *m, const char *wanted)
{
    cr_expect_str_eq(ho_pages_speech(m->arena, &m->pages),
                     ho_format(m->arena, "title: Plan\nlanguage: en-GB\npages: %zu\n%s",
                               m->pages.pages.count, wanted));
    ho_arena_free(m->arena);
}

Test(speech, headings_paragraphs_and_pictures_say_what_they_are)
{
    struct made m = begin_made();
    struct ho_element *figure = tag(&m, HO_TAG_FIGURE);
    figure->alt = "Lying on your back";
    tagged(&m, tag(&m, HO_TAG_H1), "Plan");
    tagged(&m, tag(&m, HO_TAG_P), "Rest.");
    open_tag(&m, figure);
    close_tag(&m, figure);
    expect(&m, "page 1\nheading level 1: Plan\nRest.\npicture: Lying on your back\n");
}

Test(speech, decoration_is_not_said)
{
    struct made m = begin_made();
    struct ho_element *artifact = tag(&m, HO_TAG_ARTIFACT);
    open_tag(&m, artifact);
    tagged(&m, tag(&m, HO_TAG_P), "Page 1 of 2");
    close_tag(&m, artifact);
    tagged(&m, tag(&m, HO_TAG_P), "Said.");
    expect(&m, "page 1\nSaid.\n");
}

Test(speech, a_list_over_two_pages_is_one_list)
{
    struct made m = begin_made();
    struct ho_element *list = tag(&m, HO_TAG_L);
    for (int i = 1; i <= 2; i++) {
        struct ho_element *item = tag(&m, HO_TAG_LI);
        if (i == 2)
            m.page = ho_page_add(m.arena, &m.pages, ho_paper_find("a4"));
        open_tag(&m, list);
        open_tag(&m, item);
        if (i == 2)
            tagged(&m, tag(&m, HO_TAG_LBL), "2");
        tagged(&m, tag(&m, HO_TAG_LBODY), i == 1 ? "one" : "two");
        close_tag(&m, item);
        close_tag(&m, list);
    }
    tagged(&m, tag(&m, HO_TAG_P), "After.");
    expect(&m, "page 1\nlist, 2 items\n  bullet: one\n  2: two\nend of list\n"
               "page 2\nAfter.\n");
}

Test(speech, a_paragraph_over_two_pages_is_not_broken)
{
    struct made m = begin_made();
    struct ho_element *paragraph = tag(&m, HO_TAG_P);
    tagged(&m, paragraph, "It goes ");
    m.page = ho_page_add(m.arena, &m.pages, ho_paper_find("a4"));
    tagged(&m, paragraph, "on.");
    expect(&m, "page 1\nIt goes on.\n");
}

static void add_row(struct made *m, enum ho_tag cell, const char *a, const char *b)
{
    struct ho_element *row = tag(m, HO_TAG_TR);
    open_tag(m, row);
    tagged(m, tag(m, cell), a);
    tagged(m, tag(m, cell), b);
    close_tag(m, row);
}

Test(speech, a_table_is_read_row_by_row_with_its_heads)
{
    struct made m = begin_made();
    struct ho_element *table = tag(&m, HO_TAG_TABLE), *head = tag(&m, HO_TAG_THEAD),
                      *body = tag(&m, HO_TAG_TBODY);
    open_tag(&m, table);
    open_tag(&m, head);
    add_row(&m, HO_TAG_TH, "What", "How long");
    close_tag(&m, head);
    open_tag(&m, body);
    add_row(&m, HO_TAG_TD, "Cat", "1 minute");
    add_row(&m, HO_TAG_TD, "Cow", "2 minutes");
    close_tag(&m, body);
    close_tag(&m, table);
    expect(&m, "page 1\ntable, 2 rows, 2 columns\n  heads: What; How long\n"
               "  row 1: What: Cat; How long: 1 minute\n"
               "  row 2: What: Cow; How long: 2 minutes\nend of table\n");
}

Test(speech, a_change_of_language_is_announced_and_taken_back)
{
    struct made m = begin_made();
    struct ho_element *paragraph = tag(&m, HO_TAG_P), *span = tag(&m, HO_TAG_SPAN),
                      *block = tag(&m, HO_TAG_P), *same = tag(&m, HO_TAG_P);
    span->language = "fr";
    block->language = "es";
    same->language = "en-GB";
    open_tag(&m, paragraph);
    say(&m, "Say ");
    tagged(&m, span, "bonjour");
    say(&m, " to all.");
    close_tag(&m, paragraph);
    tagged(&m, block, "Hola.");
    tagged(&m, same, "Bye.");
    expect(&m, "page 1\nSay (language fr) bonjour (language en-GB) to all.\n"
               "(language es)\nHola.\n(language en-GB)\nBye.\n");
}

Test(speech, a_link_says_what_it_does)
{
    struct made m = begin_made();
    struct ho_element *paragraph = tag(&m, HO_TAG_P), *link = tag(&m, HO_TAG_LINK);
    open_tag(&m, paragraph);
    open_tag(&m, link);
    say(&m, "999");
    ho_page_link(m.arena, m.page,
                 (struct ho_link){.uri = "tel:999", .description = "Call 999"});
    close_tag(&m, link);
    close_tag(&m, paragraph);
    expect(&m, "page 1\n999 (link: Call 999)\n");
}
