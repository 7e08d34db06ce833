/* Every small mistake in every format has its message, at its place; and what the loaders let pass, the published
 * schema lets pass too. "A schema failure that no loader explained is itself a bug."
 * SPDX-License-Identifier: MIT */
#include "model/country.h"
#include "model/record.h"
#include "model/template.h"
#include "support/mutate.h"
#include "unit/model/content_copy.h"
#include "xml/schema.h"

/* What each kind of mistake may be called. */
static const struct expectation {
    const char *name;
    int codes[12];
} expectations[MUTATION_COUNT] = {
    [DROP_ELEMENT] = {"drop an element",
                      {164, 174, 203, 218, 248, 261, 271, 278, 285, 288}},
    [MISSPELL_ELEMENT] = {"misspell an element", {158, 181}},
    [DOUBLE_ELEMENT] = {"double an element", {167, 207, 288}},
    [EMPTY_TEXT] = {"empty a text", {174}},
    [STRAY_ELEMENT] = {"put an element in", {158}},
    [STRAY_ATTRIBUTE] = {"put an attribute in", {159}},
    [STRAY_TEXT] = {"put text in", {178}},
    [DROP_ATTRIBUTE] = {"drop an attribute", {162, 256, 266}},
    [MISSPELL_ATTRIBUTE] = {"misspell an attribute", {159}},
    [DOUBLE_ATTRIBUTE] = {"double an attribute", {131}},
    [EMPTY_VALUE] = {"empty a value", {171}},
    [SPOIL_VALUE] = {"spoil a value", {171}},
    [WRONG_VALUE] = {"write a wrong value", {171, 203}},
    [MISSPELL_VALUE] = {"misspell a value", {171, 203}},
};

/* How a format is loaded; `file` is that of the copy that was spoilt. */
typedef bool loader(struct ho_ctx *ctx, const char *folder, const char *file);

static bool is_expected_code(const struct mutation *m, int code)
{
    for (size_t i = 0; expectations[m->kind].codes[i]; i++)
        if (expectations[m->kind].codes[i] == code)
            return true;
    return false;
}

static bool is_at(const struct ho_source *source, size_t from, size_t to,
                  const struct ho_diag *diag)
{
    struct ho_span first = ho_source_span(source, from),
                   last = ho_source_span(source, to), at = diag->at;
    return (at.line > first.line ||
            (at.line == first.line && at.column >= first.column)) &&
           (at.line < last.line || (at.line == last.line && at.column <= last.column));
}

/* Whether the message is about this mistake: of its kind, in this file, at the place or at the parent's tag. */
static bool is_right(const struct mutation *m, const struct ho_source *source,
                     const struct ho_diag *diag)
{
    return diag->at.source && ho_equal(diag->at.source->name, source->name) &&
           is_expected_code(m, (int)diag->code) &&
           (is_at(source, m->from, m->to, diag) ||
            is_at(source, m->parent, m->parent, diag));
}

/* What follows from the mistake: elsewhere it names what was spoilt (a phrase that is now missing, a source that is
 * named but not there), or it stands inside the element whose name or id was changed. */
static bool is_consequence(const struct mutation *m, const struct ho_source *source,
                           const struct ho_diag *diag)
{
    if (diag->at.source && ho_equal(diag->at.source->name, source->name) &&
        is_at(source, m->from, m->end, diag))
        return true;
    for (size_t i = 0; i < sizeof m->names / sizeof *m->names; i++)
        if (m->names[i] && m->names[i][0] && strstr(diag->text, m->names[i]))
            return true;
    return false;
}

/* One right message. None but consequences if what was spoilt has a meaning only for others: a new id is as good as
 * the old one, and a default may be as good as what was dropped. */
static bool is_explained(const struct mutation *m, const struct ho_source *source,
                         const struct ho_diags *diags)
{
    size_t right = 0, consequences = 0;
    for (size_t i = 0; i < diags->count; i++)
        if (is_right(m, source, &diags->items[i]))
            right++;
        else if (is_consequence(m, source, &diags->items[i]))
            consequences++;
    bool may_be_elsewhere =
        m->kind == DROP_ELEMENT || m->kind == DROP_ATTRIBUTE || m->kind >= SPOIL_VALUE;
    /* The words of a group of signs are missed sign by sign. */
    bool may_repeat = m->kind == DROP_ELEMENT;
    return right + consequences == diags->count &&
           (right == 1 || (right == 0 && may_be_elsewhere) || may_repeat);
}

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
    struct ho_source source = {path, m->text, strlen(m->text)};
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

static void try_all(const char *from, const char *file, loader *load)
{
    struct copy copy = begin(from);
    const char *path = path_in(&copy, file);
    const char *text = read_copy(copy.ctx.arena, path);
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

static bool load_theme(struct ho_ctx *ctx, const char *folder, const char *file)
{
    const struct ho_theme *theme;
    (void)file;
    return ho_theme_load(ctx, folder, "default", &theme);
}

#define MUTATE(name, from, file, load)                                                 \
    Test(mutations, name)                                                              \
    {                                                                                  \
        try_all((from), (file), (load));                                               \
    }

MUTATE(of_a_record, HO_CONTENT "/examples", "sam-taylor.xml", load_record)
MUTATE(of_a_clinic, HO_CONTENT "/examples", "clinic.xml", load_clinic)
MUTATE(of_a_condition, HO_CONTENT, "conditions/sciatica.xml", load_any_library)
MUTATE(of_a_conditions_words, HO_CONTENT, "en-GB/conditions/sciatica.xml",
       load_any_library)
MUTATE(of_an_exercise, HO_CONTENT, "exercises/single-knee-to-chest.xml",
       load_any_library)
MUTATE(of_an_exercises_words, HO_CONTENT, "en-GB/exercises/single-knee-to-chest.xml",
       load_any_library)
MUTATE(of_red_flags, HO_CONTENT, "red-flags.xml", load_any_library)
MUTATE(of_red_flags_words, HO_CONTENT, "en-GB/red-flags.xml", load_any_library)
MUTATE(of_strings, HO_CONTENT, "en-GB/strings.xml", load_any_library)
MUTATE(of_sources, HO_CONTENT, "sources.xml", load_any_library)
MUTATE(of_a_country, HO_CONTENT, "countries/GB.xml", load_country)
MUTATE(of_a_template, HO_TEMPLATES, "handout.xml", load_template)
MUTATE(of_a_theme, HO_TEMPLATES, "themes/default.xml", load_theme)
