/* make_proof FONTS OUT — a hand-made list of pages in English, Arabic and Hindi, with headings, a list, a table, a
 * drawing and a link, written as OUT.pdf, OUT-N.png, OUT-N.svg and, the words as they should be read, OUT.txt.
 * proof.sh holds the files to the standards and to each other.
 * SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "page/page.h"
#include "pdf/pdf.h"
#include "picture/picture.h"
#include "text/text.h"

enum { DPI = 200 };
static const ho_pt margin = 48, width = 499.28;

struct proof {
    struct ho_ctx *ctx;
    struct ho_fonts *fonts;
    struct ho_pages *pages;
    struct ho_page *page;
    struct ho_element *document;
    struct ho_text words; /* what a reader should find, in order */
    const char *language;
    bool is_rtl;
    ho_pt y;
};

static _Noreturn void die(const struct proof *p)
{
    ho_diags_print(&p->ctx->diags, stderr);
    exit(1);
}

static struct ho_element *open_element(struct proof *p, enum ho_tag tag)
{
    struct ho_element *element = ho_new(p->ctx->arena, struct ho_element);
    element->tag = tag;
    ho_page_begin(p->ctx->arena, p->page, element);
    return element;
}

static void close_element(struct proof *p, const struct ho_element *element)
{
    ho_page_end(p->ctx->arena, p->page, element);
}

/* Sets the text at x, y and returns its height. */
static ho_pt set(struct proof *p, const char *text, ho_pt size, bool is_bold, ho_pt x,
                 ho_pt room)
{
    struct ho_styled span = {
        .text = text, .size = size, .is_bold = is_bold, .paint = HO_PAINT_INK};
    struct ho_paragraph paragraph = {.spans = &span,
                                     .count = 1,
                                     .language = p->language,
                                     .is_rtl = p->is_rtl,
                                     .width = room};
    const struct ho_lines *lines;
    ho_pt leading = size * 1.5;
    if (!ho_text_lines(p->ctx, p->fonts, &paragraph, &lines))
        die(p);
    for (size_t i = 0; i < lines->count; i++)
        for (size_t j = 0; j < lines->lines[i].count; j++) {
            struct ho_glyphs run = lines->lines[i].runs[j].glyphs;
            run.x += x;
            run.y += p->y + (double)(i + 1) * leading - size * .35;
            ho_page_glyphs(p->ctx->arena, p->page, run);
        }
    ho_text_add(&p->words, text);
    ho_text_add(&p->words, "\n");
    return (double)lines->count * leading;
}

static void add_text(struct proof *p, enum ho_tag tag, const char *text, ho_pt size,
                     bool is_bold)
{
    struct ho_element *element = open_element(p, tag);
    p->y += 6 + set(p, text, size, is_bold, margin, width);
    close_element(p, element);
}

static void add_heading(struct proof *p, enum ho_tag tag, const char *text)
{
    ho_page_anchor(p->ctx->arena, p->page,
                   (struct ho_anchor){.name = text,
                                      .x = margin,
                                      .y = p->y,
                                      .outline_title = text,
                                      .outline_level = tag == HO_TAG_H1 ? 1 : 2});
    add_text(p, tag, text, tag == HO_TAG_H1 ? 24 : 18, true);
}

static void add_list(struct proof *p, const char *const *items, size_t count)
{
    struct ho_element *list = open_element(p, HO_TAG_L);
    list->numbering = HO_NUMBERING_DECIMAL;
    for (size_t i = 0; i < count; i++) {
        struct ho_element *item = open_element(p, HO_TAG_LI);
        struct ho_element *label = open_element(p, HO_TAG_LBL);
        set(p, ho_format(p->ctx->arena, "%zu", i + 1), 12, true, margin, width);
        close_element(p, label);
        struct ho_element *body = open_element(p, HO_TAG_LBODY);
        p->y +=
            set(p, items[i], 12, false, p->is_rtl ? margin : margin + 24, width - 24);
        close_element(p, body);
        close_element(p, item);
    }
    close_element(p, list);
}

static void add_table(struct proof *p)
{
    static const char *const cells[][2] = {
        {"Exercise", "How much"},
        {"Knee to chest", "3 times, hold 20 seconds"},
        {"Cat and cow", "8 times"}};
    struct ho_element *table = open_element(p, HO_TAG_TABLE);
    for (int row = 0; row < 3; row++) {
        struct ho_element *tr = open_element(p, HO_TAG_TR);
        ho_pt height = 0;
        for (int column = 0; column < 2; column++) {
            struct ho_element *cell = open_element(p, row ? HO_TAG_TD : HO_TAG_TH);
            cell->scope = row ? HO_SCOPE_NONE : HO_SCOPE_COLUMN;
            height =
                set(p, cells[row][column], 12, row == 0, margin + column * 180, 170);
            close_element(p, cell);
        }
        p->y += height;
        close_element(p, tr);
        struct ho_path *rule = ho_path_new(p->ctx->arena);
        ho_path_move(p->ctx->arena, rule, margin, p->y);
        ho_path_line(p->ctx->arena, rule, margin + width, p->y);
        ho_page_path(p->ctx->arena, p->page, rule,
                     (struct ho_paint){.stroke = HO_PAINT_HAIRLINE, .width = .75});
    }
    close_element(p, table);
    p->y += 8;
}

