/* handout new: a record from answers on a terminal. Nothing is written before the last one.
 * SPDX-License-Identifier: MIT */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"
#include "cli/new_priv.h"
#include "xml/xml.h"

/* A line may be longer than any answer; it is read to its end, and refused. */
enum { LINE_LIMIT = 1000, MOST_GOALS = 10 };

struct dialogue {
    struct ho_ctx *ctx;
    const struct ho_library *library;
    const struct options *options;
    struct ho_record *record;
    bool has_ended; /* end of input */
};

static void say(const char *text)
{
    fputs(text, stderr);
}

static void refuse(const char *reason)
{
    bool is_question = reason[strlen(reason) - 1] == '?';
    fprintf(stderr, "  That %s%s\n", reason, is_question ? "" : ".");
}

/* Reads a line; NULL at the end of input. A line that is too long, or that holds a NUL, comes back as a
 * control character, which each question refuses. */
static const char *read_line(struct dialogue *d)
{
    struct ho_text line = {.arena = d->ctx->arena};
    bool is_odd = false;
    int c;
    while ((c = fgetc(stdin)) != EOF && c != '\n') {
        is_odd |= c == '\0' || line.count >= LINE_LIMIT;
        if (!is_odd)
            ho_text_add_bytes(&line, &(char){(char)c}, 1);
    }
    if (c == EOF) {
        d->has_ended = true;
        return NULL;
    }
    while (line.count && strchr(" \t\r", line.items[line.count - 1]))
        line.count--;
    const char *text = is_odd ? "\1" : ho_text_end(&line);
    return text + strspn(text, " \t");
}

/* Asks until the answer can be used. `may_be_empty`: an empty answer is one. NULL at the end of input. */
static const char *ask(struct dialogue *d, const char *prompt, bool may_be_empty,
                       int limit)
{
    for (;;) {
        fprintf(stderr, "%s: ", prompt);
        fflush(stderr);
        const char *answer = read_line(d);
        if (!answer || (may_be_empty && !*answer))
            return answer;
        const char *fault = text_fault(d->ctx->arena, answer, limit);
        if (!fault)
            return answer;
        refuse(fault);
    }
}

/* One sign is one question, whatever lines it has on the sheet. */
static const char *question(struct ho_arena *arena, const struct ho_sign *sign)
{
    struct ho_text out = {.arena = arena};
    ho_text_add(&out, "  ");
    for (size_t i = 0; i < sign->full.count; i++)
        ho_text_add_format(&out, "%s%s", i ? "; " : "",
                           ho_phrase_plain(arena, &sign->full.items[i]));
    ho_text_add(&out, "? [y/n/-]");
    return ho_text_end(&out);
}

static bool ask_sign(struct dialogue *d, const struct ho_sign *sign,
                     enum ho_answer *out)
{
    static const struct {
        const char *word;
        enum ho_answer answer;
    } words[] = {{"y", HO_YES}, {"yes", HO_YES},     {"n", HO_NO},
                 {"no", HO_NO}, {"-", HO_NOT_ASKED}, {"not asked", HO_NOT_ASKED},
                 {"Y", HO_YES}, {"N", HO_NO},        {"Yes", HO_YES},
                 {"No", HO_NO}};
    const char *prompt = question(d->ctx->arena, sign);
    for (const char *answer; (answer = ask(d, prompt, true, LINE_LIMIT));) {
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (ho_equal(answer, words[i].word)) {
                *out = words[i].answer;
                ho_push(d->ctx->arena, &d->record->answers,
                        (struct ho_flag_answer){.sign = sign->id, .answer = *out});
                return true;
            }
        refuse("is not y (yes), n (no) or - (not asked)");
    }
    return false;
}

/* Asks the signs of a group; stops at the first yes if that is an emergency. */
static bool ask_group(struct dialogue *d, const struct ho_sign_group *group,
                      bool is_emergency, bool *has_yes)
{
    for (size_t i = 0; i < group->signs.count && !(is_emergency && *has_yes); i++) {
        enum ho_answer answer;
        if (!ask_sign(d, &group->signs.items[i], &answer))
            return false;
        *has_yes |= answer == HO_YES;
    }
    return true;
}

static bool ask_assessed(struct dialogue *d)
{
    say("An urgent sign: a clinician must assess it, or the emergency sheet is "
        "made.\n");
    const char *by = ask(d, "Assessed by (empty: not yet)", true, NAME_LIMIT);
    if (!by || !*by)
        return by != NULL;
    for (const char *on;
         (on = ask(d, "Assessed on (YYYY-MM-DD)", false, LINE_LIMIT));) {
        const char *fault = born_fault(on);
        if (!fault) {
            d->record->assessed_by = by;
            d->record->assessed_on = on;
            return true;
        }
        refuse(fault);
    }
    return false;
}

static bool ask_red_flags(struct dialogue *d)
{
    const struct ho_red_flags *flags = &d->library->red_flags;
    bool is_emergency = false, is_urgent = false;
    say("Red flags first. Ask each: y is yes, n is no, - is not asked.\n");
    for (size_t i = 0; i < flags->groups.count && !is_emergency; i++) {
        fprintf(stderr, "%s\n",
                ho_phrase_plain(d->ctx->arena, &flags->groups.items[i].title));
        if (!ask_group(d, &flags->groups.items[i], true, &is_emergency))
            return false;
    }
    if (is_emergency) {
        say("This is an emergency sign. Only the emergency sheet will be made.\n");
        return true;
    }
    say("Urgent\n");
    return ask_group(d, &flags->urgent, false, &is_urgent) &&
           (!is_urgent || ask_assessed(d));
}

