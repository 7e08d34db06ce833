/* SPDX-License-Identifier: MIT */
#include "base/terminal.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/str.h"

/* For the signal handler, which can be given nothing else. */
static struct termios before;
static volatile sig_atomic_t is_silent;

void ho_terminal_restore(void)
{
    if (is_silent)
        (void)tcsetattr(STDIN_FILENO, TCSANOW, &before);
    is_silent = 0;
}

static bool silence(void)
{
    if (tcgetattr(STDIN_FILENO, &before))
        return false;
    struct termios silent = before;
    silent.c_lflag &= ~(tcflag_t)ECHO;
    is_silent = 1;
    /* What was typed ahead was shown already: it is no secret, so it is not taken for one. */
    return tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
}

/* Byte by byte: what comes after the line is not ours. */
static const char *read_line(char *line, size_t room)
{
    size_t length = 0;
    for (char byte; read(STDIN_FILENO, &byte, 1) == 1;) {
        if (byte == '\n') {
            line[length] = '\0';
            return NULL;
        }
        if (length + 1 == room)
            return "the line is too long";
        line[length++] = byte;
    }
    return "the input ended before the answer";
}

bool ho_terminal_ask_secret(struct ho_ctx *ctx, const char *question, const char **out)
{
    char line[1001];
    const char *fault = "the terminal cannot hide what is typed";
    if (silence()) { /* before the question: whoever answers it must not be shown */
        fputs(question, stderr);
        fflush(stderr);
        fault = read_line(line, sizeof line);
        fputs("\n", stderr); /* the typed one was not shown either */
    }
    ho_terminal_restore();
    if (fault) {
        ho_report(ctx, HO_MSG_READ_FAILED, (struct ho_span){0},
                  "put it into a file, for --password-file", fault);
        return false;
    }
    *out = ho_strdup(ctx->arena, line);
    return true;
}
