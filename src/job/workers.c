/* Workers: forked when all that is shared is in memory. Rows are handed out by a counter in shared memory, outcomes
 * come back by a socket each; there is no lock. A worker that dies costs the row it had, which is then tried once more
 * in a process of its own.
 * SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* MAP_ANONYMOUS */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "job/batch_priv.h"

/* GATHER_MS: so long outcomes gather before they are taken, all at once: the parent would take more of the workers' time
 * by waking up for each than it needs for its work. No worker waits meanwhile, and nothing that is sent can be lost. */
enum { WORKERS = 256, IDLE_DEATHS = 3, WAIT_MS = 200, GATHER_MS = 4, AT_ONCE = 64 };

/* What parent and workers share. */
struct board {
    _Atomic size_t next; /* in the list of rows */
    atomic_bool is_stopped;
};

struct worker {
    pid_t process;
    int socket; /* -1: it has ended */
};

struct crew {
    struct batch *batch;
    struct board *board;
    const uint32_t *rows; /* to make, in order */
    size_t row_count;
    struct group *group;
    struct worker workers[WORKERS];
    int count;
    int death;       /* how the last worker that died did: as from waitpid */
    int idle_deaths; /* of workers that had done nothing */
    bool is_busy;    /* something came at the last look */
    bool is_behind;  /* and more was there than is taken at once */
    bool ok;
    bool can_publish; /* what is made, even if no more can be */
};

/* ---- in the worker ---- */

static void run_worker(struct crew *crew, int socket)
{
    struct batch *batch = crew->batch;
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    leave_stop();
    report_close(batch->report); /* the lock is the parent's */
    while (!atomic_load(&crew->board->is_stopped)) {
        size_t next = atomic_fetch_add(&crew->board->next, 1);
        struct outcome outcome;
        if (next >= crew->row_count)
            break;
        make_row(batch, &ctx, crew->rows[next], &outcome);
        if (send_outcome(socket, ctx.arena, &outcome))
            _exit(3); /* the parent is gone */
        if (outcome.has_draft)
            close(outcome.draft.fd);
        if (outcome.has_message)
            close(outcome.message.fd);
        ho_arena_reset(ctx.arena);
        ctx.diags = (struct ho_diags){0};
    }
    _exit(0);
}

/* ---- in the parent ---- */

static bool start_worker(struct crew *crew, struct worker *worker)
{
    int ends[2];
    fflush(NULL); /* or both would print it */
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends))
        return false;
    pid_t process = fork();
    if (process == 0) {
        for (int i = 0; i < crew->count; i++)
            if (crew->workers[i].socket >= 0)
                close(crew->workers[i].socket);
        close(ends[0]);
        run_worker(crew, ends[1]);
    }
    close(ends[1]);
    *worker = (struct worker){process, ends[0]};
    if (process < 0) {
        close(ends[0]);
        worker->socket = -1;
    }
    return process >= 0;
}

static bool has_rows(const struct crew *crew)
{
    return atomic_load(&crew->board->next) < crew->row_count &&
           !atomic_load(&crew->board->is_stopped);
}

static void stop(struct crew *crew)
{
    atomic_store(&crew->board->is_stopped, true);
}

/* A worker that ends while rows are left has died: another takes its place. */
static void end_worker(struct crew *crew, struct worker *worker)
{
    int status = 0;
    close(worker->socket);
    worker->socket = -1;
    while (waitpid(worker->process, &status, 0) < 0 && errno == EINTR)
        ;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return;
    crew->death = status;
    if (has_rows(crew) && crew->idle_deaths++ < IDLE_DEATHS)
        (void)start_worker(crew, worker); /* if not, the others go on */
}

static void take_outcome(struct crew *crew, const struct outcome *outcome)
{
    crew->idle_deaths = 0;
    if (outcome->is_disk) { /* not for the report: it may be made another time */
        crew->batch->watch->tell(crew->batch->watch->data, &outcome->diags);
        crew->ok = false;
    } else {
        crew->can_publish = group_add(crew->group, outcome);
        crew->ok &= crew->can_publish;
    }
    if (!crew->ok)
        stop(crew);
}

/* Takes what has come, but not so much that others would have to wait. */
static void listen_to(struct crew *crew, struct worker *worker)
{
    struct outcome outcome;
    for (int i = 0; i < AT_ONCE; i++) {
        int error = receive_outcome(worker->socket, group_arena(crew->group), &outcome);
        if (error == EAGAIN)
            return;
        if (error) {
            end_worker(crew, worker);
            return;
        }
        crew->is_busy = true;
        if (crew->can_publish)
            take_outcome(crew, &outcome);
        else
            drop_drafts(crew->batch, &outcome);
    }
    crew->is_behind = true;
}

