/* SPDX-License-Identifier: MIT */
#include "pdf/ready.h"
#include "unit/pdf/written.h"

TestSuite(ready, .init = set_up, .fini = tear_down);

/* A square of 90 to 100 mm, twice, in two colours of one line. */
static struct ho_figure *make_figure(void)
{
    struct ho_figure *figure = ho_new(ctx.arena, struct ho_figure);
    *figure = (struct ho_figure){
        .id = "knee.left", .box = {-20, -50, 200, 100}, .scale = .25, .step = .5};
    for (int i = 0; i < 2; i++)
        ho_push(ctx.arena, &figure->paths,
                (struct ho_painted_path){make_square(90, -10),
                                         {.stroke = i ? HO_PAINT_DANGER : HO_PAINT_TINT,
                                          .width = 1.5,
                                          .dash = {3, 2},
                                          .join = HO_JOIN_ROUND}});
    figure->ready = ho_ready_figure(ctx.arena, figure, HO_READY_SMALL);
    return figure;
}

Test(ready, writes_steps_roles_and_numbers_of_lines)
{
    ho_figure_put(ctx.arena, page, make_figure(), .5, 100, 200);
    const char *text = write_text();
    expect(text, "/P cs /P CS\n6 SC\n/L0 gs\n180 -20 m\n200 -20 l\n");
    expect(text, "4 SC\n180 -20 m\n");
    expect(text, "/ColorSpace <</P [/Indexed /DeviceRGB ");
    /* 1.5 pt are 3 mm at half a point a millimetre: 6 steps. */
    expect(text, "/ExtGState <</L0 <</LW 6 /LC 0 /LJ 1 /D [[12 8] 0]>>\n>>");
    expect(text, "/Matrix [0.5 0 0 0.5 0 0]\n/BBox [-46 -106 366 106 ]");
    /* The box begins 20 mm left of 0 and 50 above it. */
    expect(text, "q 0.5 0 0 -0.5 110 616.89 cm /X1 Do Q");
}

/* All that differs between inks are the colours of roles. */
Test(ready, is_the_same_for_each_ink)
{
    const struct ho_figure *figure = make_figure();
    ho_figure_put(ctx.arena, page, figure, .5, 100, 200);
    struct ho_bytes files[2];
    for (int ink = HO_INK_COLOUR; ink <= HO_INK_GREY; ink++) {
        palette.ink = (enum ho_ink)ink;
        files[ink] = write_file();
        const char *start = (const char *)files[ink].data;
        cr_assert(find(start, start + files[ink].length,
                       ho_format(ctx.arena, "%.*s", 8,
                                 (const char *)figure->ready->deflated.data)));
    }
    cr_assert_eq(files[0].length, files[1].length);
    cr_assert_neq(memcmp(files[0].data, files[1].data, files[0].length), 0);
}

Test(ready, is_packed_and_unpacked)
{
    const struct ho_figure *figure = make_figure(), *back = NULL;
    struct ho_bytes bytes = ho_ready_pack(ctx.arena, figure);
    cr_assert(ho_ready_unpack(ctx.arena, bytes, &back));
    cr_assert_str_eq(back->id, "knee.left");
    cr_assert_eq(back->paths.count, 0);
    struct ho_bytes again = ho_ready_pack(ctx.arena, back);
    cr_assert_eq(again.length, bytes.length);
    cr_assert_eq(memcmp(again.data, bytes.data, bytes.length), 0);
    ho_figure_put(ctx.arena, page, back, .5, 100, 200);
    expect(write_text(), "/L0 gs\n180 -20 m\n");
}

Test(ready, is_refused_if_any_byte_is_another)
{
    struct ho_bytes bytes = ho_ready_pack(ctx.arena, make_figure());
    unsigned char *copy = ho_alloc(ctx.arena, bytes.length, 1);
    const struct ho_figure *untouched = NULL;
    memcpy(copy, bytes.data, bytes.length);
    for (size_t i = 0; i < bytes.length; i++) {
        copy[i] ^= 0x10;
        cr_expect_not(ho_ready_unpack(ctx.arena, (struct ho_bytes){copy, bytes.length},
                                      &untouched),
                      "byte %zu", i);
        copy[i] ^= 0x10;
        cr_expect_not(
            ho_ready_unpack(ctx.arena, (struct ho_bytes){copy, i}, &untouched));
    }
    cr_assert_null(untouched);
}
