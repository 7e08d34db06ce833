/* A pose as a picture: paths only, within the budgets, the same each time, and its own mirror image.
 * SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "figure/figure.h"
#include "page/palette.h"

static const struct ho_pose *load(struct ho_ctx *ctx, const char *id)
{
    const struct ho_pose *pose = NULL;
    cr_assert(ho_pose_load(ctx, HO_CONTENT, id, &pose));
    return pose;
}

static const struct ho_figure *build(struct ho_ctx *ctx, const char *id,
                                     enum ho_figure_side side,
                                     enum ho_figure_edition edition)
{
    return ho_figure_build(ctx->arena, load(ctx, id), side, edition, HO_FIGURE_BODY_A);
}

static size_t count_ops(const struct ho_figure *figure)
{
    size_t ops = 0;
    for (size_t i = 0; i < figure->paths.count; i++)
        ops += figure->paths.items[i].path->ops.count;
    return ops;
}

static bool uses(const struct ho_figure *figure, enum ho_role role)
{
    for (size_t i = 0; i < figure->paths.count; i++)
        if (figure->paths.items[i].paint.fill == role ||
            figure->paths.items[i].paint.stroke == role)
            return true;
    return false;
}

/* Budgets and floors of figures.md, 0: what is drawn is painted, sits on the grid, and no line is too thin to print. */
static void expect_sound(const struct ho_figure *figure, double least)
{
    cr_expect_lt(count_ops(figure), 3500, "%s", figure->id);
    for (size_t i = 0; i < figure->paths.count; i++) {
        const struct ho_painted_path *painted = &figure->paths.items[i];
        bool is_edge = painted->paint.fill == painted->paint.stroke;
        cr_expect(painted->paint.fill || painted->paint.stroke);
        if (painted->paint.stroke && !is_edge)
            cr_expect_geq(painted->paint.width, least - 1e-9, "%s path %zu", figure->id,
                          i);
        for (size_t k = 0; k < painted->path->points.count; k++) {
            double x = painted->path->points.items[k].x / figure->step;
            cr_expect(isfinite(x) && fabs(x - round(x)) < 1e-6);
        }
        struct ho_rect box = ho_path_box(painted->path), all = figure->box;
        cr_expect(box.x >= all.x - 1 && box.x + box.width <= all.x + all.width + 1 &&
                      box.y >= all.y - 1 &&
                      box.y + box.height <= all.y + all.height + 1,
                  "%s path %zu leaves the box", figure->id, i);
    }
}

Test(picture, large_and_small_ones_keep_their_budgets)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_figure *large = build(&ctx, "cat", HO_FIGURE_RIGHT, HO_FIGURE_FULL),
                           *small =
                               build(&ctx, "cat", HO_FIGURE_RIGHT, HO_FIGURE_THUMBNAIL);
    expect_sound(large, .35);
    expect_sound(small, .35);
    cr_expect_lt(count_ops(small), count_ops(large));
    cr_expect_lt(ho_figure_pack(ctx.arena, large).length, 14 * 1024);
    cr_expect(uses(large, HO_PAINT_FACE_LINE) && !uses(small, HO_PAINT_FACE_LINE));
    cr_expect(uses(large, HO_PAINT_MOVE) && uses(small, HO_PAINT_MOVE));
    ho_arena_free(ctx.arena);
}

/* Red is for danger: no other figure may use it. */
Test(picture, only_pictograms_have_the_ring)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_figure *sign =
        build(&ctx, "flag-foot", HO_FIGURE_RIGHT, HO_FIGURE_PICTOGRAM);
    expect_sound(sign, .35);
    cr_expect(uses(sign, HO_PAINT_DANGER));
    cr_expect_not(uses(build(&ctx, "cat", HO_FIGURE_RIGHT, HO_FIGURE_THUMBNAIL),
                       HO_PAINT_DANGER));
    cr_expect_float_eq(sign->box.width, sign->box.height, 10);
    ho_arena_free(ctx.arena);
}

