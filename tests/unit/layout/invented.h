/* invented.h — a language that runs from right to left, and is none; and the sample set in it.
 * SPDX-License-Identifier: MIT */
#ifndef HO_TESTS_LAYOUT_INVENTED_H
#define HO_TESTS_LAYOUT_INVENTED_H

#include "pages.h"
#include "unit/model/content_copy.h"

/* Letters become Arabic ones, so that every phrase of the language is there, as long as the English one, and runs
 * from right to left; tags stay. It is no language, and no translation. */
static inline const char *invent_words(struct ho_arena *arena, const char *xml)
{
    static const uint32_t letters[26] = {
        0x0627, 0x0628, 0x062A, 0x062F, 0x0648, 0x0641, 0x0642, 0x0647, 0x064A,
        0x062C, 0x0643, 0x0644, 0x0645, 0x0646, 0x0639, 0x062B, 0x063A, 0x0631,
        0x0633, 0x0637, 0x062D, 0x0638, 0x0635, 0x062E, 0x0634, 0x0632};
    struct ho_text out = {.arena = arena};
    char quiet = 0; /* the character that ends a tag, a comment's text or an entity */
    for (const char *c = xml; *c; c++) {
        if (!quiet && (*c == '<' || *c == '&'))
            quiet = *c == '<' ? '>' : ';';
        else if (*c == quiet)
            quiet = 0;
        int letter = *c | 0x20;
        if (!quiet && letter >= 'a' && letter <= 'z')
            ho_text_add_code_point(&out, letters[letter - 'a']);
        else
            ho_text_add_bytes(&out, c, 1);
    }
    return ho_text_end(&out);
}

static inline const char *replace_all(struct ho_arena *arena, const char *text,
                                      const char *old, const char *new)
{
    struct ho_text out = {.arena = arena};
    for (const char *at; (at = strstr(text, old)); text = at + strlen(old)) {
        ho_text_add_bytes(&out, text, (size_t)(at - text));
        ho_text_add(&out, new);
    }
    ho_text_add(&out, text);
    return ho_text_end(&out);
}

/* The folder of English words again, as the invented language "qaa". */
static inline void invent_folder(struct ho_arena *arena, const char *from,
                                 const char *to)
{
    DIR *folder = opendir(from);
    cr_assert(folder);
    mkdir(to, 0700);
    for (const struct dirent *entry; (entry = readdir(folder));) {
        const char *source = ho_format(arena, "%s/%s", from, entry->d_name);
        const char *target = ho_format(arena, "%s/%s", to, entry->d_name);
        const char *end = strrchr(entry->d_name, '.');
        if (entry->d_name[0] == '.')
            continue;
        if (!end) {
            invent_folder(arena, source, target);
            continue;
        }
        const char *text = invent_words(arena, read_copy(arena, source));
        text = replace_all(arena, text, "language=\"en-GB\"", "language=\"qaa\"");
        write_copy(target,
                   replace_all(arena, text, "direction=\"ltr\"", "direction=\"rtl\""));
    }
    closedir(folder);
}

/* The words of the copy in "qaa", those of the country in it, too. */
static inline void invent_language(struct copy *copy, const char *country)
{
    struct ho_arena *arena = copy->ctx.arena;
    const char *path = path_in(copy, ho_format(arena, "countries/%s.xml", country));
    const char *pack = read_copy(arena, path), *from = strstr(pack, "<action>");
    const char *to = strstr(pack, "</text>");
    cr_assert(from && to);
    const char *words =
        invent_words(arena, ho_strndup(arena, from, (size_t)(to - from)));
    invent_folder(arena, path_in(copy, "en-GB"), path_in(copy, "qaa"));
    write_copy(
        path,
        with(arena, pack, "</country>",
             ho_format(arena, "<text languages=\"qaa\">%s</text></country>", words)));
}

/* Everything of the sample again, out of the copy. */
static inline void take_copy(struct sample *sample, struct copy *copy,
                             const char *condition, const char *language)
{
    struct ho_order *order = &sample->example.order;
    struct ho_ctx *ctx = sample->ctx;
    cr_assert(ho_library_load(ctx, copy->folder, condition, language, &order->library),
              "%s", messages(ctx));
    cr_assert(ho_country_load(ctx, copy->folder, "GB", language, (struct ho_span){0},
                              &order->country),
              "%s", messages(ctx));
    cr_assert(
        ho_staff_load(ctx, copy->folder, order->library, order->country, &order->staff),
        "%s", messages(ctx));
}

#endif
