/* A page's items become operators. What reads as text or as part of a figure is marked
 * with its element; all else is an artifact (ISO 14289-1 7.1: each piece of content is
 * one or the other).
 * SPDX-License-Identifier: MIT */
#include "pdf/content_priv.h"

#include <string.h>

#include "base/hash.h"
#include "pdf/part_priv.h"
#include "pdf/press_priv.h"
#include "pdf/syntax_priv.h"

/* ---- marked content ---- */

static void end_mark(struct ho_content *content)
{
    if (content->mark != HO_MARK_NONE)
        ho_text_add(&content->out, "EMC\n");
    content->mark = HO_MARK_NONE;
}

/* A mark of the innermost element, for the item at hand. */
static void put_mark(struct ho_content *content)
{
    struct ho_part *part = content->part;
    ho_text_add(&content->out, " <</MCID ");
    ho_put_int(&content->out, content->first_mark + part->marks.count);
    ho_push(content->writer->arena, &part->marks, content->item - content->first);
}

/* A stretch of marks of one element is one sequence; it stays open until another
 * begins. */
static void mark_element(struct ho_content *content, const struct ho_element *element)
{
    if (content->mark == HO_MARK_ELEMENT && content->marked == element)
        return;
    end_mark(content);
    ho_text_add(&content->out, "/");
    ho_text_add(&content->out, ho_tag_name(element->tag));
    put_mark(content);
    ho_text_add(&content->out, ">> BDC\n");
    content->mark = HO_MARK_ELEMENT;
    content->marked = element;
}

static void mark_artifact(struct ho_content *content, enum ho_artifact artifact)
{
    static const char *const kinds[] = {
        [HO_ARTIFACT_LAYOUT] = "/Type /Layout",
        [HO_ARTIFACT_HEADER] = "/Type /Pagination /Subtype /Header",
        [HO_ARTIFACT_FOOTER] = "/Type /Pagination /Subtype /Footer",
        [HO_ARTIFACT_BACKGROUND] = "/Type /Background"};
    if (content->mark == HO_MARK_ARTIFACT && content->artifact == artifact)
        return;
    end_mark(content);
    ho_text_add(&content->out, "/Artifact <<");
    ho_text_add(&content->out, kinds[artifact]);
    ho_text_add(&content->out, ">> BDC\n");
    content->mark = HO_MARK_ARTIFACT;
    content->artifact = artifact;
}

/* The outermost artifact around the next item, or NULL. */
static const struct ho_element *find_artifact(const struct ho_content *content)
{
    for (size_t i = 0; i < content->open.count; i++)
        if (content->open.items[i].element->tag == HO_TAG_ARTIFACT)
            return content->open.items[i].element;
    return NULL;
}

static bool is_in_figure(const struct ho_content *content)
{
    for (size_t i = 0; i < content->open.count; i++)
        if (content->open.items[i].element->tag == HO_TAG_FIGURE)
            return true;
    return false;
}

/* Opens the right sequence for the next item; true if it is an artifact. Paths and
 * pictures have a meaning only as parts of a figure: elsewhere they are rules, panels
 * and bullets. */
bool ho_content_mark(struct ho_content *content, bool is_text)
{
    const struct ho_element *artifact = find_artifact(content);
    size_t depth = content->open.count;
    if (!content->writer->is_tagged)
        return true;
    if (artifact) {
        mark_artifact(content, artifact->artifact);
    } else if (depth && (is_text || is_in_figure(content))) {
        mark_element(content, content->open.items[depth - 1].element);
        return false;
    } else {
        mark_artifact(content, HO_ARTIFACT_LAYOUT);
    }
    return true;
}

void ho_content_mark_actual(struct ho_content *content, const char *text, size_t length)
{
    end_mark(content);
    /* Poppler looks for ActualText in sequences of this name only. */
    ho_text_add(&content->out, "/Span");
    put_mark(content);
    ho_text_add(&content->out, "/ActualText ");
    ho_put_utf16(&content->out, text, length);
    ho_text_add(&content->out, ">> BDC\n");
    content->mark = HO_MARK_ELEMENT;
    content->marked = NULL;
}

bool ho_content_needs_mark(const struct ho_content *content)
{
    return content->mark == HO_MARK_ELEMENT && !content->marked;
}

