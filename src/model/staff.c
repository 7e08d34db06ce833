/* SPDX-License-Identifier: MIT */
#include "model/staff.h"

#include "model/library_priv.h"
#include "model/read_priv.h"

/* Two files of the language are enough: nothing else of it is printed. */
static bool load_words(struct ho_loading *loading, const struct ho_country *country,
                       const char *red_flags)
{
    struct ho_ctx *ctx = loading->ctx;
    const char *language = loading->library->language;
    loading->words = ho_format(ctx->arena, "%s/%s", loading->folder, language);
    if (!ho_read_exists(ho_read_path(ctx->arena, loading->words, "", "strings")) ||
        !ho_read_exists(ho_read_path(ctx->arena, loading->words, "", red_flags))) {
        ho_report(ctx, HO_MSG_NO_STAFF_WORDS, country->staff_at,
                  ho_format(ctx->arena,
                            "translate strings.xml and %s.xml of the content",
                            red_flags),
                  country->code, language);
        return false;
    }
    return ho_sources_load(loading) && ho_strings_load(loading) &&
           ho_red_flags_load(loading, red_flags);
}

static struct ho_phrase string(const struct ho_library *library, const char *id)
{
    return ho_string_find(library, id)->phrase; /* ho_strings_load has seen to it */
}

bool ho_staff_load(struct ho_ctx *ctx, const char *folder,
                   const struct ho_library *library, const struct ho_country *country,
                   const struct ho_staff **out)
{
    struct ho_library *words = ho_new(ctx->arena, struct ho_library);
    struct ho_loading loading = {.ctx = ctx, .folder = folder, .library = words};
    const struct ho_country *spoken;
    if (ho_tags_have(&country->staff, library->language)) {
        *out = NULL;
        return true;
    }
    words->language = country->staff.items[0];
    if (!load_words(&loading, country, library->red_flags.id) ||
        !ho_country_load(ctx, folder, country->code, words->language, country->staff_at,
                         &spoken))
        return false;
    struct ho_staff *staff = ho_new(ctx->arena, struct ho_staff);
    staff->language = words->language;
    staff->is_rtl = words->is_rtl;
    staff->show = spoken->show;
    staff->check = string(words, "sheet.staff");
    staff->started = string(words, "sheet.started");
    staff->at = string(words, "sheet.at");
    staff->name = string(words, "sheet.name");
    for (size_t i = 0; i < words->red_flags.groups.count; i++)
        ho_push(ctx->arena, &staff->ticks, words->red_flags.groups.items[i].tick);
    *out = staff;
    return true;
}
