/* handout check: a content folder — every condition in every language, every country in each of its languages —
 * and the record that is held against it.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/folder.h"
#include "base/str.h"
#include "cli/check_priv.h"
#include "job/job.h"
#include "lint/lint.h"
#include "model/plan.h"
#include "model/roster.h"

struct countries {
    HO_VEC(const struct ho_country *);
};

/* The id of a file's name, or NULL if it is no XML file. */
static const char *id_in(struct ho_arena *arena, const char *name)
{
    size_t length = strlen(name);
    return length > 4 && ho_equal(name + length - 4, ".xml")
               ? ho_strndup(arena, name, length - 4)
               : NULL;
}

/* Whether the pack has texts in the language; those that have none are for other countries. */
static bool speaks(struct ho_arena *arena, const struct ho_xml_node *root,
                   const char *language)
{
    const char *wanted = ho_format(arena, " %s ", language);
    for (const struct ho_xml_node *n = NULL; (n = ho_xml_next(root, n));) {
        const char *languages =
            ho_xml_is(n, "text") ? ho_xml_find(n, "languages") : NULL;
        if (!languages)
            continue;
        char *list = ho_format(arena, " %s ", languages);
        for (char *c = list; *c; c++)
            if (strchr("\t\r\n", *c))
                *c = ' ';
        if (strstr(list, wanted))
            return true;
    }
    return false;
}

/* The countries of the folder that speak the language. One that speaks none of the content's is still read, in
 * the first language that it names, by nobody: so each pack is loaded here whatever it speaks. */
static void load_countries(struct check_run *run, const char *folder,
                           const char *language, struct countries *out)
{
    struct ho_arena *arena = run->ctx->arena;
    const char *const *names =
        ho_folder_names(arena, ho_format(arena, "%s/countries", folder));
    for (size_t i = 0; names[i]; i++) {
        struct ho_ctx quiet = {.arena = arena};
        const char *code = id_in(arena, names[i]);
        const struct ho_country *country;
        const struct ho_xml_node *root;
        if (!code ||
            !ho_xml_load(&quiet, ho_format(arena, "%s/countries/%s", folder, names[i]),
                         "country", &root) ||
            !speaks(arena, root, language))
            continue;
        if (!ho_country_load(run->ctx, folder, code, language, root->at, &country))
            continue;
        ho_lint_country(run->ctx, country);
        ho_push(arena, out, country);
    }
}

/* A pack that speaks no language of the folder would never be read, nor its faults seen. */
static void check_packs(struct check_run *run, const char *folder,
                        const char *const *languages)
{
    struct ho_arena *arena = run->ctx->arena;
    const char *const *names =
        ho_folder_names(arena, ho_format(arena, "%s/countries", folder));
    for (size_t i = 0; names[i]; i++) {
        const char *code = id_in(arena, names[i]);
        const struct ho_xml_node *root;
        bool is_spoken = false;
        if (!code || !ho_xml_load(run->ctx,
                                  ho_format(arena, "%s/countries/%s", folder, names[i]),
                                  "country", &root))
            continue;
        for (size_t j = 0; languages[j]; j++)
            is_spoken |= speaks(arena, root, languages[j]);
        if (!is_spoken)
            ho_report(run->ctx, HO_MSG_UNSPOKEN, root->at,
                      "list a language of the content in languages=\"…\" of a <text>",
                      code);
    }
}

/* The languages of a content folder: its folders that hold strings.xml. */
static const char *const *list_languages(struct ho_arena *arena, const char *folder)
{
    struct {
        HO_VEC(const char *);
    } languages = {0};
    const char *const *names = ho_folder_names(arena, folder);
    for (size_t i = 0; names[i]; i++)
        if (ho_is_file(ho_format(arena, "%s/%s/strings.xml", folder, names[i])))
            ho_push(arena, &languages, names[i]);
    ho_push(arena, &languages, NULL);
    return languages.items;
}

