/* The body flows over pages: pieces that stay together become units, breaks are chosen, and each page is
 * filled.
 * SPDX-License-Identifier: MIT */
#include "layout/breaks_priv.h"
#include "layout/piece_priv.h"

struct flow {
    struct setting *s;
    struct ho_page *page;
    struct place open;
    ho_pt y;
};

static bool is_section_head(const struct ho_block *block)
{
    return block && block->kind == HO_BLOCK_HEADING && block->level == 1;
}

/* Pieces from `first` that no break divides, as one, as far as a page has `room`; `*next` is the piece after them. */
static struct unit make_unit(const struct pieces *pieces, size_t first, ho_pt room,
                             size_t *next)
{
    const struct piece *piece = pieces->items[first];
    struct unit unit = {.before = piece->before,
                        .head = piece->head ? piece->head->height : 0,
                        .starts_page = piece->starts_page,
                        .is_head = is_section_head(piece->block),
                        .goes_on = first > 0 && piece->block &&
                                   piece->block == pieces->items[first - 1]->block,
                        .is_row = piece->block && piece->block->kind == HO_BLOCK_TABLE};
    size_t i = first;
    for (;; i++) {
        unit.height +=
            pieces->items[i]->height + (i > first ? pieces->items[i]->before : 0);
        if (!pieces->items[i]->keep_next || i + 1 == pieces->count ||
            pieces->items[i + 1]->starts_page)
            break;
        /* What cannot stay together on any page is parted as late as can be. */
        const struct piece *after = pieces->items[i + 1];
        if (unit.head + unit.height + after->before + after->height > room)
            break;
    }
    *next = i + 1;
    return unit;
}

static void put_next(struct flow *f, const struct piece *piece)
{
    put_piece(f->s, f->page, piece, f->y, &f->open);
    f->y += piece->height;
}

/* A head that stands above each part of a table is read once: its copies are artifacts. */
static void put_head_again(struct flow *f, const struct piece *head)
{
    struct piece copy = *head;
    struct ho_element *element = new_element(f->s, HO_TAG_ARTIFACT);
    copy.items = (struct ho_page){0};
    copy.number = 0;
    copy.place = (struct place){.elements = {element}, .depth = 1};
    for (size_t i = 0; i < head->items.items.count; i++) {
        enum ho_item_kind kind = head->items.items.items[i].kind;
        if (kind == HO_ITEM_GLYPHS || kind == HO_ITEM_PATH || kind == HO_ITEM_DRAWING)
            ho_push(f->s->ctx->arena, &copy.items.items, head->items.items.items[i]);
    }
    put_next(f, &copy);
}

/* Pieces, the elements around them, and the foot. */
static void reserve_room(struct flow *f, const struct pieces *pieces, size_t first,
                         size_t end)
{
    enum { FOOT = 40 };
    size_t items = FOOT;
    for (size_t i = first; i < end; i++)
        items += pieces->items[i]->items.items.count + 2;
    ho_page_reserve(f->s->ctx->arena, f->page, items);
}

/* `floating`, if it is not NULL, stands after the others. */
static void fill_page(struct flow *f, const struct pieces *pieces, size_t first,
                      size_t end, const struct pieces *floating)
{
    f->y = f->s->area.top;
    reserve_room(f, pieces, first, end);
    for (size_t i = first; i < end; i++) {
        const struct piece *piece = pieces->items[i];
        if (i == first && piece->head)
            put_head_again(f, piece->head);
        else if (i > first)
            f->y += piece->before;
        put_next(f, piece);
    }
    for (size_t i = 0; floating && i < floating->count; i++) {
        f->y += floating->items[i]->before;
        put_next(f, floating->items[i]);
    }
    move_to(f->s, f->page, &f->open, &(struct place){0});
}

static void check_height(struct setting *s, const struct unit *unit,
                         const struct piece *first, ho_pt room)
{
    if (unit->height + unit->head <= room)
        return;
    ho_report(s->ctx, HO_MSG_TOO_TALL, first->at,
              "make it shorter, or choose a larger paper");
    s->ok = false;
}

/* One line is no beginning of a page: the last of a section stays with what is before it. */
static void keep_last_lines(const struct setting *s, const struct pieces *pieces)
{
    ho_pt line = style_of(s, HO_TYPE_BODY, HO_PAINT_INK).leading;
    for (size_t i = 1; i < pieces->count; i++) {
        const struct piece *next = i + 1 < pieces->count ? pieces->items[i + 1] : NULL;
        bool is_last = !next || next->starts_page || is_section_head(next->block);
        if (is_last && !pieces->items[i]->starts_page &&
            pieces->items[i]->height <= line)
            pieces->items[i - 1]->keep_next = true;
    }
}

