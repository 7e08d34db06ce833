/* csv.h — CSV as rows of cells with exact places. The only file that sees libcsv is csv.c.
 * In: a source.  Out: a row at a time.  For model/ and job/.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_CSV_H
#define HO_MODEL_CSV_H

#include "base/diag.h"
#include "base/str.h"

struct ho_csv_cell {
    const char *text;
    size_t
        offset; /* of its first byte in the source: a quotation mark, if it has them */
    struct ho_span at; /* of that byte */
};

struct ho_csv_row {
    HO_VEC(struct ho_csv_cell) cells;
    struct ho_span at;
    size_t offset, end; /* its bytes in the source, without the line break */
    bool is_broken;     /* reported; it has no cells */
};

/* Longer than any record can be (bytes): a quotation mark that is not closed must not swallow a whole file. */
#define HO_CSV_ROW_LIMIT ((size_t)256 * 1024)

struct ho_csv;

/* What separates the cells of a table: comma, semicolon or tab, whichever the line that begins at byte `start` has
 * most of outside quotation marks. */
char ho_csv_separator(const struct ho_source *source, size_t start);
/* Begins to read at byte `start` of the source, which is UTF-8 without zero bytes: RFC 4180, with line breaks and
 * doubled quotation marks in quoted cells. Never returns NULL; ended with ho_csv_close. */
struct ho_csv *ho_csv_open(const struct ho_source *source, size_t start,
                           char separator);
void ho_csv_close(struct ho_csv *csv);
/* The next row, in ctx->arena; empty lines are skipped. One that is broken, or longer than HO_CSV_ROW_LIMIT, is
 * reported, and reading goes on at the line after its first. False at the end. */
bool ho_csv_next(struct ho_ctx *ctx, struct ho_csv *csv, struct ho_csv_row *out);
/* The place of byte `offset` of the cell's text. */
struct ho_span ho_csv_place(const struct ho_csv_cell *cell, size_t offset);

#endif
