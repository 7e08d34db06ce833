/* SPDX-License-Identifier: MIT */
#include "pages.h"

static const char *const papers[] = {"a4",          "letter", "a5",
                                     "half-letter", "legal",  "a3"};
enum { PAPERS = sizeof papers / sizeof *papers };

/* Leaves the sheet alone. */
static void drop_body(struct sample *sample)
{
    sample->blocks.body = (struct ho_blocks_list){0};
}

static void expect_text(struct sample *sample, const struct ho_page *page,
                        const struct ho_inlines *text)
{
    const char *whole = ho_inlines_text(sample->ctx->arena, text);
    cr_expect(has_words(sample, page, whole), "\"%s\" is not on page 1", whole);
}

static void expect_whole_sheet(struct sample *sample, const struct ho_page *page)
{
    const struct ho_sheet *sheet = &sample->blocks.sheet;
    const struct ho_inlines *texts[] = {
        &sheet->stop,    &sheet->headline,     &sheet->lead,       &sheet->calm,
        &sheet->number,  &sheet->action,       &sheet->wait,       &sheet->avoid,
        &sheet->show,    &sheet->staff,        &sheet->started,    &sheet->started_at,
        &sheet->patient, &sheet->urgent_title, &sheet->urgent_lead};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        expect_text(sample, page, texts[i]);
    for (size_t i = 0; i < sheet->cards.count; i++) {
        expect_text(sample, page, &sheet->cards.items[i].title);
        expect_text(sample, page, &sheet->cards.items[i].tick);
        for (size_t j = 0; j < sheet->cards.items[i].signs.count; j++)
            expect_text(sample, page, &sheet->cards.items[i].signs.items[j]);
    }
    for (size_t i = 0; i < sheet->urgent.count; i++)
        expect_text(sample, page, &sheet->urgent.items[i]);
}

/* ---- one page, whole ---- */

Test(sheet, is_one_whole_page_on_every_paper)
{
    struct sample sample;
    open_sample(&sample);
    drop_body(&sample);
    for (size_t i = 0; i < PAPERS; i++) {
        const struct ho_pages *pages = set_pages(&sample, papers[i]);
        cr_assert_eq(pages->pages.count, 1, "%s", papers[i]);
        expect_whole_sheet(&sample, pages->pages.items[0]);
    }
    close_sample(&sample);
}

/* Without a patient, on every paper. */
static void take_sheet(struct sample *sample, bool is_card)
{
    const struct ho_blocks *blocks;
    sample->example.order.is_card = is_card;
    sample->example.order.record = NULL;
    cr_assert(ho_doc_sheet(sample->ctx, &sample->example.order, &blocks));
    sample->blocks = *blocks;
}

/* Smallest type of the pages. */
static ho_pt find_least(const struct ho_pages *pages)
{
    ho_pt least = 1000;
    for (size_t i = 0; i < pages->pages.count; i++)
        for (size_t j = 0; j < pages->pages.items[i]->items.count; j++) {
            const struct ho_item *item = item_of(pages->pages.items[i], j);
            if (item->kind == HO_ITEM_GLYPHS)
                least = fmin(least, item->as.glyphs.size);
        }
    return least;
}

Test(sheet, needs_no_patient)
{
    struct sample sample;
    open_sample(&sample);
    take_sheet(&sample, false);
    for (size_t i = 0; i < PAPERS; i++) {
        const struct ho_pages *pages = set_pages(&sample, papers[i]);
        cr_assert_eq(pages->pages.count, 1, "%s", papers[i]);
        expect_whole_sheet(&sample, pages->pages.items[0]);
        expect_good_pages(pages);
        cr_expect_not(has_words(&sample, pages->pages.items[0], "Sam Taylor"));
        cr_expect(has_words(&sample, pages->pages.items[0], "Name"));
        cr_expect_not(has_words(&sample, pages->pages.items[0], "Page 1"));
    }
    close_sample(&sample);
}

Test(sheet, fits_on_a6_if_it_is_cut_out)
{
    struct sample sample;
    open_sample(&sample);
    take_sheet(&sample, false);
    sample.safe = ho_mm(5);
    const struct ho_pages *pages = set_pages(&sample, "a6");
    cr_assert_eq(pages->pages.count, 1);
    expect_whole_sheet(&sample, pages->pages.items[0]);
    expect_no_overlap(pages->pages.items[0]);
    cr_expect_geq(find_least(pages), 7.5);
    close_sample(&sample);
}

