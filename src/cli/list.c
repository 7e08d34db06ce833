/* handout list — what there is to choose from: an id, a tab, a line of text; of a message a tab and its hint, too.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/folder.h"
#include "base/str.h"
#include "cli/check_priv.h"
#include "cli/examples_priv.h"
#include "cli/options_priv.h"
#include "model/figure_list.h"
#include "model/roster.h"
#include "model/texts.h"
#include "page/geometry.h"
#include "xml/xml.h"

static const struct option_row rows[] = {
    CONTENT_ROW,
    {"language", 0, "TAG", "the language of the lines (default: en-GB)", ROW(language)},
    {"condition", 0, "ID", "of this condition only (default: of all)", ROW(condition)},
    HELP_ROW,
};

/* One run of the command. */
struct listing {
    struct ho_ctx *ctx;
    const struct options *options;
    const char *language, *content;
    struct {
        HO_VEC(const char *);
    } told; /* ids: several conditions may share an exercise */
};

static bool is_new(struct listing *listing, const char *id)
{
    for (size_t i = 0; i < listing->told.count; i++)
        if (ho_equal(listing->told.items[i], id))
            return false;
    ho_push(listing->ctx->arena, &listing->told, id);
    return true;
}

/* Without a name, all; a name that is not there is for the loader to report. */
static const char *const *conditions_of(struct listing *listing)
{
    struct ho_arena *arena = listing->ctx->arena;
    const char **one = ho_new_array(arena, const char *, 2);
    one[0] = listing->options->condition;
    return one[0] ? one
                  : ho_folder_ids(arena,
                                  ho_format(arena, "%s/conditions", listing->content));
}

static bool each_library(struct listing *listing,
                         bool (*tell)(struct listing *listing,
                                      const struct ho_library *library))
{
    const char *const *conditions = conditions_of(listing);
    bool ok = true;
    for (size_t i = 0; conditions[i]; i++) {
        const struct ho_library *library;
        ok &= ho_library_load(listing->ctx, listing->content, conditions[i],
                              listing->language, &library) &&
              tell(listing, library);
    }
    return ok;
}

static bool tell_exercises(struct listing *listing, const struct ho_library *library)
{
    for (size_t i = 0; i < library->exercises.count; i++) {
        const struct ho_exercise *exercise = &library->exercises.items[i];
        if (is_new(listing, exercise->id))
            printf("%s\t%s\n", exercise->id,
                   ho_phrase_plain(listing->ctx->arena, &exercise->name));
    }
    return true;
}

static void tell_group(struct listing *listing, const struct ho_sign_group *group)
{
    for (size_t i = 0; i < group->signs.count; i++) {
        const struct ho_sign *sign = &group->signs.items[i];
        struct ho_text text = {.arena = listing->ctx->arena};
        if (!is_new(listing, sign->id))
            continue;
        for (size_t j = 0; j < sign->full.count; j++)
            ho_text_add_format(
                &text, "%s%s", j ? "; " : "",
                ho_phrase_plain(listing->ctx->arena, &sign->full.items[j]));
        printf("%s\t%s\n", sign->id, ho_text_end(&text));
    }
}

static bool tell_red_flags(struct listing *listing, const struct ho_library *library)
{
    for (size_t i = 0; i < library->red_flags.groups.count; i++)
        tell_group(listing, &library->red_flags.groups.items[i]);
    tell_group(listing, &library->red_flags.urgent);
    return true;
}

static bool tell_advice(struct listing *listing, const struct ho_library *library)
{
    for (size_t i = 0; i < library->advice.count; i++) {
        const struct ho_advice *advice = &library->advice.items[i];
        if (is_new(listing, advice->id))
            printf("%s\t%s\n", advice->id,
                   ho_phrase_plain(listing->ctx->arena, &advice->title));
    }
    return true;
}

static bool list_advice(struct listing *listing)
{
    return each_library(listing, tell_advice);
}

static bool list_exercises(struct listing *listing)
{
    return each_library(listing, tell_exercises);
}

