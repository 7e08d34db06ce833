/* SPDX-License-Identifier: MIT */
#include "job/job.h"

#include "support/example.h"

/* One run: a shop, and the arena of the job that is on. */
struct run {
    struct ho_ctx ctx;
    struct ho_shop *shop;
    struct ho_request request;
    struct ho_result result;
};

static struct run open_run(void)
{
    struct run run = {.ctx = {.arena = ho_arena_new()}, .shop = ho_shop_open()};
    run.request = (struct ho_request){.record = HO_CONTENT "/examples/sam-taylor.xml",
                                      .clinic = HO_CONTENT "/examples/clinic.xml",
                                      .data = HO_DATA,
                                      .content = HO_CONTENT,
                                      .paper = "a4",
                                      .template_id = "handout",
                                      .theme = "default",
                                      .generator = "handout 0.0.0",
                                      .as = HO_AS_PDF,
                                      .page = 1};
    return run;
}

static void close_run(struct run *run)
{
    ho_shop_close(run->shop);
    ho_arena_free(run->ctx.arena);
}

/* Runs the job as a batch would: in an arena that was reset. */
static bool run_job(struct run *run)
{
    struct ho_arena *arena = run->ctx.arena;
    ho_arena_reset(arena);
    run->ctx = (struct ho_ctx){.arena = arena};
    run->result = (struct ho_result){0};
    return ho_job_run(&run->ctx, run->shop, &run->request, &run->result);
}

static bool run_record(struct run *run, const char *xml)
{
    struct ho_arena *scratch = ho_arena_new(); /* the job's own is reset */
    const char *path = write_temporary(scratch, xml);
    const char *kept = run->request.record;
    run->request.record = path;
    bool ok = run_job(run);
    run->request.record = kept;
    unlink(path);
    /* The place of each message names the file, so the scratch must live as long. */
    for (size_t i = 0; i < run->ctx.diags.count; i++)
        run->ctx.diags.items[i].at = (struct ho_span){0};
    ho_arena_free(scratch);
    return ok;
}

/* The example's record with one change, in an arena of the caller. */
static const char *changed(struct ho_arena *arena, const char *old, const char *new)
{
    return with(arena, example_record(arena), old, new);
}

static struct ho_bytes keep(struct ho_arena *arena, struct ho_bytes bytes)
{
    return (struct ho_bytes){(const unsigned char *)ho_strndup(
                                 arena, (const char *)bytes.data, bytes.length),
                             bytes.length};
}

static void expect_same(struct ho_bytes a, struct ho_bytes b)
{
    cr_assert_eq(a.length, b.length);
    cr_assert_gt(a.length, 0);
    cr_expect_eq(memcmp(a.data, b.data, a.length), 0);
}

static bool begins_with(struct ho_bytes bytes, const char *text)
{
    return bytes.length >= strlen(text) && memcmp(bytes.data, text, strlen(text)) == 0;
}

static size_t count_in(struct ho_bytes bytes, const char *text)
{
    size_t count = 0, length = strlen(text);
    for (size_t i = 0; i + length <= bytes.length; i++)
        count += memcmp(bytes.data + i, text, length) == 0;
    return count;
}

static size_t count_messages(const struct ho_diags *diags, enum ho_message code)
{
    size_t count = 0;
    for (size_t i = 0; i < diags->count; i++)
        count += diags->items[i].code == code;
    return count;
}

static size_t count_pages(struct run *run)
{
    enum ho_as as = run->request.as;
    run->request.as = HO_AS_TRACE;
    cr_assert(run_job(run));
    run->request.as = as;
    return count_in(run->result.bytes, "\npage ");
}

/* ---- outputs ---- */

Test(job, the_example_makes_a_pdf)
{
    struct run run = open_run();
    cr_assert(run_job(&run));
    cr_expect(begins_with(run.result.bytes, "%PDF-1.7"));
    cr_expect_gt(run.result.bytes.length, 10000);
    cr_expect_not(run.result.is_emergency);
    cr_expect_str_eq(run.result.record_id, "sam-taylor");
    cr_expect(run.result.measures);
    cr_expect_eq(run.ctx.diags.count, 0);
    cr_expect_eq(ho_shop_diags(run.shop)->count, 0);
    close_run(&run);
}