/* Who sees 6/18, where impaired sight begins for the WHO (ICD-11, 9D90), reads letters three times as high as 6/6
 * needs: 15 minutes of arc, by Snellen's definition. At two metres that is 8.7 mm, here of the lower-case letters. */
Test(sheet, is_read_from_two_metres_on_a3)
{
    const double minute = 3.14159265358979 / 180 / 60,
                 needed = ho_mm(2000 * tan(15 * minute));
    struct sample sample;
    open_sample(&sample);
    take_sheet(&sample, false);
    const struct ho_page *page = set_pages(&sample, "a3")->pages.items[0];
    const struct ho_glyphs *headline = run_of(page, "Get emergency"),
                           *number = run_of(page, "999");
    cr_expect_geq(headline->size * headline->font->x_height / 1000, needed);
    cr_expect_geq(number->size * number->font->cap_height / 1000, 2 * needed);
    close_sample(&sample);
}

Test(sheet, has_two_sides_on_a_card)
{
    struct sample sample;
    open_sample(&sample);
    take_sheet(&sample, true);
    sample.safe = ho_mm(3);
    const struct ho_pages *pages = set_pages(&sample, "card");
    cr_assert_eq(pages->pages.count, 2);
    const struct ho_page *front = pages->pages.items[0], *back = pages->pages.items[1];
    const struct ho_sheet *sheet = &sample.blocks.sheet;
    expect_text(&sample, front, &sheet->headline);
    expect_text(&sample, front, &sheet->lead);
    for (size_t i = 0; i < sheet->cards.count; i++)
        for (size_t j = 0; j < sheet->cards.items[i].signs.count; j++)
            expect_text(&sample, front, &sheet->cards.items[i].signs.items[j]);
    expect_text(&sample, back, &sheet->number);
    expect_text(&sample, back, &sheet->action);
    expect_text(&sample, back, &sheet->wait);
    expect_text(&sample, back, &sheet->avoid);
    expect_text(&sample, back, &sheet->staff);
    expect_no_overlap(front);
    expect_no_overlap(back);
    cr_expect_geq(find_least(pages), 7.5);
    close_sample(&sample);
}

Test(sheet, is_page_1_of_a_handout)
{
    struct sample sample;
    open_sample(&sample);
    const struct ho_pages *pages = set_pages(&sample, "a4");
    cr_expect_gt(pages->pages.count, 1);
    expect_whole_sheet(&sample, pages->pages.items[0]);
    for (size_t i = 1; i < pages->pages.count; i++)
        cr_expect_not(
            has_words(&sample, pages->pages.items[i], "Hard to start to pee"));
    cr_expect_not(has_words(&sample, pages->pages.items[0], "Your plan at a glance"));
    close_sample(&sample);
}

Test(sheet, stays_inside_the_margins_and_apart)
{
    struct sample sample;
    open_sample(&sample);
    drop_body(&sample);
    for (size_t i = 0; i < PAPERS; i++)
        expect_good_pages(set_pages(&sample, papers[i]));
    close_sample(&sample);
}

Test(sheet, has_the_papers_size)
{
    struct sample sample;
    open_sample(&sample);
    drop_body(&sample);
    for (size_t i = 0; i < PAPERS; i++) {
        const struct ho_page *page = set_pages(&sample, papers[i])->pages.items[0];
        cr_expect_eq(page->trim.width, ho_paper_find(papers[i])->width);
        cr_expect_eq(page->trim.height, ho_paper_find(papers[i])->height);
    }
    close_sample(&sample);
}

/* ---- sizes ---- */

/* The smallest type of page 1, small print at its foot aside. */
static ho_pt least_size_on(const struct sample *sample, const struct ho_page *page)
{
    ho_pt least = 1000;
    for (size_t i = 0; i < page->items.count; i++) {
        const struct ho_item *item = item_of(page, i);
        if (item->kind == HO_ITEM_GLYPHS &&
            item->as.glyphs.y < page->trim.height - 70 && !is_in_artifact(page, i))
            least = fmin(least, item->as.glyphs.size);
    }
    (void)sample;
    return least;
}

Test(sheet, no_type_is_under_the_least_of_its_paper)
{
    static const struct {
        const char *paper;
        ho_pt least;
    } cases[] = {{"a4", 11}, {"letter", 11}, {"a5", 9}, {"half-letter", 9}};
    struct sample sample;
    open_sample(&sample);
    drop_body(&sample);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_geq(
            least_size_on(&sample, set_pages(&sample, cases[i].paper)->pages.items[0]),
            cases[i].least, "%s", cases[i].paper);
    close_sample(&sample);
}

