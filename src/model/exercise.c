/* SPDX-License-Identifier: MIT */
#include "model/library_priv.h"
#include "model/read_priv.h"

const char *const ho_dose_names[] = {"hold",        "repetitions", "sets",    "rest",
                                     "times-a-day", "days-a-week", "minutes", NULL};

/* No rest between sets is a dose; no repetition is none. Nothing of a handout is done more than 999 times. */
static bool read_figure(struct ho_ctx *ctx, const struct ho_xml_node *node,
                        const char *name, int *out)
{
    if (!ho_xml_need_int(ctx, node, name, out))
        return false;
    if (*out < 1 || *out > 999) {
        ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, name), NULL, name,
                  "between 1 and 999");
        return false;
    }
    return true;
}

static bool check_range(struct ho_ctx *ctx, const struct ho_xml_node *node,
                        const char *exercise, const struct ho_dose_field *field)
{
    if (field->least > field->most) {
        ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, "least"), NULL, "least",
                  "at most that of \"most\"");
        return false;
    }
    if (field->value < field->least || field->value > field->most) {
        ho_report(ctx, HO_MSG_DOSE_RANGE, ho_xml_place(node, "default"), NULL,
                  node->name, exercise, ho_format(ctx->arena, "%d", field->least),
                  ho_format(ctx->arena, "%d", field->most));
        return false;
    }
    return true;
}

static bool read_field(struct ho_loading *loading, const struct ho_xml_node *node,
                       struct ho_exercise *exercise, struct ho_dose_field *field)
{
    static const char *const attributes[] = {"default", "least", "most", "source",
                                             NULL};
    struct ho_ctx *ctx = loading->ctx;
    bool ok = ho_read_shape(ctx, node, attributes, NULL);
    field->is_set = true;
    field->at = node->at;
    bool has_range = read_figure(ctx, node, "default", &field->value);
    has_range &= read_figure(ctx, node, "least", &field->least);
    has_range &= read_figure(ctx, node, "most", &field->most);
    ok &= has_range && check_range(ctx, node, exercise->id, field);
    ok &= ho_source_read(loading, node, true, node->name, exercise->id,
                         &exercise->citations, &field->source);
    return ok;
}

static bool read_dose(struct ho_loading *loading, const struct ho_xml_node *node,
                      struct ho_exercise *exercise)
{
    static const struct ho_child children[] = {
        {"hold", HO_AT_MOST_ONCE},        {"repetitions", HO_AT_MOST_ONCE},
        {"sets", HO_AT_MOST_ONCE},        {"rest", HO_AT_MOST_ONCE},
        {"times-a-day", HO_AT_MOST_ONCE}, {"days-a-week", HO_AT_MOST_ONCE},
        {"minutes", HO_AT_MOST_ONCE},     {NULL, HO_ANY},
    };
    bool ok = ho_read_shape(loading->ctx, node, NULL, children);
    for (int i = 0; i < HO_DOSE_COUNT; i++) {
        const struct ho_xml_node *field = ho_read_child(node, ho_dose_names[i]);
        if (field)
            ok &= read_field(loading, field, exercise, &exercise->dose[i]);
    }
    return ok;
}

/* A caution's id must be of the condition's vocabulary. That it excludes is a claim, so it has a source. */
static bool read_exclusion(struct ho_loading *loading, const struct ho_xml_node *node,
                           struct ho_exercise *exercise)
{
    static const char *const attributes[] = {"ref", "source", NULL};
    struct ho_ctx *ctx = loading->ctx;
    const char *id, *ignored;
    bool ok = ho_read_shape(ctx, node, attributes, NULL);
    ok &= ho_source_read(loading, node, true, "<exclude>", exercise->id,
                         &exercise->citations, &ignored);
    if (!ho_read_id(ctx, node, "ref", &id))
        return false;
    const struct ho_library *library = loading->library;
    for (size_t i = 0; i < library->cautions.count; i++)
        if (ho_equal(library->cautions.items[i], id)) {
            for (size_t e = 0; e < exercise->excluded_by.count; e++)
                if (ho_equal(exercise->excluded_by.items[e], id)) {
                    ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(node, "ref"), NULL,
                              "caution", id);
                    return false;
                }
            ho_push(ctx->arena, &exercise->excluded_by, id);
            return ok;
        }
    ho_report(ctx, HO_MSG_UNKNOWN_ID, ho_xml_place(node, "ref"),
              "list the condition's cautions in its own file", "caution", id);
    return false;
}

