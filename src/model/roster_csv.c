/* A row of the CSV becomes the <record> that says the same, with the places of its cells; from there on it is read
 * as any other. So the two formats cannot differ in what they allow.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "model/read_priv.h"
#include "model/record.h"
#include "model/roster_priv.h"

enum column {
    ID,
    NAME,
    NAME_PRINTED,
    BORN,
    EMAIL,
    SIDE,
    BODY,
    CONDITION,
    LANGUAGE,
    TYPE,
    CLINICIAN,
    STARTS,
    REVIEW,
    VISIT_DATE,
    VISIT,
    EXERCISES,
    NOTES,
    ADVICE,
    CAUTIONS,
    GOALS,
    NOTE,
    ASSESSED_BY,
    ASSESSED_ON,
    FLAG,
    COLUMNS,
};

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

/* What the first line says of one column. */
struct heading {
    enum column column; /* COLUMNS: not known */
    const char *sign;   /* FLAG: the question's id */
};

struct reader {
    struct ho_ctx *ctx;
    struct heading *headings;
    size_t count;
    const struct ho_csv_row *row; /* the one that is read */
    bool ok;                      /* whether it is good so far */
};

/* ---- the first line ---- */

static const char *const *column_names(struct ho_arena *arena)
{
    const char **names = ho_new_array(arena, const char *, COLUMNS + 1);
    for (int i = 0; i < COLUMNS; i++)
        names[i] = ho_roster_columns[i].name;
    return names;
}

/* What stands in the cell is not repeated: a file without a first line begins with a patient. */
static struct heading read_heading(struct reader *r, const struct ho_csv_cell *cell,
                                   size_t index)
{
    static const char prefix[] = "flag:";
    const char *flag = cell->text + sizeof prefix - 1;
    for (int i = 0; i < FLAG; i++)
        if (ho_equal(ho_roster_columns[i].name, cell->text))
            return (struct heading){.column = (enum column)i};
    if (strncmp(cell->text, prefix, sizeof prefix - 1) == 0 && ho_is_id(flag))
        return (struct heading){FLAG, flag};
    ho_report(r->ctx, HO_MSG_UNKNOWN_COLUMN, cell->at,
              ho_read_hint(r->ctx->arena, cell->text, column_names(r->ctx->arena)),
              ho_format(r->ctx->arena, "%zu", index + 1));
    r->ok = false;
    return (struct heading){.column = COLUMNS};
}

static bool is_same(const struct heading *a, const struct heading *b)
{
    return a->column != COLUMNS && a->column == b->column && ho_equal(a->sign, b->sign);
}

static void read_headings(struct reader *r, const struct ho_csv_row *head)
{
    bool is_there[COLUMNS + 1] = {false};
    r->count = head->cells.count;
    r->headings = ho_new_array(r->ctx->arena, struct heading, r->count + 1);
    for (size_t i = 0; i < r->count; i++) {
        const struct ho_csv_cell *cell = &head->cells.items[i];
        struct heading *heading = &r->headings[i];
        *heading = read_heading(r, cell, i);
        is_there[heading->column] = true;
        for (size_t j = 0; j < i; j++)
            if (is_same(heading, &r->headings[j])) {
                ho_report(r->ctx, HO_MSG_COLUMN_TWICE, cell->at, "delete one",
                          cell->text);
                r->ok = false;
            }
    }
    /* One that is not known may well be the one that is missing. */
    for (int i = 0; i < COLUMNS && !is_there[COLUMNS]; i++)
        if (ho_roster_columns[i].is_needed && !is_there[i]) {
            ho_report(r->ctx, HO_MSG_NO_COLUMN, head->at,
                      "the first line names the columns", ho_roster_columns[i].name);
            r->ok = false;
        }
}

/* ---- the cells of a row ---- */

/* The cell of that column, if it is there and says something. */
static const struct ho_csv_cell *find_cell(const struct reader *r, enum column column)
{
    for (size_t i = 0; i < r->count && i < r->row->cells.count; i++)
        if (r->headings[i].column == column && *r->row->cells.items[i].text)
            return &r->row->cells.items[i];
    return NULL;
}

static struct ho_span place_of(const struct reader *r, enum column column)
{
    for (size_t i = 0; i < r->count && i < r->row->cells.count; i++)
        if (r->headings[i].column == column)
            return r->row->cells.items[i].at;
    return r->row->at;
}

static void report_list(struct reader *r, enum column column, struct ho_span at)
{
    ho_report(
        r->ctx, HO_MSG_BAD_VALUE, at,
        ho_format(r->ctx->arena, "write it as %s", ho_roster_columns[column].example),
        ho_roster_columns[column].name, "a list that can be read");
    r->ok = false;
}

