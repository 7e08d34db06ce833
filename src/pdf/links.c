/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "pdf/syntax_priv.h"
#include "pdf/writer_priv.h"

void ho_anchors_find(struct ho_writer *writer)
{
    for (size_t i = 0; i < writer->pages->pages.count; i++) {
        const struct ho_page *page = writer->pages->pages.items[i];
        for (size_t j = 0; j < page->items.count; j++)
            if (page->items.items[j].kind == HO_ITEM_ANCHOR)
                ho_push(writer->arena, &writer->anchors,
                        (struct ho_place){&page->items.items[j].as.anchor, i});
    }
}

static const struct ho_place *find_place(const struct ho_writer *writer,
                                         const char *name)
{
    for (size_t i = 0; i < writer->anchors.count; i++)
        if (ho_equal(writer->anchors.items[i].anchor->name, name))
            return &writer->anchors.items[i];
    return NULL;
}

void ho_put_destination(struct ho_writer *writer, struct ho_text *out,
                        struct ho_place place)
{
    struct ho_point at = ho_flip(writer->pages->pages.items[place.page]->media,
                                 place.anchor->x, place.anchor->y);
    ho_text_add(out, "[");
    ho_put_ref(out, ho_haru_id(writer->made_pages[place.page]));
    ho_text_add(out, "/XYZ ");
    ho_put_number(out, at.x, 2);
    ho_put_number(out, at.y, 2);
    ho_text_add(out, "null]");
}

/* What a URI may not hold is percent-encoded (RFC 3986 2.1); what is encoded already
 * stays. */
static const char *encode_uri(struct ho_arena *arena, const char *uri)
{
    struct ho_text out = {.arena = arena};
    for (const unsigned char *s = (const unsigned char *)uri; *s; s++) {
        if (*s <= ' ' || *s > '~' || strchr("\"<>\\^`{|}", *s))
            ho_text_add_format(&out, "%%%02X", *s);
        else
            ho_text_add_bytes(&out, s, 1);
    }
    return ho_text_end(&out);
}

static void put_target(struct ho_writer *writer, struct ho_text *out, size_t page,
                       const struct ho_link *link)
{
    const char *uri = link->uri ? encode_uri(writer->arena, link->uri) : NULL;
    ho_fingerprint_link(writer, page, uri);
    if (uri) {
        ho_text_add(out, "/A <</S /URI /URI ");
        ho_put_string(out, uri);
        ho_text_add(out, ">>\n");
        return;
    }
    const struct ho_place *place = find_place(writer, link->anchor);
    if (!place) {
        ho_writer_fail(writer, "a link leads nowhere");
        return;
    }
    ho_text_add(out, "/Dest ");
    ho_put_destination(writer, out, *place);
    ho_text_add(out, "\n");
}

void ho_link_write(struct ho_writer *writer, size_t page, const struct ho_link *link,
                   struct ho_node *node)
{
    HPDF_Dict annotation = ho_haru_object(&writer->haru);
    struct ho_text out = {.arena = writer->arena};
    /* F 4: printed, and not hidden (PDF/A-2 6.3.2). */
    ho_text_add(&out, "/Type /Annot /Subtype /Link /F 4 /Border [0 0 0]\n/Rect ");
    ho_put_box(&out, writer->pages->pages.items[page]->media, link->box);
    ho_text_add(&out, "\n/Contents ");
    ho_put_string(&out, link->description ? link->description : "");
    ho_text_add(&out, "\n/StructParent ");
    ho_put_int(&out, ho_structure_link(writer, node, page, annotation));
    ho_text_add(&out, "\n");
    put_target(writer, &out, page, link);
    ho_haru_digest(&writer->haru,
                   (struct ho_bytes){(const unsigned char *)out.items, out.count});
    ho_writer_body(annotation, &out, &writer->sizes.structure);
    ho_haru_annotate(&writer->haru, writer->made_pages[page], annotation);
}
