/* Many pieces on a sheet, front and back in register.
 * SPDX-License-Identifier: MIT */
#include <assert.h>
#include <math.h>

#include "press/press_priv.h"

/* No ink is nearer to the edge of the sheet; the gutter between two trims; what is left of a mark at least. */
enum { EDGE_MM = 5, GUTTER_MM = 4, MARK_LEAST_MM = 3, MARK_MOST_MM = 5 };

const char *const ho_sheet_names[] = {"a4", "letter", "a3", "sra3", NULL};

static struct ho_paper find_sheet(const char *name)
{
    if (ho_equal(name, "sra3")) /* ISO 217 */
        return (struct ho_paper){"sra3", ho_mm(320), ho_mm(450)};
    return *ho_paper_find(name);
}

/* How many fit side by side and one below the other, and on which sheet. */
struct grid {
    struct ho_paper sheet; /* as it lies */
    struct ho_rect piece;  /* the trim of one */
    ho_pt gutter;
    int columns, rows;
};

static int count_along(const struct job *job, ho_pt sheet, ho_pt piece, ho_pt gutter)
{
    ho_pt room = sheet - 2 * (ho_mm(EDGE_MM + MARK_LEAST_MM) + mark_offset(job->plan));
    return piece > room ? 0 : (int)floor((room + gutter) / (piece + gutter) + 1e-6);
}

static struct grid fill_sheet(const struct job *job, bool is_landscape)
{
    struct ho_paper paper = find_sheet(job->plan->on);
    struct grid grid = {.sheet = paper,
                        .piece = job->in->pages.items[0]->trim,
                        .gutter = fmax(ho_mm(GUTTER_MM), 2 * job->plan->bleed)};
    if (is_landscape)
        grid.sheet = (struct ho_paper){paper.id, paper.height, paper.width};
    grid.columns = count_along(job, grid.sheet.width, grid.piece.width, grid.gutter);
    grid.rows = count_along(job, grid.sheet.height, grid.piece.height, grid.gutter);
    return grid;
}

/* The smallest part of the grid that holds so many; false if it is too small. */
static bool shrink(struct grid *grid, int wanted)
{
    int best = 0, columns = grid->columns;
    for (int c = 1; c <= columns; c++) {
        int r = (wanted + c - 1) / c;
        if (r <= grid->rows && (!best || c * r < best)) {
            best = c * r;
            grid->columns = c;
        }
    }
    if (best)
        grid->rows = (wanted + grid->columns - 1) / grid->columns;
    return best > 0;
}

static bool choose_grid(struct job *job, int *up, struct grid *out)
{
    struct ho_arena *arena = job->ctx->arena;
    struct grid tall = fill_sheet(job, false), wide = fill_sheet(job, true);
    int most_tall = tall.columns * tall.rows, most_wide = wide.columns * wide.rows;
    int most = most_tall >= most_wide ? most_tall : most_wide;
    if (most == 0) {
        ho_report(job->ctx, HO_MSG_SHEET_NARROW, (struct ho_span){0},
                  "choose a larger sheet for --on, or a smaller piece for --paper",
                  job->plan->on);
        return false;
    }
    if (*up == 0)
        *up = most;
    if (*up > most) {
        ho_report(job->ctx, HO_MSG_SHEET_UP, (struct ho_span){0},
                  ho_format(arena, "%d is the most", most), ho_format(arena, "%d", *up),
                  job->plan->on);
        return false;
    }
    bool tall_fits = shrink(&tall, *up), wide_fits = shrink(&wide, *up);
    bool is_tall = tall_fits &&
                   (!wide_fits || tall.columns * tall.rows <= wide.columns * wide.rows);
    *out = is_tall ? tall : wide;
    return true;
}

static ho_pt length_of(int count, ho_pt piece, ho_pt gutter)
{
    return count * piece + (count - 1) * gutter;
}

/* The pieces in rows from the top left corner, in the middle of the sheet. */
static struct cuts find_cuts(struct job *job, const struct grid *grid, int up)
{
    struct cuts cuts = {0};
    ho_pt left = (grid->sheet.width -
                  length_of(grid->columns, grid->piece.width, grid->gutter)) /
                 2;
    ho_pt top =
        (grid->sheet.height - length_of(grid->rows, grid->piece.height, grid->gutter)) /
        2;
    for (int i = 0; i < up; i++) {
        int row = i / grid->columns, column = i % grid->columns;
        ho_push(job->ctx->arena, &cuts,
                (struct ho_rect){left + column * (grid->piece.width + grid->gutter),
                                 top + row * (grid->piece.height + grid->gutter),
                                 grid->piece.width, grid->piece.height});
    }
    return cuts;
}

bool is_back_upright(const struct ho_page *sheet, enum ho_duplex duplex)
{
    /* Turned about a vertical edge, what stands upright stays so. The long edge is vertical on a tall sheet. */
    bool is_tall = sheet->trim.height >= sheet->trim.width;
    return is_tall == (duplex != HO_DUPLEX_SHORT);
}

/* Where a piece of the front lies when the sheet is seen from behind. */
static struct ho_rect mirror(const struct ho_page *sheet, struct ho_rect box,
                             bool is_upright)
{
    if (is_upright)
        box.x = sheet->trim.width - box.x - box.width;
    else
        box.y = sheet->trim.height - box.y - box.height;
    return box;
}

/* A piece at its place; on a back that is turned over its top, half around, so that each piece turns like a page. */
static void place(struct job *job, struct ho_page *sheet, const struct ho_page *piece,
                  struct ho_rect box, bool is_upright)
{
    struct ho_matrix matrix = {1, 0, 0, 1, box.x, box.y};
    if (!is_upright)
        matrix =
            (struct ho_matrix){-1, 0, 0, -1, box.x + box.width, box.y + box.height};
    ho_page_place(job->ctx->arena, sheet, piece, matrix);
}

static bool set_side(struct job *job, const struct grid *grid, struct cuts cuts,
                     size_t side)
{
    assert(cuts.count > 0);
    struct ho_page *sheet = ho_page_add(job->ctx->arena, job->out, &grid->sheet);
    struct ho_page *piece = bleed_page(job, job->in->pages.items[side]);
    bool is_back = side > 0,
         is_upright = !is_back || is_back_upright(sheet, job->plan->duplex);
    put_guides(job, piece);
    struct cuts placed = {0};
    for (size_t i = 0; i < cuts.count; i++) {
        struct ho_rect box =
            is_back ? mirror(sheet, cuts.items[i], is_upright) : cuts.items[i];
        place(job, sheet, piece, box, is_upright);
        ho_push(job->ctx->arena, &placed, box);
    }
    ho_pt free_x = cuts.items[0].x, free_y = cuts.items[0].y;
    ho_pt length = fmin(fmin(free_x, free_y) - ho_mm(EDGE_MM) - mark_offset(job->plan),
                        ho_mm(MARK_MOST_MM));
    put_cut_marks(job, sheet, &placed, length);
    struct ho_rect all = placed.items[0];
    for (size_t i = 1; i < placed.count; i++)
        all = ho_rect_union(all, placed.items[i]);
    return put_ticket(job, sheet, all, piece);
}

bool impose(struct job *job)
{
    struct grid grid;
    int up = job->plan->up;
    bool ok = choose_grid(job, &up, &grid);
    if (!ok)
        return false;
    struct cuts cuts = find_cuts(job, &grid, up);
    for (size_t side = 0; side < job->in->pages.count; side++)
        ok &= set_side(job, &grid, cuts, side);
    job->out->is_untagged = true;
    return ok;
}
