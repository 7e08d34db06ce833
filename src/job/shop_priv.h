/* shop_priv.h — what outlives a record.
 * SPDX-License-Identifier: MIT */
#ifndef HO_JOB_SHOP_PRIV_H
#define HO_JOB_SHOP_PRIV_H

#include "doc/doc.h"
#include "figure/figure.h"
#include "job/job.h"
#include "text/text.h"

/* One language of one condition, with the fonts that set it. */
struct stock {
    const struct ho_library *library;
    struct ho_fonts *fonts;
};

/* What the staff of a country read beside the words of a library; NULL: those. */
struct spoken {
    const struct ho_library *library;
    const struct ho_country *country;
    const struct ho_staff *staff;
};

/* A figure that was loaded: with its paths, or ready for the PDF writer. */
struct drawn {
    struct ho_figure_key key;
    bool is_ready;
    const struct ho_figure *figure;
};

/* Whether the content folder has that pose. */
struct sought {
    const char *pose;
    bool is_there;
};

/* What was looked for and is not there: a library or, with a country, its pack. It is not looked for again. */
struct missing {
    const char *condition, *country, *language; /* one of the first two is NULL */
    struct ho_diags diags;                      /* told again for each record */
};

struct ho_shop {
    struct ho_ctx ctx; /* an arena of its own: the run's lifetime */
    const struct ho_clinic *clinic;
    const struct ho_template *template;
    const struct ho_theme *theme;
    HO_VEC(struct stock) stocks;
    HO_VEC(const struct ho_country *) countries;
    HO_VEC(struct spoken) spoken;
    HO_VEC(struct drawn) figures;
    HO_VEC(struct sought) poses;
    HO_VEC(struct missing) missing;
    struct ho_xpath_kept *asked; /* the template's expressions, compiled */
    /* For the PDFs of a batch; NULL: it is no batch. */
    struct ho_layout_kept *kept_blocks;
    struct ho_pdf_kept *kept;
    struct ho_beginnings *beginnings; /* for the sums of its files */
    const struct ho_art
        *logo; /* of the clinic; NULL: it has none, or it cannot be read */
    bool has_tried_logo;
};

/* The content folder of the request. */
const char *shop_content(struct ho_shop *shop, const struct ho_request *request);
/* Loads what the request needs and the shop has not; borrowed. False, with reports in
 * the shop. */
bool shop_equip(struct ho_shop *shop, const struct ho_request *request)
    __attribute__((__warn_unused_result__));
bool shop_stock(struct ho_shop *shop, const struct ho_request *request,
                const char *condition, const char *language, const struct stock **out)
    __attribute__((__warn_unused_result__));
bool shop_country(struct ho_shop *shop, const struct ho_request *request,
                  const char *code, const char *language, struct ho_span at,
                  const struct ho_country **out)
    __attribute__((__warn_unused_result__));

/* A figure, in the shop's arena, where it stays for later records: the one that was compiled for the shipped pose, or,
 * if the content folder has another pose of that name, one drawn for it. */
bool shop_figure(struct ho_ctx *ctx, struct ho_shop *shop,
                 const struct ho_request *request, const struct ho_figure_key *key,
                 const struct ho_figure **out) __attribute__((__warn_unused_result__));
bool shop_has_pose(struct ho_shop *shop, const struct ho_request *request,
                   const char *pose);
bool shop_staff(struct ho_shop *shop, const struct ho_request *request,
                const struct ho_library *library, const struct ho_country *country,
                const struct ho_staff **out) __attribute__((__warn_unused_result__));

/* The clinic's logo, if it has one; `*out` is NULL if not. */
bool shop_logo(struct ho_shop *shop, const struct ho_request *request,
               const struct ho_art **out) __attribute__((__warn_unused_result__));

/* Where its file is; NULL: it has none. */
const char *shop_logo_path(struct ho_arena *arena, const struct ho_shop *shop,
                           const struct ho_request *request);

/* The figures that signs, plan and advice show (in an emergency, and without a
 * record, the signs alone); in ctx->arena, each from the shop. */
bool shop_figures(struct ho_ctx *ctx, struct ho_shop *shop,
                  const struct ho_request *request, const struct ho_order *order,
                  const struct ho_figure_set **out)
    __attribute__((__warn_unused_result__));

/* From now on, what was made for a record is kept for the next. */
void shop_keep(struct ho_shop *shop);
/* Brings into memory what records of that kind need. */
void shop_warm(struct ho_shop *shop, const struct ho_request *request,
               const char *condition, const char *language);

#endif
