/* What the file says of itself, in XMP and, in the same words, in the Info dictionary
 * (PDF/A-2 6.6.2.3).
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "pdf/kept_priv.h"
#include "pdf/profile_priv.h"
#include "pdf/syntax_priv.h"
#include "pdf/writer_priv.h"

#define OWN_NAMESPACE "https://handout.invalid/ns/1.0/"

enum { OWN_COUNT = 8 };

/* Our own properties: the name in XMP and what it is, for the extension schema
 * (PDF/A-2 6.6.2.3.2). */
struct property {
    const char *name, *about, *value;
};

static void put_element(struct ho_text *out, const char *name, const char *text)
{
    if (!text)
        return;
    ho_text_add(out, "<");
    ho_text_add(out, name);
    ho_text_add(out, ">");
    ho_text_add_escaped(out, text);
    ho_text_add(out, "</");
    ho_text_add(out, name);
    ho_text_add(out, ">\n");
}

static void put_list(struct ho_text *out, const char *name, const char *kind,
                     const char *language, const char *text)
{
    if (!text)
        return;
    ho_text_add_format(out, "<%s><rdf:%s><rdf:li%s>", name, kind, language);
    ho_text_add_escaped(out, text);
    ho_text_add_format(out, "</rdf:li></rdf:%s></%s>\n", kind, name);
}

/* ---- extension schemas ---- */

static void put_property(struct ho_text *out, const char *name, const char *type,
                         const char *about)
{
    ho_text_add(out, "<rdf:li rdf:parseType=\"Resource\">");
    put_element(out, "pdfaProperty:name", name);
    put_element(out, "pdfaProperty:valueType", type);
    put_element(out, "pdfaProperty:category", "internal");
    put_element(out, "pdfaProperty:description", about);
    ho_text_add(out, "</rdf:li>\n");
}

static void begin_schema(struct ho_text *out, const char *name, const char *uri,
                         const char *prefix)
{
    ho_text_add(out, "<rdf:li rdf:parseType=\"Resource\">");
    put_element(out, "pdfaSchema:schema", name);
    put_element(out, "pdfaSchema:namespaceURI", uri);
    put_element(out, "pdfaSchema:prefix", prefix);
    ho_text_add(out, "<pdfaSchema:property><rdf:Seq>\n");
}

static void end_schema(struct ho_text *out)
{
    ho_text_add(out, "</rdf:Seq></pdfaSchema:property></rdf:li>\n");
}

static void put_schemas(struct ho_text *out, const struct property *own, size_t count)
{
    ho_text_add(out, "<rdf:Description rdf:about=\"\"\n"
                     " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
                     " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
                     " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
                     "<pdfaExtension:schemas><rdf:Bag>\n");
    begin_schema(out, "PDF/UA identification", "http://www.aiim.org/pdfua/ns/id/",
                 "pdfuaid");
    put_property(out, "part", "Integer", "Part of ISO 14289 that the file conforms to");
    end_schema(out);
    if (count) {
        begin_schema(out, "Patient handout", OWN_NAMESPACE, "handout");
        for (size_t i = 0; i < count; i++)
            put_property(out, own[i].name, "Text", own[i].about);
        end_schema(out);
    }
    ho_text_add(out, "</rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n");
}

/* ---- properties ---- */

/* Collects those of our own properties that have a value. */
static size_t find_own(const struct ho_document_info *info, const char *pages,
                       struct property own[OWN_COUNT])
{
    const struct property all[] = {
        {"contentVersion", "Version of the content library", info->content_version},
        {"contentHash", "Hash of the content that was used", info->content_hash},
        {"template", "Template that the document was made by", info->template_id},
        {"language", "Language of the content", info->language},
        {"country", "Country that the emergency number is for", info->country},
        {"reviewBy", "Day on which the content should be read again", info->review_by},
        {"emergencySheet", "Signs on page 1, the complete emergency sheet",
         info->signs},
        {"pages", "Fingerprint of each page, in their order", pages}};
    size_t count = 0;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i].value)
            own[count++] = all[i];
    return count;
}

/* Named as libharu names itself in the Info dictionary of each document. */
static const char *name_producer(struct ho_arena *arena)
{
    return ho_format(arena, "Haru Free PDF Library %s", HPDF_GetVersion());
}

