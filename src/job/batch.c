/* The batch on one screen: find the rows, name their files, keep what is there, make the rest.
 * SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* O_DIRECTORY */
#include "job/batch_priv.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/folder.h"
#include "job/job_priv.h"
#include "xml/xml.h"

/* Fewer are made before all that they could share is in memory. */
enum { WORTH_WARMING = 24 };

/* ---- where from, where to ---- */

static bool refuse_folder(struct batch *batch, const char *folder, int error)
{
    struct ho_source *source = ho_new(batch->ctx->arena, struct ho_source);
    source->name = folder;
    ho_report(batch->ctx, HO_MSG_WRITE_FAILED, ho_source_whole(source),
              "choose a folder that you may write to", strerror(error));
    return false;
}

static bool open_folder(struct batch *batch, const char *folder, int *out)
{
    if (mkdir(folder, 0700) && errno != EEXIST)
        return refuse_folder(batch, folder, errno);
    *out = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return *out >= 0 || refuse_folder(batch, folder, errno);
}

static bool open_folders(struct batch *batch)
{
    const struct ho_batch *ask = batch->ask;
    batch->owner = (long)getpid();
    return ask->each->is_trial ||
           (open_folder(batch, ask->folder, &batch->folder) &&
            (!ask->mail_folder ||
             open_folder(batch, ask->mail_folder, &batch->mail_folder)));
}

static bool open_rows(struct batch *batch)
{
    const char *roster = batch->ask->each->record, *temporary = getenv("TMPDIR");
    const char *folder = batch->ask->each->is_trial
                             ? (temporary && *temporary ? temporary : "/tmp")
                             : batch->ask->folder;
    const struct ho_source *source;
    if (ho_is_folder(roster))
        return ho_rows_open_folder(batch->ctx, roster, &batch->rows);
    return ho_source_spool(batch->ctx, roster, folder, &source) &&
           ho_rows_open(batch->ctx, source, &batch->rows);
}

/* ---- what each row would write ---- */

/* A kind of row that all workers should have the shared data for. */
struct kind {
    const char *condition, *language;
};

struct naming {
    struct batch *batch;
    struct ho_ctx
        row; /* of the row that is looked at; its messages are told when it is made */
    bool is_addressed; /* that row */
    struct {
        HO_VEC(struct kind);
    } kinds;
};

static void note_kind(struct naming *n, const struct ho_xml_node *record)
{
    struct ho_arena *arena = n->batch->ctx->arena;
    const char *condition = ho_xml_find(record, "condition"),
               *language = n->batch->ask->each->language;
    if (!language)
        language = ho_xml_find(record, "language");
    if (!condition || !language || n->kinds.count > 64)
        return;
    for (size_t i = 0; i < n->kinds.count; i++)
        if (ho_equal(n->kinds.items[i].condition, condition) &&
            ho_equal(n->kinds.items[i].language, language))
            return;
    ho_push(arena, &n->kinds,
            (struct kind){ho_strdup(arena, condition), ho_strdup(arena, language)});
}

static const char *name_row(struct naming *n, size_t index,
                            const struct ho_source **text)
{
    const struct ho_xml_node *record;
    n->row.diags = (struct ho_diags){0};
    n->is_addressed = false;
    if (!ho_rows_text(&n->row, n->batch->rows, index, text))
        return NULL;
    bool is_good = ho_rows_parse(&n->row, n->batch->rows, *text, &record);
    if (!record || !ho_xml_is(record, "record"))
        return NULL;
    if (is_good)
        note_kind(n, record);
    n->is_addressed = addressee(record);
    return name_file(&n->row, n->batch->ask->name, record, index + 1);
}

static void name_rows(struct naming *n)
{
    struct batch *batch = n->batch;
    for (size_t i = 0; i < ho_rows_count(batch->rows); i++) {
        const struct ho_source *text;
        const char *file = name_row(n, i, &text);
        batch->states[i].name = file ? hash_name(file) : 0;
        ho_arena_reset(n->row.arena);
    }
}

/* ---- two rows of one name ---- */

static int compare_names(const void *a, const void *b)
{
    const struct row *x = *(struct row *const *)a, *y = *(struct row *const *)b;
    if (x->name != y->name)
        return x->name < y->name ? -1 : 1;
    return (x > y) - (x < y); /* both are of one array */
}

static bool has_same_name(struct naming *n, size_t a, size_t b)
{
    const struct ho_source *text;
    bool is_same = ho_equal(name_row(n, a, &text), name_row(n, b, &text));
    ho_arena_reset(n->row.arena);
    return is_same;
}

/* The second would overwrite the first, so it fails; which of them is right nobody here can know. */
static void find_doubles(struct naming *n)
{
    struct batch *batch = n->batch;
    struct ho_arena *arena = ho_arena_new();
    size_t count = ho_rows_count(batch->rows);
    struct row **sorted = ho_new_array(arena, struct row *, count);
    for (size_t i = 0; i < count; i++)
        sorted[i] = &batch->states[i];
    qsort(sorted, count, sizeof *sorted, compare_names);
    for (size_t i = 1, first = 0; i < count; i++) {
        size_t one = (size_t)(sorted[first] - batch->states),
               other = (size_t)(sorted[i] - batch->states);
        if (!sorted[i]->name || sorted[i]->name != sorted[first]->name ||
            !has_same_name(n, one, other))
            first = i;
        else
            sorted[i]->first = (uint32_t)one + 1;
    }
    ho_arena_free(arena);
}

