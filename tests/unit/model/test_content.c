/* The shipped content itself.
 * SPDX-License-Identifier: MIT */
#include <ctype.h>

#include "model/country.h"
#include "model/record.h"
#include "model/template.h"
#include "unit/model/content_copy.h"

/* The clinical list (Greenhalgh, Mercer and Finucane: twelve; and two that are always there), each with every word
 * that the lines of its sign must hold, the card's title counted in. */
static const struct {
    const char *sign, *group, *words[4];
} clinical[] = {
    {"hard-to-start", "bladder", {"Hard to start", "pee"}},
    {"hard-to-stop", "bladder", {"Hard to stop", "hold"}},
    {"cannot-feel-pee", "bladder", {"Cannot feel pee pass"}},
    {"leaking", "bladder", {"Leaking", "need pads"}},
    {"cannot-tell-full", "bladder", {"Bladder", "Cannot tell", "full"}},
    {"numb-thighs-genitals",
     "numb",
     {"Numb", "tingling", "Between the thighs", "Genitals"}},
    {"numb-buttocks-back-passage", "numb", {"Numb", "Buttocks", "Back passage"}},
    {"wiping-different", "numb", {"Wiping feels different"}},
    {"cannot-hold-bowel", "bowel", {"Bowel", "Cannot hold", "poo"}},
    {"cannot-feel-bowel", "bowel", {"Cannot feel", "poo", "pass"}},
    {"erection-ejaculation", "sex", {"Change in erection", "Change in ejaculation"}},
    {"genital-feeling", "sex", {"Sex", "Loss of genital feeling"}},
    {"both-legs-weak-numb", "both-legs", {"Both legs weak", "Both legs numb"}},
    {"foot-drop", "foot", {"Foot drops", "Weakness grows fast"}},
};

static const struct ho_library *load(struct ho_ctx *ctx)
{
    const struct ho_library *library = NULL;
    bool ok = ho_library_load(ctx, HO_CONTENT, "sciatica", "en-GB", &library);
    cr_assert(ok && ctx->diags.count == 0, "%s", messages(ctx));
    return library;
}

static const char *lines_of(struct ho_arena *arena, const struct ho_sign_group *group,
                            const struct ho_sign *sign)
{
    struct ho_text text = {.arena = arena};
    ho_text_add_format(&text, "%s\n", ho_phrase_plain(arena, &group->title));
    for (size_t i = 0; i < sign->full.count; i++)
        ho_text_add_format(&text, "%s\n", ho_phrase_plain(arena, &sign->full.items[i]));
    return ho_text_end(&text);
}

Test(content, loads_without_a_message)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library = load(&ctx);
    cr_expect_eq(library->exercises.count, 8);
    cr_expect_eq(library->advice.count, 16);
    cr_expect_str_eq(library->review_by, "2027-11-30");
    cr_expect(!library->is_rtl);
    ho_arena_free(ctx.arena);
}

Test(content, has_each_clinical_sign_once_in_its_card)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library = load(&ctx);
    for (size_t c = 0; c < sizeof clinical / sizeof *clinical; c++) {
        int found = 0;
        for (size_t g = 0; g < library->red_flags.groups.count; g++) {
            const struct ho_sign_group *group = &library->red_flags.groups.items[g];
            for (size_t s = 0; s < group->signs.count; s++) {
                const struct ho_sign *sign = &group->signs.items[s];
                if (!ho_equal(sign->id, clinical[c].sign))
                    continue;
                found++;
                cr_expect_str_eq(group->id, clinical[c].group);
                cr_expect(!sign->is_switchable);
                cr_expect(sign->brief.count > 0);
                const char *lines = lines_of(ctx.arena, group, sign);
                for (size_t w = 0; w < 4 && clinical[c].words[w]; w++)
                    cr_expect(strstr(lines, clinical[c].words[w]),
                              "%s: no \"%s\" in\n%s", sign->id, clinical[c].words[w],
                              lines);
            }
        }
        cr_expect_eq(found, 1, "%s stands %d times", clinical[c].sign, found);
    }
    ho_arena_free(ctx.arena);
}

