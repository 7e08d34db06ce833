/* The columns of a roster, and its first line, which says in which order they stand.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "model/read_priv.h"
#include "model/record.h"
#include "model/roster_head_priv.h"

const struct ho_roster_column ho_roster_columns[] = {
    [ID] = {"id", true, "of the record; names the file", "sam-taylor"},
    [NAME] = {"name", true, "of the patient", "Sam Taylor"},
    [NAME_PRINTED] = {"name-printed", false,
                      "as it is printed, if no font can show the name", "Sam Taylor"},
    [BORN] = {"born", false, "date of birth", "1979-03-14"},
    [EMAIL] = {"email", false, "where a message goes; never printed",
               "sam@example.org"},
    [SIDE] = {"side", false, "affected: left, right, both or none", "left"},
    [BODY] = {"body", false, "of the figures: a or b", "a"},
    [CONDITION] = {"condition", true, "id of a condition", "sciatica"},
    [LANGUAGE] = {"language", true, "of the handout", "en-GB"},
    [TYPE] = {"type", false, "size: standard, large or giant", "standard"},
    [CLINICIAN] = {"clinician", false, "who made the plan", "A. Clinician"},
    [STARTS] = {"starts", false, "first day of the plan", "2026-11-23"},
    [REVIEW] = {"review", false, "day on which the plan is looked at again",
                "2026-12-21"},
    [VISIT_DATE] = {"next-visit-date", false, "day of the next visit", "2026-12-07"},
    [VISIT] = {"next-visit", false, "time or place of the next visit", "at 10 o'clock"},
    [EXERCISES] = {"exercises", true,
                   "with doses that differ from the library's; empty only if a red "
                   "flag is there",
                   "single-knee-to-chest:repetitions=5|cat-cow"},
    [NOTES] = {"exercise-notes", false, "a note to an exercise of this row",
               "cat-cow: on the bed"},
    [ADVICE] = {"advice", false, "ids of advice", "breaks|sitting-posture"},
    [CAUTIONS] = {"cautions", false, "ids of cautions", "no-kneeling"},
    [GOALS] = {"goals", false, "in the patient's words",
               "Sit through a film.|Walk to the shop."},
    [NOTE] = {"note", false, "free text", "Bring comfortable shoes."},
    [ASSESSED_BY] = {"assessed-by", false, "who assessed the urgent signs",
                     "A. Clinician"},
    [ASSESSED_ON] = {"assessed-on", false, "day of that", "2026-11-22"},
    [FLAG] = {"flag:SIGN", false, "answer to a red-flag question: yes, no or not-asked",
              "no"},
    [COLUMNS] = {NULL, false, NULL, NULL},
};

static const char *const *column_names(struct ho_arena *arena)
{
    const char **names = ho_new_array(arena, const char *, COLUMNS + 1);
    for (int i = 0; i < COLUMNS; i++)
        names[i] = ho_roster_columns[i].name;
    return names;
}

const char *ho_roster_fold(struct ho_arena *arena, const char *text)
{
    char *folded = ho_strdup(arena, text + strspn(text, " "));
    size_t length = strlen(folded);
    while (length && folded[length - 1] == ' ')
        folded[--length] = '\0';
    for (char *c = folded; *c; c++)
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c - 'A' + 'a');
        else if (*c == ' ' || *c == '_')
            *c = '-';
    return folded;
}

/* What stands in the cell is not repeated: a file without a first line begins with a patient. */
static struct heading read_heading(struct ho_ctx *ctx, const struct ho_csv_cell *cell,
                                   size_t index)
{
    static const char prefix[] = "flag:";
    const char *name = ho_roster_fold(ctx->arena, cell->text);
    const char *flag = name + sizeof prefix - 1;
    if (!*name)
        return (struct heading){.column = UNNAMED};
    for (int i = 0; i < FLAG; i++)
        if (ho_equal(ho_roster_columns[i].name, name))
            return (struct heading){.column = (enum column)i};
    if (strncmp(name, prefix, sizeof prefix - 1) == 0 && ho_is_id(flag))
        return (struct heading){FLAG, flag};
    ho_report(ctx, HO_MSG_UNKNOWN_COLUMN, cell->at,
              ho_read_hint(ctx->arena, name, column_names(ctx->arena)),
              ho_format(ctx->arena, "%zu", index + 1));
    return (struct heading){.column = COLUMNS};
}

static bool is_same(const struct heading *a, const struct heading *b)
{
    return a->column < COLUMNS && a->column == b->column && ho_equal(a->sign, b->sign);
}

bool ho_roster_head(struct ho_ctx *ctx, const struct ho_csv_row *row, struct head *out)
{
    size_t errors = ho_error_count(ctx);
    bool is_there[UNNAMED + 1] = {false};
    out->count = row->cells.count;
    out->items = ho_new_array(ctx->arena, struct heading, out->count + 1);
    for (size_t i = 0; i < out->count; i++) {
        const struct ho_csv_cell *cell = &row->cells.items[i];
        struct heading *heading = &out->items[i];
        *heading = read_heading(ctx, cell, i);
        is_there[heading->column] = true;
        for (size_t j = 0; j < i; j++)
            if (is_same(heading, &out->items[j]))
                ho_report(ctx, HO_MSG_COLUMN_TWICE, cell->at, "delete one", cell->text);
    }
    /* One that is not known may well be the one that is missing. */
    for (int i = 0; i < COLUMNS && !is_there[COLUMNS]; i++)
        if (ho_roster_columns[i].is_needed && !is_there[i])
            ho_report(ctx, HO_MSG_NO_COLUMN, row->at,
                      ho_format(ctx->arena,
                                "name it in the first line; below it stands what it "
                                "is, such as %s",
                                ho_roster_columns[i].example),
                      ho_roster_columns[i].name);
    return ho_error_count(ctx) == errors;
}
