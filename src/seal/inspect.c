/* SPDX-License-Identifier: MIT */
#include "seal/inspect.h"

#include <libdeflate.h>
#include <math.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "seal/xmp_priv.h"

enum { PAGES_MOST = 2000, PRINT_DIGITS = 16 };

struct inspector {
    struct ho_arena *arena;
    qpdf_data document;
    struct ho_inspection *found;
};

/* What libqpdf hands over to be freed. */
struct buffer {
    unsigned char *data;
    size_t length;
};

static void free_buffer(struct buffer *buffer)
{
    free(buffer->data);
}

/* The stream's data without their compression; as they are if they were compressed as pictures are. */
static struct buffer read_stream(const struct inspector *in, qpdf_oh stream)
{
    struct buffer buffer = {NULL, 0};
    if (!qpdf_oh_is_stream(in->document, stream) ||
        qpdf_oh_get_stream_data(in->document, stream, qpdf_dl_generalized, NULL,
                                &buffer.data, &buffer.length))
        buffer.length = 0;
    return buffer;
}

/* ---- fingerprints: the lines that pdf/fingerprint.c writes ---- */

static void put_links(const struct inspector *in, qpdf_oh page, struct ho_text *out)
{
    qpdf_oh annotations = qpdf_oh_get_key(in->document, page, "/Annots");
    int count = qpdf_oh_is_array(in->document, annotations)
                    ? qpdf_oh_get_array_n_items(in->document, annotations)
                    : 0;
    for (int i = 0; i < count; i++) {
        qpdf_oh one = qpdf_oh_get_array_item(in->document, annotations, i);
        qpdf_oh kind = qpdf_oh_get_key_if_dict(in->document, one, "/Subtype");
        qpdf_oh action = qpdf_oh_get_key_if_dict(in->document, one, "/A");
        qpdf_oh uri = qpdf_oh_get_key_if_dict(in->document, action, "/URI");
        bool is_link = qpdf_oh_is_name_and_equals(in->document, kind, "/Link");
        const char *text = qpdf_oh_is_string(in->document, uri)
                               ? qpdf_oh_get_string_value(in->document, uri)
                               : "";
        ho_text_add_format(out, "%s %s\n", is_link ? "Link" : "Other", text);
    }
}

static void put_contents(const struct inspector *in, qpdf_oh page, struct ho_text *out)
{
    HO_AUTO(struct buffer, free_buffer) data = {NULL, 0};
    if (qpdf_oh_get_page_content_data(in->document, page, &data.data, &data.length))
        return;
    ho_text_add_format(
        out, "Contents %016llx\n",
        (unsigned long long)ho_hash_long(HO_HASH_START, data.data, data.length));
}

static void put_box(const struct inspector *in, qpdf_oh page, const char *name,
                    struct ho_text *out)
{
    qpdf_oh box =
        qpdf_oh_get_key(in->document, page, ho_format(in->arena, "/%s", name));
    if (!qpdf_oh_is_array(in->document, box) ||
        qpdf_oh_get_array_n_items(in->document, box) != 4)
        return;
    ho_text_add(out, name);
    for (int i = 0; i < 4; i++) {
        double value = 0;
        qpdf_oh number = qpdf_oh_get_array_item(in->document, box, i);
        (void)qpdf_oh_get_value_as_number(in->document, number, &value);
        ho_text_add_format(out, " %ld", fabs(value) < 1e6 ? lround(value * 100) : -1L);
    }
    ho_text_add(out, "\n");
}

/* A page that was turned is another page. */
static void put_turn(const struct inspector *in, qpdf_oh page, struct ho_text *out)
{
    long long turn = 0;
    qpdf_oh rotate = qpdf_oh_get_key(in->document, page, "/Rotate");
    if (qpdf_oh_get_value_as_longlong(in->document, rotate, &turn) && turn)
        ho_text_add_format(out, "Rotate %lld\n", turn);
}

static void put_resource(const struct inspector *in, qpdf_oh object, const char *kind,
                         const char *key, struct ho_text *out)
{
    qpdf_oh stream = object;
    if (ho_equal(kind, "Font"))
        stream = qpdf_oh_get_key_if_dict(in->document, object, "/ToUnicode");
    HO_AUTO(struct buffer, free_buffer) data = read_stream(in, stream);
    ho_text_add_format(out, "%s %s %08lx\n", kind, key,
                       (unsigned long)libdeflate_adler32(1, data.data, data.length));
}

static void put_resources(const struct inspector *in, qpdf_oh page, const char *kind,
                          struct ho_text *out)
{
    qpdf_oh all = qpdf_oh_get_key(in->document, page, "/Resources");
    qpdf_oh some =
        qpdf_oh_get_key_if_dict(in->document, all, ho_format(in->arena, "/%s", kind));
    struct ho_fingerprints keys = {0};
    if (!qpdf_oh_is_dictionary(in->document, some))
        return;
    qpdf_oh_begin_dict_key_iter(in->document, some);
    while (qpdf_oh_dict_more_keys(in->document))
        ho_push(in->arena, &keys,
                ho_strdup(in->arena, qpdf_oh_dict_next_key(in->document)));
    for (size_t i = 0; i < keys.count; i++)
        put_resource(in, qpdf_oh_get_key(in->document, some, keys.items[i]), kind,
                     keys.items[i] + 1, out);
}

