/* SPDX-License-Identifier: MIT */
#include "model/read_priv.h"
#include "model/record.h"

struct ids {
    HO_VEC(const char *);
};

int ho_prescribed(const struct ho_exercise *exercise,
                  const struct ho_prescription *prescription, enum ho_dose field)
{
    if (!exercise->dose[field].is_set)
        return -1;
    return prescription->dose[field] >= 0 ? prescription->dose[field]
                                          : exercise->dose[field].value;
}

static const struct ho_flag_answer *find_answer(const struct ho_record *record,
                                                const char *sign)
{
    for (size_t i = 0; i < record->answers.count; i++)
        if (ho_equal(record->answers.items[i].sign, sign))
            return &record->answers.items[i];
    return NULL;
}

static enum ho_answer answer_to(const struct ho_record *record, const char *sign)
{
    const struct ho_flag_answer *found = find_answer(record, sign);
    return found ? found->answer : HO_NOT_ASKED;
}

static bool has_yes(const struct ho_sign_group *group, const struct ho_record *record)
{
    for (size_t i = 0; i < group->signs.count; i++)
        if (answer_to(record, group->signs.items[i].id) == HO_YES)
            return true;
    return false;
}

enum ho_urgency ho_record_urgency(const struct ho_library *library,
                                  const struct ho_record *record)
{
    for (size_t i = 0; i < library->red_flags.groups.count; i++)
        if (has_yes(&library->red_flags.groups.items[i], record))
            return HO_EMERGENCY;
    bool is_urgent =
        !record->assessed_by && has_yes(&library->red_flags.urgent, record);
    return is_urgent ? HO_URGENT : HO_NOT_URGENT;
}

bool ho_record_is_emergency(const struct ho_library *library,
                            const struct ho_record *record)
{
    return ho_record_urgency(library, record) != HO_NOT_URGENT;
}

/* The message gives the range, which is the library's, and not the patient's figure. */
static bool check_dose(struct ho_ctx *ctx, const struct ho_exercise *exercise,
                       const struct ho_prescription *prescription)
{
    bool ok = true;
    for (int i = 0; i < HO_DOSE_COUNT; i++) {
        const struct ho_dose_field *field = &exercise->dose[i];
        int value = prescription->dose[i];
        if (value < 0 ||
            (field->is_set && value >= field->least && value <= field->most))
            continue;
        if (!field->is_set)
            ho_report(ctx, HO_MSG_NO_DOSE, prescription->dose_at[i], "leave it out",
                      exercise->id, ho_dose_names[i]);
        else
            ho_report(
                ctx, HO_MSG_DOSE_RANGE, prescription->dose_at[i],
                ho_format(ctx->arena, "the library's own figure is %d", field->value),
                ho_dose_names[i], exercise->id,
                ho_format(ctx->arena, "%d", field->least),
                ho_format(ctx->arena, "%d", field->most));
        ok = false;
    }
    return ok;
}

static const char *hint_exercise(struct ho_ctx *ctx, const struct ho_library *library,
                                 const char *id)
{
    struct ids ids = {0};
    for (size_t i = 0; i < library->exercises.count; i++)
        ho_push(ctx->arena, &ids, library->exercises.items[i].id);
    ho_push(ctx->arena, &ids, NULL);
    return ho_read_hint(ctx->arena, id, ids.items);
}

static bool check_prescription(struct ho_ctx *ctx, const struct ho_library *library,
                               const struct ho_record *record,
                               const struct ho_prescription *prescription)
{
    const struct ho_exercise *exercise =
        ho_exercise_find(library, prescription->exercise);
    if (!exercise) {
        ho_report(ctx, HO_MSG_UNKNOWN_ID, prescription->at,
                  hint_exercise(ctx, library, prescription->exercise), "exercise",
                  prescription->exercise);
        return false;
    }
    bool ok = check_dose(ctx, exercise, prescription);
    if (exercise->sides == HO_SIDES_ONE && record->side == HO_SIDE_NONE) {
        ho_report(ctx, HO_MSG_NO_SIDE, record->side_at,
                  "say side=\"left\", \"right\" or \"both\"", exercise->id);
        ok = false;
    }
    return ok;
}

static bool check_cautions(struct ho_ctx *ctx, const struct ho_library *library,
                           const struct ho_record *record)
{
    struct ids known = {0};
    bool ok = true;
    for (size_t i = 0; i < library->cautions.count; i++)
        ho_push(ctx->arena, &known, library->cautions.items[i]);
    ho_push(ctx->arena, &known, NULL);
    for (size_t i = 0; i < record->cautions.count; i++) {
        bool is_known = false;
        for (size_t j = 0; j < library->cautions.count; j++)
            is_known |=
                ho_equal(library->cautions.items[j], record->cautions.items[i].id);
        if (!is_known)
            ho_report(ctx, HO_MSG_BAD_VALUE, record->cautions.items[i].at,
                      ho_read_hint(ctx->arena, "", known.items), "ref",
                      "a caution of this condition");
        ok &= is_known;
    }
    return ok;
}

