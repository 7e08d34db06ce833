/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* O_TMPFILE, by draft.h */
#include "seal/merge.h"

#include <errno.h>
#include <fcntl.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/draft.h"

/* Handouts that are joined at a time: what they share is let go of after each such part. */
enum { PART = 200 };

/* A stream that is in the file already: fonts, drawings and the colour profile are the same in all handouts. */
struct stream {
    const char *digest;
    qpdf_oh object;
};

struct merge {
    struct ho_ctx *ctx;
    qpdf_data out;
    struct {
        HO_VEC(struct stream);
    } streams;
    struct {
        HO_VEC(int);
    } seen; /* objects of this document that were looked at */
};

struct map {
    void *bytes;
    size_t length;
};

/* ---- what is the same ---- */

static const char *digest_stream(struct merge *m, qpdf_oh stream)
{
    unsigned char *data = NULL;
    size_t length = 0;
    if (qpdf_oh_get_stream_data(m->out, stream, qpdf_dl_none, NULL, &data, &length))
        return NULL;
    struct ho_digest *digest = ho_digest_new(m->ctx->arena);
    qpdf_oh dict = qpdf_oh_get_dict(m->out, stream);
    ho_digest_add_field(digest, qpdf_oh_unparse(m->out, dict));
    ho_digest_add(digest, (struct ho_bytes){data, length});
    free(data);
    qpdf_oh_release(m->out, dict);
    return ho_digest_end(m->ctx->arena, digest);
}

static bool was_seen(struct merge *m, int id)
{
    for (size_t i = 0; i < m->seen.count; i++)
        if (m->seen.items[i] == id)
            return true;
    ho_push(m->ctx->arena, &m->seen, id);
    return false;
}

/* The first stream of the same content, if there is one, is put into *first. Otherwise this is it, and kept. */
static bool find_first(struct merge *m, qpdf_oh stream, qpdf_oh *first)
{
    const char *digest =
        qpdf_oh_is_stream(m->out, stream) ? digest_stream(m, stream) : NULL;
    for (size_t i = 0; digest && i < m->streams.count; i++)
        if (strcmp(m->streams.items[i].digest, digest) == 0) {
            *first = m->streams.items[i].object;
            qpdf_oh_release(m->out, stream);
            return true;
        }
    if (digest)
        ho_push(m->ctx->arena, &m->streams, (struct stream){digest, stream});
    else
        qpdf_oh_release(m->out, stream);
    return false;
}

/* The stream under that key becomes the first one of its content; its own is then nowhere named, and not written. */
static void share(struct merge *m, qpdf_oh dict, const char *key)
{
    qpdf_oh first;
    if (find_first(m, qpdf_oh_get_key_if_dict(m->out, dict, key), &first))
        qpdf_oh_replace_key(m->out, dict, key, first);
}

/* The colours of a drawing are a stream, too, which it names (ISO 32000-1 8.6.6.3): only when that is shared are two
 * drawings the same. */
static void share_colours(struct merge *m, qpdf_oh drawing)
{
    enum { LOOKUP = 3 };
    static const char *const path[] = {"/Resources", "/ColorSpace", "/P"};
    qpdf_oh at = qpdf_oh_get_dict(m->out, drawing), first;
    for (size_t i = 0; i < sizeof path / sizeof *path; i++) {
        qpdf_oh next = qpdf_oh_get_key_if_dict(m->out, at, path[i]);
        qpdf_oh_release(m->out, at);
        at = next;
    }
    if (qpdf_oh_is_array(m->out, at) &&
        qpdf_oh_get_array_n_items(m->out, at) == LOOKUP + 1 &&
        find_first(m, qpdf_oh_get_array_item(m->out, at, LOOKUP), &first))
        qpdf_oh_set_array_item(m->out, at, LOOKUP, first);
    qpdf_oh_release(m->out, at);
}

struct keys {
    HO_VEC(const char *);
};

static struct keys list_keys(struct merge *m, qpdf_oh dict)
{
    struct keys keys = {{NULL, 0, 0}};
    if (!qpdf_oh_is_dictionary(m->out, dict))
        return keys;
    qpdf_oh_begin_dict_key_iter(m->out, dict);
    while (qpdf_oh_dict_more_keys(m->out))
        ho_push(m->ctx->arena, &keys,
                ho_strdup(m->ctx->arena, qpdf_oh_dict_next_key(m->out)));
    return keys;
}

