/* SPDX-License-Identifier: MIT */
#include "model/texts.h"

#include "base/digest.h"

static void add_line(struct ho_text *out, const char *name, const char *value)
{
    ho_text_add_format(out, "%s %s\n", name, value);
}

/* White space in a phrase is folded, so it is one line. */
static void add_phrase(struct ho_text *out, const char *name,
                       const struct ho_phrase *phrase)
{
    ho_text_add(out, name);
    for (size_t i = 0; i < phrase->count; i++)
        ho_text_add_format(out, phrase->parts[i].is_strong ? "%s<b>%s</b>" : "%s%s",
                           i ? "" : " ", phrase->parts[i].text);
    ho_text_add(out, "\n");
}

static void add_staff(struct ho_text *out, const struct ho_staff *staff)
{
    add_line(out, "staff", staff->language);
    add_phrase(out, "show", &staff->show);
    add_phrase(out, "check", &staff->check);
    add_phrase(out, "started", &staff->started);
    add_phrase(out, "at", &staff->at);
    add_phrase(out, "name", &staff->name);
    for (size_t i = 0; i < staff->ticks.count; i++)
        add_phrase(out, "tick", &staff->ticks.items[i]);
}

const char *ho_texts_name(struct ho_arena *arena, const struct ho_texts *texts)
{
    return ho_format(arena, "%s/%s/%s", texts->library->condition,
                     texts->library->language, texts->country->code);
}

const char *ho_texts_statement(struct ho_arena *arena, const struct ho_texts *texts)
{
    const struct ho_country *country = texts->country;
    struct ho_text out = {.arena = arena};
    add_line(&out, "library", texts->library->sha256);
    add_line(&out, "country", country->code);
    add_line(&out, "number", country->number);
    add_phrase(&out, "action", &country->action);
    add_phrase(&out, "wait", &country->wait);
    add_phrase(&out, "avoid", &country->avoid);
    add_phrase(&out, "show", &country->show);
    add_phrase(&out, "urgent", &country->urgent);
    if (texts->staff)
        add_staff(&out, texts->staff);
    return ho_text_end(&out);
}

const char *ho_texts_hash(struct ho_arena *arena, const struct ho_texts *texts)
{
    struct ho_digest *digest = ho_digest_new(arena);
    ho_digest_add_text(digest, ho_texts_statement(arena, texts));
    return ho_digest_end(arena, digest);
}
