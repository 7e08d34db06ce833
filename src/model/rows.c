/* SPDX-License-Identifier: MIT */
#include "model/rows.h"

#include <string.h>

#include "base/folder.h"
#include "model/roster_priv.h"

void ho_rows_add(struct ho_ctx *ctx, struct ho_rows *rows, struct ho_span at,
                 size_t offset, size_t end)
{
    size_t index = rows->count++;
    if (index % PLACES == 0)
        ho_push(ctx->arena, &rows->places,
                ho_new_array(ctx->arena, struct place, PLACES));
    rows->places.items[index / PLACES][index % PLACES] =
        (struct place){offset, (unsigned)(end - offset), at.line - 1, at.column - 1};
}

static const struct place *place_of(const struct ho_rows *rows, size_t index)
{
    return &rows->places.items[index / PLACES][index % PLACES];
}

const struct ho_source *ho_rows_piece(struct ho_arena *arena,
                                      const struct ho_source *source,
                                      const struct place *place)
{
    struct ho_source *piece = ho_new(arena, struct ho_source);
    char *text = ho_alloc(arena, place->length + 1, 1);
    memcpy(text, source->text + place->offset, place->length); /* with zero bytes */
    *piece = (struct ho_source){.name = source->name,
                                .text = text,
                                .length = place->length,
                                .lines_before = place->lines_before,
                                .columns_before = place->columns_before};
    return piece;
}

/* Whether the file is XML: its first character says so. */
static bool is_xml(const struct ho_source *source)
{
    const char *text = source->text;
    if (strncmp(text, "\xEF\xBB\xBF", 3) == 0)
        text += 3;
    return text[strspn(text, " \t\r\n")] == '<';
}

static bool refuse_empty(struct ho_ctx *ctx, const struct ho_source *source)
{
    ho_report(ctx, HO_MSG_EMPTY_ROSTER, ho_source_whole(source), NULL);
    return false;
}

bool ho_rows_open(struct ho_ctx *ctx, const struct ho_source *source,
                  const struct ho_rows **out)
{
    struct ho_rows *rows = ho_new(ctx->arena, struct ho_rows);
    rows->source = source;
    rows->is_xml = is_xml(source);
    if (!(rows->is_xml ? ho_rows_find_xml : ho_rows_find_csv)(ctx, rows))
        return false;
    if (!rows->count)
        return refuse_empty(ctx, source);
    *out = rows;
    return true;
}

bool ho_rows_open_folder(struct ho_ctx *ctx, const char *folder,
                         const struct ho_rows **out)
{
    struct ho_rows *rows = ho_new(ctx->arena, struct ho_rows);
    struct ho_source *source = ho_new(ctx->arena, struct ho_source);
    size_t length = strlen(folder);
    while (length > 1 && folder[length - 1] == '/')
        length--;
    source->name = ho_strndup(ctx->arena, folder, length);
    rows->source = source;
    rows->files = ho_folder_ids(ctx->arena, folder);
    rows->is_xml = true;
    while (rows->files[rows->count])
        rows->count++;
    if (!rows->count)
        return refuse_empty(ctx, source);
    *out = rows;
    return true;
}

size_t ho_rows_count(const struct ho_rows *rows)
{
    return rows->count;
}

const char *ho_rows_name(const struct ho_rows *rows)
{
    return rows->source->name;
}

struct ho_bytes ho_rows_head(const struct ho_rows *rows)
{
    return (struct ho_bytes){(const unsigned char *)rows->source->text,
                             rows->is_xml ? 0 : rows->head_length};
}

bool ho_rows_text(struct ho_ctx *ctx, const struct ho_rows *rows, size_t index,
                  const struct ho_source **out)
{
    if (rows->files)
        return ho_source_load(
            ctx,
            ho_format(ctx->arena, "%s/%s.xml", rows->source->name, rows->files[index]),
            out);
    *out = ho_rows_piece(ctx->arena, rows->source, place_of(rows, index));
    return true;
}

bool ho_rows_parse(struct ho_ctx *ctx, const struct ho_rows *rows,
                   const struct ho_source *text, const struct ho_xml_node **out)
{
    *out = NULL;
    if (!rows->is_xml)
        return ho_rows_parse_csv(ctx, rows, text, out);
    if (!rows->files)
        return ho_rows_parse_xml(ctx, text, out);
    return ho_xml_parse(ctx, text, out) && ho_xml_is_root(ctx, *out, "record");
}

const char *ho_rows_place(struct ho_arena *arena, const struct ho_rows *rows,
                          size_t index)
{
    if (rows->files)
        return ho_format(arena, "%s.xml", rows->files[index]);
    return ho_format(arena, "line %d", place_of(rows, index)->lines_before + 1);
}
