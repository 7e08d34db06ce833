/* A second condition, and a language that runs from right to left, are data only. Both are invented.
 * SPDX-License-Identifier: MIT */
#include "model/country.h"
#include "model/read_priv.h"
#include "model/record.h"
#include "unit/model/content_copy.h"

static const char condition[] =
    "<condition id='wombat-shoulder' version='0.1' reviewed='2026-01-01' "
    "review-by='2027-01-01' red-flags='red-flags'>"
    "<exercise ref='shrug'/><exercise ref='nod'/><advice ref='burrow'/>"
    "<caution id='no-burrow'/></condition>";
static const char condition_words[] =
    "<condition-text id='wombat-shoulder' language='en-GB'><title>Your shoulder</title>"
    "<caution id='no-burrow'>You have no burrow</caution></condition-text>";
static const char shrug[] =
    "<exercise id='shrug' sides='one'><dose>"
    "<repetitions default='2' least='1' most='3' source='convention'/>"
    "<sets default='1' least='1' most='2' source='convention'/>"
    "<rest default='9' least='5' most='9' source='convention'/></dose>"
    "<exclude ref='no-burrow' source='convention'/><easier ref='nod'/></exercise>";
static const char shrug_words[] =
    "<exercise-text id='shrug' language='en-GB'><name>Shrug</name>"
    "<purpose>Lifts.</purpose>"
    "<steps><step>Lift <side of='arm' working='no'/>.</step></steps></exercise-text>";
static const char nod[] =
    "<exercise id='nod' sides='whole'><dose>"
    "<minutes default='1' least='1' most='2' source='convention'/></dose>"
    "<harder ref='shrug'/><frame figure='sitting' steps='1'/></exercise>";
static const char nod_words[] =
    "<exercise-text id='nod' language='en-GB'><name>Nod</name><purpose>Nods.</purpose>"
    "<steps><step>Nod for <dose of='minutes'/>.</step></steps>"
    "<frame figure='sitting'><caption>Nod</caption><alt>Sitting.</alt></frame>"
    "</exercise-text>";
static const char burrow[] = "<advice id='burrow' kind='ergonomic'>"
                             "<claim id='dig' source='convention'/></advice>";
static const char burrow_words[] =
    "<advice-text id='burrow' language='en-GB'><title>Burrow</title>"
    "<bullet claim='dig'>Dig.</bullet></advice-text>";
static const char patient[] =
    "<record id='wanda' condition='wombat-shoulder' language='en-GB'>"
    "<patient name='Wanda' side='right'/>"
    "<plan><exercise ref='shrug'/><exercise ref='nod' minutes='2'/></plan></record>";

static void add_condition(struct copy *copy)
{
    write_copy(path_in(copy, "conditions/wombat-shoulder.xml"), condition);
    write_copy(path_in(copy, "en-GB/conditions/wombat-shoulder.xml"), condition_words);
    write_copy(path_in(copy, "exercises/shrug.xml"), shrug);
    write_copy(path_in(copy, "en-GB/exercises/shrug.xml"), shrug_words);
    write_copy(path_in(copy, "exercises/nod.xml"), nod);
    write_copy(path_in(copy, "en-GB/exercises/nod.xml"), nod_words);
    write_copy(path_in(copy, "advice/burrow.xml"), burrow);
    write_copy(path_in(copy, "en-GB/advice/burrow.xml"), burrow_words);
}

Test(data_only, loads_a_second_condition)
{
    struct copy copy = begin(HO_CONTENT);
    struct ho_ctx *ctx = &copy.ctx;
    const struct ho_library *library;
    const struct ho_record *record;
    add_condition(&copy);
    cr_assert(ho_library_load(ctx, copy.folder, "wombat-shoulder", "en-GB", &library),
              "%s", messages(ctx));
    cr_expect_eq(library->exercises.count, 2);
    cr_expect_eq(library->advice.count, 1);
    cr_expect_eq(library->red_flags.groups.count, 6);
    cr_expect_str_eq(ho_exercise_find(library, "shrug")->easier_id, "nod");
    write_copy(path_in(&copy, "record.xml"), patient);
    cr_assert(ho_record_load(ctx, path_in(&copy, "record.xml"), &record));
    cr_expect(ho_record_check(ctx, library, record), "%s", messages(ctx));
    /* It knows nothing of the first one's. */
    cr_expect_null(ho_exercise_find(library, "cat-cow"));
    cr_expect_null(ho_caution_words(library, "no-floor"));
    end(&copy);
}

/* Everything that names the language in the folder, and the direction. */
static void translate(struct ho_arena *arena, const char *folder, const char *part)
{
    const char *const *ids = ho_read_ids(arena, folder, part);
    for (; *ids; ids++) {
        const char *path = ho_read_path(arena, folder, part, *ids);
        struct ho_text text = {.arena = arena};
        for (const char *rest = read_copy(arena, path); *rest;) {
            static const char *const old[] = {"language=\"en-GB\"", "direction=\"ltr\"",
                                              "Bladder</title>"};
            static const char *const new[] = {"language=\"qaa\"", "direction=\"rtl\"",
                                              "\xD7\xA9\xD7\x9C</title>"};
            size_t i = 0;
            while (i < 3 && strncmp(rest, old[i], strlen(old[i])) != 0)
                i++;
            if (i < 3)
                ho_text_add(&text, new[i]);
            else
                ho_text_add_bytes(&text, rest, 1);
            rest += i < 3 ? strlen(old[i]) : 1;
        }
        write_copy(path, ho_text_end(&text));
    }
}

Test(data_only, loads_a_language_from_right_to_left)
{
    struct copy copy = begin(HO_CONTENT);
    struct ho_ctx *ctx = &copy.ctx;
    const struct ho_library *library;
    const struct ho_country *country;
    const char *folder = path_in(&copy, "qaa");
    copy_folder(ctx->arena, path_in(&copy, "en-GB"), folder);
    static const char *const parts[] = {"", "conditions", "exercises", "advice"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        translate(ctx->arena, folder, parts[i]);
    cr_assert(ho_library_load(ctx, copy.folder, "sciatica", "qaa", &library), "%s",
              messages(ctx));
    cr_expect(library->is_rtl);
    cr_expect_str_eq(library->language, "qaa");
    cr_expect_eq(library->exercises.count, 8);
    cr_expect_str_eq(
        ho_phrase_plain(ctx->arena, &library->red_flags.groups.items[0].title),
        "\xD7\xA9\xD7\x9C");
    spoil(&copy, "countries/IE.xml", "languages=\"en-GB", "languages=\"qaa en-GB", "<");
    cr_assert(
        ho_country_load(ctx, copy.folder, "IE", "qaa", (struct ho_span){0}, &country));
    cr_expect_str_eq(country->language, "qaa");
    end(&copy);
}
