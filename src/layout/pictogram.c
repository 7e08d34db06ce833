/* The pictograms of the emergency sheet: a posed figure in its ring, or one of the two that no pose can show. They say
 * nothing that the words beside them do not say, so they are not read out.
 * SPDX-License-Identifier: MIT */
#include "layout/sheet_priv.h"

/* Drawn in a square of 100, the ring around its middle. */
struct canvas {
    struct setting *s;
    struct ho_page *page;
    ho_pt x, y;
    double scale;
};

static void put(const struct canvas *c, struct ho_path *path, enum ho_role fill,
                enum ho_role line, double width)
{
    for (size_t i = 0; i < path->points.count; i++) {
        struct ho_point *p = &path->points.items[i];
        *p = (struct ho_point){c->x + p->x * c->scale, c->y + p->y * c->scale};
    }
    ho_page_path(c->s->ctx->arena, c->page, path,
                 (struct ho_paint){.fill = fill,
                                   .stroke = line,
                                   .width = line ? width : 0,
                                   .cap = HO_CAP_ROUND,
                                   .join = HO_JOIN_ROUND});
}

static void put_circle(const struct canvas *c, double x, double y, double radius,
                       enum ho_role fill, enum ho_role line, double width)
{
    struct ho_path *path = ho_path_new(c->s->ctx->arena);
    ho_path_circle(c->s->ctx->arena, path, x, y, radius);
    put(c, path, fill, line, width);
}

static void put_ring(const struct canvas *c)
{
    put_circle(c, 50, 50, 48.5, HO_PAINT_PAPER, HO_PAINT_DANGER, 1.4);
}

/* A roll of paper. */
static void put_bowel(const struct canvas *c)
{
    struct ho_arena *arena = c->s->ctx->arena;
    struct ho_path *sheet = ho_path_new(arena), *roll = ho_path_new(arena);
    ho_path_move(arena, sheet, 36, 26);
    ho_path_line(arena, sheet, 68, 26);
    ho_path_curve(arena, sheet, 76, 26, 79, 34, 79, 46);
    ho_path_line(arena, sheet, 79, 77);
    for (int i = 1; i <= 4; i++) /* torn off */
        ho_path_line(arena, sheet, 79 - i * 6.5, i % 2 ? 73 : 77);
    ho_path_line(arena, sheet, 53, 64);
    ho_path_line(arena, sheet, 36, 64);
    ho_path_close(arena, sheet);
    put(c, sheet, HO_PAINT_PAPER, HO_PAINT_FIGURE_LINE, .9);
    ho_path_move(arena, roll, 36, 26);
    ho_path_curve(arena, roll, 16, 26, 16, 64, 36, 64);
    ho_path_curve(arena, roll, 56, 64, 56, 26, 36, 26);
    ho_path_close(arena, roll);
    put(c, roll, HO_PAINT_PAPER, HO_PAINT_FIGURE_LINE, .9);
    put_circle(c, 35, 45, 6, HO_PAINT_WOOD, HO_PAINT_FIGURE_LINE, .7);
}

/* Head and shoulders. */
static void put_person(const struct canvas *c, double x, enum ho_role shirt,
                       enum ho_role hair)
{
    struct ho_arena *arena = c->s->ctx->arena;
    struct ho_path *body = ho_path_new(arena), *cap = ho_path_new(arena);
    ho_path_move(arena, body, x - 18, 80);
    ho_path_curve(arena, body, x - 18, 60, x - 11, 58, x, 58);
    ho_path_curve(arena, body, x + 11, 58, x + 18, 60, x + 18, 80);
    ho_path_close(arena, body);
    put(c, body, shirt, HO_PAINT_FIGURE_LINE, .8);
    put_circle(c, x, 46, 11, HO_PAINT_SKIN, HO_PAINT_FIGURE_LINE, .8);
    ho_path_move(arena, cap, x - 11, 46);
    ho_path_curve(arena, cap, x - 11, 31, x + 11, 31, x + 11, 46);
    ho_path_curve(arena, cap, x + 6, 39, x - 6, 39, x - 11, 46);
    ho_path_close(arena, cap);
    put(c, cap, hair, HO_PAINT_FIGURE_LINE, .7);
}

/* Two people and a heart. */
static void put_sex(const struct canvas *c)
{
    struct ho_arena *arena = c->s->ctx->arena;
    struct ho_path *heart = ho_path_new(arena);
    put_person(c, 33, HO_PAINT_SHIRT, HO_PAINT_HAIR);
    put_person(c, 67, HO_PAINT_TROUSERS, HO_PAINT_HAIR_FAR);
    ho_path_move(arena, heart, 50, 30);
    ho_path_curve(arena, heart, 38, 22, 41, 12, 46, 13);
    ho_path_curve(arena, heart, 48, 13, 50, 15, 50, 18);
    ho_path_curve(arena, heart, 50, 15, 52, 13, 54, 13);
    ho_path_curve(arena, heart, 59, 12, 62, 22, 50, 30);
    ho_path_close(arena, heart);
    put(c, heart, HO_PAINT_DANGER, HO_PAINT_NONE, 0);
}

bool has_pictogram(const struct ho_sheet_card *card)
{
    return card->figure || ho_equal(card->id, "bowel") || ho_equal(card->id, "sex");
}

void put_pictogram(struct setting *s, struct ho_page *page,
                   const struct ho_sheet_card *card, ho_pt x, ho_pt y, ho_pt width)
{
    struct canvas canvas = {s, page, x, y, width / 100};
    struct ho_element *artifact = begin(s, page, HO_TAG_ARTIFACT);
    if (card->figure) {
        const struct ho_drawing *drawing = ho_figure_draw(
            s->ctx->arena, card->figure, width / card->figure->box.width);
        ho_page_drawing(s->ctx->arena, page, drawing,
                        (struct ho_matrix){1, 0, 0, 1, x, y});
    } else {
        put_ring(&canvas);
        if (ho_equal(card->id, "bowel"))
            put_bowel(&canvas);
        else
            put_sex(&canvas);
    }
    end(s, page, artifact);
}
