/* Every compiled figure in a line: where its ink is, and of how many paths and operators it is made. A change here is a
 * change of what patients see: look at it (handout show --all), count HO_FIGURE_ENGINE up if the engine made it, and
 * rewrite the lists with HO_UPDATE_GOLDEN=1.
 * SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <dirent.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/source.h"
#include "figure/figure.h"

static int compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct names {
    HO_VEC(const char *);
};

/* The compiled figures whose names hold `part`, sorted. */
static struct names list_figures(struct ho_arena *arena, const char *part)
{
    struct names names = {0};
    DIR *folder = opendir(HO_DATA "/figures");
    cr_assert(folder);
    for (const struct dirent *entry; (entry = readdir(folder));)
        if (strstr(entry->d_name, part))
            ho_push(arena, &names, ho_strdup(arena, entry->d_name));
    closedir(folder);
    cr_assert_gt(names.count, 0, "%s", part);
    qsort(names.items, names.count, sizeof *names.items, compare);
    return names;
}

static const struct ho_figure *load(struct ho_ctx *ctx, const char *name,
                                    size_t *length)
{
    const struct ho_source *file;
    const struct ho_figure *figure = NULL;
    cr_assert(ho_source_load(
        ctx, ho_format(ctx->arena, "%s/%s", HO_DATA "/figures", name), &file));
    cr_assert(ho_figure_unpack(
        ctx->arena, (struct ho_bytes){(const unsigned char *)file->text, file->length},
        &figure));
    *length = file->length;
    return figure;
}

/* "cat.right.full.a 1301 x 894 at -421 -1027, 98 paths, M 170 L 12 C 633 Z 75": millimetres of the body. */
static void describe(struct ho_text *out, const char *name,
                     const struct ho_figure *figure)
{
    size_t ops[4] = {0};
    for (size_t i = 0; i < figure->paths.count; i++) {
        const struct ho_path *path = figure->paths.items[i].path;
        for (size_t k = 0; k < path->ops.count; k++)
            ops[path->ops.items[k]]++;
    }
    ho_text_add_format(
        out, "%.*s %ld x %ld at %ld %ld, %zu paths, M %zu L %zu C %zu Z %zu\n",
        (int)(strlen(name) - strlen(".figure")), name, lround(figure->box.width),
        lround(figure->box.height), lround(figure->box.x), lround(figure->box.y),
        figure->paths.count, ops[HO_MOVE], ops[HO_LINE], ops[HO_CURVE], ops[HO_CLOSE]);
}

/* Budgets and floors of figures.md, 0, for what is shipped: nothing leaves the box, no line is too thin to print, red is
 * for danger alone. */
static void expect_sound(const char *name, const struct ho_figure *figure,
                         size_t length)
{
    bool is_sign = strstr(name, ".pictogram.");
    size_t ops = 0;
    cr_expect_lt(length, (size_t)(is_sign ? 8 : 25) * 1024, "%s", name);
    for (size_t i = 0; i < figure->paths.count; i++) {
        const struct ho_painted_path *painted = &figure->paths.items[i];
        const struct ho_paint *paint = &painted->paint;
        struct ho_rect box = ho_path_box(painted->path), all = figure->box;
        ops += painted->path->ops.count;
        cr_expect(paint->fill || paint->stroke);
        /* a line of the fill's own colour only closes hairlines */
        if (paint->stroke && paint->stroke != paint->fill)
            cr_expect_geq(paint->width, .35 - 1e-9, "%s path %zu", name, i);
        cr_expect(box.x > all.x - 1 && box.y > all.y - 1 &&
                      box.x + box.width < all.x + all.width + 1 &&
                      box.y + box.height < all.y + all.height + 1,
                  "%s path %zu leaves the box", name, i);
        cr_expect(is_sign || (paint->fill != HO_PAINT_DANGER &&
                              paint->stroke != HO_PAINT_DANGER),
                  "%s path %zu is red", name, i);
    }
    cr_expect(ops < 3500, "%s has %zu operators", name, ops);
}

static void hold(const char *part, const char *golden)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    struct ho_text seen = {.arena = ctx.arena};
    struct names names = list_figures(ctx.arena, part);
    const char *path = ho_format(ctx.arena, "%s/%s", HO_GOLDEN, golden);
    const char *update = getenv("HO_UPDATE_GOLDEN");
    const struct ho_source *wanted;
    ho_text_add_format(&seen, "# SPDX-License-Identifier: MIT\nengine %d\n",
                       HO_FIGURE_ENGINE);
    for (size_t i = 0; i < names.count; i++) {
        size_t packed;
        const struct ho_figure *figure = load(&ctx, names.items[i], &packed);
        expect_sound(names.items[i], figure, packed);
        describe(&seen, names.items[i], figure);
    }
    size_t length = seen.count;
    ho_text_end(&seen);
    if (update && ho_equal(update, "1"))
        cr_assert(ho_file_write(
            &ctx, path, (struct ho_bytes){(const unsigned char *)seen.items, length}));
    cr_assert(ho_source_load(&ctx, path, &wanted), "%s", path);
    const char *a = wanted->text, *b = seen.items;
    while (*a || *b) { /* line by line, so that a failure names the figure */
        size_t m = strcspn(a, "\n"), n = strcspn(b, "\n");
        cr_expect(m == n && memcmp(a, b, n) == 0, "expected: %.*s\nseen:     %.*s",
                  (int)m, a, (int)n, b);
        a += m + (a[m] == '\n');
        b += n + (b[n] == '\n');
    }
    ho_arena_free(ctx.arena);
}

Test(golden, full_figures_of_body_a)
{
    hold(".full.a.", "full-a.txt");
}

Test(golden, full_figures_of_body_b)
{
    hold(".full.b.", "full-b.txt");
}

Test(golden, thumbnails)
{
    hold(".thumbnail.", "thumbnails.txt");
}

Test(golden, pictograms)
{
    hold(".pictogram.", "pictograms.txt");
}
