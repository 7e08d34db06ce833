/* The numbers of the printed page: sizes, lengths of lines, margins, and what never stands in print.
 * SPDX-License-Identifier: MIT */
#include <ctype.h>

#include "unit/job/products.h"

static const char *const themes[] = {"default", "high-contrast", "plum"};
enum { THEMES = sizeof themes / sizeof *themes };

static struct product open_patient(const char *theme)
{
    struct product p = open_product("handout", theme);
    order_patient(&p, HO_CONTENT "/examples/sam-taylor.xml");
    return p;
}

Test(print, sizes_and_leadings_are_those_of_each_edition_in_every_theme)
{
    static const struct ho_type_style wanted[HO_EDITION_COUNT][HO_TYPE_COUNT] = {
        {{24, 28, true},
         {18, 24, true},
         {14, 20, true},
         {12, 16, false},
         {12.5, 16, false},
         {18, 24, true},
         {10.5, 16, true},
         {9, 12, false}},
        {{30, 36, true},
         {24, 32, true},
         {20, 28, true},
         {18, 24, false},
         {18, 24, false},
         {28, 32, true},
         {14, 20, true},
         {14, 20, false}},
        {{36, 44, true},
         {30, 36, true},
         {26, 32, true},
         {24, 32, false},
         {24, 32, false},
         {36, 44, true},
         {18, 24, true},
         {18, 24, false}}};
    for (int t = 0; t < THEMES; t++) {
        struct product p = open_product("handout", themes[t]);
        for (int e = 0; e < HO_EDITION_COUNT; e++)
            for (int role = 0; role < HO_TYPE_COUNT; role++) {
                const struct ho_type_style *style =
                    &p.shop->theme->scales[e].styles[role];
                cr_expect_float_eq(style->size, wanted[e][role].size, 1e-9);
                cr_expect_float_eq(style->leading, wanted[e][role].leading, 1e-9);
                cr_expect_eq(style->is_bold, wanted[e][role].is_bold);
            }
        close_product(&p);
    }
}

/* Every run after page 1, outside the foot. */
typedef void visit(const struct ho_page *page, size_t index, void *data);

static void visit_runs(const struct ho_pages *pages, visit *each, void *data)
{
    for (size_t n = 1; n < pages->pages.count; n++)
        for (size_t i = 0; i < pages->pages.items[n]->items.count; i++)
            if (item_of(pages->pages.items[n], i)->kind == HO_ITEM_GLYPHS &&
                !is_in_artifact(pages->pages.items[n], i))
                each(pages->pages.items[n], i, data);
}

static void check_face(const struct ho_page *page, size_t index, void *data)
{
    const struct ho_glyphs *run = &item_of(page, index)->as.glyphs;
    double x_height = run->size * run->font->x_height / 1000;
    (void)data;
    cr_expect(run->font->italic_angle > -.01 && run->font->italic_angle < .01,
              "\"%s\" is slanted", run->text);
    /* Of body type; small print is for sources only. */
    cr_expect(run->size < 12 || x_height >= ho_mm(2.2), "\"%s\": x-height %d µm",
              run->text, (int)(ho_to_mm(x_height) * 1000));
}

Test(print, is_upright_and_its_x_height_is_over_two_millimetres)
{
    struct product p = open_patient("default");
    visit_runs(set_product(&p, "a4", HO_EDITION_STANDARD, HO_INK_COLOUR), check_face,
               NULL);
    close_product(&p);
}

static size_t count_letters(const char *text)
{
    size_t letters = 0;
    for (; *text; text++)
        letters += (*text & 0xC0) != 0x80;
    return letters;
}

/* Runs of one element on one baseline are a line. */
struct line_check {
    ho_pt y;
    size_t letters, longest;
};

static void check_length(const struct ho_page *page, size_t index, void *data)
{
    struct line_check *line = data;
    const struct ho_glyphs *run = &item_of(page, index)->as.glyphs;
    bool goes_on = run->y > line->y - .01 && run->y < line->y + .01 && index > 0 &&
                   item_of(page, index - 1)->kind == HO_ITEM_GLYPHS;
    line->letters = (goes_on ? line->letters : 0) + count_letters(run->text);
    line->y = run->y;
    line->longest = line->letters > line->longest ? line->letters : line->longest;
    cr_expect_leq(line->letters, 75, "a line of %zu characters ends with \"%s\"",
                  line->letters, run->text);
}

