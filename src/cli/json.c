/* Messages for other programs: RFC 8259.
 * SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/str.h"
#include "cli/check_priv.h"

/* A file name may hold any bytes; what is not UTF-8 becomes U+FFFD. */
static void add_string(struct ho_text *out, const char *text)
{
    if (!text) {
        ho_text_add(out, "null");
        return;
    }
    ho_text_add(out, "\"");
    for (const char *at = text, *end = text + strlen(text); at < end;) {
        uint32_t c = ho_utf8_next(&at, end);
        if (c == '"' || c == '\\')
            ho_text_add_format(out, "\\%c", (int)c);
        else if (c < 0x20 || c == 0x7F)
            ho_text_add_format(out, "\\u%04x", (unsigned)c);
        else
            ho_text_add_code_point(out, c == UINT32_MAX ? 0xFFFD : c);
    }
    ho_text_add(out, "\"");
}

const char *diags_json(struct ho_arena *arena, const struct ho_diags *diags)
{
    struct ho_text out = {.arena = arena};
    ho_text_add(&out, "[");
    for (size_t i = 0; i < diags->count; i++) {
        const struct ho_diag *diag = &diags->items[i];
        ho_text_add(&out, i ? ",\n {\"file\": " : "\n {\"file\": ");
        add_string(&out, diag->at.source ? diag->at.source->name : NULL);
        ho_text_add_format(&out,
                           ", \"line\": %d, \"column\": %d, \"severity\": \"%s\", "
                           "\"code\": \"HO-%03d\", \"text\": ",
                           ho_span_line(diag->at), ho_span_column(diag->at),
                           ho_severity_word(diag->severity), (int)diag->code);
        add_string(&out, diag->text);
        ho_text_add(&out, ", \"hint\": ");
        add_string(&out, diag->hint);
        ho_text_add(&out, "}");
    }
    ho_text_add(&out, diags->count ? "\n]\n" : "]\n");
    return ho_text_end(&out);
}

static bool is_same(const struct ho_diag *a, const struct ho_diag *b)
{
    return a->code == b->code && ho_span_line(a->at) == ho_span_line(b->at) &&
           ho_span_column(a->at) == ho_span_column(b->at) &&
           ho_equal(a->text, b->text) &&
           ho_equal(a->at.source ? a->at.source->name : NULL,
                    b->at.source ? b->at.source->name : NULL);
}

void diags_unite(struct ho_diags *diags)
{
    size_t kept = 0;
    for (size_t i = 0; i < diags->count; i++) {
        bool is_new = true;
        for (size_t j = 0; j < kept && is_new; j++)
            is_new = !is_same(&diags->items[j], &diags->items[i]);
        if (is_new)
            diags->items[kept++] = diags->items[i];
    }
    diags->count = kept;
}
