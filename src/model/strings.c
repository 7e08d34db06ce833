/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "model/library_priv.h"
#include "model/read_priv.h"

enum { VALUES = 4 }; /* at most, that a string is given */

static const char *const kind_names[] = {"string", "plural", "sides"};

/* What the program asks for by name, and the values it gives to each. Phrases of sides and doses are needed only as
 * far as the exercises use them (library_check.c). */
static const struct need {
    const char *id;
    enum ho_string_kind kind;
    const char *values[VALUES];
} needs[] = {
    {"sheet.stop", HO_STRING_PLAIN, {0}},
    {"sheet.headline", HO_STRING_PLAIN, {0}},
    {"sheet.lead", HO_STRING_PLAIN, {0}},
    {"sheet.lead-card", HO_STRING_PLAIN, {0}},
    {"sheet.show-card", HO_STRING_PLAIN, {0}},
    {"sheet.calm", HO_STRING_PLAIN, {0}},
    {"sheet.in-full", HO_STRING_PLAIN, {0}},
    {"sheet.staff", HO_STRING_PLAIN, {0}},
    {"sheet.started", HO_STRING_PLAIN, {0}},
    {"sheet.at", HO_STRING_PLAIN, {0}},
    {"sheet.name", HO_STRING_PLAIN, {0}},
    {"sheet.born", HO_STRING_PLAIN, {"date"}},
    {"sheet.call", HO_STRING_PLAIN, {"number"}},
    {"sheet.urgent-lead", HO_STRING_PLAIN, {0}},
    {"press.trim", HO_STRING_PLAIN, {0}},
    {"press.bleed", HO_STRING_PLAIN, {0}},
    {"press.sides", HO_STRING_PLAIN, {0}},
    {"press.stock", HO_STRING_PLAIN, {0}},
    {"press.pouch", HO_STRING_PLAIN, {0}},
    {"page.number", HO_STRING_PLAIN, {"page", "pages"}},
    {"footer.reminder", HO_STRING_PLAIN, {0}},
    {"footer.version", HO_STRING_PLAIN, {"version"}},
    {"footer.review", HO_STRING_PLAIN, {"date"}},
    {"footer.review-passed", HO_STRING_PLAIN, {0}},
    {"footer.draft", HO_STRING_PLAIN, {0}},
    {"footer.approved", HO_STRING_PLAIN, {"name", "date"}},
    {"plan.title", HO_STRING_PLAIN, {0}},
    {"plan.exercise", HO_STRING_PLAIN, {0}},
    {"plan.side", HO_STRING_PLAIN, {0}},
    {"plan.dose", HO_STRING_PLAIN, {0}},
    {"plan.time", HO_STRING_PLAIN, {0}},
    {"plan.goals", HO_STRING_PLAIN, {0}},
    {"plan.daily", HO_STRING_PLAIN, {"times"}},
    {"plan.session", HO_STRING_PLAIN, {0}},
    {"plan.total", HO_STRING_PLAIN, {"exercises", "minutes"}},
    {"plan.start", HO_STRING_PLAIN, {"date"}},
    {"plan.call", HO_STRING_PLAIN, {0}},
    {"plan.clinician", HO_STRING_PLAIN, {"name"}},
    {"plan.visit", HO_STRING_PLAIN, {0}},
    {"plan.note", HO_STRING_PLAIN, {0}},
    {"plan.left-out", HO_STRING_PLAIN, {0}},
    {"plan.left-out-item", HO_STRING_PLAIN, {"exercise", "caution"}},
    {"plan.left-out-instead", HO_STRING_PLAIN, {"exercise", "caution", "instead"}},
    {"plan.pain-less", HO_STRING_PLAIN, {"n"}},
    {"plan.pain-stop", HO_STRING_PLAIN, {"n"}},
    {"plan.exercises", HO_STRING_PLURAL, {"n"}},
    {"plan.minutes", HO_STRING_PLURAL, {"n"}},
    {"plan.min", HO_STRING_PLAIN, {0}},
    {"exercises.title", HO_STRING_PLAIN, {0}},
    {"exercises.gently", HO_STRING_PLAIN, {0}},
    {"exercises.stop-rule", HO_STRING_PLAIN, {0}},
    {"exercise.feel", HO_STRING_PLAIN, {0}},
    {"exercise.easier", HO_STRING_PLAIN, {0}},
    {"exercise.harder", HO_STRING_PLAIN, {0}},
    {"exercise.caution", HO_STRING_PLAIN, {0}},
    {"exercise.mistake", HO_STRING_PLAIN, {0}},
    {"exercise.note", HO_STRING_PLAIN, {0}},
    {"frame.step", HO_STRING_PLAIN, {"n"}},
    {"frame.steps", HO_STRING_PLAIN, {"first", "last"}},
    {"exercise.start", HO_STRING_PLAIN, {0}},
    {"exercise.sources", HO_STRING_PLAIN, {0}},
    {"dose.hold", HO_STRING_PLURAL, {"n"}},
    {"dose.repetitions", HO_STRING_PLURAL, {"n"}},
    {"dose.plan-hold", HO_STRING_PLAIN, {"hold"}},
    {"dose.short-seconds", HO_STRING_PLAIN, {"n"}},
    {"dose.label.hold", HO_STRING_PLURAL, {0}},
    {"dose.label.repetitions", HO_STRING_PLURAL, {0}},
    {"dose.label.sets", HO_STRING_PLURAL, {0}},
    {"dose.label.rest", HO_STRING_PLURAL, {0}},
    {"dose.label.times-a-day", HO_STRING_PLURAL, {0}},
    {"dose.label.days-a-week", HO_STRING_PLURAL, {0}},
    {"dose.label.minutes", HO_STRING_PLURAL, {0}},
    {"dose.times-a-day", HO_STRING_PLURAL, {"n"}},
    {"dose.days-a-week", HO_STRING_PLURAL, {"n"}},
    {"dose.minutes", HO_STRING_PLURAL, {"n"}},
    {"side.left-leg", HO_STRING_PLAIN, {0}},
    {"side.right-leg", HO_STRING_PLAIN, {0}},
    {"side.letter.left", HO_STRING_PLAIN, {0}},
    {"side.letter.right", HO_STRING_PLAIN, {0}},
    {"side.both", HO_STRING_PLAIN, {0}},
    {"side.each", HO_STRING_PLAIN, {0}},
    {"side.circle", HO_STRING_PLAIN, {0}},
    {"blank", HO_STRING_PLAIN, {0}},
    {"diary.week", HO_STRING_PLAIN, {"n"}},
    {"diary.week-from", HO_STRING_PLAIN, {"n", "date"}},
    {"diary.left", HO_STRING_PLAIN, {0}},
    {"diary.right", HO_STRING_PLAIN, {0}},
    {"sources.title", HO_STRING_PLAIN, {0}},
    {"date.short", HO_STRING_PLAIN, {"day", "month"}},
    {"email.subject", HO_STRING_PLAIN, {0}},
    {"email.attached", HO_STRING_PLAIN, {0}},
    {"email.sealed", HO_STRING_PLAIN, {0}},
    {"email.call", HO_STRING_PLAIN, {"phone"}},
    {"date.format", HO_STRING_PLAIN, {"day", "month", "year"}},
    {"date.with-weekday", HO_STRING_PLAIN, {"weekday", "day", "month", "year"}},
    {"date.visit", HO_STRING_PLAIN, {"weekday", "day", "month"}},
    {"date.month-year", HO_STRING_PLAIN, {"month", "year"}},
};