Test(content, can_leave_out_leg_pain_and_no_other_sign)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library = load(&ctx);
    size_t signs = 0;
    for (size_t g = 0; g < library->red_flags.groups.count; g++)
        for (size_t s = 0; s < library->red_flags.groups.items[g].signs.count; s++) {
            const struct ho_sign *sign =
                &library->red_flags.groups.items[g].signs.items[s];
            signs++;
            cr_expect_eq(sign->is_switchable, ho_equal(sign->id, "both-legs-painful"),
                         "%s", sign->id);
        }
    cr_expect_eq(signs, sizeof clinical / sizeof *clinical + 1);
    cr_expect_eq(library->red_flags.urgent.signs.count, 6);
    ho_arena_free(ctx.arena);
}

Test(content, has_its_cards_in_order_with_lines_that_fit)
{
    static const char *const order[] = {"bladder", "numb",      "bowel",
                                        "sex",     "both-legs", "foot"};
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library = load(&ctx);
    cr_assert_eq(library->red_flags.groups.count, 6);
    for (size_t g = 0; g < 6; g++) {
        const struct ho_sign_group *group = &library->red_flags.groups.items[g];
        cr_expect_str_eq(group->id, order[g]);
        for (size_t s = 0; s < group->signs.count; s++)
            for (size_t i = 0; i < group->signs.items[s].full.count; i++) {
                const char *line =
                    ho_phrase_plain(ctx.arena, &group->signs.items[s].full.items[i]);
                cr_expect(strlen(line) <= 25, "%s", line);
            }
    }
    ho_arena_free(ctx.arena);
}

Test(content, has_doses_inside_their_ranges_with_a_source)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library = load(&ctx);
    for (size_t e = 0; e < library->exercises.count; e++) {
        const struct ho_exercise *exercise = &library->exercises.items[e];
        cr_expect(exercise->dose[HO_DOSE_REPETITIONS].is_set !=
                      exercise->dose[HO_DOSE_MINUTES].is_set,
                  "%s is counted or timed", exercise->id);
        for (int i = 0; i < HO_DOSE_COUNT; i++) {
            const struct ho_dose_field *field = &exercise->dose[i];
            if (!field->is_set)
                continue;
            cr_expect(field->least >= 1 && field->least <= field->value &&
                      field->value <= field->most);
            cr_expect(field->source && *field->source);
        }
    }
    ho_arena_free(ctx.arena);
}

/* What content.md says of each exercise; NULL and 0: no source says. */
static const struct {
    const char *id;
    enum ho_sides sides;
    bool is_floor;
    const char *direction, *phase, *easier, *harder;
    enum ho_dose field;
    int value, least, most;
    size_t frames;
} exercises[] = {
    {"single-knee-to-chest", HO_SIDES_EACH, true, "flexion", NULL, NULL, NULL,
     HO_DOSE_HOLD, 20, 5, 60, 2},
    {"cat-cow", HO_SIDES_WHOLE, true, NULL, NULL, "pelvic-tilt", NULL,
     HO_DOSE_REPETITIONS, 8, 8, 10, 2},
    {"pelvic-tilt", HO_SIDES_WHOLE, true, NULL, NULL, NULL, "cat-cow",
     HO_DOSE_REPETITIONS, 10, 10, 15, 2},
    {"figure-four", HO_SIDES_ONE, true, NULL, NULL, NULL, NULL, HO_DOSE_REPETITIONS, 3,
     3, 6, 2},
    {"bird-dog", HO_SIDES_EACH, true, "neutral", "long-term", NULL, NULL, HO_DOSE_HOLD,
     5, 5, 10, 2},
    {"plank", HO_SIDES_WHOLE, true, "neutral", "long-term", NULL, NULL, HO_DOSE_HOLD,
     10, 10, 40, 2},
    {"walking", HO_SIDES_WHOLE, false, NULL, "long-term", NULL, NULL, HO_DOSE_MINUTES,
     30, 1, 30, 1},
    {"swimming", HO_SIDES_WHOLE, false, NULL, "long-term", NULL, NULL, HO_DOSE_MINUTES,
     30, 1, 30, 1},
};

static bool is_same(const char *a, const char *b)
{
    return a == b || (a && b && ho_equal(a, b));
}

