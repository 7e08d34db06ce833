/* SPDX-License-Identifier: MIT */
#include "model/record.h"

#include <string.h>

#include "model/read_priv.h"

/* Characters: what a line, a box or a paragraph of the handout can hold. */
enum {
    NAME_LIMIT = 120,
    ADDRESS_LIMIT = 254, /* RFC 5321 4.5.3.1 */
    GOAL_LIMIT = 200,
    NOTE_LIMIT = 300,
    FREE_LIMIT = 1000,
    GOALS_LIMIT = 10,
    EXERCISES_LIMIT = 20,
};

const char *ho_record_name(const struct ho_record *record)
{
    return record->name_printed ? record->name_printed : record->name;
}

static bool read_patient(struct ho_ctx *ctx, const struct ho_xml_node *node,
                         struct ho_record *record)
{
    static const char *const attributes[] = {"name", "name-printed", "born", "email",
                                             "side", "body",         NULL};
    static const char *const sides[] = {"none", "left", "right", "both", NULL};
    static const char *const bodies[] = {"a", "b", NULL};
    int side = HO_SIDE_NONE, body;
    bool ok = ho_read_shape(ctx, node, attributes, NULL);
    ok &= ho_read_limited(ctx, node, "name", NAME_LIMIT, true, &record->name);
    ok &= ho_read_limited(ctx, node, "name-printed", NAME_LIMIT, false,
                          &record->name_printed);
    ok &= ho_read_date(ctx, node, "born", false, &record->born);
    ok &= ho_read_limited(ctx, node, "email", ADDRESS_LIMIT, false, &record->email);
    if (ho_xml_find(node, "side"))
        ok &= ho_xml_need_word(ctx, node, "side", sides, &side);
    if (ho_xml_find(node, "body")) {
        ok &= ho_xml_need_word(ctx, node, "body", bodies, &body);
        record->body = ho_xml_find(node, "body");
    }
    record->side = (enum ho_side)side;
    record->name_at = ho_xml_place(node, "name");
    record->name_printed_at = ho_xml_place(node, "name-printed");
    record->born_at = ho_xml_place(node, "born");
    record->side_at = ho_xml_place(node, "side");
    record->body_at = ho_xml_place(node, "body");
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

static bool read_note(struct ho_ctx *ctx, const struct ho_xml_node *node,
                      struct ho_prescription *prescription)
{
    const struct ho_xml_node *note = ho_read_child(node, "note");
    prescription->note_at = note ? note->at : node->at;
    if (!note)
        return true;
    bool ok = ho_xml_only_attributes(ctx, note, NULL);
    return ho_read_limited_text(ctx, note, NOTE_LIMIT, &prescription->note) && ok;
}

/* "ref" and the names of all doses. */
static const char *const *exercise_attributes(struct ho_arena *arena)
{
    const char **names = ho_new_array(arena, const char *, HO_DOSE_COUNT + 2);
    names[0] = "ref";
    memcpy(names + 1, ho_dose_names, HO_DOSE_COUNT * sizeof *names);
    return names;
}

static bool read_prescription(struct ho_ctx *ctx, const struct ho_xml_node *node,
                              struct ho_record *record)
{
    static const struct ho_child children[] = {{"note", HO_AT_MOST_ONCE},
                                               {NULL, HO_ANY}};
    struct ho_prescription prescription = {.at = node->at};
    bool ok = ho_read_shape(ctx, node, exercise_attributes(ctx->arena), children);
    ok &= read_dose(ctx, node, &prescription);
    ok &= read_note(ctx, node, &prescription);
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

/* More than a handout can show, or a patient can do: a slip, or an attempt to make the program slow. */
static bool check_count(struct ho_ctx *ctx, const struct ho_xml_node *node,
                        const char *name, size_t limit)
{
    const struct ho_xml_node *child = NULL;
    size_t count = 0;
    while ((child = ho_read_next(node, name, child)) && count < limit)
        count++;
    if (!child)
        return true;
    ho_report(ctx, HO_MSG_TOO_MANY, child->at, NULL, node->name, name,
              ho_format(ctx->arena, "%zu", limit));
    return false;
}

static bool read_plan(struct ho_ctx *ctx, const struct ho_xml_node *node,
                      struct ho_record *record)
{
    static const char *const attributes[] = {"starts", "review", NULL};
    static const struct ho_child children[] = {{"exercise", HO_ONE_OR_MORE},
                                               {NULL, HO_ANY}};
    bool ok = ho_read_shape(ctx, node, attributes, children);
    record->plan_at = node->at;
    record->starts_at = ho_xml_place(node, "starts");
    record->review_at = ho_xml_place(node, "review");
    ok &= ho_read_date(ctx, node, "starts", false, &record->starts);
    ok &= ho_read_date(ctx, node, "review", false, &record->review);
    ok &= check_count(ctx, node, "exercise", EXERCISES_LIMIT);
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
    ok &= check_count(ctx, node, "goal", GOALS_LIMIT);
    record->goals_at = node->at;
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(node, "goal", n));) {
        struct ho_goal goal = {.at = n->at};
        ok &= ho_xml_only_attributes(ctx, n, NULL);
        if (ho_read_limited_text(ctx, n, GOAL_LIMIT, &goal.text))
            ho_push(ctx->arena, &record->goals, goal);
        else
            ok = false;
    }
    return ok;
}