static void begin_element(struct ho_content *content, const struct ho_element *element)
{
    ho_push(content->writer->arena, &content->open,
            (struct ho_open){.element = element});
}

static void end_element(struct ho_content *content, const struct ho_element *element)
{
    size_t depth = content->open.count;
    if (!depth || content->open.items[depth - 1].element != element) {
        ho_writer_fail(content->writer, "tags do not nest");
        return;
    }
    /* A closed element may be opened again further down: that is another stretch. */
    if (content->mark == HO_MARK_ELEMENT && content->marked == element)
        end_mark(content);
    content->open.count--;
}

/* ---- resources ---- */

/* A form lists its resources itself; libharu keeps those of pages only. */
static const char *name_resource(struct ho_content *content, const char *category,
                                 HPDF_Dict object)
{
    const char *name =
        ho_format(content->writer->arena, "%c%u", category[0], ho_haru_id(object));
    for (size_t i = 0; i < content->resources.count; i++)
        if (content->resources.items[i].object == object)
            return name;
    ho_push(content->writer->arena, &content->resources,
            (struct ho_resource){category, object});
    return name;
}

const char *ho_content_font_name(struct ho_content *content, HPDF_Dict font)
{
    return content->made ? ho_haru_font_name(content->made, font)
                         : name_resource(content, "Font", font);
}

static void put_resources(struct ho_text *out, const struct ho_content *content)
{
    static const char *const categories[] = {"Font", "XObject", "ExtGState"};
    ho_text_add(out, "/Resources <<");
    for (int c = 0; c < 3; c++) {
        ho_text_add_format(out, "/%s <<", categories[c]);
        for (size_t i = 0; i < content->resources.count; i++) {
            const struct ho_resource *resource = &content->resources.items[i];
            if (!ho_equal(resource->category, categories[c]))
                continue;
            ho_text_add_format(out, "/%c%u ", categories[c][0],
                               ho_haru_id(resource->object));
            ho_put_ref(out, ho_haru_id(resource->object));
        }
        ho_text_add(out, ">>\n");
    }
    ho_text_add(out, ">>\n");
}

/* Black type on a press prints over what is below it, so that no gap shows where the plates are out of register. */
static void set_overprint(struct ho_content *content, bool is_on)
{
    const struct ho_press_ink *ink = content->writer->press;
    if (!ink || content->overprints == is_on)
        return;
    HPDF_Dict state = ink->overprint[is_on];
    ho_text_add_format(&content->out, "/%s gs\n",
                       content->made ? ho_haru_state_name(content->made, state)
                                     : name_resource(content, "ExtGState", state));
    content->overprints = is_on;
}

/* ---- items ---- */

/* What stands in `matrix`, which takes its space to that of the page, y down. */
static void show_xobject(struct ho_content *content, const struct ho_item *item,
                         struct ho_matrix matrix)
{
    struct ho_rect media = content->page->media;
    struct ho_point origin = ho_flip(media, matrix.e, matrix.f);
    ho_content_mark(content, false);
    ho_text_add(&content->out, "q ");
    ho_put_number(&content->out, matrix.a, 6);
    ho_put_number(&content->out, -matrix.b, 6);
    ho_put_number(&content->out, matrix.c, 6);
    ho_put_number(&content->out, -matrix.d, 6);
    ho_put_number(&content->out, origin.x, 3);
    ho_put_number(&content->out, origin.y, 3);
    ho_text_add(&content->out, "cm /");
    ho_text_add(&content->out, ho_content_xobject_name(content, item));
    ho_text_add(&content->out, " Do Q\n");
}

static void show_image(struct ho_content *content, const struct ho_item *item)
{
    /* An image fills the unit square, its first row at the top, where y is 1 (8.9.5.2).
     */
    struct ho_rect box = item->as.image.box;
    struct ho_matrix matrix = {box.width, 0, 0, -box.height, box.x, box.y + box.height};
    show_xobject(content, item, matrix);
}

static void show_part(struct ho_content *content, size_t first, size_t end,
                      struct ho_part *part);

