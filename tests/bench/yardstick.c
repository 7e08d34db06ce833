/* yardstick OUT.pdf [NAME] — a handout as a good C programmer writes it in a day with
 * plain libharu: its own UTF-8 TrueType fonts, no tags, one fixed layout. What handout
 * is measured against.
 * SPDX-License-Identifier: MIT */
#include <hpdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "yardstick_text.h"

#define MARGIN 48.0F
#define BOTTOM 60.0F
#define LEADING 1.3F

struct pen {
    HPDF_Doc pdf;
    HPDF_Page page;
    HPDF_Font regular, bold;
    const char *name;
    HPDF_REAL width, y;
    int number;
};

static void refuse(HPDF_STATUS code, HPDF_STATUS detail, void *data)
{
    (void)data;
    fprintf(stderr, "yardstick: libharu refuses: 0x%04lx, %lu\n", (unsigned long)code,
            (unsigned long)detail);
    exit(3);
}

static void show(struct pen *pen, HPDF_Font font, HPDF_REAL size, HPDF_REAL x,
                 const char *text)
{
    HPDF_Page_BeginText(pen->page);
    HPDF_Page_SetFontAndSize(pen->page, font, size);
    HPDF_Page_TextOut(pen->page, x, pen->y, text);
    HPDF_Page_EndText(pen->page);
}

/* Sets a paragraph that begins at pen->y and leaves pen->y below it. */
static void set_text(struct pen *pen, HPDF_Font font, HPDF_REAL size, HPDF_REAL x,
                     HPDF_REAL width, const char *text)
{
    char line[256];
    HPDF_Page_SetFontAndSize(pen->page, font, size);
    while (*text) {
        HPDF_UINT fit = HPDF_Page_MeasureText(pen->page, text, width, HPDF_TRUE, NULL);
        if (fit == 0 || fit >= sizeof line)
            fit = (HPDF_UINT)strlen(text);
        if (fit >= sizeof line)
            fit = sizeof line - 1;
        memcpy(line, text, fit);
        line[fit] = '\0';
        pen->y -= size * LEADING;
        show(pen, font, size, x, line);
        text += fit;
    }
}

static void add_footer(struct pen *pen)
{
    char text[256];
    snprintf(text, sizeof text, "%s \xc2\xb7 page %d of 4 \xc2\xb7 benchmark only",
             pen->name, pen->number);
    pen->y = BOTTOM / 2;
    HPDF_Page_SetRGBFill(pen->page, .35F, .35F, .35F);
    show(pen, pen->regular, 9, MARGIN, text);
}

static void start_page(struct pen *pen, const char *title)
{
    pen->page = HPDF_AddPage(pen->pdf);
    HPDF_Page_SetSize(pen->page, HPDF_PAGE_SIZE_A4, HPDF_PAGE_PORTRAIT);
    pen->width = HPDF_Page_GetWidth(pen->page) - 2 * MARGIN;
    pen->number++;
    add_footer(pen);
    pen->y = HPDF_Page_GetHeight(pen->page) - MARGIN;
    HPDF_Page_SetRGBFill(pen->page, 0, 0, 0);
    set_text(pen, pen->bold, 22, MARGIN, pen->width, title);
}

static void add_sign(struct pen *pen, const struct sign *sign, HPDF_REAL x,
                     HPDF_REAL width)
{
    HPDF_REAL top = pen->y;
    HPDF_Page_SetRGBStroke(pen->page, .7F, 0, 0);
    HPDF_Page_SetLineWidth(pen->page, 1.5F);
    HPDF_Page_Rectangle(pen->page, x, top - 84, width, 80);
    HPDF_Page_Stroke(pen->page);
    set_text(pen, pen->bold, 13, x + 10, width - 20, sign->group);
    for (int i = 0; i < 3; i++) {
        HPDF_Page_Rectangle(pen->page, x + 10, pen->y - 14, 9, 9);
        HPDF_Page_Stroke(pen->page);
        set_text(pen, pen->regular, 12, x + 26, width - 36, sign->lines[i]);
    }
    pen->y = top;
}

