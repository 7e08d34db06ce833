/* job.h — one record, one result: the whole pipeline.
 * In: a request.  Out: the bytes of a PDF, a picture or a text.  For cli/ only.
 * SPDX-License-Identifier: MIT */
#ifndef HO_JOB_JOB_H
#define HO_JOB_JOB_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/str.h"
#include "base/vec.h"
#include "press/press.h"

enum ho_as { HO_AS_PDF, HO_AS_PNG, HO_AS_SVG, HO_AS_TEXT, HO_AS_BLOCKS, HO_AS_TRACE };
extern const char *const ho_as_names[]; /* "pdf", …; NULL-terminated */

struct ho_xml_node;

/* What a run has in common: where the data are, and the clinic's choices. Strings are
 * borrowed. */
struct ho_request {
    const char *record; /* path, or "-"; NULL: `given` */
    const struct ho_xml_node
        *given; /* a <record> that came by another way than a file; NULL: no patient */
    const char *clinic;   /* path of clinic.xml; of a sheet, NULL: it names none */
    const char *data;     /* the folder with content/, templates/ and fonts/ */
    const char *content;  /* another content folder, or NULL */
    const char *country;  /* ISO code, or NULL: the clinic's */
    const char *language; /* BCP 47, or NULL: the record's; without one, the clinic's */
    const char *condition; /* where there is no record: "sciatica" */
    const char *paper;     /* "a4" */
    const char *template_id, *theme;
    const char *ink;     /* "grey"; NULL: colour */
    const char *edition; /* "large"; NULL: the record's, else standard */
    const char *date; /* today, YYYY-MM-DD: for the file's metadata, and to know if the
                         texts are past their review date; or NULL: neither */
    const char *generator; /* "handout 0.1.0" */
    const char *password;  /* seals a PDF; NULL: it stays open */
    struct ho_press_plan
        press; /* what becomes of the pages: bleed, marks, sheets; its language, direction and
                                   ticket are filled by the job */
    const char
        *condition_name; /* PDF/X-1a for this printing condition; NULL: not by name */
    const char *profile; /* or for the profile in this file; both NULL: sRGB */
    bool is_mailed;      /* the words of a message are wanted, too */
    bool
        is_trial; /* it is made up to its blocks, and there are no bytes: what fails later is a fault of the content */
    enum ho_as as;
    int page; /* 1-based, for pictures */
    int dpi;  /* of PNG; 0: 150 */
};

struct ho_result {
    struct ho_bytes bytes;
    const char *record_id; /* for a file name: never the patient's name */
    const char *email;     /* where the record says that a message goes; or NULL */
    const char *country;   /* of a sheet */
    const struct ho_letter *letter; /* if it is to be mailed (doc/doc.h) */
    bool is_emergency;    /* the emergency sheet alone was made: exit status 4 */
    size_t page_count;    /* 0 for blocks, which have none yet */
    const char *measures; /* what -v prints: bytes by part; NULL but for a single PDF */
};

/* The shop: what outlives a record (library, fonts, template). Loaded when first
 * needed, kept for the run. */
struct ho_shop;
struct ho_shop *ho_shop_open(void);
void ho_shop_close(struct ho_shop *shop);
/* What was wrong with the shared data; print it besides the job's own messages. */
const struct ho_diags *ho_shop_diags(const struct ho_shop *shop);

/* Makes one handout. False, with reports in ctx or in the shop, if anything is wrong;
 * no bytes then. */
bool ho_job_run(struct ho_ctx *ctx, struct ho_shop *shop,
                const struct ho_request *request, struct ho_result *out)
    __attribute__((__warn_unused_result__));

/* Who is written to, and by whom. */
struct ho_post {
    const char *from;        /* NULL: the clinic's */
    const char *subject;     /* NULL: that of the language */
    HO_VEC(const char *) to; /* none: the record's */
    HO_VEC(const char *) cc;
    long long seconds; /* since 1970: the date of the message */
    bool is_open;      /* without a seal, whatever the clinic says */
    bool is_draft;
};

/* Makes one handout and the message that carries it (mail/mail.h). A record with a red flag, or with a question that was
 * not asked, is not mailed: out->is_emergency is set, there are no bytes, and true is returned. */
bool ho_job_email(struct ho_ctx *ctx, struct ho_shop *shop,
                  const struct ho_request *request, const struct ho_post *post,
                  struct ho_result *out) __attribute__((__warn_unused_result__));

/* Makes the red-flag sheet alone, without a patient: one page, or on the paper "card" two. No record and no template are
 * asked for. */
bool ho_job_sheet(struct ho_ctx *ctx, struct ho_shop *shop,
                  const struct ho_request *request, struct ho_result *out)
    __attribute__((__warn_unused_result__));

/* Which figures are shown, and of whom. */
struct ho_show {
    const char *const *ids;
    size_t count;
    bool is_sheet; /* all of them on a contact sheet; else the first alone */
    bool is_left, is_body_b;
    double width_mm; /* of one alone; 0: what it is drawn for, 70 or 60 mm tall */
};
/* Makes the picture or the contact sheet. Of the request it takes data, content, theme, ink, paper, page, dpi,
 * generator and as: PDF, PNG or SVG. */
bool ho_job_show(struct ho_ctx *ctx, struct ho_shop *shop,
                 const struct ho_request *request, const struct ho_show *show,
                 struct ho_bytes *out) __attribute__((__warn_unused_result__));

struct ho_library;
struct ho_country;
/* Sets the red-flag sheet of the library on A4, once a country, and reports what does not
 * fit or comes out too small. `data` is the folder with templates/ and fonts/, `content` the library's. */
bool ho_job_check_sheet(struct ho_ctx *ctx, const char *data, const char *content,
                        const struct ho_library *library,
                        const struct ho_country *const *countries, size_t count)
    __attribute__((__warn_unused_result__));

struct ho_record;
struct ho_template;
struct ho_theme;
/* What pages are tried with: of what is checked the thing itself, of all else what is shipped. */
struct ho_sample {
    const struct ho_library *library;
    const struct ho_country *country;
    const struct ho_record *record;     /* NULL: every exercise, and no patient */
    const struct ho_template *template; /* NULL: "handout" */
    const struct ho_theme *theme;       /* NULL: "default" */
    struct ho_span at;
};
/* Sets the sample as `make` would, on A4 and Letter in each edition and on A5, and reports what only pages show
 * (lint/lint.h). Of the request it takes data, content and clinic, whose logo is read, too. False if it cannot be
 * set on A4 in its own edition; elsewhere that is a warning. */
bool ho_job_check_pages(struct ho_ctx *ctx, const struct ho_request *request,
                        const struct ho_sample *sample)
    __attribute__((__warn_unused_result__));

/* Names and versions of all libraries in use, for --version. */
const char *ho_job_libraries(struct ho_arena *arena);

#endif