/* A caution, or the advice that is chosen, says something about the patient, so its id is in no message. */
static bool read_reference(struct ho_ctx *ctx, const struct ho_xml_node *node,
                           struct ho_reference *out)
{
    static const char *const attributes[] = {"ref", NULL};
    out->at = ho_xml_place(node, "ref");
    bool ok = ho_read_shape(ctx, node, attributes, NULL);
    return ho_read_id(ctx, node, "ref", &out->id) && ok;
}

static bool read_cautions(struct ho_ctx *ctx, const struct ho_xml_node *node,
                          struct ho_record *record)
{
    static const struct ho_child children[] = {{"caution", HO_ONE_OR_MORE},
                                               {NULL, HO_ANY}};
    bool ok = ho_read_shape(ctx, node, NULL, children);
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(node, "caution", n));) {
        struct ho_reference caution;
        if (read_reference(ctx, n, &caution))
            ho_push(ctx->arena, &record->cautions, caution);
        else
            ok = false;
    }
    return ok;
}

static bool read_advice(struct ho_ctx *ctx, const struct ho_xml_node *node,
                        struct ho_record *record)
{
    static const struct ho_child children[] = {{"topic", HO_ONE_OR_MORE},
                                               {NULL, HO_ANY}};
    bool ok = ho_read_shape(ctx, node, NULL, children);
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(node, "topic", n));) {
        struct ho_reference topic;
        if (!read_reference(ctx, n, &topic)) {
            ok = false;
            continue;
        }
        for (size_t i = 0; i < record->advice.count; i++)
            if (ho_equal(record->advice.items[i].id, topic.id)) {
                ho_report(ctx, HO_MSG_DUPLICATE_ID, topic.at, NULL, "advice", topic.id);
                ok = false;
            }
        ho_push(ctx->arena, &record->advice, topic);
    }
    return ok;
}

static bool read_visit(struct ho_ctx *ctx, const struct ho_xml_node *node,
                       struct ho_record *record)
{
    static const char *const attributes[] = {"date", NULL};
    bool ok = ho_xml_only_attributes(ctx, node, attributes);
    record->visit_at = node->at;
    record->visit_on_at = ho_xml_place(node, "date");
    ok &= ho_read_date(ctx, node, "date", false, &record->visit_on);
    /* A date can stand alone, also one that is misspelt and was reported. */
    if (node->first ||
        (!ho_xml_find(node, "date") && !ho_xml_is_misspelt(ctx, node, "date")))
        ok &= ho_read_limited_text(ctx, node, GOAL_LIMIT, &record->visit);
    return ok;
}

static bool read_clinician(struct ho_ctx *ctx, const struct ho_xml_node *node,
                           struct ho_record *record)
{
    bool ok = ho_xml_only_attributes(ctx, node, NULL);
    record->clinician_at = node->at;
    return ho_read_limited_text(ctx, node, NAME_LIMIT, &record->clinician) && ok;
}

static bool read_free_note(struct ho_ctx *ctx, const struct ho_xml_node *node,
                           struct ho_record *record)
{
    bool ok = ho_xml_only_attributes(ctx, node, NULL);
    record->note_at = node->at;
    return ho_read_limited_text(ctx, node, FREE_LIMIT, &record->note) && ok;
}

