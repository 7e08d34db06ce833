/* handout check: which file is what, told by its root element.
 * SPDX-License-Identifier: MIT */
#include <string.h>
#include <sys/stat.h>

#include "base/folder.h"
#include "base/str.h"
#include "cli/check_priv.h"
#include "cli/options_priv.h"
#include "figure/figure.h"
#include "lint/lint.h"
#include "model/pose.h"
#include "model/record.h"
#include "model/template.h"
#include "xml/schema.h"

enum { DEPTH = 8 }; /* of folders: no loop of links goes on for ever */

/* The folder of a file, the folder around a folder; by name only, so that messages name what the user named. */
static const char *parent_of(struct ho_arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    if (ho_equal(path, "."))
        return "..";
    if (ho_equal(name, ".."))
        return ho_format(arena, "%s/..", path);
    if (!slash)
        return ".";
    return slash == path ? "/" : ho_strndup(arena, path, (size_t)(slash - path));
}

static bool is_same_file(const char *a, const char *b)
{
    struct stat one, other;
    return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev &&
           one.st_ino == other.st_ino;
}

/* The file's name without ".xml": what its id must be. */
static const char *id_of(struct ho_arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    size_t length = strlen(name);
    bool has_end = length > 4 && ho_equal(name + length - 4, ".xml");
    return ho_strndup(arena, name, has_end ? length - 4 : length);
}

static bool is_content(struct ho_arena *arena, const char *folder)
{
    return ho_is_folder(ho_format(arena, "%s/conditions", folder)) &&
           ho_is_file(ho_format(arena, "%s/sources.xml", folder));
}

/* A text of a library means nothing by itself: its whole library is checked. */
static void check_part(struct check_run *run, const char *path,
                       const struct ho_xml_node *root)
{
    const char *folder = path;
    for (int i = 0; i < 3; i++) {
        folder = parent_of(run->ctx->arena, folder);
        if (is_content(run->ctx->arena, folder)) {
            check_content(run, folder);
            return;
        }
    }
    ho_report(run->ctx, HO_MSG_NO_LIBRARY, root->at,
              "a content folder holds conditions/ and sources.xml", root->name);
}

static void check_clinic(struct check_run *run, const char *path,
                         const struct ho_xml_node *root)
{
    const struct ho_clinic *clinic;
    struct ho_sample sample = {.at = root->at};
    if (ho_clinic_load(run->ctx, path, &clinic) && clinic->logo &&
        find_sample(run, clinic->language, &sample))
        check_pages(run, run->content, path, &sample);
}

static void check_template(struct check_run *run, const char *path,
                           const struct ho_xml_node *root)
{
    struct ho_arena *arena = run->ctx->arena;
    struct ho_sample sample = {.at = root->at};
    if (ho_template_load(run->ctx, parent_of(arena, path), id_of(arena, path),
                         &sample.template) &&
        find_sample(run, sample.template->language, &sample))
        check_pages(run, run->content, NULL, &sample);
}

/* Themes stand in the folder themes/ of the templates. */
static void check_theme(struct check_run *run, const char *path,
                        const struct ho_xml_node *root)
{
    struct ho_arena *arena = run->ctx->arena;
    const char *templates = parent_of(arena, parent_of(arena, path));
    struct ho_sample sample = {.at = root->at};
    if (!is_same_file(
            ho_format(arena, "%s/themes/%s.xml", templates, id_of(arena, path)),
            path)) {
        ho_report(run->ctx, HO_MSG_NO_LIBRARY, root->at,
                  "a theme stands in the folder themes of the templates", root->name);
        return;
    }
    if (!ho_theme_load(run->ctx, templates, id_of(arena, path), &sample.theme))
        return;
    ho_lint_theme(run->ctx, sample.theme, root->at);
    if (find_sample(run, NULL, &sample))
        check_pages(run, run->content, NULL, &sample);
}

/* Figures stand in the folder figures/ of the content. */
static void check_figure(struct check_run *run, const char *path,
                         const struct ho_xml_node *root)
{
    struct ho_arena *arena = run->ctx->arena;
    const char *folder = parent_of(arena, parent_of(arena, path));
    const struct ho_pose *pose;
    if (!is_same_file(ho_format(arena, "%s/figures/%s.xml", folder, id_of(arena, path)),
                      path)) {
        ho_report(run->ctx, HO_MSG_NO_LIBRARY, root->at,
                  "a figure stands in the folder figures of the content", root->name);
        return;
    }
    if (ho_pose_load(run->ctx, folder, id_of(arena, path), &pose) &&
        !ho_pose_check(run->ctx, pose))
        return; /* it has reported */
}

