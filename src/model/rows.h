/* rows.h — a roster of any size, read row by row: only where each row begins is kept in memory.
 * In: the source of a roster (CSV, or XML with a <record> each), or a folder of records.  Out: one record at a time.
 * For model/ and job/. What is wrong with a row is reported when that row is read, and costs no other.
 * SPDX-License-Identifier: MIT */
#ifndef HO_MODEL_ROWS_H
#define HO_MODEL_ROWS_H

#include "base/str.h"
#include "model/record.h"

struct ho_xml_node;
struct ho_rows;

/* Finds the rows; what begins with '<' is XML. In ctx->arena, some 24 bytes a row; the source must live as long. What
 * makes the whole roster useless is reported, and then it is false: no text, a first line that is not understood,
 * another root element, no row at all. */
bool ho_rows_open(struct ho_ctx *ctx, const struct ho_source *source,
                  const struct ho_rows **out) __attribute__((__warn_unused_result__));
/* The same for the files *.xml of a folder, in the order of their names, each a <record>. */
bool ho_rows_open_folder(struct ho_ctx *ctx, const char *folder,
                         const struct ho_rows **out)
    __attribute__((__warn_unused_result__));
size_t ho_rows_count(const struct ho_rows *rows);
/* Of the file or the folder, as messages call it. */
const char *ho_rows_name(const struct ho_rows *rows);
/* What all rows share, such as the line that names the columns; may be empty. */
struct ho_bytes ho_rows_head(const struct ho_rows *rows);

/* The text of a row, with its place in the file. False, with a report, if it cannot be read. */
bool ho_rows_text(struct ho_ctx *ctx, const struct ho_rows *rows, size_t index,
                  const struct ho_source **out) __attribute__((__warn_unused_result__));
/* The <record> that the text says. False, with reports, if something is wrong; `*out` is then NULL, or what there is,
 * to read on and find more. */
bool ho_rows_parse(struct ho_ctx *ctx, const struct ho_rows *rows,
                   const struct ho_source *text, const struct ho_xml_node **out)
    __attribute__((__warn_unused_result__));
/* Where the row begins, as words for a message: "line 12", or the name of its file. */
const char *ho_rows_place(struct ho_arena *arena, const struct ho_rows *rows,
                          size_t index);

#endif
