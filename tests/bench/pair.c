/* pair ROUNDS [BEFORE ...] -- COMMAND ... -- COMMAND ... — runs commands in turn (A B A B ...), each
 * as a whole process, and compares them pair by pair with the first: what disturbs the
 * machine for a while disturbs both. BEFORE is run before each, and not measured.
 * Prints a line a command: median of wall time in ms, its lower and upper quartile,
 * median of CPU time in ms, peak memory in KB, then the medians of wall and CPU time as
 * a part of the first command's in the same round.
 * SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* wait4 */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { COMMANDS = 8, ROUNDS = 1000, WARM_UP = 3 };

struct command {
    char **argv;
    double wall[ROUNDS], cpu[ROUNDS]; /* ms */
    long memory;                      /* KB */
};

static double elapsed_ms(const struct timespec *from, const struct timespec *to)
{
    return (double)(to->tv_sec - from->tv_sec) * 1e3 +
           (double)(to->tv_nsec - from->tv_nsec) / 1e6;
}

static double cpu_ms(const struct rusage *use)
{
    return (double)(use->ru_utime.tv_sec + use->ru_stime.tv_sec) * 1e3 +
           (double)(use->ru_utime.tv_usec + use->ru_stime.tv_usec) / 1e3;
}

static void run_child(char **argv)
{
    int null = open("/dev/null", O_WRONLY);
    if (null < 0 || dup2(null, STDOUT_FILENO) < 0 || dup2(null, STDERR_FILENO) < 0)
        _exit(126);
    execvp(argv[0], argv);
    _exit(127);
}

/* False if the command could not be run or did not succeed: its time is worth nothing.
 */
static bool run_once(char **argv, struct rusage *use)
{
    int status;
    pid_t child = fork();
    if (child == 0)
        run_child(argv);
    if (child < 0 || wait4(child, &status, 0, use) != child) {
        fprintf(stderr, "pair: %s\n", strerror(errno));
        return false;
    }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "pair: %s ended with %s %d\n", argv[0],
                WIFEXITED(status) ? "status" : "signal",
                WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status));
        return false;
    }
    return true;
}

static bool run(struct command *command, char **before, int round)
{
    struct timespec from, to;
    struct rusage use;
    if (before && !run_once(before, &use))
        return false;
    clock_gettime(CLOCK_MONOTONIC, &from);
    if (!run_once(command->argv, &use))
        return false;
    clock_gettime(CLOCK_MONOTONIC, &to);
    if (round < 0)
        return true;
    command->wall[round] = elapsed_ms(&from, &to);
    command->cpu[round] = cpu_ms(&use);
    if (use.ru_maxrss > command->memory)
        command->memory = use.ru_maxrss;
    return true;
}

static int compare(const void *a, const void *b)
{
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

/* The value below which `part` of the values lie. */
static double quantile(const double *values, int count, double part)
{
    double sorted[ROUNDS], place = part * (count - 1);
    int below = (int)place;
    memcpy(sorted, values, (size_t)count * sizeof *sorted);
    qsort(sorted, (size_t)count, sizeof *sorted, compare);
    if (below + 1 >= count)
        return sorted[count - 1];
    return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
}

static double median_ratio(const double *values, const double *first, int count)
{
    double ratios[ROUNDS];
    for (int i = 0; i < count; i++)
        ratios[i] = first[i] > 0 ? values[i] / first[i] : 0;
    return quantile(ratios, count, .5);
}

static void print_command(const struct command *command, const struct command *first,
                          int rounds)
{
    printf("%.3f %.3f %.3f %.3f %ld %.4f %.4f\n", quantile(command->wall, rounds, .5),
           quantile(command->wall, rounds, .25), quantile(command->wall, rounds, .75),
           quantile(command->cpu, rounds, .5), command->memory,
           median_ratio(command->wall, first->wall, rounds),
           median_ratio(command->cpu, first->cpu, rounds));
}

/* Cuts argv at each "--"; returns how many commands there are. */
static int cut_commands(char **argv, struct command *commands)
{
    int count = 0;
    for (; *argv && count < COMMANDS; argv++) {
        if (strcmp(*argv, "--") != 0)
            continue;
        *argv = NULL;
        if (argv[1])
            commands[count++].argv = argv + 1;
    }
    return count;
}

int main(int argc, char **argv)
{
    struct command *commands = calloc(COMMANDS, sizeof *commands);
    long rounds = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
    int count = commands && argc > 2 ? cut_commands(argv + 2, commands) : 0;
    char **before = count && argv[2] ? argv + 2 : NULL; /* up to the first "--" */
    int status = count ? 0 : 2;
    if (rounds < 1 || rounds > ROUNDS)
        status = 2;
    if (status)
        fputs("usage: pair ROUNDS [BEFORE ...] -- COMMAND ... [-- COMMAND ...]\n",
              stderr);
    for (int round = -WARM_UP; !status && round < (int)rounds; round++)
        for (int i = 0; !status && i < count; i++)
            if (!run(&commands[i], before, round))
                status = 1;
    for (int i = 0; !status && i < count; i++)
        print_command(&commands[i], &commands[0], (int)rounds);
    free(commands);
    return status;
}
