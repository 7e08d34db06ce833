/* report.csv: a line for each row that is finished, added a group at a time, so that it is right whenever the batch is
 * stopped. RFC 4180; a line never holds a line break, so one that was cut off is known by the lack of its end.
 * SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* flock */
#include "job/report_priv.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "model/csv.h"

enum { LOCK_TRIES = 40 };

const char *const status_names[] = {"",           "done",   "red-flag",
                                    "not-mailed", "failed", NULL};
const char report_name[] = "report.csv";
const char report_head[] = "id,file,pages,sha256,status,message,input\n";

/* ---- a line ---- */

static void add_cell(struct ho_text *out, const char *text, char end)
{
    if (text && strpbrk(text, ",\"\r\n")) {
        ho_text_add(out, "\"");
        for (; *text; text++)
            ho_text_add_format(out, *text == '"' ? "\"%c" : "%c",
                               *text == '\n' || *text == '\r' ? ' ' : *text);
        ho_text_add(out, "\"");
    } else {
        ho_text_add(out, text ? text : "");
    }
    ho_text_add_bytes(out, &end, 1);
}

static size_t count_code(const struct ho_diags *diags, enum ho_message code)
{
    size_t count = 0;
    for (size_t i = 0; i < diags->count; i++)
        count += diags->items[i].code == code;
    return count;
}

static bool is_first_of_code(const struct ho_diags *diags, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (diags->items[i].code == diags->items[index].code)
            return false;
    return true;
}

/* In the roster a line and a column are enough, in a folder the file is wanted, too; elsewhere is nothing to mend for
 * who reads the report. */
static void add_place(struct ho_text *out, const char *roster, struct ho_span at)
{
    size_t length = strlen(roster);
    const char *name = at.source ? at.source->name : "";
    if (strncmp(name, roster, length) != 0 || at.line < 1 ||
        (name[length] && name[length] != '/'))
        return;
    if (name[length])
        ho_text_add_format(out, "%s:", name + length + 1);
    ho_text_add_format(out, "%d:%d: ", ho_span_line(at), ho_span_column(at));
}

/* The messages of the row, errors alone if there are any, each kind once. */
static const char *sum_up(struct ho_arena *arena, const struct batch *batch,
                          const struct outcome *outcome)
{
    const struct ho_diags *diags = &outcome->diags;
    struct ho_text out = {.arena = arena};
    for (size_t i = 0; i < diags->count; i++) {
        const struct ho_diag *diag = &diags->items[i];
        if ((outcome->status == FAILED && diag->severity < HO_ERROR) ||
            !is_first_of_code(diags, i))
            continue;
        ho_text_add(&out, out.count ? "; " : "");
        add_place(&out, ho_rows_name(batch->rows), diag->at);
        ho_text_add_format(&out, "%s [HO-%03d]", diag->text, (int)diag->code);
        size_t count = count_code(diags, diag->code);
        if (count > 1)
            ho_text_add_format(&out, " and %zu more like it", count - 1);
    }
    return ho_text_end(&out);
}

static void add_line(struct ho_text *out, const struct batch *batch,
                     const struct outcome *outcome)
{
    struct ho_arena *arena = out->arena;
    bool has_file = outcome->status != FAILED;
    add_cell(out, outcome->id, ',');
    add_cell(out, has_file ? outcome->file : NULL, ',');
    add_cell(out, has_file ? ho_format(arena, "%d", outcome->pages) : NULL, ',');
    add_cell(out, has_file ? outcome->sha256 : NULL, ',');
    add_cell(out, status_names[outcome->status], ',');
    add_cell(out, sum_up(arena, batch, outcome), ',');
    add_cell(out, outcome->input, '\n');
}

int report_add(struct batch *batch, const struct outcome *outcomes, size_t count)
{
    struct report *report = batch->report;
    struct ho_text text = {.arena = ho_arena_new()};
    for (size_t i = 0; i < count; i++) {
        batch->states[outcomes[i].row].line = report->end + text.count;
        report->is_sorted &= outcomes[i].row >= report->next_row;
        report->next_row = outcomes[i].row + 1;
        add_line(&text, batch, &outcomes[i]);
    }
    int error = ho_write_all(
        report->fd, (struct ho_bytes){(const unsigned char *)text.items, text.count});
    report->end += text.count;
    ho_arena_free(text.arena);
    return error;
}

