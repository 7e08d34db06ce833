/* SPDX-License-Identifier: MIT */
#include "mail/body_priv.h"

const char *body_text(struct ho_arena *arena, const struct ho_mail *mail)
{
    struct ho_text out = {.arena = arena};
    for (size_t i = 0; i < mail->paragraphs.count; i++)
        ho_text_add_format(&out, "%s%s\n", i ? "\n" : "", mail->paragraphs.items[i]);
    return ho_text_end(&out);
}

const char *body_html(struct ho_arena *arena, const struct ho_mail *mail)
{
    struct ho_text out = {.arena = arena};
    ho_text_add(&out, "<!DOCTYPE html>\n<html lang=\"");
    ho_text_add_escaped(&out, mail->language);
    ho_text_add(&out, "\">\n<head><meta charset=\"utf-8\"><title>");
    ho_text_add_escaped(&out, mail->subject);
    ho_text_add(&out, "</title></head>\n<body>\n");
    for (size_t i = 0; i < mail->paragraphs.count; i++) {
        ho_text_add(&out, i ? "<p>" : "<p><strong>");
        ho_text_add_escaped(&out, mail->paragraphs.items[i]);
        ho_text_add(&out, i ? "</p>\n" : "</strong></p>\n");
    }
    ho_text_add(&out, "</body>\n</html>\n");
    return ho_text_end(&out);
}
