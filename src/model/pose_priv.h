/* pose_priv.h — the parts of reading a pose: a table of attributes an element, and where each value goes.
 * In: elements of a <figure>.  Out: struct ho_pose under construction.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_POSE_PRIV_H
#define HO_MODEL_POSE_PRIV_H

#include <stddef.h>

#include "model/pose.h"
#include "model/read_priv.h"

enum pose_field_kind {
    FIELD_ANGLE,    /* double, degrees */
    FIELD_LENGTH,   /* double, millimetres */
    FIELD_FRACTION, /* double, -1 to 1 */
    FIELD_WORD,     /* enum: the index in `words` is its value */
    FIELD_YES,      /* bool: "yes" or "no" */
    FIELD_SPOT      /* struct ho_spot: a place, "knee.working" */
};

/* An attribute, and the member that takes its value; its fields stand in the order in which a row is read. It has a meaning in those cases only. */
struct pose_field { /* NOLINT(clang-analyzer-optin.performance.Padding) */
    const char *name;
    enum pose_field_kind kind;
    size_t offset;
    const char *const *words;
    unsigned cases; /* bits of struct pose_case; 0: in all */
};

#define POSE_NEEDED (~0u) /* as `cases`: in all, and it must be there */

/* What decides which attributes of an element have a meaning: foot="floor". */
struct pose_case {
    const char *name, *word; /* of the attribute that decides, and its value */
    unsigned bit;            /* 0: not known, so all may have one */
};

/* Reads all attributes of `node` that `fields` (ended by a NULL name) and `others` (NULL-terminated; read by the
 * caller; NULL: none) have, and holds it to its children. What is absent leaves its member as it is, unless it is
 * needed. One that means nothing in this case (NULL: there is only one) is reported. */
bool pose_fields(struct ho_ctx *ctx, const struct ho_xml_node *node,
                 const struct pose_field *fields, const char *const *others,
                 const struct ho_child *children, const struct pose_case *now,
                 void *into) __attribute__((__warn_unused_result__));
/* Reads the attribute of a leg or an arm that says of which sides it is: working, other or both. */
bool pose_side(struct ho_ctx *ctx, const struct ho_xml_node *node, const char *name,
               bool is_on[HO_LIMB_COUNT]) __attribute__((__warn_unused_result__));

/* The words of enum ho_limb. */
extern const char *const pose_limbs[];

/* All limbs at ease; then the elements <leg> and <arm> say what is different. `has` are the limbs described so far:
 * each is described once. */
void pose_relax(struct ho_pose *pose);
bool pose_leg(struct ho_ctx *ctx, const struct ho_xml_node *node, struct ho_pose *pose,
              bool has[HO_LIMB_COUNT]) __attribute__((__warn_unused_result__));
bool pose_arm(struct ho_ctx *ctx, const struct ho_xml_node *node, struct ho_pose *pose,
              bool has[HO_LIMB_COUNT]) __attribute__((__warn_unused_result__));
/* The SHA-256 of the pose's file and its ghost's, as 64 hex digits; `ghost` may be NULL. */
const char *pose_hash(struct ho_arena *arena, const struct ho_source *file,
                      const struct ho_pose *ghost);
/* All things around the body, and all marks: each reads the children it knows. */
bool pose_things(struct ho_ctx *ctx, const struct ho_xml_node *root,
                 struct ho_pose *pose) __attribute__((__warn_unused_result__));
bool pose_marks(struct ho_ctx *ctx, const struct ho_xml_node *root,
                struct ho_pose *pose) __attribute__((__warn_unused_result__));

#endif
