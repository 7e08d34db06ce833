/* SPDX-License-Identifier: MIT */
#include "unit/pdf/written.h"

TestSuite(links, .init = set_up, .fini = tear_down);

static void add_link(struct ho_link link)
{
    struct ho_element *p = make_element(HO_TAG_P), *element = make_element(HO_TAG_LINK);
    begin(p), begin(element);
    ho_page_link(ctx.arena, page, link);
    end(element), end(p);
}

static void add_anchor(const char *name, const char *title, int level)
{
    ho_page_anchor(ctx.arena, page, (struct ho_anchor){name, 10, 20, title, level});
}

Test(links, are_tagged_described_and_printed)
{
    add_link((struct ho_link){
        .box = {10, 20, 30, 40}, .uri = "tel:112", .description = "Call 112"});
    const char *text = write_text();
    expect(text,
           "/Subtype /Link /F 4 /Border [0 0 0]\n/Rect [10 781.89 40 821.89]\n"
           "/Contents (Call 112)\n/StructParent 1 \n/A <</S /URI /URI (tel:112)>>");
    const char *annotation = find_ref(text, "/Subtype /Link");
    expect(text, ho_format(ctx.arena, "/Annots [%s ]", annotation));
    expect(text, "/K [<</Type /OBJR /Pg ");
    expect(text, ho_format(ctx.arena, "/Obj %s >>", annotation));
    expect(text, ho_format(ctx.arena, "1 %s ]", find_ref(text, "/S /Link")));
    expect(text, "/ParentTreeNextKey 2");
}

Test(links, encode_what_a_uri_may_not_hold)
{
    add_link((struct ho_link){.uri = "https://x.invalid/a%20b c\u00E9(d)",
                              .description = "See"});
    expect(write_text(), "/URI (https://x.invalid/a%20b%20c%C3%A9\\(d\\))");
}

Test(links, lead_forward_to_an_anchor)
{
    add_link((struct ho_link){.anchor = "signs", .description = "See page 2"});
    page = ho_page_add(ctx.arena, &pages, ho_paper_find("a4"));
    add_anchor("signs", NULL, 0);
    const char *text = write_text();
    expect(text, " 0 R /XYZ 10 821.89 null]");
    expect(text, "/Dest [");
    expect_not(text, "/Outlines");
}

Test(links, in_an_artifact_are_plain_text)
{
    struct ho_element *footer = make_element(HO_TAG_ARTIFACT);
    begin(footer);
    add_link((struct ho_link){.uri = "tel:112", .description = "Call 112"});
    end(footer);
    const char *text = write_text();
    expect_not(text, "/Annot");
}

Test(links, to_nowhere_are_refused)
{
    struct ho_bytes file;
    add_link((struct ho_link){.anchor = "none", .description = "See"});
    cr_assert_not(ho_pdf_write(&ctx, &pages, &file));
    cr_assert_eq(ctx.diags.items[0].code, HO_MSG_INTERNAL);
}

Test(links, make_an_outline_of_titled_anchors)
{
    add_anchor("a", "One", 1);
    add_anchor("b", "Under one", 3);
    add_anchor("c", "Also under one", 2);
    add_anchor("d", "Zwei \u2014", 1);
    const char *text = write_text();
    const char *root = find_ref(text, "/Type /Outlines"),
               *one = find_ref(text, "(One)");
    const char *under = find_ref(text, "(Under one)");
    const char *also = find_ref(text, "(Also under one)");
    const char *two = find_ref(text, "/Title <FEFF005A0077006500690020");
    expect(text, "/PageMode /UseOutlines");
    expect(text, ho_format(ctx.arena, "/First %s /Last %s /Count 4", one, two));
    expect(text, ho_format(ctx.arena, "/Parent %s /Next %s /First %s /Last %s /Count 2",
                           root, two, under, also));
    expect(text, ho_format(ctx.arena, "/Parent %s /Prev %s ", one, under));
}
