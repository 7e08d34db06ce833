/* Templates and themes.
 * SPDX-License-Identifier: MIT */
#include "model/template.h"
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
        {"screen=\"#3F4850\"", "screen=\"#6F7880\"", "<theme",
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