Test(job, the_pdf_holds_no_words_of_the_record_in_the_clear)
{
    struct run run = open_run();
    cr_assert(run_job(&run));
    cr_expect_eq(count_in(run.result.bytes, "Taylor"), 0);
    cr_expect_eq(count_in(run.result.bytes, "1979-03-14"), 0);
    cr_expect_eq(count_in(run.result.bytes, "14 March"), 0);
    close_run(&run);
}

Test(job, other_outputs_are_what_they_say)
{
    struct run run = open_run();
    run.request.as = HO_AS_BLOCKS;
    cr_assert(run_job(&run));
    cr_expect(begins_with(run.result.bytes, "handout \""));
    cr_expect_gt(count_in(run.result.bytes, "Knee to chest"), 0);
    run.request.as = HO_AS_TRACE;
    cr_assert(run_job(&run));
    cr_expect(begins_with(run.result.bytes, "document \""));
    cr_expect_gt(count_in(run.result.bytes, "\npage 1 "), 0);
    run.request.as = HO_AS_PNG;
    cr_assert(run_job(&run));
    cr_expect(begins_with(run.result.bytes, "\x89PNG\r\n"));
    run.request.as = HO_AS_SVG;
    run.request.page = 2;
    cr_assert(run_job(&run));
    cr_expect_gt(count_in(run.result.bytes, "<svg"), 0);
    close_run(&run);
}

Test(job, a_page_that_is_not_there_is_an_error)
{
    struct run run = open_run();
    run.request.as = HO_AS_PNG;
    run.request.page = 99;
    cr_expect_not(run_job(&run));
    cr_expect_eq(run.result.bytes.length, 0);
    cr_expect_eq(count_messages(&run.ctx.diags, HO_MSG_OPTION_VALUE), 1);
    close_run(&run);
}

Test(job, every_paper_of_a_handout_can_be_made)
{
    static const char *const papers[] = {"a4",          "letter", "a5",
                                         "half-letter", "legal",  "a3"};
    struct run run = open_run();
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++) {
        run.request.paper = papers[i];
        cr_expect(run_job(&run), "%s", papers[i]);
    }
    close_run(&run);
}

Test(job, the_country_of_the_request_is_stronger_than_the_clinics)
{
    struct run run = open_run();
    run.request.as = HO_AS_BLOCKS;
    run.request.country = "US";
    cr_assert(run_job(&run));
    cr_expect_gt(count_in(run.result.bytes, "number \"*911*\""), 0);
    cr_expect_eq(count_in(run.result.bytes, "999"), 0);
    run.request.country = NULL;
    cr_assert(run_job(&run));
    cr_expect_gt(count_in(run.result.bytes, "number \"*999*\""), 0);
    close_run(&run);
}

/* ---- red flags ---- */

Test(job, an_emergency_is_one_page_and_said)
{
    struct run run = open_run();
    struct ho_arena *arena = ho_arena_new();
    const char *xml = changed(arena, "sign=\"leaking\" answer=\"no\"",
                              "sign=\"leaking\" answer=\"yes\"");
    cr_assert(run_record(&run, xml));
    cr_expect(run.result.is_emergency);
    cr_expect(begins_with(run.result.bytes, "%PDF"));
    cr_expect_eq(count_messages(&run.ctx.diags, HO_MSG_RED_FLAG_PRESENT), 1);
    run.request.as = HO_AS_TRACE;
    cr_assert(run_record(&run, xml));
    cr_expect_eq(count_in(run.result.bytes, "\npage "), 1);
    cr_expect_gt(count_in(run.result.bytes, "Get emergency help now"), 0);
    ho_arena_free(arena);
    close_run(&run);
}

