/* handout verify — is the file ours, is it whole, is page 1 the emergency sheet.
 * Each file is read by a process of its own that may take little memory and time: any file may be handed in here, and a
 * hostile one ends that process, not the run.
 * SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "cli/options_priv.h"
#include "cli/request_priv.h"
#include "seal/inspect.h"

static const struct option_row rows[] = {
    {"password-file", 0, "FILE",
     "the password of sealed files is in this one; - asks for it", ROW(password_file)},
    {"date", 0, "YYYY-MM-DD",
     "the day to hold the review date against (default: today)", ROW(date)},
    {"quiet", 'q', NULL, "tell the exit status only, and errors", ROW(is_quiet)},
    HELP_ROW,
};

/* A sanitizer reserves more address space than a computer has memory. */
#if defined(__SANITIZE_ADDRESS__)
#define HO_UNLIMITED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HO_UNLIMITED 1
#endif
#endif
#ifndef HO_UNLIMITED
#define HO_UNLIMITED 0
#endif

/* Ten times what our largest handout takes. */
enum { SECONDS = 20, MEBIBYTES = 512 };

/* ---- what is wrong ---- */

static const char *number(struct ho_ctx *ctx, size_t value)
{
    return ho_format(ctx->arena, "%zu", value);
}

static size_t count_in(const struct ho_fingerprints *all, size_t upto, const char *one)
{
    size_t count = 0;
    for (size_t i = 0; i < upto && i < all->count; i++)
        count += ho_equal(all->items[i], one);
    return count;
}

/* Whether the others have fewer of this page than there are up to it: two pages may be the same. */
static bool is_only_here(const struct ho_fingerprints *own, size_t i,
                         const struct ho_fingerprints *others)
{
    return i < own->count && count_in(own, i + 1, own->items[i]) >
                                 count_in(others, others->count, own->items[i]);
}

/* A page that is gone where another has come was altered. */
static void check_each(struct ho_ctx *ctx, struct ho_span at,
                       const struct ho_inspection *file)
{
    size_t made = file->made.count, most = made;
    if (file->seen.count > most)
        most = file->seen.count;
    for (size_t i = 0; i < most; i++) {
        bool is_gone = is_only_here(&file->made, i, &file->seen);
        bool is_new = is_only_here(&file->seen, i, &file->made);
        if (is_gone && is_new)
            ho_report(ctx, HO_MSG_PAGE_ALTERED, at, NULL, number(ctx, i + 1));
        else if (is_gone)
            ho_report(ctx, HO_MSG_PAGE_MISSING, at, NULL, number(ctx, i + 1),
                      number(ctx, made));
        else if (is_new)
            ho_report(ctx, HO_MSG_PAGE_ADDED, at, NULL, number(ctx, i + 1));
    }
}

/* Whether what is there stands in the order in which it was made: each page is looked for after the one before. */
static bool is_in_order(const struct ho_inspection *file)
{
    size_t next = 0;
    for (size_t i = 0; i < file->seen.count; i++) {
        const char *page = file->seen.items[i];
        size_t place = next;
        while (place < file->made.count && !ho_equal(file->made.items[place], page))
            place++;
        if (place < file->made.count)
            next = place + 1;
        else if (count_in(&file->made, next, page) &&
                 !is_only_here(&file->seen, i, &file->made))
            return false;
    }
    return true;
}

/* Page 1 is what it was, and that was the emergency sheet. */
static bool has_sheet(const struct ho_inspection *file)
{
    return file->signs && *file->signs && file->seen.count &&
           ho_equal(file->seen.items[0], file->made.items[0]);
}

static bool is_ours(const struct ho_inspection *file)
{
    return file->generator && strncmp(file->generator, "handout ", 8) == 0 &&
           file->made.count;
}

static bool check(struct ho_ctx *ctx, struct ho_span at, const char *today,
                  const struct ho_inspection *file)
{
    static const char again[] = "do not hand it out; make it again from the record";
    if (!is_ours(file)) {
        ho_report(ctx, HO_MSG_NOT_OURS, at, NULL);
        return false;
    }
    size_t errors = ho_error_count(ctx);
    check_each(ctx, at, file);
    if (!is_in_order(file))
        ho_report(ctx, HO_MSG_PAGE_ORDER, at, NULL);
    if (!has_sheet(file))
        ho_report(ctx, HO_MSG_NO_SHEET, at, again);
    if (ho_error_count(ctx) == errors && file->stamp == HO_STAMP_BROKEN)
        ho_report(ctx, HO_MSG_BYTES_CHANGED, at, again);
    if (file->review_by && strcmp(file->review_by, today) < 0)
        ho_report(ctx, HO_MSG_TEXTS_OLD, at,
                  "make it again from texts that were read since", file->review_by);
    return ho_error_count(ctx) == errors;
}

/* ---- what is told ---- */

static size_t count_words(const char *text)
{
    size_t count = 0;
    for (; text && *text; text += strspn(text, " ")) {
        text += strcspn(text, " ");
        count++;
    }
    return count;
}

static const char *or_unknown(const char *text)
{
    return text ? text : "?";
}