/* page.md: a shipped language under 13 pt on A4 is worth a warning. */
Test(sheet, the_shipped_language_is_set_in_13_pt_on_a4)
{
    struct sample sample;
    open_sample(&sample);
    drop_body(&sample);
    const struct ho_page *page = set_pages(&sample, "a4")->pages.items[0];
    cr_expect_geq(run_of(page, "Hard to start to pee")->size, 13);
    close_sample(&sample);
}

Test(sheet, longer_texts_are_set_smaller)
{
    struct sample sample;
    open_sample(&sample);
    drop_body(&sample);
    ho_pt before =
        run_of(set_pages(&sample, "a4")->pages.items[0], "Hard to start to pee")->size;
    struct ho_sheet_card *card = &sample.blocks.sheet.cards.items[0];
    for (int i = 0; i < 3; i++)
        ho_push(sample.ctx->arena, &card->signs,
                inline_of(&sample, "One more sign than before"));
    const struct ho_page *page = set_pages(&sample, "a4")->pages.items[0];
    cr_expect_lt(run_of(page, "Hard to start to pee")->size, before);
    expect_whole_sheet(&sample, page);
    close_sample(&sample);
}

Test(sheet, the_number_is_the_largest_type)
{
    struct sample sample;
    open_sample(&sample);
    drop_body(&sample);
    for (size_t p = 0; p < PAPERS; p++) {
        const struct ho_page *page = set_pages(&sample, papers[p])->pages.items[0];
        const struct ho_glyphs *number = run_of(page, "999");
        for (size_t i = 0; i < page->items.count; i++)
            if (item_of(page, i)->kind == HO_ITEM_GLYPHS &&
                &item_of(page, i)->as.glyphs != number)
                cr_expect_lt(2 * item_of(page, i)->as.glyphs.size, number->size);
    }
    close_sample(&sample);
}

Test(sheet, a_long_number_stays_in_its_window)
{
    struct sample sample;
    open_sample(&sample);
    drop_body(&sample);
    sample.blocks.sheet.number.items[0].text = "0800\xC2\xA0"
                                               "123\xC2\xA0"
                                               "4567";
    for (size_t p = 0; p < PAPERS; p++) {
        const struct ho_pages *pages = set_pages(&sample, papers[p]);
        expect_good_pages(pages);
        const struct ho_glyphs *run = run_of(pages->pages.items[0], "0800");
        cr_expect_lt(run->x + run->width,
                     run_of(pages->pages.items[0], "Do not wait.")->x);
    }
    close_sample(&sample);
}

/* ---- what cannot fit ---- */

static void expect_overflow(struct sample *sample, const char *paper, const char *least)
{
    struct ho_pages *pages = NULL;
    cr_expect_not(try_pages(sample, paper, &pages), "%s", paper);
    cr_expect_null(pages);
    cr_assert_eq(sample->ctx->diags.count, 1);
    cr_expect_eq(sample->ctx->diags.items[0].code, HO_MSG_SHEET_OVERFLOW);
    cr_expect(strstr(sample->ctx->diags.items[0].text,
                     ho_format(sample->ctx->arena, "of %s at %s pt", paper, least)),
              "%s", sample->ctx->diags.items[0].text);
}

Test(sheet, texts_eight_times_as_long_are_an_error_and_not_small_print)
{
    struct sample sample;
    open_sample(&sample);
    for (size_t i = 0; i < sample.blocks.sheet.cards.count; i++) {
        struct ho_sheet_card *card = &sample.blocks.sheet.cards.items[i];
        for (size_t j = 0; j < card->signs.count; j++) {
            const char *text =
                ho_inlines_text(sample.ctx->arena, &card->signs.items[j]);
            for (int twice = 0; twice < 3; twice++)
                text = ho_format(sample.ctx->arena, "%s %s", text, text);
            card->signs.items[j] = inline_of(&sample, text);
        }
    }
    expect_overflow(&sample, "a4", "11");
    expect_overflow(&sample, "letter", "11");
    expect_overflow(&sample, "a5", "9");
    close_sample(&sample);
}

Test(sheet, a_word_wider_than_its_card_is_an_error)
{
    struct sample sample;
    open_sample(&sample);
    sample.blocks.sheet.cards.items[0].signs.items[0] =
        inline_of(&sample, "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrente");
    expect_overflow(&sample, "a4", "11");
    close_sample(&sample);
}

