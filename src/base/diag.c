/* SPDX-License-Identifier: MIT */
#include "base/diag.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

#include "base/str.h"

static const struct ho_message_info messages[] = {
#define HO_MESSAGE(code, name, severity, text) {HO_MSG_##name, severity, #name, text},
#define HO_HINT(code, text)
#include "base/message.def"
#undef HO_HINT
#undef HO_MESSAGE
};

static const struct {
    int code;
    const char *text;
} hints[] = {
#define HO_MESSAGE(code, name, severity, text)
#define HO_HINT(code, text) {code, text},
#include "base/message.def"
#undef HO_HINT
#undef HO_MESSAGE
};

size_t ho_messages(const struct ho_message_info **out)
{
    *out = messages;
    return sizeof messages / sizeof *messages;
}

const char *ho_message_hint(enum ho_message code)
{
    for (size_t i = 0; i < sizeof hints / sizeof *hints; i++)
        if (hints[i].code == (int)code)
            return hints[i].text;
    return NULL;
}

static const struct ho_message_info *find_message(enum ho_message code)
{
    for (size_t i = 0; i < sizeof messages / sizeof *messages; i++)
        if (messages[i].code == code)
            return &messages[i];
    return NULL;
}

/* Puts the texts in place of each %s. Our own, so that no format from a table reaches
 * printf. */
static const char *fill_in(struct ho_arena *arena, const char *pattern,
                           va_list arguments)
{
    struct ho_text text = {.arena = arena};
    for (const char *hole; (hole = strstr(pattern, "%s")); pattern = hole + 2) {
        ho_text_add_bytes(&text, pattern, (size_t)(hole - pattern));
        const char *argument = va_arg(arguments, const char *);
        assert(argument);
        ho_text_add(&text, argument);
    }
    ho_text_add(&text, pattern);
    return ho_text_end(&text);
}

/* A text may be set on several pages; what is wrong with it is said once. */
static bool is_known(const struct ho_diags *diags, const struct ho_diag *diag)
{
    for (size_t i = 0; i < diags->count; i++) {
        const struct ho_diag *other = &diags->items[i];
        if (other->code == diag->code && other->at.source == diag->at.source &&
            other->at.line == diag->at.line && other->at.column == diag->at.column &&
            strcmp(other->text, diag->text) == 0)
            return true;
    }
    return false;
}

void ho_report(struct ho_ctx *ctx, enum ho_message code, struct ho_span at,
               const char *hint, ...)
{
    const struct ho_message_info *info = find_message(code);
    assert(info);
    va_list arguments;
    va_start(arguments, hint);
    struct ho_diag diag = {.code = code,
                           .severity = info->severity,
                           .at = at,
                           .text = fill_in(ctx->arena, info->text, arguments)};
    va_end(arguments);
    if (is_known(&ctx->diags, &diag))
        return;
    diag.hint = hint ? ho_strdup(ctx->arena, hint) : ho_message_hint(code);
    ho_push(ctx->arena, &ctx->diags, diag);
}

size_t ho_error_count(const struct ho_ctx *ctx)
{
    size_t errors = 0;
    for (size_t i = 0; i < ctx->diags.count; i++)
        errors += ctx->diags.items[i].severity >= HO_ERROR;
    return errors;
}

bool ho_has_errors(const struct ho_ctx *ctx)
{
    return ho_error_count(ctx) > 0;
}

int ho_diags_status(const struct ho_diags *diags)
{
    static const int statuses[] = {[HO_NOTE] = 0,
                                   [HO_WARNING] = 0,
                                   [HO_ERROR] = 1,
                                   [HO_SYSTEM] = 3,
                                   [HO_USAGE] = 2};
    enum ho_severity worst = HO_NOTE;
    for (size_t i = 0; i < diags->count; i++)
        if (diags->items[i].severity > worst)
            worst = diags->items[i].severity;
    return statuses[worst];
}

const char *ho_severity_word(enum ho_severity severity)
{
    static const char *const words[] = {[HO_NOTE] = "note",
                                        [HO_WARNING] = "warning",
                                        [HO_ERROR] = "error",
                                        [HO_SYSTEM] = "error",
                                        [HO_USAGE] = "error"};
    return words[severity];
}

/* One call of printf a line: nothing else on the terminal comes between its parts. */
void ho_diag_print(const struct ho_diag *diag, bool is_coloured, FILE *out)
{
    static const char *const colours[] = {[HO_NOTE] = "\033[1;36m",
                                          [HO_WARNING] = "\033[1;35m",
                                          [HO_ERROR] = "\033[1;31m",
                                          [HO_SYSTEM] = "\033[1;31m",
                                          [HO_USAGE] = "\033[1;31m"};
    const char *off = is_coloured ? "\033[0m" : "";

    fputs(diag->at.source ? diag->at.source->name : "handout", out);
    if (diag->at.source && diag->at.line > 0)
        fprintf(out, ":%d:%d", ho_span_line(diag->at), ho_span_column(diag->at));
    fprintf(out, ": %s%s%s: %s [HO-%03d]\n", is_coloured ? colours[diag->severity] : "",
            ho_severity_word(diag->severity), off, diag->text, (int)diag->code);
    if (diag->hint)
        fprintf(out, "  %shint%s: %s\n", is_coloured ? "\033[1;32m" : "", off,
                diag->hint);
}

void ho_diags_print(const struct ho_diags *diags, FILE *out)
{
    for (size_t i = 0; i < diags->count; i++)
        ho_diag_print(&diags->items[i], false, out);
}
