/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "model/pose_priv.h"

#define POSE(name, kind, member)                                                       \
    {                                                                                  \
        (name), FIELD_##kind, offsetof(struct ho_pose, member), NULL, 0                \
    }
#define WORD(name, member, words)                                                      \
    {                                                                                  \
        (name), FIELD_WORD, offsetof(struct ho_pose, member), (words), 0               \
    }
#define NEED(name, kind, member)                                                       \
    {                                                                                  \
        (name), FIELD_##kind, offsetof(struct ho_pose, member), NULL, POSE_NEEDED      \
    }
#define LAST                                                                           \
    {                                                                                  \
        NULL, FIELD_ANGLE, 0, NULL, 0                                                  \
    }

static const char *const outfits[] = {"shoes", "swim", "barefoot", NULL};
static const char *const postures[] = {"standing",        "supine",     "prone",
                                       "hands-and-knees", "side-lying", NULL};
static const char *const settles[] = {"body", "trunk", "none", NULL};
static const char *const planks[] = {"none", "forearm", "hand", NULL};

static const struct pose_field figure_fields[] = {WORD("outfit", outfit, outfits),
                                                  LAST};
static const struct pose_field camera_fields[] = {
    NEED("azimuth", ANGLE, azimuth), NEED("elevation", ANGLE, elevation), LAST};
static const struct pose_field root_fields[] = {
    {"posture", FIELD_WORD, offsetof(struct ho_pose, root.posture), postures,
     POSE_NEEDED},
    POSE("pitch", ANGLE, root.pitch),
    POSE("roll", ANGLE, root.roll),
    POSE("yaw", ANGLE, root.yaw),
    POSE("x", LENGTH, root.x),
    POSE("y", LENGTH, root.y),
    POSE("z", LENGTH, root.z),
    POSE("lift", LENGTH, root.lift),
    WORD("settle", root.settle, settles),
    POSE("head-rest", LENGTH, root.head_rest),
    POSE("unbalanced", YES, root.is_unbalanced),
    POSE("arms-straight", YES, root.is_arms_straight),
    WORD("plank", root.plank, planks),
    LAST};
static const struct pose_field spine_fields[] = {
    POSE("lumbar", ANGLE, spine.lumbar),
    POSE("thoracic", ANGLE, spine.thoracic),
    POSE("neck", ANGLE, spine.neck),
    POSE("head", ANGLE, spine.head),
    POSE("lumbar-side", ANGLE, spine.lumbar_side),
    POSE("thoracic-side", ANGLE, spine.thoracic_side),
    POSE("neck-side", ANGLE, spine.neck_side),
    POSE("lumbar-rotation", ANGLE, spine.lumbar_rotation),
    POSE("thoracic-rotation", ANGLE, spine.thoracic_rotation),
    POSE("neck-rotation", ANGLE, spine.neck_rotation),
    LAST};
static const struct pose_field roundel_fields[] = {
    NEED("at", SPOT, middle),      POSE("dx", LENGTH, middle.dx),
    POSE("dy", LENGTH, middle.dy), NEED("radius", LENGTH, radius),
    POSE("crop", YES, is_cropped), LAST};
static const struct pose_field no_fields[] = {LAST};

/* The element `name`, if it is there. */
static bool read_part(struct ho_ctx *ctx, const struct ho_xml_node *root,
                      const char *name, const struct pose_field *fields,
                      struct ho_pose *pose)
{
    const struct ho_xml_node *node = ho_read_child(root, name);
    return !node || pose_fields(ctx, node, fields, NULL, NULL, NULL, pose);
}

/* "leg.working foot.other torso" */
static bool read_only(struct ho_ctx *ctx, const struct ho_xml_node *root,
                      unsigned *parts)
{
    static const char *const attributes[] = {"parts", NULL};
    static const char *const names[] = {
        "torso",        "head",       "leg.working", "leg.other",
        "foot.working", "foot.other", "things",      NULL};
    const struct ho_xml_node *node = ho_read_child(root, "only");
    const char *text;
    if (!node)
        return true;
    bool ok = ho_read_shape(ctx, node, attributes, NULL);
    if (!ho_xml_need(ctx, node, "parts", &text))
        return false;
    do {
        size_t length = strcspn(text, " "), i = 0;
        const char *word = ho_strndup(ctx->arena, text, length);
        while (names[i] && !ho_equal(names[i], word))
            i++;
        if (!names[i]) {
            ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, "parts"),
                      ho_read_hint(ctx->arena, word, names), "parts",
                      "a list of parts of the body");
            return false;
        }
        *parts |= 1u << i;
        text += length;
        text += strspn(text, " ");
    } while (*text);
    return ok;
}

static bool load_pose(struct ho_ctx *ctx, const char *folder, const char *id,
                      bool is_ghost, const struct ho_pose **out);

