/* SPDX-License-Identifier: MIT */
#include "model/record.h"

#include "model/read_priv.h"

static bool read_patient(struct ho_ctx *ctx, const struct ho_xml_node *node,
                         struct ho_record *record)
{
    static const char *const attributes[] = {"name", "born", "side", NULL};
    static const char *const sides[] = {"none", "left", "right", "both", NULL};
    int side = HO_SIDE_NONE;
    bool ok = ho_read_shape(ctx, node, attributes, NULL);
    ok &= ho_xml_need(ctx, node, "name", &record->name);
    ok &= ho_read_date(ctx, node, "born", false, &record->born);
    if (ho_xml_find(node, "side"))
        ok &= ho_xml_need_word(ctx, node, "side", sides, &side);
    record->side = (enum ho_side)side;
    record->name_at = ho_xml_place(node, "name");
    record->side_at = ho_xml_place(node, "side");
    return ok;
}

/* Whether the figure fits the exercise is seen later: here the library is not known. */
static bool read_dose(struct ho_ctx *ctx, const struct ho_xml_node *node,
                      struct ho_prescription *prescription)
{
    bool ok = true;
    for (int i = 0; i < HO_DOSE_COUNT; i++) {
        prescription->dose[i] = -1;
        prescription->dose_at[i] = ho_xml_place(node, ho_dose_names[i]);
        if (ho_xml_find(node, ho_dose_names[i]))
            ok &= ho_xml_need_int(ctx, node, ho_dose_names[i], &prescription->dose[i]);
    }
    return ok;
}

static bool read_prescription(struct ho_ctx *ctx, const struct ho_xml_node *node,
                              struct ho_record *record)
{
    static const char *const attributes[] = {"ref",         "hold",    "repetitions",
                                             "sets",        "rest",    "times-a-day",
                                             "days-a-week", "minutes", NULL};
    struct ho_prescription prescription = {.at = node->at};
    bool ok = ho_read_shape(ctx, node, attributes, NULL);
    ok &= read_dose(ctx, node, &prescription);
    if (!ho_read_id(ctx, node, "ref", &prescription.exercise))
        return false;
    for (size_t i = 0; i < record->exercises.count; i++)
        if (ho_equal(record->exercises.items[i].exercise, prescription.exercise)) {
            ho_report(ctx, HO_MSG_DUPLICATE_ID, ho_xml_place(node, "ref"), NULL,
                      "exercise", prescription.exercise);
            return false;
        }
    ho_push(ctx->arena, &record->exercises, prescription);
    return ok;
}

static bool read_plan(struct ho_ctx *ctx, const struct ho_xml_node *node,
                      struct ho_record *record)
{
    static const char *const attributes[] = {"starts", "review", NULL};
    static const struct ho_child children[] = {{"exercise", HO_ONE_OR_MORE},
                                               {NULL, HO_ANY}};
    bool ok = ho_read_shape(ctx, node, attributes, children);
    ok &= ho_read_date(ctx, node, "starts", false, &record->starts);
    ok &= ho_read_date(ctx, node, "review", false, &record->review);
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(node, "exercise", n));)
        ok &= read_prescription(ctx, n, record);
    return ok;
}

static bool read_goals(struct ho_ctx *ctx, const struct ho_xml_node *node,
                       struct ho_record *record)
{
    static const struct ho_child children[] = {{"goal", HO_ONE_OR_MORE},
                                               {NULL, HO_ANY}};
    bool ok = ho_read_shape(ctx, node, NULL, children);
    record->goals_at = node->at;
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(node, "goal", n));) {
        const char *goal;
        ok &= ho_xml_only_attributes(ctx, n, NULL);
        if (ho_xml_need_text(ctx, n, &goal))
            ho_push(ctx->arena, &record->goals, goal);
        else
            ok = false;
    }
    return ok;
}

/* A caution says something about the patient, so its id is in no message. */
static bool read_cautions(struct ho_ctx *ctx, const struct ho_xml_node *node,
                          struct ho_record *record)
{
    static const char *const attributes[] = {"ref", NULL};
    static const struct ho_child children[] = {{"caution", HO_ONE_OR_MORE},
                                               {NULL, HO_ANY}};
    bool ok = ho_read_shape(ctx, node, NULL, children);
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(node, "caution", n));) {
        struct ho_caution caution = {.at = ho_xml_place(n, "ref")};
        ok &= ho_read_shape(ctx, n, attributes, NULL);
        if (ho_read_id(ctx, n, "ref", &caution.id))
            ho_push(ctx->arena, &record->cautions, caution);
        else
            ok = false;
    }
    return ok;
}