static bool read_kind(struct ho_ctx *ctx, const struct ho_xml_node *root,
                      struct ho_exercise *out)
{
    static const char *const sides[] = {"whole", "one", "each", NULL};
    static const char *const directions[] = {"flexion", "extension", "neutral", NULL};
    static const char *const phases[] = {"acute", "settling", "long-term", NULL};
    int word = 0;
    bool ok = ho_read_own_id(ctx, root, "id", out->id);
    if (ho_xml_need_word(ctx, root, "sides", sides, &word))
        out->sides = (enum ho_sides)word;
    else
        ok = false;
    ok &= ho_read_yes(ctx, root, "floor", &out->is_floor);
    if (ho_xml_find(root, "direction")) {
        ok &= ho_xml_need_word(ctx, root, "direction", directions, &word);
        out->direction = ho_xml_find(root, "direction");
    }
    if (ho_xml_find(root, "phase")) {
        ok &= ho_xml_need_word(ctx, root, "phase", phases, &word);
        out->phase = ho_xml_find(root, "phase");
    }
    return ok;
}

/* Whether the condition has that exercise is seen when all are read (library_check.c). */
static bool read_version(struct ho_ctx *ctx, const struct ho_xml_node *root,
                         const char *name, const char **out, struct ho_span *at)
{
    static const char *const attributes[] = {"ref", NULL};
    const struct ho_xml_node *node = ho_read_child(root, name);
    if (!node)
        return true;
    bool ok = ho_read_shape(ctx, node, attributes, NULL);
    *at = ho_xml_place(node, "ref");
    return ho_read_id(ctx, node, "ref", out) && ok;
}

static bool read_equipment(struct ho_loading *loading, const struct ho_xml_node *root,
                           struct ho_exercise *out)
{
    static const char *const attributes[] = {"ref", NULL};
    struct ho_ctx *ctx = loading->ctx;
    bool ok = true;
    for (const struct ho_xml_node *n = NULL;
         (n = ho_read_next(root, "equipment", n));) {
        const char *id;
        ok &= ho_read_shape(ctx, n, attributes, NULL);
        if (!ho_read_id(ctx, n, "ref", &id)) {
            ok = false;
            continue;
        }
        ok &=
            ho_string_need(loading, ho_xml_place(n, "ref"),
                           ho_format(ctx->arena, "equipment.%s", id), HO_STRING_PLAIN);
        ho_push(ctx->arena, &out->equipment, id);
    }
    return ok;
}

static bool load_facts(struct ho_loading *loading, struct ho_exercise *out)
{
    static const char *const attributes[] = {"id",        "sides", "floor",
                                             "direction", "phase", NULL};
    static const struct ho_child children[] = {
        {"dose", HO_ONCE},           {"cite", HO_ANY},
        {"exclude", HO_ANY},         {"equipment", HO_ANY},
        {"easier", HO_AT_MOST_ONCE}, {"harder", HO_AT_MOST_ONCE},
        {"frame", HO_ANY},           {NULL, HO_ANY}};
    struct ho_ctx *ctx = loading->ctx;
    const struct ho_xml_node *root, *n;
    if (!ho_library_open(
            loading, ho_read_path(ctx->arena, loading->folder, "exercises", out->id),
            "exercise", &root))
        return false;
    out->at = root->at;
    bool ok = ho_read_shape(ctx, root, attributes, children);
    ok &= read_kind(ctx, root, out);
    if ((n = ho_read_child(root, "dose")))
        ok &= read_dose(loading, n, out);
    ok &= ho_cites_read(loading, root, out->id, &out->citations);
    for (n = NULL; (n = ho_read_next(root, "exclude", n));)
        ok &= read_exclusion(loading, n, out);
    ok &= read_equipment(loading, root, out);
    ok &= read_version(ctx, root, "easier", &out->easier_id, &out->easier_at);
    ok &= read_version(ctx, root, "harder", &out->harder_id, &out->harder_at);
    return ho_frames_read(loading, root, NULL, &out->frames) && ok;
}

