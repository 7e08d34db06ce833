/* What a drawing of a pose depends on besides the engine: its file and its ghost's, byte for byte.
 * SPDX-License-Identifier: MIT */
#include "base/digest.h"
#include "model/pose_priv.h"

const char *pose_hash(struct ho_arena *arena, const struct ho_source *file,
                      const struct ho_pose *ghost)
{
    struct ho_digest *digest = ho_digest_new(arena);
    ho_digest_add(digest,
                  (struct ho_bytes){(const unsigned char *)file->text, file->length});
    if (ghost)
        ho_digest_add_text(digest, ghost->sha256);
    return ho_digest_end(arena, digest);
}
