/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "model/pose_priv.h"

const char *const pose_limbs[] = {"working", "other", NULL};

enum { OPTIONS = 40 }; /* attributes of one element, at most */

static bool read_measure(struct ho_ctx *ctx, const struct ho_xml_node *node,
                         const struct pose_field *field, double *out)
{
    static const struct {
        double most;
        const char *what;
    } limits[] = {[FIELD_ANGLE] = {360, "an angle from -360 to 360 degrees"},
                  [FIELD_LENGTH] = {3000, "a length from -3000 to 3000 mm"},
                  [FIELD_FRACTION] = {1, "a number from -1 to 1"}};
    double value;
    if (!ho_read_signed(ho_xml_find(node, field->name), &value) ||
        value > limits[field->kind].most || value < -limits[field->kind].most) {
        ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, field->name),
                  "write a number such as 30 or -12.5, without a unit", field->name,
                  limits[field->kind].what);
        return false;
    }
    *out = value;
    return true;
}

static const char *const places[] = {"pelvis", "lumbar", "thorax", "head", "hip",
                                     "knee",   "ankle",  "heel",   "toe",  "shoulder",
                                     "elbow",  "wrist",  NULL};

static bool find_word(const char *const *words, const char *word, int *out)
{
    for (*out = 0; words[*out]; (*out)++)
        if (ho_equal(words[*out], word))
            return true;
    return false;
}

/* "pelvis", or a joint and its side: "knee.working". */
static bool read_spot(struct ho_ctx *ctx, const struct ho_xml_node *node,
                      const char *name, struct ho_spot *out)
{
    const char *text = ho_xml_find(node, name);
    const char *dot = strchr(text, '.');
    const char *place = dot ? ho_strndup(ctx->arena, text, (size_t)(dot - text)) : text;
    int index, side = 0;
    if (!find_word(places, place, &index)) {
        ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, name),
                  ho_read_hint(ctx->arena, place, places), name, "a place of the body");
        return false;
    }
    if ((index >= HO_PLACE_HIP) != !!dot ||
        (dot && !find_word(pose_limbs, dot + 1, &side))) {
        ho_report(ctx, HO_MSG_BAD_VALUE, ho_xml_place(node, name),
                  index >= HO_PLACE_HIP
                      ? ho_format(ctx->arena, "write \"%s.working\" or \"%s.other\"",
                                  place, place)
                      : ho_format(ctx->arena, "write \"%s\"", place),
                  name,
                  index >= HO_PLACE_HIP ? "a joint with its side"
                                        : "a place without a side");
        return false;
    }
    out->place = (enum ho_place)index;
    out->side = (enum ho_limb)side;
    return true;
}

static bool read_word(struct ho_ctx *ctx, const struct ho_xml_node *node,
                      const struct pose_field *field, void *into)
{
    int word;
    if (!ho_xml_need_word(ctx, node, field->name, field->words, &word))
        return false;
    memcpy(into, &word, sizeof word); /* an enum; all of ours have the size of int */
    return true;
}

static bool read_field(struct ho_ctx *ctx, const struct ho_xml_node *node,
                       const struct pose_field *field, char *into)
{
    void *member = into + field->offset;
    switch (field->kind) {
    case FIELD_WORD: return read_word(ctx, node, field, member);
    case FIELD_YES: return ho_read_yes(ctx, node, field->name, member);
    case FIELD_SPOT: return read_spot(ctx, node, field->name, member);
    default: return read_measure(ctx, node, field, member);
    }
}

static void list_names(const struct pose_field *fields, const char *const *others,
                       const char *names[OPTIONS])
{
    size_t count = 0;
    for (; fields->name && count < OPTIONS - 1; fields++)
        names[count++] = fields->name;
    for (; others && *others && count < OPTIONS - 1; others++)
        names[count++] = *others;
    names[count] = NULL;
}

/* If the deciding attribute is misspelt, that alone is said. */
static bool is_idle(struct ho_ctx *ctx, const struct ho_xml_node *node,
                    const struct pose_field *field, const struct pose_case *now)
{
    return now && now->bit && field->cases && !(field->cases & now->bit) &&
           !ho_xml_is_misspelt(ctx, node, now->name);
}

bool pose_fields(struct ho_ctx *ctx, const struct ho_xml_node *node,
                 const struct pose_field *fields, const char *const *others,
                 const struct ho_child *children, const struct pose_case *now,
                 void *into)
{
    const char *names[OPTIONS];
    list_names(fields, others, names);
    bool ok = ho_read_shape(ctx, node, names, children);
    for (const struct pose_field *f = fields; f->name; f++) {
        const char *ignored;
        if (!ho_xml_find(node, f->name)) {
            ok &= f->cases != POSE_NEEDED || ho_xml_need(ctx, node, f->name, &ignored);
            continue;
        }
        if (is_idle(ctx, node, f, now)) {
            ho_report(
                ctx, HO_MSG_POSE_IDLE, ho_xml_place(node, f->name),
                "leave it out, or see content/figures/README.md for what goes together",
                f->name, ho_format(ctx->arena, "%s=\"%s\"", now->name, now->word));
            ok = false;
            continue;
        }
        ok &= read_field(ctx, node, f, into);
    }
    return ok;
}

bool pose_side(struct ho_ctx *ctx, const struct ho_xml_node *node, const char *name,
               bool is_on[HO_LIMB_COUNT])
{
    static const char *const words[] = {"working", "other", "both", NULL};
    int word;
    if (!ho_xml_need_word(ctx, node, name, words, &word))
        return false;
    is_on[HO_LIMB_WORKING] = word != 1;
    is_on[HO_LIMB_OTHER] = word != 0;
    return true;
}
