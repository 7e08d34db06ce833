/* SPDX-License-Identifier: MIT */
#include <csv.h>
#include <string.h>

#include "model/csv_priv.h"
#include "xml/xml.h"

/* libcsv gives no places, so it gets one byte at a time and the places are counted here. */
struct reader {
    struct ho_ctx *ctx;
    const struct ho_source *source;
    struct csv_parser *parser;
    char separator;
    size_t offset;
    struct ho_span here;
    struct ho_csv_cell cell; /* the one that is being read; `at.line` 0: not begun */
    struct ho_csv_row row;   /* likewise */
    size_t row_offset;
    struct ho_csv *out;
};

static void free_parser(struct csv_parser *parser)
{
    csv_free(parser);
}

static void start_parser(struct reader *r)
{
    csv_free(r->parser);
    if (csv_init(r->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        ho_out_of_memory();
    csv_set_delim(r->parser, (unsigned char)r->separator);
}

static void take_cell(void *text, size_t length, void *data)
{
    struct reader *r = data;
    if (!r->cell.at.line) { /* an empty cell stands where it ends */
        r->cell.at = r->here;
        r->cell.offset = r->offset;
    }
    if (!r->row.at.line) {
        r->row.at = r->cell.at;
        r->row_offset = r->cell.offset;
    }
    r->cell.text = text ? ho_strndup(r->ctx->arena, text, length) : "";
    ho_push(r->ctx->arena, &r->row.cells, r->cell);
    r->cell = (struct ho_csv_cell){0};
}

static void take_row(int separator, void *data)
{
    struct reader *r = data;
    (void)separator;
    ho_push(r->ctx->arena, &r->out->rows, r->row);
    r->row = (struct ho_csv_row){0};
}

static void move_on(struct reader *r)
{
    r->here.column++;
    if (r->source->text[r->offset] == '\n') {
        r->here.line++;
        r->here.column = 1;
    }
    r->offset++;
}

static void begin_cell(struct reader *r, char c)
{
    if (r->cell.at.line || c == r->separator || strchr(" \t\r\n", c))
        return;
    r->cell.at = r->here;
    r->cell.offset = r->offset;
    if (!r->row.at.line) {
        r->row.at = r->here;
        r->row_offset = r->offset;
    }
}

static void report(struct reader *r, struct ho_span at, const char *words)
{
    if (csv_error(r->parser) == CSV_ENOMEM || csv_error(r->parser) == CSV_ETOOBIG)
        ho_out_of_memory();
    ho_report(r->ctx, HO_MSG_CSV_SYNTAX, at,
              "put the whole cell in quotation marks, and double each one inside it",
              words);
}

/* Reads until the end or until something is wrong, which is reported. */
static bool read_on(struct reader *r)
{
    while (r->offset < r->source->length) {
        char c = r->source->text[r->offset];
        begin_cell(r, c);
        bool is_quoted = r->parser->quoted;
        if (csv_parse(r->parser, &c, 1, take_cell, take_row, r) != 1) {
            report(r, r->here,
                   is_quoted ? "text follows the quotation mark that closes a cell"
                             : "a quotation mark stands inside a cell that does not "
                               "begin with one");
            return false;
        }
        move_on(r);
    }
    if (csv_fini(r->parser, take_cell, take_row, r) == 0)
        return true;
    report(r, r->cell.at, "the cell that begins here is not closed");
    return false;
}

/* A stray quotation mark can swallow the lines below it: they are read again, so that good rows survive. */
static void recover(struct reader *r)
{
    struct ho_csv_row broken = {.at = r->row.at, .is_broken = true};
    ho_push(r->ctx->arena, &r->out->rows, broken);
    r->here = r->row.at;
    r->offset = r->row_offset;
    while (r->offset < r->source->length && !strchr("\r\n", r->source->text[r->offset]))
        move_on(r);
    r->row = (struct ho_csv_row){0};
    r->cell = (struct ho_csv_cell){0};
    start_parser(r);
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

static char find_separator(struct ho_ctx *ctx, const struct ho_source *source,
                           size_t start)
{
    static const struct {
        char separator;
        const char *name;
    } others[] = {{';', "semicolons"}, {'\t', "tabs"}};
    char best = ',';
    const char *name = NULL;
    size_t most = count_in_head(source->text + start, ',');
    for (int i = 0; i < 2; i++) {
        size_t count = count_in_head(source->text + start, others[i].separator);
        if (count > most) {
            most = count;
            best = others[i].separator;
            name = others[i].name;
        }
    }
    if (name)
        ho_report(ctx, HO_MSG_SEPARATOR, ho_source_whole(source), NULL, name);
    return best;
}

bool ho_csv_read(struct ho_ctx *ctx, const struct ho_source *source, struct ho_csv *out)
{
    size_t start;
    if (!ho_xml_check_encoding(ctx, source, &start))
        return false;
    if (strlen(source->text) < source->length) {
        ho_report(ctx, HO_MSG_CSV_SYNTAX, ho_source_span(source, strlen(source->text)),
                  "save the table as CSV, in UTF-8", "a zero byte; this is not a text");
        return false;
    }
    HO_AUTO(struct csv_parser, free_parser) parser = {0};
    struct reader r = {.ctx = ctx,
                       .source = source,
                       .parser = &parser,
                       .separator = find_separator(ctx, source, start),
                       .offset = start,
                       .here = {source, 1, 1},
                       .out = out};
    start_parser(&r);
    while (!read_on(&r))
        recover(&r);
    return true;
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