Test(content, has_each_exercise_as_its_sources_give_it)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library = load(&ctx);
    for (size_t i = 0; i < sizeof exercises / sizeof *exercises; i++) {
        const struct ho_exercise *exercise = ho_exercise_find(library, exercises[i].id);
        cr_assert(exercise, "%s", exercises[i].id);
        const struct ho_dose_field *field = &exercise->dose[exercises[i].field];
        cr_expect_eq(exercise->sides, exercises[i].sides, "%s", exercise->id);
        cr_expect_eq(exercise->is_floor, exercises[i].is_floor, "%s", exercise->id);
        cr_expect(is_same(exercise->direction, exercises[i].direction), "%s",
                  exercise->id);
        cr_expect(is_same(exercise->phase, exercises[i].phase), "%s", exercise->id);
        cr_expect(is_same(exercise->easier_id, exercises[i].easier), "%s",
                  exercise->id);
        cr_expect(is_same(exercise->harder_id, exercises[i].harder), "%s",
                  exercise->id);
        cr_expect(field->is_set && field->value == exercises[i].value &&
                      field->least == exercises[i].least &&
                      field->most == exercises[i].most,
                  "%s", exercise->id);
        cr_expect_eq(exercise->frames.count, exercises[i].frames, "%s", exercise->id);
        cr_expect(exercise->citations.count > 0, "%s", exercise->id);
    }
    ho_arena_free(ctx.arena);
}

Test(content, keeps_whom_the_floor_is_too_far_off_the_floor)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library = load(&ctx);
    for (size_t e = 0; e < library->exercises.count; e++) {
        const struct ho_exercise *exercise = &library->exercises.items[e];
        bool is_excluded = false;
        for (size_t i = 0; i < exercise->excluded_by.count; i++)
            is_excluded |= ho_equal(exercise->excluded_by.items[i], "no-floor");
        cr_expect_eq(is_excluded, exercise->is_floor, "%s", exercise->id);
    }
    ho_arena_free(ctx.arena);
}

/* The short forms of a card, one after the other, on the rows of a wallet card: 85.6 mm hold some 42 letters of
 * 8.5 pt beside the word of the row, and under the band there is room for 9 lines of 10.5 pt. */
static int count_rows(struct ho_arena *arena, const struct ho_sign_group *group)
{
    enum { WIDTH = 42 };
    struct ho_text text = {.arena = arena};
    int rows = 1;
    size_t used = 0;
    for (size_t s = 0; s < group->signs.count; s++)
        ho_text_add_format(&text, "%s%s", s ? ", " : "",
                           ho_phrase_plain(arena, &group->signs.items[s].brief));
    for (const char *word = ho_text_end(&text); *word;) {
        size_t length = strcspn(word, " ");
        if (used && used + 1 + length > WIDTH) {
            rows++;
            used = 0;
        }
        used += (used ? 1 : 0) + length;
        word += length + strspn(word + length, " ");
    }
    return rows;
}

Test(content, has_short_forms_that_fit_a_wallet_card)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library = load(&ctx);
    int rows = 0;
    for (size_t g = 0; g < library->red_flags.groups.count; g++) {
        int here = count_rows(ctx.arena, &library->red_flags.groups.items[g]);
        cr_expect(here <= 2, "%s", library->red_flags.groups.items[g].id);
        rows += here;
    }
    cr_expect(rows <= 9, "%d", rows);
    ho_arena_free(ctx.arena);
}

/* Words of a step; a hole counts as the longest phrase that can fill it: "your right hip and buttock". */
static int count_words(const struct ho_phrase *phrase)
{
    int words = 0;
    for (size_t i = 0; i < phrase->count; i++) {
        const struct ho_phrase_part *part = &phrase->parts[i];
        bool in_word = false;
        if (part->kind != HO_PHRASE_TEXT)
            words += part->kind == HO_PHRASE_SIDE
                         ? (ho_equal(part->name, "hip-and-buttock") ? 5 : 3)
                         : 2;
        else
            for (const char *c = part->text; *c; c++) {
                words += !in_word && isalnum((unsigned char)*c);
                in_word = *c != ' ';
            }
    }
    return words;
}

Test(content, has_steps_of_fifteen_words_at_most)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library = load(&ctx);
    for (size_t e = 0; e < library->exercises.count; e++)
        for (size_t s = 0; s < library->exercises.items[e].steps.count; s++) {
            const struct ho_phrase *step = &library->exercises.items[e].steps.items[s];
            cr_expect(count_words(step) <= 15, "%s", ho_phrase_plain(ctx.arena, step));
        }
    ho_arena_free(ctx.arena);
}

