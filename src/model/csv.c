/* SPDX-License-Identifier: MIT */
#include "model/csv.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

/* libcsv gives no places, so it gets one byte at a time and the places are counted here. */
struct ho_csv {
    struct ho_ctx *ctx; /* of the row that is being read */
    const struct ho_source *source;
    struct csv_parser parser;
    char separator;
    size_t offset;
    struct ho_span here;
    struct ho_csv_cell cell; /* the one that is being read; `at.line` 0: not begun */
    struct ho_csv_row row;   /* likewise */
    bool is_whole;           /* the row has ended */
};

static void start_parser(struct ho_csv *r)
{
    if (csv_init(&r->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        ho_out_of_memory();
    csv_set_delim(&r->parser, (unsigned char)r->separator);
}

struct ho_csv *ho_csv_open(const struct ho_source *source, size_t start, char separator)
{
    struct ho_csv *csv = calloc(1, sizeof *csv);
    if (!csv)
        ho_out_of_memory();
    *csv = (struct ho_csv){.source = source,
                           .separator = separator,
                           .offset = start,
                           .here = {source, 1, 1}};
    start_parser(csv);
    return csv;
}

void ho_csv_close(struct ho_csv *csv)
{
    csv_free(&csv->parser);
    free(csv);
}

static void begin_row(struct ho_csv *r, struct ho_span at, size_t offset)
{
    if (r->row.at.line)
        return;
    r->row.at = at;
    r->row.offset = offset;
}

static void take_cell(void *text, size_t length, void *data)
{
    struct ho_csv *r = data;
    if (!r->cell.at.line) { /* an empty cell stands where it ends */
        r->cell.at = r->here;
        r->cell.offset = r->offset;
    }
    begin_row(r, r->cell.at, r->cell.offset);
    r->cell.text = text ? ho_strndup(r->ctx->arena, text, length) : "";
    ho_push(r->ctx->arena, &r->row.cells, r->cell);
    r->cell = (struct ho_csv_cell){0};
}

static void take_row(int separator, void *data)
{
    struct ho_csv *r = data;
    (void)separator;
    r->row.end = r->offset;
    r->is_whole = true;
}

static void move_on(struct ho_csv *r)
{
    r->here.column++;
    if (r->source->text[r->offset] == '\n') {
        r->here.line++;
        r->here.column = 1;
    }
    r->offset++;
}

static void begin_cell(struct ho_csv *r, char c)
{
    if (r->cell.at.line || c == r->separator || strchr(" \t\r\n", c))
        return;
    r->cell.at = r->here;
    r->cell.offset = r->offset;
    begin_row(r, r->here, r->offset);
}

static bool report(struct ho_csv *r, struct ho_span at, const char *words)
{
    if (csv_error(&r->parser) == CSV_ENOMEM || csv_error(&r->parser) == CSV_ETOOBIG)
        ho_out_of_memory();
    ho_report(r->ctx, HO_MSG_CSV_SYNTAX, at,
              "put the whole cell in quotation marks, and double each one inside it",
              words);
    return false;
}

/* Reads until a row or the text ends, or until something is wrong, which is reported. */
static bool read_on(struct ho_csv *r)
{
    while (r->offset < r->source->length && !r->is_whole) {
        char c = r->source->text[r->offset];
        begin_cell(r, c);
        bool is_quoted = r->parser.quoted;
        if (csv_parse(&r->parser, &c, 1, take_cell, take_row, r) != 1)
            return report(r, r->here,
                          is_quoted
                              ? "text follows the quotation mark that closes a cell"
                              : "a quotation mark stands inside a cell that does "
                                "not begin with one");
        if (r->row.at.line && r->offset - r->row.offset > HO_CSV_ROW_LIMIT)
            return report(r, r->row.at, "the row that begins here does not end");
        move_on(r);
    }
    if (r->is_whole || csv_fini(&r->parser, take_cell, take_row, r) == 0)
        return true;
    return report(r, r->cell.at, "the cell that begins here is not closed");
}

/* A stray quotation mark can swallow the lines below it: they are read again, so that good rows survive. */
static void recover(struct ho_csv *r)
{
    r->here = r->row.at;
    r->offset = r->row.offset;
    while (r->offset < r->source->length && !strchr("\r\n", r->source->text[r->offset]))
        move_on(r);
    r->row.cells.count = 0;
    r->row.end = r->offset;
    r->row.is_broken = true;
    r->cell = (struct ho_csv_cell){0};
    csv_free(&r->parser);
    start_parser(r);
}

bool ho_csv_next(struct ho_ctx *ctx, struct ho_csv *csv, struct ho_csv_row *out)
{
    csv->ctx = ctx;
    csv->row = (struct ho_csv_row){0};
    csv->is_whole = false;
    if (!read_on(csv))
        recover(csv);
    *out = csv->row;
    return csv->row.at.line > 0;
}

/* Outside quotation marks, in the first line. */
static size_t count_in_head(const char *text, char separator)
{
    size_t count = 0;
    bool is_quoted = false;
    text += strspn(text, "\r\n");
    for (; *text && (is_quoted || !strchr("\r\n", *text)); text++) {
        if (*text == '"')
            is_quoted = !is_quoted;
        count += !is_quoted && *text == separator;
    }
    return count;
}

char ho_csv_separator(const struct ho_source *source, size_t start)
{
    static const char all[] = ",;\t";
    char best = *all;
    size_t most = 0;
    for (const char *c = all; *c; c++) {
        size_t count = count_in_head(source->text + start, *c);
        if (count > most) {
            most = count;
            best = *c;
        }
    }
    return best;
}

struct ho_span ho_csv_place(const struct ho_csv_cell *cell, size_t offset)
{
    struct ho_span place = cell->at;
    const char *raw = place.source->text + cell->offset;
    bool is_quoted = *raw == '"';
    if (is_quoted) {
        raw++;
        place.column++;
    }
    for (; offset > 0; offset--, raw++) {
        if (is_quoted && *raw == '"') { /* two in the file are one in the text */
            raw++;
            place.column++;
        }
        place.column++;
        if (*raw == '\n') {
            place.line++;
            place.column = 1;
        }
    }
    return place;
}