Test(sheet, a_tick_label_wider_than_the_strip_is_an_error)
{
    struct sample sample;
    open_sample(&sample);
    struct ho_text text = {.arena = sample.ctx->arena};
    for (int i = 0; i < 30; i++)
        ho_text_add(&text, "and more ");
    sample.blocks.sheet.cards.items[2].tick = inline_of(&sample, ho_text_end(&text));
    expect_overflow(&sample, "a4", "11");
    close_sample(&sample);
}

Test(sheet, a_missing_glyph_is_reported_and_no_page_is_made)
{
    struct sample sample;
    open_sample(&sample);
    struct ho_pages *pages = NULL;
    sample.blocks.sheet.cards.items[3].signs.items[1] = inline_of(&sample, "字");
    cr_expect_not(try_pages(&sample, "a4", &pages));
    cr_expect_null(pages);
    cr_assert_gt(sample.ctx->diags.count, 0);
    cr_expect_eq(sample.ctx->diags.items[0].code, HO_MSG_NO_GLYPH);
    close_sample(&sample);
}

/* ---- variants ---- */

Test(sheet, without_a_patient_there_is_a_line_for_the_name)
{
    struct sample sample;
    open_sample(&sample);
    drop_body(&sample);
    sample.blocks.sheet.patient = (struct ho_inlines){0};
    for (size_t p = 0; p < PAPERS; p++) {
        const struct ho_pages *pages = set_pages(&sample, papers[p]);
        expect_text(&sample, pages->pages.items[0], &sample.blocks.sheet.name_label);
        expect_good_pages(pages);
    }
    close_sample(&sample);
}

Test(sheet, a_country_without_an_avoid_line_leaves_no_empty_element)
{
    struct sample sample;
    open_sample(&sample);
    drop_body(&sample);
    sample.blocks.sheet.avoid = (struct ho_inlines){0};
    const struct ho_page *page = set_pages(&sample, "a4")->pages.items[0];
    for (size_t i = 0; i + 1 < page->items.count; i++)
        cr_expect_not(item_of(page, i)->kind == HO_ITEM_TAG_BEGIN &&
                          item_of(page, i + 1)->kind == HO_ITEM_TAG_END,
                      "item %zu is an empty element", i);
    close_sample(&sample);
}

Test(sheet, a_long_name_and_clinic_do_not_lie_on_other_text)
{
    struct sample sample;
    open_sample(&sample);
    const char *name = "Wolfeschlegelsteinhausen Bergerdorff Maximiliane Alexandra";
    sample.blocks.sheet.patient = inline_of(&sample, name);
    ho_push(sample.ctx->arena, &sample.blocks.furniture.foot,
            (struct ho_inline){.text = " · The Royal Riverside and District Community "
                                       "Physiotherapy and Rehabilitation Service"});
    expect_good_pages(set_pages(&sample, "a4"));
    expect_good_pages(set_pages(&sample, "letter"));
    close_sample(&sample);
}

/* ---- an urgent sign is there ---- */

Test(sheet, is_whole_on_every_paper_with_the_urgent_tier_first)
{
    struct sample sample;
    open_sample(&sample);
    drop_body(&sample);
    sample.blocks.sheet.urgent_first = true;
    for (size_t i = 0; i < PAPERS; i++) {
        const struct ho_pages *pages = set_pages(&sample, papers[i]);
        cr_assert_eq(pages->pages.count, 1, "%s", papers[i]);
        expect_whole_sheet(&sample, pages->pages.items[0]);
        expect_good_pages(pages);
    }
    close_sample(&sample);
}

Test(sheet, is_read_with_the_urgent_tier_above_the_band)
{
    static const char *const order[] = {"a fever\n",
                                        "Get emergency help now\n",
                                        "Most back",
                                        "Bladder\n",
                                        "Foot or leg\n",
                                        "999\n",
                                        "Show this page at A&E\n"};
    struct sample sample;
    open_sample(&sample);
    sample.blocks.sheet.urgent_first = true;
    const char *words =
        words_on(sample.ctx->arena, set_pages(&sample, "a4")->pages.items[0]);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        words = strstr(words, order[i]);
        cr_assert(words, "\"%s\" does not come where it should", order[i]);
    }
    close_sample(&sample);
}

/* ---- reading ---- */

