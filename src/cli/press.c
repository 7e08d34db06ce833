/* The options of the press, from words to a plan.
 * SPDX-License-Identifier: MIT */
#include "cli/request_priv.h"
#include "pdf/pdf.h"

/* More than any print shop asks for. */
enum { MOST_BLEED_MM = 10 };

static bool read_bleed(struct ho_ctx *ctx, const struct options *options,
                       struct ho_press_plan *plan)
{
    double mm = 0;
    if (!options->bleed)
        return true;
    if (ho_parse_number(options->bleed, &mm) && mm <= MOST_BLEED_MM) {
        plan->bleed = ho_mm(mm);
        return true;
    }
    ho_report(ctx, HO_MSG_OPTION_VALUE, (struct ho_span){0},
              "millimetres, 0 to 10; most print shops want 3", options->bleed,
              "--bleed");
    return false;
}

static bool read_up(struct ho_ctx *ctx, const struct options *options,
                    struct ho_press_plan *plan)
{
    if (!options->up || (ho_parse_int(options->up, &plan->up) && plan->up > 0))
        return true;
    ho_report(ctx, HO_MSG_OPTION_VALUE, (struct ho_span){0},
              "how many pieces on a sheet; left out, as many as fit", options->up,
              "--up");
    return false;
}

static bool read_duplex(struct ho_ctx *ctx, const struct options *options,
                        struct ho_press_plan *plan)
{
    int duplex = options->duplex ? option_word(ctx, "--duplex", options->duplex,
                                               ho_duplex_names + 1)
                                 : -1;
    plan->duplex = (enum ho_duplex)(duplex + 1);
    return !options->duplex || duplex >= 0;
}

static bool demand(struct ho_ctx *ctx, bool is_met, const char *option,
                   const char *needs)
{
    if (!is_met)
        ho_report(ctx, HO_MSG_OPTION_NEEDS, (struct ho_span){0}, NULL, option, needs);
    return is_met;
}

/* Which options have no meaning without another one. */
static bool check_company(struct ho_ctx *ctx, const struct options *options)
{
    bool has_ticket = options->on || options->has_marks;
    bool ok = demand(ctx, !options->up || options->on, "--up", "--on");
    ok &= demand(ctx, !options->duplex || options->on, "--duplex", "--on");
    ok &= demand(ctx, !options->stock || has_ticket, "--stock", "--crop-marks or --on");
    return ok;
}

static bool clash(struct ho_ctx *ctx, const char *one, const char *other,
                  const char *hint)
{
    ho_report(ctx, HO_MSG_OPTIONS_CLASH, (struct ho_span){0}, hint, one, other);
    return false;
}

static bool read_colour(struct ho_ctx *ctx, const struct options *options,
                        struct ho_request *request)
{
    const char *option = options->press ? "--press" : "--press-profile";
    if (!options->press && !options->press_profile)
        return true;
    request->condition_name = options->press;
    request->profile = options->press_profile;
    bool ok = !options->press ||
              option_word(ctx, "--press", options->press, ho_pdf_condition_names) >= 0;
    if (options->press && options->press_profile)
        ok = clash(ctx, "--press", "--press-profile",
                   "one of them says for which press");
    if (request->as != HO_AS_PDF)
        ok = clash(ctx, option, ho_format(ctx->arena, "--as %s", options->as),
                   "a print shop takes a PDF");
    if (!request->date) {
        ho_report(ctx, HO_MSG_OPTION_NEEDS, (struct ho_span){0},
                  "PDF/X-1a states a date: add --date 2026-11-24, say", option,
                  "--date");
        ok = false;
    }
    return ok;
}

bool request_read_press(struct ho_ctx *ctx, const struct options *options,
                        struct ho_request *request)
{
    struct ho_press_plan *plan = &request->press;
    *plan = (struct ho_press_plan){.has_marks = options->has_marks,
                                   .on = options->on,
                                   .is_laminated = options->is_laminated,
                                   .has_hole = options->has_hole,
                                   .stock = options->stock};
    bool ok = read_bleed(ctx, options, plan);
    ok &= !options->on || option_word(ctx, "--on", options->on, ho_sheet_names) >= 0;
    ok &= read_up(ctx, options, plan);
    ok &= read_duplex(ctx, options, plan);
    ok &= check_company(ctx, options);
    return read_colour(ctx, options, request) && ok;
}

bool request_read_leaves(struct ho_ctx *ctx, const struct options *options,
                         struct ho_request *request)
{
    struct ho_press_plan *plan = &request->press;
    const char *paper = request->paper;
    bool ok = read_duplex(ctx, options, plan);
    plan->is_booklet = options->is_booklet;
    plan->has_blank_back = options->duplex && !options->is_booklet;
    if (options->is_booklet && !ho_equal(paper, "a5") &&
        !ho_equal(paper, "half-letter") && !ho_equal(paper, "a4"))
        ok = clash(ctx, "--booklet", ho_format(ctx->arena, "--paper %s", paper),
                   "a booklet has pages of a5, half-letter or a4, two on a sheet");
    return ok;
}
