/* roster_priv.h — how the rows of a roster are found and read, a file each format.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_ROSTER_PRIV_H
#define HO_MODEL_ROSTER_PRIV_H

#include "model/csv.h"
#include "model/roster.h"
#include "model/rows.h"
#include "xml/xml.h"

/* Places are kept in pieces, so that none is ever copied to grow. */
enum { PLACES = 4096 };

struct place {
    size_t offset;
    unsigned length;
    int lines_before, columns_before;
};

/* What the first line of a CSV says of each column. */
struct heading;
struct head {
    struct heading *items;
    size_t count;
};

struct ho_rows {
    const struct ho_source *source; /* of a folder: its name alone */
    const char *const *files;       /* of a folder, without ".xml"; else NULL */
    bool is_xml;
    char separator;     /* of CSV */
    struct head head;   /* of CSV */
    size_t head_length; /* of the source: what comes before the first row */
    HO_VEC(struct place *) places;
    size_t count;
};

/* Adds a row that stands at `offset`, which is `at` when counted. */
void ho_rows_add(struct ho_ctx *ctx, struct ho_rows *rows, struct ho_span at,
                 size_t offset, size_t end);
/* A part of the source as a source of its own. */
const struct ho_source *ho_rows_piece(struct ho_arena *arena,
                                      const struct ho_source *source,
                                      const struct place *place);

bool ho_rows_find_csv(struct ho_ctx *ctx, struct ho_rows *rows)
    __attribute__((__warn_unused_result__));
bool ho_rows_parse_csv(struct ho_ctx *ctx, const struct ho_rows *rows,
                       const struct ho_source *text, const struct ho_xml_node **out)
    __attribute__((__warn_unused_result__));
bool ho_rows_find_xml(struct ho_ctx *ctx, struct ho_rows *rows)
    __attribute__((__warn_unused_result__));
bool ho_rows_parse_xml(struct ho_ctx *ctx, const struct ho_source *text,
                       const struct ho_xml_node **out)
    __attribute__((__warn_unused_result__));

#endif
