/* The library refuses what is wrong, at its place.
 * SPDX-License-Identifier: MIT */
#include "unit/model/content_copy.h"

/* One slip in one file, the message it must give, and the text where the message must point. */
struct slip {
    const char *file, *old, *new, *mark, *message;
};

static void expect_slips(const struct slip *slips, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct copy copy = begin(HO_CONTENT);
        const char *place =
            spoil(&copy, slips[i].file, slips[i].old, slips[i].new, slips[i].mark);
        expect_refusal(&copy, place, slips[i].message);
        end(&copy);
    }
}

#define EXPECT_SLIPS(slips) expect_slips((slips), sizeof(slips) / sizeof *(slips))
#define WORDS "en-GB/red-flags.xml"
#define KNEE "exercises/single-knee-to-chest.xml"
#define KNEE_WORDS "en-GB/exercises/single-knee-to-chest.xml"
#define STRINGS "en-GB/strings.xml"

Test(library, is_not_made_without_a_signs_text)
{
    static const struct slip slips[] = {
        {WORDS,
         "<sign id=\"leaking\"><line>Leaking, or need pads</line><brief>leaks</brief>"
         "</sign>",
         "", "<group id=\"bladder\">",
         "the red-flag sign \"leaking\" has no text in en-GB; no sheet is made without "
         "it [HO-218]\n"
         "  hint: add <sign id=\"leaking\">"},
        {WORDS, "<line>Leaking, or need pads</line>", "", "<sign id=\"leaking\">",
         "<sign> needs a <line> [HO-164]"},
        {WORDS, "Leaking, or need pads", " ", "<line> <", "<line> is empty [HO-174]"},
        {WORDS, "<brief>leaks</brief>", "", "<sign id=\"leaking\">",
         "<sign> needs a <brief> [HO-164]"},
        {WORDS, "<line>Genitals</line>", "", "<sign id=\"numb-thighs",
         "the red-flag sign \"numb-thighs-genitals\" needs 2 lines [HO-288]"},
        {WORDS, "id=\"leaking\"", "id=\"leakings\"", "id=\"leakings\"",
         "there is no sign \"leakings\" [HO-203]\n  hint: did you mean \"leaking\"?"},
        {WORDS, "id=\"leaking\"", "id=\"hard-to-stop\"",
         "id=\"hard-to-stop\"><line>Leaking",
         "the sign \"hard-to-stop\" is there twice [HO-207]"},
        {WORDS, "<title>Bladder</title>", "", "<group id=\"bladder\">",
         "<group> needs a <title> [HO-164]"},
        {WORDS, "Wiping feels", "Wiping <side of=\"leg\"/>", "<side",
         "<side> is not known inside <line> [HO-158]"},
    };
    EXPECT_SLIPS(slips);
}

Test(library, is_not_made_when_the_facts_drop_a_required_sign)
{
    static const struct slip slips[] = {
        {"red-flags.xml", "<sign id=\"leaking\" source=\"cauda-equina-card\"/>", "",
         "<red-flags set",
         "the red-flag sign \"leaking\" is required, but it is not here [HO-278]"},
        {"red-flags.xml", "<sign id=\"leaking\"",
         "<sign switchable=\"yes\" id=\"leaking\"", "switchable=\"yes\"",
         "the value of \"switchable\" is not \"no\" [HO-171]"},
        {"red-flags.xml", "set=\"cauda-equina\"", "set=\"cauda-equine\"",
         "set=", "the value of \"set\" is not one of: cauda-equina [HO-171]"},
        {"red-flags.xml", "id=\"fever\"", "id=\"leaking\"",
         "id=\"leaking\" source=\"convention\"",
         "the sign \"leaking\" is there twice [HO-207]"},
        {"red-flags.xml", "id=\"leaking\" source=\"cauda-equina-card\"",
         "id=\"leaking\"", "<sign id=\"leaking\"",
         "the sign of \"leaking\" has no source [HO-266]"},
    };
    EXPECT_SLIPS(slips);
}