/* A ghost is a pose by itself; it has no ghost again. */
static bool read_ghost(struct ho_ctx *ctx, const char *folder,
                       const struct ho_xml_node *root, bool is_ghost,
                       struct ho_pose *pose)
{
    static const struct pose_field fields[] = {
        NEED("on", SPOT, ghost_on),         POSE("front", YES, is_ghost_in_front),
        POSE("whole", YES, is_ghost_whole), POSE("x", LENGTH, ghost_x),
        POSE("z", LENGTH, ghost_z),         LAST};
    static const char *const others[] = {"pose", NULL};
    const struct ho_xml_node *node = ho_read_child(root, "ghost");
    const char *id;
    if (!node)
        return true;
    if (is_ghost) {
        ho_report(ctx, HO_MSG_GHOST_OF_GHOST, node->at,
                  "a ghost is a figure without a ghost", pose->id);
        return false;
    }
    bool ok = pose_fields(ctx, node, fields, others, NULL, NULL, pose);
    if (!ho_read_id(ctx, node, "pose", &id))
        return false;
    if (!ho_read_exists(ho_read_path(ctx->arena, folder, "figures", id))) {
        ho_report(
            ctx, HO_MSG_UNKNOWN_ID, ho_xml_place(node, "pose"),
            ho_read_hint(ctx->arena, id, ho_read_ids(ctx->arena, folder, "figures")),
            "figure", id);
        return false;
    }
    return load_pose(ctx, folder, id, true, &pose->ghost) && ok;
}

static bool read_limbs(struct ho_ctx *ctx, const struct ho_xml_node *root,
                       struct ho_pose *pose)
{
    bool has_leg[HO_LIMB_COUNT] = {false}, has_arm[HO_LIMB_COUNT] = {false};
    bool ok = true;
    pose_relax(pose);
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(root, "leg", n));)
        ok &= pose_leg(ctx, n, pose, has_leg);
    for (const struct ho_xml_node *n = NULL; (n = ho_read_next(root, "arm", n));)
        ok &= pose_arm(ctx, n, pose, has_arm);
    return ok;
}

static bool read_pose(struct ho_ctx *ctx, const struct ho_xml_node *root,
                      struct ho_pose *pose)
{
    bool ok = read_part(ctx, root, "camera", camera_fields, pose);
    ok &= read_part(ctx, root, "root", root_fields, pose);
    ok &= read_part(ctx, root, "spine", spine_fields, pose);
    ok &= read_part(ctx, root, "roundel", roundel_fields, pose);
    ok &= read_part(ctx, root, "cleft", no_fields, pose);
    pose->has_roundel = ho_read_child(root, "roundel");
    pose->has_cleft = ho_read_child(root, "cleft");
    ok &= read_only(ctx, root, &pose->parts);
    ok &= read_limbs(ctx, root, pose);
    ok &= pose_things(ctx, root, pose);
    return pose_marks(ctx, root, pose) && ok;
}

static bool load_pose(struct ho_ctx *ctx, const char *folder, const char *id,
                      bool is_ghost, const struct ho_pose **out)
{
    static const char *const others[] = {"id", "view", NULL};
    static const char *const views[] = {"keep", NULL};
    static const struct ho_child children[] = {{"camera", HO_ONCE},
                                               {"root", HO_ONCE},
                                               {"spine", HO_AT_MOST_ONCE},
                                               {"leg", HO_ANY},
                                               {"arm", HO_ANY},
                                               {"mat", HO_AT_MOST_ONCE},
                                               {"pillow", HO_AT_MOST_ONCE},
                                               {"chair", HO_AT_MOST_ONCE},
                                               {"desk", HO_AT_MOST_ONCE},
                                               {"toilet", HO_AT_MOST_ONCE},
                                               {"roll", HO_AT_MOST_ONCE},
                                               {"box", HO_ANY},
                                               {"floor", HO_AT_MOST_ONCE},
                                               {"water", HO_AT_MOST_ONCE},
                                               {"highlight", HO_ANY},
                                               {"arrow", HO_ANY},
                                               {"spine-line", HO_AT_MOST_ONCE},
                                               {"line", HO_ANY},
                                               {"angle", HO_ANY},
                                               {"heart", HO_AT_MOST_ONCE},
                                               {"only", HO_AT_MOST_ONCE},
                                               {"roundel", HO_AT_MOST_ONCE},
                                               {"cleft", HO_AT_MOST_ONCE},
                                               {"ghost", HO_AT_MOST_ONCE},
                                               {NULL, HO_ANY}};
    const struct ho_xml_node *root;
    struct ho_pose *pose = ho_new(ctx->arena, struct ho_pose);
    int ignored;
    if (!ho_xml_load(ctx, ho_read_path(ctx->arena, folder, "figures", id), "figure",
                     &root))
        return false;
    pose->id = id;
    pose->at = root->at;
    bool ok = pose_fields(ctx, root, figure_fields, others, children, NULL, pose);
    ok &= ho_read_own_id(ctx, root, "id", id);
    if (ho_xml_find(root, "view")) {
        ok &= ho_xml_need_word(ctx, root, "view", views, &ignored);
        pose->keeps_view = true;
    }
    ok &= read_pose(ctx, root, pose);
    ok &= read_ghost(ctx, folder, root, is_ghost, pose);
    pose->sha256 = pose_hash(ctx->arena, root->at.source, pose->ghost);
    if (ok)
        *out = pose;
    return ok;
}

bool ho_pose_load(struct ho_ctx *ctx, const char *folder, const char *id,
                  const struct ho_pose **out)
{
    return load_pose(ctx, folder, id, false, out);
}
