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

/* Collects those of our own properties that have a value; the last is that of the pages, which differs from file to file. */
static size_t find_own(const struct ho_document_info *info,
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
        {"pages", "Fingerprint of each page, in their order", ""}};
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
    for (size_t i = 0; i + 1 < count; i++)
        put_element(out, ho_format(out->arena, "handout:%s", own[i].name),
                    own[i].value);
}

/* The XMP before the fingerprints of the pages and after them: the same in all files of a run that say the same of
 * themselves. */
struct ho_xmp {
    struct ho_bytes before, after;
};

static struct ho_bytes bytes_of(const struct ho_text *text)
{
    return (struct ho_bytes){(const unsigned char *)text->items, text->count};
}

static const struct ho_xmp *make_parts(struct ho_writer *writer, struct ho_arena *arena)
{
    struct ho_xmp *xmp = ho_new(arena, struct ho_xmp);
    struct property own[OWN_COUNT];
    size_t count = find_own(&writer->pages->info, own);
    struct ho_text before = {.arena = writer->arena}, after = before;
    ho_text_add(&before,
                "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF "
                "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
    put_properties(&before, &writer->pages->info, writer->is_tagged, own, count);
    ho_text_add(&before, "<handout:pages>");
    ho_text_add(&after, "</handout:pages>\n</rdf:Description>\n");
    put_schemas(&after, own, count);
    ho_text_add(&after, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
    xmp->before = ho_copy_bytes(arena, bytes_of(&before));
    xmp->after = ho_copy_bytes(arena, bytes_of(&after));
    return xmp;
}

/* All that the parts are made of. */
static struct ho_bytes make_key(struct ho_writer *writer)
{
    const struct ho_document_info *info = &writer->pages->info;
    const char *const texts[] = {
        info->title,       info->language,     info->author,    info->generator,
        info->template_id, info->country,      info->review_by, info->content_version,
        info->signs,       info->content_hash, info->date};
    const unsigned char kind[] = {'X', writer->is_tagged, info->is_sealed};
    struct ho_text *key = &writer->key;
    key->arena = writer->arena;
    key->count = 0;
    ho_text_add_bytes(key, kind, sizeof kind);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        ho_text_add_bytes(key, texts[i] ? texts[i] : "\1",
                          texts[i] ? strlen(texts[i]) + 1 : 2);
    return bytes_of(key);
}

static const struct ho_xmp *find_parts(struct ho_writer *writer)
{
    if (!writer->kept)
        return make_parts(writer, writer->arena);
    struct ho_memo *memo = writer->kept->told;
    struct ho_bytes key = make_key(writer);
    const struct ho_xmp *xmp = ho_memo_find(memo, key);
    if (xmp)
        return xmp;
    struct ho_arena *room = ho_memo_room(memo);
    xmp = make_parts(writer, room ? room : writer->arena);
    if (room)
        ho_memo_keep(memo, key, xmp);
    return xmp;
}

static HPDF_Dict make_xmp(struct ho_writer *writer)
{
    const struct ho_xmp *xmp = find_parts(writer);
    struct ho_text out = {.arena = writer->arena}, body = out;
    ho_text_add_bytes(&out, xmp->before.data, xmp->before.length);
    ho_text_add(&out, ho_fingerprint_pages(writer));
    ho_text_add_bytes(&out, xmp->after.data, xmp->after.length);
    ho_haru_digest(&writer->haru, bytes_of(&out));
    ho_text_add(&body, "/Type /Metadata /Subtype /XML\n");
    /* Not compressed: tools that know nothing of PDF find it so. */
    return ho_writer_stream(writer, &body, NULL, bytes_of(&out),
                            &writer->sizes.metadata);
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
        for (int i = 0; i < HPDF_MD5_KEY_LEN; i += 2)
            ho_put_unit(&out, (unsigned)digest[i] << 8 | digest[i + 1]);
        ho_text_add(&out, ">");
    }
    ho_text_add(&out, "]\n");
    ho_haru_trailer(&writer->haru, &out);
}
