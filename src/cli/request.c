/* The choices that all products of a record share, from options to request.
 * SPDX-License-Identifier: MIT */
#include "cli/request_priv.h"

#include <stdlib.h>
#include <time.h>

#include "base/file.h"
#include "page/geometry.h"
#include "page/palette.h"
#include "page/type.h"

const struct option_row request_rows[REQUEST_ROWS] = {
    {"clinic", 0, "FILE", "the clinic's profile (default: your own clinic.xml)",
     ROW(clinic)},
    {"country", 0, "CC", "whose emergency number (default: the clinic's country)",
     ROW(country)},
    {"language", 0, "TAG", "language of the handout (default: the record's)",
     ROW(language)},
    {"paper", 0, "PAPER", "a4, letter, a5, half-letter, legal or a3 (default: a4)",
     ROW(paper)},
    {"type", 0, "SIZE", "standard, large or giant (default: the record's)", ROW(type)},
    INK_ROW,
    {"template", 0, "ID", "which product (default: handout)", ROW(template_id)},
    THEME_ROW,
    CONTENT_ROW,
    DATE_ROW,
    {"password-file", 0, "FILE",
     "seal the PDF with the password in this file; - asks for it", ROW(password_file)},
    {"generate-password", 0, NULL, "seal it with a new password, and print that",
     ROW(generates_password)},
    QUIET_ROW,
    HELP_ROW,
};

bool request_date(struct ho_ctx *ctx, const struct options *options, const char **out)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    *out = options->date;
    if (options->date && !is_date(options->date)) {
        ho_report(ctx, HO_MSG_OPTION_VALUE, (struct ho_span){0},
                  "write it as 2026-11-23", options->date, "--date");
        return false;
    }
    if (!options->date && epoch && *epoch) {
        time_t seconds = (time_t)strtoll(epoch, NULL, 10);
        struct tm day;
        if (gmtime_r(&seconds, &day) && day.tm_year >= 0 && day.tm_year < 8100)
            *out = ho_format(ctx->arena, "%04d-%02d-%02d", day.tm_year + 1900,
                             day.tm_mon + 1, day.tm_mday);
    }
    return true;
}

bool request_seal(struct ho_ctx *ctx, const struct options *options)
{
    bool is_sealed = options->password_file || options->generates_password;
    if (!options->is_unsealed || !is_sealed)
        return true;
    ho_report(ctx, HO_MSG_OPTIONS_CLASH, (struct ho_span){0}, "give one of them",
              "--unsealed",
              options->password_file ? "--password-file" : "--generate-password");
    return false;
}

/* Noon of the day, so that it is that day almost everywhere. */
static long long noon_of(const char *date)
{
    int year = atoi(date), month = atoi(date + 5), day = atoi(date + 8);
    /* Days since 1970, with years that begin in March. */
    long long y = month > 2 ? year : year - 1, m = (month + 9) % 12;
    long long days = 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1;
    return (days - 719468) * 86400 + 43200;
}

long long request_seconds(const struct options *options)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (options->date)
        return noon_of(options->date);
    return epoch && *epoch ? strtoll(epoch, NULL, 10) : (long long)time(NULL);
}

static bool choose_paper(struct ho_ctx *ctx, const struct options *options,
                         struct ho_request *request)
{
    static const char *const papers[] = {"a4",    "letter", "a5", "half-letter",
                                         "legal", "a3",     NULL};
    request->paper = options->paper ? options->paper : "a4";
    if (ho_equal(request->paper, "a6") || ho_equal(request->paper, "card")) {
        ho_report(ctx, HO_MSG_OPTION_VALUE, (struct ho_span){0},
                  "a handout does not fit there; the red-flag sheet alone does: see "
                  "handout sheet --help",
                  request->paper, "--paper");
        return false;
    }
    return option_word(ctx, "--paper", request->paper, papers) >= 0;
}

static bool choose_sheet_paper(struct ho_ctx *ctx, const struct options *options,
                               struct ho_request *request)
{
    static const char *const papers[] = {"a4",          "letter", "a3",   "legal", "a5",
                                         "half-letter", "a6",     "card", NULL};
    request->paper = options->paper ? options->paper : "a4";
    return option_word(ctx, "--paper", request->paper, papers) >= 0;
}

