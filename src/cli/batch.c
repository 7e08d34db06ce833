/* handout batch — a roster, a file for each of its rows.
 * SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* sched_getaffinity */
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "cli/given_priv.h"
#include "cli/options_priv.h"
#include "cli/progress_priv.h"
#include "cli/request_priv.h"
#include "job/batch.h"
#include "model/roster.h"
#include "press/press.h"

static const struct option_row rows[] = {
    {"directory", 'd', "DIR",
     "where the files and report.csv go; made if it is not there", ROW(directory)},
    {"name", 0, "PATTERN", "how files are named (default: {id}.pdf)", ROW(pattern)},
    {"email-dir", 0, "DIR",
     "also make a message for each row with an address, sealed, in this folder",
     ROW(mail_directory)},
    {"unsealed", 0, NULL,
     "messages without a password: anyone on the way can read them", ROW(is_unsealed)},
    {"jobs", 'j', "N", "how many workers (default: one a core)", ROW(jobs)},
    {"dry-run", 'n', NULL, "check all rows and make nothing", ROW(is_dry)},
    {"resume", 0, NULL, "go on: make what is missing, failed or changed", ROW(resumes)},
    {"merge", 0, "FILE", "also make one print file of all handouts", ROW(merged)},
    {"duplex", 0, "EDGE",
     "long or short: print file for both sides, each handout on a new leaf",
     ROW(duplex)},
    {"shard", 0, "PART", "make one part of the roster, 2/4 the second of four",
     ROW(shard)},
    {"merge-reports", 0, NULL,
     "join the reports of shards; to standard output, or to -o", ROW(joins)},
    {"output", 'o', "FILE", "where the joined report or the empty roster goes",
     ROW(output)},
    {"template-roster", 0, NULL, "print an empty roster with all columns",
     ROW(wants_template)},
    {"condition", 0, "ID", "of the empty roster (default: the only one)",
     ROW(condition)},
};

/* What is seen of a batch while it runs. */
struct view {
    struct ho_arena *arena;
    struct progress progress;
    bool is_quiet;
    int status;
    size_t untold; /* warnings that were not printed */
    struct {
        HO_VEC(enum ho_message);
    } told; /* kinds of warnings, each of which is printed once */
};

/* A warning may hold for a whole roster: each kind is printed for the first row that has it, the report has all. */
static bool is_told(struct view *view, enum ho_message code)
{
    for (size_t i = 0; i < view->told.count; i++)
        if (view->told.items[i] == code)
            return true;
    ho_push(view->arena, &view->told, code);
    return false;
}

static void tell(void *data, const struct ho_diags *diags)
{
    struct view *view = data;
    progress_clear(&view->progress);
    for (size_t i = 0; i < diags->count; i++) {
        struct ho_diag *diag = &diags->items[i];
        bool is_wanted = diag->severity >= HO_ERROR ||
                         (!view->is_quiet && !is_told(view, diag->code));
        view->untold += !is_wanted;
        if (is_wanted)
            print_diag(diag);
    }
    view->status = worst_status(view->status, ho_diags_status(diags));
}

static void count(void *data, const struct ho_batch_count *sums)
{
    struct view *view = data;
    progress_tell(&view->progress, sums);
}

static bool report_value(struct ho_ctx *ctx, const char *option, const char *value,
                         const char *hint)
{
    ho_report(ctx, HO_MSG_OPTION_VALUE, (struct ho_span){0}, hint, value, option);
    return false;
}

static bool choose_jobs(struct ho_ctx *ctx, const struct options *options, int *jobs)
{
    cpu_set_t set;
    *jobs = sched_getaffinity(0, sizeof set, &set) ? 1 : CPU_COUNT(&set);
    if (!options->jobs ||
        (ho_parse_int(options->jobs, jobs) && *jobs >= 1 && *jobs <= 256))
        return true;
    return report_value(ctx, "--jobs", options->jobs, "a number from 1 to 256");
}

static bool choose_duplex(struct ho_ctx *ctx, const struct options *options,
                          const char **duplex)
{
    static const char *const names[] = {"DuplexFlipLongEdge", "DuplexFlipShortEdge"};
    int edge = options->duplex
                   ? option_word(ctx, "--duplex", options->duplex, ho_duplex_names + 1)
                   : 0;
    *duplex = options->duplex && edge >= 0 ? names[edge] : NULL;
    return edge >= 0;
}

static bool choose_shard(struct ho_ctx *ctx, const struct options *options, int *shard,
                         int *shards)
{
    const char *slash = options->shard ? strchr(options->shard, '/') : NULL;
    *shard = 0;
    *shards = 1;
    if (!options->shard)
        return true;
    if (slash && ho_parse_int(slash + 1, shards) &&
        ho_parse_int(
            ho_strndup(ctx->arena, options->shard, (size_t)(slash - options->shard)),
            shard) &&
        *shard >= 1 && *shard <= *shards) {
        (*shard)--;
        return true;
    }
    return report_value(ctx, "--shard", options->shard,
                        "write it as 1/4 for the first of four parts");
}

