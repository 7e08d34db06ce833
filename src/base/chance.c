/* SPDX-License-Identifier: MIT */
#include "base/chance.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>

void ho_chance(void *out, size_t length)
{
    ssize_t got;
    do
        got = getrandom(out, length, 0);
    while (got < 0 && errno == EINTR);
    if (got == (ssize_t)length)
        return;
    perror("handout: getrandom");
    _Exit(3);
}
