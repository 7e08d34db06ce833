/* Templates and themes.
 * SPDX-License-Identifier: MIT */
#include "model/template.h"

#include <math.h>

#include "base/folder.h"
#include "unit/model/content_copy.h"

struct slip {
    const char *old, *new, *mark, *message;
};

static void expect_slips(const char *file, const struct slip *slips, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct copy copy = begin(HO_TEMPLATES);
        const struct ho_template *template = NULL;
        const struct ho_theme *theme = NULL;
        const char *place =
            spoil(&copy, file, slips[i].old, slips[i].new, slips[i].mark);
        bool ok = ho_equal(file, "handout.xml")
                      ? ho_template_load(&copy.ctx, copy.folder, "handout", &template)
                      : ho_theme_load(&copy.ctx, copy.folder, "default", &theme);
        cr_expect(!ok && !template && !theme, "%s", slips[i].new);
        const char *wanted =
            ho_format(copy.ctx.arena, "%s: error: %s", place, slips[i].message);
        cr_expect(strstr(messages(&copy.ctx), wanted), "wanted\n%s\ngot\n%s", wanted,
                  messages(&copy.ctx));
        end(&copy);
    }
}

#define EXPECT_SLIPS(file, slips)                                                      \
    expect_slips((file), (slips), sizeof(slips) / sizeof *(slips))

Test(theme, refuses_weak_contrast_on_screen_and_in_grey)
{
    static const struct slip slips[] = {
        {"screen=\"#323A42\"", "screen=\"#6F7880\"", "<theme",
         "the contrast of \"soft\" on \"paper\" is 4.49 to 1; the limit is 7 [HO-433]\n"
         "  hint: of their screen colours"},
        {"grey=\"#292929\"", "grey=\"#777777\"", "<theme",
         "the contrast of \"danger\" on \"paper\" is 4.48 to 1; the limit is 7 "
         "[HO-433]\n  hint: of their greys"},
        {"screen=\"#7A7268\"", "screen=\"#B9B1A6\"", "<theme",
         "the contrast of \"edge\" on \"paper\" is 2.1"},
    };
    EXPECT_SLIPS("themes/default.xml", slips);
}

Test(theme, needs_every_role_and_style_once)
{
    static const struct slip slips[] = {
        {"<colour role=\"tint\" screen=\"#E6F1F0\" grey=\"#EEEEEE\" low=\"#FFFFFF\" "
         "press=\"10 0 5 "
         "0\"/>",
         "", "<theme", "<theme> needs a <colour role=\"tint\"> [HO-164]"},
        {"<type role=\"small\" size=\"9\" leading=\"12\" weight=\"regular\"/>", "",
         "<scale", "<scale> needs a <type role=\"small\"> [HO-164]"},
        {"role=\"tint\"", "role=\"panel\"", "role=\"panel\" screen=\"#F4F1EC\"",
         "the colour role \"panel\" is there twice [HO-207]"},
        {"role=\"h2\"", "role=\"h1\"", "role=\"h1\" size=\"18\"",
         "the type role \"h1\" is there twice [HO-207]"},
        {"role=\"tint\"", "role=\"tnit\"", "role=\"tnit\"",
         "there is no colour role \"tnit\" [HO-203]\n  hint: did you mean \"tint\"?"},
        {"role=\"tint\"", "role=\"none\"", "role=\"none\"",
         "there is no colour role \"none\" [HO-203]"},
    };
    EXPECT_SLIPS("themes/default.xml", slips);
}

Test(theme, refuses_bad_colours_and_sizes)
{
    static const struct slip slips[] = {
        {"#1A2128", "1A2128",
         "screen=", "the value of \"screen\" is not a colour such as #1A2128 [HO-171]"},
        {"#1A2128", "#1A212G",
         "screen=", "the value of \"screen\" is not a colour such as #1A2128 [HO-171]"},
        {"#1A1A1A", "#1A1A1B",
         "grey=", "the value of \"grey\" is not a grey such as #404040 [HO-171]"},
        {"0 0 0 100", "100 100 100 1", "press=",
         "the value of \"press\" is not four percentages of 300 together at most "
         "[HO-171]"},
        {"0 0 0 100", "0 0 100",
         "press=", "the value of \"press\" is not four percentages"},
        {"0 0 0 100", "0 0 0 0 100",
         "press=", "the value of \"press\" is not four percentages"},
        {"0 0 0 100", "0 0 0 101",
         "press=", "the value of \"press\" is not four percentages"},
        {"size=\"24\"", "size=\"24,5\"",
         "size=", "the value of \"size\" is not a number of points from 4 to 200"},
        {"leading=\"28\"", "leading=\"27\"", "leading=",
         "the value of \"leading\" is not at least the size, in steps of 4 points "
         "[HO-171]"},
        {"leading=\"28\"", "leading=\"20\"",
         "leading=", "the value of \"leading\" is not at least the size"},
        {"weight=\"bold\"", "weight=\"blod\"",
         "weight=", "the value of \"weight\" is not one of: regular, bold"},
    };
    EXPECT_SLIPS("themes/default.xml", slips);
}

