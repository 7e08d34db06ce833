/* SPDX-License-Identifier: MIT */
#include "cli/password_priv.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#include "base/chance.h"
#include "base/str.h"

/* MADE_LONGEST: Poppler's tools, and viewers that still think of older PDFs, cut off what comes after 32 characters. */
enum { WORDS = 6, WORD_LONGEST = 5, MADE_LONGEST = 32, LONGEST = 127, SHORT = 8 };

static const char *const words[] = {
#include "cli/words.def"
};
enum { WORD_COUNT = sizeof words / sizeof *words };

bool ho_password_check(struct ho_ctx *ctx, struct ho_span at, const char *password)
{
    size_t length = strlen(password);
    const char *fault = NULL;
    for (const char *c = password; *c; c++)
        if (*c < ' ' || *c > '~')
            fault = "holds a character that not every viewer takes alike";
    if (!length)
        fault = "is empty";
    else if (length > LONGEST)
        fault = "is longer than 127 characters";
    else if (strchr(password, '\n'))
        fault = "is more than one line";
    if (fault) {
        ho_report(ctx, HO_MSG_PASSWORD_FAULT, at,
                  "use one line of letters, digits, spaces and marks of ASCII; "
                  "--generate-password makes one",
                  fault);
        return false;
    }
    if (length < SHORT)
        ho_report(ctx, HO_MSG_PASSWORD_SHORT, at,
                  "who has the file can try all of them; --generate-password makes a "
                  "better one");
    return true;
}

/* A number under `count`, each as likely as the others: what lies beyond the last whole multiple is drawn again. */
static uint16_t draw(uint16_t count)
{
    const uint16_t end = (uint16_t)(65536 / count * count - 1);
    uint16_t number;
    do
        ho_chance(&number, sizeof number);
    while (number > end);
    return number % count;
}

const char *ho_password_make(struct ho_arena *arena)
{
    for (;;) {
        struct ho_text out = {.arena = arena};
        for (int i = 0; i < WORDS; i++)
            ho_text_add_format(&out, "%s%s", i ? "-" : "", words[draw(WORD_COUNT)]);
        if (out.count <= MADE_LONGEST)
            return ho_text_end(&out);
    }
}

/* The binary logarithm of how many there are: rows of words by how many letters they have together. */
double ho_password_bits(void)
{
    enum { LETTERS = WORDS * WORD_LONGEST };
    double lengths[WORD_LONGEST + 1] = {0}, rows[LETTERS + 1] = {1}, all = 0;
    for (int i = 0; i < WORD_COUNT; i++)
        lengths[strlen(words[i])]++;
    for (int word = 0; word < WORDS; word++)
        for (int sum = LETTERS; sum >= 0; sum--) {
            double count = 0;
            for (int length = 1; length <= WORD_LONGEST && length <= sum; length++)
                count += rows[sum - length] * lengths[length];
            rows[sum] = count;
        }
    for (int sum = 0; sum <= MADE_LONGEST - (WORDS - 1); sum++)
        all += rows[sum];
    return log2(all);
}