Test(library, loses_no_required_sign_unseen)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library;
    int refused = 0;
    cr_assert(ho_library_load(&ctx, HO_CONTENT, "sciatica", "en-GB", &library));
    for (size_t g = 0; g < library->red_flags.groups.count; g++)
        for (size_t s = 0; s < library->red_flags.groups.items[g].signs.count; s++) {
            const struct ho_sign *sign =
                &library->red_flags.groups.items[g].signs.items[s];
            if (sign->is_switchable)
                continue;
            /* Renamed in facts and words alike, so that both files still agree. */
            struct copy copy = begin(HO_CONTENT);
            const char *old = ho_format(ctx.arena, "\"%s\"", sign->id);
            spoil(&copy, "red-flags.xml", old, "\"renamed\"", "\"renamed\"");
            spoil(&copy, WORDS, old, "\"renamed\"", "\"renamed\"");
            const struct ho_library *out = NULL;
            refused += !load_library(&copy, &out);
            cr_expect(strstr(messages(&copy.ctx), old), "%s", sign->id);
            end(&copy);
        }
    cr_expect_eq(refused, 14);
    ho_arena_free(ctx.arena);
}

Test(library, refuses_a_bad_dose)
{
    static const struct slip slips[] = {
        {KNEE, "default=\"20\"", "default=\"200\"", "default=\"200\"",
         "hold of \"single-knee-to-chest\" is outside the safe range 5 to 60 [HO-237]"},
        {KNEE, "least=\"5\"", "least=\"61\"", "least=\"61\"",
         "the value of \"least\" is not at most that of \"most\" [HO-171]"},
        {KNEE, "least=\"5\"", "least=\"0\"", "least=\"0\"",
         "the value of \"least\" is not between 1 and 999"},
        {KNEE, "least=\"5\"", "least=\"a few\"",
         "least=", "the value of \"least\" is not a whole number"},
        {KNEE, " least=\"5\"", "", "<hold",
         "<hold> needs the attribute \"least\" [HO-162]"},
        {KNEE, " source=\"founding-text\"", "", "<hold",
         "hold of \"single-knee-to-chest\" has no source [HO-266]"},
        {KNEE, "source=\"aafp\"", "source=\"aafb\"", "source=\"aafb\"",
         "there is no source \"aafb\" [HO-203]\n  hint: did you mean \"aafp\"?"},
        {KNEE, "source=\"aafp\"", "source=\"convention\"",
         "source=\"convention\"/>\n  <equipment",
         "there is no source \"convention\" [HO-203]"},
        {KNEE, "repetitions", "repititions", "<repititions",
         "<repititions> is not known inside <dose> [HO-158]\n"
         "  hint: did you mean <repetitions>?"},
        {KNEE, "<times-a-day",
         "<hold default=\"5\" least=\"5\" most=\"5\" source=\"aafp\"/><times-a-day",
         "<hold default=\"5\"", "<hold> stands here twice; once is allowed [HO-167]"},
        {KNEE, "<cite source=\"aafp\"/>",
         "<exclude ref=\"osteoporosis\" source=\"aafp\"/>", "ref=\"osteo",
         "there is no caution \"osteoporosis\" [HO-203]"},
    };
    EXPECT_SLIPS(slips);
}

