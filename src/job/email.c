/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "job/job_priv.h"
#include "mail/mail.h"

enum { KILOBYTE = 1000 };

/* What was asked can be mailed: sealed, if nobody has decided otherwise, and from somebody. */
bool job_can_mail(struct ho_ctx *ctx, const struct ho_shop *shop,
                  const struct ho_request *request, const struct ho_post *post)
{
    const struct ho_clinic *clinic = shop->clinic;
    bool is_open = post->is_open || clinic->mails_open, ok = true;
    if (!request->password && !is_open) {
        ho_report(ctx, HO_MSG_MAIL_PASSWORD, (struct ho_span){0},
                  "give --password-file or --generate-password; or --unsealed, if the "
                  "patient agreed");
        ok = false;
    }
    if (!post->from && !clinic->sender) {
        ho_report(ctx, HO_MSG_NO_SENDER, clinic->at,
                  "add <email from=\"desk@clinic.example\"/>; or, for one message, "
                  "give --from");
        ok = false;
    }
    return ok;
}

/* An emergency must not wait in an inbox, and who was not asked may have one. */
bool job_may_mail(const struct ho_ctx *ctx, const struct ho_result *result)
{
    for (size_t i = 0; i < ctx->diags.count; i++)
        if (ctx->diags.items[i].code == HO_MSG_RED_FLAG_NOT_ASKED ||
            ctx->diags.items[i].code == HO_MSG_NOTHING_ASKED)
            return false;
    return !result->is_emergency;
}

/* The clinic's own, with its name if a header can hold that as it is. */
static const char *sender_of(struct ho_arena *arena, const struct ho_clinic *clinic)
{
    if (strpbrk(clinic->name, "<>\"\\"))
        return clinic->sender;
    return ho_format(arena, "%s <%s>", clinic->name, clinic->sender);
}

/* The record's own address, where none is asked for. */
static bool find_address(struct ho_ctx *ctx, struct ho_post *post, const char *email)
{
    if (post->to.count)
        return true;
    if (!email)
        ho_report(ctx, HO_MSG_NO_ADDRESS, (struct ho_span){0},
                  "give --to, or add email=\"sam@example.org\" to its <patient>");
    else if (!ho_mail_is_address(ctx, email))
        ho_report(ctx, HO_MSG_ROW_ADDRESS, (struct ho_span){0},
                  "one address, such as sam@example.org; or give --to");
    else
        ho_push(ctx->arena, &post->to, email);
    return post->to.count;
}

static struct ho_mail address_mail(struct ho_arena *arena,
                                   const struct ho_clinic *clinic,
                                   const struct ho_post *post,
                                   const struct ho_letter *letter)
{
    struct ho_mail mail = {.from = post->from ? post->from : sender_of(arena, clinic),
                           .subject = post->subject ? post->subject : letter->subject,
                           .language = letter->language,
                           .seconds = post->seconds,
                           .is_draft = post->is_draft};
    for (size_t i = 0; i < post->to.count; i++)
        ho_push(arena, &mail.to, post->to.items[i]);
    for (size_t i = 0; i < post->cc.count; i++)
        ho_push(arena, &mail.cc, post->cc.items[i]);
    for (size_t i = 0; i < letter->paragraphs.count; i++)
        ho_push(arena, &mail.paragraphs, letter->paragraphs.items[i]);
    return mail;
}

bool job_mail(struct ho_ctx *ctx, const struct ho_shop *shop,
              const struct ho_post *post, const struct ho_result *result,
              struct ho_bytes *out)
{
    const struct ho_clinic *clinic = shop->clinic;
    size_t limit = (size_t)clinic->mail_limit_kb;
    struct ho_mail mail = address_mail(ctx->arena, clinic, post, result->letter);
    mail.pdf = result->bytes;
    if (!ho_mail_write(ctx, &mail, out))
        return false;
    if (out->length > limit * KILOBYTE)
        ho_report(ctx, HO_MSG_MAIL_LARGE, clinic->sender_at,
                  "some mail servers refuse it; a smaller logo may help",
                  ho_format(ctx->arena, "%zu", limit));
    return true;
}

bool ho_job_email(struct ho_ctx *ctx, struct ho_shop *shop,
                  const struct ho_request *request, const struct ho_post *post,
                  struct ho_result *out)
{
    if (!shop_equip(shop, request) || !job_can_mail(ctx, shop, request, post) ||
        !ho_job_run(ctx, shop, request, out))
        return false;
    if (!job_may_mail(ctx, out)) {
        ho_report(ctx, HO_MSG_NOT_MAILED, (struct ho_span){0},
                  "call the patient; an emergency must not wait in an inbox");
        out->is_emergency = true;
        out->bytes = (struct ho_bytes){NULL, 0};
        return true;
    }
    struct ho_post addressed = *post;
    if (!find_address(ctx, &addressed, out->email) ||
        !job_mail(ctx, shop, &addressed, out, &out->bytes))
        return false;
    ho_report(
        ctx, HO_MSG_MAIL_SIZE, (struct ho_span){0}, NULL,
        ho_format(ctx->arena, "%zu", (out->bytes.length + KILOBYTE - 1) / KILOBYTE));
    return true;
}