/* ---- making the <record> ---- */

static struct ho_xml_node *add_element(struct reader *r, struct ho_xml_node *parent,
                                       const char *name, struct ho_span at)
{
    return ho_xml_add(r->ctx->arena, parent, name, at);
}

static void add_attribute(struct reader *r, struct ho_xml_node *node, const char *name,
                          const char *value, struct ho_span at)
{
    ho_xml_add_attribute(r->ctx->arena, node, name, value, at);
}

/* An element that holds a text. */
static void add_words(struct reader *r, struct ho_xml_node *parent, const char *name,
                      const char *text, struct ho_span at)
{
    ho_xml_add_text(r->ctx->arena, add_element(r, parent, name, at), text, at);
}

/* The cell, if it says something, as an attribute. */
static void add_cell(struct reader *r, struct ho_xml_node *node, const char *name,
                     enum column column)
{
    const struct ho_csv_cell *cell = find_cell(r, column);
    if (cell)
        add_attribute(r, node, name, cell->text, cell->at);
}

/* A needed cell that is empty is reported, and something stands in, so that the rest of the row is still read. */
static void add_needed(struct reader *r, struct ho_xml_node *node, const char *name,
                       enum column column)
{
    if (find_cell(r, column)) {
        add_cell(r, node, name, column);
        return;
    }
    ho_report(r->ctx, HO_MSG_EMPTY_CELL, place_of(r, column), NULL,
              ho_roster_columns[column].name);
    add_attribute(r, node, name, column == ASSESSED_ON ? "2000-01-01" : "empty",
                  place_of(r, column));
    r->ok = false;
}

/* The cell as an element that holds its text. */
static void add_text_element(struct reader *r, struct ho_xml_node *parent,
                             const char *name, enum column column)
{
    const struct ho_csv_cell *cell = find_cell(r, column);
    if (cell)
        add_words(r, parent, name, cell->text, cell->at);
}

/* ---- lists: apart by "|" or a line break ---- */

struct list_item {
    const char *text; /* trimmed, not empty */
    size_t offset;
    struct ho_span at;
};

/* The item that begins at or after `*offset`, which moves past it; false at the end. */
static bool next_item(struct reader *r, const struct ho_csv_cell *cell, size_t *offset,
                      struct list_item *out)
{
    const char *text = cell->text;
    *offset += strspn(text + *offset, "| \t\r\n");
    size_t from = *offset, length = strcspn(text + from, "|\r\n");
    if (!text[from])
        return false;
    *offset += length;
    while (strchr(" \t", text[from + length - 1]))
        length--;
    *out = (struct list_item){ho_strndup(r->ctx->arena, text + from, length), from,
                              ho_csv_place(cell, from)};
    return true;
}

static void add_references(struct reader *r, struct ho_xml_node *root, const char *list,
                           const char *name, enum column column)
{
    const struct ho_csv_cell *cell = find_cell(r, column);
    struct ho_xml_node *parent = cell ? add_element(r, root, list, cell->at) : NULL;
    struct list_item item;
    for (size_t offset = 0; cell && next_item(r, cell, &offset, &item);) {
        struct ho_xml_node *node = add_element(r, parent, name, item.at);
        add_attribute(r, node, "ref", item.text, item.at);
    }
    if (cell && !parent->first)
        report_list(r, column, cell->at);
}

static void add_goals(struct reader *r, struct ho_xml_node *root)
{
    const struct ho_csv_cell *cell = find_cell(r, GOALS);
    struct ho_xml_node *goals = cell ? add_element(r, root, "goals", cell->at) : NULL;
    struct list_item item;
    for (size_t offset = 0; cell && next_item(r, cell, &offset, &item);)
        add_words(r, goals, "goal", item.text, item.at);
    if (cell && !goals->first)
        report_list(r, GOALS, cell->at);
}

/* ":repetitions=5:hold=10" after the id of an exercise. The name of a dose is one of ours, or it is not repeated in
 * the message. */
static void add_doses(struct reader *r, struct ho_xml_node *exercise,
                      const struct ho_csv_cell *cell, const struct list_item *item,
                      size_t at)
{
    while (item->text[at] == ':') {
        size_t from = ++at, name = strcspn(item->text + at, ":="),
               length = strcspn(item->text + at, ":");
        struct ho_span place = ho_csv_place(cell, item->offset + from);
        const char *word = ho_strndup(r->ctx->arena, item->text + at, name);
        int dose = 0;
        while (ho_dose_names[dose] && !ho_equal(ho_dose_names[dose], word))
            dose++;
        at += length;
        if (name == length || !ho_dose_names[dose]) {
            ho_report(r->ctx, HO_MSG_BAD_VALUE, place,
                      ho_read_hint(r->ctx->arena, word, ho_dose_names),
                      ho_roster_columns[EXERCISES].name,
                      "a list of exercises with their doses");
            r->ok = false;
            continue;
        }
        add_attribute(
            r, exercise, ho_dose_names[dose],
            ho_strndup(r->ctx->arena, item->text + from + name + 1, length - name - 1),
            place);
    }
}

