/* A patient in the options: what can stand in a record becomes one.
 * SPDX-License-Identifier: MIT */
#include "cli/given_priv.h"

#include <string.h>

#include "base/folder.h"
#include "base/str.h"
#include "cli/check_priv.h"
#include "cli/new_priv.h"
#include "model/id.h"
#include "xml/xml.h"

struct giving {
    struct ho_ctx *ctx;
    const struct options *options;
    struct ho_xml_node *root;
    struct {
        HO_VEC(struct ho_span);
    } places; /* of the options, once each: what is said twice of one is said once */
    bool ok;
};

const char *given_option(const struct options *options)
{
    return options->name              ? "--name"
           : options->exercises.count ? "--exercise"
           : options->side            ? "--side"
           : options->goals.count     ? "--goal"
           : options->born            ? "--born"
           : options->id              ? "--id"
                                      : NULL;
}

const char *given_condition(struct ho_ctx *ctx, const struct options *options,
                            const char *content)
{
    const char *const *names =
        ho_folder_names(ctx->arena, ho_format(ctx->arena, "%s/conditions", content));
    const char *only = NULL;
    size_t count = 0;
    if (options->condition)
        return options->condition;
    for (size_t i = 0; names[i]; i++) {
        size_t length = strlen(names[i]);
        if (length > 4 && ho_equal(names[i] + length - 4, ".xml")) {
            only = ho_strndup(ctx->arena, names[i], length - 4);
            count++;
        }
    }
    if (count == 1)
        return only;
    ho_report(ctx, HO_MSG_NO_OPERAND, (struct ho_span){0},
              "the names of the files in content/conditions", "--condition");
    return NULL;
}

/* ---- what may stand there ---- */

static const char default_hint[] = "see handout new --help";

/* The option is named, not its value. */
static void hold(struct giving *g, const char *option, const char *fault)
{
    if (!fault)
        return;
    ho_report(g->ctx, HO_MSG_OPTION_FAULT, (struct ho_span){0}, default_hint, option,
              fault);
    g->ok = false;
}

static void need(struct giving *g, const char *option, bool is_given)
{
    if (is_given)
        return;
    ho_report(g->ctx, HO_MSG_NO_OPERAND, (struct ho_span){0}, default_hint, option);
    g->ok = false;
}

static const char *side_fault(const char *word)
{
    for (int i = 0; side_words[i]; i++)
        if (ho_equal(word, side_words[i]))
            return NULL;
    return "is not left, right, both or none";
}

/* The file is named for the record, so the record may be named for the file. */
static const char *choose_id(struct giving *g, const char *fallback)
{
    const struct options *options = g->options;
    if (options->id || !options->output || ho_equal(options->output, "-"))
        return options->id ? options->id : fallback;
    const char *slash = strrchr(options->output, '/');
    const char *name = slash ? slash + 1 : options->output, *dot = strrchr(name, '.');
    const char *id = dot ? ho_strndup(g->ctx->arena, name, (size_t)(dot - name)) : name;
    return id_fault(id) ? fallback : id;
}

/* ---- the parts of the record ---- */

/* NULL: the command itself. */
static struct ho_span place(struct giving *g, const char *option)
{
    if (!option)
        return (struct ho_span){0};
    for (size_t i = 0; i < g->places.count; i++)
        if (ho_equal(g->places.items[i].source->name, option))
            return g->places.items[i];
    ho_push(g->ctx->arena, &g->places, named_place(g->ctx, option));
    return g->places.items[g->places.count - 1];
}

static struct ho_xml_node *add(struct giving *g, struct ho_xml_node *parent,
                               const char *name, const char *option)
{
    return ho_xml_add(g->ctx->arena, parent, name, place(g, option));
}

static void say(struct giving *g, struct ho_xml_node *node, const char *name,
                const char *value, const char *option)
{
    if (value)
        ho_xml_add_attribute(g->ctx->arena, node, name, value, place(g, option));
}

/* "reps" is short for "repetitions". NULL after a report. */
static const char *find_dose(struct giving *g, const char *name)
{
    const char *words[HO_DOSE_COUNT + 2] = {"reps"};
    for (int i = 0; i < HO_DOSE_COUNT; i++)
        words[i + 1] = ho_dose_names[i];
    if (ho_equal(name, "reps"))
        return ho_dose_names[HO_DOSE_REPETITIONS];
    for (int i = 0; i < HO_DOSE_COUNT; i++)
        if (ho_equal(name, ho_dose_names[i]))
            return ho_dose_names[i];
    const char *near = ho_nearest(name, words);
    ho_report(g->ctx, HO_MSG_UNKNOWN_ID, (struct ho_span){0},
              near ? ho_format(g->ctx->arena, "did you mean \"%s\"?", near)
                   : default_hint,
              "dose", name);
    g->ok = false;
    return NULL;
}