Test(print, lines_have_75_characters_at_most)
{
    static const char *const papers[] = {"a4", "letter"};
    struct product p = open_patient("default");
    for (int i = 0; i < 2; i++) {
        struct line_check line = {0};
        visit_runs(set_product(&p, papers[i], HO_EDITION_STANDARD, HO_INK_COLOUR),
                   check_length, &line);
        cr_expect_geq(line.longest, 45, "running text has room for 45");
    }
    close_product(&p);
}

static void check_margin(const struct ho_page *page, size_t index, void *data)
{
    struct ho_rect box = run_box(&item_of(page, index)->as.glyphs);
    const double *least = data;
    cr_expect_geq(box.x, *least - .01);
    cr_expect_leq(box.x + box.width, page->trim.width - *least + .01);
    cr_expect_geq(box.y, ho_mm(16));
}

Test(print, margins_are_17_millimetres)
{
    struct product p = open_patient("default");
    double least = ho_mm(17);
    visit_runs(set_product(&p, "a4", HO_EDITION_STANDARD, HO_INK_COLOUR), check_margin,
               &least);
    close_product(&p);
}

/* ---- words ---- */

/* As the countries and the sources write them. */
static bool is_abbreviation(const char *word, size_t length)
{
    static const char *const known[] = {"NHS",  "HVLA", "NICE", "WHO", "HSE",
                                        "AAFP", "AAOS", "NG",   "A&E"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strlen(known[i]) == length && strncmp(known[i], word, length) == 0)
            return true;
    return false;
}

static void expect_no_capitals(const char *words)
{
    for (const char *c = words; *c;) {
        size_t length = 0;
        while (isupper((unsigned char)c[length]) || (length && c[length] == '&'))
            length++;
        bool is_word = length > 1 && !islower((unsigned char)c[length]);
        cr_expect(!is_word || is_abbreviation(c, length), "%.*s", (int)length, c);
        c += length ? length : 1;
    }
}

Test(print, has_no_words_in_capitals)
{
    for (int none = 0; none < 2; none++) {
        struct product p = open_product(none ? "leaflet" : "handout", "default");
        order_patient(&p, none ? NULL : HO_CONTENT "/examples/sam-taylor.xml");
        const struct ho_pages *pages =
            set_product(&p, "a4", HO_EDITION_STANDARD, HO_INK_COLOUR);
        for (size_t i = 0; i < pages->pages.count; i++)
            expect_no_capitals(words_on(p.ctx.arena, pages->pages.items[i]));
        close_product(&p);
    }
}

/* Whether one of `words` begins here. */
static bool begins_with_any(const char *text, const char *const *words)
{
    for (; *words; words++)
        if (strncmp(text, *words, strlen(*words)) == 0)
            return true;
    return false;
}

/* No line can end between a number and its unit: no plain space stands there. */
static void check_units(const struct ho_page *page, size_t index, void *data)
{
    static const char *const units[] = {"second", "minute",   "time", "day",
                                        "week",   "exercise", "set",  "round",
                                        "sec",    "min",      "%",    NULL};
    const char *words = item_of(page, index)->as.glyphs.text;
    (void)data;
    for (const char *c = strchr(words, ' '); c; c = strchr(c + 1, ' '))
        cr_expect(c == words || !isdigit((unsigned char)c[-1]) ||
                      !begins_with_any(c + 1, units),
                  "%s", words);
}

/* Nor between a side and its part of the body. */
static void expect_whole_sides(const char *words)
{
    static const char *const parts[] = {" leg",   " ankle", " arm",     " knee",
                                        " thigh", " hip",   " buttock", NULL};
    for (const char *c = strstr(words, "left"); c; c = strstr(c + 1, "left"))
        cr_expect_not(begins_with_any(c + 4, parts), "%.20s", c);
    for (const char *c = strstr(words, "right"); c; c = strstr(c + 1, "right"))
        cr_expect_not(begins_with_any(c + 5, parts), "%.20s", c);
}

Test(print, numbers_stay_with_their_units_and_sides_with_the_body)
{
    static const char *const templates[] = {"handout", "leaflet", "one-page", "diary"};
    for (int t = 0; t < 4; t++) {
        struct product p = open_product(templates[t], "default");
        order_patient(&p, HO_CONTENT "/examples/sam-taylor.xml");
        const struct ho_pages *pages =
            set_product(&p, "a4", HO_EDITION_STANDARD, HO_INK_COLOUR);
        visit_runs(pages, check_units, NULL);
        for (size_t i = 0; i < pages->pages.count; i++)
            expect_whole_sides(words_on(p.ctx.arena, pages->pages.items[i]));
        close_product(&p);
    }
}