static void check_named_record(struct check_run *run, const char *path,
                               const struct ho_xml_node *root)
{
    (void)root;
    check_record(run, path);
}

static void check_named_roster(struct check_run *run, const char *path,
                               const struct ho_xml_node *root)
{
    (void)root;
    check_roster(run, path);
}

/* By root element. The last kind is read as XML only: its own stage holds it to its shape. */
static const struct {
    const char *root;
    void (*check)(struct check_run *run, const char *path,
                  const struct ho_xml_node *root);
} kinds[] = {
    {"record", check_named_record},
    {"records", check_named_roster},
    {"clinic", check_clinic},
    {"template", check_template},
    {"theme", check_theme},
    {"condition", check_part},
    {"condition-text", check_part},
    {"exercise", check_part},
    {"exercise-text", check_part},
    {"red-flags", check_part},
    {"red-flags-text", check_part},
    {"strings", check_part},
    {"sources", check_part},
    {"terms", check_part},
    {"country", check_part},
    {"advice", check_part},
    {"advice-text", check_part},
    {"figure", check_figure},
    {"fonts", NULL},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

/* A part of a library may have been read before, with the whole of it. */
static bool has_fault(const struct ho_ctx *ctx, const char *path)
{
    for (size_t i = 0; i < ctx->diags.count; i++) {
        const struct ho_diag *diag = &ctx->diags.items[i];
        if (diag->severity >= HO_ERROR && diag->at.source &&
            is_same_file(diag->at.source->name, path))
            return true;
    }
    return false;
}

/* The published schema is the gate behind the loaders: what they let pass it must not refuse. */
static void hold_to_schema(struct check_run *run, const char *path,
                           const struct ho_xml_node *root)
{
    const char *schemas = ho_format(run->ctx->arena, "%s/content/schema", run->data);
    if (!has_fault(run->ctx, path) && !ho_schema_check(run->ctx, schemas, root))
        return; /* it has reported */
}

static bool has_end(const char *name, const char *end)
{
    size_t length = strlen(name);
    return length > strlen(end) && ho_equal(name + length - strlen(end), end);
}

static void check_file(struct check_run *run, const char *path)
{
    /* Its own reports are those of the loader, which reads the file again. */
    struct ho_ctx first = {.arena = run->ctx->arena};
    const char *names[KINDS + 1] = {NULL};
    const struct ho_source *source;
    const struct ho_xml_node *root;
    run->files++;
    if (ho_equal(path, "-")) { /* can be read once */
        check_record(run, path);
        return;
    }
    if (has_end(path, ".csv")) {
        check_roster(run, path);
        return;
    }
    if (!ho_source_load(&first, path, &source) ||
        !ho_xml_parse(&first, source, &root)) {
        for (size_t i = 0; i < first.diags.count; i++)
            ho_push(run->ctx->arena, &run->ctx->diags, first.diags.items[i]);
        return;
    }
    for (size_t i = 0; i < KINDS; i++) {
        names[i] = kinds[i].root;
        if (!ho_xml_is(root, kinds[i].root))
            continue;
        if (kinds[i].check) {
            kinds[i].check(run, path, root);
            hold_to_schema(run, path, root);
        }
        return;
    }
    const char *near = ho_nearest(root->name, names);
    ho_report(run->ctx, HO_MSG_UNKNOWN_ROOT, root->at,
              near ? ho_format(run->ctx->arena, "did you mean <%s>?", near) : NULL,
              root->name);
}

static void check_folder(struct check_run *run, const char *folder, int depth)
{
    struct ho_arena *arena = run->ctx->arena;
    const char *const *names = ho_folder_names(arena, folder);
    const char *content = run->content;
    if (is_content(arena, folder)) {
        check_content(run, folder);
        run->content = folder; /* its examples are held against it */
    }
    for (size_t i = 0; names[i]; i++) {
        const char *path = ho_format(arena, "%s/%s", folder, names[i]);
        if (ho_is_folder(path) && depth < DEPTH)
            check_folder(run, path, depth + 1);
        else if ((has_end(names[i], ".xml") || has_end(names[i], ".csv")) &&
                 !ho_is_folder(path))
            check_file(run, path);
    }
    run->content = content;
}

void check_path(struct check_run *run, const char *path)
{
    struct ho_arena *arena = run->ctx->arena;
    size_t before = run->files, length = strlen(path);
    if (ho_equal(path, "-") || !ho_is_folder(path)) {
        check_file(run, path);
        return;
    }
    while (length > 1 && path[length - 1] == '/')
        length--;
    check_folder(run, ho_strndup(arena, path, length), 0);
    if (run->files > before)
        return;
    ho_report(run->ctx, HO_MSG_NO_XML, named_place(run->ctx, path),
              "name a folder of records, templates or content, or a file");
}
