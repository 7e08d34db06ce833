/* The check against a schema: where it points, and that no schema can make it read anything else.
 * SPDX-License-Identifier: MIT */
#include "xml/schema.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define GRAMMAR "<grammar xmlns='http://relaxng.org/ns/structure/1.0'>"
#define START "<start><element name='a'><ref name='b'/></element></start>"

struct folder {
    struct ho_ctx ctx;
    char *path;
};

static struct folder begin(void)
{
    struct folder folder = {.ctx = {.arena = ho_arena_new()}};
    folder.path = ho_strdup(folder.ctx.arena, "/tmp/handout-test-XXXXXX");
    cr_assert(mkdtemp(folder.path));
    return folder;
}

static void put(struct folder *folder, const char *name, const char *text)
{
    FILE *file = fopen(ho_format(folder->ctx.arena, "%s/%s", folder->path, name), "wb");
    cr_assert(file);
    fputs(text, file);
    fclose(file);
}

static void end(struct folder *folder)
{
    static const char *const names[] = {"a.rng", "b.rng", "c.rng"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(ho_format(folder->ctx.arena, "%s/%s", folder->path, names[i]));
    rmdir(folder->path);
    ho_arena_free(folder->ctx.arena);
}

static bool check(struct folder *folder, const char *text)
{
    struct ho_source *source = ho_new(folder->ctx.arena, struct ho_source);
    const struct ho_xml_node *root;
    *source =
        (struct ho_source){.name = "in.xml", .text = text, .length = strlen(text)};
    cr_assert(ho_xml_parse(&folder->ctx, source, &root));
    return ho_schema_check(&folder->ctx, folder->path, root);
}

static void expect_message(struct folder *folder, int code, const char *place)
{
    cr_assert_eq(folder->ctx.diags.count, 1, "%zu messages", folder->ctx.diags.count);
    const struct ho_diag *diag = &folder->ctx.diags.items[0];
    cr_expect_eq((int)diag->code, code, "%d %s", (int)diag->code, diag->text);
    cr_expect_str_eq(
        ho_format(folder->ctx.arena, "%d:%d", diag->at.line, diag->at.column), place);
    cr_expect(!strstr(diag->text, "secret"), "%s", diag->text);
}

static void put_good(struct folder *folder)
{
    put(folder, "a.rng", GRAMMAR START "<include href='b.rng'/></grammar>");
    put(folder, "b.rng",
        GRAMMAR "<define name='b'><zeroOrMore><element name='b'><attribute name='c'>"
                "<choice><value>1</value><value>2</value></choice></attribute>"
                "</element></zeroOrMore></define></grammar>");
}

Test(schema, accepts_what_fits_through_an_included_file)
{
    struct folder folder = begin();
    put_good(&folder);
    cr_expect(check(&folder, "<a>\n <b c='1'/><!-- x --><b c='2'/></a>"));
    cr_expect_eq(folder.ctx.diags.count, 0);
    end(&folder);
}

Test(schema, points_at_the_element_and_never_quotes_it)
{
    static const struct {
        const char *text, *place;
    } cases[] = {
        {"<a>\n <b c='1'/>\n  <b c='secret'/></a>", "3:3"},
        {"<a>\n <b c='1'/>\n  <b d='secret'/></a>", "3:3"},
        {"<a>\n <b c='1'>secret</b></a>", "2:2"},
        {"<a>secret</a>", "1:1"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct folder folder = begin();
        put_good(&folder);
        cr_expect(!check(&folder, cases[i].text));
        expect_message(&folder, HO_MSG_SCHEMA_REFUSES, cases[i].place);
        end(&folder);
    }
}

Test(schema, that_is_none_is_reported)
{
    struct folder folder = begin();
    put(&folder, "a.rng", GRAMMAR START "</grammar>");
    cr_expect(!check(&folder, "<a/>"));
    expect_message(&folder, HO_MSG_SCHEMA_BROKEN, "0:0");
    end(&folder);
}

Test(schema, that_is_missing_is_reported)
{
    struct folder folder = begin();
    cr_expect(!check(&folder, "<a/>"));
    expect_message(&folder, HO_MSG_NO_FILE, "0:0");
    end(&folder);
}

Test(schema, opens_no_file_but_those_beside_it)
{
    static const char *const bad[] = {
        GRAMMAR START "<include href='../b.rng'/></grammar>",
        GRAMMAR START "<include href='http://localhost/b.rng'/></grammar>",
        GRAMMAR START "<include/></grammar>",
        GRAMMAR "<start><externalRef href='c.rng'/></start></grammar>",
        GRAMMAR "<start><element name='a'><div><include href='c.rng'/></div></element>"
                "</start></grammar>",
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct folder folder = begin();
        put(&folder, "a.rng", bad[i]);
        cr_expect(!check(&folder, "<a/>"), "%s", bad[i]);
        cr_expect_eq(folder.ctx.diags.count, 1);
        cr_expect_eq((int)folder.ctx.diags.items[0].code, HO_MSG_SCHEMA_BROKEN);
        end(&folder);
    }
}

Test(schema, that_includes_itself_ends)
{
    struct folder folder = begin();
    put(&folder, "a.rng", GRAMMAR START "<include href='c.rng'/></grammar>");
    put(&folder, "c.rng", GRAMMAR "<include href='c.rng'/></grammar>");
    cr_expect(!check(&folder, "<a/>"));
    cr_expect_eq((int)folder.ctx.diags.items[0].code, HO_MSG_SCHEMA_BROKEN);
    end(&folder);
}