/* The body as units, and where each begins among the pieces. */
struct body {
    struct unit *units;
    size_t *firsts; /* one more than there are units */
    size_t count;
};

/* A head that asks for a new page, but would be alone on it since what follows does not fit below it, stands on the page
 * before instead. */
static void spare_heads(struct body *body, ho_pt room)
{
    for (size_t i = 0; i + 1 < body->count; i++) {
        struct unit *unit = &body->units[i];
        const struct unit *next = &body->units[i + 1];
        if (unit->starts_page && !next->starts_page && unit->height < room / 3 &&
            unit->height + next->before + next->height > room)
            unit->starts_page = false;
    }
}

static struct body make_body(struct setting *s, const struct pieces *pieces, ho_pt room)
{
    struct body body = {
        .units = ho_new_array(s->ctx->arena, struct unit, pieces->count),
        .firsts = ho_new_array(s->ctx->arena, size_t, pieces->count + 1)};
    keep_last_lines(s, pieces);
    for (size_t i = 0, next; i < pieces->count; i = next, body.count++) {
        body.firsts[body.count] = i;
        body.units[body.count] = make_unit(pieces, i, room, &next);
    }
    body.firsts[body.count] = pieces->count;
    spare_heads(&body, room);
    return body;
}

static ho_pt page_height(const struct unit *units, size_t first, size_t end)
{
    ho_pt height = units[first].head + units[first].height;
    for (size_t i = first + 1; i < end; i++)
        height += units[i].before + units[i].height;
    return height;
}

/* Whether a section begins here. */
static bool is_section(const struct piece *piece)
{
    return piece->block && piece->block->kind == HO_BLOCK_HEADING &&
           piece->block->level == 1;
}

/* How well a page suits what floats, which stands at its end: best where a section ends, then between two boxes; not
 * within a text. What comes early is read early, so the first pages suit worse, and the very first not at all. */
static int suit(const struct pieces *pieces, const struct body *body, size_t end,
                size_t page, size_t pages)
{
    bool is_late = page >= pages / 3;
    if (page < pages / 6)
        return 0;
    if (end == body->count || is_section(pieces->items[body->firsts[end]]))
        return is_late ? 3 : 1;
    return is_late && pieces->items[body->firsts[end]]->panel ? 2 : 0;
}

/* The last of the pages that suit best and have room for `needed`; counts from 1, 0: there is none. */
static size_t find_host(const struct pieces *pieces, const struct body *body,
                        const size_t *starts, size_t count, ho_pt needed, ho_pt room)
{
    size_t host = 0;
    int best = 1;
    for (size_t i = 0; i < count; i++) {
        size_t end = i + 1 < count ? starts[i + 1] : body->count;
        int suits = suit(pieces, body, end, i, count);
        if (suits < best || page_height(body->units, starts[i], end) + needed > room)
            continue;
        best = suits;
        host = i + 1;
    }
    return host;
}

/* Sets all pieces; `floating` stands at the end of a page that has room for it. False, and no page is set, if none
 * has. */
static bool fill_pages(struct setting *s, const struct pieces *pieces,
                       const struct pieces *floating, struct ho_pages *pages)
{
    struct flow flow = {.s = s};
    ho_pt room = s->area.bottom - s->area.top;
    struct body body = make_body(s, pieces, room);
    const size_t *starts;
    size_t count = break_pages(s->ctx->arena, body.units, body.count, room, &starts),
           host = 0;
    if (floating->count) {
        ho_pt needed = floating->items[0]->before + stack_height(floating);
        host = find_host(pieces, &body, starts, count, needed, room);
        if (!host)
            return false;
    }
    for (size_t i = 0; i < body.count; i++)
        check_height(s, &body.units[i], pieces->items[body.firsts[i]], room);
    for (size_t i = 0; i < count; i++) {
        size_t end = i + 1 < count ? starts[i + 1] : body.count;
        flow.page = ho_page_add(s->ctx->arena, pages, s->geometry->paper);
        fill_page(&flow, pieces, body.firsts[starts[i]], body.firsts[end],
                  i + 1 == host ? floating : NULL);
    }
    return true;
}

void flow_pieces(struct setting *s, const struct pieces *pieces, struct ho_pages *pages)
{
    struct pieces resting = {0}, floating = {0}, none = {0};
    for (size_t i = 0; i < pieces->count; i++)
        ho_push(s->ctx->arena, pieces->items[i]->floats ? &floating : &resting,
                pieces->items[i]);
    if (!floating.count || !fill_pages(s, &resting, &floating, pages))
        (void)fill_pages(s, pieces, &none, pages);
}
