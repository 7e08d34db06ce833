/* library.h — the content of one condition in one language: exercises, red flags and strings, checked whole.
 * Facts (doses, sources, cautions) stand once in content/; words stand per language in content/<language>/.
 * In: a content folder.  Out: struct ho_library in ctx->arena, immutable.
 * For doc/, job/, lint/, cli/.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_LIBRARY_H
#define HO_MODEL_LIBRARY_H

#include "base/diag.h"
#include "model/phrase.h"

enum ho_dose {
    HO_DOSE_HOLD, /* seconds */
    HO_DOSE_REPETITIONS,
    HO_DOSE_SETS,
    HO_DOSE_REST, /* seconds */
    HO_DOSE_TIMES_A_DAY,
    HO_DOSE_DAYS_A_WEEK,
    HO_DOSE_MINUTES, /* of one go: walking is timed, not counted */
    HO_DOSE_COUNT
};
extern const char
    *const ho_dose_names[]; /* "hold", "repetitions", …; NULL-terminated */

/* One field of a dose. The safe range is the lowest to the highest figure in the cited sources. */
struct ho_dose_field {
    bool is_set;
    int value, least, most;
    const char *source; /* id of a source, or "convention" */
    struct ho_span at;
};

/* Where a claim or dose comes from: content/sources.xml. */
struct ho_citation {
    const char *id, *text;
    int year; /* 0: not known */
};

struct ho_citations {
    HO_VEC(struct ho_citation);
};

enum ho_sides {
    HO_SIDES_WHOLE, /* the whole body, no side */
    HO_SIDES_ONE,   /* the affected side works */
    HO_SIDES_EACH,  /* one side, then the other */
};

struct ho_phrases {
    HO_VEC(struct ho_phrase);
};

struct ho_ids {
    HO_VEC(const char *);
};

/* A number beside the picture of an advice that leads from clear space to what a claim is about. Millimetres on the
 * picture, as in figures: x to the right, y UP, 0 on the floor. */
struct ho_callout_place {
    const char *claim;
    double x, y, from_x, from_y;
    struct ho_span at;
};

/* A picture, and the steps that it shows (first to last; 0: of no step). No figure is loaded here: the id is kept. */
struct ho_frame {
    const char *figure;
    int first_step, last_step;
    struct ho_span at;
    /* words: what stands below it ("Start"), and what is said of it to who cannot see it */
    struct ho_phrase caption, alt;
    HO_VEC(struct ho_callout_place) callouts; /* of an advice only */
};

struct ho_frames {
    HO_VEC(struct ho_frame);
};

/* "Hold for 30 seconds" goes to a hold of 30: it says nothing to a patient who is there already. */
struct ho_goes_to {
    bool is_set;
    enum ho_dose dose;
    int number;
};

struct ho_exercise {
    /* facts: content/exercises/<id>.xml */
    const char *id;
    enum ho_sides sides;
    bool is_floor;
    const char *direction, *phase; /* NULL: no source says */
    struct ho_dose_field dose[HO_DOSE_COUNT];
    struct ho_citations citations; /* of its dose and of what it says */
    HO_VEC(const char *)
    excluded_by; /* caution ids (closed vocabulary of the condition) */
    HO_VEC(const char *) equipment;    /* each names the string "equipment.<id>" */
    const char *easier_id, *harder_id; /* another exercise of the condition, or NULL */
    struct ho_frames frames;
    struct ho_span at, easier_at, harder_at;
    /* words: content/<language>/exercises/<id>.xml; an optional one that is missing has count 0 */
    struct ho_phrase name, purpose, feel, easier, harder, move_on;
    struct ho_goes_to easier_to, harder_to;
    struct ho_phrases steps, cautions, mistakes;
    const char *link; /* an https address where more is to be seen, or NULL */
    struct ho_phrase link_words; /* what is to be seen there */
    struct ho_span link_at;
};

/* What is told besides exercises; in the order of the handout. */
enum ho_advice_kind {
    HO_ADVICE_RULE,        /* when to stop, to do less, to carry on */
    HO_ADVICE_EXPLANATION, /* what sciatica is */
    HO_ADVICE_ERGONOMIC,   /* how to sit, when to take a break */
    HO_ADVICE_STRATEGY,    /* the longer-term plan */
    HO_ADVICE_FLOOR, /* how to get down to the floor and up again: goes with floor exercises */
    HO_ADVICE_KIND_COUNT
};
extern const char
    *const ho_advice_kinds[]; /* "rule", "explanation", …; NULL-terminated */

/* One statement of an advice, with its own source: "convention" if no source supports it. */
struct ho_claim {
    const char *id, *source;
    struct ho_span at;
};