/* ---- opening ---- */

static bool refuse(struct batch *batch, enum ho_message code, const char *hint,
                   const char *words)
{
    struct ho_source *source = ho_new(batch->ctx->arena, struct ho_source);
    source->name =
        ho_format(batch->ctx->arena, "%s/%s", batch->ask->folder, report_name);
    ho_report(batch->ctx, code, ho_source_whole(source), hint, words);
    return false;
}

/* A worker of a batch that was killed may hold the lock for a moment. */
static bool lock(int fd)
{
    for (int i = 0; flock(fd, LOCK_EX | LOCK_NB) && errno == EWOULDBLOCK; i++) {
        if (i == LOCK_TRIES)
            return false;
        nanosleep(&(struct timespec){.tv_nsec = 50000000}, NULL);
    }
    return true; /* or the file system knows no locks */
}

/* Opened for good: the lock goes with the descriptor, and a killed batch leaves none behind. */
static bool open_locked(struct batch *batch, struct report *report)
{
    int flags = O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC;
    report->fd = openat(batch->folder, report_name, flags, 0600);
    if (report->fd < 0)
        return refuse(batch, HO_MSG_WRITE_FAILED, NULL, strerror(errno));
    if (!lock(report->fd))
        return refuse(batch, HO_MSG_BATCH_BUSY,
                      "wait for it to end, or choose another folder", NULL);
    return true;
}

static bool start(struct batch *batch, struct report *report)
{
    int error =
        ho_write_all(report->fd, (struct ho_bytes){(const unsigned char *)report_head,
                                                   sizeof report_head - 1});
    report->end = sizeof report_head - 1;
    report->is_sorted = true;
    return !error || refuse(batch, HO_MSG_WRITE_FAILED, NULL, strerror(error));
}

static int compare_lines(const void *a, const void *b)
{
    const struct known_line *x = a, *y = b;
    if (x->name != y->name)
        return x->name < y->name ? -1 : 1;
    return x->line < y->line ? -1 : x->line > y->line; /* the later one holds */
}

/* Where each file's line is. What a kill has cut off at the end is cut off whole. */
static bool read_old(struct batch *batch, struct report *report)
{
    struct ho_ctx line_ctx = {.arena = ho_arena_new()};
    struct ho_csv_row row;
    const char *text = report->old->text;
    size_t length = report->old->length;
    while (length && text[length - 1] != '\n')
        length--;
    struct ho_csv *csv = ho_csv_open(report->old, sizeof report_head - 1, ',');
    while (ho_csv_next(&line_ctx, csv, &row) && row.end < length) {
        if (!row.is_broken && row.cells.count == REPORT_CELLS &&
            *row.cells.items[REPORT_FILE].text)
            ho_push(batch->ctx->arena, &report->known,
                    (struct known_line){hash_name(row.cells.items[REPORT_FILE].text),
                                        row.offset});
        ho_arena_reset(line_ctx.arena);
        line_ctx.diags = (struct ho_diags){0};
    }
    ho_csv_close(csv);
    ho_arena_free(line_ctx.arena);
    if (report->known.count)
        qsort(report->known.items, report->known.count, sizeof *report->known.items,
              compare_lines);
    report->end = length;
    return !ftruncate(report->fd, (off_t)length) ||
           refuse(batch, HO_MSG_WRITE_FAILED, NULL, strerror(errno));
}

static bool resume(struct batch *batch, struct report *report)
{
    const char *path =
        ho_format(batch->ctx->arena, "%s/%s", batch->ask->folder, report_name);
    size_t head = sizeof report_head - 1;
    if (!ho_source_spool(batch->ctx, path, batch->ask->folder, &report->old))
        return false;
    if (report->old->length < head &&
        strncmp(report->old->text, report_head, report->old->length) == 0) {
        if (ftruncate(report->fd, 0)) /* it was killed before the first row */
            return refuse(batch, HO_MSG_WRITE_FAILED, NULL, strerror(errno));
        return start(batch, report);
    }
    if (strncmp(report->old->text, report_head, head) != 0)
        return refuse(batch, HO_MSG_NO_REPORT, "choose another folder", NULL);
    return read_old(batch, report);
}

