/* A second condition and a right-to-left language are data: both are invented here, loaded, and set to pages.
 * SPDX-License-Identifier: MIT */
#include "invented.h"

/* A condition of one exercise, with the emergency signs that every condition here has. */
static void invent_condition(struct copy *copy)
{
    write_copy(path_in(copy, "conditions/stiff-elbow.xml"),
               "<condition id=\"stiff-elbow\" version=\"0.1\" reviewed=\"2026-01-01\" "
               "review-by=\"2027-01-01\" red-flags=\"red-flags\"><exercise "
               "ref=\"bend-elbow\"/><measure id=\"elbow-pain\"/></condition>");
    write_copy(
        path_in(copy, "exercises/bend-elbow.xml"),
        "<exercise id=\"bend-elbow\" sides=\"one\" floor=\"no\"><dose>"
        "<repetitions default=\"4\" least=\"4\" most=\"6\" source=\"convention\"/>"
        "<times-a-day default=\"1\" least=\"1\" most=\"2\" source=\"convention\"/>"
        "</dose></exercise>");
    write_copy(
        path_in(copy, "en-GB/conditions/stiff-elbow.xml"),
        "<condition-text id=\"stiff-elbow\" language=\"en-GB\"><title>Your elbow "
        "plan</title><measure id=\"elbow-pain\">Elbow pain, 0 to 10</measure>"
        "</condition-text>");
    write_copy(path_in(copy, "en-GB/exercises/bend-elbow.xml"),
               "<exercise-text id=\"bend-elbow\" language=\"en-GB\"><name>Bend the "
               "elbow</name><purpose>Bends your elbow.</purpose><steps><step>Bend it "
               "slowly.</step><step>Let go.</step>"
               "</steps></exercise-text>");
}

Test(data_only, a_second_condition_reaches_the_pages)
{
    struct sample sample;
    struct copy copy = begin(HO_CONTENT);
    open_sample(&sample);
    invent_condition(&copy);
    take_copy(&sample, &copy, "stiff-elbow", "en-GB");
    take_record(
        &sample.example,
        "<record id=\"e1\" condition=\"stiff-elbow\" language=\"en-GB\"><patient "
        "name=\"Kim Lee\" side=\"right\"/><plan><exercise ref=\"bend-elbow\" "
        "repetitions=\"6\"/></plan></record>");
    sample.blocks = *build_blocks(&sample.example);
    cr_expect_str_eq(sample.blocks.title, "Your elbow plan");
    const struct ho_pages *pages = set_pages(&sample, "a4");
    expect_good_pages(pages);
    cr_expect_eq(page_with(&sample, pages, "Get emergency help now"), 1);
    cr_expect_geq(page_with(&sample, pages, "Bend it slowly."), 2);
    cr_expect_geq(page_with(&sample, pages, "6\xC2\xA0times"), 2);
    cr_expect_geq(page_with(&sample, pages, "Elbow pain, 0 to 10"), 2);
    cr_expect_eq(page_with(&sample, pages, "Leg pain, 0 to 10"), 0);
    close_sample(&sample);
    end(&copy);
}

/* Every product, for the patient and for nobody. */
Test(data_only, a_second_condition_has_every_product)
{
    static const char *const templates[] = {"handout", "leaflet", "one-page", "diary"};
    struct sample sample;
    struct copy copy = begin(HO_CONTENT);
    open_sample(&sample);
    struct ho_order *order = &sample.example.order;
    invent_condition(&copy);
    take_copy(&sample, &copy, "stiff-elbow", "en-GB");
    for (int i = 0; i < 4; i++) {
        cr_assert(
            ho_template_load(sample.ctx, HO_TEMPLATES, templates[i], &order->template));
        order->record = ho_record_general(sample.ctx, order->library);
        cr_assert(
            ho_plan_build(sample.ctx, order->library, order->record, &order->plan));
        sample.blocks = *build_blocks(&sample.example);
        const struct ho_pages *pages = set_pages(&sample, "a4");
        expect_good_pages(pages);
        cr_expect_eq(page_with(&sample, pages, "Get emergency help now"), 1);
        cr_expect_eq(page_with(&sample, pages, "Sam Taylor"), 0);
        if (i < 3) /* a diary has lines for what is written in */
            cr_expect_geq(page_with(&sample, pages, "Bend the elbow"), 2);
    }
    close_sample(&sample);
    end(&copy);
}

/* The octagon stands where the headline begins, so the headline is further from that edge. */
static void expect_headline(const struct ho_page *page, bool is_rtl)
{
    const struct ho_glyphs *headline = NULL;
    for (size_t i = 0; i < page->items.count; i++)
        if (item_of(page, i)->kind == HO_ITEM_GLYPHS &&
            (!headline || item_of(page, i)->as.glyphs.size > headline->size) &&
            item_of(page, i)->as.glyphs.text[0] != '9')
            headline = &item_of(page, i)->as.glyphs;
    cr_assert(headline);
    cr_expect_eq(headline->is_rtl, is_rtl);
    double before = headline->x,
           after = page->trim.width - headline->x - headline->width;
    cr_expect_eq(before < after, is_rtl, "%d before, %d after", (int)before,
                 (int)after);
}

/* The side on which the bullets of the page stand: discs are the only small round paths. */
static double mean_of_discs(const struct ho_page *page)
{
    double sum = 0;
    int count = 0;
    for (size_t i = 0; i < page->items.count; i++) {
        if (item_of(page, i)->kind != HO_ITEM_PATH)
            continue;
        struct ho_rect box = ho_path_box(item_of(page, i)->as.path.path);
        if (box.width > 1 && box.width < 8 && fabs(box.width - box.height) < .01) {
            sum += box.x + box.width / 2;
            count++;
        }
    }
    cr_assert_gt(count, 10);
    return sum / count;
}

Test(data_only, a_right_to_left_language_mirrors_every_page)
{
    struct sample sample;
    struct copy copy = begin(HO_CONTENT);
    open_sample(&sample);
    const struct ho_pages *english = set_pages(&sample, "a4");
    expect_headline(english->pages.items[0], false);

    invent_language(&copy, "GB");
    take_copy(&sample, &copy, "sciatica", "qaa");
    cr_expect(sample.example.order.library->is_rtl);
    sample.blocks = *build_blocks(&sample.example);
    cr_expect(sample.blocks.is_rtl);
    ho_fonts_close(sample.fonts);
    cr_assert(ho_fonts_open(sample.ctx, HO_FONTS_DIR, "qaa", &sample.fonts));
    struct ho_pages *pages = set_pages(&sample, "a4");
    expect_good_pages(pages);
    cr_expect_str_eq(pages->info.language, "qaa");
    expect_headline(pages->pages.items[0], true);
    double middle = pages->pages.items[0]->trim.width / 2;
    /* Two columns of bullets: their mean lies off the middle, on the side where lines begin. */
    cr_expect_lt(mean_of_discs(english->pages.items[0]), middle);
    cr_expect_gt(mean_of_discs(pages->pages.items[0]), middle);
    cr_expect(ho_fonts_finish(sample.ctx, sample.fonts, pages, HO_FINISH_SUBSETS), "%s",
              messages(sample.ctx));
    cr_expect(strstr(ho_pages_speech(sample.ctx->arena, pages), "language: qaa\n"));
    close_sample(&sample);
    end(&copy);
}