static void add_sheet(struct pen *pen)
{
    start_page(pen, "Emergency: signs that cannot wait");
    HPDF_REAL half = (pen->width - 12) / 2;
    set_text(pen, pen->regular, 13, MARGIN, pen->width, sheet_action);
    pen->y -= 10;
    for (int i = 0; i < SIGNS; i += 2) {
        add_sign(pen, &signs[i], MARGIN, half);
        add_sign(pen, &signs[i + 1], MARGIN + half + 12, half);
        pen->y -= 92;
    }
    set_text(pen, pen->regular, 13, MARGIN, pen->width, sheet_urgent);
    pen->y -= 14;
    HPDF_Page_MoveTo(pen->page, MARGIN, pen->y);
    HPDF_Page_LineTo(pen->page, MARGIN + pen->width, pen->y);
    HPDF_Page_Stroke(pen->page);
    set_text(pen, pen->bold, 15, MARGIN, pen->width, pen->name);
    set_text(pen, pen->regular, 13, MARGIN, pen->width, sheet_strip);
}

static void draw_limb(HPDF_Page page, const float (*from)[2], const float (*over)[2])
{
    HPDF_Page_MoveTo(page, (*from)[0], (*from)[1]);
    HPDF_Page_LineTo(page, over[0][0], over[0][1]);
    HPDF_Page_LineTo(page, over[1][0], over[1][1]);
    HPDF_Page_Stroke(page);
}

static void draw_arrow(HPDF_Page page)
{
    HPDF_Page_SetRGBStroke(page, .8F, .3F, 0);
    HPDF_Page_SetRGBFill(page, .8F, .3F, 0);
    HPDF_Page_SetLineWidth(page, 2);
    HPDF_Page_MoveTo(page, 78, 66);
    HPDF_Page_CurveTo(page, 72, 82, 60, 88, 46, 86);
    HPDF_Page_Stroke(page);
    HPDF_Page_MoveTo(page, 40, 85);
    HPDF_Page_LineTo(page, 48, 90);
    HPDF_Page_LineTo(page, 48, 81);
    HPDF_Page_ClosePath(page);
    HPDF_Page_Fill(page);
}

/* About 40 operators: mat, head, trunk, four limbs, arrow. */
static void draw_figure(HPDF_Page page, const float (*joints)[2], HPDF_REAL x,
                        HPDF_REAL y)
{
    HPDF_Page_GSave(page);
    HPDF_Page_Concat(page, 1.3F, 0, 0, 1.3F, x, y);
    HPDF_Page_SetRGBFill(page, .85F, .9F, .93F);
    HPDF_Page_Rectangle(page, 0, 2, 100, 5);
    HPDF_Page_Fill(page);
    HPDF_Page_SetRGBFill(page, .2F, .3F, .4F);
    HPDF_Page_SetRGBStroke(page, .2F, .3F, .4F);
    HPDF_Page_SetLineCap(page, HPDF_ROUND_END);
    HPDF_Page_SetLineJoin(page, HPDF_ROUND_JOIN);
    HPDF_Page_Circle(page, joints[0][0], joints[0][1], 6);
    HPDF_Page_Fill(page);
    HPDF_Page_SetLineWidth(page, 11);
    HPDF_Page_MoveTo(page, joints[1][0], joints[1][1]);
    HPDF_Page_CurveTo2(page, (joints[1][0] + joints[2][0]) / 2, joints[1][1],
                       joints[2][0], joints[2][1]);
    HPDF_Page_Stroke(page);
    HPDF_Page_SetLineWidth(page, 7);
    draw_limb(page, &joints[2], &joints[3]);
    draw_limb(page, &joints[2], &joints[5]);
    HPDF_Page_SetLineWidth(page, 5);
    draw_limb(page, &joints[1], &joints[7]);
    draw_limb(page, &joints[1], &joints[9]);
    draw_arrow(page);
    HPDF_Page_GRestore(page);
}

