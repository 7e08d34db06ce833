/* The walk over a library: which texts are read as one, and what stands in their holes.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "lint/lint_priv.h"

enum { GRADE = 6, GRADE_SHEET = 5 }; /* content.md, "Readability" */

static void fill(const struct ho_library *library, const struct ho_phrase *phrase,
                 int depth, struct ho_text *out)
{
    for (size_t i = 0; depth < 4 && i < phrase->count; i++) {
        const struct ho_phrase_part *part = &phrase->parts[i];
        switch (part->kind) {
        case HO_PHRASE_TEXT: ho_text_add(out, part->text); continue;
        case HO_PHRASE_VALUE: ho_text_add(out, "10"); continue;
        case HO_PHRASE_SIDE:
        case HO_PHRASE_DOSE: break;
        }
        const struct ho_string *string = ho_string_find(library, part->string);
        if (string)
            fill(library,
                 string->kind == HO_STRING_SIDES ? &string->left : &string->phrase,
                 depth + 1, out);
    }
}

const char *phrase_text(struct ho_arena *arena, const struct ho_library *library,
                        const struct ho_phrase *phrase)
{
    struct ho_text text = {.arena = arena};
    fill(library, phrase, 0, &text);
    return ho_text_end(&text);
}

static void read_phrase(struct walk *walk, struct passage *passage,
                        const struct ho_phrase *phrase)
{
    if (phrase->count)
        read_text(walk, passage, phrase_text(walk->ctx->arena, walk->library, phrase),
                  phrase->at);
}

static void read_phrases(struct walk *walk, struct passage *passage,
                         const struct ho_phrases *phrases)
{
    for (size_t i = 0; i < phrases->count; i++)
        read_phrase(walk, passage, &phrases->items[i]);
}

static void note_conventions(struct walk *walk, const struct ho_exercise *exercise)
{
    for (int i = 0; i < HO_DOSE_COUNT; i++)
        if (exercise->dose[i].is_set &&
            ho_equal(exercise->dose[i].source, "convention"))
            ho_report(walk->ctx, HO_MSG_CONVENTION, exercise->dose[i].at, NULL,
                      ho_dose_names[i], exercise->id);
}

static void read_exercise(struct walk *walk, const struct ho_exercise *exercise,
                          bool tells_all)
{
    struct passage passage = {
        .grade = GRADE,
        .at = exercise->name.at,
        .name = ho_format(walk->ctx->arena, "exercise \"%s\"", exercise->id)};
    read_phrase(walk, &passage, &exercise->name);
    read_phrase(walk, &passage, &exercise->purpose);
    read_phrases(walk, &passage, &exercise->steps);
    read_phrase(walk, &passage, &exercise->feel);
    read_phrase(walk, &passage, &exercise->easier);
    read_phrase(walk, &passage, &exercise->harder);
    read_phrase(walk, &passage, &exercise->move_on);
    read_phrases(walk, &passage, &exercise->cautions);
    read_phrases(walk, &passage, &exercise->mistakes);
    end_passage(walk, &passage, tells_all);
    note_conventions(walk, exercise);
}

static void note_claim(struct walk *walk, const char *what, const char *id,
                       const char *source, const char *of, struct ho_span at)
{
    if (ho_equal(source, "convention"))
        ho_report(walk->ctx, HO_MSG_CONVENTION, at, NULL,
                  ho_format(walk->ctx->arena, "%s %s", what, id), of);
}

static void read_advice(struct walk *walk, const struct ho_advice *advice,
                        bool tells_all)
{
    struct passage passage = {
        .grade = GRADE,
        .at = advice->title.at,
        .name = ho_format(walk->ctx->arena, "advice \"%s\"", advice->id)};
    read_phrase(walk, &passage, &advice->title);
    for (size_t i = 0; i < advice->items.count; i++)
        read_phrase(walk, &passage, &advice->items.items[i].phrase);
    end_passage(walk, &passage, tells_all);
    for (size_t i = 0; i < advice->claims.count; i++)
        note_claim(walk, "claim", advice->claims.items[i].id,
                   advice->claims.items[i].source, advice->id,
                   advice->claims.items[i].at);
}

static void read_group(struct walk *walk, struct passage *passage,
                       const struct ho_sign_group *group)
{
    read_phrase(walk, passage, &group->title);
    for (size_t i = 0; i < group->signs.count; i++) {
        const struct ho_sign *sign = &group->signs.items[i];
        read_phrases(walk, passage, &sign->full);
        note_claim(walk, "sign", sign->id, sign->source, "red-flags", sign->at);
    }
}

static bool is_on_sheet(const struct ho_string *string)
{
    return strncmp(string->id, "sheet.", 6) == 0;
}

static void read_string(struct walk *walk, struct passage *passage,
                        const struct ho_string *string)
{
    read_phrase(walk, passage, &string->phrase);
    read_phrase(walk, passage, &string->one);
    read_phrase(walk, passage, &string->left);
    read_phrase(walk, passage, &string->right);
    read_phrase(walk, passage, &string->both);
    read_phrase(walk, passage, &string->none);
}

/* Page 1 is read as one: the signs and the words around them. */
static void read_sheet(struct walk *walk, bool tells_all)
{
    const struct ho_red_flags *flags = &walk->library->red_flags;
    struct passage passage = {.name = "the red-flag sheet", .grade = GRADE_SHEET};
    if (flags->groups.count)
        passage.at = flags->groups.items[0].title.at;
    for (size_t i = 0; i < walk->library->strings.count; i++)
        if (is_on_sheet(&walk->library->strings.items[i]))
            read_string(walk, &passage, &walk->library->strings.items[i]);
    for (size_t i = 0; i < flags->groups.count; i++)
        read_group(walk, &passage, &flags->groups.items[i]);
    read_group(walk, &passage, &flags->urgent);
    end_passage(walk, &passage, tells_all);
}

static void read_strings(struct walk *walk, bool tells_all)
{
    struct passage passage = {.name = "the strings", .grade = GRADE};
    for (size_t i = 0; i < walk->library->strings.count; i++) {
        const struct ho_string *string = &walk->library->strings.items[i];
        passage.at = passage.at.source ? passage.at : string->at;
        if (!is_on_sheet(string))
            read_string(walk, &passage, string);
    }
    end_passage(walk, &passage, tells_all);
}

void ho_lint_library(struct ho_ctx *ctx, const struct ho_library *library,
                     const struct ho_terms *terms, bool tells_all)
{
    struct walk walk = {.ctx = ctx, .library = library, .language = library->language};
    struct passage title = {.name = "the condition", .grade = GRADE};
    read_phrase(&walk, &title, &library->title);
    read_phrases(&walk, &title, &library->caution_words);
    read_phrases(&walk, &title, &library->measure_words);
    read_sheet(&walk, tells_all);
    for (size_t i = 0; i < library->exercises.count; i++)
        read_exercise(&walk, &library->exercises.items[i], tells_all);
    for (size_t i = 0; i < library->advice.count; i++)
        read_advice(&walk, &library->advice.items[i], tells_all);
    read_strings(&walk, tells_all);
    check_terms(&walk, terms);
}

void ho_lint_country(struct ho_ctx *ctx, const struct ho_country *country)
{
    struct walk walk = {.ctx = ctx, .language = country->language};
    struct passage passage = {.name = "the country", .grade = GRADE_SHEET};
    const struct ho_phrase *const phrases[] = {&country->action, &country->wait,
                                               &country->avoid, &country->show,
                                               &country->urgent};
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
        read_phrase(&walk, &passage, phrases[i]);
}
