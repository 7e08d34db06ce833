/* SPDX-License-Identifier: MIT */
#include "unit/pdf/written.h"

/* What is kept shows only in time: each document is as if it were alone. The documents of these tests are long enough
 * to be cut into several parts, and differ in one thing. */
struct look {
    const char *name, *word; /* in the foot, of the odd paragraph */
    ho_pt y, size, width, scale;
    enum ho_role paint;
    enum ho_tag tag;
    bool has_link, has_figure;
};

static const struct look usual = {"SAM", "KNEE",       20,       10,   1,
                                  1,     HO_PAINT_INK, HO_TAG_P, true, true};

static struct ho_pdf_kept *kept;
static const struct ho_font *font;
static const struct ho_drawing *drawing;
static uint64_t shape; /* of the paragraph that differs */

static void set_up_kept(void)
{
    set_up();
    kept = ho_pdf_kept_new();
    font = make_font();
    shape = 0;
    struct ho_drawing *knee = ho_new(ctx.arena, struct ho_drawing);
    *knee = (struct ho_drawing){.id = "knee", .box = {0, 0, 100, 100}};
    ho_push(ctx.arena, &knee->paths,
            (struct ho_painted_path){make_square(1, 2), {.fill = HO_PAINT_DANGER}});
    drawing = knee;
}

static void tear_down_kept(void)
{
    ho_pdf_kept_free(kept);
    tear_down();
}

TestSuite(kept, .init = set_up_kept, .fini = tear_down_kept);

static void put_paragraph(const struct look *look, int i)
{
    struct ho_element *p = make_element(i == 50 ? look->tag : HO_TAG_P);
    struct ho_glyphs run = make_run(font, i == 50 ? look->word : "BACK");
    run.y = 20 + 5 * i;
    if (i == 50) {
        run.y = look->y;
        run.size = look->size;
        run.paint = look->paint;
        run.shape = shape;
    }
    ho_page_path(
        ctx.arena, page, make_square(10, 20 + i),
        (struct ho_paint){.stroke = HO_PAINT_TINT, .width = i == 30 ? look->width : 1});
    begin(p);
    ho_page_glyphs(ctx.arena, page, run);
    end(p);
}

static void put_knee(const struct look *look)
{
    struct ho_element *figure = make_element(HO_TAG_FIGURE);
    begin(figure);
    ho_page_drawing(ctx.arena, page, drawing,
                    (struct ho_matrix){look->scale, 0, 0, look->scale, 10, 20});
    end(figure);
}

static void put_link(void)
{
    struct ho_element *link = make_element(HO_TAG_LINK);
    begin(link);
    ho_page_glyphs(ctx.arena, page, make_run(font, "CALL"));
    ho_page_link(ctx.arena, page,
                 (struct ho_link){
                     .box = {1, 2, 3, 4}, .uri = "tel:999", .description = "Call 999"});
    end(link);
}

static void put_foot(const char *name)
{
    struct ho_element *foot = make_element(HO_TAG_ARTIFACT);
    foot->artifact = HO_ARTIFACT_FOOTER;
    begin(foot);
    ho_page_glyphs(ctx.arena, page, make_run(font, name));
    end(foot);
}

/* Two pages: a section goes on from one to the other. */
static void make_pages(const struct look *look)
{
    struct ho_element *all = make_element(HO_TAG_DOCUMENT),
                      *sect = make_element(HO_TAG_SECT);
    pages.pages.count = 0;
    for (int n = 0; n < 2; n++) {
        page = ho_page_add(ctx.arena, &pages, ho_paper_find("a4"));
        begin(all), begin(sect);
        for (int i = 0; i < 100; i++)
            put_paragraph(look, i);
        if (look->has_figure)
            put_knee(look);
        if (look->has_link)
            put_link();
        end(sect);
        put_foot(look->name);
        end(all);
    }
}

