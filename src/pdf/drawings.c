/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "pdf/pen_priv.h"
#include "pdf/press_priv.h"
#include "pdf/syntax_priv.h"
#include "pdf/writer_priv.h"

/* As many places as a drawing of this size needs to be exact to a hundredth of a point
 * on the page: figures are drawn in about 1,000 units and shown much smaller. */
static int choose_decimals(struct ho_rect box)
{
    double size = fmax(box.width, box.height);
    return size >= 500 ? 1 : size >= 20 ? 2 : 4;
}

/* Whatever is outside BBox is clipped, so it must hold the strokes too: half the width
 * on each side, and a mitre is at most ten widths long (ISO 32000-1 8.4.3.5). */
static struct ho_rect find_extent(const struct ho_drawing *drawing)
{
    struct ho_rect extent = drawing->box;
    for (size_t i = 0; i < drawing->paths.count; i++) {
        const struct ho_painted_path *painted = &drawing->paths.items[i];
        const struct ho_paint *paint = &painted->paint;
        struct ho_rect box = ho_path_box(painted->path);
        double reach = paint->join == HO_JOIN_MITER ? 5 * paint->width : paint->width;
        if (paint->stroke == HO_PAINT_NONE)
            reach = 0;
        box = (struct ho_rect){box.x - reach, box.y - reach, box.width + 2 * reach,
                               box.height + 2 * reach};
        extent = ho_rect_union(extent, box);
    }
    return extent;
}

static void put_extent(struct ho_text *out, struct ho_rect extent)
{
    ho_text_add(out, "/BBox [");
    ho_put_number(out, floor(extent.x), 0);
    ho_put_number(out, floor(extent.y), 0);
    ho_put_number(out, ceil(extent.x + extent.width), 0);
    ho_put_number(out, ceil(extent.y + extent.height), 0);
    ho_text_add(out, "]\n");
}

HPDF_Dict ho_drawing_object(struct ho_writer *writer, const struct ho_drawing *drawing)
{
    HPDF_Dict form = ho_made_find(&writer->drawings, drawing);
    if (form)
        return form;
    struct ho_text out = {.arena = writer->arena}, body = out;
    struct ho_pen pen;
    ho_pen_start(&pen, &out, writer->pages->palette, choose_decimals(drawing->box));
    pen.recipes = ho_press_recipes(writer->press);
    for (size_t i = 0; i < drawing->paths.count; i++)
        ho_pen_path(&pen, drawing->paths.items[i].path, &drawing->paths.items[i].paint);
    ho_text_add(&body, "/Type /XObject /Subtype /Form /Resources <<>>\n");
    put_extent(&body, find_extent(drawing));
    struct ho_bytes plain = {(const unsigned char *)out.items, out.count};
    struct ho_bytes data = ho_haru_deflate(&writer->haru, plain);
    ho_haru_digest(&writer->haru, data);
    form =
        ho_writer_stream(writer, &body, "FlateDecode", data, &writer->sizes.drawings);
    ho_haru_set_xobject(form);
    ho_made_add(writer, &writer->drawings, drawing, form);
    return form;
}
