/* Figures against words: the side, the place where it is felt and the frame that the words of an exercise name must be
 * there to see, and what is to be seen must be said.
 * SPDX-License-Identifier: MIT */
#include <math.h>
#include <string.h>

#include "lint/lint_priv.h"

enum limb { LEG, ARM };

struct shown {
    const struct ho_frame *frame;
    const struct ho_pose *pose;
};

struct exercise {
    struct ho_ctx *ctx;
    const struct ho_library *library;
    const struct ho_terms *terms;
    const struct ho_exercise *facts;
    HO_VEC(struct shown) frames;
};

/* ---- sides ---- */

#define IS(member) offsetof(struct ho_leg, member)
static const size_t leg_fields[] = {
    IS(hip_flexion), IS(hip_abduction), IS(hip_rotation), IS(knee_flexion), IS(ankle),
    IS(inversion),   IS(toes),          IS(toe_out),      IS(lean),         IS(at),
    IS(across),      IS(lift)};
#undef IS
#define IS(member) offsetof(struct ho_arm, member)
static const size_t arm_fields[] = {IS(shoulder_flexion),
                                    IS(shoulder_abduction),
                                    IS(shoulder_rotation),
                                    IS(elbow_flexion),
                                    IS(pronation),
                                    IS(at),
                                    IS(around),
                                    IS(shift),
                                    IS(level),
                                    IS(x),
                                    IS(y),
                                    IS(z)};
#undef IS

/* The same numbers at these offsets of both; a length that is not given is NAN in both. */
static bool is_alike(const void *a, const void *b, const size_t *fields, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        double one, other;
        memcpy(&one, (const char *)a + fields[i], sizeof one);
        memcpy(&other, (const char *)b + fields[i], sizeof other);
        if (isnan(one) != isnan(other) || fabs(one - other) > 1e-9)
            return false;
    }
    return true;
}

static bool has_one_side_marked(const struct ho_pose *pose)
{
    for (size_t i = 0; i < pose->marks.count; i++)
        if (pose->marks.items[i].is_on[HO_LIMB_WORKING] !=
            pose->marks.items[i].is_on[HO_LIMB_OTHER])
            return true;
    return false;
}

/* Whether it is to be seen which side is the working one. */
static bool shows_side(const struct ho_pose *pose, enum limb limb)
{
    const struct ho_leg *legs = pose->legs;
    const struct ho_arm *arms = pose->arms;
    bool legs_differ = legs[0].foot != legs[1].foot ||
                       !is_alike(&legs[0], &legs[1], leg_fields,
                                 sizeof leg_fields / sizeof *leg_fields);
    bool arms_differ = arms[0].hand != arms[1].hand || arms[0].on != arms[1].on ||
                       !is_alike(&arms[0], &arms[1], arm_fields,
                                 sizeof arm_fields / sizeof *arm_fields);
    return limb == ARM ? arms_differ : legs_differ || has_one_side_marked(pose);
}

/* Of the parts of the body that a phrase can name; all others are the leg's. */
static enum limb limb_of(const char *part)
{
    static const char *const arms[] = {"arm", "hand", "elbow", "shoulder", "wrist"};
    for (size_t i = 0; i < sizeof arms / sizeof *arms; i++)
        if (ho_equal(part, arms[i]))
            return ARM;
    return LEG;
}

/* Reports the first side of the words that the figure does not show; returns whether they name one at all. */
static bool check_sides(struct exercise *e, const struct ho_pose *pose,
                        const struct ho_phrase *words)
{
    bool names = false;
    for (size_t i = 0; i < words->count; i++) {
        const struct ho_phrase_part *part = &words->parts[i];
        if (part->kind != HO_PHRASE_SIDE)
            continue;
        names = true;
        if (shows_side(pose, limb_of(part->name)))
            continue;
        ho_report(e->ctx, HO_MSG_SIDE_NOT_SHOWN, words->at,
                  "pose the figure on that side, or leave the side out of the words",
                  pose->id);
        break;
    }
    return names;
}

/* The words of a frame are its steps, and what is said of it to who cannot see it. */
static void check_frame_sides(struct exercise *e, const struct shown *shown)
{
    const struct ho_frame *frame = shown->frame;
    bool names = check_sides(e, shown->pose, &frame->alt);
    for (int i = frame->first_step; i && i <= frame->last_step; i++)
        check_sides(e, shown->pose, &e->facts->steps.items[i - 1]);
    if (e->facts->sides != HO_SIDES_WHOLE && !names && shows_side(shown->pose, LEG))
        ho_report(e->ctx, HO_MSG_SIDE_NOT_SAID, frame->alt.at,
                  "name it with <side of=\"…\"/>, for who cannot see the figure",
                  shown->pose->id);
}

/* ---- where it is felt ---- */

