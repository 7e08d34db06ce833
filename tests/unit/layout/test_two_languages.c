/* Where the staff do not read the handout's language, the strip that they are shown says all in theirs as well.
 * SPDX-License-Identifier: MIT */
#include "invented.h"

/* A handout in the invented language, in a country whose staff read English; or the other way round. */
static void open_two(struct sample *sample, struct copy *copy, const char *language)
{
    *copy = begin(HO_CONTENT);
    open_sample(sample);
    invent_language(copy, "GB");
    if (ho_equal(language, "en-GB"))
        spoil(copy, "countries/GB.xml", "staff=\"en-GB en-US\"", "staff=\"qaa\"", "<");
    take_copy(sample, copy, "sciatica", language);
    cr_assert(sample->example.order.staff);
    sample->blocks = *build_blocks(&sample->example);
    sample->blocks.body = (struct ho_blocks_list){0};
    ho_fonts_close(sample->fonts);
    cr_assert(ho_fonts_open(sample->ctx, HO_FONTS_DIR, language, &sample->fonts));
}

static void close_two(struct sample *sample, struct copy *copy)
{
    close_sample(sample);
    end(copy);
}

/* Each is on page 1, with its language said to who listens. */
static void expect_strip(struct sample *sample, const struct ho_page *page,
                         const char *language)
{
    const struct ho_sheet *sheet = &sample->blocks.sheet;
    const struct ho_staff_strip *strip = sheet->for_staff;
    struct ho_arena *arena = sample->ctx->arena;
    cr_assert_eq(strip->ticks.count, sheet->cards.count);
    for (size_t i = 0; i < strip->ticks.count; i++) {
        cr_expect(
            has_words(sample, page, ho_inlines_text(arena, &strip->ticks.items[i])));
        cr_expect(has_words(sample, page,
                            ho_inlines_text(arena, &sheet->cards.items[i].tick)));
    }
    const struct ho_inlines *texts[] = {
        &strip->show,       &strip->staff,      &strip->started,
        &strip->started_at, &sheet->show,       &sheet->staff,
        &sheet->started,    &sheet->started_at, &sheet->patient};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        cr_expect(has_words(sample, page, ho_inlines_text(arena, texts[i])), "%s",
                  ho_inlines_text(arena, texts[i]));
    size_t told = 0;
    for (size_t i = 0; i < page->items.count; i++)
        told += item_of(page, i)->kind == HO_ITEM_TAG_BEGIN &&
                ho_equal(item_of(page, i)->as.element->language, language);
    cr_expect_eq(told, 4 + strip->ticks.count);
}

static void expect_two(const char *own, const char *other)
{
    static const char *const papers[] = {"a4", "letter", "a5", "half-letter"};
    struct sample sample;
    struct copy copy;
    open_two(&sample, &copy, own);
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++) {
        const struct ho_pages *pages = set_pages(&sample, papers[i]);
        cr_assert_eq(pages->pages.count, 1, "%s", papers[i]);
        expect_strip(&sample, pages->pages.items[0], other);
        expect_good_pages(pages);
    }
    for (int edition = HO_EDITION_LARGE; edition <= HO_EDITION_GIANT; edition++)
        for (size_t i = 0; i < 2; i++) {
            sample.example.order.edition = (enum ho_edition)edition;
            sample.blocks = *build_blocks(&sample.example);
            sample.blocks.body = (struct ho_blocks_list){0};
            const struct ho_pages *pages = set_pages(&sample, papers[i]);
            cr_assert_eq(pages->pages.count, 1, "%s", papers[i]);
            expect_strip(&sample, pages->pages.items[0], other);
            expect_good_pages(pages);
        }
    close_two(&sample, &copy);
}

Test(two_languages, stand_on_page_1_of_a_language_from_right_to_left)
{
    expect_two("qaa", "en-GB");
}

Test(two_languages, stand_on_page_1_where_the_staff_read_from_right_to_left)
{
    expect_two("en-GB", "qaa");
}

/* The word for the staff is under the patient's, and both begin where the page's lines do. */
Test(two_languages, share_boxes_and_lines)
{
    struct sample sample;
    struct copy copy;
    open_two(&sample, &copy, "qaa");
    const struct ho_page *page = set_pages(&sample, "a4")->pages.items[0];
    const struct ho_sheet *sheet = &sample.blocks.sheet;
    const struct ho_glyphs *below = run_of(page, "Bladder"),
                           *show = run_of(page, "Show this page");
    const struct ho_glyphs *above =
        run_of(page, ho_inlines_text(sample.ctx->arena, &sheet->cards.items[0].tick));
    double middle = page->trim.width / 2;
    cr_expect_gt(show->x + show->width / 2, middle);
    cr_expect_not(below->is_rtl);
    cr_expect(above->is_rtl);
    cr_expect_gt(below->x, middle);
    size_t boxes = 0;
    for (size_t i = 0; i < page->items.count; i++)
        if (item_of(page, i)->kind == HO_ITEM_PATH) {
            struct ho_rect box = ho_path_box(item_of(page, i)->as.path.path);
            boxes += item_of(page, i)->as.path.paint.stroke == HO_PAINT_INK &&
                     box.width > 8 && fabs(box.width - box.height) < .01 &&
                     box.width < 16;
        }
    cr_expect_eq(boxes, sheet->cards.count, "a tick would not be one tick");
    close_two(&sample, &copy);
}

/* Who is not given a patient has a line for the name, in both languages. */
Test(two_languages, stand_beside_the_line_for_a_name)
{
    struct sample sample;
    struct copy copy;
    open_two(&sample, &copy, "qaa");
    sample.blocks.sheet.patient = (struct ho_inlines){0};
    const struct ho_pages *pages = set_pages(&sample, "a4");
    cr_expect(has_words(&sample, pages->pages.items[0], "Name"));
    expect_good_pages(pages);
    close_two(&sample, &copy);
}