static bool choose_roster(struct ho_ctx *ctx, const struct options *options,
                          struct ho_request *each)
{
    each->record = options->operand_count ? options->operands[0] : NULL;
    if (!each->record)
        ho_report(
            ctx, HO_MSG_NO_OPERAND, (struct ho_span){0},
            "a CSV or XML file, a folder of records, or - for standard input; see "
            "handout batch --help",
            "ROSTER");
    if (options->operand_count > 1)
        ho_report(ctx, HO_MSG_EXTRA_OPERAND, (struct ho_span){0},
                  "one roster at a time", options->operands[1]);
    if (!options->directory && !options->is_dry)
        ho_report(ctx, HO_MSG_NO_OPERAND, (struct ho_span){0},
                  "give the folder for the files with -d", "-d DIR");
    return options->operand_count == 1 && (options->directory || options->is_dry);
}

static bool choose_mail(struct ho_ctx *ctx, const struct options *options,
                        struct ho_request *each, struct ho_batch *batch,
                        struct ho_post *post)
{
    *post = (struct ho_post){.is_open = options->is_unsealed};
    batch->mail_folder = options->mail_directory;
    batch->post = post;
    each->is_mailed = options->mail_directory;
    if (options->is_unsealed && !options->mail_directory) {
        ho_report(ctx, HO_MSG_NO_OPERAND, (struct ho_span){0},
                  "it is about messages; a handout is open without a password",
                  "--email-dir DIR");
        return false;
    }
    return request_seal(ctx, options);
}

/* What is kept opens with the password that it was made with, so a new one would open some files only. */
static bool check_password(struct ho_ctx *ctx, const struct options *options)
{
    if (!options->resumes || !options->generates_password)
        return true;
    ho_report(ctx, HO_MSG_OPTIONS_CLASH, (struct ho_span){0},
              "give the password of the first time with --password-file", "--resume",
              "--generate-password");
    return false;
}

static bool read_batch(struct ho_ctx *ctx, const struct options *options,
                       struct ho_request *each, struct ho_batch *batch,
                       struct ho_post *post)
{
    const char *hint;
    *batch = (struct ho_batch){.each = each,
                               .folder = options->directory,
                               .name = options->pattern ? options->pattern : "{id}.pdf",
                               .merged = options->is_dry ? NULL : options->merged,
                               .resumes = options->resumes};
    bool ok = request_read(ctx, options, each);
    each->is_trial = options->is_dry;
    ok &= choose_roster(ctx, options, each);
    ok &= choose_mail(ctx, options, each, batch, post);
    ok &= check_password(ctx, options);
    ok &= choose_jobs(ctx, options, &batch->jobs);
    ok &= choose_duplex(ctx, options, &batch->duplex);
    ok &= choose_shard(ctx, options, &batch->shard, &batch->shards);
    if (!ho_batch_is_name(ctx->arena, batch->name, &hint))
        ok = report_value(ctx, "--name", batch->name, hint);
    if (!ok)
        return false;
    post->seconds = request_seconds(options); /* of a --date that is one */
    return request_find(ctx, options, each);
}

static const char *plural(size_t count, const char *one, const char *more)
{
    return count == 1 ? one : more;
}

static void print_counts(const struct view *view, const struct ho_batch *batch,
                         const struct ho_batch_count *sums)
{
    if (view->untold)
        fprintf(stderr, "handout: %zu more %s of these kinds%s\n", view->untold,
                plural(view->untold, "warning", "warnings"),
                batch->each->is_trial ? "" : "; the report has them all");
    if (batch->each->is_trial)
        fprintf(stderr, "handout: %zu %s good, %zu %s not\n", sums->made,
                plural(sums->made, "row is", "rows are"), sums->failed,
                plural(sums->failed, "is", "are"));
    else
        fprintf(stderr, "handout: %zu made, %zu kept, %zu failed; see %s/report.csv\n",
                sums->made, sums->kept, sums->failed, batch->folder);
    if (sums->is_stopped)
        fprintf(stderr, "handout: stopped; %zu %s left, --resume goes on\n",
                sums->rows - sums->made - sums->kept - sums->failed,
                plural(sums->rows - sums->made - sums->kept - sums->failed, "row is",
                       "rows are"));
}

static void print_ids(const char *const *ids, size_t count, const char *status)
{
    enum { NAMED = 50 };
    for (size_t i = 0; i < count && i < NAMED; i++)
        fprintf(stderr, "%s%s", i ? ", " : "", ids[i]);
    if (count > NAMED)
        fprintf(stderr, " and %zu more, with the status %s in the report",
                count - NAMED, status);
    fputs("\n", stderr);
}

