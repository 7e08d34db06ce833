/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "base/memo.h"

static struct ho_bytes bytes_of(const char *text)
{
    return (struct ho_bytes){(const unsigned char *)text, strlen(text)};
}

Test(memo, finds_what_was_kept_under_the_same_bytes)
{
    struct ho_memo *memo = ho_memo_new(1000);
    char key[] = "left";
    cr_assert_null(ho_memo_find(memo, bytes_of(key)));
    const char *made = ho_strdup(ho_memo_room(memo), "thigh");
    ho_memo_keep(memo, bytes_of(key), made);
    key[0] = 'd'; /* it has a copy */
    cr_expect_null(ho_memo_find(memo, bytes_of(key)));
    cr_expect_eq(ho_memo_find(memo, bytes_of("left")), made);
    cr_expect_null(ho_memo_find(memo, bytes_of("lef")));
    cr_expect_null(ho_memo_find(memo, (struct ho_bytes){0}));
    ho_memo_free(memo);
}

Test(memo, keeps_all_that_it_has_room_for)
{
    struct ho_memo *memo = ho_memo_new(1024 * 1024);
    char key[2];
    for (int i = 0; i < 1000; i++) {
        struct ho_arena *room = ho_memo_room(memo);
        key[0] = (char)i, key[1] = (char)(i >> 8);
        cr_assert(room);
        ho_memo_keep(memo, (struct ho_bytes){(unsigned char *)key, 2},
                     ho_format(room, "%d", i));
    }
    for (int i = 0; i < 1000; i++) {
        key[0] = (char)i, key[1] = (char)(i >> 8);
        const char *made =
            ho_memo_find(memo, (struct ho_bytes){(unsigned char *)key, 2});
        cr_assert(made);
        cr_assert_eq(atoi(made), i);
    }
    ho_memo_free(memo);
}

/* What pages still refer to stays, however full it is. */
Test(memo, begins_anew_when_it_is_full_and_the_document_has_ended)
{
    struct ho_memo *memo = ho_memo_new(100);
    const char *made = ho_alloc(ho_memo_room(memo), 200, 1);
    ho_memo_keep(memo, bytes_of("a"), made);
    cr_expect_null(ho_memo_room(memo));
    cr_expect_eq(ho_memo_find(memo, bytes_of("a")), made);
    ho_memo_end(memo);
    cr_expect_null(ho_memo_find(memo, bytes_of("a")));
    cr_expect_not_null(ho_memo_room(memo));
    ho_memo_free(memo);
}

/* What this document has found is not taken away from it by what it keeps next. */
Test(memo, what_was_found_stays_until_the_document_ends)
{
    struct ho_memo *memo = ho_memo_new(100);
    ho_memo_keep(memo, bytes_of("a"), ho_strdup(ho_memo_room(memo), "Stop"));
    ho_memo_end(memo);
    const char *found = ho_memo_find(memo, bytes_of("a"));
    ho_memo_keep(memo, bytes_of("b"), ho_alloc(ho_memo_room(memo), 200, 1));
    ho_memo_end(memo); /* of the text before; the pages are still written */
    cr_expect_str_eq(found, "Stop");
    cr_expect_null(ho_memo_find(memo, bytes_of("b")));
    ho_memo_free(memo);
}

Test(memo, expects_what_an_earlier_document_asked_after)
{
    struct ho_memo *memo = ho_memo_new(100);
    cr_expect_not(ho_memo_expects(memo, bytes_of("Sam")));
    cr_expect_not(ho_memo_expects(memo, bytes_of("Pat")));
    cr_expect_not(ho_memo_expects(memo, bytes_of("Sam")));
    ho_memo_end(memo);
    cr_expect(ho_memo_expects(memo, bytes_of("Sam")));
    cr_expect_not(ho_memo_expects(memo, bytes_of("Kim")));
    ho_memo_free(memo);
    ho_memo_free(NULL);
}