static void share_font(struct merge *m, qpdf_oh font)
{
    if (was_seen(m, qpdf_oh_get_object_id(m->out, font)))
        return;
    share(m, font, "/ToUnicode");
    qpdf_oh list = qpdf_oh_get_key_if_dict(m->out, font, "/DescendantFonts");
    qpdf_oh descendant = qpdf_oh_get_array_item(m->out, list, 0);
    qpdf_oh descriptor = qpdf_oh_get_key_if_dict(m->out, descendant, "/FontDescriptor");
    share(m, descriptor, "/FontFile2");
    qpdf_oh_release(m->out, descriptor);
    qpdf_oh_release(m->out, descendant);
    qpdf_oh_release(m->out, list);
}

static void share_resources(struct merge *m, qpdf_oh page)
{
    qpdf_oh resources = qpdf_oh_get_key_if_dict(m->out, page, "/Resources");
    qpdf_oh drawings = qpdf_oh_get_key_if_dict(m->out, resources, "/XObject");
    qpdf_oh fonts = qpdf_oh_get_key_if_dict(m->out, resources, "/Font");
    struct keys names = list_keys(m, drawings);
    for (size_t i = 0; i < names.count; i++) {
        qpdf_oh drawing = qpdf_oh_get_key_if_dict(m->out, drawings, names.items[i]);
        if (qpdf_oh_is_stream(m->out, drawing))
            share_colours(m, drawing);
        qpdf_oh_release(m->out, drawing);
        share(m, drawings, names.items[i]);
    }
    names = list_keys(m, fonts);
    for (size_t i = 0; i < names.count; i++) {
        qpdf_oh font = qpdf_oh_get_key_if_dict(m->out, fonts, names.items[i]);
        share_font(m, font);
        qpdf_oh_release(m->out, font);
    }
    qpdf_oh_release(m->out, fonts);
    qpdf_oh_release(m->out, drawings);
    qpdf_oh_release(m->out, resources);
}

/* ---- pages ---- */

/* Tags and links lead to what stays behind. */
static bool add_page(struct merge *m, qpdf_data from, size_t index)
{
    static const char *const left[] = {"/StructParents", "/Tabs", "/Annots"};
    qpdf_oh page = qpdf_get_page_n(from, index);
    for (size_t i = 0; i < sizeof left / sizeof *left; i++)
        qpdf_oh_remove_key(from, page, left[i]);
    bool ok = !qpdf_add_page(m->out, from, page, QPDF_FALSE);
    qpdf_oh_release(from, page);
    if (!ok)
        return false;
    qpdf_oh added = qpdf_get_page_n(m->out, (size_t)qpdf_get_num_pages(m->out) - 1);
    share_resources(m, added);
    qpdf_oh_release(m->out, added);
    return true;
}

/* An empty page of the size of the last. */
static bool add_empty_page(struct merge *m)
{
    qpdf_oh last = qpdf_get_page_n(m->out, (size_t)qpdf_get_num_pages(m->out) - 1);
    qpdf_oh box = qpdf_oh_get_key(m->out, last, "/MediaBox");
    qpdf_oh page = qpdf_oh_parse(
        m->out,
        ho_format(m->ctx->arena, "<< /Type /Page /Resources << >> /MediaBox %s >>",
                  qpdf_oh_unparse(m->out, box)));
    bool ok = !qpdf_add_page(m->out, m->out, page, QPDF_FALSE);
    qpdf_oh_release(m->out, page);
    qpdf_oh_release(m->out, box);
    qpdf_oh_release(m->out, last);
    return ok;
}

/* The bytes stay where they are until the whole is written: qpdf reads streams then. */
static bool add_document(struct merge *m, const char *name, const struct map *map,
                         bool is_duplex)
{
    HO_AUTO(qpdf_data, qpdf_cleanup) from = qpdf_init();
    qpdf_silence_errors(from);
    qpdf_set_suppress_warnings(from, QPDF_TRUE);
    if (qpdf_read_memory(from, name, map->bytes, map->length, NULL)) {
        (void)qpdf_get_error(from); /* or it complains by itself */
        return false;
    }
    int pages = qpdf_get_num_pages(from);
    m->seen.count = 0;
    for (int i = 0; i < pages; i++)
        if (!add_page(m, from, (size_t)i))
            return false;
    return pages > 0 && (!is_duplex || pages % 2 == 0 || add_empty_page(m));
}

/* ---- files ---- */

static bool refuse(struct ho_ctx *ctx, const char *name, const char *words)
{
    struct ho_source *source = ho_new(ctx->arena, struct ho_source);
    source->name = ho_strdup(ctx->arena, name);
    ho_report(ctx, HO_MSG_MERGE_FAILED, ho_source_whole(source), NULL, words);
    return false;
}

