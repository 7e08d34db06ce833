/* judge.h — whether what a loader says of a mutation (mutate.h) is right: one message, of its kind, at its place.
 * SPDX-License-Identifier: MIT */
#ifndef HO_TESTS_JUDGE_H
#define HO_TESTS_JUDGE_H

#include "base/diag.h"
#include "support/mutate.h"

/* What each kind of mistake may be called. */
static const struct expectation {
    const char *name;
    int codes[13]; /* ended by 0 */
} expectations[MUTATION_COUNT] = {
    [DROP_ELEMENT] = {"drop an element",
                      {164, 171, 174, 203, 212, 218, 248, 261, 271, 278, 285, 288}},
    [MISSPELL_ELEMENT] = {"misspell an element", {158, 181}},
    [DOUBLE_ELEMENT] = {"double an element", {167, 171, 207, 288, 339}},
    [EMPTY_TEXT] = {"empty a text", {174}},
    [STRAY_ELEMENT] = {"put an element in", {158}},
    [STRAY_ATTRIBUTE] = {"put an attribute in", {159}},
    [STRAY_TEXT] = {"put text in", {178, 393}},
    [DROP_ATTRIBUTE] = {"drop an attribute", {162, 174, 256, 266}},
    [MISSPELL_ATTRIBUTE] = {"misspell an attribute", {159}},
    [DOUBLE_ATTRIBUTE] = {"double an attribute", {131}},
    [EMPTY_VALUE] = {"empty a value", {171}},
    [SPOIL_VALUE] = {"spoil a value", {171}},
    [WRONG_VALUE] = {"write a wrong value", {171, 203}},
    [MISSPELL_VALUE] = {"misspell a value", {171, 203}},
};

static inline bool is_expected_code(const struct mutation *m, int code)
{
    for (size_t i = 0; expectations[m->kind].codes[i]; i++)
        if (expectations[m->kind].codes[i] == code)
            return true;
    return false;
}

static inline bool is_at(const struct ho_source *source, size_t from, size_t to,
                         const struct ho_diag *diag)
{
    struct ho_span first = ho_source_span(source, from),
                   last = ho_source_span(source, to);
    int line = ho_span_line(diag->at), column = ho_span_column(diag->at);
    return (line > first.line || (line == first.line && column >= first.column)) &&
           (line < last.line || (line == last.line && column <= last.column));
}

/* Whether the message is about this mistake: of its kind, in this file, at the place or at the parent's tag. */
static inline bool is_right(const struct mutation *m, const struct ho_source *source,
                            const struct ho_diag *diag)
{
    return diag->at.source && ho_equal(diag->at.source->name, source->name) &&
           is_expected_code(m, (int)diag->code) &&
           (is_at(source, m->from, m->to, diag) ||
            is_at(source, m->parent, m->parent_end, diag));
}

/* What follows from the mistake: elsewhere it names what was spoilt (a phrase that is now missing, a source that is
 * named but not there), or it stands inside the element whose id was changed,
 * or in the tag of the parent, which has too many or too few now. */
static inline bool is_consequence(const struct mutation *m,
                                  const struct ho_source *source,
                                  const struct ho_diag *diag)
{
    if (diag->at.source && ho_equal(diag->at.source->name, source->name) &&
        (is_at(source, m->from, m->end, diag) ||
         is_at(source, m->parent, m->parent_end, diag)))
        return true;
    for (size_t i = 0; i < sizeof m->names / sizeof *m->names; i++)
        if (m->names[i] && m->names[i][0] && strstr(diag->text, m->names[i]))
            return true;
    return false;
}

/* One right message. None but consequences if what was spoilt has a meaning only for others: a new id is as good as
 * the old one, and a default may be as good as what was dropped. */
static inline bool is_explained(const struct mutation *m,
                                const struct ho_source *source,
                                const struct ho_diags *diags)
{
    size_t right = 0, consequences = 0;
    for (size_t i = 0; i < diags->count; i++)
        if (is_right(m, source, &diags->items[i]))
            right++;
        else if (is_consequence(m, source, &diags->items[i]))
            consequences++;
    bool may_be_elsewhere =
        m->kind == DROP_ELEMENT || m->kind == DROP_ATTRIBUTE || m->kind >= SPOIL_VALUE;
    /* The words of a group of signs are missed sign by sign. */
    bool may_repeat = m->kind == DROP_ELEMENT;
    return right + consequences == diags->count &&
           (right == 1 || (right == 0 && may_be_elsewhere) || may_repeat);
}

#endif