/* ---- the rows that are left ---- */

static bool is_ours(const struct batch *batch, size_t index)
{
    return index % (size_t)batch->ask->shards == (size_t)batch->ask->shard;
}

static bool is_file(int folder, const char *name)
{
    struct stat about;
    return fstatat(folder, name, &about, AT_SYMLINK_NOFOLLOW) == 0 &&
           S_ISREG(about.st_mode);
}

static bool has_message(struct naming *n, const char *file, enum status status)
{
    const struct batch *batch = n->batch;
    return batch->mail_folder < 0 || !n->is_addressed || status != MADE ||
           is_file(batch->mail_folder,
                   name_message(n->row.arena, batch->ask->name, file));
}

/* A row whose files were made from the same row and the same data, and are there, is done. */
static void keep_old(struct naming *n, size_t index)
{
    struct batch *batch = n->batch;
    struct row *state = &batch->states[index];
    const struct ho_source *text;
    enum status status;
    const char *id, *file = name_row(n, index, &text);
    if (!file ||
        !report_finds(n->row.arena, batch->report, file,
                      digest_row(n->row.arena, batch->inputs, text), &state->line,
                      &status, &id) ||
        !is_file(batch->folder, file) || !has_message(n, file, status)) {
        state->line = 0;
        return;
    }
    state->status = (uint8_t)status;
    batch->result->count.kept++;
    note_urgent(batch, status, id);
}

static void keep_rows(struct naming *n)
{
    struct batch *batch = n->batch;
    for (size_t i = 0; i < ho_rows_count(batch->rows); i++) {
        if (is_ours(batch, i) && !batch->states[i].first)
            keep_old(n, i);
        ho_arena_reset(n->row.arena);
    }
}

static bool tell_double(struct batch *batch, struct group *group, size_t index)
{
    struct ho_ctx ctx = {.arena = group_arena(group)};
    struct outcome outcome = {.row = index, .status = FAILED};
    const struct ho_source *text;
    if (ho_rows_text(&ctx, batch->rows, index, &text))
        ho_report(
            &ctx, HO_MSG_FILE_TWICE, ho_source_span(text, 0),
            "give each record an id of its own",
            ho_rows_place(ctx.arena, batch->rows, batch->states[index].first - 1));
    outcome.diags = ctx.diags;
    return group_add(group, &outcome);
}

static bool list_rows(struct batch *batch)
{
    size_t count = ho_rows_count(batch->rows);
    struct group *group = group_new(batch);
    bool ok = true;
    batch->todo = ho_new_array(batch->ctx->arena, uint32_t, count);
    for (size_t i = 0; i < count && ok; i++) {
        if (!is_ours(batch, i))
            continue;
        batch->result->count.rows++;
        if (batch->states[i].first)
            ok = tell_double(batch, group, i);
        else if (batch->states[i].status == NOT_MADE)
            batch->todo[batch->todo_count++] = (uint32_t)i;
    }
    ok = ok && group_publish(group);
    group_free(group);
    return ok;
}

static bool finish(struct batch *batch)
{
    int error = batch->report ? report_sort(batch) : 0;
    if (error)
        return refuse_folder(batch, batch->ask->folder, error);
    return !batch->ask->merged || batch->result->count.is_stopped || print_all(batch);
}

static bool run(struct batch *batch)
{
    struct naming naming = {.batch = batch, .row = {.arena = ho_arena_new()}};
    size_t count = ho_rows_count(batch->rows);
    batch->states = ho_new_array(batch->ctx->arena, struct row, count);
    name_rows(&naming);
    find_doubles(&naming);
    if (batch->report && batch->ask->resumes)
        keep_rows(&naming);
    bool ok = list_rows(batch);
    if (!batch->ask->each->is_trial)
        shop_keep(batch->shop);
    for (size_t i = 0;
         i < naming.kinds.count && batch->todo_count >= WORTH_WARMING && ok; i++)
        shop_warm(batch->shop, batch->ask->each, naming.kinds.items[i].condition,
                  naming.kinds.items[i].language);
    ho_arena_free(naming.row.arena);
    return ok && work(batch) && finish(batch);
}

bool ho_batch_run(struct ho_ctx *ctx, struct ho_shop *shop, const struct ho_batch *ask,
                  const struct ho_batch_watch *watch, struct ho_batch_result *out)
{
    struct batch batch = {.ctx = ctx,
                          .shop = shop,
                          .ask = ask,
                          .watch = watch,
                          .folder = -1,
                          .mail_folder = -1,
                          .result = out};
    bool ok = shop_equip(shop, ask->each) && job_has_country(shop, ask->each) &&
              (!ask->mail_folder || job_can_mail(ctx, shop, ask->each, ask->post)) &&
              open_folders(&batch) && open_rows(&batch);
    if (ok && !ask->each->is_trial) {
        batch.inputs = digest_inputs(ctx, &batch);
        ok = report_open(&batch);
    }
    if (ok && !ask->each->is_trial)
        ho_drafts_clear(batch.folder);
    if (ok && batch.mail_folder >= 0)
        ho_drafts_clear(batch.mail_folder);
    if (ok) {
        watch->tell(watch->data, &ctx->diags);
        ctx->diags.count = 0; /* told */
        catch_stop();
        ok = run(&batch);
    }
    out->count.signal = asked_to_stop();
    report_close(batch.report);
    if (batch.folder >= 0)
        close(batch.folder);
    if (batch.mail_folder >= 0)
        close(batch.mail_folder);
    return ok;
}