/* Of two different answers to one question neither can be believed, so the second is an error, not a correction. */
static bool is_answered(struct ho_ctx *ctx, const struct ho_record *record,
                        const struct ho_flag_answer *answer)
{
    for (size_t i = 0; i < record->answers.count; i++) {
        const struct ho_flag_answer *other = &record->answers.items[i];
        if (!ho_equal(other->sign, answer->sign))
            continue;
        ho_report(ctx, HO_MSG_DUPLICATE_ID, answer->at,
                  other->answer == answer->answer
                      ? NULL
                      : "the answers differ; ask again, and keep the right one",
                  "question", answer->sign);
        return true;
    }
    return false;
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
    if (is_answered(ctx, record, &answer))
        return false;
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
        record->assessed_at = assessed->at;
        ok &= ho_read_shape(ctx, assessed, attributes, NULL);
        ok &= ho_read_limited(ctx, assessed, "by", NAME_LIMIT, true,
                              &record->assessed_by);
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

typedef bool reader(struct ho_ctx *ctx, const struct ho_xml_node *node,
                    struct ho_record *record);

static const struct {
    struct ho_child child;
    reader *read;
} parts[] = {
    {{"patient", HO_ONCE}, read_patient},
    {{"clinician", HO_AT_MOST_ONCE}, read_clinician},
    {{"plan", HO_AT_MOST_ONCE}, read_plan},
    {{"advice", HO_AT_MOST_ONCE}, read_advice},
    {{"goals", HO_AT_MOST_ONCE}, read_goals},
    {{"cautions", HO_AT_MOST_ONCE}, read_cautions},
    {{"next-visit", HO_AT_MOST_ONCE}, read_visit},
    {{"note", HO_AT_MOST_ONCE}, read_free_note},
    {{"red-flags", HO_AT_MOST_ONCE}, read_red_flags},
};
enum { PARTS = sizeof parts / sizeof *parts };

static bool read_parts(struct ho_ctx *ctx, const struct ho_xml_node *root,
                       struct ho_record *record)
{
    bool ok = true;
    for (int i = 0; i < PARTS; i++) {
        const struct ho_xml_node *node = ho_read_child(root, parts[i].child.name);
        if (node)
            ok &= parts[i].read(ctx, node, record);
    }
    /* Who has a red flag needs no plan: the emergency sheet must not wait for one. */
    if (!ho_read_child(root, "plan") && !has_yes(record)) {
        ho_report(ctx, HO_MSG_NO_ELEMENT, root->at, NULL, root->name, "plan");
        ok = false;
    }
    return ok;
}

/* Dates can be right one by one and wrong together. */
static bool check_order(struct ho_ctx *ctx, const char *early, const char *early_name,
                        const char *late, const char *late_name, struct ho_span at)
{
    if (!early || !late || strcmp(early, late) <= 0)
        return true;
    ho_report(ctx, HO_MSG_BAD_VALUE, at, NULL, late_name,
              ho_format(ctx->arena, "a date on or after that of \"%s\"", early_name));
    return false;
}

/* What is absent is spoken of at the record itself. */
static void place_all(struct ho_record *record, const struct ho_xml_node *root)
{
    record->at = root->at;
    record->id_at = ho_xml_place(root, "id");
    record->condition_at = ho_xml_place(root, "condition");
    record->language_at = ho_xml_place(root, "language");
    record->edition_at = ho_xml_place(root, "type");
    record->name_at = record->name_printed_at = record->born_at = record->body_at =
        record->side_at = record->starts_at = record->review_at = record->clinician_at =
            record->visit_on_at = record->visit_at = record->note_at = record->plan_at =
                record->goals_at = record->flags_at = record->assessed_at = root->at;
}

bool ho_record_read(struct ho_ctx *ctx, const struct ho_xml_node *root,
                    const struct ho_record **out)
{
    static const char *const attributes[] = {"id", "condition", "language", "type",
                                             NULL};
    struct ho_child children[PARTS + 1] = {{0}};
    struct ho_record *record = ho_new(ctx->arena, struct ho_record);
    int edition = HO_EDITION_STANDARD;
    for (int i = 0; i < PARTS; i++)
        children[i] = parts[i].child;
    place_all(record, root);
    record->xml = root;
    bool ok = ho_read_shape(ctx, root, attributes, children);
    ok &= ho_read_id(ctx, root, "id", &record->id);
    ok &= ho_read_id(ctx, root, "condition", &record->condition);
    ok &= ho_read_id(ctx, root, "language", &record->language);
    record->has_edition = ho_xml_find(root, "type");
    if (record->has_edition)
        ok &= ho_xml_need_word(ctx, root, "type", ho_edition_names, &edition);
    record->edition = (enum ho_edition)edition;
    ok &= read_parts(ctx, root, record);
    ok &= check_order(ctx, record->born, "born", record->starts, "starts",
                      record->starts_at);
    ok &= check_order(ctx, record->starts, "starts", record->review, "review",
                      record->review_at);
    if (!ok)
        return false;
    *out = record;
    return true;
}

bool ho_record_load(struct ho_ctx *ctx, const char *path, const struct ho_record **out)
{
    const struct ho_xml_node *root;
    return ho_xml_load(ctx, path, "record", &root) && ho_record_read(ctx, root, out);
}
