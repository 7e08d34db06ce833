/* SPDX-License-Identifier: MIT */
#include "mail/mail.h"

#include <gmime/gmime.h>
#include <idn2.h>

#include "base/hash.h"
#include "mail/address_priv.h"
#include "mail/body_priv.h"

enum { RECIPIENTS_MOST = 50, SUBJECT_MOST = 200 };

/* What GMime hands over; the last holder frees it. */
static void unref(gpointer *object)
{
    if (*object)
        g_object_unref(*object);
}

/* ---- headers ---- */

static void report(struct ho_ctx *ctx, const char *option, const char *fault,
                   const char *hint)
{
    ho_report(ctx, HO_MSG_OPTION_FAULT, (struct ho_span){0}, hint, option, fault);
}

static bool add_address(struct ho_ctx *ctx, GMimeMessage *message, const char *option,
                        GMimeAddressType type, const char *text,
                        struct address *address)
{
    if (!address_read(ctx->arena, text, address)) {
        report(ctx, option, "is no e-mail address",
               "one address, such as sam@example.org or \"Sam <sam@example.org>\"");
        return false;
    }
    g_mime_message_add_mailbox(message, type, address->name, address->spec);
    return true;
}

static bool add_addresses(struct ho_ctx *ctx, GMimeMessage *message, const char *option,
                          GMimeAddressType type, const struct ho_mail_texts *all)
{
    struct address address;
    bool ok = true;
    for (size_t i = 0; i < all->count && ok; i++)
        ok = add_address(ctx, message, option, type, all->items[i], &address);
    return ok;
}

/* A name for the message that tells nothing of what is in it. */
static void set_identity(struct ho_ctx *ctx, GMimeMessage *message,
                         const struct ho_mail *mail, const char *domain, uint64_t hash)
{
    GDateTime *date = g_date_time_new_from_unix_utc(mail->seconds);
    g_mime_message_set_date(message, date);
    g_date_time_unref(date);
    g_mime_message_set_message_id(message, ho_format(ctx->arena, "%llx.%016llx@%s",
                                                     (unsigned long long)mail->seconds,
                                                     (unsigned long long)hash, domain));
}

static bool add_headers(struct ho_ctx *ctx, GMimeMessage *message,
                        const struct ho_mail *mail, uint64_t hash)
{
    struct address from;
    if (mail->to.count + mail->cc.count > RECIPIENTS_MOST) {
        report(ctx, "--to", "stands more than 50 times",
               "a handout is for one patient; batch makes one for each");
        return false;
    }
    if (!is_header_text(mail->subject) || strlen(mail->subject) > SUBJECT_MOST) {
        report(ctx, "--subject", "is not one line of at most 200 bytes", NULL);
        return false;
    }
    bool ok =
        add_address(ctx, message, "--from", GMIME_ADDRESS_TYPE_FROM, mail->from, &from);
    ok &= add_addresses(ctx, message, "--to", GMIME_ADDRESS_TYPE_TO, &mail->to);
    ok &= add_addresses(ctx, message, "--cc", GMIME_ADDRESS_TYPE_CC, &mail->cc);
    if (!ok)
        return false;
    g_mime_message_set_subject(message, mail->subject, "utf-8");
    set_identity(ctx, message, mail, from.domain, hash);
    if (mail->is_draft)
        g_mime_object_set_header((GMimeObject *)message, "X-Unsent", "1", NULL);
    return true;
}

/* ---- parts ---- */

static GMimePart *make_part(const char *type, const char *subtype,
                            GMimeContentEncoding encoding, const void *data,
                            size_t length)
{
    GMimePart *part = g_mime_part_new_with_type(type, subtype);
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(data, length);
    GMimeDataWrapper *wrapper =
        g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT);
    g_mime_part_set_content(part, wrapper);
    g_mime_part_set_content_encoding(part, encoding);
    g_object_unref(wrapper);
    g_object_unref(stream);
    return part;
}

static void add_part(GMimeMultipart *whole, void *part)
{
    g_mime_multipart_add(whole, part);
    g_object_unref(part);
}

