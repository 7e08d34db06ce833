/* SPDX-License-Identifier: MIT */
#include "model/library_priv.h"
#include "model/read_priv.h"

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
            ok &= ho_string_need(loading, part->at, part->string, HO_STRING_SIDES);
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
    for (size_t i = 0; i < exercise->frames.count; i++)
        ok &= check_phrase(loading, exercise, &exercise->frames.items[i].alt) &&
              ho_phrase_check_plain(loading->ctx, &exercise->frames.items[i].caption,
                                    "caption");
    for (int i = 0; i < HO_DOSE_COUNT; i++)
        if (exercise->dose[i].is_set)
            ok &= ho_string_need(
                loading, exercise->dose[i].at,
                ho_format(loading->ctx->arena, "dose.%s", ho_dose_names[i]),
                HO_STRING_PLURAL);
    return ok;
}

/* Another version must be an exercise of the same condition: a record may be given it instead. */
static bool check_version(struct ho_loading *loading, const char *id, struct ho_span at)
{
    struct ho_ctx *ctx = loading->ctx;
    const struct ho_library *library = loading->library;
    const char **known =
        ho_new_array(ctx->arena, const char *, library->exercises.count + 1);
    for (size_t i = 0; i < library->exercises.count; i++)
        known[i] = library->exercises.items[i].id;
    if (!id || ho_exercise_find(library, id))
        return true;
    ho_report(ctx, HO_MSG_UNKNOWN_ID, at, ho_read_hint(ctx->arena, id, known),
              "exercise", id);
    return false;
}

/* Who looks for something easier must come to an end. A ring is reported once, where the first of it stands. */
static bool check_loop(struct ho_loading *loading, const struct ho_exercise *exercise)
{
    const struct ho_library *library = loading->library;
    const struct ho_exercise *next = exercise;
    for (size_t i = 0; i < library->exercises.count; i++) {
        next = next->easier_id ? ho_exercise_find(library, next->easier_id) : NULL;
        if (!next)
            return true;
        if (next < exercise)
            return true;
        if (next == exercise) {
            ho_report(loading->ctx, HO_MSG_OWN_VERSION, exercise->easier_at,
                      "take one of them out", exercise->id);
            return false;
        }
    }
    return true;
}

static bool check_frames(struct ho_ctx *ctx, const struct ho_frames *frames,
                         size_t steps)
{
    bool ok = true;
    for (size_t i = 0; i < frames->count; i++) {
        const struct ho_frame *frame = &frames->items[i];
        if ((size_t)frame->last_step <= steps)
            continue;
        ho_report(ctx, HO_MSG_FRAME_STEP, frame->at, NULL, frame->figure,
                  ho_format(ctx->arena, "%d", frame->last_step),
                  ho_format(ctx->arena, "%zu", steps));
        ok = false;
    }
    return ok;
}

/* Advice is the same for every patient: its pictures have no side to name. */
static bool check_advice(struct ho_ctx *ctx, const struct ho_advice *advice)
{
    bool ok = check_frames(ctx, &advice->frames, 0);
    for (size_t i = 0; i < advice->frames.count; i++) {
        ok &= ho_phrase_check_plain(ctx, &advice->frames.items[i].caption, "caption");
        ok &= ho_phrase_check_plain(ctx, &advice->frames.items[i].alt, "alt");
    }
    return ok;
}

bool ho_library_check(struct ho_loading *loading)
{
    const struct ho_library *library = loading->library;
    bool ok = true;
    for (size_t i = 0; i < library->exercises.count; i++) {
        const struct ho_exercise *exercise = &library->exercises.items[i];
        /* One whose facts could not be read has no dose to name. */
        ok &= exercise->at.source && check_exercise(loading, exercise);
        ok &= check_version(loading, exercise->easier_id, exercise->easier_at);
        ok &= check_version(loading, exercise->harder_id, exercise->harder_at);
        ok &= check_loop(loading, exercise);
        if (exercise->steps.count) /* else their lack is reported already */
            ok &= check_frames(loading->ctx, &exercise->frames, exercise->steps.count);
    }
    for (size_t i = 0; i < library->advice.count; i++)
        ok &= check_advice(loading->ctx, &library->advice.items[i]);
    return ok;
}