/* The left side is seen from the left: the same picture turned over, but for the light. */
Test(picture, left_is_right_mirrored)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_figure *right = build(&ctx, "knee-to-chest-end", HO_FIGURE_RIGHT,
                                          HO_FIGURE_THUMBNAIL),
                           *left = build(&ctx, "knee-to-chest-end", HO_FIGURE_LEFT,
                                         HO_FIGURE_THUMBNAIL);
    cr_expect_str_eq(left->id, "knee-to-chest-end.left");
    cr_expect_float_eq(left->box.width, right->box.width, 6);
    cr_expect_float_eq(left->box.height, right->box.height, 6);
    cr_expect_float_eq(left->box.x, -(right->box.x + right->box.width), 6);
    cr_expect(uses(left, HO_PAINT_FEEL) && uses(right, HO_PAINT_FEEL));
    ho_arena_free(ctx.arena);
}

Test(picture, is_packed_and_unpacked_whole)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_figure *figure =
        build(&ctx, "flag-numb", HO_FIGURE_RIGHT, HO_FIGURE_PICTOGRAM);
    struct ho_bytes bytes = ho_figure_pack(ctx.arena, figure),
                    again = ho_figure_pack(
                        ctx.arena,
                        build(&ctx, "flag-numb", HO_FIGURE_RIGHT, HO_FIGURE_PICTOGRAM));
    cr_assert_eq(bytes.length, again.length, "the same pose is the same picture");
    cr_expect_eq(memcmp(bytes.data, again.data, bytes.length), 0);
    const struct ho_figure *back = NULL;
    cr_assert(ho_figure_unpack(ctx.arena, bytes, &back));
    struct ho_bytes third = ho_figure_pack(ctx.arena, back);
    cr_assert_eq(third.length, bytes.length);
    cr_expect_eq(memcmp(bytes.data, third.data, bytes.length), 0);
    ho_arena_free(ctx.arena);
}

/* A file cut off anywhere, longer than it should be, or with a byte changed, is refused. */
Test(picture, damaged_bytes_are_refused)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    struct ho_bytes bytes = ho_figure_pack(
        ctx.arena, build(&ctx, "flag-foot", HO_FIGURE_RIGHT, HO_FIGURE_PICTOGRAM));
    unsigned char *copy = ho_new_array(ctx.arena, unsigned char, bytes.length + 1);
    const struct ho_figure *figure = NULL;
    for (size_t length = 0; length < bytes.length; length++)
        cr_expect_not(ho_figure_unpack(ctx.arena, (struct ho_bytes){bytes.data, length},
                                       &figure));
    memcpy(copy, bytes.data, bytes.length);
    cr_expect_not(ho_figure_unpack(ctx.arena, (struct ho_bytes){copy, bytes.length + 1},
                                   &figure));
    for (size_t i = 0; i < bytes.length; i++)
        for (unsigned bit = 1; bit < 0x100; bit <<= 3) {
            copy[i] ^= (unsigned char)bit;
            cr_expect_not(ho_figure_unpack(
                ctx.arena, (struct ho_bytes){copy, bytes.length}, &figure));
            copy[i] ^= (unsigned char)bit;
        }
    cr_expect_null(figure);
    ho_arena_free(ctx.arena);
}

/* The sum at the front, made right again (pack.c: FNV-1a after the four letters). */
static void forge_sum(unsigned char *bytes, size_t length)
{
    uint64_t sum = 0xCBF29CE484222325u;
    for (size_t i = 12; i < length; i++)
        sum = (sum ^ bytes[i]) * 0x100000001B3u;
    for (int i = 0; i < 8; i++)
        bytes[4 + i] = (unsigned char)(sum >> 8 * i);
}

/* With a sum that fits, what is in it is still not trusted: it is refused or is sound; never a crash. */
Test(picture, hostile_bytes_are_refused)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    struct ho_bytes bytes = ho_figure_pack(
        ctx.arena, build(&ctx, "flag-foot", HO_FIGURE_RIGHT, HO_FIGURE_PICTOGRAM));
    unsigned char *copy = ho_new_array(ctx.arena, unsigned char, bytes.length);
    const struct ho_figure *figure = NULL;
    size_t accepted = 0;
    memcpy(copy, bytes.data, bytes.length);
    for (size_t i = 12; i < bytes.length; i++) {
        copy[i] ^= 0xFF;
        forge_sum(copy, bytes.length);
        if (ho_figure_unpack(ctx.arena, (struct ho_bytes){copy, bytes.length},
                             &figure)) {
            cr_expect(figure->paths.count > 0 && figure->scale > 0);
            accepted++;
        }
        copy[i] ^= 0xFF;
    }
    cr_expect(accepted > 0 && accepted < bytes.length, "%zu", accepted);
    ho_arena_free(ctx.arena);
}
