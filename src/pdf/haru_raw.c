/* SPDX-License-Identifier: MIT */
#include "pdf/haru_raw_priv.h"

#include <assert.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "base/stamp.h"

/* The structs used here are the same in 2.3 and 2.4 for the members that we touch; a
 * later version must be looked at first. */
#if !defined(HPDF_VERSION_ID) || HPDF_VERSION_ID < 20300 || HPDF_VERSION_ID >= 20500
#error "pdf/haru_raw.c knows the internals of libharu 2.3 and 2.4 only"
#endif

/* Measured on pages of text, which are most of what is compressed at run time (figures are ready): level 6 takes 2.2
 * times as long and saves 12 %, which is 1 % of the file. */
enum { DEFLATE_LEVEL = 1 };

/* libharu's number of an object is in the low bits, flags are in the high ones. */
enum { ID_MASK = 0x00FFFFFF };

static void keep_first_error(HPDF_STATUS error, HPDF_STATUS detail, void *user)
{
    struct ho_haru *haru = user;
    if (haru->error == HPDF_OK) {
        haru->error = error;
        haru->detail = detail;
    }
}

/* libharu survives a lack of memory badly; it never sees one. */
static void *allocate(HPDF_UINT size)
{
    void *memory = malloc(size);
    if (!memory)
        ho_out_of_memory();
    return memory;
}

bool ho_haru_open(struct ho_haru *haru, struct ho_arena *arena)
{
    *haru = (struct ho_haru){.arena = arena, .version = "1.7"};
    haru->compressor = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    if (!haru->compressor)
        ho_out_of_memory();
    HPDF_MD5Init(&haru->digest);
    haru->doc = HPDF_NewEx(keep_first_error, allocate, free, 0, haru);
    return haru->doc != NULL;
}

void ho_haru_close(struct ho_haru *haru)
{
    if (haru->doc)
        HPDF_Free(haru->doc);
    libdeflate_free_compressor(haru->compressor);
    haru->doc = NULL;
    haru->compressor = NULL;
}

/* Called by HPDF_Dict_Write inside the dictionary, after the entries that libharu
 * knows. */
static HPDF_STATUS write_body(HPDF_Dict dict, HPDF_Stream stream)
{
    const struct ho_bytes *body =
        dict->attr; /* free to use: pages alone have their own */
    return HPDF_Stream_Write(stream, body->data, (HPDF_UINT)body->length);
}

HPDF_Dict ho_haru_object(struct ho_haru *haru)
{
    HPDF_Dict dict = HPDF_Dict_New(haru->doc->mmgr);
    if (dict && HPDF_Xref_Add(haru->doc->xref, dict) != HPDF_OK)
        dict = NULL;
    return dict;
}

static void set_body(struct ho_haru *haru, HPDF_Dict dict, const void *data,
                     size_t length)
{
    if (!dict)
        return;
    assert(!dict->attr && !dict->write_fn);
    struct ho_bytes *body = ho_new(haru->arena, struct ho_bytes);
    *body = (struct ho_bytes){data, length};
    dict->attr = body;
    dict->write_fn = write_body;
}

void ho_haru_body(struct ho_haru *haru, HPDF_Dict dict, struct ho_text *body)
{
    set_body(haru, dict, body->items, body->count);
}

void ho_haru_catalog(struct ho_haru *haru, struct ho_text *body)
{
    ho_haru_body(haru, haru->doc->catalog, body);
}

void ho_haru_info(struct ho_haru *haru, struct ho_text *body)
{
    ho_haru_body(haru, haru->doc->info, body);
}

void ho_haru_trailer(struct ho_haru *haru, struct ho_text *body)
{
    ho_haru_body(haru, haru->doc->trailer, body);
}

/* ---- bytes in and out ----
 * libharu's memory streams copy byte by byte, three times over: a third of the time of a whole document. Ours hand
 * over the bytes where they lie. */

struct source {
    struct ho_bytes bytes;
    size_t at;
};

static HPDF_STATUS read_source(HPDF_Stream stream, HPDF_BYTE *out, HPDF_UINT *size)
{
    struct source *source = stream->attr;
    size_t left = source->bytes.length - source->at;
    HPDF_STATUS status = HPDF_OK;
    if (left < *size) {
        *size = (HPDF_UINT)left;
        status = HPDF_STREAM_EOF;
    }
    if (*size)
        memcpy(out, source->bytes.data + source->at, *size);
    source->at += *size;
    return status;
}

/* libharu goes to the beginning before it reads, and nowhere else. */
static HPDF_STATUS seek_source(HPDF_Stream stream, HPDF_INT at, HPDF_WhenceMode mode)
{
    struct source *source = stream->attr;
    if (at != 0 || mode != HPDF_SEEK_SET)
        return HPDF_UNSUPPORTED_FUNC;
    source->at = 0;
    return HPDF_OK;
}

static HPDF_INT32 tell_source(HPDF_Stream stream)
{
    const struct source *source = stream->attr;
    return (HPDF_INT32)source->at;
}

