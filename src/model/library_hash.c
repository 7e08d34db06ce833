/* The hash of a library: the files of one condition in one language, as they are, byte for byte. It is the greater
 * part of what a clinician approves (texts.h).
 * SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "model/library_priv.h"

bool ho_library_open(struct ho_loading *loading, const char *path, const char *root,
                     const struct ho_xml_node **out)
{
    const struct ho_xml_node *node;
    if (!ho_xml_load(loading->ctx, path, root, &node))
        return false;
    ho_push(loading->ctx->arena, &loading->files, node->at.source);
    *out = node;
    return true;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp((*(const struct ho_source *const *)a)->name,
                  (*(const struct ho_source *const *)b)->name);
}

/* Names are taken within the folder, since the same texts may stand in another; each text is preceded by its length,
 * so that nothing can move from one file into the next unseen. */
const char *ho_library_hash(struct ho_loading *loading)
{
    struct ho_arena *arena = loading->ctx->arena;
    size_t folder = strlen(loading->folder) + 1;
    struct ho_digest *digest = ho_digest_new(arena);
    qsort(loading->files.items, loading->files.count, sizeof *loading->files.items,
          compare_names);
    for (size_t i = 0; i < loading->files.count; i++) {
        const struct ho_source *file = loading->files.items[i];
        ho_digest_add_field(digest, file->name + folder);
        ho_digest_add_field(digest, ho_format(arena, "%zu", file->length));
        ho_digest_add(
            digest, (struct ho_bytes){(const unsigned char *)file->text, file->length});
    }
    return ho_digest_end(arena, digest);
}