Test(theme, reads_colours_recipes_and_type)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_theme *theme;
    cr_assert(ho_theme_load(&ctx, HO_TEMPLATES, "default", &theme));
    const struct ho_colour *ink = &theme->palette.roles[HO_PAINT_INK];
    cr_expect_float_eq(ink->rgb[2], 0x28 / 255.0, 1e-6);
    cr_expect_float_eq(ink->grey, 0x1A / 255.0, 1e-6);
    cr_expect(ink->cmyk[0] <= 0 && ink->cmyk[3] >= 1);
    cr_expect(theme->scales[HO_EDITION_STANDARD].styles[HO_TYPE_H1].is_bold &&
              !theme->scales[HO_EDITION_STANDARD].styles[HO_TYPE_BODY].is_bold);
    cr_expect_float_eq(theme->scales[HO_EDITION_STANDARD].styles[HO_TYPE_REMINDER].size,
                       10.5, 1e-9);
    cr_expect_float_eq(
        theme->scales[HO_EDITION_STANDARD].styles[HO_TYPE_REMINDER].leading, 16, 1e-9);
    ho_arena_free(ctx.arena);
}

Test(theme, names_the_nearest_template_and_theme)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_template *template;
    const struct ho_theme *theme;
    cr_expect(!ho_template_load(&ctx, HO_TEMPLATES, "handuot", &template));
    cr_expect(!ho_theme_load(&ctx, HO_TEMPLATES, "defualt", &theme));
    cr_expect(!ho_theme_load(&ctx, HO_TEMPLATES, "../handout", &theme));
    cr_assert_eq(ctx.diags.count, 3);
    cr_expect_str_eq(ctx.diags.items[0].hint, "did you mean \"handout\"?");
    cr_expect_str_eq(ctx.diags.items[1].hint, "did you mean \"default\"?");
    cr_expect_eq(ctx.diags.items[2].code, HO_MSG_UNKNOWN_ID);
    ho_arena_free(ctx.arena);
}

/* CIE 1976 lightness, 0 to 100: equal steps look equal. */
static double lightness(const struct ho_palette *palette, enum ho_role role)
{
    /* The contrast with white is (1 + 0.05) / (Y + 0.05). */
    struct ho_palette whites = *palette;
    whites.roles[HO_PAINT_PAPER] = (struct ho_colour){{1, 1, 1}, 1, 1, {0}};
    double y = 1.05 / ho_palette_contrast(&whites, HO_PAINT_PAPER, role) - .05;
    return y > .008856 ? 116 * cbrt(y) - 16 : 903.3 * y;
}

static void expect_apart(const char *theme, const struct ho_palette *palette,
                         enum ho_role a, enum ho_role b)
{
    enum { LEAST = 5 }; /* what is less looks like one tone on an office print */
    double apart = fabs(lightness(palette, a) - lightness(palette, b));
    cr_expect(apart >= LEAST, "%s, %s: \"%s\" and \"%s\" are %.1f apart", theme,
              ho_ink_names[palette->ink], ho_role_name(a), ho_role_name(b), apart);
}