static HPDF_UINT32 size_source(HPDF_Stream stream)
{
    const struct source *source = stream->attr;
    return (HPDF_UINT32)source->bytes.length;
}

static HPDF_Stream read_from(struct ho_haru *haru, struct ho_bytes bytes)
{
    struct source *source = ho_new(haru->arena, struct source);
    source->bytes = bytes;
    return HPDF_CallbackReader_New(haru->doc->mmgr, read_source, seek_source,
                                   tell_source, size_source, source);
}

static HPDF_STATUS write_sink(HPDF_Stream stream, const HPDF_BYTE *data, HPDF_UINT size)
{
    ho_text_add_bytes(stream->attr, data, size);
    return HPDF_OK;
}

/* ---- streams and pages ---- */

/* libharu drops Filter from a stream that it need not compress itself, so the body
 * names it. */
static void fill_stream(struct ho_haru *haru, HPDF_Dict stream, const char *body,
                        const char *filter, struct ho_bytes data)
{
    struct ho_text text = {.arena = haru->arena};
    ho_text_add(&text, body);
    if (filter) {
        ho_text_add(&text, "/Filter /");
        ho_text_add(&text, filter);
        ho_text_add(&text, "\n");
    }
    ho_haru_body(haru, stream, &text);
    stream->filter = HPDF_STREAM_FILTER_NONE;
    HPDF_Stream_Free(stream->stream);
    stream->stream = read_from(haru, data);
}

/* A zlib stream ends with the check that it was made with (RFC 1950 2.2). */
static uint32_t find_check(const char *filter, struct ho_bytes data)
{
    uint32_t sum = 0;
    if (!ho_equal(filter, "FlateDecode") || data.length < 4)
        return libdeflate_adler32(1, data.data, data.length);
    for (size_t i = 4; i > 0; i--)
        sum = sum << 8 | data.data[data.length - i];
    return sum;
}

HPDF_Dict ho_haru_stream(struct ho_haru *haru, const char *body, const char *filter,
                         struct ho_bytes data)
{
    HPDF_Dict stream = HPDF_DictStream_New(haru->doc->mmgr, haru->doc->xref);
    if (stream)
        fill_stream(haru, stream, body, filter, data);
    ho_push(haru->arena, &haru->checks,
            (struct ho_check){stream, find_check(filter, data)});
    return stream;
}

void ho_haru_set_xobject(HPDF_Dict stream)
{
    if (stream)
        stream->header.obj_class |= HPDF_OSUBCLASS_XOBJECT;
}

static void set_box(HPDF_Page page, const char *key, struct ho_rect media,
                    struct ho_rect box)
{
    double left = box.x - media.x, top = media.y + media.height - box.y;
    HPDF_Box turned = {(HPDF_REAL)left, (HPDF_REAL)(top - box.height),
                       (HPDF_REAL)(left + box.width), (HPDF_REAL)top};
    HPDF_Dict_Add(page, key, HPDF_Box_Array_New(page->mmgr, turned));
}

HPDF_Page ho_haru_page(struct ho_haru *haru, const struct ho_page *page)
{
    HPDF_Page made = HPDF_AddPage(haru->doc);
    if (!made)
        return NULL;
    set_box(made, "MediaBox", page->media, page->media);
    set_box(made, "BleedBox", page->media, page->bleed);
    set_box(made, "TrimBox", page->media, page->trim);
    return made;
}

/* libharu makes one stream for each page: it is the first. */
static void add_streams(struct ho_haru *haru, HPDF_Page page,
                        const struct ho_streams *deflated)
{
    HPDF_PageAttr attr = page->attr;
    HPDF_Array all = deflated->count > 1 ? HPDF_Array_New(haru->doc->mmgr) : NULL;
    for (size_t i = 0; i < deflated->count; i++) {
        HPDF_Dict stream =
            i ? HPDF_DictStream_New(haru->doc->mmgr, haru->doc->xref) : attr->contents;
        if (!stream)
            return;
        fill_stream(haru, stream, "", "FlateDecode", deflated->items[i]);
        if (all)
            HPDF_Array_Add(all, stream);
    }
    attr->stream = attr->contents->stream;
    if (all)
        HPDF_Dict_Add(page, "Contents", all);
}

void ho_haru_content(struct ho_haru *haru, HPDF_Page page,
                     const struct ho_streams *deflated, size_t struct_parents)
{
    if (!page)
        return;
    add_streams(haru, page, deflated);
    if (struct_parents == HO_UNTAGGED)
        return;
    HPDF_Dict_AddNumber(page, "StructParents", (HPDF_INT32)struct_parents);
    HPDF_Dict_AddName(page, "Tabs", "S");
}

