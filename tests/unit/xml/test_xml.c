/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "xml/xml.h"

static struct ho_source as_source(const char *text, size_t length)
{
    return (struct ho_source){.name = "in.xml", .text = text, .length = length};
}

/* The tree as text, or the first message as "line:column CODE text". */
static const char *parse(struct ho_arena *arena, const char *text, size_t length)
{
    struct ho_ctx ctx = {.arena = arena};
    struct ho_source *source = ho_new(arena, struct ho_source);
    const struct ho_xml_node *root = NULL;
    *source = as_source(text, length);
    if (ho_xml_parse(&ctx, source, &root)) {
        cr_expect_eq(ctx.diags.count, 0);
        return ho_xml_dump(arena, root);
    }
    cr_expect_null(root);
    cr_assert_eq(ctx.diags.count, 1, "%zu messages for %s", ctx.diags.count, text);
    const struct ho_diag *diag = &ctx.diags.items[0];
    return ho_format(arena, "%d:%d %d %s", diag->at.line, diag->at.column,
                     (int)diag->code, diag->text);
}

static void expect(const char *text, const char *wanted)
{
    struct ho_arena *arena = ho_arena_new();
    cr_expect_str_eq(parse(arena, text, strlen(text)), wanted);
    ho_arena_free(arena);
}

Test(xml, gives_exact_places_of_tags_attributes_and_text)
{
    expect("<a>\n  <b  x='1'\n y = \"2\">hi</b><c/>\n</a>\n",
           "1:1 a\n"
           "2:3   \"\\n  \"\n"
           "2:3   b x=\"1\"@2:7 y=\"2\"@3:2\n"
           "3:10     \"hi\"\n"
           "3:16   c\n"
           "4:1   \"\\n\"\n");
}

Test(xml, gives_references_as_the_characters_they_mean)
{
    expect("<a b='x &amp; &lt;y&gt; &quot;&apos;&#38;&#xE9;'>R&amp;D &lt;</a>",
           "1:1 a b=\"x & <y> \\\"'&\xC3\xA9\"@1:4\n1:50   \"R&D <\"\n");
}

Test(xml, joins_text_around_comments_and_instructions)
{
    expect("<a>one<!-- two --> three<?pi four?> five</a>",
           "1:1 a\n1:4   \"one three five\"\n");
}

Test(xml, begins_text_after_a_leading_comment)
{
    expect("<a><!-- x -->  y</a>", "1:1 a\n1:16   \"  y\"\n");
}

Test(xml, reads_entities_numbers_and_cdata)
{
    expect("<a x=\"&lt;&#65;&amp;\">&amp;&#xE9;<![CDATA[<z>]]></a>",
           "1:1 a x=\"<A&\"@1:4\n1:23   \"&\xC3\xA9<z>\"\n");
}

Test(xml, keeps_places_in_many_bytes_of_text)
{
    struct ho_arena *arena = ho_arena_new();
    struct ho_text text = {.arena = arena};
    ho_text_add(&text, "<a>\n");
    for (int i = 2; i < 20002; i++)
        ho_text_add_format(&text, "<b n='%d'>\xC3\xA9 &lt;</b> <c/>\n", i);
    ho_text_add(&text, "</a>");
    const char *source = ho_text_end(&text);
    struct ho_ctx ctx = {.arena = arena};
    struct ho_source in = as_source(source, strlen(source));
    const struct ho_xml_node *root;
    cr_assert(ho_xml_parse(&ctx, &in, &root));
    int seen = 0;
    for (const struct ho_xml_node *n = NULL; (n = ho_xml_next(root, n)); seen++) {
        size_t line =
            strlen(ho_format(arena, "<b n='%d'>\xC3\xA9 &lt;</b> ", seen / 2 + 2));
        cr_assert_eq(n->at.line, seen / 2 + 2);
        cr_assert_eq(n->at.column, seen % 2 ? (int)line + 1 : 1);
    }
    cr_expect_eq(seen, 40000);
    ho_arena_free(arena);
}

Test(xml, accepts_a_byte_order_mark_and_does_not_count_it)
{
    expect("\xEF\xBB\xBF<a x='1'/>", "1:1 a x=\"1\"@1:4\n");
    expect("\xEF\xBB\xBF<?xml version=\"1.0\" encoding='utf-8'?>\n<a/>", "2:1 a\n");
}

Test(xml, treats_a_namespace_as_an_attribute)
{
    expect("<a xmlns='u' b='1' xmlns:p='v' p:c='2'><p:d/></a>",
           "1:1 a xmlns=\"u\"@1:4 b=\"1\"@1:14 xmlns:p=\"v\"@1:20 p:c=\"2\"@1:32\n1:40 "
           "  p:d\n");
}