Test(job, a_question_not_asked_is_a_warning_and_the_handout_is_made)
{
    struct run run = open_run();
    struct ho_arena *arena = ho_arena_new();
    const char *xml = changed(arena, "<question sign=\"leaking\" answer=\"no\"/>", "");
    cr_assert(run_record(&run, xml));
    cr_expect_not(run.result.is_emergency);
    cr_assert_eq(run.ctx.diags.count, 1);
    cr_expect_eq(run.ctx.diags.items[0].code, HO_MSG_RED_FLAG_NOT_ASKED);
    cr_expect(strstr(run.ctx.diags.items[0].text, "leaking"));
    cr_expect_gt(count_pages(&run), 1);
    ho_arena_free(arena);
    close_run(&run);
}

/* ---- the same bytes ---- */

static void expect_reproducible(enum ho_as as)
{
    struct run a = open_run(), b = open_run();
    struct ho_arena *kept = ho_arena_new();
    a.request.as = b.request.as = as;
    cr_assert(run_job(&a));
    struct ho_bytes first = keep(kept, a.result.bytes);
    cr_assert(run_job(&a));
    expect_same(a.result.bytes, first);
    cr_assert(run_job(&b));
    expect_same(b.result.bytes, first);
    ho_arena_free(kept);
    close_run(&a);
    close_run(&b);
}

Test(job, the_same_input_gives_the_same_bytes)
{
    static const enum ho_as kinds[] = {HO_AS_PDF, HO_AS_PNG, HO_AS_SVG, HO_AS_BLOCKS,
                                       HO_AS_TRACE};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        expect_reproducible(kinds[i]);
}

Test(job, a_file_does_not_depend_on_the_records_before_it)
{
    struct run fresh = open_run(), batch = open_run();
    struct ho_arena *kept = ho_arena_new();
    static const char *const names[] = {"سارة أحمد", "सरिता शर्मा", "Юрий Ωmega Đặng"};
    cr_assert(run_job(&fresh));
    struct ho_bytes alone = keep(kept, fresh.result.bytes);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        cr_assert(run_record(&batch, changed(kept, "name=\"Sam Taylor\"",
                                             ho_format(kept, "name=\"%s\"", names[i]))),
                  "%s", names[i]);
        cr_assert(run_job(&batch));
        expect_same(batch.result.bytes, alone);
    }
    cr_assert(run_record(&batch, changed(kept, "sign=\"leaking\" answer=\"no\"",
                                         "sign=\"leaking\" answer=\"yes\"")));
    cr_expect_not(run_record(&batch, "<record/>"));
    batch.request.paper = "a5";
    cr_assert(run_job(&batch));
    batch.request.paper = "a4";
    cr_assert(run_job(&batch));
    expect_same(batch.result.bytes, alone);
    cr_expect_not(batch.result.is_emergency);
    /* and the other way: a record with glyphs of its own, first and last */
    struct run other = open_run();
    const char *xml =
        changed(kept, "name=\"Sam Taylor\"", ho_format(kept, "name=\"%s\"", names[2]));
    cr_assert(run_record(&other, xml));
    struct ho_bytes first = keep(kept, other.result.bytes);
    cr_assert(run_record(&batch, xml));
    expect_same(batch.result.bytes, first);
    ho_arena_free(kept);
    close_run(&other);
    close_run(&fresh);
    close_run(&batch);
}

Test(job, the_date_comes_from_the_request_alone)
{
    struct run run = open_run();
    struct ho_arena *kept = ho_arena_new();
    cr_assert(run_job(&run));
    struct ho_bytes without = keep(kept, run.result.bytes);
    cr_expect_eq(count_in(without, "CreationDate"), 0);
    run.request.date = "2026-11-23";
    cr_assert(run_job(&run));
    cr_expect_gt(count_in(run.result.bytes, "CreationDate"), 0);
    ho_arena_free(kept);
    close_run(&run);
}

Test(job, memory_of_the_shop_does_not_grow_with_the_records)
{
    struct run run = open_run();
    size_t used[4];
    for (int i = 0; i < 4; i++) {
        cr_assert(run_job(&run));
        used[i] = ho_arena_used(run.ctx.arena);
    }
    cr_expect_eq(used[1], used[2]);
    cr_expect_eq(used[2], used[3]);
    close_run(&run);
}

/* ---- what is wrong ---- */