static struct ho_xml_node *find_exercise(struct ho_xml_node *plan, const char *id)
{
    for (struct ho_xml_node *n = plan ? plan->first : NULL; n; n = n->next)
        if (ho_equal(ho_xml_find(n, "ref"), id))
            return n;
    return NULL;
}

static void add_notes(struct reader *r, struct ho_xml_node *plan)
{
    const struct ho_csv_cell *cell = find_cell(r, NOTES);
    struct list_item item;
    for (size_t offset = 0; cell && next_item(r, cell, &offset, &item);) {
        size_t length = strcspn(item.text, ":");
        struct ho_xml_node *exercise =
            find_exercise(plan, ho_strndup(r->ctx->arena, item.text, length));
        if (!exercise || !item.text[length]) {
            report_list(r, NOTES, item.at);
            continue;
        }
        add_words(r, exercise, "note", item.text + length + 1, item.at);
    }
}

static bool has_yes(const struct reader *r)
{
    for (size_t i = 0; i < r->count && i < r->row->cells.count; i++)
        if (r->headings[i].column == FLAG &&
            ho_equal(r->row->cells.items[i].text, "yes"))
            return true;
    return false;
}

static void add_plan(struct reader *r, struct ho_xml_node *root)
{
    const struct ho_csv_cell *cell = find_cell(r, EXERCISES);
    struct list_item item;
    if (!cell && has_yes(r))
        return; /* the emergency sheet must not wait for a plan */
    struct ho_xml_node *plan = add_element(r, root, "plan", place_of(r, EXERCISES));
    add_cell(r, plan, "starts", STARTS);
    add_cell(r, plan, "review", REVIEW);
    if (!cell) {
        struct ho_xml_node *exercise = add_element(r, plan, "exercise", plan->at);
        add_needed(r, exercise, "ref", EXERCISES);
        return;
    }
    for (size_t offset = 0; next_item(r, cell, &offset, &item);) {
        struct ho_xml_node *exercise = add_element(r, plan, "exercise", item.at);
        size_t length = strcspn(item.text, ":");
        add_attribute(r, exercise, "ref", ho_strndup(r->ctx->arena, item.text, length),
                      item.at);
        add_doses(r, exercise, cell, &item, length);
    }
    add_notes(r, plan);
}

static void add_flags(struct reader *r, struct ho_xml_node *root)
{
    struct ho_xml_node *flags = add_element(r, root, "red-flags", root->at);
    for (size_t i = 0; i < r->count && i < r->row->cells.count; i++) {
        const struct ho_csv_cell *cell = &r->row->cells.items[i];
        if (r->headings[i].column != FLAG || !*cell->text)
            continue; /* an empty answer is not asked */
        struct ho_xml_node *question = add_element(r, flags, "question", cell->at);
        add_attribute(r, question, "sign", r->headings[i].sign, cell->at);
        add_attribute(r, question, "answer", cell->text, cell->at);
    }
    if (find_cell(r, ASSESSED_BY) || find_cell(r, ASSESSED_ON)) {
        struct ho_xml_node *assessed =
            add_element(r, flags, "assessed", place_of(r, ASSESSED_BY));
        add_needed(r, assessed, "by", ASSESSED_BY);
        add_needed(r, assessed, "on", ASSESSED_ON);
    }
}

static const struct ho_xml_node *make_record(struct reader *r)
{
    struct ho_xml_node *root = add_element(r, NULL, "record", r->row->at);
    add_needed(r, root, "id", ID);
    add_needed(r, root, "condition", CONDITION);
    add_needed(r, root, "language", LANGUAGE);
    add_cell(r, root, "type", TYPE);
    struct ho_xml_node *patient = add_element(r, root, "patient", r->row->at);
    add_needed(r, patient, "name", NAME);
    add_cell(r, patient, "name-printed", NAME_PRINTED);
    add_cell(r, patient, "born", BORN);
    add_cell(r, patient, "email", EMAIL);
    add_cell(r, patient, "side", SIDE);
    add_cell(r, patient, "body", BODY);
    add_text_element(r, root, "clinician", CLINICIAN);
    add_plan(r, root);
    add_references(r, root, "advice", "topic", ADVICE);
    add_goals(r, root);
    add_references(r, root, "cautions", "caution", CAUTIONS);
    if (find_cell(r, VISIT) || find_cell(r, VISIT_DATE)) {
        add_text_element(r, root, "next-visit", VISIT);
        if (!find_cell(r, VISIT))
            add_element(r, root, "next-visit", place_of(r, VISIT_DATE));
        add_cell(r, root->last, "date", VISIT_DATE);
    }
    add_text_element(r, root, "note", NOTE);
    add_flags(r, root);
    return root;
}

