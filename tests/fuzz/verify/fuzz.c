/* Any bytes as a PDF to verify: it is read or refused with a message, and what it says of itself can be printed.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "fuzz/fuzz.h"
#include "seal/inspect.h"

static void check_text(const char *text)
{
    for (const char *end = text ? text + strlen(text) : NULL; text < end;)
        if (ho_utf8_next(&text, end) < ' ')
            abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    struct ho_source file = {.name = "fuzz.pdf",
                             .text = ho_strndup(ctx.arena, (const char *)data, size),
                             .length = size};
    const struct ho_inspection *found;
    /* The run script seals one of its seeds with this. */
    bool is_read = ho_inspect(&ctx, &file, "password", &found);
    check_messages(&ctx, is_read);
    if (is_read) {
        check_text(found->generator);
        check_text(found->template_id);
        check_text(found->signs);
        check_text(found->review_by);
    }
    ho_arena_free(ctx.arena);
    return 0;
}
