/* builder_priv.h — what the sections of a handout share while they are built.
 * SPDX-License-Identifier: MIT */
#ifndef HO_DOC_BUILDER_PRIV_H
#define HO_DOC_BUILDER_PRIV_H

#include "doc/doc.h"

/* A value for a hole <value name="…"/>. */
struct value {
    const char *name, *text;
    struct ho_span at;
    bool is_own; /* the record says it */
};

struct builder {
    struct ho_ctx *ctx;
    const struct ho_order *order;
    bool
        ok; /* false once a phrase was missing; the section goes on, to find them all */
    struct ho_xpath *xpath; /* the record; NULL in an emergency: no template is used */
    struct ho_span asked; /* where the template names the phrase that is being added */
    size_t block_count;
    struct ho_citations cited; /* by the advice that is printed */
    struct ho_block
        *sources; /* the block that takes them at the end; NULL: not asked for */
    bool is_full; /* too many blocks, and it has been said */
};

/* Whose side and dose fill the holes of a phrase; NULL members where there is none. */
struct filling {
    const struct ho_exercise *exercise;
    const struct ho_prescription *prescription;
    const struct value *values;
    size_t value_count;
};

/* Appends the phrase with its holes filled. */
void add_phrase(struct builder *b, struct ho_inlines *out,
                const struct ho_phrase *phrase, const struct filling *filling);
/* Appends the string `id` of the language; reports it if it is missing. */
void add_string(struct builder *b, struct ho_inlines *out, const char *id,
                const struct filling *filling);
/* Appends the plural string `id` for `number`, which fills the hole "n". */
void add_plural(struct builder *b, struct ho_inlines *out, const char *id, int number);
/* The same with a blank to write a number in. */
void add_blank_plural(struct builder *b, struct ho_inlines *out, const char *id);
/* Whether the handout is of no patient: doses and sides are blanks. */
bool has_blanks(const struct builder *b);
/* The string `id`, or NULL after a report. */
const struct ho_string *need_string(struct builder *b, const char *id);
/* Appends text that is data: a number, a phone number. */
void add_text(struct builder *b, struct ho_inlines *out, const char *text,
              bool is_strong, struct ho_span at);
/* The same for what the record alone says: a name, a goal. */
void add_own_text(struct builder *b, struct ho_inlines *out, const char *text,
                  bool is_strong, struct ho_span at);
/* Appends a space if there is a text: what is set below or beside it is heard as another word. */
void add_gap(struct builder *b, struct ho_inlines *out);
/* The string as plain text. */
const char *string_text(struct builder *b, const char *id,
                        const struct filling *filling);
/* A phone number, as it is written, on one line. */
const char *phone_text(struct builder *b, const char *phone);
/* DATE_VISIT is a day that somebody has to keep, soon: the weekday says more than the year. */
enum date_form { DATE_FULL, DATE_MONTH, DATE_WEEKDAY, DATE_VISIT };
/* "2026-11-23" as the language writes it. */
const char *date_text(struct builder *b, const char *date, enum date_form form);

/* 1 for Monday to 7 for Sunday. */
int weekday_of(const char *date);
/* The day `later` days after `date`, briefly: "23 Nov". */
const char *short_date_text(struct builder *b, const char *date, int later);

struct ho_block *add_block(struct builder *b, struct ho_blocks_list *list,
                           enum ho_block_kind kind, struct ho_span at);
/* A heading with the string `id`. */
struct ho_block *add_heading(struct builder *b, struct ho_blocks_list *list, int level,
                             const char *id);
/* A paragraph in body type, still without text. */
struct ho_block *add_paragraph(struct builder *b, struct ho_blocks_list *list,
                               struct ho_span at);

/* Minutes of one exercise, rounded up: (hold + rest) x repetitions x sets x sides, 5 s
 * for a breath. */
int exercise_seconds(const struct builder *b, const struct ho_exercise *exercise,
                     const struct ho_prescription *prescription);
/* Which side is worked: a badge if it is one, else words. */
void add_side(struct builder *b, const struct ho_exercise *exercise,
              struct ho_badge *badge, struct ho_inlines *words);
/* "3 times", and "hold 20 seconds" if it has a hold. */
void add_dose(struct builder *b, const struct ho_exercise *exercise,
              const struct ho_prescription *prescription, struct ho_inlines *count,
              struct ho_inlines *hold);
/* The picture of a frame on the patient's side, with its words; `exercise` NULL: of advice. */
struct ho_picture find_picture(struct builder *b, const struct ho_frame *frame,
                               const struct ho_exercise *exercise,
                               enum ho_figure_edition edition);
/* All frames side by side; the dose as badges. */
void build_frames(struct builder *b, struct ho_blocks_list *out,
                  const struct ho_frames *frames, const struct ho_exercise *exercise);
void build_doses(struct builder *b, struct ho_blocks_list *out,
                 const struct filling *filling);

/* What a template names as one element (model/template.h). */
void build_plan_table(struct builder *b, struct ho_blocks_list *out);
void build_daily(struct builder *b, struct ho_blocks_list *out);
void build_goals(struct builder *b, struct ho_blocks_list *out);
void build_contact(struct builder *b, struct ho_blocks_list *out);
void build_exercise_cards(struct builder *b, struct ho_blocks_list *out);
void build_left_out(struct builder *b, struct ho_blocks_list *out);
void build_visit(struct builder *b, struct ho_blocks_list *out);
void build_logo(struct builder *b, struct ho_blocks_list *out, bool is_at_end);
void build_note(struct builder *b, struct ho_blocks_list *out);
void build_leg_check(struct builder *b, struct ho_blocks_list *out);
void build_advice(struct builder *b, struct ho_blocks_list *out,
                  enum ho_advice_kind kind, bool is_plain);
void build_diary(struct builder *b, struct ho_blocks_list *out, int weeks);
/* The paragraph stays empty until the whole body is built. */
void build_sources(struct builder *b, struct ho_blocks_list *out);
void fill_sources(struct builder *b);
/* The exercises that the plan holds. */
size_t exercise_count(const struct builder *b);

/* The parts of a handout; each is one file. The body is what the template says. */
void build_sheet(struct builder *b, struct ho_sheet *sheet);
/* The signs in full after the sheet, where it has only their short forms: in large type. */
void build_signs_in_full(struct builder *b, const struct ho_sheet *sheet,
                         struct ho_blocks_list *out);
void build_furniture(struct builder *b, struct ho_furniture *furniture);
void build_body(struct builder *b, struct ho_blocks_list *out);

#endif