/* A paragraph or a bullet of an advice; it says the claim whose id it has. */
struct ho_advice_item {
    const char *claim;
    bool is_bullet;
    struct ho_phrase phrase; /* without holes */
};

struct ho_advice {
    /* facts: content/advice/<id>.xml */
    const char *id;
    enum ho_advice_kind kind;
    HO_VEC(struct ho_claim) claims;
    struct ho_citations citations; /* of its claims, each once */
    struct ho_frames frames;
    struct ho_span at;
    /* words: content/<language>/advice/<id>.xml */
    struct ho_phrase title;
    HO_VEC(struct ho_advice_item) items; /* in reading order */
};

/* One red-flag sign: one question of a record. `full` are its lines on the sheet, one or more ("Change in
 * erection", "Change in ejaculation"), as many as the facts say in every language; `brief` is for cards and
 * large print. */
struct ho_sign {
    const char *id;
    bool is_switchable; /* "pain in both legs": the one sign a clinic may leave out */
    const char *source; /* id of a source, or "convention" */
    int lines;
    struct ho_phrases full;
    struct ho_phrase brief;
    struct ho_span at;
};

/* One of the six cards, or the urgent tier. */
struct ho_sign_group {
    const char *id;
    const char *figure; /* the id that its pose has, if there is one */
    struct ho_phrase title,
        tick; /* tick: label of its box in the "Show this page" strip */
    HO_VEC(struct ho_sign) signs;
};

struct ho_red_flags {
    const char *id;                      /* of the files that hold them */
    HO_VEC(struct ho_sign_group) groups; /* the emergency cards, in order */
    struct ho_sign_group urgent;         /* the second tier */
};

/* A string of the interface: one phrase, or one a side, or one a plural form. The form "left" always says left:
 * for the side opposite the working one, ask "side.<part>.other" for the opposite form. */
enum ho_string_kind { HO_STRING_PLAIN, HO_STRING_PLURAL, HO_STRING_SIDES };

struct ho_string {
    const char *id;
    enum ho_string_kind kind;
    struct ho_phrase phrase; /* plain strings; plural: the "other" form */
    struct ho_phrase one;    /* plural only: count 0 if there is none */
    struct ho_phrase left, right, both, none; /* sides only */
    struct ho_span at;
};

struct ho_library {
    const char *condition, *language, *version, *reviewed,
        *review_by;         /* dates: YYYY-MM-DD */
    struct ho_phrase title; /* of the handout */
    bool is_rtl;
    HO_VEC(struct ho_exercise) exercises;
    HO_VEC(struct ho_advice) advice; /* in the order of the condition's file */
    struct ho_red_flags red_flags;
    HO_VEC(struct ho_string) strings;       /* sorted by id */
    const struct ho_string **string_places; /* by the hash of the id; NULL: free */
    size_t string_place_count;              /* a power of two */
    struct ho_citations
        citations; /* all that the signs, exercises and advice name, in order */
    struct ho_ids cautions; /* the condition's closed vocabulary */
    struct ho_phrases
        caution_words;      /* of each caution, in the same order: "You cannot kneel" */
    struct ho_ids measures; /* what its diary asks for besides exercises */
    struct ho_phrases measure_words; /* in the same order: "Leg pain, 0 to 10" */
    const char *sha256;         /* of the files of its facts and words; 64 hex digits */
    const struct ho_source *at; /* the condition's file, for messages about the whole */
};

/* Loads content/conditions/<condition>.xml and all it names, in `language`. Every mistake is reported, in all
 * files; then false. A sign without its text in the language is an error (product.md, promise 2). */
bool ho_library_load(struct ho_ctx *ctx, const char *folder, const char *condition,
                     const char *language, const struct ho_library **out)
    __attribute__((__warn_unused_result__));
/* NULL if there is none. */
const struct ho_exercise *ho_exercise_find(const struct ho_library *library,
                                           const char *id);
const struct ho_advice *ho_advice_find(const struct ho_library *library,
                                       const char *id);
/* What a caution of the condition says, in the language; NULL if it is not one. */
const struct ho_phrase *ho_caution_words(const struct ho_library *library,
                                         const char *id);
const struct ho_string *ho_string_find(const struct ho_library *library,
                                       const char *id);
/* Gives the strings, which are sorted, the places that ho_string_find looks at: once they are read. */
void ho_strings_place(struct ho_arena *arena, struct ho_library *library);
/* Adds what is not there yet. */
void ho_citations_add(struct ho_arena *arena, struct ho_citations *to,
                      const struct ho_citations *more);
/* The library as text, for tests and --as trace. */
const char *ho_library_dump(struct ho_arena *arena, const struct ho_library *library);

#endif
