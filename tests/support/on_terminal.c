/* on_terminal [--echo] ANSWERS COMMAND ... — runs a command on a terminal of its own and answers its questions.
 * Each time its output ends with ": ", the next line of the file ANSWERS is typed; a line of "^C" or "^D" is that
 * key alone. What the command printed goes to standard output, and its status is ours (128 + n for a signal).
 * A question too many, or silence for 20 seconds, ends with 99.
 * With --echo the terminal shows what is typed, but for what the command hides; one that is left hiding ends with 98.
 * SPDX-License-Identifier: MIT */
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

/* No echo and no CR before LF, so that the transcript is what the program printed. */
static void run(char **command, bool has_echo)
{
    struct termios terminal;
    if (tcgetattr(0, &terminal) == 0) {
        if (!has_echo)
            terminal.c_lflag &= ~(tcflag_t)ECHO;
        terminal.c_oflag &= ~(tcflag_t)OPOST;
        (void)tcsetattr(0, TCSANOW, &terminal);
    }
    execvp(command[0], command);
    _exit(127);
}

static int answer(FILE *answers, int terminal)
{
    char line[8192];
    if (!fgets(line, sizeof line, answers))
        return -1;
    if (strcmp(line, "^C\n") == 0)
        strcpy(line, "\003");
    else if (strcmp(line, "^D\n") == 0)
        strcpy(line, "\004");
    size_t length = strlen(line);
    return write(terminal, line, length) == (ssize_t)length ? 0 : -1;
}

/* Reads until the command closes its end. */
static int converse(FILE *answers, int terminal)
{
    char buffer[4096], tail[2] = {0, 0};
    for (;;) {
        struct pollfd input = {terminal, POLLIN, 0};
        if (poll(&input, 1, 20000) <= 0)
            return -1;
        ssize_t got = read(terminal, buffer, sizeof buffer);
        if (got <= 0)
            return 0;
        fwrite(buffer, 1, (size_t)got, stdout);
        if (got > 1)
            tail[0] = buffer[got - 2];
        else
            tail[0] = tail[1];
        tail[1] = buffer[got - 1];
        if (tail[0] == ':' && tail[1] == ' ' && answer(answers, terminal) != 0)
            return -1;
    }
}

static bool is_hiding(int terminal)
{
    struct termios state;
    return tcgetattr(terminal, &state) == 0 && !(state.c_lflag & ECHO);
}

int main(int argc, char **argv)
{
    int terminal, status = 0;
    bool has_echo = argc > 1 && strcmp(argv[1], "--echo") == 0;
    argc -= has_echo;
    argv += has_echo;
    FILE *answers = argc > 2 ? fopen(argv[1], "r") : NULL;
    if (!answers)
        return 99;
    pid_t child = forkpty(&terminal, NULL, NULL, NULL);
    if (child < 0)
        return 99;
    if (child == 0)
        run(argv + 2, has_echo);
    int failed = converse(answers, terminal);
    if (failed) {
        fputs("\non_terminal: no answer fits\n", stdout);
        kill(child, SIGKILL);
    }
    waitpid(child, &status, 0);
    fclose(answers);
    if (failed)
        return 99;
    if (has_echo && is_hiding(terminal))
        return 98;
    return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}