/* Waits for any worker, then takes what there is of all. That one has ended is told at once, whatever is asked for
 * (poll(2), POLLHUP). False if none is left. */
static bool listen_once(struct crew *crew)
{
    struct pollfd sockets[WORKERS];
    int map[WORKERS], open = 0;
    short event = crew->is_busy ? 0 : POLLIN;
    for (int i = 0; i < crew->count; i++)
        if (crew->workers[i].socket >= 0) {
            map[open] = i;
            sockets[open++] = (struct pollfd){crew->workers[i].socket, event, 0};
        }
    if (!open)
        return false;
    int wait_ms = crew->is_behind ? 0 : crew->is_busy ? GATHER_MS : WAIT_MS;
    bool is_quiet = poll(sockets, (nfds_t)open, wait_ms) == 0 && !crew->is_busy;
    if (asked_to_stop())
        stop(crew);
    crew->is_busy = crew->is_behind = false;
    for (int i = 0; i < open && !is_quiet; i++)
        listen_to(crew, &crew->workers[map[i]]);
    if (is_quiet && crew->ok) /* nothing came for a while */
        crew->ok = crew->can_publish = group_publish(crew->group);
    crew->batch->watch->count(crew->batch->watch->data, &crew->batch->result->count);
    return true;
}

/* Makes the rows with so many workers; what is not NOT_MADE afterwards has its outcome. */
static bool run_crew(struct crew *crew, int count)
{
    crew->board = mmap(NULL, sizeof *crew->board, PROT_READ | PROT_WRITE,
                       MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (crew->board == MAP_FAILED)
        ho_out_of_memory();
    crew->ok = crew->can_publish = true;
    for (int i = 0; i < count && i < WORKERS; i++) {
        crew->count = i + 1;
        if (!start_worker(crew, &crew->workers[i]))
            break;
    }
    while (listen_once(crew))
        ;
    crew->ok &= crew->can_publish && group_publish(crew->group);
    crew->batch->result->count.is_stopped |= atomic_load(&crew->board->is_stopped);
    munmap(crew->board, sizeof *crew->board);
    return crew->ok;
}

static const char *describe_death(struct ho_arena *arena, int status)
{
    if (WIFSIGNALED(status))
        return ho_format(arena, "signal %d, %s", WTERMSIG(status),
                         strsignal(WTERMSIG(status)));
    return WIFEXITED(status) && WEXITSTATUS(status) == 3
               ? "there was no memory"
               : ho_format(arena, "exit status %d", WEXITSTATUS(status));
}

/* It died twice of this row, so the row is told instead of tried. */
static bool give_up(struct crew *crew, uint32_t row)
{
    struct batch *batch = crew->batch;
    struct ho_ctx ctx = {.arena = group_arena(crew->group)};
    struct outcome outcome = {.row = row, .status = FAILED};
    const struct ho_source *text;
    if (ho_rows_text(&ctx, batch->rows, row, &text))
        ho_report(&ctx, HO_MSG_ROW_KILLS, ho_source_span(text, 0),
                  "please tell the makers of handout, with a record that does it",
                  describe_death(ctx.arena, crew->death));
    outcome.diags = ctx.diags;
    return group_add(crew->group, &outcome) && group_publish(crew->group);
}

/* The row alone, in a process of its own, if it was lost with its worker. */
static bool try_again(struct crew *crew, uint32_t row)
{
    struct batch *batch = crew->batch;
    *crew = (struct crew){
        .batch = batch, .rows = &row, .row_count = 1, .group = crew->group};
    if (!run_crew(crew, 1))
        return false;
    return batch->states[row].status != NOT_MADE || batch->result->count.is_stopped ||
           give_up(crew, row);
}

bool work(struct batch *batch)
{
    struct crew *crew = ho_new(batch->ctx->arena, struct crew);
    int count = batch->ask->jobs;
    *crew = (struct crew){.batch = batch,
                          .rows = batch->todo,
                          .row_count = batch->todo_count,
                          .group = group_new(batch)};
    if ((size_t)count > batch->todo_count)
        count = (int)batch->todo_count;
    bool ok = run_crew(crew, count);
    for (size_t i = 0; i < batch->todo_count && ok; i++)
        if (batch->states[batch->todo[i]].status == NOT_MADE &&
            !batch->result->count.is_stopped)
            ok = try_again(crew, batch->todo[i]);
    group_free(crew->group);
    return ok;
}