static bool check_advice(struct ho_ctx *ctx, const struct ho_library *library,
                         const struct ho_record *record)
{
    struct ids known = {0};
    bool ok = true;
    for (size_t i = 0; i < library->advice.count; i++)
        ho_push(ctx->arena, &known, library->advice.items[i].id);
    ho_push(ctx->arena, &known, NULL);
    for (size_t i = 0; i < record->advice.count; i++) {
        const struct ho_reference *topic = &record->advice.items[i];
        if (ho_advice_find(library, topic->id))
            continue;
        ho_report(ctx, HO_MSG_UNKNOWN_ID, topic->at,
                  ho_read_hint(ctx->arena, topic->id, known.items), "advice",
                  topic->id);
        ok = false;
    }
    return ok;
}

static void warn_group(struct ho_ctx *ctx, const struct ho_sign_group *group,
                       const struct ho_record *record, bool is_urgent)
{
    for (size_t i = 0; i < group->signs.count; i++) {
        const char *sign = group->signs.items[i].id;
        enum ho_answer answer = answer_to(record, sign);
        if (answer == HO_NOT_ASKED)
            ho_report(ctx, HO_MSG_RED_FLAG_NOT_ASKED, record->flags_at,
                      ho_format(ctx->arena,
                                "when it was asked, add <question sign=\"%s\" "
                                "answer=\"no\"/>, or fill in "
                                "the roster's column flag:%s",
                                sign, sign),
                      sign);
        else if (answer == HO_YES && !(is_urgent && record->assessed_by))
            ho_report(ctx, HO_MSG_RED_FLAG_PRESENT, find_answer(record, sign)->at,
                      is_urgent ? "once a clinician has assessed it, add <assessed "
                                  "by=\"…\" on=\"…\"/> to <red-flags>, or fill in the "
                                  "roster's columns assessed-by and assessed-on"
                                : NULL);
    }
}

static void list_signs(struct ho_ctx *ctx, const struct ho_sign_group *group,
                       struct ids *ids)
{
    for (size_t i = 0; i < group->signs.count; i++)
        ho_push(ctx->arena, ids, group->signs.items[i].id);
}

static bool is_nothing_asked(const struct ho_record *record)
{
    for (size_t i = 0; i < record->answers.count; i++)
        if (record->answers.items[i].answer != HO_NOT_ASKED)
            return false;
    return true;
}

static bool check_answers(struct ho_ctx *ctx, const struct ho_library *library,
                          const struct ho_record *record)
{
    struct ids known = {0};
    bool ok = true;
    for (size_t i = 0; i < library->red_flags.groups.count; i++)
        list_signs(ctx, &library->red_flags.groups.items[i], &known);
    list_signs(ctx, &library->red_flags.urgent, &known);
    ho_push(ctx->arena, &known, NULL);
    for (size_t i = 0; i < record->answers.count; i++) {
        bool is_known = false;
        for (size_t j = 0; known.items[j]; j++)
            is_known |= ho_equal(known.items[j], record->answers.items[i].sign);
        if (!is_known)
            ho_report(
                ctx, HO_MSG_UNKNOWN_ID, record->answers.items[i].at,
                ho_read_hint(ctx->arena, record->answers.items[i].sign, known.items),
                "red-flag question", record->answers.items[i].sign);
        ok &= is_known;
    }
    if (is_nothing_asked(record)) {
        ho_report(ctx, HO_MSG_NOTHING_ASKED, record->flags_at,
                  "ask them, and write \"yes\" or \"no\" for each: in <red-flags>, or "
                  "in a roster's columns flag:...");
        return ok;
    }
    for (size_t i = 0; i < library->red_flags.groups.count; i++)
        warn_group(ctx, &library->red_flags.groups.items[i], record, false);
    warn_group(ctx, &library->red_flags.urgent, record, true);
    return ok;
}

bool ho_record_check(struct ho_ctx *ctx, const struct ho_library *library,
                     const struct ho_record *record)
{
    bool ok = check_cautions(ctx, library, record);
    ok &= check_advice(ctx, library, record);
    for (size_t i = 0; i < record->exercises.count; i++)
        ok &= check_prescription(ctx, library, record, &record->exercises.items[i]);
    return check_answers(ctx, library, record) && ok;
}
