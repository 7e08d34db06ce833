/* SPDX-License-Identifier: MIT */
#include "base/stamp.h"

#include <stdio.h>
#include <string.h>

#include "base/hash.h"

/* Digits of an identifier, of its first half, and how many of that half may differ in one that was ours and is damaged. */
enum { DIGITS = 32, HALF = 16, DAMAGED = 4 };

static bool is_one_of(const char *characters, unsigned char byte)
{
    return byte && strchr(characters, byte);
}

static size_t skip_space(struct ho_bytes file, size_t at)
{
    while (at < file.length && is_one_of(" \t\r\n\f", file.data[at]))
        at++;
    return at;
}

/* "<" and the digits and ">" at `*at`, which is moved past them; their place, or 0. */
static size_t read_identifier(struct ho_bytes file, size_t *at)
{
    size_t start = skip_space(file, *at);
    if (file.length - start < DIGITS + 2 || file.data[start] != '<' ||
        file.data[start + DIGITS + 1] != '>')
        return 0;
    for (size_t i = 1; i <= DIGITS; i++)
        if (!is_one_of("0123456789abcdefABCDEF", file.data[start + i]))
            return 0;
    *at = start + DIGITS + 2;
    return start + 1;
}

/* The places of the digits of both identifiers, those that stand last in the file: in its newest trailer. */
static bool find_identifiers(struct ho_bytes file, size_t *first, size_t *second)
{
    for (size_t at = file.length; at-- > 0;) {
        if (file.length - at < 3 || memcmp(file.data + at, "/ID", 3) != 0)
            continue;
        size_t next = skip_space(file, at + 3);
        if (next == file.length || file.data[next] != '[')
            return false;
        next++;
        *first = read_identifier(file, &next);
        *second = *first ? read_identifier(file, &next) : 0;
        return *second != 0;
    }
    return false;
}

static void write_hash(struct ho_bytes file, size_t hole, char out[HALF + 1])
{
    uint64_t hash = ho_hash_long(HO_HASH_START, file.data, hole);
    hash = ho_hash_long(hash, file.data + hole + HALF, file.length - hole - HALF);
    snprintf(out, HALF + 1, "%016llx", (unsigned long long)hash);
}

void ho_stamp_set(unsigned char *file, size_t length)
{
    struct ho_bytes bytes = {file, length};
    size_t first, second;
    char hash[HALF + 1];
    if (!find_identifiers(bytes, &first, &second))
        return;
    memcpy(file + second, file + first, HALF);
    write_hash(bytes, second + HALF, hash);
    memcpy(file + second + HALF, hash, HALF);
}

enum ho_stamp ho_stamp_check(struct ho_bytes file)
{
    size_t first, second;
    char hash[HALF + 1];
    int differing = 0;
    if (!find_identifiers(file, &first, &second))
        return HO_STAMP_BROKEN;
    for (size_t i = 0; i < HALF; i++)
        differing += file.data[first + i] != file.data[second + i];
    if (differing > DAMAGED)
        return HO_STAMP_NONE;
    write_hash(file, second + HALF, hash);
    bool is_same = !differing && memcmp(file.data + second + HALF, hash, HALF) == 0;
    return is_same ? HO_STAMP_WHOLE : HO_STAMP_BROKEN;
}
