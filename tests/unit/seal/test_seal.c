/* What cannot be sealed. What can be, the end-to-end cases hold to three readers.
 * SPDX-License-Identifier: MIT */
#include "seal/seal.h"

#include <criterion/criterion.h>
#include <string.h>

static struct ho_bytes bytes_of(const char *text)
{
    return (struct ho_bytes){(const unsigned char *)text, strlen(text)};
}

Test(seal, reports_what_is_no_pdf)
{
    static const char *const inputs[] = {"", "no PDF at all", "%PDF-1.7\n%%EOF\n"};
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
        struct ho_ctx ctx = {.arena = ho_arena_new()};
        struct ho_bytes out = {NULL, 77};
        cr_assert_not(ho_seal(&ctx, bytes_of(inputs[i]), "password", &out));
        cr_assert_eq(ctx.diags.count, 1);
        cr_assert_eq(ctx.diags.items[0].code, HO_MSG_INTERNAL);
        cr_assert_eq(out.length, 77);
        ho_arena_free(ctx.arena);
    }
}