static bool read_string(struct ho_loading *loading, const struct ho_xml_node *node)
{
    static const char *const attributes[] = {"id", NULL};
    static const struct ho_child in_plural[] = {
        {"one", HO_AT_MOST_ONCE}, {"other", HO_ONCE}, {NULL, HO_ANY}};
    static const struct ho_child in_sides[] = {{"left", HO_ONCE},
                                               {"right", HO_ONCE},
                                               {"both", HO_ONCE},
                                               {"none", HO_ONCE},
                                               {NULL, HO_ANY}};
    struct ho_ctx *ctx = loading->ctx;
    struct ho_string string = {.at = node->at};
    bool ok = ho_xml_only_attributes(ctx, node, attributes);
    ok &= ho_read_id(ctx, node, "id", &string.id);
    if (ho_xml_is(node, "plural")) {
        string.kind = HO_STRING_PLURAL;
        ok &= ho_read_shape(ctx, node, attributes, in_plural);
        ok &= ho_read_phrase(ctx, node, "one", &string.one);
        ok &= ho_read_phrase(ctx, node, "other", &string.phrase);
    } else if (ho_xml_is(node, "sides")) {
        string.kind = HO_STRING_SIDES;
        ok &= ho_read_shape(ctx, node, attributes, in_sides);
        ok &= ho_read_phrase(ctx, node, "left", &string.left);
        ok &= ho_read_phrase(ctx, node, "right", &string.right);
        ok &= ho_read_phrase(ctx, node, "both", &string.both);
        ok &= ho_read_phrase(ctx, node, "none", &string.none);
    } else {
        ok &= ho_phrase_read(ctx, node, &string.phrase);
    }
    /* An entry that is broken is kept too: it is not missing as well. */
    if (string.id)
        ho_push(ctx->arena, &loading->library->strings, string);
    return ok;
}