static bool list_red_flags(struct listing *listing)
{
    return each_library(listing, tell_red_flags);
}

/* A language is a folder with strings.xml; its line names the conditions that it has. */
static bool list_languages(struct listing *listing)
{
    struct ho_arena *arena = listing->ctx->arena;
    const char *const *names = ho_folder_names(arena, listing->content);
    for (size_t i = 0; names[i]; i++) {
        const char *folder = ho_format(arena, "%s/%s", listing->content, names[i]);
        if (!ho_is_file(ho_format(arena, "%s/strings.xml", folder)))
            continue;
        const char *const *ids =
            ho_folder_ids(arena, ho_format(arena, "%s/conditions", folder));
        printf("%s\t", names[i]);
        for (size_t j = 0; ids[j]; j++)
            printf("%s%s", j ? ", " : "", ids[j]);
        putchar('\n');
    }
    return true;
}

static const char *const *country_codes(struct listing *listing)
{
    struct ho_arena *arena = listing->ctx->arena;
    return ho_folder_ids(arena, ho_format(arena, "%s/countries", listing->content));
}

/* A country in a language of its pack; NULL: the first one. */
static bool load_country(struct listing *listing, const char *code,
                         const char *language, const struct ho_country **out)
{
    return ho_country_load(listing->ctx, listing->content, code, language,
                           (struct ho_span){0}, out);
}

static bool list_countries(struct listing *listing)
{
    const char *const *codes = country_codes(listing);
    bool ok = true;
    for (size_t i = 0; codes[i]; i++) {
        const struct ho_country *country;
        if (load_country(listing, codes[i], NULL, &country))
            printf("%s\t%s\n", codes[i],
                   ho_phrase_plain(listing->ctx->arena, &country->action));
        else
            ok = false;
    }
    return ok;
}

/* Templates and themes have no title yet; their line is the file, to copy and change. */
static bool list_files(struct listing *listing, const char *part)
{
    struct ho_arena *arena = listing->ctx->arena;
    const char *data = find_data(listing->ctx);
    if (!data)
        return false;
    const char *folder = ho_format(arena, "%s/%s", data, part);
    const char *const *ids = ho_folder_ids(arena, folder);
    for (size_t i = 0; ids[i]; i++)
        printf("%s\t%s/%s.xml\n", ids[i], folder, ids[i]);
    return true;
}

static bool list_templates(struct listing *listing)
{
    return list_files(listing, "templates");
}

static bool list_themes(struct listing *listing)
{
    return list_files(listing, "templates/themes");
}

static bool list_figures(struct listing *listing)
{
    struct ho_arena *arena = listing->ctx->arena;
    const char *const *ids = ho_figure_ids(arena, listing->content);
    for (size_t i = 0; ids[i]; i++)
        printf("%s\t%s/figures/%s.xml\n", ids[i], listing->content, ids[i]);
    return true;
}

static bool list_columns(struct listing *listing)
{
    (void)listing;
    for (const struct ho_roster_column *column = ho_roster_columns; column->name;
         column++)
        printf("%s\t%s%s; such as %s\n", column->name, column->meaning,
               column->is_needed ? " (needed)" : "", column->example);
    return true;
}

/* What a clinician signs: the set, and the hash that <approved> repeats; for each country that speaks the language. */
static bool tell_texts(struct listing *listing, const struct ho_library *library)
{
    const char *const *codes = country_codes(listing);
    bool ok = true;
    for (size_t i = 0; codes[i]; i++) {
        struct ho_texts texts = {.library = library};
        if (!load_country(listing, codes[i], NULL, &texts.country)) {
            ok = false;
            continue;
        }
        if (!ho_tags_have(&texts.country->languages, library->language))
            continue;
        if (load_country(listing, codes[i], library->language, &texts.country) &&
            ho_staff_load(listing->ctx, listing->content, library, texts.country,
                          &texts.staff))
            printf("%s\t%s\n", ho_texts_name(listing->ctx->arena, &texts),
                   ho_texts_hash(listing->ctx->arena, &texts));
        else
            ok = false;
    }
    return ok;
}