/* <harder dose="hold" to="30">: where it leads, a figure within the safe range. `exercise` is NULL if its facts could
 * not be read. */
static bool read_goal(struct ho_ctx *ctx, const struct ho_xml_node *node,
                      const struct ho_exercise *exercise, struct ho_goes_to *out)
{
    int dose = 0, number = 0;
    if (!ho_xml_find(node, "dose") && !ho_xml_find(node, "to"))
        return true;
    bool ok = ho_xml_need_word(ctx, node, "dose", ho_dose_names, &dose);
    ok &= read_figure(ctx, node, "to", &number);
    if (!ok || !exercise)
        return ok;
    const struct ho_dose_field *field = &exercise->dose[dose];
    if (!field->is_set) {
        ho_report(ctx, HO_MSG_NO_DOSE, ho_xml_place(node, "dose"), NULL, exercise->id,
                  ho_dose_names[dose]);
        return false;
    }
    if (number < field->least || number > field->most) {
        ho_report(ctx, HO_MSG_DOSE_RANGE, ho_xml_place(node, "to"), NULL, node->name,
                  exercise->id, ho_format(ctx->arena, "%d", field->least),
                  ho_format(ctx->arena, "%d", field->most));
        return false;
    }
    *out = (struct ho_goes_to){true, (enum ho_dose)dose, number};
    return true;
}

static bool read_variation(struct ho_ctx *ctx, const struct ho_xml_node *root,
                           const char *name, const struct ho_exercise *exercise,
                           struct ho_phrase *out, struct ho_goes_to *goes_to)
{
    static const char *const attributes[] = {"dose", "to", NULL};
    const struct ho_xml_node *node = ho_read_child(root, name);
    if (!node)
        return true;
    bool ok = ho_xml_only_attributes(ctx, node, attributes);
    ok &= read_goal(ctx, node, exercise, goes_to);
    return ho_phrase_read(ctx, node, out) && ok;
}

/* Printed, scanned and typed: https to a named host, in plain ASCII and short. */
static bool is_web_address(const char *text)
{
    enum { LIMIT = 120 };
    static const char scheme[] = "https://";
    const char *host = text + strlen(scheme);
    if (strncmp(text, scheme, strlen(scheme)) != 0 || strlen(text) > LIMIT)
        return false;
    size_t length = strspn(host, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                 "0123456789-.");
    const char *dot = memchr(host, '.', length);
    if (!dot || dot == host || host[length - 1] == '.' ||
        (host[length] && !strchr("/?#", host[length])))
        return false;
    for (const char *c = host; *c; c++)
        if (*c <= ' ' || *c > '~' || strchr("\"<>\\^`{|}", *c))
            return false;
    return true;
}

static bool read_link(struct ho_loading *loading, const struct ho_xml_node *root,
                      struct ho_exercise *out)
{
    static const char *const attributes[] = {"href", NULL};
    struct ho_ctx *ctx = loading->ctx;
    const struct ho_xml_node *node = ho_read_child(root, "link");
    if (!node)
        return true;
    bool ok = ho_xml_only_attributes(ctx, node, attributes);
    ok &= ho_phrase_read(ctx, node, &out->link_words);
    ok &= ho_string_need(loading, node->at, "exercise.link", HO_STRING_PLAIN);
    ok &= ho_string_need(loading, node->at, "exercise.link-code", HO_STRING_PLAIN);
    out->link_at = ho_xml_place(node, "href");
    if (!ho_xml_need(ctx, node, "href", &out->link))
        return false;
    if (is_web_address(out->link))
        return ok;
    ho_report(
        ctx, HO_MSG_BAD_VALUE, out->link_at,
        "such as https://www.example.org/cat-cow; patients will scan it or type it",
        "href", "an https address of 120 plain characters at most");
    return false;
}

