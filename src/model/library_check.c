/* SPDX-License-Identifier: MIT */
#include "model/library_priv.h"

bool ho_phrase_check_plain(struct ho_ctx *ctx, const struct ho_phrase *phrase,
                           const char *where)
{
    static const char *const elements[] = {[HO_PHRASE_SIDE] = "side",
                                           [HO_PHRASE_DOSE] = "dose",
                                           [HO_PHRASE_VALUE] = "value"};
    bool ok = true;
    for (size_t i = 0; i < phrase->count; i++) {
        const struct ho_phrase_part *part = &phrase->parts[i];
        if (part->kind == HO_PHRASE_TEXT)
            continue;
        ho_report(ctx, HO_MSG_UNKNOWN_ELEMENT, part->at,
                  "this text is the same for every patient", elements[part->kind],
                  where);
        ok = false;
    }
    return ok;
}

static bool check_dose(struct ho_loading *loading, const struct ho_exercise *exercise,
                       const struct ho_phrase_part *part)
{
    for (int i = 0; i < HO_DOSE_COUNT; i++)
        if (ho_equal(ho_dose_names[i], part->name)) {
            if (!exercise->dose[i].is_set)
                ho_report(loading->ctx, HO_MSG_UNKNOWN_ID, part->at,
                          "the exercise's facts have no such dose", "dose", part->name);
            return exercise->dose[i].is_set;
        }
    const char *near = ho_nearest(part->name, ho_dose_names);
    ho_report(loading->ctx, HO_MSG_UNKNOWN_ID, part->at,
              near ? ho_format(loading->ctx->arena, "did you mean \"%s\"?", near)
                   : NULL,
              "dose", part->name);
    return false;
}

static bool check_phrase(struct ho_loading *loading, const struct ho_exercise *exercise,
                         const struct ho_phrase *phrase)
{
    bool ok = true;
    for (size_t i = 0; i < phrase->count; i++) {
        const struct ho_phrase_part *part = &phrase->parts[i];
        switch (part->kind) {
        case HO_PHRASE_TEXT: break;
        case HO_PHRASE_SIDE:
            ok &=
                ho_string_need(loading, part->at,
                               ho_format(loading->ctx->arena, "side.%s.%s", part->name,
                                         part->is_other ? "other" : "working"),
                               HO_STRING_SIDES);
            break;
        case HO_PHRASE_DOSE: ok &= check_dose(loading, exercise, part); break;
        case HO_PHRASE_VALUE:
            ho_report(loading->ctx, HO_MSG_UNKNOWN_ELEMENT, part->at,
                      "values stand in strings.xml only", "value", "exercise-text");
            ok = false;
            break;
        }
    }
    return ok;
}

static bool check_phrases(struct ho_loading *loading,
                          const struct ho_exercise *exercise,
                          const struct ho_phrases *phrases)
{
    bool ok = true;
    for (size_t i = 0; i < phrases->count; i++)
        ok &= check_phrase(loading, exercise, &phrases->items[i]);
    return ok;
}

static bool check_exercise(struct ho_loading *loading,
                           const struct ho_exercise *exercise)
{
    bool ok = ho_phrase_check_plain(loading->ctx, &exercise->name, "name");
    ok &= ho_phrase_check_plain(loading->ctx, &exercise->purpose, "purpose");
    ok &= check_phrase(loading, exercise, &exercise->feel);
    ok &= check_phrase(loading, exercise, &exercise->easier);
    ok &= check_phrase(loading, exercise, &exercise->harder);
    ok &= check_phrase(loading, exercise, &exercise->move_on);
    ok &= check_phrases(loading, exercise, &exercise->steps);
    ok &= check_phrases(loading, exercise, &exercise->cautions);
    ok &= check_phrases(loading, exercise, &exercise->mistakes);
    for (int i = 0; i < HO_DOSE_COUNT; i++)
        if (exercise->dose[i].is_set)
            ok &= ho_string_need(
                loading, exercise->dose[i].at,
                ho_format(loading->ctx->arena, "dose.%s", ho_dose_names[i]),
                HO_STRING_PLURAL);
    return ok;
}

bool ho_library_check(struct ho_loading *loading)
{
    bool ok = true;
    for (size_t i = 0; i < loading->library->exercises.count; i++)
        ok &= check_exercise(loading, &loading->library->exercises.items[i]);
    return ok;
}