void ho_haru_annotate(struct ho_haru *haru, HPDF_Page page, HPDF_Dict annotation)
{
    if (!page || !annotation)
        return;
    HPDF_Array annotations = HPDF_Dict_GetItem(page, "Annots", HPDF_OCLASS_ARRAY);
    if (!annotations) {
        annotations = HPDF_Array_New(haru->doc->mmgr);
        HPDF_Dict_Add(page, "Annots", annotations);
    }
    if (annotations)
        HPDF_Array_Add(annotations, annotation);
}

const char *ho_haru_font_name(HPDF_Page page, HPDF_Dict font)
{
    const char *name = page && font ? HPDF_Page_GetLocalFontName(page, font) : NULL;
    return name ? name : "";
}

const char *ho_haru_xobject_name(HPDF_Page page, HPDF_Dict xobject)
{
    const char *name = page && xobject ? HPDF_Page_GetXObjectName(page, xobject) : NULL;
    return name ? name : "";
}

const char *ho_haru_state_name(HPDF_Page page, HPDF_Dict state)
{
    const char *name = page && state ? HPDF_Page_GetExtGStateName(page, state) : NULL;
    return name ? name : "";
}

/* ---- what a page is made of ---- */

static uint32_t check_of(const struct ho_haru *haru, HPDF_Dict object)
{
    for (size_t i = 0; i < haru->checks.count; i++)
        if (haru->checks.items[i].object == object)
            return haru->checks.items[i].sum;
    return 0;
}

void ho_haru_reads_as(struct ho_haru *haru, HPDF_Dict font, HPDF_Dict to_unicode)
{
    ho_push(haru->arena, &haru->checks,
            (struct ho_check){font, check_of(haru, to_unicode)});
}

static int compare_keys(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void put_resources(struct ho_haru *haru, HPDF_Dict resources, const char *kind,
                          struct ho_text *out)
{
    if (!resources)
        return;
    HPDF_UINT count = resources->list->count;
    const char **keys = ho_new_array(haru->arena, const char *, count);
    for (HPDF_UINT i = 0; i < count; i++)
        keys[i] = ((HPDF_DictElement)HPDF_List_ItemAt(resources->list, i))->key;
    qsort(keys, count, sizeof *keys, compare_keys);
    for (HPDF_UINT i = 0; i < count; i++) {
        HPDF_Dict object = HPDF_Dict_GetItem(resources, keys[i], HPDF_OCLASS_DICT);
        ho_text_add_format(out, "%s %s %08lx\n", kind, keys[i],
                           (unsigned long)check_of(haru, object));
    }
}

void ho_haru_resources(struct ho_haru *haru, HPDF_Page page, struct ho_text *out)
{
    HPDF_PageAttr attr = page ? page->attr : NULL;
    if (!attr)
        return;
    put_resources(haru, attr->fonts, "Font", out);
    put_resources(haru, attr->xobjects, "XObject", out);
}

unsigned ho_haru_id(HPDF_Dict dict)
{
    return dict ? dict->header.obj_id & ID_MASK : 0;
}

struct ho_bytes ho_haru_deflate(struct ho_haru *haru, struct ho_bytes bytes)
{
    size_t room = libdeflate_zlib_compress_bound(haru->compressor, bytes.length);
    unsigned char *out = ho_alloc_unset(haru->arena, room, 1);
    size_t length =
        libdeflate_zlib_compress(haru->compressor, bytes.data, bytes.length, out, room);
    assert(length);
    return (struct ho_bytes){out, length};
}

void ho_haru_digest(struct ho_haru *haru, struct ho_bytes bytes)
{
    if (bytes.length)
        HPDF_MD5Update(&haru->digest, bytes.data, (HPDF_UINT32)bytes.length);
}

static bool has_failed(struct ho_haru *haru)
{
    if (haru->error == HPDF_OK)
        haru->error = HPDF_GetError(haru->doc);
    return haru->error != HPDF_OK;
}

/* What HPDF_SaveToStream does, but straight into the arena. */
bool ho_haru_save(struct ho_haru *haru, size_t room, struct ho_bytes *out)
{
    HPDF_Doc doc = haru->doc;
    struct ho_text file = {.arena = haru->arena};
    ho_text_reserve(&file, room);
    HPDF_Dict_Add(doc->trailer, "Root", doc->catalog);
    HPDF_Dict_Add(doc->trailer, "Info", doc->info);
    HPDF_Stream sink = HPDF_CallbackWriter_New(doc->mmgr, write_sink, &file);
    if (!sink || has_failed(haru))
        return false;
    /* Four bytes beyond ASCII tell tools that the file is not text (ISO 32000-1 7.5.2). */
    HPDF_Stream_WriteStr(
        sink, ho_format(haru->arena, "%%PDF-%s\n%%\267\276\255\252\n", haru->version));
    HPDF_Xref_WriteToStream(doc->xref, sink, NULL);
    HPDF_Stream_Free(sink);
    if (has_failed(haru))
        return false;
    ho_stamp_set((unsigned char *)file.items, file.count);
    *out = (struct ho_bytes){(const unsigned char *)file.items, file.count};
    return true;
}
