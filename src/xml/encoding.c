/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <strings.h>

#include "xml/xml_priv.h"

static bool report_encoding(struct ho_ctx *ctx, struct ho_span at, const char *guess)
{
    ho_report(ctx, HO_MSG_XML_ENCODING, at,
              "save it as UTF-8; a spreadsheet offers that as \"CSV UTF-8\", or asks "
              "for it when it saves",
              guess);
    return false;
}

static bool report_no_text(struct ho_ctx *ctx, struct ho_span at)
{
    ho_report(ctx, HO_MSG_XML_ENCODING, at,
              "is it the right file? a record is XML, a roster XML or CSV",
              "no text at all");
    return false;
}

/* The start of a file in a wide encoding: its byte order mark, or the '<' with its zero bytes (XML 1.0, F.1). */
static const char *find_wide(const struct ho_source *source)
{
    static const struct {
        const char *name, *bytes;
        size_t length;
    } starts[] = {
        {"UTF-32", "\xFF\xFE\0\0", 4}, {"UTF-32", "\0\0\xFE\xFF", 4},
        {"UTF-32", "<\0\0\0", 4},      {"UTF-32", "\0\0\0<", 4},
        {"UTF-16", "\xFF\xFE", 2},     {"UTF-16", "\xFE\xFF", 2},
        {"UTF-16", "<\0", 2},          {"UTF-16", "\0<", 2},
    };
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (source->length >= starts[i].length &&
            memcmp(source->text, starts[i].bytes, starts[i].length) == 0)
            return starts[i].name;
    return NULL;
}

/* The value of encoding="…" in the XML declaration, as offset and length; false if it has none. */
static bool find_declared(const char *text, size_t start, size_t *at, size_t *length)
{
    if (strncmp(text + start, "<?xml", 5) != 0 || !ho_xml_is_space(text[start + 5]))
        return false;
    const char *end = strstr(text + start, "?>");
    const char *word = strstr(text + start, "encoding");
    if (!end || !word || word > end)
        return false;
    const char *quote = word + strcspn(word, "\"'");
    if (quote >= end)
        return false;
    *at = (size_t)(quote + 1 - text);
    *length = strcspn(quote + 1, "\"'?");
    return true;
}

/* The guess is Windows-1252 because that is what is left in the field: word processors of the 1990s. Zero bytes are
 * in no text: it is a picture, or a word processor's own file. */
static bool check_bytes(struct ho_ctx *ctx, const struct ho_source *source,
                        size_t start)
{
    const char *end = source->text + source->length;
    for (const char *at = source->text + start; at < end;) {
        const char *here = at;
        if (ho_utf8_next(&at, end) == UINT32_MAX) {
            struct ho_span place =
                ho_source_span(source, (size_t)(here - source->text));
            return memchr(source->text, 0, source->length)
                       ? report_no_text(ctx, place)
                       : report_encoding(ctx, place, "Windows-1252");
        }
    }
    return true;
}

bool ho_xml_check_encoding(struct ho_ctx *ctx, const struct ho_source *source,
                           size_t *start)
{
    const char *wide = find_wide(source);
    if (wide)
        return report_encoding(ctx, ho_source_whole(source), wide);
    bool has_mark = source->length >= 3 && memcmp(source->text, "\xEF\xBB\xBF", 3) == 0;
    *start = has_mark ? 3 : 0;
    size_t at, length;
    if (find_declared(source->text, *start, &at, &length) &&
        (length != 5 || strncasecmp(source->text + at, "UTF-8", 5) != 0))
        return report_encoding(ctx, ho_source_span(source, at),
                               ho_strndup(ctx->arena, source->text + at, length));
    return check_bytes(ctx, source, *start);
}
