/* What the message says that a handout is mailed with: the emergency first, as on page 1.
 * SPDX-License-Identifier: MIT */
#include "doc/builder_priv.h"

static void add_words(struct builder *b, struct ho_letter *letter,
                      const struct ho_inlines *words)
{
    ho_push(b->ctx->arena, &letter->paragraphs, ho_inlines_text(b->ctx->arena, words));
}

bool ho_doc_letter(struct ho_ctx *ctx, const struct ho_order *order, bool is_sealed,
                   const struct ho_letter **out)
{
    struct builder b = {.ctx = ctx, .order = order, .ok = true};
    struct ho_letter *letter = ho_new(ctx->arena, struct ho_letter);
    struct ho_inlines alarm = {0}, wait = {0}, attached = {0}, call = {0};
    struct value phone = {.name = "phone", .text = order->clinic->phone};

    add_string(&b, &alarm, "footer.reminder", NULL);
    add_gap(&b, &alarm);
    add_phrase(&b, &alarm, &order->country->action, NULL);
    add_phrase(&b, &wait, &order->country->wait, NULL);
    add_string(&b, &attached, "email.attached", NULL);
    if (is_sealed) {
        add_gap(&b, &attached);
        add_string(&b, &attached, "email.sealed", NULL);
    }
    add_string(&b, &call, "email.call",
               &(struct filling){.values = &phone, .value_count = 1});
    letter->subject = string_text(&b, "email.subject", NULL);
    letter->language = order->library->language;
    add_words(&b, letter, &alarm);
    add_words(&b, letter, &wait);
    add_words(&b, letter, &attached);
    add_words(&b, letter, &call);
    ho_push(ctx->arena, &letter->paragraphs, order->clinic->name);
    if (!b.ok)
        return false;
    *out = letter;
    return true;
}