Test(xml, explains_what_is_broken_at_its_place)
{
    static const struct {
        const char *text, *wanted;
    } cases[] = {
        {"<a>\n<b></c></a>",
         "2:4 131 the XML is broken: this end tag does not close <b> of line 2"},
        {"<a>\n <b>", "2:5 131 the XML is broken: the file ends inside <b> of line 2"},
        {"<a x=1/>",
         "1:6 131 the XML is broken: the value of an attribute needs quotes"},
        {"<a x='1' x='2'/>",
         "1:15 131 the XML is broken: an attribute stands twice in one tag"},
        {"<a>b & c</a>",
         "1:7 131 the XML is broken: an & or < by itself; write &amp; or &lt;"},
        {"<a/><b/>",
         "1:5 131 the XML is broken: something stands after its last end tag"},
        {"hello", "1:1 131 the XML is broken: there is no element in it"},
        {"", "0:0 131 the XML is broken: it is empty"},
        {"<a>\x01</a>",
         "1:4 131 the XML is broken: a character that XML does not allow"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect(cases[i].text, cases[i].wanted);
}

Test(xml, refuses_a_doctype_before_it_is_read)
{
    expect("<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY x SYSTEM "
           "\"file:///etc/passwd\">]>\n<a>&x;</a>",
           "2:1 136 a DOCTYPE is not allowed");
}

Test(xml, refuses_a_billion_laughs)
{
    expect("<!DOCTYPE a [<!ENTITY l 'lol'><!ENTITY m '&l;&l;&l;&l;&l;&l;&l;&l;&l;&l;'>"
           "<!ENTITY n '&m;&m;&m;&m;&m;&m;&m;&m;&m;&m;'>]><a>&n;</a>",
           "1:1 136 a DOCTYPE is not allowed");
}

Test(xml, names_an_entity_of_html)
{
    expect("<a>\n x&nbsp;y</a>", "2:3 145 the entity \"nbsp\" is not known");
    expect("<a b='&eacute;'/>", "1:7 145 the entity \"eacute\" is not known");
}

Test(xml, does_not_quote_an_entity_that_may_be_a_patients_name)
{
    expect("<a b='Sam &Taylor; x'/>", "1:11 145 the entity \"&…;\" is not known");
}

Test(xml, refuses_other_encodings_by_name)
{
    static const struct {
        const char *text;
        size_t length;
        const char *wanted;
    } cases[] = {
        {"\xFF\xFE<\0a\0/\0>\0", 10, "0:0 142 is not UTF-8 (it seems to be UTF-16)"},
        {"\xFE\xFF\0<\0a\0/\0>", 10, "0:0 142 is not UTF-8 (it seems to be UTF-16)"},
        {"<\0a\0/\0>\0", 8, "0:0 142 is not UTF-8 (it seems to be UTF-16)"},
        {"<\0\0\0a\0\0\0", 8, "0:0 142 is not UTF-8 (it seems to be UTF-32)"},
        {"<?xml version='1.0' encoding='ISO-8859-1'?><a/>", 47,
         "1:31 142 is not UTF-8 (it seems to be ISO-8859-1)"},
        {"<a>\ncaf\xE9</a>", 12, "2:4 142 is not UTF-8 (it seems to be Windows-1252)"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ho_arena *arena = ho_arena_new();
        char *text = ho_strndup(arena, cases[i].text, cases[i].length);
        cr_expect_str_eq(parse(arena, text, cases[i].length), cases[i].wanted);
        ho_arena_free(arena);
    }
}

Test(xml, survives_a_tag_that_breaks_off)
{
    expect("<a b='1' \x01 c='2'/>",
           "1:10 131 the XML is broken: a tag is not closed with >");
    expect("<a b='1' \x01 c", "1:10 131 the XML is broken: a tag is not closed with >");
    expect("<a \x01", "1:4 131 the XML is broken: a tag is not closed with >");
}

Test(xml, limits_the_depth)
{
    struct ho_arena *arena = ho_arena_new();
    struct ho_text text = {.arena = arena};
    for (int i = 0; i < 100000; i++)
        ho_text_add(&text, "<a>");
    const char *in = ho_text_end(&text);
    cr_expect_str_eq(
        parse(arena, in, strlen(in)),
        "1:193 131 the XML is broken: too many elements inside each other");
    ho_arena_free(arena);
}

Test(xml, survives_every_cut_of_a_file)
{
    static const char whole[] =
        "<?xml version='1.0' encoding='UTF-8'?>\n<!-- c --><a b='&lt;'>t&amp;\n"
        "<c d=\"e\"/><![CDATA[f]]><?g h?>\xC3\xA9</a>\n";
    for (size_t length = 1; length < sizeof whole - 1; length++) {
        struct ho_arena *arena = ho_arena_new();
        (void)parse(arena, ho_strndup(arena, whole, length), length);
        ho_arena_free(arena);
    }
}

Test(xml, survives_every_changed_byte)
{
    static const char whole[] =
        "<?xml version='1.0'?><!-- c --><a b='&lt;' x:c='2'>t&amp;<c xmlns='e'/></a>";
    static const char bytes[] = {'<', '>', '&', '"', '\'', '\0',      ' ',
                                 '/', '!', '?', ':', '=',  (char)0xC3};
    for (size_t i = 0; i < (sizeof whole - 1) * sizeof bytes; i++) {
        struct ho_arena *arena = ho_arena_new();
        char *text = ho_strndup(arena, whole, sizeof whole - 1);
        text[i / sizeof bytes] = bytes[i % sizeof bytes];
        (void)parse(arena, text, sizeof whole - 1);
        ho_arena_free(arena);
    }
}

Test(xml, load_refuses_another_root)
{
    struct ho_ctx ctx = {.arena = ho_arena_new()};
    char name[] = "/tmp/handout-xml-XXXXXX";
    int fd = mkstemp(name);
    FILE *file = fdopen(fd, "w");
    fputs("<clinic/>", file);
    fclose(file);
    const struct ho_xml_node *root = NULL;
    cr_expect(!ho_xml_load(&ctx, name, "record", &root));
    cr_assert_eq(ctx.diags.count, 1);
    cr_expect_str_eq(ctx.diags.items[0].text,
                     "this is a <clinic> file; a <record> was expected");
    cr_expect(ho_xml_load(&ctx, name, "clinic", &root));
    remove(name);
    cr_expect(!ho_xml_load(&ctx, name, "clinic", &root));
    cr_expect_eq(ctx.diags.items[1].code, HO_MSG_NO_FILE);
    ho_arena_free(ctx.arena);
}
