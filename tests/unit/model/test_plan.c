/* Cautions: what they exclude, what comes in its place, and that no message names them.
 * SPDX-License-Identifier: MIT */
#include "model/plan.h"
#include "unit/model/content_copy.h"

#define RECORD "examples/sam-taylor.xml"

struct trial {
    struct copy copy;
    const struct ho_record *record;
    const struct ho_plan *plan;
};

/* The shipped content with a caution "wombat" that excludes cat-cow; the record has it. */
static struct trial start(void)
{
    struct trial t = {.copy = begin(HO_CONTENT)};
    spoil(&t.copy, "conditions/sciatica.xml", "</condition>",
          "<caution id=\"wombat\"/></condition>", "<");
    spoil(&t.copy, "en-GB/conditions/sciatica.xml", "</condition-text>",
          "<caution id=\"wombat\">You keep a wombat</caution></condition-text>", "<");
    spoil(&t.copy, "exercises/cat-cow.xml", "</exercise>",
          "<exclude ref=\"wombat\" source=\"convention\"/></exercise>", "<");
    spoil(&t.copy, RECORD, "<goals>",
          "<cautions><caution ref=\"wombat\"/></cautions><goals>", "<");
    return t;
}

/* `easier` NULL: as the content says. */
static bool build(struct trial *t, const char *exercise, const char *easier)
{
    const struct ho_library *library;
    cr_assert(load_library(&t->copy, &library), "%s", messages(&t->copy.ctx));
    for (size_t i = 0; i < library->exercises.count; i++)
        if (ho_equal(library->exercises.items[i].id, exercise))
            library->exercises.items[i].easier_id = easier;
    cr_assert(ho_record_load(&t->copy.ctx, path_in(&t->copy, RECORD), &t->record));
    cr_assert(ho_record_check(&t->copy.ctx, library, t->record));
    return ho_plan_build(&t->copy.ctx, library, t->record, &t->plan);
}

static void finish(struct trial *t)
{
    cr_expect(!strstr(messages(&t->copy.ctx), "wombat"));
    end(&t->copy);
}

Test(plan, is_the_records_without_a_caution)
{
    struct trial t = {.copy = begin(HO_CONTENT)};
    cr_assert(build(&t, "none", NULL));
    cr_expect_eq(t.plan->exercises.count, 3);
    cr_expect_eq(t.plan->exercises.items[0].dose[HO_DOSE_REPETITIONS], 5);
    cr_expect_eq(t.plan->left_out.count, 0);
    cr_expect_eq(t.copy.ctx.diags.count, 0);
    finish(&t);
}

Test(plan, leaves_out_what_a_caution_excludes)
{
    struct trial t = start();
    cr_assert(build(&t, "cat-cow", NULL));
    cr_expect_eq(t.plan->exercises.count, 2);
    cr_assert_eq(t.plan->left_out.count, 1);
    cr_expect_str_eq(t.plan->left_out.items[0].exercise->id, "cat-cow");
    cr_expect_str_eq(t.plan->left_out.items[0].caution, "wombat");
    cr_expect_null(t.plan->left_out.items[0].instead);
    cr_expect(strstr(messages(&t.copy.ctx),
                     ":9:5: warning: \"cat-cow\" is left out: a caution of the record "
                     "excludes it [HO-274]"));
    finish(&t);
}

Test(plan, takes_the_easier_version_in_its_place_with_the_librarys_dose)
{
    struct trial t = start();
    spoil(&t.copy, RECORD, "<exercise ref=\"figure-four\"/>", "", "<");
    spoil(&t.copy, RECORD, "ref=\"cat-cow\"", "ref=\"cat-cow\" repetitions=\"9\"", "<");
    cr_assert(build(&t, "cat-cow", "figure-four"));
    cr_assert_eq(t.plan->exercises.count, 2);
    cr_expect_str_eq(t.plan->exercises.items[1].exercise, "figure-four");
    for (int i = 0; i < HO_DOSE_COUNT; i++)
        cr_expect_eq(t.plan->exercises.items[1].dose[i], -1);
    cr_expect_str_eq(t.plan->left_out.items[0].instead->id, "figure-four");
    cr_expect(strstr(messages(&t.copy.ctx),
                     ":9:5: warning: \"cat-cow\" is replaced by \"figure-four\": a "
                     "caution of the record excludes it [HO-324]"));
    finish(&t);
}

Test(plan, takes_nothing_twice_and_no_other_that_is_excluded)
{
    struct trial t = start();
    cr_assert(build(&t, "cat-cow", "figure-four")); /* which is in the plan already */
    cr_expect_eq(t.plan->exercises.count, 2);
    finish(&t);

    t = start();
    spoil(&t.copy, RECORD, "<exercise ref=\"figure-four\"/>", "", "<");
    spoil(&t.copy, "exercises/figure-four.xml", "</exercise>",
          "<exclude ref=\"wombat\" source=\"convention\"/></exercise>", "<");
    cr_assert(build(&t, "cat-cow", "figure-four"));
    cr_expect_eq(t.plan->exercises.count, 1);
    finish(&t);
}

Test(plan, easier_versions_in_a_circle_come_to_an_end)
{
    struct trial t = start();
    cr_assert(build(&t, "cat-cow", "cat-cow"));
    cr_expect_eq(t.plan->exercises.count, 2);
    finish(&t);
}

Test(plan, refuses_a_replacement_without_its_side_and_an_empty_plan)
{
    struct trial t = start();
    spoil(&t.copy, RECORD, "<exercise ref=\"figure-four\"/>", "", "<");
    spoil(&t.copy, RECORD, "<exercise ref=\"single-knee-to-chest\" repetitions=\"5\"/>",
          "", "<");
    spoil(&t.copy, RECORD, " side=\"left\"", "", "<");
    cr_expect(!build(&t, "cat-cow", "figure-four"));
    cr_expect(strstr(messages(&t.copy.ctx),
                     "error: \"figure-four\" is done on one side, but the record names "
                     "none [HO-256]"));
    finish(&t);

    t = start();
    spoil(&t.copy, RECORD, "<exercise ref=\"figure-four\"/>", "", "<");
    spoil(&t.copy, RECORD, "<exercise ref=\"single-knee-to-chest\" repetitions=\"5\"/>",
          "", "<");
    cr_expect(!build(&t, "cat-cow", NULL));
    cr_expect(
        strstr(messages(&t.copy.ctx),
               ":7:3: error: cautions of the record exclude every exercise of its "
               "plan [HO-325]"));
    finish(&t);
}