static void print_file(const struct ho_inspection *file, const char *name,
                       bool is_whole)
{
    static const char *const states[] = {
        [HO_STAMP_NONE] = "written anew by another program",
        [HO_STAMP_BROKEN] = "changed",
        [HO_STAMP_WHOLE] = "every byte is as it was written"};
    printf("%s: %s\n", name,
           !is_ours(file) ? "not ours"
           : is_whole     ? "ours and whole"
                          : "ours, not whole");
    if (!is_ours(file))
        return;
    printf("  made by    %s, template %s, on %s\n", file->generator,
           or_unknown(file->template_id), file->date ? file->date : "no stated day");
    printf("  content    version %s in %s for %s, sha256 %s\n",
           or_unknown(file->content_version), or_unknown(file->language),
           or_unknown(file->country), or_unknown(file->content_hash));
    printf("  review by  %s\n", or_unknown(file->review_by));
    if (has_sheet(file))
        printf("  page 1     the emergency sheet, complete, with %zu signs\n",
               count_words(file->signs));
    printf("  pages      %zu made, %zu here\n", file->made.count, file->seen.count);
    printf("  file       %s%s\n", file->is_sealed ? "sealed; " : "",
           states[file->stamp]);
}

static int verify(struct ho_ctx *ctx, const char *path, const char *password,
                  const char *today, bool is_quiet)
{
    const struct ho_source *source;
    const struct ho_inspection *file;
    if (!ho_source_load(ctx, path, &source) ||
        !ho_inspect(ctx, source, password, &file))
        return ho_diags_status(&ctx->diags);
    bool ok = check(ctx, ho_source_whole(source), today, file);
    if (!is_quiet)
        print_file(file, path, ok);
    return ok ? 0 : 1;
}

/* ---- one process a file ---- */

static _Noreturn void verify_apart(struct ho_ctx *ctx, const char *path,
                                   const char *password, const char *today,
                                   bool is_quiet)
{
    rlim_t room = (rlim_t)MEBIBYTES * 1024 * 1024;
    setrlimit(RLIMIT_CPU, &(struct rlimit){SECONDS, SECONDS});
    if (!HO_UNLIMITED)
        setrlimit(RLIMIT_AS, &(struct rlimit){room, room});
    int status = verify(ctx, path, password, today, is_quiet);
    print_diags(&ctx->diags, is_quiet);
    if (fflush(stdout))
        status = 3;
    _exit(status);
}

static int verify_file(struct ho_ctx *ctx, const char *path, const char *password,
                       const char *today, bool is_quiet)
{
    int status;
    fflush(stdout); /* or both would print what waits there */
    pid_t child = fork();
    if (child == 0)
        verify_apart(ctx, path, password, today, is_quiet);
    if (child < 0 || waitpid(child, &status, 0) != child) {
        ho_report(ctx, HO_MSG_READ_FAILED, named_place(ctx, path),
                  "close other programs", "no process can be started");
        return 3;
    }
    if (WIFEXITED(status))
        return WEXITSTATUS(status);
    ho_report(ctx, HO_MSG_TOO_COSTLY, named_place(ctx, path),
              "it may be damaged, or made to do harm");
    return 1;
}

static const char *clock_date(struct ho_arena *arena)
{
    time_t now = time(NULL);
    struct tm day;
    char text[] = "0000-00-00";
    if (localtime_r(&now, &day))
        (void)strftime(text, sizeof text, "%Y-%m-%d", &day);
    return ho_strdup(arena, text);
}

static bool read_choices(struct ho_ctx *ctx, const struct options *options,
                         const char **today, const char **password)
{
    bool uses_stdin = ho_equal(options->password_file, "-");
    for (size_t i = 0; i < options->operand_count; i++)
        if (ho_equal(options->operands[i], "-")) {
            if (uses_stdin) {
                ho_report(ctx, HO_MSG_TWO_ON_STDIN, (struct ho_span){0},
                          "save one of them to a file");
                return false;
            }
            uses_stdin = true;
        }
    if (options->operand_count == 0) {
        ho_report(ctx, HO_MSG_NO_OPERAND, (struct ho_span){0},
                  "see handout verify --help", "FILE.pdf");
        return false;
    }
    if (!request_date(ctx, options, today))
        return false;
    if (!*today)
        *today = clock_date(ctx->arena);
    return read_password(ctx, options, false, password);
}

static int run_verify(struct ho_ctx *ctx, const struct options *options)
{
    const char *today, *password;
    int status = 0, whole = 0;
    if (!read_choices(ctx, options, &today, &password))
        return ho_diags_status(&ctx->diags);
    print_diags(&ctx->diags, options->is_quiet);
    ctx->diags.count = 0; /* printed, and not to be printed by each process again */
    for (size_t i = 0; i < options->operand_count; i++) {
        int one =
            verify_file(ctx, options->operands[i], password, today, options->is_quiet);
        whole += one == 0;
        status = worst_status(status, one);
    }
    if (whole && !options->is_quiet)
        puts("This finds accidents and careless changes. It is no proof against "
             "forgery.");
    return status;
}

const struct command verify_command = {
    .name = "verify",
    .operands = "FILE.pdf ...",
    .summary = "Tells if PDFs are ours and whole, and page 1 the emergency sheet.",
    .rows = rows,
    .row_count = sizeof rows / sizeof *rows,
    .run = run_verify,
};