static bool read_question(struct ho_ctx *ctx, const struct ho_xml_node *node,
                          struct ho_record *record)
{
    static const char *const attributes[] = {"sign", "answer", NULL};
    static const char *const answers[] = {"not-asked", "no", "yes", NULL};
    struct ho_flag_answer answer = {.at = ho_xml_place(node, "sign")};
    int word = HO_NOT_ASKED;
    bool ok = ho_read_shape(ctx, node, attributes, NULL);
    ok &= ho_read_id(ctx, node, "sign", &answer.sign);
    ok &= ho_xml_need_word(ctx, node, "answer", answers, &word);
    if (!answer.sign)
        return false;
    answer.answer = (enum ho_answer)word;
    for (size_t i = 0; i < record->answers.count; i++)
        if (ho_equal(record->answers.items[i].sign, answer.sign)) {
            ho_report(ctx, HO_MSG_DUPLICATE_ID, answer.at, NULL, "question",
                      answer.sign);
            return false;
        }
    ho_push(ctx->arena, &record->answers, answer);
    return ok;
}

static bool read_red_flags(struct ho_ctx *ctx, const struct ho_xml_node *node,
                           struct ho_record *record)
{
    static const struct ho_child children[] = {
        {"question", HO_ANY}, {"assessed", HO_AT_MOST_ONCE}, {NULL, HO_ANY}};
    static const char *const attributes[] = {"by", "on", NULL};
    bool ok = ho_read_shape(ctx, node, NULL, children);
    record->flags_at = node->at;
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(node, "question", n));)
        ok &= read_question(ctx, n, record);
    const struct ho_xml_node *assessed = ho_read_child(node, "assessed");
    if (assessed) {
        ok &= ho_read_shape(ctx, assessed, attributes, NULL);
        ok &= ho_xml_need(ctx, assessed, "by", &record->assessed_by);
        ok &= ho_read_date(ctx, assessed, "on", true, &record->assessed_on);
    }
    return ok;
}

static bool has_yes(const struct ho_record *record)
{
    for (size_t i = 0; i < record->answers.count; i++)
        if (record->answers.items[i].answer == HO_YES)
            return true;
    return false;
}

static bool read_children(struct ho_ctx *ctx, const struct ho_xml_node *root,
                          struct ho_record *record)
{
    const struct ho_xml_node *patient = ho_read_child(root, "patient"),
                             *plan = ho_read_child(root, "plan"),
                             *goals = ho_read_child(root, "goals"),
                             *cautions = ho_read_child(root, "cautions"),
                             *flags = ho_read_child(root, "red-flags");
    bool ok = !patient || read_patient(ctx, patient, record);
    ok &= !plan || read_plan(ctx, plan, record);
    ok &= !goals || read_goals(ctx, goals, record);
    ok &= !cautions || read_cautions(ctx, cautions, record);
    ok &= !flags || read_red_flags(ctx, flags, record);
    /* Who has a red flag needs no plan: the emergency sheet must not wait for one. */
    if (!plan && !has_yes(record)) {
        ho_report(ctx, HO_MSG_NO_ELEMENT, root->at, NULL, root->name, "plan");
        ok = false;
    }
    return ok;
}

bool ho_record_load(struct ho_ctx *ctx, const char *path, const struct ho_record **out)
{
    static const char *const attributes[] = {"id", "condition", "language", NULL};
    static const struct ho_child children[] = {
        {"patient", HO_ONCE},           {"plan", HO_AT_MOST_ONCE},
        {"goals", HO_AT_MOST_ONCE},     {"cautions", HO_AT_MOST_ONCE},
        {"red-flags", HO_AT_MOST_ONCE}, {NULL, HO_ANY},
    };
    const struct ho_xml_node *root;
    if (!ho_xml_load(ctx, path, "record", &root))
        return false;
    struct ho_record *record = ho_new(ctx->arena, struct ho_record);
    record->at = record->name_at = record->side_at = record->goals_at =
        record->flags_at = root->at;
    record->xml = root;
    bool ok = ho_read_shape(ctx, root, attributes, children);
    ok &= ho_read_id(ctx, root, "id", &record->id);
    ok &= ho_read_id(ctx, root, "condition", &record->condition);
    ok &= ho_read_id(ctx, root, "language", &record->language);
    ok &= read_children(ctx, root, record);
    if (!ok)
        return false;
    *out = record;
    return true;
}