static void expect_refusal(struct run *run, const char *xml, enum ho_message code)
{
    cr_expect_not(xml ? run_record(run, xml) : run_job(run));
    cr_expect_eq(run->result.bytes.length, 0);
    cr_expect_eq(count_messages(&run->ctx.diags, code) +
                     count_messages(ho_shop_diags(run->shop), code),
                 1, "no HO-%d", (int)code);
}

Test(job, a_broken_record_gives_no_bytes)
{
    struct run run = open_run();
    struct ho_arena *arena = ho_arena_new();
    expect_refusal(&run, "<record", HO_MSG_XML_SYNTAX);
    expect_refusal(&run, "<clinic/>", HO_MSG_WRONG_ROOT);
    expect_refusal(&run, changed(arena, "ref=\"cat-cow\"", "ref=\"cat-cw\""),
                   HO_MSG_UNKNOWN_ID);
    expect_refusal(&run, changed(arena, "repetitions=\"5\"", "repetitions=\"500\""),
                   HO_MSG_DOSE_RANGE);
    ho_arena_free(arena);
    close_run(&run);
}

Test(job, a_name_that_no_font_can_show_is_an_error_that_does_not_tell_it)
{
    struct run run = open_run();
    struct ho_arena *arena = ho_arena_new();
    cr_expect_not(run_record(
        &run, changed(arena, "name=\"Sam Taylor\"", "name=\"Wong 黃 Secret\"")));
    cr_expect_eq(run.result.bytes.length, 0);
    cr_expect_gt(count_messages(&run.ctx.diags, HO_MSG_NO_GLYPH), 0);
    for (size_t i = 0; i < run.ctx.diags.count; i++)
        cr_expect_null(strstr(run.ctx.diags.items[i].text, "Secret"));
    ho_arena_free(arena);
    close_run(&run);
}

Test(job, a_record_that_is_not_there_is_an_error)
{
    struct run run = open_run();
    run.request.record = "/tmp/handout-no-such-record.xml";
    expect_refusal(&run, NULL, HO_MSG_NO_FILE);
    close_run(&run);
}

Test(job, a_language_without_content_is_an_error)
{
    struct run run = open_run();
    run.request.language = "fr";
    expect_refusal(&run, NULL, HO_MSG_NO_LANGUAGE);
    close_run(&run);
}

Test(job, a_country_without_a_pack_is_an_error)
{
    struct run run = open_run();
    run.request.country = "ZZ";
    expect_refusal(&run, NULL, HO_MSG_NO_COUNTRY_PACK);
    close_run(&run);
}

Test(job, a_clinic_without_a_country_is_an_error)
{
    struct run run = open_run();
    struct ho_arena *arena = ho_arena_new();
    run.request.clinic = write_temporary(
        arena, with(arena, example_file(arena, HO_CONTENT "/examples/clinic.xml"),
                    " country=\"GB\"", ""));
    cr_expect_not(run_job(&run));
    cr_expect_eq(run.result.bytes.length, 0);
    cr_expect_eq(count_messages(ho_shop_diags(run.shop), HO_MSG_NO_COUNTRY), 1);
    run.request.country = "GB";
    cr_expect(run_job(&run), "the request's country is enough");
    unlink(run.request.clinic);
    close_run(&run);
    ho_arena_free(arena);
}

Test(job, mistakes_of_the_record_and_of_the_clinic_are_told_together)
{
    struct run run = open_run();
    run.request.clinic = "/tmp/handout-no-such-clinic.xml";
    run.request.record = "/tmp/handout-no-such-record.xml";
    cr_expect_not(run_job(&run));
    cr_expect_eq(count_messages(ho_shop_diags(run.shop), HO_MSG_NO_FILE), 1);
    cr_expect_eq(count_messages(&run.ctx.diags, HO_MSG_NO_FILE), 1);
    close_run(&run);
}

Test(job, after_a_mistake_the_shop_still_serves)
{
    struct run run = open_run();
    run.request.country = "ZZ";
    cr_expect_not(run_job(&run));
    run.request.country = NULL;
    cr_expect(run_job(&run));
    close_run(&run);
}
