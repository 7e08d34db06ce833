/* A file for a print shop: PDF/X-1a:2003 (ISO 15930-4). It is PDF 1.4 in CMYK, without tags, links or transparency, and
 * says for which printing condition it is meant. It is called PDF/X-1a only if ho_press_fault finds nothing.
 * SPDX-License-Identifier: MIT */
#include "pdf/press_priv.h"

#include <string.h>

#include "pdf/syntax_priv.h"
#include "pdf/writer_priv.h"

/* Reference names of the ICC's registry of characterization data. All of them take 300 percent of ink. */
const char *const ho_pdf_condition_names[] = {
    "FOGRA39",      "FOGRA51",      "FOGRA47",  "FOGRA52",
    "CGATS TR 001", "CGATS TR 006", "JC200103", NULL};

/* The keys of ISO 15930-4, 6.11 and 6.13. */
static void write_info(struct ho_writer *writer)
{
    const struct ho_document_info *info = &writer->pages->info;
    struct ho_text out = {.arena = writer->arena};
    ho_put_entry(&out, "/Title ", info->title);
    ho_put_entry(&out, "/Author ", info->author);
    ho_put_entry(&out, "/Creator ", info->generator);
    ho_put_date(&out, "/CreationDate ", info->date);
    ho_put_date(&out, "/ModDate ", info->date);
    ho_text_add(&out, "/GTS_PDFXVersion (PDF/X-1a:2003)\n/Trapped /False\n");
    writer->sizes.metadata += out.count;
    /* No metadata stream says these again, so the identifier is made of them here. */
    ho_haru_digest(&writer->haru,
                   (struct ho_bytes){(const unsigned char *)out.items, out.count});
    ho_haru_info(&writer->haru, &out);
}

static void put_condition(struct ho_writer *writer, struct ho_text *catalog,
                          const struct ho_pdf_condition *condition)
{
    const char *name = condition->name;
    ho_text_add(catalog, "/OutputIntents [<</Type /OutputIntent /S /GTS_PDFX\n");
    if (name) {
        ho_put_entry(catalog, "/OutputConditionIdentifier ", name);
        ho_text_add(catalog, "/RegistryName (http://www.color.org)\n");
    } else {
        struct ho_text body = {.arena = writer->arena};
        name = ho_press_transform_name(writer->arena, writer->press->transform);
        ho_text_add(&body, "/N 4 /Alternate /DeviceCMYK\n");
        ho_haru_digest(&writer->haru, condition->profile);
        HPDF_Dict profile = ho_writer_stream(
            writer, &body, "FlateDecode",
            ho_haru_deflate(&writer->haru, condition->profile), &writer->sizes.profile);
        ho_put_entry(catalog, "/OutputConditionIdentifier ", "Custom");
        ho_text_add(catalog, "/DestOutputProfile ");
        ho_put_ref(catalog, ho_haru_id(profile));
        ho_text_add(catalog, "\n");
    }
    ho_put_entry(catalog, "/Info ", name);
    ho_text_add(catalog, ">>]\n");
    ho_haru_digest(&writer->haru,
                   (struct ho_bytes){(const unsigned char *)name, strlen(name)});
}

static void make_states(struct ho_writer *writer, struct ho_press_ink *ink)
{
    for (int on = 0; on < 2; on++) {
        struct ho_text body = {.arena = writer->arena};
        ho_text_add_format(&body, "/Type /ExtGState /OP %s /op %s /OPM 1\n",
                           on ? "true" : "false", on ? "true" : "false");
        ink->overprint[on] = ho_haru_object(&writer->haru);
        ho_writer_body(ink->overprint[on], &body, &writer->sizes.metadata);
    }
}

void ho_press_write(struct ho_writer *writer, const struct ho_pdf_condition *condition)
{
    struct ho_text catalog = {.arena = writer->arena};
    make_states(writer, writer->press);
    for (size_t i = 0; i < writer->pages->pages.count; i++)
        ho_content_write(writer, i);
    ho_fonts_write(writer);
    put_condition(writer, &catalog, condition);
    write_info(writer);
    ho_haru_catalog(&writer->haru, &catalog);
    ho_identifier_write(writer);
}