static void put_properties(struct ho_text *out, const struct ho_document_info *info,
                           bool is_tagged, const struct property *own, size_t count)
{
    ho_text_add(out, "<rdf:Description rdf:about=\"\"\n"
                     " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
                     " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
                     " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
                     " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
                     " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"\n"
                     " xmlns:handout=\"" OWN_NAMESPACE "\">\n");
    put_list(out, "dc:title", "Alt", " xml:lang=\"x-default\"", info->title);
    put_list(out, "dc:language", "Bag", "", info->language);
    put_list(out, "dc:creator", "Seq", "", info->author);
    put_element(out, "xmp:CreatorTool", info->generator);
    put_element(out, "pdf:Producer", name_producer(out->arena));
    if (info->date)
        put_element(out, "xmp:CreateDate",
                    ho_format(out->arena, "%sT00:00:00Z", info->date));
    if (!info->is_sealed) {
        put_element(out, "pdfaid:part", "2");
        put_element(out, "pdfaid:conformance", is_tagged ? "A" : "B");
    }
    if (is_tagged)
        put_element(out, "pdfuaid:part", "1");
    for (size_t i = 0; i < count; i++)
        put_element(out, ho_format(out->arena, "handout:%s", own[i].name),
                    own[i].value);
    ho_text_add(out, "</rdf:Description>\n");
}

static HPDF_Dict make_xmp(struct ho_writer *writer)
{
    struct property own[OWN_COUNT];
    size_t count = find_own(&writer->pages->info, ho_fingerprint_pages(writer), own);
    struct ho_text out = {.arena = writer->arena}, body = out;
    ho_text_add(&out,
                "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF "
                "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
    put_properties(&out, &writer->pages->info, writer->is_tagged, own, count);
    put_schemas(&out, own, count);
    ho_text_add(&out, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
    struct ho_bytes data = {(const unsigned char *)out.items, out.count};
    ho_haru_digest(&writer->haru, data);
    ho_text_add(&body, "/Type /Metadata /Subtype /XML\n");
    /* Not compressed: tools that know nothing of PDF find it so. */
    return ho_writer_stream(writer, &body, NULL, data, &writer->sizes.metadata);
}

/* ---- Info and catalog ---- */

/* The producer is there already. */
static void write_info(struct ho_writer *writer)
{
    const struct ho_document_info *info = &writer->pages->info;
    struct ho_text out = {.arena = writer->arena};
    ho_put_entry(&out, "/Title ", info->title);
    ho_put_entry(&out, "/Author ", info->author);
    ho_put_entry(&out, "/Creator ", info->generator);
    ho_put_date(&out, "/CreationDate ", info->date);
    writer->sizes.metadata += out.count;
    ho_haru_info(&writer->haru, &out);
}

static HPDF_Dict make_profile(struct ho_writer *writer)
{
    struct ho_text body = {.arena = writer->arena};
    struct ho_bytes made = {0},
                    *profile = writer->kept ? &writer->kept->profile : &made;
    struct ho_arena *arena = writer->kept ? writer->kept->arena : writer->arena;
    if (!profile->data && !ho_profile_build(arena, profile)) {
        ho_writer_fail(writer, "the colour profile cannot be made");
        return NULL;
    }
    ho_text_add(&body, "/N 3\n");
    return ho_writer_stream(writer, &body, NULL, *profile, &writer->sizes.profile);
}

void ho_metadata_write(struct ho_writer *writer, struct ho_text *catalog)
{
    const struct ho_document_info *info = &writer->pages->info;
    write_info(writer);
    ho_text_add(catalog, "/Metadata ");
    ho_put_ref(catalog, ho_haru_id(make_xmp(writer)));
    ho_put_entry(catalog, "\n/Lang ", info->language);
    if (writer->is_tagged)
        ho_text_add(catalog, "/MarkInfo <</Marked true>>\n");
    ho_text_add(catalog, "/ViewerPreferences <</DisplayDocTitle true>>\n"
                         "/OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 "
                         "/OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) "
                         "/DestOutputProfile ");
    ho_put_ref(catalog, ho_haru_id(make_profile(writer)));
    ho_text_add(catalog, ">>]\n");
}

/* libharu would make it of the clock; ours is of the content, so the same content gives
 * the same file. */
void ho_identifier_write(struct ho_writer *writer)
{
    HPDF_BYTE digest[HPDF_MD5_KEY_LEN];
    struct ho_text out = {.arena = writer->arena};
    HPDF_MD5Final(digest, &writer->haru.digest);
    ho_text_add(&out, "/ID [");
    for (int twice = 0; twice < 2; twice++) {
        ho_text_add(&out, "<");
        for (int i = 0; i < HPDF_MD5_KEY_LEN; i++)
            ho_text_add_format(&out, "%02X", digest[i]);
        ho_text_add(&out, ">");
    }
    ho_text_add(&out, "]\n");
    ho_haru_trailer(&writer->haru, &out);
}
