/* The clinic: its fields, approvals by hash, and review dates.
 * SPDX-License-Identifier: MIT */
#include "model/clinic.h"
#include "unit/model/content_copy.h"

#define HASH "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static const struct ho_clinic *load_clinic(struct copy *copy, const char *inside)
{
    const struct ho_clinic *clinic = NULL;
    const char *path = path_in(copy, "clinic.xml");
    write_copy(path,
               ho_format(copy->ctx.arena,
                         "<clinic><name>A</name><phone>1</phone>%s</clinic>", inside));
    bool ok = ho_clinic_load(&copy->ctx, path, &clinic);
    cr_expect_eq(ok, clinic != NULL);
    return clinic;
}

Test(clinic, reads_the_example)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    const struct ho_clinic *clinic;
    cr_assert(ho_clinic_load(&ctx, HO_CONTENT "/examples/clinic.xml", &clinic), "%s",
              messages(&ctx));
    cr_expect_eq(clinic->address.count, 2);
    cr_expect_str_eq(clinic->sender, "desk@riverside.example");
    cr_expect_eq(clinic->caution_pain, 4);
    cr_expect_eq(clinic->stop_pain, 6);
    cr_expect(!clinic->refuses_past_review);
    cr_expect_eq(clinic->approvals.count, 0);
    ho_arena_free(ctx.arena);
}

Test(clinic, needs_only_a_name_and_a_telephone)
{
    struct copy copy = begin(HO_CONTENT "/examples");
    const struct ho_clinic *clinic = load_clinic(&copy, "");
    cr_assert(clinic);
    cr_expect_eq(clinic->stop_pain, -1);
    cr_expect(clinic->leg_pain_alone);
    cr_expect_null(clinic->theme);
    end(&copy);
}

Test(clinic, keeps_logo_and_approval)
{
    struct copy copy = begin(HO_CONTENT "/examples");
    const struct ho_clinic *clinic = load_clinic(
        &copy, "<logo file='a b.svg'/><approved set='sciatica/en-GB/GB' sha256='" HASH
               "' by='Dr C' on='2026-11-22'/>");
    cr_assert(clinic, "%s", messages(&copy.ctx));
    cr_expect_str_eq(clinic->logo, "a b.svg");
    cr_assert_eq(clinic->approvals.count, 1);
    cr_expect_str_eq(clinic->approvals.items[0].by, "Dr C");
    cr_expect_str_eq(clinic->approvals.items[0].sha256, HASH);
    end(&copy);
}