static bool list_texts(struct listing *listing)
{
    struct ho_arena *arena = listing->ctx->arena;
    const char *const *names = ho_folder_names(arena, listing->content);
    bool ok = true;
    for (size_t i = 0; names[i]; i++) {
        listing->language = names[i];
        if (ho_is_file(
                ho_format(arena, "%s/%s/strings.xml", listing->content, names[i])))
            ok &= each_library(listing, tell_texts);
    }
    return ok;
}

/* What a user was shown of the message, with what he was told to do; what nobody can be shown is as the table has it. */
static struct example example_of(const struct ho_message_info *message)
{
    for (const struct example *each = message_examples; each->code; each++)
        if (each->code == (int)message->code)
            return *each;
    const char *hint = ho_message_hint(message->code);
    return (struct example){(int)message->code, message->text, hint ? hint : ""};
}

static bool list_messages(struct listing *listing)
{
    const struct ho_message_info *messages;
    size_t count = ho_messages(&messages);
    (void)listing;
    for (size_t i = 0; i < count; i++) {
        struct example example = example_of(&messages[i]);
        printf("HO-%03d\t%s: %s", example.code, ho_severity_word(messages[i].severity),
               example.text);
        printf(*example.hint ? "\thint: %s\n" : "\n", example.hint);
    }
    return true;
}

static bool list_papers(struct listing *listing)
{
    const struct ho_paper *papers;
    size_t count = ho_papers(&papers);
    (void)listing;
    for (size_t i = 0; i < count; i++)
        printf("%s\t%d x %d mm\n", papers[i].id, (int)(ho_to_mm(papers[i].width) + .5),
               (int)(ho_to_mm(papers[i].height) + .5));
    return true;
}

static const struct {
    const char *kind;
    bool (*list)(struct listing *listing);
    bool needs_content;
} kinds[] = {
    {"exercises", list_exercises, true},  {"red-flags", list_red_flags, true},
    {"advice", list_advice, true},        {"figures", list_figures, true},
    {"templates", list_templates, false}, {"themes", list_themes, false},
    {"papers", list_papers, false},       {"languages", list_languages, true},
    {"countries", list_countries, true},  {"columns", list_columns, false},
    {"texts", list_texts, true},          {"messages", list_messages, false},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static int find_kind(struct ho_ctx *ctx, const struct options *options)
{
    const char *names[KINDS + 1] = {NULL};
    for (size_t i = 0; i < KINDS; i++)
        names[i] = kinds[i].kind;
    if (options->operand_count == 0)
        ho_report(ctx, HO_MSG_NO_OPERAND, (struct ho_span){0},
                  "see handout list --help", "KIND");
    else if (options->operand_count > 1)
        ho_report(ctx, HO_MSG_EXTRA_OPERAND, (struct ho_span){0}, "one kind at a time",
                  options->operands[1]);
    else
        return option_word(ctx, "KIND", options->operands[0], names);
    return -1;
}

static int run_list(struct ho_ctx *ctx, const struct options *options)
{
    int kind = find_kind(ctx, options);
    struct listing listing = {.ctx = ctx,
                              .options = options,
                              .language =
                                  options->language ? options->language : "en-GB"};
    if (kind < 0)
        return 2;
    if (kinds[kind].needs_content && !(listing.content = find_content(ctx, options)))
        return ho_diags_status(&ctx->diags);
    if (kinds[kind].needs_content && !ho_is_folder(listing.content)) {
        ho_report(ctx, HO_MSG_NO_FILE, named_place(ctx, listing.content),
                  "a content library is a folder");
        return 1;
    }
    if (!kinds[kind].list(&listing))
        return ho_diags_status(&ctx->diags);
    return 0;
}

const struct command list_command = {
    .name = "list",
    .operands = "KIND",
    .summary =
        "Lists exercises, red-flags, advice, figures, templates, themes, papers, "
        "languages, countries, columns, texts or messages.",
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .run = run_list,
};