/* ---- rows ---- */

/* Spreadsheets leave rows of separators behind. */
static bool is_blank(const struct ho_csv_row *row)
{
    for (size_t i = 0; i < row->cells.count; i++)
        if (*row->cells.items[i].text)
            return false;
    return !row->is_broken;
}

/* With a cell too many or too few, what belongs where is a guess. */
static bool has_all_cells(struct reader *r)
{
    const struct ho_csv_row *row = r->row;
    if (row->cells.count == r->count)
        return true;
    ho_report(r->ctx, HO_MSG_CELL_COUNT,
              row->cells.count > r->count ? row->cells.items[r->count].at : row->at,
              "a cell that holds the separator needs quotation marks around it",
              ho_format(r->ctx->arena, "%zu", row->cells.count),
              ho_format(r->ctx->arena, "%zu", r->count));
    return false;
}

/* A table in UTF-8, without zero bytes: what another program wrote may be anything. */
static bool is_text(struct ho_ctx *ctx, const struct ho_source *text)
{
    size_t start, length = strlen(text->text);
    if (!ho_xml_check_encoding(ctx, text, &start))
        return false;
    if (length == text->length)
        return true;
    ho_report(ctx, HO_MSG_CSV_SYNTAX, ho_source_span(text, length),
              "save the table as CSV, in UTF-8", "a zero byte; this is not a text");
    return false;
}

static bool find_head(struct ho_ctx *ctx, struct ho_rows *rows,
                      const struct ho_csv_row *row)
{
    const struct place place = {.length = (unsigned)row->end};
    struct reader r = {.ctx = ctx, .ok = true};
    rows->head_length = row->end;
    if (!is_text(ctx, ho_rows_piece(ctx->arena, rows->source, &place)) ||
        row->is_broken)
        return false;
    read_headings(&r, row);
    rows->head = (struct head){r.headings, r.count};
    return r.ok; /* else what stands in which column is not known */
}

static void tell_separator(struct ho_ctx *ctx, const struct ho_rows *rows)
{
    if (rows->separator != ',')
        ho_report(ctx, HO_MSG_SEPARATOR, ho_source_whole(rows->source), NULL,
                  rows->separator == ';' ? "semicolons" : "tabs");
}

/* The cells are needed for a moment only, so each row has the same memory. */
static void find_rows(struct ho_ctx *ctx, struct ho_rows *rows, struct ho_csv *csv)
{
    struct ho_ctx row_ctx = {.arena = ho_arena_new()};
    struct ho_csv_row row;
    while (ho_csv_next(&row_ctx, csv, &row)) {
        if (!is_blank(&row))
            ho_rows_add(ctx, rows, row.at, row.offset, row.end);
        ho_arena_reset(row_ctx.arena);
        row_ctx.diags = (struct ho_diags){0}; /* told when the row is read */
    }
    ho_arena_free(row_ctx.arena);
}

bool ho_rows_find_csv(struct ho_ctx *ctx, struct ho_rows *rows)
{
    const struct ho_source *source = rows->source;
    bool has_mark = strncmp(source->text, "\xEF\xBB\xBF", 3) == 0;
    struct ho_csv_row row;
    rows->separator = ho_csv_separator(source, has_mark ? 3 : 0);
    tell_separator(ctx, rows);
    struct ho_csv *csv = ho_csv_open(source, has_mark ? 3 : 0, rows->separator);
    bool ok = !ho_csv_next(ctx, csv, &row) || find_head(ctx, rows, &row);
    if (ok)
        find_rows(ctx, rows, csv);
    ho_csv_close(csv);
    return ok;
}

bool ho_rows_parse_csv(struct ho_ctx *ctx, const struct ho_rows *rows,
                       const struct ho_source *text, const struct ho_xml_node **out)
{
    struct ho_csv_row row;
    struct reader r = {.ctx = ctx,
                       .headings = rows->head.items,
                       .count = rows->head.count,
                       .row = &row,
                       .ok = true};
    if (!is_text(ctx, text))
        return false;
    struct ho_csv *csv = ho_csv_open(text, 0, rows->separator);
    bool ok = ho_csv_next(ctx, csv, &row) && !row.is_broken && has_all_cells(&r);
    ho_csv_close(csv);
    if (!ok)
        return false;
    *out = make_record(&r);
    return r.ok;
}