/* What touches in a figure, and what tells near from far. */
static const enum ho_role touching[][2] = {
    {HO_PAINT_SKIN, HO_PAINT_SKIN_FAR},
    {HO_PAINT_SHIRT, HO_PAINT_SHIRT_FAR},
    {HO_PAINT_TROUSERS, HO_PAINT_TROUSERS_FAR},
    {HO_PAINT_HAIR, HO_PAINT_HAIR_FAR},
    {HO_PAINT_SHOE, HO_PAINT_SHOE_FAR},
    {HO_PAINT_SKIN_FAR, HO_PAINT_SHIRT},
    {HO_PAINT_SKIN, HO_PAINT_SHIRT_FAR},
    {HO_PAINT_SKIN_FAR, HO_PAINT_SHIRT_FAR},
    {HO_PAINT_SKIN_FAR, HO_PAINT_TROUSERS},
    {HO_PAINT_SHIRT_FAR, HO_PAINT_TROUSERS},
    {HO_PAINT_SHIRT, HO_PAINT_TROUSERS_FAR},
    {HO_PAINT_SKIN, HO_PAINT_SOLE},
    {HO_PAINT_TROUSERS, HO_PAINT_SHOE},
    {HO_PAINT_TROUSERS, HO_PAINT_SOLE},
    {HO_PAINT_TROUSERS_FAR, HO_PAINT_SHOE_FAR},
    {HO_PAINT_SKIN, HO_PAINT_MAT},
    {HO_PAINT_SHIRT, HO_PAINT_MAT},
    {HO_PAINT_TROUSERS, HO_PAINT_MAT},
    {HO_PAINT_SHOE, HO_PAINT_MAT},
    {HO_PAINT_PILLOW, HO_PAINT_MAT},
    {HO_PAINT_HAIR, HO_PAINT_PILLOW},
    {HO_PAINT_SKIN, HO_PAINT_PILLOW},
    {HO_PAINT_SHIRT, HO_PAINT_CHAIR},
    {HO_PAINT_TROUSERS, HO_PAINT_CHAIR},
    {HO_PAINT_CUSHION, HO_PAINT_CHAIR},
    {HO_PAINT_CUSHION, HO_PAINT_SHIRT},
    {HO_PAINT_CUSHION, HO_PAINT_TROUSERS},
    {HO_PAINT_SKIN, HO_PAINT_WOOD},
    {HO_PAINT_TROUSERS, HO_PAINT_WOOD},
    {HO_PAINT_WOOD, HO_PAINT_METAL},
    {HO_PAINT_WOOD, HO_PAINT_CHAIR},
    {HO_PAINT_CHAIR, HO_PAINT_METAL},
    {HO_PAINT_CHAIR, HO_PAINT_CHINA},
    {HO_PAINT_TROUSERS, HO_PAINT_CHINA},
    {HO_PAINT_SKIN_WET, HO_PAINT_SHIRT_WET},
    {HO_PAINT_SHIRT_WET, HO_PAINT_TROUSERS_WET},
    {HO_PAINT_SKIN_WET, HO_PAINT_WATER},
    {HO_PAINT_SHIRT_WET, HO_PAINT_WATER},
    {HO_PAINT_TROUSERS_WET, HO_PAINT_WATER},
    {HO_PAINT_FEEL, HO_PAINT_SKIN},
    {HO_PAINT_FEEL, HO_PAINT_SHIRT},
    {HO_PAINT_FEEL, HO_PAINT_TROUSERS},
};

/* Where ink is spared, outlines part what touches; but who is who must still be seen: skin, hair and clothes. */
Test(theme, figures_stay_apart_without_colour)
{
    static const enum ho_role body[] = {HO_PAINT_SKIN, HO_PAINT_HAIR, HO_PAINT_SHIRT,
                                        HO_PAINT_TROUSERS};
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const char *const *ids = ho_folder_ids(ctx.arena, HO_TEMPLATES "/themes");
    cr_assert(ids[0] && ids[1]);
    for (size_t t = 0; ids[t]; t++) {
        const struct ho_theme *theme;
        cr_assert(ho_theme_load(&ctx, HO_TEMPLATES, ids[t], &theme));
        struct ho_palette palette = theme->palette;
        for (int ink = HO_INK_GREY; ink <= HO_INK_LOW; ink++) {
            palette.ink = (enum ho_ink)ink;
            for (size_t i = 0; i < sizeof body / sizeof *body; i++)
                for (size_t k = 0; k < i; k++)
                    expect_apart(ids[t], &palette, body[i], body[k]);
        }
        palette.ink = HO_INK_GREY;
        bool has_tones =
            lightness(&palette, HO_PAINT_SKIN) < 99; /* else all is outlines */
        for (size_t i = 0; has_tones && i < sizeof touching / sizeof *touching; i++)
            expect_apart(ids[t], &palette, touching[i][0], touching[i][1]);
    }
    ho_arena_free(ctx.arena);
}