/* The same piece stands many times on a press sheet: it is one form. */
static HPDF_Dict placed_object(struct ho_content *outer, const struct ho_page *placed)
{
    struct ho_writer *writer = outer->writer;
    HPDF_Dict made = ho_made_find(&writer->placed, placed);
    if (made)
        return made;
    struct ho_page page = *placed;
    struct ho_part part = {0};
    struct ho_content content = {
        .writer = writer, .page = &page, .index = outer->index};
    struct ho_text body = {.arena = writer->arena};
    page.media = placed->bleed;
    show_part(&content, 0, page.items.count, &part);
    ho_text_add(&body, "/Type /XObject /Subtype /Form /BBox ");
    ho_put_box(&body, page.media, page.media);
    ho_text_add(&body, "\n");
    put_resources(&body, &content);
    ho_haru_digest(&writer->haru, (struct ho_bytes){(const unsigned char *)&part.hash,
                                                    sizeof part.hash});
    made = ho_writer_stream(writer, &body, "FlateDecode", part.deflated,
                            &writer->sizes.content);
    ho_haru_set_xobject(made);
    ho_made_add(writer, &writer->placed, placed, made);
    return made;
}

/* A form's space is that of a PDF page, y up from the lower left corner of the bleed box. */
static void show_placed(struct ho_content *content, const struct ho_item *item)
{
    const struct ho_page *page = item->as.placed.page;
    struct ho_matrix m = item->as.placed.matrix;
    struct ho_point corner = ho_apply(
        m, (struct ho_point){page->bleed.x, page->bleed.y + page->bleed.height});
    struct ho_matrix matrix = {m.a, m.b, -m.c, -m.d, corner.x, corner.y};
    show_xobject(content, item, matrix);
}

const char *ho_content_xobject_name(struct ho_content *content,
                                    const struct ho_item *item)
{
    struct ho_writer *writer = content->writer;
    HPDF_Dict object = NULL;
    if (item->kind == HO_ITEM_IMAGE)
        object = ho_image_object(writer, item->as.image.image);
    else if (item->kind == HO_ITEM_DRAWING)
        object = ho_drawing_object(writer, item->as.drawing.drawing);
    else if (item->kind == HO_ITEM_PLACED)
        object = placed_object(content, item->as.placed.page);
    return content->made ? ho_haru_xobject_name(content->made, object)
                         : name_resource(content, "XObject", object);
}

static bool is_overprint(const struct ho_content *content, const struct ho_item *item)
{
    return content->writer->press && item->kind == HO_ITEM_GLYPHS &&
           ho_press_is_black(content->writer->press, item->as.glyphs.paint);
}

static void show_item(struct ho_content *content, const struct ho_item *item)
{
    if (item->kind < HO_ITEM_LINK)
        set_overprint(content, is_overprint(content, item));
    else if (!content->writer->is_tagged)
        return;
    switch (item->kind) {
    case HO_ITEM_GLYPHS: ho_glyphs_write(content, &item->as.glyphs); break;
    case HO_ITEM_PATH:
        ho_content_mark(content, false);
        ho_pen_path(&content->pen, item->as.path.path, &item->as.path.paint);
        break;
    case HO_ITEM_IMAGE: show_image(content, item); break;
    case HO_ITEM_DRAWING: show_xobject(content, item, item->as.drawing.matrix); break;
    case HO_ITEM_PLACED: show_placed(content, item); break;
    case HO_ITEM_LINK:
    case HO_ITEM_ANCHOR: break; /* they show nothing */
    case HO_ITEM_TAG_BEGIN: begin_element(content, item->as.element); break;
    case HO_ITEM_TAG_END: end_element(content, item->as.element); break;
    }
}

/* ---- what the operators stand for: elements, their marks and links ---- */

/* The annotation belongs to the nearest element Link. One in an artifact (a telephone
 * number in a footer) stays plain text: an annotation must be tagged (ISO
 * 14289-1 7.18.5), and an artifact is not. */
static void add_link(struct ho_content *content, const struct ho_link *link)
{
    for (size_t i = content->open.count; i-- > 0;) {
        const struct ho_open *open = &content->open.items[i];
        if (open->node && open->element->tag == HO_TAG_LINK) {
            ho_link_write(content->writer, content->index, link, open->node);
            return;
        }
    }
}

static void mean_element(struct ho_content *content, const struct ho_element *element)
{
    size_t depth = content->open.count;
    struct ho_node *parent = depth ? content->open.items[depth - 1].node : NULL;
    bool is_artifact = find_artifact(content) || element->tag == HO_TAG_ARTIFACT;
    begin_element(content, element);
    if (!is_artifact)
        content->open.items[depth].node =
            ho_structure_node(content->writer, element, parent, content->index);
}

