/* Properties out of XMP that anybody may have written.
 * SPDX-License-Identifier: MIT */
#include "seal/xmp_priv.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void expect(const char *xmp, const char *value)
{
    struct ho_arena *arena = ho_arena_new();
    const char *found = xmp_find(
        arena, (struct ho_bytes){(const unsigned char *)xmp, strlen(xmp)}, "a:b");
    cr_assert(ho_equal(found, value), "%s: %s", xmp, found ? found : "(none)");
    ho_arena_free(arena);
}

Test(xmp, finds_the_text_with_its_entities)
{
    expect("x<a:b>handout 0.1.0</a:b>", "handout 0.1.0");
    expect("<a:b></a:b>", "");
    expect("<a:b>a &amp; b &lt;c&gt; &quot;d\xC3\xA9&quot;</a:b><a:b>second</a:b>",
           "a & b <c> \"d\xC3\xA9\"");
}

Test(xmp, gives_nothing_that_it_cannot_print)
{
    static const char *const refused[] = {"",
                                          "<a:b>",
                                          "<a:b>open",
                                          "<a:b/>",
                                          "</a:b>",
                                          "<a:b>\x1B[2J</a:b>",
                                          "<a:b>\302\2332J</a:b>",
                                          "<a:b>\xFF</a:b>",
                                          "<a:b>&#27;</a:b>",
                                          "<a:b>&amp</a:b>",
                                          "<a:b>&</a:b>",
                                          "<a:b><c/></a:b>"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        expect(refused[i], NULL);
}

Test(xmp, gives_nothing_that_is_too_long)
{
    size_t length = 70000;
    char *xmp = malloc(length + 20);
    cr_assert(xmp);
    strcpy(xmp, "<a:b>");
    memset(xmp + 5, 'x', length);
    strcpy(xmp + 5 + length, "</a:b>");
    expect(xmp, NULL);
    free(xmp);
}
