/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "xml/xml.h"

/* Longer words are no slips of an id or an element's name. */
#define LONGEST 48

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* A capital is the same letter: who types "A4" means "a4". */
static bool is_same(char a, char b)
{
    if (a >= 'A' && a <= 'Z')
        a = (char)(a - 'A' + 'a');
    if (b >= 'A' && b <= 'Z')
        b = (char)(b - 'A' + 'a');
    return a == b;
}

/* Edit distance in which two letters swapped count as one slip (optimal string alignment). */
static int distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    int rows[3][LONGEST + 1];
    for (size_t j = 0; j <= b_length; j++)
        rows[0][j] = (int)j;
    for (size_t i = 1; i <= a_length; i++) {
        int *now = rows[i % 3];
        const int *above = rows[(i - 1) % 3];
        now[0] = (int)i;
        for (size_t j = 1; j <= b_length; j++) {
            int changed = above[j - 1] + !is_same(a[i - 1], b[j - 1]);
            now[j] = least(changed, least(above[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && is_same(a[i - 1], b[j - 2]) &&
                is_same(a[i - 2], b[j - 1]))
                now[j] = least(now[j], rows[(i - 2) % 3][j - 2] + 1);
        }
    }
    return rows[a_length % 3][b_length];
}

const char *ho_nearest(const char *word, const char *const *words)
{
    const char *best = NULL;
    size_t length = strlen(word);
    int limit = length < 3 ? 1 : (int)(length / 3) + 1, nearest = limit + 1;
    if (length > LONGEST)
        return NULL;
    for (size_t i = 0; words && words[i]; i++) {
        size_t other = strlen(words[i]);
        if (other > LONGEST)
            continue;
        int d = distance(word, length, words[i], other);
        if (d < nearest && d < (int)(length > other ? length : other)) {
            nearest = d;
            best = words[i];
        }
    }
    return best;
}
