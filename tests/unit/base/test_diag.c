/* SPDX-License-Identifier: MIT */
#define _POSIX_C_SOURCE 200809L /* open_memstream */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/str.h"

static struct ho_ctx ctx;

static void set_up(void)
{
    ctx = (struct ho_ctx){.arena = ho_arena_new()};
}

static void tear_down(void)
{
    ho_arena_free(ctx.arena);
}

TestSuite(diag, .init = set_up, .fini = tear_down);

Test(diag, has_unique_codes_of_three_digits_and_unique_names)
{
    const struct ho_message_info *messages;
    size_t count = ho_messages(&messages);
    cr_assert_gt(count, 30);
    for (size_t i = 0; i < count; i++) {
        cr_assert(messages[i].code >= 100 && messages[i].code <= 999, "%s",
                  messages[i].name);
        for (size_t j = 0; j < i; j++) {
            cr_assert_neq(messages[i].code, messages[j].code, "%s and %s",
                          messages[i].name, messages[j].name);
            cr_assert_str_neq(messages[i].name, messages[j].name);
        }
    }
}

Test(diag, has_texts_of_one_line_with_texts_as_their_only_holes)
{
    const struct ho_message_info *messages;
    size_t count = ho_messages(&messages);
    for (size_t i = 0; i < count; i++) {
        const char *text = messages[i].text;
        cr_assert_gt(strlen(text), 5);
        cr_assert_null(strchr(text, '\n'), "%s", messages[i].name);
        cr_assert_neq(text[strlen(text) - 1], '.', "%s", messages[i].name);
        for (const char *hole = text; (hole = strchr(hole, '%')); hole++)
            cr_assert_eq(hole[1], 's', "%s", messages[i].name);
    }
}

static const char *print(void)
{
    char *buffer = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&buffer, &length);
    ho_diags_print(&ctx.diags, out);
    fclose(out);
    const char *text = ho_strdup(ctx.arena, buffer);
    free(buffer);
    return text;
}

static const char text[] = "<a>\n  <b/>\n";
static const struct ho_source source = {
    .name = "folder/file.xml", .text = text, .length = sizeof text - 1};

Test(diag, prints_place_text_code_and_hint)
{
    ho_report(&ctx, HO_MSG_UNKNOWN_ATTRIBUTE, ho_source_span(&source, 6), "try \"%s\"",
              "b", "c");
    ho_report(&ctx, HO_MSG_NO_FILE, ho_source_whole(&source), NULL);
    ho_report(&ctx, HO_MSG_NO_DATA, (struct ho_span){0}, NULL, "/x");
    cr_assert_str_eq(print(),
                     "folder/file.xml:2:3: error: <b> has no attribute \"c\" [HO-159]\n"
                     "  hint: try \"%s\"\n"
                     "folder/file.xml: error: there is no such file [HO-101]\n"
                     "handout: error: the data folder was not found: /x [HO-252]\n");
}

Test(diag, keeps_percent_signs_of_its_arguments)
{
    ho_report(&ctx, HO_MSG_NO_TRANSLATION, ho_source_whole(&source), NULL, "%s",
              "100 %n", "%%");
    cr_assert_str_eq(ctx.diags.items[0].text, "%s \"100 %n\" has no text in %%");
}

Test(diag, copies_texts_that_change_afterwards)
{
    char argument[] = "left", hint[] = "right";
    ho_report(&ctx, HO_MSG_XML_SYNTAX, ho_source_whole(&source), hint, argument);
    memset(argument, 'x', sizeof argument - 1);
    memset(hint, 'x', sizeof hint - 1);
    cr_assert_str_eq(ctx.diags.items[0].text, "the XML is broken: left");
    cr_assert_str_eq(ctx.diags.items[0].hint, "right");
}

Test(diag, counts_errors_but_not_warnings)
{
    cr_assert_not(ho_has_errors(&ctx));
    ho_report(&ctx, HO_MSG_RED_FLAG_NOT_ASKED, (struct ho_span){0}, NULL, "x");
    cr_assert_not(ho_has_errors(&ctx));
    cr_assert_eq(ho_diags_status(&ctx.diags), 0);
    cr_assert(strstr(print(), "warning: "));
    ho_report(&ctx, HO_MSG_NO_FILE, (struct ho_span){0}, NULL);
    cr_assert(ho_has_errors(&ctx));
    cr_assert_eq(ho_error_count(&ctx), 1);
    cr_assert_eq(ho_diags_status(&ctx.diags), 1);
}

Test(diag, lets_the_system_outrank_the_input_in_either_order)
{
    ho_report(&ctx, HO_MSG_WRITE_FAILED, (struct ho_span){0}, NULL, "disk full");
    ho_report(&ctx, HO_MSG_NO_FILE, (struct ho_span){0}, NULL);
    cr_assert_eq(ho_diags_status(&ctx.diags), 3);
    ctx.diags.count = 0;
    ho_report(&ctx, HO_MSG_NO_FILE, (struct ho_span){0}, NULL);
    ho_report(&ctx, HO_MSG_WRITE_FAILED, (struct ho_span){0}, NULL, "disk full");
    cr_assert_eq(ho_diags_status(&ctx.diags), 3);
    cr_assert_eq(ho_error_count(&ctx), 2);
}

Test(diag, lets_wrong_usage_outrank_all)
{
    ho_report(&ctx, HO_MSG_NO_OPTION, (struct ho_span){0}, NULL, "--x");
    ho_report(&ctx, HO_MSG_WRITE_FAILED, (struct ho_span){0}, NULL, "disk full");
    ho_report(&ctx, HO_MSG_NO_FILE, (struct ho_span){0}, NULL);
    cr_assert_eq(ho_diags_status(&ctx.diags), 2);
    cr_assert_eq(ho_error_count(&ctx), 3);
}
