/* A row of the CSV becomes the <record> that says the same, with the places of its cells; from there on it is read
 * as any other. So the two formats cannot differ in what they allow.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "model/read_priv.h"
#include "model/record.h"
#include "model/roster_head_priv.h"
#include "model/roster_priv.h"

struct reader {
    struct ho_ctx *ctx;
    struct heading *headings;
    size_t count;
    const struct ho_csv_row *row; /* the one that is read */
    bool ok;                      /* whether it is good so far */
};

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

/* The same for one of a few words. */
static void add_word(struct reader *r, struct ho_xml_node *node, const char *name,
                     enum column column)
{
    const struct ho_csv_cell *cell = find_cell(r, column);
    if (cell)
        add_attribute(r, node, name, ho_roster_fold(r->ctx->arena, cell->text),
                      cell->at);
}

/* "en_gb" is "en-GB": capitals do not tell language tags apart (RFC 5646, 2.1.1). */
static const char *fold_tag(struct ho_arena *arena, const char *text)
{
    if (!ho_is_id(text))
        return text;
    char *tag = ho_strdup(arena, ho_roster_fold(arena, text)),
         *country = strrchr(tag, '-');
    if (country && strlen(country) == 3)
        for (char *c = country + 1; *c; c++)
            if (*c >= 'a' && *c <= 'z')
                *c = (char)(*c - 'a' + 'A');
    return tag;
}

/* A needed cell that is empty is reported, and something stands in, so that the rest of the row is still read. */
static void add_needed(struct reader *r, struct ho_xml_node *node, const char *name,
                       enum column column)
{
    const struct ho_csv_cell *cell = find_cell(r, column);
    if (cell) {
        add_attribute(r, node, name,
                      column == LANGUAGE ? fold_tag(r->ctx->arena, cell->text)
                                         : cell->text,
                      cell->at);
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
            ho_equal(ho_roster_fold(r->ctx->arena, r->row->cells.items[i].text), "yes"))
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
        const char *id = ho_strndup(r->ctx->arena, item.text, length);
        if (!ho_is_id(id)) {
            report_list(r, EXERCISES, item.at);
            id = "empty"; /* as for a needed cell */
        }
        add_attribute(r, exercise, "ref", id, item.at);
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
        add_attribute(r, question, "answer", ho_roster_fold(r->ctx->arena, cell->text),
                      cell->at);
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
    add_word(r, root, "type", TYPE);
    struct ho_xml_node *patient = add_element(r, root, "patient", r->row->at);
    add_needed(r, patient, "name", NAME);
    add_cell(r, patient, "name-printed", NAME_PRINTED);
    add_cell(r, patient, "born", BORN);
    add_cell(r, patient, "email", EMAIL);
    add_word(r, patient, "side", SIDE);
    add_word(r, patient, "body", BODY);
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

/* With a cell too many or too few, what belongs where is a guess; but for empty ones at the end. */
static bool has_all_cells(struct reader *r)
{
    const struct ho_csv_row *row = r->row;
    size_t count = row->cells.count;
    while (count > r->count && !*row->cells.items[count - 1].text)
        count--;
    if (count == r->count)
        return true;
    ho_report(r->ctx, HO_MSG_CELL_COUNT,
              row->cells.count > r->count ? row->cells.items[r->count].at : row->at,
              "a cell that holds the separator needs quotation marks around it",
              ho_format(r->ctx->arena, "%zu", row->cells.count),
              ho_format(r->ctx->arena, "%zu", r->count));
    return false;
}

/* What stands under no name would be left out in silence. */
static bool has_all_names(struct reader *r)
{
    bool ok = true;
    for (size_t i = 0; i < r->count; i++) {
        const struct ho_csv_cell *cell = &r->row->cells.items[i];
        if (r->headings[i].column != UNNAMED || !*cell->text)
            continue;
        ho_report(r->ctx, HO_MSG_NO_HEADING, cell->at,
                  "empty the cell, or name its column in the first line",
                  ho_format(r->ctx->arena, "%zu", i + 1));
        ok = false;
    }
    return ok;
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
    rows->head_length = row->end;
    if (!is_text(ctx, ho_rows_piece(ctx->arena, rows->source, &place)) ||
        row->is_broken)
        return false;
    return ho_roster_head(
        ctx, row, &rows->head); /* else what stands in which column is not known */
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
    if (strncmp(source->text, "PK\3\4", 4) == 0) { /* xlsx, ods: a zip */
        ho_report(ctx, HO_MSG_CSV_SYNTAX, ho_source_whole(source),
                  "open it in the spreadsheet, and save it as CSV UTF-8",
                  "this is a spreadsheet's own file");
        return false;
    }
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
    bool ok = ho_csv_next(ctx, csv, &row) && !row.is_broken && has_all_cells(&r) &&
              has_all_names(&r);
    ho_csv_close(csv);
    if (!ok)
        return false;
    *out = make_record(&r);
    return r.ok;
}