static int compare_strings(const void *a, const void *b)
{
    const struct ho_string *left = a, *right = b;
    int order = strcmp(left->id, right->id);
    if (order)
        return order;
    return left->at.line != right->at.line ? left->at.line - right->at.line
                                           : left->at.column - right->at.column;
}

/* A handout asks for some 200 strings: each is found at its place, or soon after it. */
static const struct ho_string **place_of(const struct ho_library *library,
                                         const char *id)
{
    size_t last = library->string_place_count - 1,
           at = ho_hash(HO_HASH_START, id, strlen(id)) & last;
    while (library->string_places[at] &&
           strcmp(library->string_places[at]->id, id) != 0)
        at = (at + 1) & last;
    return &library->string_places[at];
}

void ho_strings_place(struct ho_arena *arena, struct ho_library *library)
{
    size_t count = 16;
    while (count < 2 * library->strings.count)
        count *= 2;
    library->string_places = ho_new_array(arena, const struct ho_string *, count);
    library->string_place_count = count;
    for (size_t i = library->strings.count; i > 0; i--) /* of doubles the first */
        *place_of(library, library->strings.items[i - 1].id) =
            &library->strings.items[i - 1];
}

const struct ho_string *ho_string_find(const struct ho_library *library, const char *id)
{
    return library->string_places ? *place_of(library, id) : NULL;
}

static bool check_duplicates(struct ho_ctx *ctx, const struct ho_library *library)
{
    bool ok = true;
    for (size_t i = 1; i < library->strings.count; i++) {
        const struct ho_string *string = &library->strings.items[i];
        if (ho_equal(string[-1].id, string->id)) {
            ho_report(ctx, HO_MSG_DUPLICATE_ID, string->at, NULL, "phrase", string->id);
            ok = false;
        }
    }
    return ok;
}

/* Holes of a string are values that the program gives it: a misspelled one could never be filled. `values` NULL: a
 * template gives them, and is told of those that it forgets. */
static bool check_holes(struct ho_ctx *ctx, const struct ho_phrase *phrase,
                        const char *const *values)
{
    bool ok = true;
    for (size_t i = 0; i < phrase->count; i++) {
        const struct ho_phrase_part *part = &phrase->parts[i];
        bool is_known =
            part->kind == HO_PHRASE_TEXT || (part->kind == HO_PHRASE_VALUE && !values);
        for (size_t v = 0;
             part->kind == HO_PHRASE_VALUE && values && v < VALUES && values[v]; v++)
            is_known |= ho_equal(values[v], part->name);
        if (is_known)
            continue;
        if (part->kind == HO_PHRASE_VALUE)
            ho_report(ctx, HO_MSG_UNKNOWN_ID, part->at,
                      values && values[0]
                          ? ho_format(ctx->arena, "use \"%s\"", values[0])
                          : "this phrase has none",
                      "value", part->name);
        else
            ho_report(ctx, HO_MSG_UNKNOWN_ELEMENT, part->at,
                      "sides and doses stand in exercises only",
                      part->kind == HO_PHRASE_SIDE ? "side" : "dose", "strings");
        ok = false;
    }
    return ok;
}

static bool shows_value(const struct ho_phrase *phrase, const char *value)
{
    for (size_t i = 0; i < phrase->count; i++)
        if (phrase->parts[i].kind == HO_PHRASE_VALUE &&
            ho_equal(phrase->parts[i].name, value))
            return true;
    return false;
}

static const struct need *find_need(const char *id)
{
    for (size_t i = 0; i < sizeof needs / sizeof *needs; i++)
        if (ho_equal(needs[i].id, id))
            return &needs[i];
    return NULL;
}