static const struct ho_drawing *make_drawing(struct ho_arena *arena)
{
    struct ho_drawing *drawing = ho_new(arena, struct ho_drawing);
    struct ho_path *octagon = ho_path_new(arena), *wave = ho_path_new(arena),
                   *disc = ho_path_new(arena);
    drawing->id = "proof";
    drawing->box = (struct ho_rect){0, 0, 1000, 600};
    ho_path_polygon(arena, octagon, 300, 300, 250, 8);
    ho_path_move(arena, wave, 100, 300);
    ho_path_curve(arena, wave, 300, 0, 600, 600, 900, 200);
    ho_path_circle(arena, disc, 750, 420, 120);
    ho_path_circle(arena, disc, 750, 420, 60);
    ho_push(arena, &drawing->paths,
            (struct ho_painted_path){
                octagon,
                {.fill = HO_PAINT_TINT, .stroke = HO_PAINT_STRUCTURE, .width = 10}});
    ho_push(arena, &drawing->paths,
            (struct ho_painted_path){wave,
                                     {.stroke = HO_PAINT_MOVE,
                                      .width = 20,
                                      .dash = {60, 40},
                                      .cap = HO_CAP_ROUND}});
    ho_push(
        arena, &drawing->paths,
        (struct ho_painted_path){disc, {.fill = HO_PAINT_DANGER, .is_even_odd = true}});
    return drawing;
}

static void add_figure(struct proof *p, const struct ho_drawing *drawing)
{
    struct ho_element *figure = open_element(p, HO_TAG_FIGURE);
    figure->alt = "An octagon, a dashed wave and a red ring";
    figure->box = (struct ho_rect){margin, p->y, 200, 120};
    ho_page_drawing(p->ctx->arena, p->page, drawing,
                    (struct ho_matrix){.2, 0, 0, .2, margin, p->y});
    close_element(p, figure);
    p->y += 130;
}

static void add_link(struct proof *p)
{
    struct ho_element *paragraph = open_element(p, HO_TAG_P);
    struct ho_element *link = open_element(p, HO_TAG_LINK);
    ho_pt top = p->y;
    p->y += set(p, "Call 020 7946 0018", 12, true, margin, width);
    ho_page_link(p->ctx->arena, p->page,
                 (struct ho_link){.box = {margin, top, 130, 18},
                                  .uri = "tel:02079460018",
                                  .description = "Call the clinic, 020 7946 0018"});
    close_element(p, link);
    close_element(p, paragraph);
}

static void begin_page(struct proof *p)
{
    p->page = ho_page_add(p->ctx->arena, p->pages, ho_paper_find("a4"));
    p->y = margin;
    ho_page_begin(p->ctx->arena, p->page, p->document);
}

static struct ho_element *begin_language(struct proof *p, const char *language,
                                         bool is_rtl)
{
    struct ho_element *section = open_element(p, HO_TAG_SECT);
    section->language = language;
    p->language = language;
    p->is_rtl = is_rtl;
    return section;
}

static void set_english(struct proof *p)
{
    static const char *const steps[] = {
        "Lie on your back. Bend both knees.",
        "Gently grasp the back of one thigh; breathe.",
        "Office, fluff, difficult: café, Ångström, Łódź, Šárka, Zoë — 20 s."};
    struct ho_element *section = begin_language(p, "en-GB", false);
    add_heading(p, HO_TAG_H1, "Get emergency help now");
    add_text(p, HO_TAG_P,
             "If you have even one of these signs, new or changed, do not wait. "
             "AVATAR, To Yo: kerning. "
             "A long paragraph shows how lines are broken, and that the space between "
             "two lines is kept.",
             12, false);
    add_list(p, steps, 3);
    add_table(p);
    add_link(p);
    add_figure(p, make_drawing(p->ctx->arena));
    close_element(p, section);
}

