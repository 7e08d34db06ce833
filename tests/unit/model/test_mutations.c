/* Every small mistake in every format has its message, at its place; and what the loaders let pass, the published
 * schema lets pass too. "A schema failure that no loader explained is itself a bug."
 * SPDX-License-Identifier: MIT */
#include "model/country.h"
#include "model/pose.h"
#include "model/record.h"
#include "model/roster.h"
#include "model/template.h"
#include "model/terms.h"
#include "support/judge.h"
#include "unit/model/content_copy.h"
#include "xml/schema.h"

/* How a format is loaded; `file` is that of the copy that was spoilt. */
typedef bool loader(struct ho_ctx *ctx, const char *folder, const char *file);

static bool fits_schema(struct ho_ctx *ctx, const char *path)
{
    const struct ho_source *source;
    const struct ho_xml_node *root;
    return ho_source_load(ctx, path, &source) && ho_xml_parse(ctx, source, &root) &&
           ho_schema_check(ctx, HO_CONTENT "/schema", root);
}

static void try_mutation(struct copy *copy, const char *file, const struct mutation *m,
                         loader *load)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const char *path = ho_format(ctx.arena, "%s/%s", copy->folder, file);
    struct ho_source source = {
        .name = path, .text = m->text, .length = strlen(m->text)};
    struct ho_span at = ho_source_span(&source, m->from);
    write_copy(path, m->text);
    bool is_loaded = load(&ctx, copy->folder, file);
    if (!ctx.diags.count)
        cr_expect(is_loaded && fits_schema(&ctx, path), "%s at %s:%d:%d: %s",
                  expectations[m->kind].name, file, at.line, at.column,
                  is_loaded ? messages(&ctx) : "no message, but it did not load");
    else
        cr_expect(is_explained(m, &source, &ctx.diags), "%s at %s:%d:%d:\n%s",
                  expectations[m->kind].name, file, at.line, at.column, messages(&ctx));
    ho_arena_free(ctx.arena);
}

/* `more`, if it is not NULL, stands before the last tag: what no shipped file has. */
static void try_all(const char *from, const char *file, const char *more, loader *load)
{
    struct copy copy = begin(from);
    const char *path = path_in(&copy, file);
    const char *text = read_copy(copy.ctx.arena, path);
    if (more) {
        const char *last = strstr(text, "</exercise-text>");
        cr_assert(last);
        text =
            ho_format(copy.ctx.arena, "%.*s%s%s", (int)(last - text), text, more, last);
        write_copy(path, text);
    }
    cr_assert(load(&copy.ctx, copy.folder, file), "%s", messages(&copy.ctx));
    struct mutations all = mutate(copy.ctx.arena, text);
    cr_expect_gt(all.count, 15);
    for (size_t i = 0; i < all.count; i++)
        try_mutation(&copy, file, &all.items[i], load);
    end(&copy);
}

static bool load_any_library(struct ho_ctx *ctx, const char *folder, const char *file)
{
    const struct ho_library *library;
    (void)file;
    return ho_library_load(ctx, folder, "sciatica", "en-GB", &library);
}

static bool load_country(struct ho_ctx *ctx, const char *folder, const char *file)
{
    const struct ho_country *country;
    (void)file;
    return ho_country_load(ctx, folder, "GB", "en-GB", (struct ho_span){0}, &country);
}

static bool load_record(struct ho_ctx *ctx, const char *folder, const char *file)
{
    const struct ho_library *library;
    const struct ho_record *record;
    cr_assert(ho_library_load(ctx, HO_CONTENT, "sciatica", "en-GB", &library));
    return ho_record_load(ctx, ho_format(ctx->arena, "%s/%s", folder, file), &record) &&
           ho_record_check(ctx, library, record);
}

/* A row that fails does not fail the roster; here it is what the mistake did. */
static bool load_roster(struct ho_ctx *ctx, const char *folder, const char *file)
{
    const struct ho_roster *roster;
    return ho_roster_load(ctx, ho_format(ctx->arena, "%s/%s", folder, file), &roster) &&
           !roster->failed;
}

static bool load_clinic(struct ho_ctx *ctx, const char *folder, const char *file)
{
    const struct ho_clinic *clinic;
    return ho_clinic_load(ctx, ho_format(ctx->arena, "%s/%s", folder, file), &clinic);
}