/* Whether `text` is like "sheet.stop": small letters, digits and '-', with one '.' or more between them. */
static bool looks_like_string_id(const char *text, size_t length)
{
    size_t dots = 0;
    for (size_t i = 0; i < length; i++) {
        bool is_inner = i > 0 && i + 1 < length;
        if (text[i] == '.' && is_inner)
            dots++;
        else if (!(text[i] >= 'a' && text[i] <= 'z') && !(is_inner && text[i] == '-'))
            return false;
    }
    return dots > 0;
}

Test(content, has_every_string_that_the_program_asks_for)
{
    static const char stage[] = HO_CONTENT "/../src/doc";
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library = load(&ctx);
    DIR *folder = opendir(stage);
    int seen = 0;
    cr_assert(folder);
    for (const struct dirent *entry; (entry = readdir(folder));) {
        const char *name = entry->d_name;
        if (!strstr(name, ".c"))
            continue;
        const char *code =
            read_copy(ctx.arena, ho_format(ctx.arena, "%s/%s", stage, name));
        for (const char *quote = code; (quote = strchr(quote, '"'));) {
            size_t length = strcspn(++quote, "\"\n");
            if (looks_like_string_id(quote, length)) {
                const char *id = ho_strndup(ctx.arena, quote, length);
                cr_expect(ho_string_find(library, id), "%s asks for \"%s\"", name, id);
                seen++;
            }
            quote += length + (quote[length] == '"');
        }
    }
    closedir(folder);
    cr_expect(seen > 30, "%d", seen);
    ho_arena_free(ctx.arena);
}

Test(content, says_left_in_the_form_left_and_right_in_the_form_right)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library = load(&ctx);
    int seen = 0;
    for (size_t i = 0; i < library->strings.count; i++) {
        const struct ho_string *string = &library->strings.items[i];
        if (string->kind != HO_STRING_SIDES)
            continue;
        const char *left = ho_phrase_plain(ctx.arena, &string->left);
        const char *right = ho_phrase_plain(ctx.arena, &string->right);
        cr_expect(strstr(left, "left") && !strstr(left, "right"), "%s: %s", string->id,
                  left);
        cr_expect(strstr(right, "right") && !strstr(right, "left"), "%s: %s",
                  string->id, right);
        const char *both = ho_phrase_plain(ctx.arena, &string->both);
        cr_expect(!strstr(both, "left") && !strstr(both, "right"));
        seen++;
    }
    cr_expect(seen >= 8);
    ho_arena_free(ctx.arena);
}

Test(content, has_an_example_that_is_right)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library = load(&ctx);
    const struct ho_record *record;
    const struct ho_clinic *clinic;
    const struct ho_country *country;
    cr_assert(ho_record_load(&ctx, HO_CONTENT "/examples/sam-taylor.xml", &record));
    cr_expect(ho_record_check(&ctx, library, record));
    cr_expect(!ho_record_is_emergency(library, record));
    cr_assert(ho_clinic_load(&ctx, HO_CONTENT "/examples/clinic.xml", &clinic));
    cr_expect_str_eq(clinic->name, "Riverside Physiotherapy");
    cr_expect(clinic->leg_pain_alone);
    cr_expect(ho_country_load(&ctx, HO_CONTENT, clinic->country, record->language,
                              clinic->country_at, &country));
    cr_expect_eq(ctx.diags.count, 0, "%s", messages(&ctx));
    ho_arena_free(ctx.arena);
}

Test(content, has_templates_and_a_theme_that_load)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_template *template;
    const struct ho_theme *theme;
    cr_assert(ho_template_load(&ctx, HO_TEMPLATES, "handout", &template), "%s",
              messages(&ctx));
    cr_expect_eq(template->sections.count, 8);
    cr_expect_float_eq(template->margin, 48.19, 0.01);
    cr_assert(ho_theme_load(&ctx, HO_TEMPLATES, "default", &theme), "%s",
              messages(&ctx));
    cr_expect_float_eq(theme->scales[HO_EDITION_STANDARD].styles[HO_TYPE_STEP].size,
                       12.5, 1e-9);
    cr_expect_float_eq(theme->palette.roles[HO_PAINT_DANGER].rgb[0], 158 / 255.0, 1e-6);
    cr_expect_eq(ctx.diags.count, 0);
    ho_arena_free(ctx.arena);
}
