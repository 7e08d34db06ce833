/* SPDX-License-Identifier: MIT */
#include "pdf/haru_raw_priv.h"

#include <assert.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/stamp.h"
#include "pdf/syntax_priv.h"

/* The structs used here are the same in 2.3 and 2.4 for the members that we touch; a
 * later version must be looked at first. */
#if !defined(HPDF_VERSION_ID) || HPDF_VERSION_ID < 20300 || HPDF_VERSION_ID >= 20500
#error "pdf/haru_raw.c knows the internals of libharu 2.3 and 2.4 only"
#endif

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

/* ---- objects ----
 * Ours are made in the arena and libharu is told their numbers only: its own dictionaries cost ten times as much to
 * make, write and free. */

struct ho_object {
    HPDF_Dict_Rec dict;   /* libharu reads its header and nothing else */
    void *theirs;         /* libharu's own object; NULL: it is ours */
    struct ho_bytes body; /* entries; of a dictionary of libharu's those that we add */
    struct ho_text entries; /* of a page, while they grow */
    struct ho_text annotations;
    struct ho_bytes data;
    const char *filter; /* of the data; NULL: none */
    bool is_stream, is_annotation;
    uint32_t
        check; /* Adler-32 of a stream's data before compression, or of what a font reads as */
};

static struct ho_object *ours(HPDF_Dict dict)
{
    return (struct ho_object *)dict;
}

static void set_number(HPDF_Obj_Header *header, size_t number)
{
    header->obj_id =
        (header->obj_id & ~(HPDF_UINT32)ID_MASK) | (HPDF_UINT32)(number & ID_MASK);
}

static struct ho_object *add_object(struct ho_haru *haru)
{
    struct ho_object *object = ho_new(haru->arena, struct ho_object);
    assert(!haru->starts.count);
    ho_push(haru->arena, &haru->objects, object);
    object->dict.header.obj_id = HPDF_OTYPE_INDIRECT;
    object->dict.header.obj_class = HPDF_OCLASS_DICT;
    set_number(&object->dict.header, haru->objects.count);
    return object;
}

/* libharu numbers what it makes from 1 on, without gaps for ours. References are written from the numbers in the objects,
 * so others can be put there. `known` are those that had theirs. */
static void number_theirs(struct ho_haru *haru, HPDF_UINT known)
{
    HPDF_List entries = haru->doc->xref->entries;
    for (HPDF_UINT i = known; i < entries->count; i++) {
        void *theirs = ((HPDF_XrefEntry)HPDF_List_ItemAt(entries, i))->obj;
        add_object(haru)->theirs = theirs;
        set_number(theirs, haru->objects.count);
    }
}

static struct ho_object *find_object(const struct ho_haru *haru, HPDF_UINT32 id)
{
    return haru->objects.items[(id & ID_MASK) - 1];
}

bool ho_haru_open(struct ho_haru *haru, struct ho_arena *arena,
                  struct ho_deflaters *deflaters)
{
    *haru = (struct ho_haru){.arena = arena,
                             .deflaters = deflaters,
                             .version = "1.7",
                             .texts = {.arena = arena}};
    HPDF_MD5Init(&haru->digest);
    haru->doc = HPDF_NewEx(keep_first_error, allocate, free, 0, haru);
    if (haru->doc)
        number_theirs(haru, 1); /* entry 0 heads the free ones */
    return haru->doc != NULL;
}

void ho_haru_close(struct ho_haru *haru)
{
    if (haru->doc)
        HPDF_Free(haru->doc);
    haru->doc = NULL;
}

static struct ho_bytes bytes_of(const struct ho_text *text)
{
    return (struct ho_bytes){(const unsigned char *)text->items, text->count};
}

HPDF_Dict ho_haru_object(struct ho_haru *haru)
{
    return &add_object(haru)->dict;
}