static void set_arabic(struct proof *p)
{
    static const char *const steps[] = {"استلق على ظهرك واثن ركبتيك.",
                                        "اسحب ركبتك ببطء نحو صدرك.",
                                        "ثبّت الوضعية لمدة 20 ثانية."};
    struct ho_element *section = begin_language(p, "ar", true);
    add_heading(p, HO_TAG_H2, "اطلب المساعدة الطارئة الآن");
    add_text(p, HO_TAG_P,
             "لا تنتظر ولا تقد السيارة بنفسك. اتصل بالرقم 999 الآن، أو اذهب إلى قسم "
             "الطوارئ.",
             12, false);
    add_list(p, steps, 3);
    close_element(p, section);
}

static void set_hindi(struct proof *p)
{
    static const char *const steps[] = {"पीठ के बल लेटें। दोनों घुटने मोड़ें।",
                                        "धीरे से घुटने को छाती की ओर खींचें।",
                                        "20 सेकंड तक रुकें और गहरी साँस लें।"};
    struct ho_element *section = begin_language(p, "hi", false);
    add_heading(p, HO_TAG_H2, "अभी आपातकालीन सहायता लें");
    add_text(p, HO_TAG_P,
             "यदि आपको इनमें से एक भी लक्षण है, तो प्रतीक्षा न करें। स्थिति, क्षेत्र, ज्ञान, श्रम।",
             12, false);
    add_list(p, steps, 3);
    close_element(p, section);
}

static struct ho_palette make_palette(void)
{
    static const float colours[HO_PAINT_COUNT][3] = {
        [HO_PAINT_INK] = {.1f, .13f, .16f},
        [HO_PAINT_PAPER] = {1, 1, 1},
        [HO_PAINT_DANGER] = {.62f, .106f, .106f},
        [HO_PAINT_STRUCTURE] = {.04f, .31f, .33f},
        [HO_PAINT_TINT] = {.9f, .945f, .94f},
        [HO_PAINT_HAIRLINE] = {.72f, .69f, .65f},
        [HO_PAINT_MOVE] = {.706f, .325f, .035f}};
    struct ho_palette palette = {.ink = HO_INK_COLOUR};
    for (int role = 0; role < HO_PAINT_COUNT; role++)
        memcpy(palette.roles[role].rgb, colours[role], sizeof colours[role]);
    return palette;
}

static void write_file(struct proof *p, const char *path, struct ho_bytes bytes)
{
    if (!ho_file_write(p->ctx, path, bytes))
        die(p);
}

static void write_all(struct proof *p, const char *out)
{
    struct ho_arena *arena = p->ctx->arena;
    struct ho_bytes bytes = {0};
    const char *fault = ho_pages_fault(arena, p->pages);
    if (fault) {
        fprintf(stderr, "make_proof: %s\n", fault);
        exit(1);
    }
    if (!ho_fonts_finish(p->ctx, p->fonts, p->pages,
                         HO_FINISH_SUBSETS | HO_FINISH_OUTLINES) ||
        !ho_pdf_write(p->ctx, p->pages, &bytes))
        die(p);
    write_file(p, ho_format(arena, "%s.pdf", out), bytes);
    for (size_t i = 0; i < p->pages->pages.count; i++) {
        if (!ho_picture_png(p->ctx, p->pages, i, DPI, &bytes))
            die(p);
        write_file(p, ho_format(arena, "%s-%zu.png", out, i + 1), bytes);
        if (!ho_picture_svg(p->ctx, p->pages, i, &bytes))
            die(p);
        write_file(p, ho_format(arena, "%s-%zu.svg", out, i + 1), bytes);
    }
    const char *words = ho_text_end(&p->words);
    write_file(p, ho_format(arena, "%s.txt", out),
               (struct ho_bytes){(const unsigned char *)words, strlen(words)});
}

int main(int argc, char **argv)
{
    struct ho_arena *arena = ho_arena_new();
    struct ho_ctx ctx = {.arena = arena};
    struct ho_palette palette = make_palette();
    struct ho_element document = {.tag = HO_TAG_DOCUMENT};
    struct ho_pages pages = {.info = {.title = "Proof & <print>: Łódź",
                                      .language = "en-GB",
                                      .author = "Riverside Physiotherapy",
                                      .generator = "handout",
                                      .template_id = "proof",
                                      .country = "GB",
                                      .content_version = "1.0"},
                             .palette = &palette};
    struct proof proof = {
        .ctx = &ctx, .pages = &pages, .document = &document, .words = {.arena = arena}};
    if (argc != 3)
        return 2;
    if (!ho_fonts_open(&ctx, argv[1], "en-GB", &proof.fonts))
        die(&proof);
    begin_page(&proof);
    set_english(&proof);
    close_element(&proof, &document);
    begin_page(&proof);
    set_arabic(&proof);
    close_element(&proof, &document);
    begin_page(&proof);
    set_hindi(&proof);
    close_element(&proof, &document);
    write_all(&proof, argv[2]);
    ho_fonts_close(proof.fonts);
    ho_arena_free(arena);
    return 0;
}
