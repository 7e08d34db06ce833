/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "pdf/kept_priv.h"
#include "pdf/press_priv.h"
#include "pdf/ready_priv.h"
#include "pdf/syntax_priv.h"
#include "pdf/writer_priv.h"

/* As many places as a drawing of this size needs to be exact to a hundredth of a point
 * on the page: drawings are made in about 1,000 units and shown much smaller. */
static int choose_decimals(struct ho_rect box)
{
    double size = fmax(box.width, box.height);
    return size >= 500 ? 1 : size >= 20 ? 2 : 4;
}

/* The palette as bytes: the place of a role in it is the number that drawings call it by. */
static HPDF_Dict find_palette(struct ho_writer *writer)
{
    const struct ho_palette *palette = writer->pages->palette;
    HPDF_Dict object = ho_made_find(&writer->drawings, palette);
    if (object)
        return object;
    struct ho_text body = {.arena = writer->arena};
    unsigned char *bytes = ho_alloc(writer->arena, (size_t)HO_PAINT_ALL * 3, 1);
    for (int role = 0; role < HO_PAINT_ALL; role++) {
        float rgb[3];
        ho_palette_rgb(palette, (enum ho_role)role, rgb);
        for (int i = 0; i < 3; i++)
            bytes[role * 3 + i] = (unsigned char)lround((double)rgb[i] * 255);
    }
    struct ho_bytes data = {bytes, (size_t)HO_PAINT_ALL * 3};
    ho_haru_digest(&writer->haru, data);
    object = ho_writer_stream(writer, &body, NULL, data, &writer->sizes.drawings);
    ho_made_add(writer, &writer->drawings, palette, object);
    return object;
}

/* "/L0 <</LW 12 /LC 1 /LJ 1 /D [[] 0]>>"; the entries mean what the operators w, J, j and d do (ISO 32000-1 table 58).
 */
static void put_line(struct ho_text *out, size_t number,
                     const struct ho_line_style *line, double unit)
{
    ho_text_add(out, "/L");
    ho_put_int(out, number);
    ho_text_add(out, "<</LW ");
    ho_put_number(out, line->width * unit, 3);
    ho_text_add(out, "/LC ");
    ho_put_int(out, line->cap);
    ho_text_add(out, "/LJ ");
    ho_put_int(out, line->join);
    ho_text_add(out, "/D [[");
    if (line->dash[0] > 0 && line->dash[1] > 0) {
        ho_put_number(out, line->dash[0] * unit, 3);
        ho_text_add_number(out, line->dash[1] * unit, 3);
    }
    ho_text_add(out, "] 0]>>\n");
}

static void put_resources(struct ho_writer *writer, struct ho_text *out,
                          const struct ho_ready *ready, double unit)
{
    ho_text_add(out, "/Resources <<");
    if (!writer->press) {
        ho_text_add(out, "/ColorSpace <</P [/Indexed /DeviceRGB ");
        ho_put_int(out, HO_PAINT_ALL - 1);
        ho_put_ref(out, ho_haru_id(find_palette(writer)));
        ho_text_add(out, "]>>\n");
    }
    if (ready->lines.count) {
        ho_text_add(out, "/ExtGState <<");
        for (size_t i = 0; i < ready->lines.count; i++)
            put_line(out, i, &ready->lines.items[i], unit);
        ho_text_add(out, ">>");
    }
    ho_text_add(out, ">>\n");
}

/* Whatever is outside BBox is clipped, so it must hold the strokes too: half the width
 * on each side, and a mitre is at most ten widths long (ISO 32000-1 8.4.3.5). */
static double find_reach(const struct ho_ready *ready)
{
    double reach = 0;
    for (size_t i = 0; i < ready->lines.count; i++) {
        const struct ho_line_style *line = &ready->lines.items[i];
        reach =
            fmax(reach, line->join == HO_JOIN_MITER ? 5 * line->width : line->width);
    }
    return reach;
}

/* The form's space is the drawing's in steps, and so is BBox. */
static void put_space(struct ho_text *out, const struct ho_ready *ready, double unit)
{
    double step = ready->step, reach = find_reach(ready) * unit;
    struct ho_rect box = ready->box;
    ho_text_add(out, "/Matrix [");
    ho_put_number(out, step, 6);
    ho_text_add(out, "0 0 ");
    ho_put_number(out, step, 6);
    ho_text_add(out, "0 0]\n/BBox [");
    ho_put_number(out, floor(box.x / step - reach), 0);
    ho_put_number(out, floor(box.y / step - reach), 0);
    ho_put_number(out, ceil((box.x + box.width) / step + reach), 0);
    ho_put_number(out, ceil((box.y + box.height) / step + reach), 0);
    ho_text_add(out, "]\n");
}

static struct ho_text *make_form(struct ho_writer *writer, struct ho_arena *arena,
                                 const struct ho_ready *ready, double line)
{
    struct ho_text *body = ho_new(arena, struct ho_text);
    body->arena = arena;
    ho_text_add(body, "/Type /XObject /Subtype /Form\n");
    put_space(body, ready, line / ready->step);
    put_resources(writer, body, ready, line / ready->step);
    return body;
}

/* A figure that an earlier document of the run showed as large has the same entries, if its palette has the same number. */
static const struct ho_text *recall_form(struct ho_writer *writer,
                                         const struct ho_ready *ready, double line)
{
    struct ho_memo *forms = writer->kept->forms;
    const struct {
        const struct ho_ready *ready;
        double line;
        uint64_t palette;
    } of = {ready, line, ho_haru_id(find_palette(writer))};
    struct ho_bytes key = {(const unsigned char *)&of, sizeof of};
    const struct ho_text *known = ho_memo_find(forms, key);
    if (known)
        return known;
    struct ho_arena *room = ho_memo_expects(forms, key) ? ho_memo_room(forms) : NULL;
    struct ho_text *made = make_form(writer, room ? room : writer->arena, ready, line);
    if (room)
        ho_memo_keep(forms, key, made);
    return made;
}

HPDF_Dict ho_drawing_object(struct ho_writer *writer, const struct ho_drawing *drawing)
{
    HPDF_Dict form = ho_made_find(&writer->drawings, drawing);
    if (form)
        return form;
    /* A press wants its inks spelled out: black over a fill is overprinted. */
    const struct ho_ready *ready = writer->press ? NULL : drawing->ready;
    bool is_lasting = ready && writer->kept;
    if (!ready)
        ready = ho_ready_make(writer->arena, drawing, 1, choose_decimals(drawing->box),
                              ho_press_recipes(writer->press), HO_READY_FAST);
    double line = drawing->line > 0 ? drawing->line : 1;
    const struct ho_text *body = is_lasting
                                     ? recall_form(writer, ready, line)
                                     : make_form(writer, writer->arena, ready, line);
    ho_haru_digest(&writer->haru, (struct ho_bytes){(const unsigned char *)&ready->hash,
                                                    sizeof ready->hash});
    form = ho_writer_stream(writer, body, "FlateDecode", ready->deflated,
                            &writer->sizes.drawings);
    ho_haru_set_xobject(form);
    ho_made_add(writer, &writer->drawings, drawing, form);
    return form;
}