void ho_haru_body(HPDF_Dict dict, const struct ho_text *body)
{
    assert(!ours(dict)->theirs && !ours(dict)->body.data);
    ours(dict)->body = bytes_of(body);
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

static void fill_stream(struct ho_object *object, struct ho_bytes body,
                        const char *filter, struct ho_bytes data)
{
    object->is_stream = true;
    object->body = body;
    object->filter = filter;
    object->data = data;
}

HPDF_Dict ho_haru_stream(struct ho_haru *haru, const struct ho_text *body,
                         const char *filter, struct ho_bytes data)
{
    struct ho_object *object = add_object(haru);
    fill_stream(object, bytes_of(body), filter, data);
    object->check = find_check(filter, data);
    return &object->dict;
}

void ho_haru_common(struct ho_haru *haru)
{
    haru->common = haru->objects.count;
}

/* ---- objects as text ---- */

unsigned ho_haru_next(const struct ho_haru *haru)
{
    return (unsigned)(haru->objects.count + haru->starts.count + 1);
}

static void begin_object(struct ho_text *out, size_t number)
{
    ho_put_int(out, number);
    ho_text_add(out, "0 obj\n<<\n");
}

struct ho_text *ho_haru_begin(struct ho_haru *haru)
{
    unsigned number = ho_haru_next(haru);
    ho_push(haru->arena, &haru->starts, haru->texts.count);
    begin_object(&haru->texts, number);
    return &haru->texts;
}

void ho_haru_end(struct ho_haru *haru)
{
    ho_text_add(&haru->texts, ">>\nendobj\n");
}

/* ---- what libharu makes ---- */

void ho_haru_catalog(struct ho_haru *haru, struct ho_text *body)
{
    find_object(haru, haru->doc->catalog->header.obj_id)->body = bytes_of(body);
}

void ho_haru_info(struct ho_haru *haru, struct ho_text *body)
{
    find_object(haru, haru->doc->info->header.obj_id)->body = bytes_of(body);
}

void ho_haru_trailer(struct ho_haru *haru, struct ho_text *body)
{
    haru->trailer = bytes_of(body);
}

void ho_haru_set_xobject(HPDF_Dict stream)
{
    stream->header.obj_class |= HPDF_OSUBCLASS_XOBJECT;
}

/* As exact as libharu's own numbers. */
static void put_page_box(struct ho_text *out, const char *key, struct ho_rect media,
                         struct ho_rect box)
{
    enum { DECIMALS = 5 };
    struct ho_point low = ho_flip(media, box.x, box.y + box.height),
                    high = ho_flip(media, box.x + box.width, box.y);
    ho_text_add(out, key);
    ho_put_number(out, low.x, DECIMALS);
    ho_put_number(out, low.y, DECIMALS);
    ho_put_number(out, high.x, DECIMALS);
    ho_text_add_number(out, high.y, DECIMALS);
    ho_text_add(out, "]\n");
}

/* libharu makes a stream for each page, and a number that is its length: their numbers are given to ours. */
static void take_streams(struct ho_haru *haru, HPDF_Page page)
{
    HPDF_Dict theirs = ((HPDF_PageAttr)page->attr)->contents;
    HPDF_Number length = HPDF_Dict_GetItem(theirs, "Length", HPDF_OCLASS_NUMBER);
    struct ho_object *both[] = {find_object(haru, theirs->header.obj_id),
                                length ? find_object(haru, length->header.obj_id)
                                       : NULL};
    for (int i = 0; i < 2 && both[i]; i++) {
        both[i]->theirs = NULL;
        ho_push(haru->arena, &haru->spare, both[i]);
    }
}

/* Of a page's own entries libharu keeps its parent and its resources. The others are ours, as text. */
HPDF_Page ho_haru_page(struct ho_haru *haru, const struct ho_page *page)
{
    HPDF_UINT known = haru->doc->xref->entries->count;
    HPDF_Page made = HPDF_AddPage(haru->doc);
    if (!made)
        return NULL;
    number_theirs(haru, known);
    take_streams(haru, made);
    HPDF_Dict_RemoveElement(made, "MediaBox");
    HPDF_Dict_RemoveElement(made, "Contents");
    struct ho_object *object = find_object(haru, made->header.obj_id);
    object->entries.arena = object->annotations.arena = haru->arena;
    put_page_box(&object->entries, "/MediaBox [", page->media, page->media);
    put_page_box(&object->entries, "/BleedBox [", page->media, page->bleed);
    put_page_box(&object->entries, "/TrimBox [", page->media, page->trim);
    return made;
}

/* What stands on each page is written once. */
static struct ho_object *find_stream(const struct ho_haru *haru,
                                     struct ho_bytes deflated)
{
    for (size_t i = 0; i < haru->contents.count; i++)
        if (ho_is_same(haru->contents.items[i]->data, deflated))
            return haru->contents.items[i];
    return NULL;
}

static struct ho_object *add_stream(struct ho_haru *haru, struct ho_bytes deflated)
{
    struct ho_object *stream = haru->spared < haru->spare.count
                                   ? haru->spare.items[haru->spared++]
                                   : add_object(haru);
    fill_stream(stream, (struct ho_bytes){0}, "FlateDecode", deflated);
    ho_push(haru->arena, &haru->contents, stream);
    return stream;
}

size_t ho_haru_content(struct ho_haru *haru, HPDF_Page page,
                       const struct ho_streams *deflated, size_t struct_parents)
{
    size_t added = 0;
    if (!page)
        return 0;
    struct ho_text *entries = &find_object(haru, page->header.obj_id)->entries;
    ho_text_add(entries, "/Contents [");
    for (size_t i = 0; i < deflated->count; i++) {
        struct ho_object *stream = find_stream(haru, deflated->items[i]);
        if (!stream) {
            stream = add_stream(haru, deflated->items[i]);
            added += deflated->items[i].length;
        }
        ho_put_ref(entries, ho_haru_id(&stream->dict));
    }
    ho_text_add(entries, "]\n");
    if (struct_parents != HO_UNTAGGED) {
        ho_text_add(entries, "/StructParents ");
        ho_put_int(entries, struct_parents);
        ho_text_add(entries, "/Tabs /S\n");
    }
    return added;
}

void ho_haru_annotate(struct ho_haru *haru, HPDF_Page page, HPDF_Dict annotation)
{
    ours(annotation)->is_annotation = true;
    if (page)
        ho_put_ref(&find_object(haru, page->header.obj_id)->annotations,
                   ho_haru_id(annotation));
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

void ho_haru_reads_as(HPDF_Dict font, HPDF_Dict to_unicode)
{
    ours(font)->check = ours(to_unicode)->check;
}

static int compare_keys(const void *a, const void *b)
{
    return strcmp((*(const HPDF_DictElement *)a)->key,
                  (*(const HPDF_DictElement *)b)->key);
}

static void put_resources(struct ho_haru *haru, HPDF_Dict resources, const char *kind,
                          struct ho_text *out)
{
    if (!resources)
        return;
    HPDF_UINT count = resources->list->count;
    HPDF_DictElement *all = ho_new_array(haru->arena, HPDF_DictElement, count);
    for (HPDF_UINT i = 0; i < count; i++)
        all[i] = HPDF_List_ItemAt(resources->list, i);
    qsort(all, count, sizeof *all, compare_keys);
    for (HPDF_UINT i = 0; i < count; i++) {
        HPDF_Proxy proxy = all[i]->value; /* all are ours, and numbered */
        ho_text_add(out, kind);
        ho_text_add(out, all[i]->key);
        ho_text_add(out, " ");
        ho_put_hex(out, ours(proxy->obj)->check, 8);
        ho_text_add(out, "\n");
    }
}

void ho_haru_resources(struct ho_haru *haru, HPDF_Page page, struct ho_text *out)
{
    HPDF_PageAttr attr = page ? page->attr : NULL;
    if (!attr)
        return;
    put_resources(haru, attr->fonts, "Font ", out);
    put_resources(haru, attr->xobjects, "XObject ", out);
}

unsigned ho_haru_id(HPDF_Dict dict)
{
    return dict ? dict->header.obj_id & ID_MASK : 0;
}

struct ho_bytes ho_haru_deflate(struct ho_haru *haru, struct ho_bytes bytes)
{
    return ho_deflate(haru->deflaters, haru->arena, bytes);
}

/* The sum is of sums, as there are kilobytes to go over. */
void ho_haru_digest(struct ho_haru *haru, struct ho_bytes bytes)
{
    uint64_t hash = ho_hash(HO_HASH_START, bytes.data, bytes.length);
    HPDF_MD5Update(&haru->digest, (const HPDF_BYTE *)&hash, sizeof hash);
}

/* ---- the file ---- */

static HPDF_STATUS write_sink(HPDF_Stream stream, const HPDF_BYTE *data, HPDF_UINT size)
{
    ho_text_add_bytes(stream->attr, data, size);
    return HPDF_OK;
}

static void write_stream(struct ho_text *file, const struct ho_object *object)
{
    if (object->filter) {
        ho_text_add(file, "/Filter /");
        ho_text_add(file, object->filter);
        ho_text_add(file, "\n");
    }
    ho_text_add(file, "/Length ");
    ho_put_digits(file, object->data.length);
    ho_text_add(file, ">>\nstream\r\n");
    ho_text_add_bytes(file, object->data.data, object->data.length);
    ho_text_add(file, "\nendstream\nendobj\n");
}

static void put_annotations(struct ho_text *file, const struct ho_text *annotations)
{
    if (!annotations->count)
        return;
    ho_text_add(file, "/Annots [");
    ho_text_add_bytes(file, annotations->items, annotations->count);
    ho_text_add(file, "]\n");
}

/* A dictionary of libharu's ends with ">>", before which our entries go. */
static void write_theirs(struct ho_text *file, const struct ho_object *object,
                         HPDF_Stream sink)
{
    if (HPDF_Obj_WriteValue(object->theirs, sink, NULL) != HPDF_OK)
        return;
    if (object->body.length || object->entries.count) {
        file->count -= 2;
        ho_text_add_bytes(file, object->body.data, object->body.length);
        ho_text_add_bytes(file, object->entries.items, object->entries.count);
        put_annotations(file, &object->annotations);
        ho_text_add(file, ">>");
    }
}

static void write_object(struct ho_text *file, const struct ho_object *object,
                         size_t number, HPDF_Stream sink)
{
    if (object->theirs) {
        ho_put_int(file, number);
        ho_text_add(file, "0 obj\n");
        write_theirs(file, object, sink);
        ho_text_add(file, "\nendobj\n");
        return;
    }
    begin_object(file, number);
    ho_text_add_bytes(file, object->body.data, object->body.length);
    if (object->is_stream)
        write_stream(file, object);
    else
        ho_text_add(file, ">>\nendobj\n");
}

/* "0000000015 00000 n \n" (ISO 32000-1 7.5.4) */
static void put_place(struct ho_text *file, size_t place)
{
    enum { DIGITS = 10, LENGTH = 20 };
    char line[LENGTH + 1] = "0000000000 00000 n \n";
    for (size_t i = DIGITS; place && i-- > 0; place /= 10)
        line[i] = (char)('0' + place % 10);
    ho_text_add_bytes(file, line, LENGTH);
}

static void write_table(struct ho_haru *haru, struct ho_text *file,
                        const size_t *places, size_t texts)
{
    size_t start = file->count, size = ho_haru_next(haru);
    ho_text_add(file, "xref\n0 ");
    ho_put_digits(file, size);
    ho_text_add(file, "\n0000000000 65535 f \n");
    for (size_t i = 0; i < haru->objects.count; i++)
        put_place(file, places[i]);
    for (size_t i = 0; i < haru->starts.count; i++)
        put_place(file, texts + haru->starts.items[i]);
    ho_text_add(file, "trailer\n<<\n/Root ");
    ho_put_ref(file, ho_haru_id(haru->doc->catalog));
    ho_text_add(file, "\n/Info ");
    ho_put_ref(file, ho_haru_id(haru->doc->info));
    ho_text_add(file, "\n/Size ");
    ho_put_digits(file, size);
    ho_text_add(file, "\n");
    ho_text_add_bytes(file, haru->trailer.data, haru->trailer.length);
    ho_text_add(file, ">>\nstartxref\n");
    ho_put_digits(file, start);
    ho_text_add(file, "\n%%EOF\n");
}

/* Enough for the file, unless libharu's own objects are large: then it grows. */
static size_t estimate(const struct ho_haru *haru)
{
    enum { MORE = 16 * 1024, OBJECT = 120, PLACE = 20 };
    size_t room = MORE + haru->texts.count + PLACE * haru->starts.count;
    for (size_t i = 0; i < haru->objects.count; i++)
        room += OBJECT + haru->objects.items[i]->body.length +
                haru->objects.items[i]->data.length;
    return room;
}

static bool has_failed(struct ho_haru *haru)
{
    if (haru->error == HPDF_OK)
        haru->error = HPDF_GetError(haru->doc);
    return haru->error != HPDF_OK;
}

/* The more of two files is the same at their beginning, the less there is to sum: first what many have in common, last
 * what holds a patient's words. These are short, or stand beside links whose place they move. */
enum rank { COMMON, SMALL, LONG, LAST };

static enum rank rank_of(const struct ho_haru *haru, size_t place)
{
    const struct ho_object *object = haru->objects.items[place];
    if (place < haru->common && !object->theirs)
        return COMMON;
    if (object->is_annotation ||
        (object->is_stream && object->data.length < HO_DEFLATE_SHORT))
        return LAST;
    return object->is_stream ? LONG : SMALL;
}

static void write_rank(struct ho_haru *haru, struct ho_text *file, HPDF_Stream sink,
                       enum rank rank, size_t *places)
{
    for (size_t i = 0; i < haru->objects.count; i++) {
        if (rank_of(haru, i) != rank)
            continue;
        places[i] = file->count;
        write_object(file, haru->objects.items[i], i + 1, sink);
    }
}

static void write_file(struct ho_haru *haru, struct ho_text *file, HPDF_Stream sink)
{
    size_t *places = ho_new_array(haru->arena, size_t, haru->objects.count);
    ho_text_add(file, "%PDF-");
    ho_text_add(file, haru->version);
    /* Four bytes beyond ASCII tell tools that the file is not text (ISO 32000-1 7.5.2). */
    ho_text_add(file, "\n%\267\276\255\252\n");
    write_rank(haru, file, sink, COMMON, places);
    size_t texts = file->count;
    ho_text_add_bytes(file, haru->texts.items, haru->texts.count);
    for (enum rank rank = SMALL; rank <= LAST; rank++)
        write_rank(haru, file, sink, rank, places);
    write_table(haru, file, places, texts);
}

bool ho_haru_save(struct ho_haru *haru, struct ho_bytes *out)
{
    struct ho_text file = {.arena = haru->arena};
    ho_text_reserve(&file, estimate(haru));
    HPDF_Stream sink = HPDF_CallbackWriter_New(haru->doc->mmgr, write_sink, &file);
    if (!sink || has_failed(haru))
        return false;
    write_file(haru, &file, sink);
    HPDF_Stream_Free(sink);
    if (has_failed(haru))
        return false;
    ho_stamp_set((unsigned char *)file.items, file.count);
    *out = bytes_of(&file);
    return true;
}
