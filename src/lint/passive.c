/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "lint/lint_priv.h"

static bool is_one_of(const struct word *word, const char *const *words)
{
    for (size_t i = 0; words[i]; i++)
        if (is_word(word, words[i]))
            return true;
    return false;
}

static bool ends_in(const struct word *word, const char *end)
{
    size_t tail = strlen(end);
    return word->length > tail + 1 &&
           is_word(&(struct word){word->start + word->length - tail, tail, false}, end);
}

static bool is_participle(const struct word *word)
{
    static const char *const irregular[] = {
        "begun", "bought",  "broken", "brought", "built",   "caught", "chosen",
        "cut",   "done",    "drawn",  "driven",  "felt",    "found",  "given",
        "held",  "hurt",    "kept",   "known",   "laid",    "led",    "left",
        "lost",  "made",    "meant",  "paid",    "put",     "read",   "said",
        "seen",  "sent",    "set",    "shown",   "spent",   "taken",  "taught",
        "told",  "thought", "torn",   "worn",    "written", NULL};
    /* Words in -ed that are no participles, or that say how someone is. */
    static const char *const others[] = {
        "need",     "indeed",   "speed",  "exceed",  "proceed", "tired",
        "worried",  "relaxed",  "scared", "allowed", "pleased", "married",
        "supposed", "advanced", "raised", "crossed", NULL};
    return is_one_of(word, irregular) ||
           (ends_in(word, "ed") && !is_one_of(word, others));
}

static bool may_stand_between(const struct word *word)
{
    static const char *const words[] = {"not",   "often", "also", "always", "never",
                                        "being", "been",  "then", "now",    NULL};
    return is_one_of(word, words) || ends_in(word, "ly");
}

const char *ho_passive_find(struct ho_arena *arena, const char *text)
{
    static const char *const forms[] = {"am",    "is",     "are",  "was",
                                        "were",  "be",     "been", "being",
                                        "isn't", "aren't", NULL};
    struct word word;
    const char *start = NULL;
    bool is_open = false, has_between = false;
    while (next_word(&text, &word)) {
        if (is_open && is_participle(&word))
            return ho_strndup(arena, start, (size_t)(word.start - start) + word.length);
        if (is_open && !has_between && !word.ends && may_stand_between(&word)) {
            has_between = true;
            continue;
        }
        is_open = !word.ends && is_one_of(&word, forms);
        has_between = false;
        start = word.start;
    }
    return NULL;
}