bool report_open(struct batch *batch)
{
    struct report *report = ho_new(batch->ctx->arena, struct report);
    struct stat about;
    if (!open_locked(batch, report))
        return false;
    batch->report = report;
    if (fstat(report->fd, &about) == 0 && about.st_size == 0)
        return start(batch, report);
    if (!batch->ask->resumes)
        return refuse(batch, HO_MSG_REPORT_THERE,
                      "go on with it by --resume, or choose a new folder", NULL);
    return resume(batch, report);
}

void report_close(struct report *report)
{
    if (report)
        close(report->fd);
}

/* ---- asking ---- */

static size_t first_of(const struct report *report, uint64_t name)
{
    size_t low = 0, high = report->known.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (report->known.items[middle].name < name)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool report_finds(struct ho_arena *arena, const struct report *report, const char *file,
                  const char *input, uint64_t *line, enum status *status,
                  const char **id)
{
    struct ho_ctx ctx = {.arena = arena};
    uint64_t name = hash_name(file);
    struct ho_csv_row row = {0};
    bool is_found = false;
    for (size_t i = first_of(report, name);
         i < report->known.count && report->known.items[i].name == name; i++) {
        struct ho_csv *csv = ho_csv_open(report->old, report->known.items[i].line, ',');
        is_found = ho_csv_next(&ctx, csv, &row) &&
                   ho_equal(row.cells.items[REPORT_FILE].text, file);
        ho_csv_close(csv);
        *line = report->known.items[i].line;
    }
    if (!is_found || !ho_equal(row.cells.items[REPORT_INPUT].text, input))
        return false;
    *id = row.cells.items[REPORT_ID].text;
    *status = MADE;
    for (enum status s = RED_FLAG; s < FAILED; s++)
        if (ho_equal(row.cells.items[REPORT_STATUS].text, status_names[s]))
            *status = s;
    return true;
}

/* ---- the end ---- */

static void copy_line(struct ho_text *out, const struct ho_source *report,
                      uint64_t line)
{
    const char *from = report->text + line, *end = strchr(from, '\n');
    ho_text_add_bytes(out, from, end ? (size_t)(end - from) + 1 : strlen(from));
}

/* In pieces, so that the whole report is never in memory. */
static int write_sorted(struct batch *batch, const struct ho_source *old, int fd)
{
    enum { PIECE = 1024 };
    struct ho_text text = {.arena = ho_arena_new()};
    size_t count = ho_rows_count(batch->rows);
    int error = 0;
    ho_text_add(&text, report_head);
    for (size_t i = 0; i <= count && !error; i++) {
        if (i < count && batch->states[i].line)
            copy_line(&text, old, batch->states[i].line);
        if (i < count && (i + 1) % PIECE)
            continue;
        error = ho_write_all(
            fd, (struct ho_bytes){(const unsigned char *)text.items, text.count});
        ho_arena_reset(text.arena);
        text = (struct ho_text){.arena = text.arena};
    }
    ho_arena_free(text.arena);
    return error;
}

int report_sort(struct batch *batch)
{
    const struct ho_source *old;
    struct ho_draft draft;
    struct ho_ctx quiet = {.arena = batch->ctx->arena};
    const char *path =
        ho_format(batch->ctx->arena, "%s/%s", batch->ask->folder, report_name);
    if (batch->report->is_sorted)
        return 0;
    if (!ho_source_spool(&quiet, path, batch->ask->folder, &old))
        return EIO;
    int error = ho_draft_write(batch->folder, batch->owner, ho_rows_count(batch->rows),
                               (struct ho_bytes){0}, &draft);
    if (error)
        return error;
    error = write_sorted(batch, old, draft.fd);
    if (!error && fsync(draft.fd))
        error = errno;
    if (error) {
        ho_draft_drop(batch->folder, &draft);
        return error;
    }
    return ho_draft_publish(batch->folder, &draft, report_name, true);
}
