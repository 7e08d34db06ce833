/* SPDX-License-Identifier: MIT */
#include "seal/seal.h"

#include <qpdf/qpdf-c.h>

#include "base/chance.h"
#include "base/stamp.h"

enum { OWNER_BYTES = 32 };

/* A password that nobody knows, in hexadecimal digits. */
static void make_owner(char out[2 * OWNER_BYTES + 1])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char bytes[OWNER_BYTES];
    ho_chance(bytes, sizeof bytes);
    for (size_t i = 0; i < OWNER_BYTES; i++) {
        out[2 * i] = digits[bytes[i] >> 4];
        out[2 * i + 1] = digits[bytes[i] & 15];
    }
    out[(size_t)2 * OWNER_BYTES] = '\0';
}

/* For reading aloud, copying and printing, but for no change. */
static void set_encryption(qpdf_data document, const char *password)
{
    char owner[2 * OWNER_BYTES + 1];
    make_owner(owner);
    qpdf_set_r6_encryption_parameters2(
        document, password, owner, QPDF_TRUE /* accessibility */,
        QPDF_TRUE /* extract */, QPDF_FALSE /* assemble */, QPDF_FALSE /* annotate */,
        QPDF_FALSE /* forms */, QPDF_FALSE /* modify */, qpdf_r3p_full,
        QPDF_TRUE /* metadata */);
}

/* Streams stay as they are, and objects outside of object streams, so that the oldest viewers find them. Our own files
 * give no cause for a warning, so that one is a failure, too. */
static bool write_sealed(qpdf_data document, struct ho_bytes pdf, const char *password)
{
    if (qpdf_read_memory(document, "handout", (const char *)pdf.data, pdf.length,
                         NULL) ||
        qpdf_init_write_memory(document))
        return false;
    qpdf_set_object_stream_mode(document, qpdf_o_disable);
    qpdf_set_stream_data_mode(document, qpdf_s_preserve);
    set_encryption(document, password);
    return !qpdf_write(document);
}

static const char *find_fault(qpdf_data document)
{
    qpdf_error error = NULL;
    if (qpdf_has_error(document))
        error = qpdf_get_error(document);
    else if (qpdf_more_warnings(document))
        error = qpdf_next_warning(document);
    return error ? qpdf_get_error_message_detail(document, error) : "no reason given";
}

bool ho_seal(struct ho_ctx *ctx, struct ho_bytes pdf, const char *password,
             struct ho_bytes *out)
{
    HO_AUTO(qpdf_data, qpdf_cleanup) document = qpdf_init();
    qpdf_silence_errors(document);
    if (!write_sealed(document, pdf, password)) {
        ho_report(ctx, HO_MSG_INTERNAL, (struct ho_span){0}, NULL, "seal",
                  find_fault(document));
        return false;
    }
    struct ho_text sealed = {.arena = ctx->arena};
    ho_text_add_bytes(&sealed, qpdf_get_buffer(document),
                      qpdf_get_buffer_length(document));
    ho_stamp_set((unsigned char *)sealed.items, sealed.count);
    *out = (struct ho_bytes){(const unsigned char *)sealed.items, sealed.count};
    return true;
}

const char *ho_seal_libraries(struct ho_arena *arena)
{
    return ho_format(arena, "qpdf %s", qpdf_get_qpdf_version());
}
