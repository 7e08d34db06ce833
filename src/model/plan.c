/* SPDX-License-Identifier: MIT */
#include "model/plan.h"

#include "model/read_priv.h"

/* The caution of the record that excludes the exercise; NULL if none does. */
static const char *find_exclusion(const struct ho_exercise *exercise,
                                  const struct ho_record *record)
{
    for (size_t i = 0; i < exercise->excluded_by.count; i++)
        for (size_t j = 0; j < record->cautions.count; j++)
            if (ho_equal(exercise->excluded_by.items[i], record->cautions.items[j].id))
                return record->cautions.items[j].id;
    return NULL;
}

static bool is_planned(const struct ho_record *record, const struct ho_plan *plan,
                       const char *id)
{
    for (size_t i = 0; i < record->exercises.count; i++)
        if (ho_equal(record->exercises.items[i].exercise, id))
            return true;
    for (size_t i = 0; i < plan->exercises.count; i++)
        if (ho_equal(plan->exercises.items[i].exercise, id))
            return true;
    return false;
}

/* Easier and easier, never harder: a caution asks for less. Content may name versions in a circle, so the steps are
 * counted. */
static const struct ho_exercise *find_instead(const struct ho_library *library,
                                              const struct ho_record *record,
                                              const struct ho_plan *plan,
                                              const struct ho_exercise *exercise)
{
    for (size_t i = 0; i < library->exercises.count && exercise->easier_id; i++) {
        exercise = ho_exercise_find(library, exercise->easier_id);
        if (!exercise)
            return NULL;
        if (!find_exclusion(exercise, record) &&
            !is_planned(record, plan, exercise->id))
            return exercise;
    }
    return NULL;
}

/* Figures that a clinician gave for one exercise say nothing about another. */
static struct ho_prescription prescribe(const struct ho_prescription *first,
                                        const struct ho_exercise *instead)
{
    struct ho_prescription prescription = {
        .exercise = instead->id, .at = first->at, .note_at = first->at};
    for (int i = 0; i < HO_DOSE_COUNT; i++) {
        prescription.dose[i] = -1;
        prescription.dose_at[i] = first->at;
    }
    return prescription;
}

static bool leave_out(struct ho_ctx *ctx, const struct ho_library *library,
                      const struct ho_record *record,
                      const struct ho_prescription *prescription,
                      struct ho_left_out out, struct ho_plan *plan)
{
    const struct ho_exercise *instead =
        find_instead(library, record, plan, out.exercise);
    out.instead = instead;
    ho_push(ctx->arena, &plan->left_out, out);
    if (!instead) {
        ho_report(ctx, HO_MSG_EXCLUDED, out.at, "choose another exercise, or none",
                  out.exercise->id);
        return true;
    }
    ho_report(ctx, HO_MSG_SWAPPED, out.at,
              "the library's own doses are taken for it; write it into the record "
              "to change them",
              out.exercise->id, instead->id);
    ho_push(ctx->arena, &plan->exercises, prescribe(prescription, instead));
    if (instead->sides != HO_SIDES_ONE || record->side != HO_SIDE_NONE)
        return true;
    ho_report(ctx, HO_MSG_NO_SIDE, record->side_at,
              "say side=\"left\", \"right\" or \"both\"", instead->id);
    return false;
}

/* The <exercise> of the record that prescribes this; NULL for one that took another's place. */
static const struct ho_xml_node *find_prescribed(const struct ho_xml_node *plan,
                                                 const char *id)
{
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(plan, "exercise", n));)
        if (ho_equal(ho_xml_find(n, "ref"), id))
            return n;
    return NULL;
}

/* The <plan> as it is carried out. */
static void add_plan(struct ho_arena *arena, struct ho_xml_node *record,
                     const struct ho_xml_node *node, const struct ho_plan *plan)
{
    struct ho_xml_node *out = ho_xml_add(arena, record, node->name, node->at);
    out->attributes = node->attributes;
    for (size_t i = 0; i < plan->exercises.count; i++) {
        const struct ho_prescription *prescription = &plan->exercises.items[i];
        const struct ho_xml_node *own = find_prescribed(node, prescription->exercise);
        if (own)
            ho_xml_add_copy(arena, out, own);
        else
            ho_xml_add_attribute(arena,
                                 ho_xml_add(arena, out, "exercise", prescription->at),
                                 "ref", prescription->exercise, prescription->at);
    }
}

/* A template must not print what a caution took out: it sees the record as if it had been written so. */
static const struct ho_xml_node *rewrite(struct ho_arena *arena,
                                         const struct ho_record *record,
                                         const struct ho_plan *plan)
{
    if (!plan->left_out.count)
        return record->xml;
    struct ho_xml_node *out =
        ho_xml_add(arena, NULL, record->xml->name, record->xml->at);
    out->attributes = record->xml->attributes;
    for (const struct ho_xml_node *n = record->xml->first; n; n = n->next)
        if (ho_xml_is(n, "plan"))
            add_plan(arena, out, n, plan);
        else
            ho_xml_add_copy(arena, out, n);
    return out;
}

bool ho_plan_build(struct ho_ctx *ctx, const struct ho_library *library,
                   const struct ho_record *record, const struct ho_plan **out)
{
    struct ho_plan *plan = ho_new(ctx->arena, struct ho_plan);
    bool ok = true;
    for (size_t i = 0; i < record->exercises.count; i++) {
        const struct ho_prescription *prescription = &record->exercises.items[i];
        const struct ho_exercise *exercise =
            ho_exercise_find(library, prescription->exercise);
        if (!exercise)
            continue; /* an error of the record, told by ho_record_check */
        const char *caution = find_exclusion(exercise, record);
        if (caution)
            ok &= leave_out(ctx, library, record, prescription,
                            (struct ho_left_out){.exercise = exercise,
                                                 .caution = caution,
                                                 .at = prescription->at},
                            plan);
        else
            ho_push(ctx->arena, &plan->exercises, *prescription);
    }
    /* With a red flag there is no plan to fill: the sheet must not wait for one. */
    if (plan->left_out.count && !plan->exercises.count &&
        !ho_record_is_emergency(library, record)) {
        ho_report(ctx, HO_MSG_EMPTY_PLAN, record->plan_at,
                  "choose exercises that suit the patient", NULL);
        ok = false;
    }
    if (!ok)
        return false;
    plan->xml = rewrite(ctx->arena, record, plan);
    *out = plan;
    return true;
}

bool ho_is_drawn_left(const struct ho_record *record,
                      const struct ho_exercise *exercise)
{
    return exercise->sides != HO_SIDES_WHOLE && record->side == HO_SIDE_LEFT;
}

size_t ho_plan_floor_count(const struct ho_library *library, const struct ho_plan *plan)
{
    size_t count = 0;
    for (size_t i = 0; i < plan->exercises.count; i++) {
        const struct ho_exercise *exercise =
            ho_exercise_find(library, plan->exercises.items[i].exercise);
        count += exercise && exercise->is_floor;
    }
    return count;
}
