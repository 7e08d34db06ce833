/* The name of a file from the fields of its record.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "job/batch_priv.h"
#include "xml/xml.h"

enum { NAME_LIMIT = 200 }; /* bytes; file systems take 255 */

/* Where a field stands in a <record>. */
static const struct {
    const char *name, *element,
        *attribute; /* no element: of <record>; no attribute: its text */
} fields[] = {
    {"id", NULL, "id"},
    {"condition", NULL, "condition"},
    {"language", NULL, "language"},
    {"type", NULL, "type"},
    {"name", "patient", "name"},
    {"born", "patient", "born"},
    {"side", "patient", "side"},
    {"clinician", "clinician", NULL},
    {"starts", "plan", "starts"},
    {"review", "plan", "review"},
    {"row", NULL, NULL},
};
enum { FIELDS = sizeof fields / sizeof *fields };

/* The field whose name stands here, before a '}'; FIELDS if none has it. */
static size_t find_field(const char *text, size_t length)
{
    size_t i = 0;
    while (i < FIELDS && (strlen(fields[i].name) != length ||
                          strncmp(fields[i].name, text, length) != 0))
        i++;
    return i;
}

static const char *nearest_field(struct ho_arena *arena, const char *text,
                                 size_t length)
{
    const char *names[FIELDS + 1] = {NULL};
    struct ho_text all = {.arena = arena};
    for (size_t i = 0; i < FIELDS; i++) {
        names[i] = fields[i].name;
        ho_text_add_format(&all, "%s{%s}", i ? ", " : "the fields are ", names[i]);
    }
    const char *near = ho_nearest(ho_strndup(arena, text, length), names);
    return near ? ho_format(arena, "did you mean {%s}?", near) : ho_text_end(&all);
}

bool ho_batch_is_name(struct ho_arena *arena, const char *pattern, const char **hint)
{
    size_t found = 0;
    *hint = "it is a name, not a path: the folder is given with -d";
    if (strpbrk(pattern, "/\\") || *pattern == '.')
        return false;
    for (const char *open = pattern; (open = strchr(open, '{')); open++) {
        size_t length = strcspn(open + 1, "}");
        *hint = nearest_field(arena, open + 1, length);
        if (!open[1 + length] || find_field(open + 1, length) == FIELDS)
            return false;
        found++;
    }
    *hint = "with no field such as {id} all files would have one name";
    return found > 0;
}

static const struct ho_xml_node *find_child(const struct ho_xml_node *node,
                                            const char *name)
{
    const struct ho_xml_node *child = NULL;
    while ((child = ho_xml_next(node, child)) && !ho_xml_is(child, name))
        ;
    return child;
}

static const char *value_of(struct ho_arena *arena, size_t field,
                            const struct ho_xml_node *record, size_t number)
{
    const struct ho_xml_node *node = record;
    if (ho_equal(fields[field].name, "row"))
        return ho_format(arena, "%zu", number);
    if (fields[field].element)
        node = find_child(record, fields[field].element);
    if (!node)
        return NULL;
    if (fields[field].attribute)
        return ho_xml_find(node, fields[field].attribute);
    return node->first ? node->first->text : NULL;
}

/* What a file system, a shell or another system would read as something else than a letter of a name. */
static bool is_fit(const char *value)
{
    if (!value || !*value || strpbrk(value, "/\\:*?\"<>|"))
        return false;
    for (const char *c = value; *c; c++)
        if ((unsigned char)*c < ' ' || *c == 0x7F)
            return false;
    return true;
}

static const char *refuse(struct ho_ctx *ctx, const struct ho_xml_node *record,
                          const char *field)
{
    ho_report(ctx, HO_MSG_FILE_NAME, record->at,
              "it is empty, too long, or has a / or another character that no file's "
              "name may have; {id} can always be taken",
              field);
    return NULL;
}

const char *name_file(struct ho_ctx *ctx, const char *pattern,
                      const struct ho_xml_node *record, size_t number)
{
    struct ho_text name = {.arena = ctx->arena};
    const char *field = "id";
    while (*pattern) {
        size_t plain = strcspn(pattern, "{");
        ho_text_add_bytes(&name, pattern, plain);
        pattern += plain;
        if (!*pattern)
            break;
        size_t length = strcspn(pattern + 1, "}"),
               index = find_field(pattern + 1, length);
        field = fields[index].name;
        const char *value = value_of(ctx->arena, index, record, number);
        if (!is_fit(value))
            return refuse(ctx, record, field);
        ho_text_add(&name, value);
        pattern += length + 2;
    }
    const char *text = ho_text_end(&name);
    return *text == '.' || name.count > NAME_LIMIT ? refuse(ctx, record, field) : text;
}

const char *name_message(struct ho_arena *arena, const char *pattern, const char *file)
{
    static const char end[] = ".pdf";
    size_t length = strlen(file), pattern_length = strlen(pattern),
           cut = sizeof end - 1;
    if (pattern_length >= cut && ho_equal(pattern + pattern_length - cut, end))
        length -= cut;
    return ho_format(arena, "%.*s.eml", (int)length, file);
}

const struct ho_xml_node *addressee(const struct ho_xml_node *record)
{
    const struct ho_xml_node *patient = find_child(record, "patient");
    return patient && ho_xml_find(patient, "email") ? patient : NULL;
}

/* FNV-1a. Two names of one hash are compared before anything is made of it. */
uint64_t hash_name(const char *name)
{
    uint64_t hash = 14695981039346656037U;
    for (; *name; name++)
        hash = (hash ^ (unsigned char)*name) * 1099511628211U;
    return hash ? hash : 1;
}