static struct ho_bytes write_kept(void)
{
    struct ho_bytes file = {0};
    cr_assert(ho_pdf_write_measured(&ctx, kept, &pages, &file, NULL));
    return file;
}

static bool is_same(struct ho_bytes a, struct ho_bytes b)
{
    return a.length == b.length && memcmp(a.data, b.data, a.length) == 0;
}

/* Written among others, as a first, a second and a third. */
static struct ho_bytes expect_as_alone(const struct look *look)
{
    make_pages(look);
    struct ho_bytes alone = write_file();
    for (int i = 0; i < 3; i++) {
        make_pages(look);
        cr_expect(is_same(write_kept(), alone), "write %d", i + 1);
    }
    return alone;
}

Test(kept, documents_are_as_if_alone)
{
    struct ho_bytes first = expect_as_alone(&usual);
    struct look looks[10];
    for (int i = 0; i < 10; i++)
        looks[i] = usual;
    looks[0].name = "PAT";
    looks[1].word = "HEEL";
    looks[2].y = 20.5;
    looks[3].size = 10.5;
    looks[4].paint = HO_PAINT_DANGER;
    looks[5].tag = HO_TAG_H1;
    looks[6].width = 1.5;
    looks[7].scale = 2;
    looks[8].has_link = false;
    looks[9].has_figure = false;
    for (int i = 0; i < 10; i++)
        cr_expect_not(is_same(expect_as_alone(&looks[i]), first), "look %d", i);
    cr_expect(is_same(expect_as_alone(&usual), first));
}

Test(kept, another_theme_has_its_own_colours)
{
    struct ho_bytes red = expect_as_alone(&usual);
    palette.roles[HO_PAINT_TINT].rgb[0] = 0.75f;
    cr_expect_not(is_same(expect_as_alone(&usual), red));
    palette.ink = HO_INK_GREY;
    expect_as_alone(&usual);
}

/* A glyph reads as what it most often stands for in its document. */
Test(kept, a_glyph_may_read_otherwise)
{
    struct ho_bytes first = expect_as_alone(&usual);
    ((struct ho_font_glyph *)font->used)['K' - 'A'].to_unicode = "ck";
    struct ho_bytes other = expect_as_alone(&usual);
    cr_expect_not(is_same(other, first));
    expect(read_file(other), "<002E> <0063006B>\n");
}

/* From document to document: the reading before, one too long to be noted, and letters more or less. */
Test(kept, a_glyph_may_read_otherwise_again_and_again)
{
    static const char *const readings[] = {
        "K", "ck", "K", "a reading that is long", "a reading as long", "K"};
    struct look look = usual;
    struct ho_bytes all[6];
    for (int i = 0; i < 6; i++) {
        ((struct ho_font_glyph *)font->used)['K' - 'A'].to_unicode = readings[i];
        look.name = i % 2 ? "PAT" : "SAM";
        expect_as_alone(&look);
        expect_as_alone(&look);
        look.name = "SAM";
        all[i] = expect_as_alone(&look);
    }
    cr_expect(is_same(all[0], all[2]) && is_same(all[0], all[5]));
    cr_expect_not(is_same(all[0], all[1]) || is_same(all[0], all[3]) ||
                  is_same(all[3], all[4]));
}

Test(kept, a_page_is_cut_into_parts)
{
    make_pages(&usual);
    const char *text = write_text();
    cr_expect_eq(count(text, "/Contents ["), 2);
}

/* Runs that text/ has numbered are known by the number, wherever they stand and however they are painted. */
Test(kept, a_numbered_run_is_known_by_its_number)
{
    expect_as_alone(&usual);
    shape = 1;
    struct ho_bytes first = expect_as_alone(&usual);
    struct look look = usual;
    look.y = 20.5;
    cr_expect_not(is_same(expect_as_alone(&look), first));
    look.paint = HO_PAINT_DANGER;
    expect_as_alone(&look);
    look.word = "HEEL";
    shape = 2;
    expect_as_alone(&look);
}