/* FIELD=NUMBER[,FIELD=NUMBER…]; a colon may stand for the comma. */
static void add_doses(struct giving *g, struct ho_xml_node *exercise, const char *at)
{
    while (*at) {
        at++;
        size_t part = strcspn(at, ":,");
        char *field = ho_strndup(g->ctx->arena, at, part), *equals = strchr(field, '=');
        int value;
        if (!equals || !ho_parse_int(equals + 1, &value) || value < 0) {
            hold(g, "--exercise", "is not ID or ID:FIELD=NUMBER");
            return;
        }
        *equals = '\0';
        const char *dose = find_dose(g, field);
        if (!dose)
            return;
        say(g, exercise, dose, equals + 1, "--exercise");
        at += part;
    }
}

static void add_exercise(struct giving *g, struct ho_xml_node *plan, const char *text)
{
    size_t length = strcspn(text, ":");
    const char *id = ho_strndup(g->ctx->arena, text, length);
    if (!ho_is_id(id)) {
        ho_report(g->ctx, HO_MSG_OPTION_FAULT, (struct ho_span){0},
                  "\"handout list exercises\" tells them: the first word of each line",
                  "--exercise", "is no id of an exercise");
        g->ok = false;
        return;
    }
    struct ho_xml_node *exercise = add(g, plan, "exercise", "--exercise");
    add_doses(g, exercise, text + length);
    for (const struct ho_xml_node *n = NULL; (n = ho_xml_next(plan, n)) != exercise;)
        if (ho_equal(ho_xml_find(n, "ref"), id)) {
            ho_report(g->ctx, HO_MSG_DUPLICATE_ID, exercise->at, NULL, "exercise", id);
            g->ok = false;
        }
    say(g, exercise, "ref", id, "--exercise");
}

static void add_patient(struct giving *g)
{
    const struct options *options = g->options;
    struct ho_xml_node *patient = add(g, g->root, "patient", "--side");
    need(g, "--name", options->name);
    if (options->name)
        hold(g, "--name", text_fault(g->ctx->arena, options->name, NAME_LIMIT));
    if (options->born)
        hold(g, "--born", born_fault(options->born));
    if (options->side)
        hold(g, "--side", side_fault(options->side));
    say(g, patient, "name", options->name, "--name");
    say(g, patient, "born", options->born, "--born");
    say(g, patient, "side", options->side, "--side");
}

static void add_plan(struct giving *g)
{
    const struct option_list *exercises = &g->options->exercises;
    struct ho_xml_node *plan = add(g, g->root, "plan", "--exercise");
    need(g, "--exercise", exercises->count);
    for (size_t i = 0; i < exercises->count; i++)
        add_exercise(g, plan, exercises->items[i]);
}

static void add_goals(struct giving *g)
{
    const struct option_list *texts = &g->options->goals;
    struct ho_xml_node *goals =
        texts->count ? add(g, g->root, "goals", "--goal") : NULL;
    for (size_t i = 0; i < texts->count; i++) {
        struct ho_xml_node *goal = add(g, goals, "goal", "--goal");
        hold(g, "--goal", text_fault(g->ctx->arena, texts->items[i], GOAL_LIMIT));
        ho_xml_add_text(g->ctx->arena, goal, texts->items[i], goal->at);
    }
}

bool given_read(struct ho_ctx *ctx, const struct options *options,
                const char *condition, const char *fallback,
                const struct ho_xml_node **out)
{
    struct giving g = {.ctx = ctx, .options = options, .ok = true};
    const char *id = choose_id(&g, fallback);
    g.root = add(&g, NULL, "record", NULL);
    need(&g, "--id", id);
    if (id)
        hold(&g, "--id", id_fault(id));
    say(&g, g.root, "id", id, "--id");
    say(&g, g.root, "condition", condition, "--condition");
    say(&g, g.root, "language", options->language ? options->language : "en-GB",
        "--language");
    add_patient(&g);
    add_plan(&g);
    add_goals(&g);
    *out = g.root;
    return g.ok;
}
