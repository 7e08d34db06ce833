/* check_priv.h — what the files of "handout check" share: one run over files and folders.
 * SPDX-License-Identifier: MIT */
#ifndef HO_CLI_CHECK_PRIV_H
#define HO_CLI_CHECK_PRIV_H

#include "base/diag.h"
#include "job/job.h"
#include "xml/xml.h"

struct check_run {
    struct ho_ctx *ctx;
    const char *data;    /* for templates and fonts */
    const char *content; /* the library that records are held against */
    bool tells_all;      /* figures of each text */
    bool has_red_flag;   /* in a record: exit status 4 */
    struct {
        HO_VEC(const char *);
    } folders;    /* content folders that were checked already */
    size_t files; /* that were looked at */
};

/* Checks a file, or all XML files below a folder. */
void check_path(struct check_run *run, const char *path);
/* Checks the libraries and countries of a content folder, once. */
void check_content(struct check_run *run, const char *folder);
/* Checks a record, "-" for standard input, against the library. */
void check_record(struct check_run *run, const char *path);
/* A library of run->content in the language, or in its first one (NULL), and a country that speaks it; false if there is
 * none that is whole: that is told where the content is checked. */
bool find_sample(struct check_run *run, const char *language, struct ho_sample *out)
    __attribute__((__warn_unused_result__));
/* Sets the sample's pages to see what only they show; `clinic` is the path of a clinic's file, or NULL. */
void check_pages(struct check_run *run, const char *folder, const char *clinic,
                 const struct ho_sample *sample);
/* Checks each record of a roster, CSV or XML. Of hundreds of rows no pages are set. */
void check_roster(struct check_run *run, const char *path);
/* The messages as a JSON array. */
const char *diags_json(struct ho_arena *arena, const struct ho_diags *diags);
/* Drops what was said before of the same place: facts are read once a language. */
void diags_unite(struct ho_diags *diags);

#endif