static const char *print_page(const struct inspector *in, size_t index)
{
    struct ho_text lines = {.arena = in->arena};
    qpdf_oh page = qpdf_get_page_n(in->document, index);
    put_links(in, page, &lines);
    put_contents(in, page, &lines);
    put_box(in, page, "MediaBox", &lines);
    put_box(in, page, "TrimBox", &lines);
    put_turn(in, page, &lines);
    put_resources(in, page, "Font", &lines);
    put_resources(in, page, "XObject", &lines);
    qpdf_oh_release_all(in->document);
    return ho_format(
        in->arena, "%016llx",
        (unsigned long long)ho_hash(HO_HASH_START, lines.items, lines.count));
}

/* ---- what the file says of itself ---- */

static void split_fingerprints(struct inspector *in, const char *list)
{
    static const char digits[] = "0123456789abcdef";
    while (list && strspn(list, digits) == PRINT_DIGITS) {
        ho_push(in->arena, &in->found->made, ho_strndup(in->arena, list, PRINT_DIGITS));
        list += PRINT_DIGITS;
        list += *list == ' ';
    }
}

static void read_metadata(struct inspector *in)
{
    struct ho_inspection *found = in->found;
    qpdf_oh metadata =
        qpdf_oh_get_key(in->document, qpdf_get_root(in->document), "/Metadata");
    HO_AUTO(struct buffer, free_buffer) data = read_stream(in, metadata);
    const struct ho_bytes xmp = {data.data, data.length};
    found->generator = xmp_find(in->arena, xmp, "xmp:CreatorTool");
    found->date = xmp_find(in->arena, xmp, "xmp:CreateDate");
    found->template_id = xmp_find(in->arena, xmp, "handout:template");
    found->language = xmp_find(in->arena, xmp, "handout:language");
    found->country = xmp_find(in->arena, xmp, "handout:country");
    found->content_version = xmp_find(in->arena, xmp, "handout:contentVersion");
    found->content_hash = xmp_find(in->arena, xmp, "handout:contentHash");
    found->review_by = xmp_find(in->arena, xmp, "handout:reviewBy");
    found->signs = xmp_find(in->arena, xmp, "handout:emergencySheet");
    split_fingerprints(in, xmp_find(in->arena, xmp, "handout:pages"));
    if (found->date)
        found->date = ho_strndup(in->arena, found->date, strcspn(found->date, "T"));
}

/* ---- the story ---- */

static bool fail(struct ho_ctx *ctx, const struct ho_source *file,
                 enum ho_message message, const char *hint)
{
    ho_report(ctx, message, ho_source_whole(file), hint);
    return false;
}

/* What libqpdf says of it is not repeated: it may quote from the file. */
static bool open_file(struct ho_ctx *ctx, qpdf_data document,
                      const struct ho_source *file, const char *password)
{
    qpdf_silence_errors(document);
    qpdf_set_suppress_warnings(document, QPDF_TRUE);
    /* A file that must be mended is not whole; and mending takes time. */
    qpdf_set_attempt_recovery(document, QPDF_FALSE);
    qpdf_read_memory(document, file->name, file->text, file->length, password);
    if (!qpdf_has_error(document))
        return true;
    if (qpdf_get_error_code(document, qpdf_get_error(document)) != qpdf_e_password)
        return fail(ctx, file, HO_MSG_PDF_DAMAGED,
                    "ask for the file again, or make it again");
    return password ? fail(ctx, file, HO_MSG_PASSWORD_WRONG,
                           "mind capitals, hyphens and spaces")
                    : fail(ctx, file, HO_MSG_PASSWORD_NEEDED,
                           "give the password with --password-file");
}

/* Whether all that was read was sound. Without memory libqpdf reports an error of its own kind. */
static bool is_sound(struct ho_ctx *ctx, qpdf_data document,
                     const struct ho_source *file)
{
    if (qpdf_has_error(document) &&
        qpdf_get_error_code(document, qpdf_get_error(document)) == qpdf_e_internal)
        return fail(ctx, file, HO_MSG_TOO_COSTLY,
                    "it may be damaged, or made to do harm");
    if (qpdf_has_error(document) || qpdf_more_warnings(document))
        return fail(ctx, file, HO_MSG_PDF_DAMAGED,
                    "ask for the file again, or make it again");
    return true;
}

bool ho_inspect(struct ho_ctx *ctx, const struct ho_source *file, const char *password,
                const struct ho_inspection **out)
{
    struct ho_inspection *found = ho_new(ctx->arena, struct ho_inspection);
    HO_AUTO(qpdf_data, qpdf_cleanup) document = qpdf_init();
    struct inspector in = {ctx->arena, document, found};
    if (file->length < 5 || memcmp(file->text, "%PDF-", 5) != 0)
        return fail(ctx, file, HO_MSG_NO_PDF, "is this the right file?");
    if (!open_file(ctx, document, file, password))
        return false;
    found->is_sealed = qpdf_is_encrypted(document);
    found->stamp = ho_stamp_check(
        (struct ho_bytes){(const unsigned char *)file->text, file->length});
    read_metadata(&in);
    int pages = qpdf_get_num_pages(document);
    if (pages > PAGES_MOST)
        return fail(ctx, file, HO_MSG_TOO_COSTLY, "no handout has 2,000 pages");
    for (int i = 0; i < pages && !qpdf_has_error(document); i++)
        ho_push(ctx->arena, &found->seen, print_page(&in, (size_t)i));
    if (!is_sound(ctx, document, file))
        return false;
    *out = found;
    return true;
}