static const struct ho_region_words *find_words(const struct ho_terms *terms,
                                                enum ho_region region)
{
    for (size_t i = 0; i < terms->regions.count; i++)
        if (terms->regions.items[i].region == region)
            return &terms->regions.items[i];
    return NULL;
}

static bool names_region(const struct ho_region_words *words, const char *text)
{
    for (size_t i = 0; words && i < words->words.count; i++)
        if (says(text, words->words.items[i]))
            return true;
    return false;
}

/* The first mark of the exercise on that place; NULL. */
static const struct ho_mark *find_mark(const struct exercise *e, enum ho_region region,
                                       const struct shown **on)
{
    for (size_t i = 0; i < e->frames.count; i++)
        for (size_t k = 0; k < e->frames.items[i].pose->marks.count; k++) {
            const struct ho_mark *mark = &e->frames.items[i].pose->marks.items[k];
            if (mark->kind == HO_MARK_HIGHLIGHT && mark->region == region) {
                *on = &e->frames.items[i];
                return mark;
            }
        }
    return NULL;
}

/* One mistake, one message: of a wrong mark the words that it should follow are told, not both. */
static void check_regions(struct exercise *e)
{
    const char *text = phrase_text(e->ctx->arena, e->library, &e->facts->feel);
    bool has_told = false;
    for (int i = 0; i < HO_REGION_COUNT; i++) {
        const struct ho_region_words *words = find_words(e->terms, (enum ho_region)i);
        const struct shown *on;
        if (!names_region(words, text) || find_mark(e, (enum ho_region)i, &on))
            continue;
        has_told = true;
        ho_report(e->ctx, HO_MSG_REGION_NOT_SHOWN, e->facts->feel.at,
                  "add <highlight> to its last figure, where the place can be seen",
                  words->words.items[0], e->facts->id);
    }
    for (int i = 0; i < HO_REGION_COUNT && !has_told; i++) {
        const struct ho_region_words *words = find_words(e->terms, (enum ho_region)i);
        const struct shown *on;
        if (words && !names_region(words, text) && find_mark(e, (enum ho_region)i, &on))
            ho_report(e->ctx, HO_MSG_REGION_NOT_SAID,
                      e->facts->feel.count ? e->facts->feel.at : e->facts->name.at,
                      "say in <feel> where it is felt, or take the mark away",
                      on->pose->id, words->words.items[0]);
    }
}

/* ---- frames that steps name ---- */

/* The sentence in bold that a step begins with, without its stop: "Cat". NULL: it begins otherwise. */
static const char *name_of_step(struct ho_arena *arena, const struct ho_phrase *step)
{
    const struct ho_phrase_part *lead = step->count > 1 ? &step->parts[0] : NULL;
    if (!lead || lead->kind != HO_PHRASE_TEXT || !lead->is_strong)
        return NULL;
    size_t length = strlen(lead->text);
    while (length && lead->text[length - 1] == ' ')
        length--;
    if (!length || !strchr(".:", lead->text[length - 1]))
        return NULL;
    return ho_strndup(arena, lead->text, length - 1);
}

static void check_names(struct exercise *e)
{
    struct ho_arena *arena = e->ctx->arena;
    for (size_t i = 0; e->frames.count && i < e->facts->steps.count; i++) {
        const char *name = name_of_step(arena, &e->facts->steps.items[i]);
        bool is_shown = false;
        for (size_t k = 0; name && k < e->frames.count; k++) {
            const struct ho_frame *frame = e->frames.items[k].frame;
            is_shown |= (int)i + 1 >= frame->first_step &&
                        (int)i + 1 <= frame->last_step &&
                        ho_equal(name, phrase_text(arena, e->library, &frame->caption));
        }
        if (name && !is_shown)
            ho_report(e->ctx, HO_MSG_FRAME_NOT_SHOWN, e->facts->steps.items[i].at,
                      "give that caption to the frame whose steps=\"…\" has this step",
                      ho_format(arena, "%zu", i + 1), name);
    }
}

void ho_lint_figures(struct ho_ctx *ctx, const struct ho_library *library,
                     const struct ho_terms *terms, const char *folder)
{
    for (size_t i = 0; i < library->exercises.count; i++) {
        struct exercise e = {
            ctx, library, terms, &library->exercises.items[i], {NULL, 0, 0}};
        for (size_t k = 0; k < e.facts->frames.count; k++) {
            struct shown shown = {.frame = &e.facts->frames.items[k]};
            if (!ho_pose_load(ctx, folder, shown.frame->figure, &shown.pose))
                continue; /* it has reported */
            ho_push(ctx->arena, &e.frames, shown);
            check_frame_sides(&e, &shown);
        }
        check_regions(&e);
        check_names(&e);
    }
}
