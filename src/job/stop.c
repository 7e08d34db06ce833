/* A signal asks to stop; a second one does what it always does.
 * SPDX-License-Identifier: MIT */
#include <signal.h>

#include "job/batch_priv.h"

static volatile sig_atomic_t asked;
static const int signals[] = {SIGINT, SIGTERM, SIGHUP};

static void ask(int number)
{
    asked = number;
}

void catch_stop(void)
{
    struct sigaction action = {.sa_handler = ask, .sa_flags = (int)SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    asked = 0;
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct sigaction old;
        if (sigaction(signals[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            sigaction(signals[i], &action, NULL);
    }
}

/* In a worker: the terminal's Ctrl-C goes to it, too, but its parent decides. */
void leave_stop(void)
{
    signal(SIGINT, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    signal(SIGTERM, SIG_DFL);
}

int asked_to_stop(void)
{
    return asked;
}