static bool read_words(struct ho_loading *loading, const struct ho_xml_node *root,
                       bool has_facts, struct ho_exercise *out)
{
    static const struct ho_child in_steps[] = {{"step", HO_ONE_OR_MORE},
                                               {NULL, HO_ANY}};
    struct ho_ctx *ctx = loading->ctx;
    bool ok = ho_read_own_id(ctx, root, "id", out->id);
    ok &= ho_read_own_id(ctx, root, "language", loading->library->language);
    ok &= ho_read_phrase(ctx, root, "name", &out->name);
    ok &= ho_read_phrase(ctx, root, "purpose", &out->purpose);
    ok &= ho_read_phrase(ctx, root, "feel", &out->feel);
    ok &= read_variation(ctx, root, "easier", has_facts ? out : NULL, &out->easier,
                         &out->easier_to);
    ok &= read_variation(ctx, root, "harder", has_facts ? out : NULL, &out->harder,
                         &out->harder_to);
    ok &= ho_read_phrase(ctx, root, "move-on", &out->move_on);
    ok &= ho_read_phrases(ctx, root, "caution", &out->cautions);
    ok &= ho_read_phrases(ctx, root, "mistake", &out->mistakes);
    ok &= read_link(loading, root, out);
    const struct ho_xml_node *steps = ho_read_child(root, "steps");
    if (steps) {
        ok &= ho_read_shape(ctx, steps, NULL, in_steps);
        ok &= ho_read_phrases(ctx, steps, "step", &out->steps);
    }
    return ok;
}

static bool load_words(struct ho_loading *loading, struct ho_span named, bool has_facts,
                       struct ho_exercise *out)
{
    static const char *const attributes[] = {"id", "language", NULL};
    static const struct ho_child children[] = {
        {"name", HO_ONCE},
        {"purpose", HO_ONCE},
        {"steps", HO_ONCE},
        {"feel", HO_AT_MOST_ONCE},
        {"easier", HO_AT_MOST_ONCE},
        {"harder", HO_AT_MOST_ONCE},
        {"move-on", HO_AT_MOST_ONCE},
        {"caution", HO_ANY},
        {"mistake", HO_ANY},
        {"link", HO_AT_MOST_ONCE},
        {"frame", HO_ANY},
        {NULL, HO_ANY},
    };
    struct ho_ctx *ctx = loading->ctx;
    const struct ho_xml_node *root;
    const char *path = ho_read_path(ctx->arena, loading->words, "exercises", out->id);
    if (!ho_read_exists(path)) {
        ho_report(ctx, HO_MSG_NO_TRANSLATION, named,
                  ho_format(ctx->arena, "write %s", path), "exercise", out->id,
                  loading->library->language);
        return false;
    }
    if (!ho_library_open(loading, path, "exercise-text", &root))
        return false;
    bool ok = ho_read_shape(ctx, root, attributes, children);
    ok &= read_words(loading, root, has_facts, out);
    /* Against facts that could not be read every frame would be complained of. */
    if (has_facts)
        ok &= ho_frames_read_words(loading, root, &out->frames);
    return ok;
}

bool ho_exercise_load(struct ho_loading *loading, const struct ho_xml_node *node,
                      struct ho_exercise *out)
{
    static const char *const attributes[] = {"ref", NULL};
    struct ho_ctx *ctx = loading->ctx;
    bool ok = ho_read_shape(ctx, node, attributes, NULL);
    if (!ho_read_id(ctx, node, "ref", &out->id))
        return false;
    if (!ho_read_exists(
            ho_read_path(ctx->arena, loading->folder, "exercises", out->id))) {
        const char *const *known =
            ho_read_ids(ctx->arena, loading->folder, "exercises");
        ho_report(ctx, HO_MSG_UNKNOWN_ID, ho_xml_place(node, "ref"),
                  ho_read_hint(ctx->arena, out->id, known), "exercise", out->id);
        return false;
    }
    bool has_facts = load_facts(loading, out);
    return load_words(loading, ho_xml_place(node, "ref"), has_facts, out) &&
           has_facts && ok;
}
