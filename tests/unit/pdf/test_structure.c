/* SPDX-License-Identifier: MIT */
#include "unit/pdf/written.h"

TestSuite(structure, .init = set_up, .fini = tear_down);

static void add_text(const char *text)
{
    ho_page_glyphs(ctx.arena, page, make_run(make_font(), text));
}

Test(structure, wraps_all_in_one_document)
{
    struct ho_element *one = make_element(HO_TAG_H1), *two = make_element(HO_TAG_P);
    begin(one), add_text("A"), end(one);
    begin(two), add_text("B"), end(two);
    const char *text = write_text();
    cr_assert_eq(count(text, "/S /Document"), 1);
    const char *document = find_ref(text, "/S /Document");
    expect(text, ho_format(ctx.arena, "/S /H1 /P %s", document));
    expect(text, ho_format(ctx.arena, "/S /P /P %s", document));
}

Test(structure, takes_the_document_that_is_given)
{
    struct ho_element *all = make_element(HO_TAG_DOCUMENT), *p = make_element(HO_TAG_P);
    begin(all), begin(p), add_text("A"), end(p), end(all);
    const char *text = write_text();
    cr_assert_eq(count(text, "/S /Document"), 1);
    expect(text, ho_format(ctx.arena, "/S /P /P %s", find_ref(text, "/S /Document")));
}

Test(structure, is_announced)
{
    const char *text = write_text();
    expect(text, "/MarkInfo <</Marked true>>");
    expect(text, "/StructTreeRoot ");
    expect(text, "/Tabs /S");
    expect(text, "/ViewerPreferences <</DisplayDocTitle true>>");
    expect(text, "/Lang (en-GB)");
}

Test(structure, marks_a_stretch_of_one_element_once)
{
    struct ho_element *p = make_element(HO_TAG_P);
    begin(p), add_text("A"), add_text("B"), end(p);
    const char *text = write_text();
    cr_assert_eq(count(text, "BDC\n"), 1);
    cr_assert_eq(count(text, "EMC\n"), 1);
    expect(text, "/P <</MCID 0 >> BDC");
}

Test(structure, keeps_the_order_of_text_and_parts)
{
    struct ho_element *p = make_element(HO_TAG_P), *span = make_element(HO_TAG_SPAN);
    begin(p), add_text("A"), begin(span), add_text("B"), end(span), add_text("C"),
        end(p);
    const char *text = write_text();
    const char *part = find_ref(text, "/S /Span");
    expect(text, ho_format(ctx.arena, "/K [0 %s 2 ]", part));
    const char *whole = find_ref(text, "/S /P ");
    expect(text, ho_format(ctx.arena, "/Nums [0 [%s %s %s ]", whole, part, whole));
}

Test(structure, goes_on_with_an_element_on_the_next_page)
{
    struct ho_element *list = make_element(HO_TAG_L);
    list->numbering = HO_NUMBERING_DECIMAL;
    begin(list), add_text("A"), end(list);
    page = ho_page_add(ctx.arena, &pages, ho_paper_find("a4"));
    begin(list), add_text("B"), end(list);
    const char *text = write_text();
    cr_assert_eq(count(text, "/S /L "), 1);
    expect(text, "/A <</O /List /ListNumbering /Decimal>>");
    expect(text, "/K [0 <</Type /MCR /Pg ");
    expect(text, "/ParentTreeNextKey 2");
}

Test(structure, holds_hundreds_of_elements)
{
    for (int i = 0; i < 700; i++) {
        struct ho_element *p = make_element(HO_TAG_P);
        begin(p), add_text("A"), end(p);
    }
    const char *text = write_text();
    cr_assert_eq(count(text, "/S /P "), 700);
    expect(text, "/P <</MCID 699 >> BDC");
}

Test(structure, tells_the_scope_and_span_of_cells)
{
    struct ho_element *table = make_element(HO_TAG_TABLE),
                      *row = make_element(HO_TAG_TR);
    struct ho_element *head = make_element(HO_TAG_TH), *cell = make_element(HO_TAG_TD);
    head->scope = HO_SCOPE_COLUMN;
    head->column_span = 2;
    cell->row_span = 3;
    begin(table), begin(row), begin(head), add_text("A"), end(head);
    begin(cell), add_text("B"), end(cell), end(row), end(table);
    const char *text = write_text();
    expect(text, "/A <</O /Table /Scope /Column /ColSpan 2>>");
    expect(text, "/A <</O /Table /RowSpan 3>>");
}

Test(structure, gives_figures_their_alternative_and_box)
{
    struct ho_element *figure = make_element(HO_TAG_FIGURE);
    figure->alt = "Knie (links) — Brust";
    figure->language = "de";
    figure->box = (struct ho_rect){10, 20, 30, 40};
    begin(figure), add_square(), end(figure);
    const char *text = write_text();
    expect(text,
           "/Alt <FEFF004B006E0069006500200028006C0069006E006B00730029002020140020");
    expect(text, "/Lang (de)");
    expect(text, "/A <</O /Layout /Placement /Block /BBox [10 781.89 40 821.89]>>");
}

Test(structure, takes_paths_in_figures_as_content)
{
    struct ho_element *figure = make_element(HO_TAG_FIGURE);
    begin(figure), add_square(), end(figure);
    const char *text = write_text();
    expect(text, "/Figure <</MCID 0 >> BDC");
    expect_not(text, "/Artifact");
}

Test(structure, takes_paths_elsewhere_as_decoration)
{
    struct ho_element *p = make_element(HO_TAG_P);
    begin(p), add_text("A"), add_square(), add_square(), add_text("B"), end(p);
    const char *text = write_text();
    cr_assert_eq(count(text, "/Artifact <</Type /Layout>> BDC"), 1);
    expect(text, "/K [0 1 ]");
    cr_assert_eq(count(text, "BDC\n"), count(text, "EMC\n"));
}

Test(structure, names_artifacts)
{
    struct ho_element *header = make_element(HO_TAG_ARTIFACT),
                      *footer = make_element(HO_TAG_ARTIFACT),
                      *p = make_element(HO_TAG_P);
    header->artifact = HO_ARTIFACT_HEADER;
    footer->artifact = HO_ARTIFACT_FOOTER;
    begin(header), add_text("A"), end(header);
    begin(footer), begin(p), add_text("B"), end(p), end(footer);
    const char *text = write_text();
    expect(text, "/Artifact <</Type /Pagination /Subtype /Header>> BDC");
    expect(text, "/Artifact <</Type /Pagination /Subtype /Footer>> BDC");
    expect_not(text, "/MCID");
    expect_not(text, "/S /P ");
}

Test(structure, takes_text_outside_any_element_as_artifact)
{
    add_text("A");
    expect(write_text(), "/Artifact <</Type /Layout>> BDC");
}
