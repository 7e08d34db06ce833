/* plan.h — the exercises that a patient really gets: those of the record, but for what a caution excludes.
 * In: struct ho_library, ho_record (checked).  Out: struct ho_plan in ctx->arena.  For doc/, job/, lint/.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_PLAN_H
#define HO_MODEL_PLAN_H

#include "model/record.h"

/* An exercise of the record that is not done: "not for you now". */
struct ho_left_out {
    const struct ho_exercise *exercise;
    const char *caution;               /* id of the caution that excludes it */
    const struct ho_exercise *instead; /* what stands in its place, or NULL */
    struct ho_span at;
};

struct ho_plan {
    HO_VEC(struct ho_prescription) exercises; /* in the record's order */
    HO_VEC(struct ho_left_out) left_out;
    /* the <record> with these exercises for its own: what the XPath of templates sees */
    const struct ho_xml_node *xml;
};

/* An exercise that a caution excludes is replaced by its easier version, with the library's own doses, or by
 * that one's, and so on, if one is not excluded and not in the plan already; else it is left out. Either is a
 * warning. A caution is named in no message: it is the patient's. False, with reports, if nothing is left of a
 * plan, or if the side is missing that a replacement needs. */
bool ho_plan_build(struct ho_ctx *ctx, const struct ho_library *library,
                   const struct ho_record *record, const struct ho_plan **out)
    __attribute__((__warn_unused_result__));

/* How many exercises of the plan are done lying or kneeling on the floor. */
size_t ho_plan_floor_count(const struct ho_library *library,
                           const struct ho_plan *plan);

/* Whether a picture of the exercise shows the left side working: what is done on each side begins on the affected one,
 * as its words do. */
bool ho_is_drawn_left(const struct ho_record *record,
                      const struct ho_exercise *exercise);

#endif