static void mean_item(struct ho_content *content, const struct ho_item *item)
{
    switch (item->kind) {
    case HO_ITEM_LINK: add_link(content, &item->as.link); break;
    case HO_ITEM_TAG_BEGIN: mean_element(content, item->as.element); break;
    case HO_ITEM_TAG_END: end_element(content, item->as.element); break;
    default: break; /* anchors were found beforehand: links may lead forward */
    }
}

static void mean_part(struct ho_content *content, size_t first, size_t end,
                      const struct ho_part *part)
{
    size_t mark = 0;
    for (size_t i = first; i < end; i++) {
        while (mark < part->marks.count && part->marks.items[mark] == i - first) {
            const struct ho_open *open = &content->open.items[content->open.count - 1];
            ho_structure_mark(content->writer, open->node, content->index);
            mark++;
        }
        mean_item(content, &content->page->items.items[i]);
    }
}

/* ---- parts ---- */

static void start_part(struct ho_content *content, size_t first, struct ho_part *part)
{
    struct ho_writer *writer = content->writer;
    writer->part++;
    content->first_mark = ho_part_first_mark(content);
    content->part = part;
    content->first = first;
    content->font = NULL;
    content->out = (struct ho_text){.arena = writer->arena};
    ho_pen_start(&content->pen, &content->out, writer->pages->palette, 2);
    content->pen.flip = content->page->media;
    content->pen.recipes = ho_press_recipes(writer->press);
}

static void show_part(struct ho_content *content, size_t first, size_t end,
                      struct ho_part *part)
{
    start_part(content, first, part);
    for (content->item = first; content->item < end; content->item++)
        show_item(content, &content->page->items.items[content->item]);
    end_mark(content);
    part->plain = (struct ho_bytes){(const unsigned char *)content->out.items,
                                    content->out.count};
    part->deflated = ho_haru_deflate(&content->writer->haru, part->plain);
    part->hash = ho_hash(HO_HASH_START, part->deflated.data, part->deflated.length);
}

/* The part as operators, which leaves the elements open that were. */
static const struct ho_part *write_part(struct ho_content *content, size_t first,
                                        size_t end)
{
    struct ho_arena *arena = content->writer->arena;
    struct ho_bytes key = {0};
    const struct ho_part *known = ho_part_find(content, first, end, &key);
    if (known)
        return known;
    struct ho_part *part = ho_new(arena, struct ho_part);
    size_t depth = content->open.count;
    struct ho_open *open = ho_new_array(arena, struct ho_open, depth);
    if (depth)
        memcpy(open, content->open.items, depth * sizeof *open);
    show_part(content, first, end, part);
    if (depth)
        memcpy(content->open.items, open, depth * sizeof *open);
    content->open.count = depth;
    ho_part_keep(content, key, part);
    return part;
}

static void add_part(struct ho_content *content, const struct ho_part *part,
                     struct ho_streams *streams)
{
    struct ho_writer *writer = content->writer;
    ho_text_add_bytes(&writer->plain, part->plain.data, part->plain.length);
    ho_push(writer->arena, streams, part->deflated);
    ho_haru_digest(&writer->haru, (struct ho_bytes){(const unsigned char *)&part->hash,
                                                    sizeof part->hash});
}

void ho_content_write(struct ho_writer *writer, size_t index)
{
    const struct ho_page *page = writer->pages->pages.items[index];
    struct ho_content content = {.writer = writer,
                                 .page = page,
                                 .index = index,
                                 .made = writer->made_pages[index]};
    struct ho_streams streams = {0};
    writer->plain.arena = writer->arena;
    writer->plain.count = 0;
    for (size_t first = 0, end; first < page->items.count; first = end) {
        end = ho_part_end(&content, first);
        const struct ho_part *part = write_part(&content, first, end);
        /* The last may be nothing but the ends of elements. */
        if (part->plain.length)
            add_part(&content, part, &streams);
        if (writer->is_tagged)
            mean_part(&content, first, end, part);
    }
    ho_fingerprint_content(writer, index,
                           (struct ho_bytes){(const unsigned char *)writer->plain.items,
                                             writer->plain.count});
    writer->sizes.content += ho_haru_content(&writer->haru, content.made, &streams,
                                             writer->is_tagged ? index : HO_UNTAGGED);
}