static bool load_template(struct ho_ctx *ctx, const char *folder, const char *file)
{
    const struct ho_template *template;
    (void)file;
    return ho_template_load(ctx, folder, "handout", &template);
}

static bool load_terms(struct ho_ctx *ctx, const char *folder, const char *file)
{
    const struct ho_terms *terms;
    (void)file;
    return ho_terms_load(ctx, folder, "en-GB", &terms);
}

static bool load_theme(struct ho_ctx *ctx, const char *folder, const char *file)
{
    const struct ho_theme *theme;
    (void)file;
    return ho_theme_load(ctx, folder, "default", &theme);
}

/* The file's name within the folder of figures is the figure's id. */
static bool load_figure(struct ho_ctx *ctx, const char *folder, const char *file)
{
    const char *name = file + strlen("figures/");
    const struct ho_pose *pose;
    return ho_pose_load(ctx, folder,
                        ho_strndup(ctx->arena, name, strlen(name) - strlen(".xml")),
                        &pose);
}

#define MUTATE(name, from, file, load)                                                 \
    Test(mutations, name)                                                              \
    {                                                                                  \
        try_all((from), (file), NULL, (load));                                         \
    }

MUTATE(of_a_record, HO_CONTENT "/examples", "sam-taylor.xml", load_record)
MUTATE(of_a_clinic, HO_CONTENT "/examples", "clinic.xml", load_clinic)
MUTATE(of_a_full_record, HO_FULL, "record.xml", load_record)
MUTATE(of_a_full_clinic, HO_FULL, "clinic.xml", load_clinic)
MUTATE(of_a_roster, HO_CONTENT "/examples", "roster.xml", load_roster)
MUTATE(of_a_condition, HO_CONTENT, "conditions/sciatica.xml", load_any_library)
MUTATE(of_a_conditions_words, HO_CONTENT, "en-GB/conditions/sciatica.xml",
       load_any_library)
MUTATE(of_an_exercise, HO_CONTENT, "exercises/single-knee-to-chest.xml",
       load_any_library)
MUTATE(of_an_exercises_words, HO_CONTENT, "en-GB/exercises/single-knee-to-chest.xml",
       load_any_library)
MUTATE(of_another_exercise, HO_CONTENT, "exercises/cat-cow.xml", load_any_library)
MUTATE(of_a_timed_exercise, HO_CONTENT, "exercises/walking.xml", load_any_library)
Test(mutations, of_an_exercises_link)
{
    try_all(HO_CONTENT, "en-GB/exercises/walking.xml",
            "<link href=\"https://www.example.org/walking\">A film of a walk</link>",
            load_any_library);
}
MUTATE(of_advice, HO_CONTENT, "advice/disc-load.xml", load_any_library)
MUTATE(of_advices_words, HO_CONTENT, "en-GB/advice/leg-check.xml", load_any_library)
MUTATE(of_red_flags, HO_CONTENT, "red-flags.xml", load_any_library)
MUTATE(of_red_flags_words, HO_CONTENT, "en-GB/red-flags.xml", load_any_library)
MUTATE(of_strings, HO_CONTENT, "en-GB/strings.xml", load_any_library)
MUTATE(of_sources, HO_CONTENT, "sources.xml", load_any_library)
MUTATE(of_a_country, HO_CONTENT, "countries/GB.xml", load_country)
MUTATE(of_a_template, HO_TEMPLATES, "handout.xml", load_template)
MUTATE(of_a_theme, HO_TEMPLATES, "themes/default.xml", load_theme)
MUTATE(of_terms, HO_CONTENT, "en-GB/terms.xml", load_terms)
MUTATE(of_a_figure, HO_CONTENT, "figures/knee-to-chest-end.xml", load_figure)
MUTATE(of_a_figure_with_things, HO_CONTENT, "figures/sitting.xml", load_figure)
MUTATE(of_a_figure_with_a_ghost, HO_CONTENT, "figures/flag-foot.xml", load_figure)
MUTATE(of_a_figure_with_lines, HO_CONTENT, "figures/pelvic-tilt-end.xml", load_figure)
MUTATE(of_a_figure_in_water, HO_CONTENT, "figures/swimming.xml", load_figure)