static bool check_string(struct ho_ctx *ctx, const struct ho_string *string)
{
    static const char *const none[3] = {0}, *const n[3] = {"n"};
    const struct need *need = find_need(string->id);
    const char *const *values = need                               ? need->values
                                : string->kind == HO_STRING_PLURAL ? n
                                : string->kind == HO_STRING_SIDES  ? none
                                                                   : NULL;
    const struct ho_phrase *const phrases[] = {&string->phrase, &string->one,
                                               &string->left,   &string->right,
                                               &string->both,   &string->none};
    bool ok = true;
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        ok &= check_holes(ctx, phrases[i], values);
    for (size_t v = 0; values && v < VALUES && values[v]; v++)
        if (string->phrase.count && !shows_value(&string->phrase, values[v])) {
            ho_report(ctx, HO_MSG_NO_VALUE, string->at,
                      ho_format(ctx->arena, "add <value name=\"%s\"/>", values[v]),
                      string->id, values[v]);
            ok = false;
        }
    return ok;
}

bool ho_string_need(struct ho_loading *loading, struct ho_span at, const char *id,
                    enum ho_string_kind kind)
{
    struct ho_ctx *ctx = loading->ctx;
    const struct ho_string *string = ho_string_find(loading->library, id);
    /* Without any strings each mention of one would be complained of. */
    if (!loading->library->strings.count)
        return false;
    if (!string)
        ho_report(ctx, HO_MSG_NO_STRING, at,
                  ho_format(ctx->arena, "add <%s id=\"%s\"> to strings.xml",
                            kind_names[kind], id),
                  id, loading->library->language);
    else if (string->kind != kind)
        ho_report(ctx, HO_MSG_WRONG_KIND, string->at, NULL, id, kind_names[kind]);
    return string && string->kind == kind;
}

/* "date.month.1" to "date.month.12" */
static bool need_numbered(struct ho_loading *loading, struct ho_span at,
                          const char *stem, int count)
{
    bool ok = true;
    for (int i = 1; i <= count; i++)
        ok &=
            ho_string_need(loading, at, ho_format(loading->ctx->arena, "%s%d", stem, i),
                           HO_STRING_PLAIN);
    return ok;
}

static bool check_needs(struct ho_loading *loading, struct ho_span at)
{
    bool ok = true;
    for (size_t i = 0; i < sizeof needs / sizeof *needs; i++)
        ok &= ho_string_need(loading, at, needs[i].id, needs[i].kind);
    ok &= need_numbered(loading, at, "date.month.", 12);
    ok &= need_numbered(loading, at, "date.month-short.", 12);
    ok &= need_numbered(loading, at, "date.weekday.", 7);
    return need_numbered(loading, at, "date.day.", 7) && ok;
}

bool ho_strings_load(struct ho_loading *loading)
{
    static const char *const attributes[] = {"language", "direction", NULL};
    static const char *const directions[] = {"ltr", "rtl", NULL};
    static const struct ho_child children[] = {
        {"string", HO_ANY}, {"plural", HO_ANY}, {"sides", HO_ANY}, {NULL, HO_ANY}};
    struct ho_ctx *ctx = loading->ctx;
    struct ho_library *library = loading->library;
    const struct ho_xml_node *root;
    int direction = 0;
    if (!ho_library_open(loading,
                         ho_read_path(ctx->arena, loading->words, "", "strings"),
                         "strings", &root))
        return false;
    bool ok = ho_read_shape(ctx, root, attributes, children);
    ok &= ho_read_own_id(ctx, root, "language", library->language);
    ok &= ho_xml_need_word(ctx, root, "direction", directions, &direction);
    library->is_rtl = direction == 1;
    for (const struct ho_xml_node *n = NULL; (n = ho_xml_next(root, n));)
        if (ho_xml_is(n, "string") || ho_xml_is(n, "plural") || ho_xml_is(n, "sides"))
            ok &= read_string(loading, n);
    if (library->strings.count)
        qsort(library->strings.items, library->strings.count,
              sizeof *library->strings.items, compare_strings);
    ho_strings_place(ctx->arena, library);
    ok &= check_duplicates(ctx, library);
    for (size_t i = 0; i < library->strings.count; i++)
        ok &= check_string(ctx, &library->strings.items[i]);
    if (!library->strings.count && ok) {
        ho_report(ctx, HO_MSG_NO_ELEMENT, root->at, NULL, root->name, "string");
        return false;
    }
    return check_needs(loading, root->at) && ok;
}