Test(library, refuses_slips_in_the_words)
{
    static const struct slip slips[] = {
        {KNEE_WORDS, "<step>Pull", "<stpe>Pull</stpe><step>Pull", "<stpe",
         "<stpe> is not known inside <steps> [HO-158]\n  hint: did you mean <step>?"},
        {KNEE_WORDS, "behind <side of=\"thigh\"/>", "behind <side of=\"tigh\"/>",
         "<side of=\"tigh\"",
         "the phrase \"side.tigh.working\" is missing in en-GB [HO-261]"},
        {KNEE_WORDS, "<b><dose of=\"hold\"/>", "<b><dose of=\"sets\"/>",
         "<dose of=\"sets\"", "there is no dose \"sets\" [HO-203]"},
        {KNEE_WORDS, "<b><dose of=\"hold\"/>", "<b><dose of=\"hodl\"/>",
         "<dose of=\"hodl\"",
         "there is no dose \"hodl\" [HO-203]\n  hint: did you mean \"hold\"?"},
        {KNEE_WORDS, "<b><dose of=\"hold\"/>", "<b><value name=\"n\"/>", "<value",
         "<value> is not known inside <exercise-text> [HO-158]"},
        {KNEE_WORDS, "language=\"en-GB\"", "language=\"en-US\"",
         "language=", "the value of \"language\" is not \"en-GB\" [HO-171]"},
        {KNEE_WORDS, "<name>Knee to chest</name>", "", "<exercise-text",
         "<exercise-text> needs a <name> [HO-164]"},
        {KNEE_WORDS, "</steps>", "</steps>oops", "oops",
         "text is not allowed directly inside <exercise-text>"},
    };
    EXPECT_SLIPS(slips);
}

Test(library, refuses_slips_in_the_strings)
{
    static const struct slip slips[] = {
        {STRINGS, "<string id=\"sheet.headline\">Get emergency help now</string>", "",
         "<strings", "the phrase \"sheet.headline\" is missing in en-GB [HO-261]"},
        {STRINGS, "<string id=\"sheet.at\">at</string>",
         "<string id=\"sheet.at\">at</string><string id=\"sheet.at\">at</string>",
         "<string id=\"sheet.at\">at</string>\n",
         "the phrase \"sheet.at\" is there twice [HO-207]"},
        {STRINGS, "<value name=\"pages\"/>", "<value name=\"page\"/>",
         "<string id=\"page.number\"",
         "the phrase \"page.number\" does not show the value \"pages\" [HO-285]"},
        {STRINGS, "<value name=\"pages\"/>", "<value name=\"pgaes\"/>",
         "<value name=\"pgaes\"", "there is no value \"pgaes\" [HO-203]"},
        {STRINGS, "<value name=\"n\"/>&#160;seconds", "several seconds",
         "<plural id=\"dose.hold\"",
         "the phrase \"dose.hold\" does not show the value \"n\" [HO-285]"},
        {STRINGS, "<string id=\"sheet.at\">at</string>",
         "<plural id=\"sheet.at\"><other><value name=\"n\"/></other></plural>",
         "<plural id=\"sheet.at\"",
         "the phrase \"sheet.at\" must be a <string> [HO-282]"},
        {STRINGS, "<none>one ankle</none>", "", "<sides id=\"side.ankle.working\"",
         "<sides> needs a <none> [HO-164]"},
        {STRINGS, "direction=\"ltr\"", "direction=\"left\"",
         "direction=", "the value of \"direction\" is not one of: ltr, rtl [HO-171]"},
    };
    EXPECT_SLIPS(slips);
}

Test(library, refuses_slips_in_the_condition)
{
    static const struct slip slips[] = {
        {"conditions/sciatica.xml", "ref=\"cat-cow\"", "ref=\"cat-cwo\"",
         "ref=\"cat-cwo\"",
         "there is no exercise \"cat-cwo\" [HO-203]\n  hint: did you mean "
         "\"cat-cow\"?"},
        {"conditions/sciatica.xml", "ref=\"cat-cow\"", "ref=\"figure-four\"",
         "ref=\"figure-four\"/>\n  <exercise ref=\"bird",
         "the exercise \"figure-four\" is there twice [HO-207]"},
        {"conditions/sciatica.xml", "ref=\"cat-cow\"", "ref=\"../cat-cow\"",
         "ref=\"../cat", "the value of \"ref\" is not an id [HO-171]"},
        {"conditions/sciatica.xml", "2027-11-30", "2027-11-31", "review-by",
         "the value of \"review-by\" is not a date [HO-171]"},
        {"conditions/sciatica.xml", "2027-11-30", "2026-11-22", "review-by",
         "the value of \"review-by\" is not after that of \"reviewed\" [HO-171]"},
        {"sources.xml", "id=\"aafp\"", "id=\"nhs\"", "id=\"nhs\">NHS",
         "the source \"nhs\" is there twice [HO-207]"},
    };
    EXPECT_SLIPS(slips);
}