Test(sheet, is_read_from_stop_to_the_second_tier)
{
    static const char *const order[] = {"Stop\n",
                                        "Get emergency help now\n",
                                        "if you have even one",
                                        "Most back",
                                        "Bladder\n",
                                        "Hard to start to pee\n",
                                        "Numb or tingling\n",
                                        "Between the thighs\n",
                                        "Bowel\n",
                                        "Sex\n",
                                        "Both legs\n",
                                        "Foot or leg\n",
                                        "999\n",
                                        "Do not wait.",
                                        "Show this page at A&E\n",
                                        "Staff: check",
                                        "It started on\n",
                                        "Sam Taylor",
                                        "111 today\n",
                                        "a fever\n",
                                        "a lump, or a changed shape\n"};
    struct sample sample;
    open_sample(&sample);
    const char *words =
        words_on(sample.ctx->arena, set_pages(&sample, "a4")->pages.items[0]);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        const char *at = strstr(words, order[i]);
        cr_assert(at, "\"%s\" does not come where it should", order[i]);
        words = at;
    }
    close_sample(&sample);
}

Test(sheet, has_one_h1_and_then_h2)
{
    struct sample sample;
    open_sample(&sample);
    drop_body(&sample);
    const struct ho_page *page = set_pages(&sample, "a4")->pages.items[0];
    size_t first = 0, second = 0, lists = 0;
    for (size_t i = 0; i < page->items.count; i++) {
        if (item_of(page, i)->kind != HO_ITEM_TAG_BEGIN)
            continue;
        enum ho_tag tag = item_of(page, i)->as.element->tag;
        cr_expect(tag != HO_TAG_H2 || first, "a card before the headline");
        cr_expect_neq(tag, HO_TAG_H3);
        first += tag == HO_TAG_H1;
        second += tag == HO_TAG_H2;
        lists += tag == HO_TAG_L;
    }
    cr_expect_eq(first, 1);
    cr_expect_eq(second, 9); /* cards, action, strip, second tier */
    cr_expect_eq(lists, 9);  /* cards, ticks, two columns */
    close_sample(&sample);
}

Test(sheet, the_number_can_be_dialled)
{
    struct sample sample;
    open_sample(&sample);
    const struct ho_page *page = set_pages(&sample, "a4")->pages.items[0];
    size_t links = 0;
    for (size_t i = 0; i < page->items.count; i++)
        if (item_of(page, i)->kind == HO_ITEM_LINK &&
            ho_equal(item_of(page, i)->as.link.uri, "tel:999"))
            links++;
    cr_expect_eq(links, 1);
    close_sample(&sample);
}

/* ---- right to left ---- */

Test(sheet, is_mirrored_in_right_to_left_text)
{
    struct sample sample;
    open_sample(&sample);
    const struct ho_page *ltr = set_pages(&sample, "a4")->pages.items[0];
    sample.blocks.is_rtl = true;
    const struct ho_pages *pages = set_pages(&sample, "a4");
    const struct ho_page *rtl = pages->pages.items[0];
    double middle = ltr->trim.width / 2;
    static const char *const words[] = {"Bladder", "Numb or", "999", "Stop"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const struct ho_glyphs *a = run_of(ltr, words[i]), *b = run_of(rtl, words[i]);
        cr_expect_eq(a->x + a->width / 2 < middle, b->x + b->width / 2 > middle,
                     "\"%s\" is not mirrored", words[i]);
        cr_expect_lt(fabs(a->x - (ltr->trim.width - b->x - b->width)), .05,
                     "\"%s\" is not mirrored exactly", words[i]);
    }
    expect_whole_sheet(&sample, rtl);
    expect_good_pages(pages);
    close_sample(&sample);
}

Test(sheet, arabic_words_stand_inside_too)
{
    struct sample sample;
    open_sample(&sample);
    sample.blocks.is_rtl = true;
    sample.blocks.language = "ar";
    struct ho_sheet *sheet = &sample.blocks.sheet;
    sheet->headline = inline_of(&sample, "اطلب المساعدة الطارئة الآن");
    sheet->stop = inline_of(&sample, "قف");
    sheet->action = inline_of(&sample, "اتصل 999 أو اذهب إلى الطوارئ");
    for (size_t i = 0; i < sheet->cards.count; i++) {
        sheet->cards.items[i].title = inline_of(&sample, "المثانة");
        for (size_t j = 0; j < sheet->cards.items[i].signs.count; j++)
            sheet->cards.items[i].signs.items[j] =
                inline_of(&sample, "صعوبة في التبول");
    }
    const struct ho_pages *pages = set_pages(&sample, "a4");
    expect_good_pages(pages);
    const struct ho_glyphs *run = run_of(pages->pages.items[0], "المثانة");
    cr_expect(run->is_rtl);
    cr_expect_gt(run->x, pages->pages.items[0]->trim.width / 2);
    close_sample(&sample);
}