static void add_doses(struct pen *pen, const char *const *doses)
{
    HPDF_REAL cell = pen->width / DOSES, top = pen->y - 8;
    HPDF_Page_SetLineWidth(pen->page, .75F);
    HPDF_Page_SetRGBStroke(pen->page, .4F, .4F, .4F);
    for (int i = 0; i < DOSES; i++) {
        HPDF_REAL x = MARGIN + cell * (HPDF_REAL)i;
        HPDF_Page_Rectangle(pen->page, x, top - 36, cell, 36);
        HPDF_Page_Stroke(pen->page);
        pen->y = top - 14;
        show(pen, pen->regular, 10, x + 6, dose_names[i]);
        pen->y = top - 30;
        show(pen, pen->bold, 12, x + 6, doses[i]);
    }
    pen->y = top - 36;
}

static void add_labelled(struct pen *pen, const char *label, const char *text)
{
    char whole[256];
    snprintf(whole, sizeof whole, "%s %s", label, text);
    set_text(pen, pen->regular, 11, MARGIN, pen->width, whole);
}

static void add_exercise(struct pen *pen, const struct exercise *exercise)
{
    HPDF_REAL top;
    char number[4];
    pen->y -= 8;
    set_text(pen, pen->bold, 15, MARGIN, pen->width, exercise->name);
    set_text(pen, pen->regular, 11, MARGIN, pen->width, exercise->purpose);
    top = pen->y;
    draw_figure(pen->page, exercise->joints, MARGIN, top - 138);
    HPDF_Page_SetRGBFill(pen->page, 0, 0, 0);
    for (int i = 0; i < STEPS; i++) {
        HPDF_REAL line = pen->y;
        snprintf(number, sizeof number, "%d.", (i + 1) % 10);
        set_text(pen, pen->bold, 11, MARGIN + 146, 20, number);
        pen->y = line;
        set_text(pen, pen->regular, 11, MARGIN + 164, pen->width - 164,
                 exercise->steps[i]);
    }
    if (pen->y > top - 140)
        pen->y = top - 140;
    add_doses(pen, exercise->doses);
    add_labelled(pen, "You should feel", exercise->feel);
    add_labelled(pen, "Easier:", exercise->easier);
    add_labelled(pen, "When to stop:", exercise->stop);
}

static HPDF_Font load_font(HPDF_Doc pdf, const char *path)
{
    return HPDF_GetFont(pdf, HPDF_LoadTTFontFromFile(pdf, path, HPDF_TRUE), "UTF-8");
}

int main(int argc, char **argv)
{
    if (argc < 2 || argc > 3) {
        fputs("usage: yardstick OUT.pdf [NAME]\n", stderr);
        return 2;
    }
    struct pen pen = {.name = argc > 2 ? argv[2] : "Sam Taylor"};
    char title[128];
    pen.pdf = HPDF_New(refuse, NULL);
    if (!pen.pdf)
        return 3;
    HPDF_SetCompressionMode(pen.pdf, HPDF_COMP_ALL);
    HPDF_UseUTFEncodings(pen.pdf);
    pen.regular = load_font(pen.pdf, HO_FONTS_DIR "/NotoSans-Regular.ttf");
    pen.bold = load_font(pen.pdf, HO_FONTS_DIR "/NotoSans-Bold.ttf");
    add_sheet(&pen);
    for (int i = 0; i < EXERCISES; i++) {
        snprintf(title, sizeof title, "Exercises for %s", pen.name);
        if (i % 2 == 0)
            start_page(&pen, title);
        add_exercise(&pen, &exercises[i]);
    }
    HPDF_SaveToFile(pen.pdf, argv[1]);
    HPDF_Free(pen.pdf);
    return 0;
}
