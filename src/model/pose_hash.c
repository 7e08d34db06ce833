/* What a drawing of a pose depends on besides the engine: its file and its ghost's, byte for byte.
 * SPDX-License-Identifier: MIT */
#include <sha2.h>
#include <string.h>
#include <sys/types.h>

#include "model/pose_priv.h"

const char *pose_hash(struct ho_arena *arena, const struct ho_source *file,
                      const struct ho_pose *ghost)
{
    char *digits = ho_alloc(arena, SHA256_DIGEST_STRING_LENGTH, 1);
    SHA2_CTX sum;
    SHA256Init(&sum);
    SHA256Update(&sum, (const uint8_t *)file->text, file->length);
    if (ghost)
        SHA256Update(&sum, (const uint8_t *)ghost->sha256, strlen(ghost->sha256));
    SHA256End(&sum, digits);
    return digits;
}