static void check_language(struct check_run *run, const char *folder,
                           const char *language)
{
    struct ho_arena *arena = run->ctx->arena;
    const char *const *names =
        ho_folder_names(arena, ho_format(arena, "%s/conditions", folder));
    struct countries countries = {0};
    const struct ho_terms *terms;
    load_countries(run, folder, language, &countries);
    bool ok = ho_terms_load(run->ctx, folder, language, &terms);
    for (size_t i = 0; names[i]; i++) {
        const char *id = id_in(arena, names[i]);
        const struct ho_library *library;
        if (!id || !ho_library_load(run->ctx, folder, id, language, &library))
            continue;
        if (ok) {
            ho_lint_library(run->ctx, library, terms, run->tells_all);
            ho_lint_figures(run->ctx, library, terms, folder);
        }
        struct ho_sample sample = {.library = library,
                                   .at = ho_source_whole(library->at)};
        if (ho_job_check_sheet(run->ctx, run->data, folder, library, countries.items,
                               countries.count) &&
            countries.count) {
            sample.country = countries.items[0];
            check_pages(run, folder, NULL, &sample);
        }
    }
}

void check_pages(struct check_run *run, const char *folder, const char *clinic,
                 const struct ho_sample *sample)
{
    struct ho_request request = {.data = run->data, .clinic = clinic, .as = HO_AS_PDF};
    if (!ho_equal(folder, ho_format(run->ctx->arena, "%s/content", run->data)))
        request.content = folder;
    if (!ho_job_check_pages(run->ctx, &request, sample))
        return; /* it has said why */
}

/* Any country that speaks the language will do: pages differ little. Its own faults are told where it is checked. */
static const struct ho_country *any_country(struct check_run *run, const char *language)
{
    struct ho_ctx quiet = {.arena = run->ctx->arena};
    struct check_run own = {.ctx = &quiet};
    struct countries countries = {0};
    load_countries(&own, run->content, language, &countries);
    return countries.count ? countries.items[0] : NULL;
}

bool find_sample(struct check_run *run, const char *language, struct ho_sample *out)
{
    struct ho_arena *arena = run->ctx->arena;
    struct ho_ctx quiet = {.arena = arena};
    const char *const *names =
        ho_folder_names(arena, ho_format(arena, "%s/conditions", run->content));
    if (!language)
        language = list_languages(arena, run->content)[0];
    out->country = language ? any_country(run, language) : NULL;
    for (size_t i = 0; out->country && names[i]; i++) {
        const char *id = id_in(arena, names[i]);
        if (id && ho_library_load(&quiet, run->content, id, language, &out->library))
            return true;
    }
    return false;
}

void check_content(struct check_run *run, const char *folder)
{
    for (size_t i = 0; i < run->folders.count; i++)
        if (ho_equal(run->folders.items[i], folder))
            return;
    ho_push(run->ctx->arena, &run->folders, folder);
    const char *const *languages = list_languages(run->ctx->arena, folder);
    if (!languages[0])
        check_language(run, folder, "en-GB"); /* says that there is none */
    for (size_t i = 0; languages[i]; i++)
        check_language(run, folder, languages[i]);
    check_packs(run, folder, languages);
}

/* `last` is the library of the record before, or NULL: a roster seldom needs two. */
static void check_against(struct check_run *run, const struct ho_record *record,
                          const struct ho_library **last, bool has_pages)
{
    const struct ho_library *library = *last;
    if (!library || !ho_equal(library->condition, record->condition) ||
        !ho_equal(library->language, record->language)) {
        if (!ho_library_load(run->ctx, run->content, record->condition,
                             record->language, &library))
            return;
        *last = library;
    }
    run->has_red_flag |= ho_record_is_emergency(library, record);
    const struct ho_plan *plan;
    bool ok = ho_record_check(run->ctx, library, record);
    if (!ho_plan_build(run->ctx, library, record, &plan) || !ok)
        return;
    ho_lint_record(run->ctx, record);
    struct ho_sample sample = {.library = library, .record = record, .at = record->at};
    sample.country = has_pages ? any_country(run, library->language) : NULL;
    if (sample.country)
        check_pages(run, run->content, NULL, &sample);
}

void check_record(struct check_run *run, const char *path)
{
    const struct ho_record *record;
    const struct ho_library *library = NULL;
    if (ho_record_load(run->ctx, path, &record))
        check_against(run, record, &library, true);
}

void check_roster(struct check_run *run, const char *path)
{
    const struct ho_roster *roster;
    const struct ho_library *library = NULL;
    if (!ho_roster_load(run->ctx, path, &roster))
        return;
    for (size_t i = 0; i < roster->rows.count; i++)
        if (roster->rows.items[i].record)
            check_against(run, roster->rows.items[i].record, &library, false);
}