Test(clinic, refuses_what_is_broken)
{
    static const struct {
        const char *inside, *message;
    } cases[] = {
        {"<adress/>", "<adress> is not known inside <clinic> [HO-158]\n  hint: did you "
                      "mean <address>?"},
        {"<address/>", "<address> needs a <line>"},
        {"<address><line>1</line><line>2</line><line>3</line><line>4</line>"
         "<line>5</line><line>6</line><line>7</line></address>",
         "<address> holds more <line> than the 6 that are allowed [HO-322]"},
        {"<email from='Desk &lt;a@b.example&gt;'/>",
         "the value of \"from\" is not an e-mail address [HO-171]"},
        {"<email from='a@b.example&#10;Bcc:c'/>",
         "the value of \"from\" is not an e-mail address [HO-171]"},
        {"<email from='a@b'/>", "the value of \"from\" is not an e-mail address"},
        {"<stop-rule caution='6' stop='4'/>",
         "the value of \"stop\" is not more than that of \"caution\""},
        {"<stop-rule caution='4' stop='11'/>",
         "the value of \"stop\" is not between 1 and 10"},
        {"<stop-rule caution='4'/>", "<stop-rule> needs the attribute \"stop\""},
        {"<review refuse-past='maybe'/>",
         "the value of \"refuse-past\" is not one of: no, yes"},
        {"<approved set='sciatica' sha256='" HASH "' by='C' on='2026-11-22'/>",
         "the value of \"set\" is not a condition, a language and a country"},
        {"<approved set='sciatica/en-GB/GB' sha256='12' by='C' on='2026-11-22'/>",
         "the value of \"sha256\" is not 64 digits of 0-9 and a-f"},
        {"<approved set='sciatica/en-GB/GB' sha256='" HASH "' by='C' on='22/11/2026'/>",
         "the value of \"on\" is not a date [HO-171]\n  hint: this seems to be day"},
        {"<approved set='a/b/c' sha256='" HASH "' by='C' on='2026-11-22'/>"
         "<approved set='a/b/c' sha256='" HASH "' by='D' on='2026-11-22'/>",
         "the approved set \"a/b/c\" is there twice"},
        {"<logo/>", "<logo> needs the attribute \"file\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct copy copy = begin(HO_CONTENT "/examples");
        cr_expect_null(load_clinic(&copy, cases[i].inside), "%s", cases[i].inside);
        cr_expect_eq(copy.ctx.diags.count, 1, "%s", messages(&copy.ctx));
        cr_expect(strstr(messages(&copy.ctx), cases[i].message), "wanted %s got %s",
                  cases[i].message, messages(&copy.ctx));
        end(&copy);
    }
}

Test(clinic, refuses_a_telephone_without_digits)
{
    struct copy copy = begin(HO_CONTENT "/examples");
    const struct ho_clinic *clinic;
    spoil(&copy, "clinic.xml", "020 7946 0018", "call us", "<");
    cr_expect(!ho_clinic_load(&copy.ctx, path_in(&copy, "clinic.xml"), &clinic));
    cr_expect(strstr(messages(&copy.ctx),
                     ":16:3: error: the value of \"phone\" is not a telephone number"),
              "%s", messages(&copy.ctx));
    end(&copy);
}

/* ---- approval ---- */

/* The texts for the UK, as they are in the copy now. */
static struct ho_texts load_texts(struct copy *copy)
{
    struct ho_texts texts = {0};
    cr_assert(load_library(copy, &texts.library));
    cr_assert(ho_country_load(&copy->ctx, copy->folder, "GB", "en-GB",
                              (struct ho_span){0}, &texts.country));
    return texts;
}

static const char *approve(struct ho_arena *arena, const struct ho_texts *texts)
{
    return ho_format(arena,
                     "<approved set='sciatica/en-GB/GB' sha256='%s' by='Dr C' "
                     "on='2026-11-22'/>",
                     ho_texts_hash(arena, texts));
}

/* One change more, and nobody has signed this. */
static void expect_dropped(struct copy *copy, const struct ho_clinic *clinic)
{
    struct ho_texts texts = load_texts(copy);
    struct ho_standing standing;
    copy->ctx.diags.count = 0;
    cr_assert(ho_clinic_check(&copy->ctx, clinic, &texts, NULL, &standing));
    cr_expect_null(standing.approval);
    cr_expect(
        strstr(messages(&copy->ctx),
               "warning: the texts \"sciatica/en-GB/GB\" have changed since they were "
               "approved: they count as a draft [HO-327]"));
}

Test(clinic, approves_the_texts_of_one_hash)
{
    struct copy copy = begin(HO_CONTENT);
    struct ho_texts texts = load_texts(&copy);
    struct ho_standing standing;
    const struct ho_clinic *clinic =
        load_clinic(&copy, approve(copy.ctx.arena, &texts));
    cr_assert(ho_clinic_check(&copy.ctx, clinic, &texts, NULL, &standing));
    cr_assert(standing.approval);
    cr_expect_str_eq(standing.approval->by, "Dr C");
    cr_expect_eq(copy.ctx.diags.count, 0);

    spoil(&copy, "en-GB/exercises/cat-cow.xml", "</steps>", " </steps>", "<");
    expect_dropped(&copy, clinic);
    spoil(&copy, "en-GB/exercises/cat-cow.xml", " </steps>", "</steps>", "<");
    copy.ctx.diags.count = 0;
    texts = load_texts(&copy);
    cr_assert(ho_clinic_check(&copy.ctx, clinic, &texts, NULL, &standing));
    cr_expect(standing.approval);
    spoil(&copy, "countries/GB.xml", "Do not wait.", "Wait.", "<");
    expect_dropped(&copy, clinic);
    end(&copy);
}

/* Every file that a library is made of, but for other languages, countries and examples. */
static void expect_changes(struct copy *copy, const char *folder, const char *before)
{
    DIR *open = opendir(folder);
    cr_assert(open);
    for (const struct dirent *entry; (entry = readdir(open));) {
        const char *path = ho_format(copy->ctx.arena, "%s/%s", folder, entry->d_name);
        const struct ho_library *library;
        struct stat about;
        if (entry->d_name[0] == '.' || ho_equal(entry->d_name, "examples") ||
            ho_equal(entry->d_name, "countries") || ho_equal(entry->d_name, "schema") ||
            ho_equal(entry->d_name, "figures") || stat(path, &about) != 0)
            continue;
        if (S_ISDIR(about.st_mode)) {
            if (!strchr(entry->d_name, '-') || ho_equal(entry->d_name, "en-GB"))
                expect_changes(copy, path, before);
            continue;
        }
        if (!strstr(entry->d_name, ".xml") || ho_equal(entry->d_name, "terms.xml"))
            continue; /* the terms are for the reading check: they are never printed */
        const char *text = read_copy(copy->ctx.arena, path);
        write_copy(path, ho_format(copy->ctx.arena, "%s<!-- read again -->\n", text));
        cr_assert(load_library(copy, &library), "%s", path);
        cr_expect_str_neq(library->sha256, before, "%s is not in the hash", path);
        write_copy(path, text);
    }
    closedir(open);
}

Test(clinic, no_file_of_the_set_can_change_unseen)
{
    struct copy copy = begin(HO_CONTENT);
    const struct ho_library *library, *elsewhere;
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    cr_assert(load_library(&copy, &library));
    cr_expect_eq(strlen(library->sha256), 64);
    cr_assert(ho_library_load(&ctx, HO_CONTENT, "sciatica", "en-GB", &elsewhere));
    cr_expect_str_eq(library->sha256, elsewhere->sha256);
    expect_changes(&copy, copy.folder, library->sha256);
    end(&copy);
    ho_arena_free(ctx.arena);
}

/* Made by sha256sum of the same bytes: the hash is one that anybody can reckon. */
Test(clinic, the_hash_is_that_of_names_lengths_and_bytes)
{
    struct copy copy = begin(HO_CONTENT);
    const struct ho_library *library;
    cr_assert(load_library(&copy, &library));
    const char *script = ho_format(
        copy.ctx.arena,
        "cd '%s' && for f in $(LC_ALL=C ls conditions/sciatica.xml sources.xml "
        "red-flags.xml exercises/*.xml advice/*.xml en-GB/red-flags.xml "
        "en-GB/strings.xml "
        "en-GB/conditions/sciatica.xml en-GB/exercises/*.xml en-GB/advice/*.xml "
        "2>/dev/null | LC_ALL=C sort); do printf '%%s\\0%%s\\0' $f $(wc -c <$f); cat "
        "$f; "
        "done | sha256sum",
        copy.folder);
    char seen[65] = "";
    FILE *pipe = popen(script, "r");
    cr_assert(pipe);
    cr_expect_eq(fread(seen, 1, 64, pipe), 64);
    pclose(pipe);
    cr_expect_str_eq(seen, library->sha256);
    end(&copy);
}

/* ---- review dates ---- */

Test(clinic, knows_a_review_date_that_has_passed)
{
    static const struct {
        const char *inside, *today;
        bool ok, is_past;
        size_t messages;
    } cases[] = {
        {"", NULL, true, false, 0},
        {"", "2027-11-30", true, false, 0},
        {"", "2027-12-01", true, true, 1},
        {"<review refuse-past='yes'/>", "2027-11-30", true, false, 0},
        {"<review refuse-past='yes'/>", "2027-12-01", false, false, 1},
        {"<review refuse-past='yes'/>", NULL, true, false, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct copy copy = begin(HO_CONTENT);
        struct ho_texts texts = load_texts(&copy);
        struct ho_standing standing = {0};
        const struct ho_clinic *clinic = load_clinic(&copy, cases[i].inside);
        cr_expect_eq(
            ho_clinic_check(&copy.ctx, clinic, &texts, cases[i].today, &standing),
            cases[i].ok);
        cr_expect_eq(standing.is_past_review, cases[i].is_past, "%zu", i);
        cr_expect_eq(copy.ctx.diags.count, cases[i].messages);
        cr_expect_eq(ho_has_errors(&copy.ctx), !cases[i].ok);
        end(&copy);
    }
}
