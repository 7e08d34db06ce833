/* SPDX-License-Identifier: MIT */
#include "unit/pdf/written.h"

TestSuite(metadata, .init = set_up, .fini = tear_down);

Test(metadata, claims_what_the_file_keeps)
{
    const char *text = write_text();
    expect(text, "<pdfaid:part>2</pdfaid:part>");
    expect(text, "<pdfaid:conformance>A</pdfaid:conformance>");
    expect(text, "<pdfuaid:part>1</pdfuaid:part>");
}

Test(metadata, escapes_xml_and_agrees_with_info)
{
    pages.info.title = "Knie & \"R\u00FCcken\" <1>";
    pages.info.author = "Klinik (Nord)";
    pages.info.date = "2025-02-03";
    const char *text = write_text();
    expect(text, "Knie &amp; &quot;R\u00FCcken&quot; &lt;1&gt;");
    expect(text, "/Title <FEFF004B006E0069006500200026002000220052");
    expect(text, "<dc:creator><rdf:Seq><rdf:li>Klinik (Nord)</rdf:li>");
    expect(text, "/Author (Klinik \\(Nord\\))");
    expect(text, "<xmp:CreatorTool>handout 0</xmp:CreatorTool>");
    expect(text, "/Creator (handout 0)");
    expect(text, "<xmp:CreateDate>2025-02-03T00:00:00Z</xmp:CreateDate>");
    expect(text, "/CreationDate (D:20250203000000Z)");
    expect(text, "<pdf:Producer>Haru Free PDF Library ");
    expect(text, "/Producer (Haru");
}

Test(metadata, has_no_date_unless_one_is_given)
{
    const char *text = write_text();
    expect_not(text, "Date");
}

Test(metadata, describes_its_own_properties)
{
    pages.info.content_version = "2025.1";
    pages.info.country = "GB";
    const char *text = write_text();
    expect(text, "<handout:contentVersion>2025.1</handout:contentVersion>");
    expect(text, "<handout:country>GB</handout:country>");
    expect(text, "<pdfaProperty:name>contentVersion</pdfaProperty:name>");
    expect_not(text, "handout:template");
    expect_not(text, "<pdfaProperty:name>template");
}

/* Version 2.1 at byte 8; a date at 24 that is no clock's. */
Test(metadata, carries_a_profile_that_never_changes)
{
    struct ho_bytes file = write_file();
    const char *text = (const char *)file.data, *end_of_file = text + file.length;
    const char *head = find(text, end_of_file, "mntrRGB XYZ ");
    cr_assert(head);
    const unsigned char *profile = (const unsigned char *)head - 12;
    cr_assert_eq(memcmp(profile + 8, "\x02\x10", 2), 0);
    cr_assert_eq(memcmp(profile + 24, "\x07\xD0\0\x01\0\x01\0\0\0\0\0\0", 12), 0);
}

Test(metadata, cuts_no_character_in_a_long_string)
{
    struct ho_text title = {.arena = ctx.arena};
    for (int i = 0; i < 20000; i++)
        ho_text_add(&title, "\U0001F9B5");
    pages.info.title = ho_text_end(&title);
    const char *text = write_text(), *start = strstr(text, "/Title <FEFF");
    cr_assert(start);
    const char *stop = strchr(start, '>');
    size_t bytes = (size_t)(stop - start - (long)strlen("/Title <")) / 2;
    cr_assert_leq(bytes, 32767);
    cr_assert_eq(memcmp(stop - 4, "DDB5", 4), 0);
}
