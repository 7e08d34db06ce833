/* What only pages show: type, cards and pictures at their printed size.
 * SPDX-License-Identifier: MIT */
#include "lint/lint.h"
#include "unit/model/content_copy.h"

struct made {
    struct ho_ctx ctx;
    struct ho_pages pages;
    struct ho_library library;
    struct ho_type_scale scale;
    struct ho_page_setting setting;
};

/* Three pages of A4 with nothing on them, in standard type. */
static struct made *make(void)
{
    struct ho_arena *arena = ho_arena_new();
    struct made *made = ho_new(arena, struct made);
    made->ctx.arena = arena;
    made->scale.styles[HO_TYPE_BODY].size = 12;
    made->setting = (struct ho_page_setting){.library = &made->library,
                                             .scale = &made->scale,
                                             .paper = "a4",
                                             .edition = HO_EDITION_STANDARD};
    for (int i = 0; i < 3; i++)
        ho_page_add(arena, &made->pages, ho_paper_find("a4"));
    return made;
}

static void put_words(struct made *made, size_t page, const char *words,
                      double x_height)
{
    struct ho_font *font = ho_new(made->ctx.arena, struct ho_font);
    font->x_height = x_height;
    ho_page_glyphs(made->ctx.arena, made->pages.pages.items[page],
                   (struct ho_glyphs){.font = font, .size = 12, .text = words});
}

static void expect_said(struct made *made, const char *text)
{
    if (text) {
        cr_assert_eq(made->ctx.diags.count, 1, "%zu", made->ctx.diags.count);
        cr_expect_str_eq(made->ctx.diags.items[0].text, text);
    } else {
        cr_expect_eq(made->ctx.diags.count, 0);
    }
    ho_arena_free(made->ctx.arena);
}

/* 2.2 mm are 6.236 pt. */
Test(pages, warns_of_low_letters_once)
{
    struct made *made = make();
    put_words(made, 1, "low", 519);
    put_words(made, 2, "low", 519);
    ho_lint_pages(&made->ctx, &made->pages, &made->setting);
    expect_said(made, "the small letters of the text are 2.2 mm high on a4 in standard "
                      "type; they should be 2.2 or more");
}

Test(pages, takes_letters_of_the_least_height_and_what_has_no_small_ones)
{
    struct made *made = make();
    put_words(made, 1, "high", 520);
    put_words(made, 1, "ABC 12", 300);
    put_words(made, 1, "ظهرك", 300);
    put_words(made, 0, "the sheet has its own rules", 300);
    ho_lint_pages(&made->ctx, &made->pages, &made->setting);
    expect_said(made, NULL);
}

/* The card of the exercise on page 2 goes on on page 3. */
static void divide_card(struct made *made)
{
    struct ho_arena *arena = made->ctx.arena;
    struct ho_phrase_part *part = ho_new(arena, struct ho_phrase_part);
    struct ho_element *box = ho_new(arena, struct ho_element);
    struct ho_page *page = made->pages.pages.items[1],
                   *next = made->pages.pages.items[2];
    part->text = "Bridge";
    ho_push(arena, &made->library.exercises,
            (struct ho_exercise){.id = "bridge", .name = {.parts = part, .count = 1}});
    box->tag = HO_TAG_DIV;
    ho_page_begin(arena, page, box);
    ho_page_anchor(arena, page,
                   (struct ho_anchor){.name = "a", .outline_title = "Bridge"});
    ho_page_end(arena, page, box);
    ho_page_begin(arena, next, box);
    ho_page_end(arena, next, box);
}

Test(pages, warns_of_a_card_on_two_pages)
{
    struct made *made = make();
    divide_card(made);
    ho_lint_pages(&made->ctx, &made->pages, &made->setting);
    expect_said(made, "the card of exercise \"bridge\" does not fit on one page of a4 "
                      "in standard type");
}

Test(pages, lets_a_card_take_two_pages_in_giant_type)
{
    struct made *made = make();
    divide_card(made);
    made->setting.edition = HO_EDITION_GIANT;
    ho_lint_pages(&made->ctx, &made->pages, &made->setting);
    expect_said(made, NULL);
}

static struct made *make_with_logo(uint32_t columns)
{
    struct made *made = make();
    struct ho_image *image = ho_new(made->ctx.arena, struct ho_image);
    image->width = columns;
    image->height = 100;
    ho_page_image(made->ctx.arena, made->pages.pages.items[1], image,
                  (struct ho_rect){0, 0, 144, 36});
    ho_lint_images(&made->ctx, &made->pages, (struct ho_span){0});
    return made;
}

Test(pages, warns_of_a_coarse_logo)
{
    expect_said(make_with_logo(399), "the logo has 199 pixels to the inch where it is "
                                     "printed, 51 mm wide; it should have 200 or more");
    expect_said(make_with_logo(400), NULL);
}

Test(pages, warns_of_each_small_style_of_a_theme)
{
    static const ho_pt least[] = {12, 18, 24}, small[] = {9, 14, 18};
    struct made *made = make();
    struct ho_theme theme = {0};
    for (int e = 0; e < HO_EDITION_COUNT; e++)
        for (int t = 0; t < HO_TYPE_COUNT; t++)
            theme.scales[e].styles[t].size =
                t == HO_TYPE_SMALL || t == HO_TYPE_REMINDER ? small[e] : least[e];
    ho_lint_theme(&made->ctx, &theme, (struct ho_span){0});
    cr_expect_eq(made->ctx.diags.count, 0);
    theme.scales[HO_EDITION_GIANT].styles[HO_TYPE_SMALL].size = 17.5;
    ho_lint_theme(&made->ctx, &theme, (struct ho_span){0});
    expect_said(made, "small is set in 17.5 pt in giant type; it should be 18 or more");
}