static bool ask_id(struct dialogue *d)
{
    for (const char *id;
         (id = ask(d, "Record id, such as p-0142", false, LINE_LIMIT));) {
        const char *fault = id_fault(id);
        if (!fault && !d->options->output && !d->options->is_forced &&
            access(draft_path(d->ctx->arena, d->options, id), F_OK) == 0)
            fault = "is the name of a file that is there already";
        if (!fault) {
            d->record->id = id;
            return true;
        }
        refuse(fault);
    }
    return false;
}

static bool ask_born(struct dialogue *d)
{
    for (const char *born; (born = ask(d, "Date of birth (YYYY-MM-DD; empty: none)",
                                       true, LINE_LIMIT));) {
        const char *fault = *born ? born_fault(born) : NULL;
        if (!fault) {
            d->record->born = *born ? born : NULL;
            return true;
        }
        refuse(fault);
    }
    return false;
}

static bool ask_side(struct dialogue *d)
{
    for (const char *side;
         (side = ask(d, "Side (left, right, both, none)", false, LINE_LIMIT));) {
        for (int i = 0; side_words[i]; i++)
            if (ho_equal(side, side_words[i])) {
                d->record->side = (enum ho_side)i;
                return true;
            }
        refuse("is not left, right, both or none");
    }
    return false;
}

static bool ask_dose(struct dialogue *d, const struct ho_exercise *exercise, int i,
                     int *out)
{
    const struct ho_dose_field *dose = &exercise->dose[i];
    const char *prompt =
        ho_format(d->ctx->arena, "  %s, %d to %d (empty: %d)", ho_dose_names[i],
                  dose->least, dose->most, dose->value);
    *out = -1;
    for (const char *answer; (answer = ask(d, prompt, true, LINE_LIMIT));) {
        int value;
        if (!*answer)
            return true;
        if (ho_parse_int(answer, &value) && value >= dose->least &&
            value <= dose->most) {
            *out = value;
            return true;
        }
        refuse("is not in the safe range");
    }
    return false;
}

/* Why the exercise cannot be taken; NULL if it can. */
static const char *exercise_fault(struct dialogue *d, const char *id)
{
    const struct ho_exercise *exercise = ho_exercise_find(d->library, id);
    if (!exercise) {
        const char **ids =
            ho_new_array(d->ctx->arena, const char *, d->library->exercises.count + 1);
        for (size_t i = 0; i < d->library->exercises.count; i++)
            ids[i] = d->library->exercises.items[i].id;
        const char *near = ho_nearest(id, ids);
        return near ? ho_format(d->ctx->arena, "is no exercise; did you mean \"%s\"?",
                                near)
                    : "is no exercise; ? lists them";
    }
    for (size_t i = 0; i < d->record->exercises.count; i++)
        if (ho_equal(d->record->exercises.items[i].exercise, id))
            return "is in the plan already";
    if (exercise->sides == HO_SIDES_ONE && d->record->side == HO_SIDE_NONE)
        return "is done on one side, but the patient has none";
    return NULL;
}

static void show_exercises(struct dialogue *d)
{
    for (size_t i = 0; i < d->library->exercises.count; i++) {
        const struct ho_exercise *exercise = &d->library->exercises.items[i];
        fprintf(stderr, "  %-22s %s\n", exercise->id,
                ho_phrase_plain(d->ctx->arena, &exercise->name));
    }
}

static bool add_exercise(struct dialogue *d, const char *id)
{
    const struct ho_exercise *exercise = ho_exercise_find(d->library, id);
    struct ho_prescription own = {.exercise = exercise->id};
    for (int i = 0; i < HO_DOSE_COUNT; i++) {
        own.dose[i] = -1;
        if (exercise->dose[i].is_set && !ask_dose(d, exercise, i, &own.dose[i]))
            return false;
    }
    ho_push(d->ctx->arena, &d->record->exercises, own);
    return true;
}

static bool ask_exercises(struct dialogue *d)
{
    for (const char *id;
         (id = ask(d, "Exercise (? lists them; empty: no more)", true, LINE_LIMIT));) {
        const char *fault = NULL;
        if (ho_equal(id, "?")) {
            show_exercises(d);
            continue;
        }
        if (!*id && d->record->exercises.count)
            return true;
        fault =
            *id ? exercise_fault(d, id) : "leaves the plan empty; name one at least";
        if (fault)
            refuse(fault);
        else if (!add_exercise(d, id))
            return false;
    }
    return false;
}

static bool ask_goals(struct dialogue *d)
{
    while (d->record->goals.count < MOST_GOALS) {
        const char *goal =
            ask(d, "Goal, in the patient's words (empty: no more)", true, GOAL_LIMIT);
        if (!goal)
            return false;
        if (!*goal)
            break;
        ho_push(d->ctx->arena, &d->record->goals, (struct ho_goal){.text = goal});
    }
    return true;
}

static bool ask_patient(struct dialogue *d)
{
    d->record->name = ask(d, "Patient's name", false, NAME_LIMIT);
    return d->record->name && ask_born(d) && ask_side(d);
}

/* An emergency must not wait for a plan. */
static bool ask_plan(struct dialogue *d)
{
    return ho_record_is_emergency(d->library, d->record) ||
           (ask_exercises(d) && ask_goals(d));
}

bool draft_from_answers(struct ho_ctx *ctx, const struct ho_library *library,
                        const struct options *options, struct ho_record *record)
{
    struct dialogue d = {
        .ctx = ctx, .library = library, .options = options, .record = record};
    say("Nothing is written before the last answer; Ctrl-C ends.\n");
    if (ask_red_flags(&d) && ask_id(&d) && ask_patient(&d) && ask_plan(&d))
        return ho_record_check(ctx, library, record);
    say("\n");
    ho_report(ctx, HO_MSG_INPUT_ENDED, (struct ho_span){0}, NULL);
    return false;
}
