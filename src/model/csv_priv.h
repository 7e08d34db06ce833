/* csv_priv.h — a CSV file as rows of cells with exact places. The only file that sees libcsv is csv.c.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_CSV_PRIV_H
#define HO_MODEL_CSV_PRIV_H

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
    bool is_broken; /* reported; it has no cells */
};

struct ho_csv {
    HO_VEC(struct ho_csv_row) rows;
};

/* Reads RFC 4180: UTF-8, with or without a byte order mark; line breaks and doubled quotation marks in quoted
 * cells; separated by commas, semicolons or tabs, whichever the first line has most of: other than commas are told
 * in a note. A row that is broken is reported, and reading goes on at the line after its first. Empty lines are
 * skipped. False if the file is not text. */
bool ho_csv_read(struct ho_ctx *ctx, const struct ho_source *source, struct ho_csv *out)
    __attribute__((__warn_unused_result__));
/* The place of byte `offset` of the cell's text. */
struct ho_span ho_csv_place(const struct ho_csv_cell *cell, size_t offset);

#endif
