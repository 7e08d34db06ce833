/* SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* mkdtemp */
#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/source.h"

enum { NOBODY = 65534 };

static struct ho_ctx ctx;
static char folder[64], file[128];

static void set_up(void)
{
    ctx = (struct ho_ctx){.arena = ho_arena_new()};
    strcpy(folder, "/tmp/test_source.XXXXXX");
    cr_assert(mkdtemp(folder));
    snprintf(file, sizeof file, "%s/file.xml", folder);
}

static void tear_down(void)
{
    unlink(file);
    rmdir(folder);
    ho_arena_free(ctx.arena);
}

TestSuite(source, .init = set_up, .fini = tear_down);

static void write_file(const void *data, size_t length)
{
    FILE *out = fopen(file, "wb");
    cr_assert(out);
    cr_assert_eq(fwrite(data, 1, length, out), length);
    cr_assert_eq(fclose(out), 0);
}

static void expect_refusal(const char *path, enum ho_message code)
{
    static const struct ho_source untouched = {.name = "untouched", .text = ""};
    const struct ho_source *source = &untouched;
    cr_assert_not(ho_source_load(&ctx, path, &source));
    cr_assert_eq(source, &untouched);
    cr_assert_eq(ctx.diags.count, 1);
    cr_assert_eq(ctx.diags.items[0].code, code);
    cr_assert_str_eq(ctx.diags.items[0].at.source->name, path);
    cr_assert_eq(ctx.diags.items[0].at.line, 0);
}

Test(source, reads_all_bytes_and_adds_a_nul)
{
    static const char bytes[] = "a\0b\r\n\xFF";
    const struct ho_source *source;
    write_file(bytes, sizeof bytes - 1);
    cr_assert(ho_source_load(&ctx, file, &source));
    cr_assert_str_eq(source->name, file);
    cr_assert_eq(source->length, sizeof bytes - 1);
    cr_assert_eq(memcmp(source->text, bytes, sizeof bytes), 0);
}

Test(source, reads_an_empty_file)
{
    const struct ho_source *source;
    write_file("", 0);
    cr_assert(ho_source_load(&ctx, file, &source));
    cr_assert_eq(source->length, 0);
    cr_assert_str_eq(source->text, "");
    cr_assert_eq(ho_source_span(source, 0).line, 1);
}

Test(source, reads_a_pipe_in_many_pieces)
{
    int ends[2];
    const struct ho_source *source;
    cr_assert_eq(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        for (int i = 0; i < 30000; i++)
            if (write(ends[1], "0123456789", 10) != 10)
                _exit(1);
        _exit(0);
    }
    close(ends[1]);
    cr_assert_geq(dup2(ends[0], STDIN_FILENO), 0);
    cr_assert(ho_source_load(&ctx, "-", &source));
    cr_assert_str_eq(source->name, "standard input");
    cr_assert_eq(source->length, 300000);
    cr_assert_str_eq(source->text + 299990, "0123456789");
}

Test(source, reads_a_file_of_unknown_size)
{
    const struct ho_source *source;
    cr_assert(ho_source_load(&ctx, "/proc/self/status", &source));
    cr_assert_gt(source->length, 0);
}

Test(source, reports_a_missing_file_as_wrong_input)
{
    expect_refusal(file, HO_MSG_NO_FILE);
    cr_assert_eq(ho_diags_status(&ctx.diags), 1);
}

Test(source, reports_a_file_where_a_folder_should_be)
{
    char below[160];
    write_file("", 0);
    snprintf(below, sizeof below, "%s/more", file);
    expect_refusal(below, HO_MSG_NO_FILE);
}

Test(source, reports_a_folder)
{
    expect_refusal(folder, HO_MSG_READ_FAILED);
}

Test(source, reports_an_unreadable_file)
{
    bool is_root = geteuid() == 0;
    write_file("x", 1);
    cr_assert(chmod(file, 0) == 0 && chmod(folder, 0755) == 0);
    cr_assert(!is_root || seteuid(NOBODY) == 0); /* the superuser may read everything */
    expect_refusal(file, HO_MSG_READ_FAILED);
    cr_assert(!is_root || seteuid(0) == 0);
    cr_assert_eq(ho_diags_status(&ctx.diags), 3);
}

Test(source, takes_a_file_of_the_limit_and_refuses_one_byte_more)
{
    const struct ho_source *source;
    write_file("x", 1);
    cr_assert_eq(truncate(file, (off_t)HO_SOURCE_LIMIT), 0);
    cr_assert(ho_source_load(&ctx, file, &source));
    cr_assert_eq(source->length, HO_SOURCE_LIMIT);
    cr_assert_eq(truncate(file, (off_t)HO_SOURCE_LIMIT + 1), 0);
    expect_refusal(file, HO_MSG_FILE_TOO_LARGE);
}

Test(source, refuses_an_endless_input)
{
    expect_refusal("/dev/zero", HO_MSG_FILE_TOO_LARGE);
}

static const char lines[] = "one\n\nth\xC3\xA9"
                            "ee\n";
static const struct {
    size_t offset;
    int line, column;
} places[] = {
    {0, 1, 1}, {2, 1, 3}, {3, 1, 4},  {4, 2, 1},  {5, 3, 1},
    {7, 3, 3}, {9, 3, 5}, {11, 3, 7}, {12, 4, 1}, {99, 4, 1},
};

Test(source, counts_lines_and_columns_from_one)
{
    const struct ho_source source = {
        .name = "x", .text = lines, .length = sizeof lines - 1};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        struct ho_span span = ho_source_span(&source, places[i].offset);
        cr_assert(span.line == places[i].line && span.column == places[i].column,
                  "offset %zu is at %d:%d", places[i].offset, span.line, span.column);
        cr_assert_eq(span.source, &source);
    }
}
