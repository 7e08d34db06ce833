/* handout new: a record from the options.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/str.h"
#include "cli/new_priv.h"
#include "xml/xml.h"

static const char default_hint[] = "see handout new --help";

/* The option is named, not its value: that may be a patient's. */
static bool is_fine(struct ho_ctx *ctx, const char *option, const char *fault)
{
    if (fault)
        ho_report(ctx, HO_MSG_OPTION_FAULT, (struct ho_span){0}, default_hint, option,
                  fault);
    return !fault;
}

static bool need(struct ho_ctx *ctx, const char *option, bool is_given)
{
    if (!is_given)
        ho_report(ctx, HO_MSG_NO_OPERAND, (struct ho_span){0}, default_hint, option);
    return is_given;
}

/* "reps" is short for "repetitions". */
static int find_dose(struct ho_ctx *ctx, const char *name)
{
    if (ho_equal(name, "reps"))
        return HO_DOSE_REPETITIONS;
    for (int i = 0; i < HO_DOSE_COUNT; i++)
        if (ho_equal(name, ho_dose_names[i]))
            return i;
    const char *near = ho_nearest(name, ho_dose_names);
    ho_report(ctx, HO_MSG_UNKNOWN_ID, (struct ho_span){0},
              near ? ho_format(ctx->arena, "did you mean \"%s\"?", near) : default_hint,
              "dose", name);
    return -1;
}

/* ID[:FIELD=NUMBER[,FIELD=NUMBER…]]; a colon may stand for the comma. */
static bool read_exercise(struct ho_ctx *ctx, const char *text,
                          struct ho_record *record)
{
    struct ho_prescription own = {0};
    size_t length = strcspn(text, ":");
    own.exercise = ho_strndup(ctx->arena, text, length);
    for (int i = 0; i < HO_DOSE_COUNT; i++)
        own.dose[i] = -1;
    for (const char *at = text + length; *at;) {
        at++;
        size_t part = strcspn(at, ":,");
        char *field = ho_strndup(ctx->arena, at, part);
        char *equals = strchr(field, '=');
        int value;
        if (!equals || !ho_parse_int(equals + 1, &value))
            return is_fine(ctx, "--exercise", "is not ID or ID:FIELD=NUMBER");
        *equals = '\0';
        int dose = find_dose(ctx, field);
        if (dose < 0)
            return false;
        own.dose[dose] = value;
        at += part;
    }
    for (size_t i = 0; i < record->exercises.count; i++)
        if (ho_equal(record->exercises.items[i].exercise, own.exercise)) {
            ho_report(ctx, HO_MSG_DUPLICATE_ID, (struct ho_span){0}, NULL, "exercise",
                      own.exercise);
            return false;
        }
    ho_push(ctx->arena, &record->exercises, own);
    return true;
}

static bool read_side(struct ho_ctx *ctx, const char *word, struct ho_record *record)
{
    for (int i = 0; side_words[i]; i++)
        if (ho_equal(word, side_words[i])) {
            record->side = (enum ho_side)i;
            return true;
        }
    return is_fine(ctx, "--side", "is not left, right, both or none");
}

/* Without --id the file's name is the id. */
static const char *choose_id(struct ho_ctx *ctx, const struct options *options)
{
    if (options->id || !options->output)
        return options->id;
    const char *slash = strrchr(options->output, '/');
    const char *name = slash ? slash + 1 : options->output;
    size_t length = strlen(name);
    if (length < 5 || !ho_equal(name + length - 4, ".xml"))
        return NULL;
    const char *id = ho_strndup(ctx->arena, name, length - 4);
    return id_fault(id) ? NULL : id;
}

bool draft_from_options(struct ho_ctx *ctx, const struct ho_library *library,
                        const struct options *options, struct ho_record *record)
{
    struct ho_arena *arena = ctx->arena;
    record->id = choose_id(ctx, options);
    record->name = options->name;
    record->born = options->born;
    bool ok = need(ctx, "--id", record->id != NULL) &&
              is_fine(ctx, "--id", id_fault(record->id));
    ok &= need(ctx, "--name", record->name != NULL) &&
          is_fine(ctx, "--name", text_fault(arena, record->name, NAME_LIMIT));
    ok &= !record->born || is_fine(ctx, "--born", born_fault(record->born));
    ok &= !options->side || read_side(ctx, options->side, record);
    ok &= need(ctx, "--exercise", options->exercises.count > 0);
    for (size_t i = 0; i < options->exercises.count; i++)
        ok &= read_exercise(ctx, options->exercises.items[i], record);
    for (size_t i = 0; i < options->goals.count; i++) {
        const char *goal = options->goals.items[i];
        ok &= is_fine(ctx, "--goal", text_fault(arena, goal, GOAL_LIMIT));
        ho_push(arena, &record->goals, (struct ho_goal){.text = goal});
    }
    return ok && ho_record_check(ctx, library, record);
}