static void add_text(GMimeMultipart *whole, const char *subtype, const char *text)
{
    GMimePart *part = make_part("text", subtype, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE,
                                text, strlen(text));
    g_mime_object_set_content_type_parameter((GMimeObject *)part, "charset", "utf-8");
    add_part(whole, part);
}

/* The boundary is not of chance, as the bytes are to be the same each time; it cannot stand in what is encoded. */
static GMimeMultipart *make_multipart(struct ho_arena *arena, const char *subtype,
                                      uint64_t hash)
{
    GMimeMultipart *whole = g_mime_multipart_new_with_subtype(subtype);
    g_mime_multipart_set_boundary(
        whole, ho_format(arena, "=_%s_%016llx", subtype, (unsigned long long)hash));
    return whole;
}

/* The file's name says nothing of the patient. */
static void add_pdf(GMimeMultipart *whole, struct ho_bytes pdf)
{
    GMimePart *part = make_part("application", "pdf", GMIME_CONTENT_ENCODING_BASE64,
                                pdf.data, pdf.length);
    g_mime_object_set_disposition((GMimeObject *)part, "attachment");
    g_mime_part_set_filename(part, "handout.pdf");
    add_part(whole, part);
}

static void add_parts(struct ho_arena *arena, GMimeMessage *message,
                      const struct ho_mail *mail, uint64_t hash)
{
    GMimeMultipart *whole = make_multipart(arena, "mixed", hash);
    GMimeMultipart *words = make_multipart(arena, "alternative", hash);
    add_text(words, "plain", body_text(arena, mail));
    add_text(words, "html", body_html(arena, mail));
    add_part(whole, words);
    add_pdf(whole, mail->pdf);
    g_mime_message_set_mime_part(message, (GMimeObject *)whole);
    g_object_unref(whole);
}

/* ---- the story ---- */

static struct ho_bytes write_message(struct ho_arena *arena, GMimeMessage *message)
{
    struct ho_text out = {.arena = arena};
    HO_AUTO(gpointer, unref) stream = g_mime_stream_mem_new();
    GMimeFormatOptions *format = g_mime_format_options_new();
    g_mime_format_options_set_newline_format(format, GMIME_NEWLINE_FORMAT_DOS);
    g_mime_object_write_to_stream((GMimeObject *)message, format, stream);
    g_mime_format_options_free(format);
    GByteArray *bytes = g_mime_stream_mem_get_byte_array(stream);
    ho_text_add_bytes(&out, bytes->data, bytes->len);
    return (struct ho_bytes){(const unsigned char *)out.items, out.count};
}

static uint64_t hash_mail(const struct ho_mail *mail)
{
    uint64_t hash = ho_hash(HO_HASH_START, mail->pdf.data, mail->pdf.length);
    hash = ho_hash(hash, mail->subject, strlen(mail->subject));
    for (size_t i = 0; i < mail->to.count; i++)
        hash = ho_hash(hash, mail->to.items[i], strlen(mail->to.items[i]));
    return hash;
}

bool ho_mail_write(struct ho_ctx *ctx, const struct ho_mail *mail, struct ho_bytes *out)
{
    g_mime_init();
    HO_AUTO(gpointer, unref) message = g_mime_message_new(TRUE);
    uint64_t hash = hash_mail(mail);
    if (!add_headers(ctx, message, mail, hash))
        return false;
    add_parts(ctx->arena, message, mail, hash);
    *out = write_message(ctx->arena, message);
    return true;
}

bool ho_mail_is_address(struct ho_ctx *ctx, const char *text)
{
    struct address address;
    return text && address_read(ctx->arena, text, &address);
}

const char *ho_mail_libraries(struct ho_arena *arena)
{
    return ho_format(arena, "GMime %d.%d.%d, libidn2 %s", GMIME_MAJOR_VERSION,
                     GMIME_MINOR_VERSION, GMIME_MICRO_VERSION,
                     idn2_check_version(NULL));
}