#define CAT "exercises/cat-cow.xml"
#define CAUTION "<exclude ref=\"no-kneeling\" source=\"convention\"/>"
#define TITLES "en-GB/conditions/sciatica.xml"

Test(library, refuses_slips_in_versions_frames_and_cautions)
{
    static const struct slip slips[] = {
        {CAT, "<easier ref=\"pelvic-tilt\"", "<easier ref=\"pelvic-tlit\"",
         "ref=\"pelvic-tlit",
         "there is no exercise \"pelvic-tlit\" [HO-203]\n"
         "  hint: did you mean \"pelvic-tilt\"?"},
        {CAT, "<easier ref=\"pelvic-tilt\"", "<easier ref=\"cat-cow\"", "ref=\"cat-cow",
         "the easier versions of \"cat-cow\" lead back to it [HO-304]"},
        {CAT, "steps=\"3\"", "steps=\"3-5\"", "<frame figure=\"cow",
         "the figure \"cow\" shows step 5, but there are 4 [HO-307]"},
        {CAT, "steps=\"3\"", "steps=\"3-2\"", "steps=\"3-2\"",
         "the value of \"steps\" is not a step or a range of steps [HO-171]"},
        {CAT, "steps=\"3\"", "steps=\"0\"", "steps=\"0\"",
         "the value of \"steps\" is not a step or a range of steps [HO-171]"},
        {CAT, "figure=\"cow\"", "figure=\"../cow\"", "figure=\"../cow\"",
         "the value of \"figure\" is not an id [HO-171]"},
        {CAT, "ref=\"mat\"", "ref=\"mta\"", "ref=\"mta\"",
         "the phrase \"equipment.mta\" is missing in en-GB [HO-261]"},
        {CAT, CAUTION, "<exclude ref=\"no-kneeling\"/>", "<exclude ref=\"no-kneeling\"",
         "<exclude> of \"cat-cow\" has no source [HO-266]"},
        {CAT, CAUTION, CAUTION CAUTION, "ref=\"no-kneeling\" source=\"convention\"/>\n",
         "the caution \"no-kneeling\" is there twice [HO-207]"},
        {TITLES, "<caution id=\"no-kneeling\">You cannot kneel</caution>", "",
         "<condition-text", "caution \"no-kneeling\" has no text in en-GB [HO-212]"},
        {TITLES, "id=\"no-kneeling\"", "id=\"no-knelling\"", "id=\"no-knelling\"",
         "there is no caution \"no-knelling\" [HO-203]"},
        {TITLES, "You cannot kneel", " ", "<caution id=\"no-kneeling\"",
         "<caution> is empty [HO-174]"},
    };
    EXPECT_SLIPS(slips);
}

Test(library, says_which_words_are_missing)
{
    struct copy copy = begin(HO_CONTENT);
    cr_assert(unlink(path_in(&copy, "en-GB/exercises/cat-cow.xml")) == 0);
    const char *place = spoil(&copy, "conditions/sciatica.xml", "cat-cow", "cat-cow",
                              "ref=\"cat-cow\"");
    expect_refusal(&copy, place, "exercise \"cat-cow\" has no text in en-GB [HO-212]");
    end(&copy);
}

Test(library, tells_all_mistakes_of_all_files_at_once)
{
    struct copy copy = begin(HO_CONTENT);
    const struct ho_library *library = NULL;
    spoil(&copy, KNEE, "default=\"20\"", "default=\"200\"", "default");
    spoil(&copy, KNEE_WORDS, "<feel>", "<fele>x</fele><feel>", "fele");
    spoil(&copy, WORDS, "id=\"leaking\"", "id=\"leakings\"", "leakings");
    spoil(&copy, STRINGS, "id=\"plan.goals\"", "id=\"plan.gaols\"", "gaols");
    cr_expect(!load_library(&copy, &library));
    cr_expect_eq(copy.ctx.diags.count, 4, "%s", messages(&copy.ctx));
    end(&copy);
}

