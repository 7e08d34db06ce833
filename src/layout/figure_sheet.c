/* Contact sheets: rows of cells, a picture on the ground line of each, its name below.
 * SPDX-License-Identifier: MIT */
#include "layout/figure_sheet.h"

#include <math.h>

#include "layout/piece_priv.h"

static struct ho_pages *new_pages(struct setting *s, const char *title)
{
    struct ho_pages *pages = ho_new(s->ctx->arena, struct ho_pages);
    pages->palette = s->geometry->palette;
    pages->info = (struct ho_document_info){
        .title = title, .language = s->blocks->language, .author = s->blocks->author};
    s->document = new_element(s, HO_TAG_DOCUMENT);
    return pages;
}

struct ho_pages *ho_layout_figure(struct ho_ctx *ctx,
                                  const struct ho_named_picture *picture, ho_pt width,
                                  const char *language,
                                  const struct ho_palette *palette)
{
    const struct ho_blocks blocks = {.language = language};
    const struct ho_geometry geometry = {.palette = palette};
    struct setting s = {.ctx = ctx, .blocks = &blocks, .geometry = &geometry};
    const struct ho_figure *figure = picture->picture.figure;
    const ho_pt margin = ho_mm(1);
    double scale = (width - 2 * margin) / figure->box.width;
    struct ho_pages *pages = new_pages(&s, picture->name);
    struct ho_paper paper = {picture->name, width,
                             figure->box.height * scale + 2 * margin};
    struct ho_page *page = ho_page_add(ctx->arena, pages, &paper);
    ho_page_begin(ctx->arena, page, s.document);
    put_picture(&s, page, &picture->picture, scale, margin, margin);
    ho_page_end(ctx->arena, page, s.document);
    return pages;
}

/* ---- many ---- */

struct grid {
    size_t columns;
    ho_pt cell, tallest; /* width of a cell, height that a picture may have in it */
    struct style name;
};

static const ho_pt gutter = 12;

static struct grid make_grid(const struct setting *s)
{
    struct grid grid = {.name = style_of(s, HO_TYPE_BODY, HO_PAINT_INK)};
    grid.columns = (size_t)fmax(1, floor((s->area.width + gutter) / ho_mm(54)));
    grid.cell =
        (s->area.width - gutter * (double)(grid.columns - 1)) / (double)grid.columns;
    grid.tallest = fmin(grid.cell * .8, ho_mm(60));
    return grid;
}

static struct ho_inlines *plain(struct setting *s, const char *text)
{
    struct ho_inlines *inlines = ho_new(s->ctx->arena, struct ho_inlines);
    ho_push(s->ctx->arena, inlines, (struct ho_inline){.text = text});
    return inlines;
}

/* A pictogram is made for 20 mm: much larger, its lines and its tapered ends would not match. */
static double cell_scale(const struct grid *grid, const struct ho_figure *figure)
{
    return fmin(picture_scale(figure, grid->cell, grid->tallest), 1.5 * figure->scale);
}

static const struct ho_lines *set_name(struct setting *s, const struct grid *grid,
                                       const struct ho_named_picture *picture)
{
    return set_text(s, plain(s, picture->name), grid->name, grid->cell,
                    HO_ALIGN_CENTRE);
}

/* Of the row that begins with picture `first`: how tall its pictures and its names are. */
struct row {
    ho_pt art, names;
};

static struct row measure_row(struct setting *s, const struct ho_figure_sheet *sheet,
                              const struct grid *grid, size_t first)
{
    struct row row = {0};
    for (size_t i = first; i < first + grid->columns && i < sheet->pictures.count;
         i++) {
        const struct ho_named_picture *picture = &sheet->pictures.items[i];
        const struct ho_figure *figure = picture->picture.figure;
        row.art = fmax(row.art, figure->box.height * cell_scale(grid, figure));
        row.names = fmax(row.names, height_of(set_name(s, grid, picture), grid->name));
    }
    return row;
}

static void put_cell(struct setting *s, struct ho_page *page, const struct grid *grid,
                     const struct ho_named_picture *picture, ho_pt x, ho_pt ground)
{
    const struct ho_figure *figure = picture->picture.figure;
    double scale = cell_scale(grid, figure);
    put_picture(s, page, &picture->picture, scale,
                x + (grid->cell - figure->box.width * scale) / 2,
                ground - figure->box.height * scale);
    put_tagged(s, page, HO_TAG_P, set_name(s, grid, picture), grid->name, x,
               ground + HO_STEP);
}

static struct ho_page *begin_page(struct setting *s, struct ho_pages *pages)
{
    struct ho_page *page = ho_page_add(s->ctx->arena, pages, s->geometry->paper);
    ho_page_begin(s->ctx->arena, page, s->document);
    return page;
}

static void put_title(struct setting *s, struct ho_page *page, const char *title,
                      ho_pt *y)
{
    struct style style = style_of(s, HO_TYPE_H1, HO_PAINT_INK);
    const struct ho_lines *lines =
        set_text(s, plain(s, title), style, s->area.width, HO_ALIGN_START);
    put_tagged(s, page, HO_TAG_H1, lines, style, s->area.x, *y);
    *y += height_of(lines, style) + 3 * HO_STEP;
}

static void measure_sheet(struct setting *s)
{
    const struct ho_paper *paper = s->geometry->paper;
    s->area = (struct area){.x = s->geometry->margin,
                            .width = paper->width - 2 * s->geometry->margin,
                            .top = s->geometry->margin,
                            .bottom = paper->height - s->geometry->margin};
}

bool ho_layout_figures(struct ho_ctx *ctx, const struct ho_figure_sheet *sheet,
                       const struct ho_geometry *geometry, struct ho_fonts *fonts,
                       struct ho_pages **out)
{
    const struct ho_blocks blocks = {.language = sheet->language};
    struct setting s = {.ctx = ctx,
                        .blocks = &blocks,
                        .geometry = geometry,
                        .fonts = fonts,
                        .ok = true};
    struct ho_pages *pages = new_pages(&s, sheet->title);
    measure_sheet(&s);
    struct grid grid = make_grid(&s);
    struct ho_page *page = begin_page(&s, pages);
    ho_pt y = s.area.top;
    put_title(&s, page, sheet->title, &y);
    for (size_t i = 0; i < sheet->pictures.count; i += grid.columns) {
        struct row row = measure_row(&s, sheet, &grid, i);
        ho_pt height = row.art + HO_STEP + row.names;
        if (y > s.area.top && y + height > s.area.bottom) {
            ho_page_end(ctx->arena, page, s.document);
            page = begin_page(&s, pages);
            y = s.area.top;
        }
        for (size_t k = 0; k < grid.columns && i + k < sheet->pictures.count; k++)
            put_cell(&s, page, &grid, &sheet->pictures.items[i + k],
                     s.area.x + (grid.cell + gutter) * (double)k, y + row.art);
        y += height + 4 * HO_STEP;
    }
    ho_page_end(ctx->arena, page, s.document);
    if (s.ok)
        *out = pages;
    return s.ok;
}