static void print_red_flags(const struct ho_batch *batch,
                            const struct ho_batch_result *result)
{
    size_t flags = result->red_flags.count;
    if (!flags)
        return;
    fprintf(stderr, "handout: %zu %s a red flag%s: ", flags,
            plural(flags, "record has", "records have"),
            batch->each->is_trial ? "" : ", and only the emergency sheet was made");
    print_ids(result->red_flags.items, flags, "red-flag");
}

static void print_unasked(const struct ho_batch_result *result)
{
    size_t count = result->unasked.count;
    if (!count)
        return;
    fprintf(stderr,
            "handout: %zu %s not mailed, as a red-flag question was not asked: ", count,
            plural(count, "record is", "records are"));
    print_ids(result->unasked.items, count, "not-mailed");
}

static int make_all(struct ho_ctx *ctx, const struct options *options)
{
    struct ho_request each;
    struct ho_batch batch;
    struct ho_post post;
    struct ho_batch_result result = {0};
    struct ho_shop *shop = ho_shop_open();
    struct view view = {.arena = ctx->arena,
                        .progress = progress_start(options->is_quiet),
                        .is_quiet = options->is_quiet};
    const struct ho_batch_watch watch = {&view, tell, count};
    bool is_read = read_batch(ctx, options, &each, &batch, &post);
    bool ok = is_read && ho_batch_run(ctx, shop, &batch, &watch, &result);
    progress_clear(&view.progress);
    print_diags(ho_shop_diags(shop), options->is_quiet);
    print_diags(&ctx->diags, options->is_quiet);
    int status = worst_status(view.status, ho_diags_status(&ctx->diags));
    status = worst_status(status, ho_diags_status(ho_shop_diags(shop)));
    ctx->diags.count = 0; /* printed */
    if (is_read && result.count.rows && !options->is_quiet)
        print_counts(&view, &batch, &result.count);
    print_red_flags(&batch, &result); /* never too quiet for whom to call */
    print_unasked(&result);
    if (is_read && options->generates_password)
        puts(each.password); /* once: nobody could print it again */
    if (result.count.red_flags || result.unasked.count)
        status = worst_status(status, 4);
    ho_shop_close(shop);
    if (result.count.signal) { /* as the shell expects it */
        signal(result.count.signal, SIG_DFL);
        raise(result.count.signal);
    }
    return ok || status ? status : 1;
}

/* ---- reports of shards ---- */

static int join_reports(struct ho_ctx *ctx, const struct options *options)
{
    struct ho_bytes bytes;
    if (!options->operand_count) {
        ho_report(ctx, HO_MSG_NO_OPERAND, (struct ho_span){0},
                  "name the reports to join", "report.csv");
        return 2;
    }
    if (ho_batch_join(ctx, options->operands, options->operand_count, &bytes) &&
        !ho_file_write(ctx, options->output ? options->output : "-", bytes))
        return 3;
    return ho_diags_status(&ctx->diags);
}

/* ---- an empty roster ---- */

/* Its columns are those of the formats, and a red-flag question each of the condition's. */
static const char *write_template(struct ho_arena *arena,
                                  const struct ho_library *library)
{
    struct ho_text out = {.arena = arena};
    const struct ho_red_flags *flags = &library->red_flags;
    for (const struct ho_roster_column *c = ho_roster_columns; c->name; c++)
        if (strncmp(c->name, "flag:", 5) != 0)
            ho_text_add_format(&out, "%s%s", out.count ? "," : "", c->name);
    for (size_t i = 0; i <= flags->groups.count; i++) {
        const struct ho_sign_group *group =
            i < flags->groups.count ? &flags->groups.items[i] : &flags->urgent;
        for (size_t k = 0; k < group->signs.count; k++)
            ho_text_add_format(&out, ",flag:%s", group->signs.items[k].id);
    }
    ho_text_add(&out, "\r\n");
    return ho_text_end(&out);
}

static int print_template(struct ho_ctx *ctx, const struct options *options)
{
    const char *content = find_content(ctx, options);
    const char *condition = content ? given_condition(ctx, options, content) : NULL;
    const struct ho_library *library;
    if (condition &&
        ho_library_load(ctx, content, condition,
                        options->language ? options->language : "en-GB", &library)) {
        const char *text = write_template(ctx->arena, library);
        struct ho_bytes bytes = {(const unsigned char *)text, strlen(text)};
        if (!ho_file_write(ctx, options->output ? options->output : "-", bytes))
            return 3;
    }
    return ho_diags_status(&ctx->diags);
}

static int run_batch(struct ho_ctx *ctx, const struct options *options)
{
    if (options->joins)
        return join_reports(ctx, options);
    if (options->wants_template)
        return print_template(ctx, options);
    return make_all(ctx, options);
}

const struct command batch_command = {
    .name = "batch",
    .operands = "ROSTER",
    .summary = "Makes a handout for every row of a roster, and a report of them.",
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .shared = request_rows,
    .shared_count = REQUEST_ROWS,
    .run = run_batch,
};