static bool choose_page(struct ho_ctx *ctx, const struct options *options,
                        struct ho_request *request)
{
    request->page = 1;
    if (!options->page ||
        (ho_parse_int(options->page, &request->page) && request->page > 0))
        return true;
    ho_report(ctx, HO_MSG_OPTION_VALUE, (struct ho_span){0}, "pages count from 1",
              options->page, "--page");
    return false;
}

static bool choose_kind(struct ho_ctx *ctx, const struct options *options,
                        struct ho_request *request)
{
    int as =
        options->as ? option_word(ctx, "--as", options->as, ho_as_names) : HO_AS_PDF;
    request->as = (enum ho_as)as;
    return as >= 0;
}

/* All but the paper. */
static bool read_choices(struct ho_ctx *ctx, const struct options *options,
                         struct ho_request *request)
{
    *request = (struct ho_request){.content = options->content,
                                   .country = options->country,
                                   .language = options->language,
                                   .theme = options->theme ? options->theme : "default",
                                   .edition = options->type,
                                   .ink = options->ink,
                                   .generator = version_text()};
    bool ok = choose_kind(ctx, options, request);
    ok &= !options->type ||
          option_word(ctx, "--type", options->type, ho_edition_names) >= 0;
    ok &= !options->ink || option_word(ctx, "--ink", options->ink, ho_ink_names) >= 0;
    ok &= choose_page(ctx, options, request);
    ok &= request_date(ctx, options, &request->date);
    return ok;
}

bool request_read(struct ho_ctx *ctx, const struct options *options,
                  struct ho_request *request)
{
    bool ok = read_choices(ctx, options, request);
    request->template_id = options->template_id ? options->template_id : "handout";
    return choose_paper(ctx, options, request) && ok;
}

bool request_read_sheet(struct ho_ctx *ctx, const struct options *options,
                        struct ho_request *request)
{
    bool ok = read_choices(ctx, options, request);
    return choose_sheet_paper(ctx, options, request) && ok;
}

/* Standard input can be read once. */
static bool check_inputs(struct ho_ctx *ctx, const struct options *options,
                         const struct ho_request *request)
{
    const char *inputs[] = {request->record, request->clinic, options->password_file};
    int count = 0;
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++)
        count += ho_equal(inputs[i], "-");
    if (count > 1)
        ho_report(ctx, HO_MSG_TWO_ON_STDIN, (struct ho_span){0},
                  "save one of them to a file");
    return count <= 1;
}

/* Only a PDF can be sealed. */
static bool choose_password(struct ho_ctx *ctx, const struct options *options,
                            struct ho_request *request)
{
    bool is_wanted = options->password_file || options->generates_password;
    if (is_wanted && request->as != HO_AS_PDF) {
        ho_report(ctx, HO_MSG_OPTIONS_CLASH, (struct ho_span){0},
                  "a PDF alone can be sealed",
                  options->password_file ? "--password-file" : "--generate-password",
                  ho_format(ctx->arena, "--as %s", options->as));
        return false;
    }
    return read_password(ctx, options, true, &request->password);
}

bool request_find(struct ho_ctx *ctx, const struct options *options,
                  struct ho_request *request)
{
    request->clinic = find_clinic(ctx, options);
    if (!check_inputs(ctx, options, request))
        return false;
    request->data = find_data(ctx);
    return request->clinic && request->data && choose_password(ctx, options, request);
}

bool request_write(struct ho_ctx *ctx, const struct options *options,
                   const struct ho_request *request, const char *stem,
                   struct ho_bytes bytes)
{
    const char *path = options->output;
    if (!path)
        path = request->as >= HO_AS_TEXT
                   ? "-"
                   : ho_format(ctx->arena, "%s.%s", stem, ho_as_names[request->as]);
    return ho_file_write(ctx, path, bytes);
}

int request_end(struct ho_ctx *ctx, const struct options *options,
                const struct ho_shop *shop, const struct ho_result *result)
{
    print_diags(ho_shop_diags(shop), options->is_quiet);
    print_diags(&ctx->diags, options->is_quiet);
    if (result && options->is_verbose && result->measures)
        fputs(result->measures, stderr);
    int status = worst_status(ho_diags_status(ho_shop_diags(shop)),
                              ho_diags_status(&ctx->diags));
    if (result && result->is_emergency)
        status = worst_status(status, 4);
    ctx->diags.count = 0; /* printed */
    return status;
}