static bool map_file(struct ho_ctx *ctx, const char *path, struct map *out)
{
    struct stat about;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    void *bytes = MAP_FAILED;
    if (fd >= 0 && fstat(fd, &about) == 0)
        bytes = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    int error = errno;
    if (fd >= 0)
        close(fd);
    if (bytes == MAP_FAILED)
        return refuse(ctx, path, strerror(error));
    *out = (struct map){bytes, (size_t)about.st_size};
    return true;
}

static bool write_to(struct merge *m, int to)
{
    const char *path = ho_format(m->ctx->arena, "/proc/self/fd/%d", to);
    if (qpdf_init_write(m->out, path))
        return false;
    qpdf_set_object_stream_mode(m->out, qpdf_o_generate);
    qpdf_set_stream_data_mode(m->out, qpdf_s_preserve);
    qpdf_set_deterministic_ID(m->out, QPDF_TRUE);
    return !(qpdf_write(m->out) & QPDF_ERRORS);
}

static const char *find_fault(struct merge *m)
{
    return qpdf_has_error(m->out)
               ? qpdf_get_error_message_detail(m->out, qpdf_get_error(m->out))
               : "it is not one of ours";
}

static void ask_duplex(struct merge *m, const char *duplex)
{
    qpdf_oh root = qpdf_get_root(m->out);
    qpdf_oh wish =
        qpdf_oh_parse(m->out, ho_format(m->ctx->arena, "<< /Duplex /%s >>", duplex));
    qpdf_oh_replace_key(m->out, root, "/ViewerPreferences", wish);
    qpdf_oh_release(m->out, wish);
    qpdf_oh_release(m->out, root);
}

/* Joins the files into one; with `has_parts` they are such files already. */
static bool join(struct ho_ctx *ctx, const char *const *paths, size_t count,
                 const char *duplex, bool has_parts, int to)
{
    HO_AUTO(qpdf_data, qpdf_cleanup) out = qpdf_init();
    struct ho_ctx own = {.arena = ho_arena_new()};
    struct merge m = {.ctx = &own, .out = out};
    struct map *maps = ho_new_array(own.arena, struct map, count);
    bool ok = true;
    qpdf_silence_errors(out);
    qpdf_empty_pdf(out);
    for (size_t i = 0; i < count && ok; i++) {
        ok = map_file(ctx, paths[i], &maps[i]);
        if (ok && !add_document(&m, paths[i], &maps[i], duplex && !has_parts))
            ok = refuse(ctx, paths[i], find_fault(&m));
    }
    if (ok && duplex)
        ask_duplex(&m, duplex);
    if (ok && !write_to(&m, to))
        ok = refuse(ctx, paths[0], find_fault(&m));
    for (size_t i = 0; i < count; i++)
        if (maps[i].bytes)
            munmap(maps[i].bytes, maps[i].length);
    ho_arena_free(own.arena);
    return ok;
}

static void close_drafts(int folder, struct ho_draft *drafts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (drafts[i].fd >= 0)
            ho_draft_drop(folder, &drafts[i]);
}

/* Parts first, each in an unnamed file; then the parts. */
static bool join_parts(struct ho_ctx *ctx, int folder, const char *const *paths,
                       size_t count, const char *duplex, int to)
{
    size_t parts = (count + PART - 1) / PART, made = 0;
    struct ho_draft *drafts = ho_new_array(ctx->arena, struct ho_draft, parts);
    const char **names = ho_new_array(ctx->arena, const char *, parts);
    bool ok = true;
    for (; made < parts && ok; made++) {
        size_t first = made * PART, rest = count - first;
        int error = ho_draft_write(folder, (long)getpid(), made, (struct ho_bytes){0},
                                   &drafts[made]);
        if (error) {
            ok = refuse(ctx, paths[first], strerror(error));
            break;
        }
        names[made] = ho_format(ctx->arena, "/proc/self/fd/%d", drafts[made].fd);
        ok = join(ctx, paths + first, rest < PART ? rest : PART, duplex, false,
                  drafts[made].fd);
    }
    ok = ok && join(ctx, names, parts, duplex, true, to);
    close_drafts(folder, drafts, made);
    return ok;
}

bool ho_merge(struct ho_ctx *ctx, const char *folder, const char *const *files,
              size_t count, const char *duplex, int to)
{
    const char **paths = ho_new_array(ctx->arena, const char *, count);
    for (size_t i = 0; i < count; i++)
        paths[i] = ho_format(ctx->arena, "%s/%s", folder, files[i]);
    if (count <= PART)
        return join(ctx, paths, count, duplex, false, to);
    int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return refuse(ctx, folder, strerror(errno));
    bool ok = join_parts(ctx, descriptor, paths, count, duplex, to);
    close(descriptor);
    return ok;
}
