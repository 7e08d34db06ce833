/* SPDX-License-Identifier: MIT */
#include "base/digest.h"

#include <nettle/sha2.h>
#include <string.h>

struct ho_digest {
    struct sha256_ctx sum;
};

struct ho_digest *ho_digest_new(struct ho_arena *arena)
{
    struct ho_digest *digest = ho_new(arena, struct ho_digest);
    sha256_init(&digest->sum);
    return digest;
}

void ho_digest_add(struct ho_digest *digest, struct ho_bytes bytes)
{
    sha256_update(&digest->sum, bytes.length, bytes.data);
}

void ho_digest_add_text(struct ho_digest *digest, const char *text)
{
    sha256_update(&digest->sum, strlen(text), (const uint8_t *)text);
}

void ho_digest_add_field(struct ho_digest *digest, const char *text)
{
    if (!text)
        text = "\1";
    sha256_update(&digest->sum, strlen(text) + 1, (const uint8_t *)text);
}

struct ho_digest *ho_digest_copy(struct ho_arena *arena, const struct ho_digest *digest)
{
    struct ho_digest *copy = ho_new(arena, struct ho_digest);
    *copy = *digest;
    return copy;
}

uint64_t ho_digest_state(const struct ho_digest *digest)
{
    return (uint64_t)digest->sum.state[0] << 32 | digest->sum.state[1];
}

const char *ho_digest_end(struct ho_arena *arena, struct ho_digest *digest)
{
    static const char digits[] = "0123456789abcdef";
    uint8_t bytes[SHA256_DIGEST_SIZE];
    char *text = ho_alloc(arena, HO_DIGEST_DIGITS + 1, 1);
    sha256_digest(&digest->sum, sizeof bytes, bytes);
    for (size_t i = 0; i < sizeof bytes; i++) {
        text[2 * i] = digits[bytes[i] >> 4];
        text[2 * i + 1] = digits[bytes[i] & 15];
    }
    return text;
}
