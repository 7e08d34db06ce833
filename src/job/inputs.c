/* What goes into a handout besides its row, as one number: if it is the same, so are the files.
 * SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/folder.h"
#include "job/batch_priv.h"
#include "pdf/pdf.h"
#include "xml/xml.h"

enum { DEPTH = 8, INPUT_DIGITS = 32, BUFFER = 32 * 1024 };

struct adding {
    struct ho_arena *arena;
    struct ho_digest *digest;
    unsigned char *buffer;
};

/* What cannot be read is as if it were empty. */
static void add_file(struct adding *a, const char *path, const char *name)
{
    size_t length = 0;
    ssize_t got = 1;
    int fd = path ? open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY) : -1;
    ho_digest_add_field(a->digest, name);
    while (fd >= 0 && got != 0 && (got > 0 || errno == EINTR)) {
        got = read(fd, a->buffer, BUFFER);
        if (got > 0) {
            ho_digest_add(a->digest, (struct ho_bytes){a->buffer, (size_t)got});
            length += (size_t)got;
        }
    }
    if (fd >= 0)
        close(fd);
    ho_digest_add_field(a->digest, ho_digits(a->arena, (long)length));
}

static void add_folder(struct adding *a, const char *folder, const char *name,
                       int depth)
{
    const char *const *names = ho_folder_names(a->arena, folder);
    for (size_t i = 0; names[i]; i++) {
        const char *path = ho_format(a->arena, "%s/%s", folder, names[i]);
        const char *inside = ho_format(a->arena, "%s/%s", name, names[i]);
        if (!ho_is_folder(path))
            add_file(a, path, inside);
        else if (depth < DEPTH)
            add_folder(a, path, inside, depth + 1);
    }
}

/* Everything is read, also what no row will need: it takes some milliseconds, once. */
const char *digest_inputs(struct ho_ctx *ctx, const struct batch *batch)
{
    const struct ho_request *each = batch->ask->each;
    const char *const texts[] = {each->generator,
                                 ho_xml_libraries(ctx->arena),
                                 ho_text_libraries(ctx->arena),
                                 ho_pdf_libraries(ctx->arena),
                                 each->country,
                                 each->language,
                                 each->paper,
                                 each->template_id,
                                 each->theme,
                                 each->ink,
                                 each->edition,
                                 each->date,
                                 batch->ask->mail_folder ? "mailed" : NULL,
                                 each->password ? "sealed" : NULL};
    struct ho_arena *arena = ho_arena_new();
    struct adding a = {arena, ho_digest_new(arena), ho_alloc_unset(arena, BUFFER, 1)};
    struct ho_bytes head = ho_rows_head(batch->rows);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        ho_digest_add_field(a.digest, texts[i]);
    ho_digest_add(a.digest, head);
    add_file(&a, "/proc/self/exe", "program");
    add_file(&a, each->clinic, "clinic");
    add_file(&a, shop_logo_path(arena, batch->shop, each), "logo");
    add_folder(
        &a, each->content ? each->content : ho_format(arena, "%s/content", each->data),
        "content", 0);
    static const char *const shared[] = {"templates", "fonts", "figures"};
    for (size_t i = 0; i < 3; i++)
        add_folder(&a, ho_format(arena, "%s/%s", each->data, shared[i]), shared[i], 0);
    const char *sum = ho_strdup(ctx->arena, ho_digest_end(arena, a.digest));
    ho_arena_free(arena);
    return sum;
}

const char *digest_row(struct ho_arena *arena, const char *inputs,
                       const struct ho_source *text)
{
    struct ho_digest *digest = ho_digest_new(arena);
    ho_digest_add_field(digest, inputs);
    ho_digest_add(digest,
                  (struct ho_bytes){(const unsigned char *)text->text, text->length});
    return ho_strndup(arena, ho_digest_end(arena, digest), INPUT_DIGITS);
}
