/* An outcome goes from a worker to the parent as one message, with the open files beside it (unix(7), SCM_RIGHTS): once
 * it is sent, the worker may die and nothing is lost.
 * SPDX-License-Identifier: MIT */
#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "job/batch_priv.h"

/* The largest message (bytes), and how many messages of a row are told: a row with more mistakes is told the first. */
enum { MESSAGE = 96 * 1024, TOLD = 60, TEXT = 600 };
/* Milliseconds that a full socket is tried again. */
enum { FULL_TRIES = 60000 };

struct packet {
    size_t row, number, message_number, diag_count;
    long owner;
    int status, pages, is_disk, has_draft, is_named, has_message, is_message_named;
};

struct packed_diag {
    int code, severity, line, column;
};

/* ---- sending ---- */

static void add_text(struct ho_text *out, const char *text)
{
    size_t length = text ? strnlen(text, TEXT) : 0;
    char is_there = text ? 1 : 0;
    ho_text_add_bytes(out, &is_there, 1);
    ho_text_add_bytes(out, text ? text : "", length);
    ho_text_add_bytes(out, "", 1);
}

static void add_diag(struct ho_text *out, const struct ho_diag *diag)
{
    const struct packed_diag packed = {(int)diag->code, (int)diag->severity,
                                       ho_span_line(diag->at),
                                       ho_span_column(diag->at)};
    ho_text_add_bytes(out, &packed, sizeof packed);
    add_text(out, diag->at.source ? diag->at.source->name : NULL);
    add_text(out, diag->text);
    add_text(out, diag->hint);
}

static struct ho_text pack(struct ho_arena *arena, const struct outcome *o)
{
    struct ho_text out = {.arena = arena};
    struct packet packet = {.row = o->row,
                            .number = o->draft.number,
                            .message_number = o->message.number,
                            .owner = o->draft.owner,
                            .status = (int)o->status,
                            .pages = o->pages,
                            .is_disk = o->is_disk,
                            .has_draft = o->has_draft,
                            .is_named = o->draft.is_named,
                            .has_message = o->has_message,
                            .is_message_named = o->message.is_named};
    packet.diag_count = o->diags.count < TOLD ? o->diags.count : TOLD;
    ho_text_add_bytes(&out, &packet, sizeof packet);
    add_text(&out, o->id);
    add_text(&out, o->file);
    add_text(&out, o->sha256);
    add_text(&out, o->input);
    for (size_t i = 0; i < packet.diag_count; i++)
        add_diag(&out, &o->diags.items[i]);
    return out;
}

/* A user may have so many descriptors on their way and no more (unix(7), ETOOMANYREFS). The parent takes them when it has
 * synced a group; if it does not, it is gone. */
static int send_whole(int socket, const struct msghdr *message)
{
    for (int tries = 0; sendmsg(socket, message, MSG_NOSIGNAL) < 0;) {
        if (errno != EINTR && (errno != ETOOMANYREFS || ++tries > FULL_TRIES))
            return errno;
        if (errno == ETOOMANYREFS)
            nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    }
    return 0;
}

int send_outcome(int socket, struct ho_arena *arena, const struct outcome *outcome)
{
    struct ho_text text = pack(arena, outcome);
    union {
        char bytes[CMSG_SPACE(2 * sizeof(int))];
        struct cmsghdr align;
    } control = {{0}};
    struct iovec data = {text.items, text.count};
    struct msghdr message = {.msg_iov = &data, .msg_iovlen = 1};
    if (outcome->has_draft) {
        const int files[] = {outcome->draft.fd, outcome->message.fd};
        size_t size = (outcome->has_message ? 2 : 1) * sizeof *files;
        message.msg_control = control.bytes;
        message.msg_controllen = CMSG_SPACE(size);
        struct cmsghdr *head = CMSG_FIRSTHDR(&message);
        *head = (struct cmsghdr){.cmsg_level = SOL_SOCKET,
                                 .cmsg_type = SCM_RIGHTS,
                                 .cmsg_len = CMSG_LEN(size)};
        memcpy(CMSG_DATA(head), files, size);
    }
    return send_whole(socket, &message);
}

/* ---- receiving ---- */

static const char *take_text(const char **at)
{
    const char *text = *at + 1;
    bool is_there = **at;
    *at = text + strlen(text) + 1;
    return is_there ? text : NULL;
}

static struct ho_diag take_diag(struct ho_arena *arena, const char **at)
{
    struct packed_diag packed;
    memcpy(&packed, *at, sizeof packed);
    *at += sizeof packed;
    struct ho_diag diag = {.code = (enum ho_message)packed.code,
                           .severity = (enum ho_severity)packed.severity};
    const char *name = take_text(at);
    if (name) {
        struct ho_source *source = ho_new(arena, struct ho_source);
        source->name = name;
        diag.at = (struct ho_span){source, packed.line, packed.column};
    }
    diag.text = take_text(at);
    diag.hint = take_text(at);
    return diag;
}

static void unpack(struct ho_arena *arena, const char *at, struct outcome *out)
{
    struct packet packet;
    memcpy(&packet, at, sizeof packet);
    at += sizeof packet;
    *out = (struct outcome){.row = packet.row,
                            .status = (enum status)packet.status,
                            .is_disk = packet.is_disk,
                            .pages = packet.pages,
                            .has_draft = packet.has_draft,
                            .draft = {.fd = -1,
                                      .owner = packet.owner,
                                      .number = packet.number,
                                      .is_named = packet.is_named},
                            .has_message = packet.has_message,
                            .message = {.fd = -1,
                                        .owner = packet.owner,
                                        .number = packet.message_number,
                                        .is_named = packet.is_message_named}};
    out->id = take_text(&at);
    out->file = take_text(&at);
    out->sha256 = take_text(&at);
    out->input = take_text(&at);
    for (size_t i = 0; i < packet.diag_count; i++)
        ho_push(arena, &out->diags, take_diag(arena, &at));
}

static void take_files(const struct cmsghdr *head, struct outcome *out)
{
    memcpy(&out->draft.fd, CMSG_DATA(head), sizeof(int));
    if (head->cmsg_len >= CMSG_LEN(2 * sizeof(int)))
        memcpy(&out->message.fd, CMSG_DATA(head) + sizeof(int), sizeof(int));
}

int receive_outcome(int socket, struct ho_arena *arena, struct outcome *out)
{
    union {
        char bytes[CMSG_SPACE(2 * sizeof(int))];
        struct cmsghdr align;
    } control;
    char buffer[MESSAGE];
    struct iovec data = {buffer, sizeof buffer};
    struct msghdr message = {.msg_iov = &data,
                             .msg_iovlen = 1,
                             .msg_control = control.bytes,
                             .msg_controllen = sizeof control.bytes};
    ssize_t got;
    do
        got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
    while (got < 0 && errno == EINTR);
    if (got <= 0)
        return got < 0 && errno != ECONNRESET ? errno : -1;
    char *kept = ho_alloc(arena, (size_t)got, alignof(struct packet));
    memcpy(kept, buffer, (size_t)got);
    unpack(arena, kept, out);
    struct cmsghdr *head = CMSG_FIRSTHDR(&message);
    if (head && head->cmsg_type == SCM_RIGHTS)
        take_files(head, out);
    return 0;
}