Test(library, refuses_languages_and_conditions_without_content)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library = NULL;
    static const char *const languages[] = {"pl", "..", "", "en-gb",
                                            "../content/en-GB"};
    for (size_t i = 0; i < sizeof languages / sizeof *languages; i++) {
        cr_expect(
            !ho_library_load(&ctx, HO_CONTENT, "sciatica", languages[i], &library));
        cr_assert_eq(ctx.diags.count, i + 1);
        cr_expect_eq(ctx.diags.items[i].code, HO_MSG_NO_LANGUAGE);
    }
    cr_expect(!ho_library_load(&ctx, HO_CONTENT, "sciatca", "en-GB", &library));
    cr_expect(strstr(messages(&ctx), "there is no condition \"sciatca\" [HO-203]\n  "
                                     "hint: did you mean \"sciatica\"?"));
    cr_expect_null(library);
    ho_arena_free(ctx.arena);
}

Test(library, finds_by_id_or_not)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library;
    cr_assert(ho_library_load(&ctx, HO_CONTENT, "sciatica", "en-GB", &library));
    cr_expect_str_eq(ho_exercise_find(library, "cat-cow")->id, "cat-cow");
    cr_expect_null(ho_exercise_find(library, "cat"));
    for (size_t i = 0; i < library->strings.count; i++)
        cr_expect_eq(ho_string_find(library, library->strings.items[i].id),
                     &library->strings.items[i]);
    cr_expect_null(ho_string_find(library, "sheet.nothing"));
    ho_arena_free(ctx.arena);
}

Test(library, dumps_what_it_read)
{
    static const char *const wanted[] = {
        "condition sciatica\nlanguage en-GB\ndirection ltr\nversion 1.0\n",
        "exercise figure-four\n  sides one\n  floor yes\n  hold 30 (30 to 30) "
        "sports-health\n",
        "  step Rest {side:ankle} on {side:knee:other}.\n",
        "  sign erection-ejaculation cauda-equina-card\n    line Change in erection\n  "
        "  line Change in "
        "ejaculation\n    brief erection or ejaculation change\n",
        "  sign both-legs-painful nhs switchable\n",
        "string plan.minutes\n  one 1\xC2\xA0minute\n  other {n}\xC2\xA0minutes\n",
        "source versus-arthritis Versus Arthritis",
    };
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_library *library;
    cr_assert(ho_library_load(&ctx, HO_CONTENT, "sciatica", "en-GB", &library));
    const char *dump = ho_library_dump(ctx.arena, library);
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        cr_expect(strstr(dump, wanted[i]), "no\n%s\nin\n%s", wanted[i], dump);
    ho_arena_free(ctx.arena);
}

Test(library, holds_exclusions_to_the_conditions_cautions)
{
    struct copy copy = begin(HO_CONTENT);
    const struct ho_library *library;
    spoil(&copy, "conditions/sciatica.xml", "</condition>",
          "<caution id=\"recent-fracture\"/></condition>", "<");
    spoil(&copy, "en-GB/conditions/sciatica.xml", "</condition-text>",
          "<caution id=\"recent-fracture\">You broke a bone</caution></condition-text>",
          "<");
    spoil(&copy, KNEE, "<exclude",
          "<exclude ref=\"recent-fracture\" source=\"convention\"/><exclude", "<");
    cr_assert(load_library(&copy, &library), "%s", messages(&copy.ctx));
    cr_expect_str_eq(library->exercises.items[0].excluded_by.items[0],
                     "recent-fracture");
    cr_expect_str_eq(
        ho_phrase_plain(copy.ctx.arena, ho_caution_words(library, "recent-fracture")),
        "You broke a bone");
    cr_expect_null(ho_caution_words(library, "fracture"));
    end(&copy);
}
