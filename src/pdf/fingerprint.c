/* What each page says, in a number: what seal/inspect.c reads from the file again. Both write the same lines about a page,
 * and the fingerprint is the hash of these. They hold what is seen, copied and clicked, and nothing that a program
 * changes which only writes the file anew: not the numbers of objects, the compression, or the encryption.
 * SPDX-License-Identifier: MIT */
#include <math.h>

#include "base/hash.h"
#include "pdf/syntax_priv.h"
#include "pdf/writer_priv.h"

static struct ho_text *lines_of(struct ho_writer *writer, size_t page)
{
    size_t count = writer->pages->pages.count;
    if (!writer->fingerprints) {
        writer->fingerprints = ho_new_array(writer->arena, struct ho_text, count);
        for (size_t i = 0; i < count; i++)
            writer->fingerprints[i].arena = writer->arena;
    }
    return &writer->fingerprints[page];
}

void ho_fingerprint_content(struct ho_writer *writer, size_t page,
                            struct ho_bytes plain)
{
    struct ho_text *lines = lines_of(writer, page);
    ho_text_add(lines, "Contents ");
    ho_put_hex(lines, ho_hash_long(HO_HASH_START, plain.data, plain.length), 16);
    ho_text_add(lines, "\n");
}

void ho_fingerprint_link(struct ho_writer *writer, size_t page, const char *uri)
{
    ho_text_add_format(lines_of(writer, page), "Link %s\n", uri ? uri : "");
}

/* In hundredths of a point, from the lower left corner of the media. */
static void put_box(struct ho_text *out, const char *name, struct ho_rect media,
                    struct ho_rect box)
{
    double left = box.x - media.x, top = media.y + media.height - box.y;
    const double sides[] = {left, top - box.height, left + box.width, top};
    ho_text_add(out, name);
    for (int i = 0; i < 4; i++) {
        ho_text_add(out, " ");
        ho_text_add_number(out, (double)lround(sides[i] * 100), 0);
    }
    ho_text_add(out, "\n");
}

const char *ho_fingerprint_pages(struct ho_writer *writer)
{
    struct ho_text out = {.arena = writer->arena};
    for (size_t i = 0; i < writer->pages->pages.count; i++) {
        const struct ho_page *page = writer->pages->pages.items[i];
        struct ho_text *lines = lines_of(writer, i);
        put_box(lines, "MediaBox", page->media, page->media);
        put_box(lines, "TrimBox", page->media, page->trim);
        ho_haru_resources(&writer->haru, writer->made_pages[i], lines);
        ho_text_add(&out, i ? " " : "");
        ho_put_hex(&out, ho_hash(HO_HASH_START, lines->items, lines->count), 16);
    }
    return ho_text_end(&out);
}
