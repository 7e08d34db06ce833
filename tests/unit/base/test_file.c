/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* unshare */
#include <criterion/criterion.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/file.h"

enum { NOBODY = 65534 };

static struct ho_ctx ctx;
static char folder[64], file[128];
static const struct ho_bytes old_bytes = {(const unsigned char *)"an older file", 13};
static const struct ho_bytes new_bytes = {(const unsigned char *)"the\0new one\n", 12};

static void set_up(void)
{
    ctx = (struct ho_ctx){.arena = ho_arena_new()};
    strcpy(folder, "/tmp/test_file.XXXXXX");
    cr_assert(mkdtemp(folder));
    snprintf(file, sizeof file, "%s/out.pdf", folder);
    umask(0);
}

static void remove_folder(void)
{
    const char *remove = ho_format(ctx.arena, "rm -rf '%s'", folder);
    cr_assert_eq(system(remove), 0);
}

static void tear_down(void)
{
    remove_folder();
    ho_arena_free(ctx.arena);
}

/* Criterion does not tear down after a skip. */
static void skip(const char *reason)
{
    remove_folder();
    cr_skip_test("%s", reason);
}

TestSuite(file, .init = set_up, .fini = tear_down);

static void write_old(void)
{
    cr_assert(ho_file_write(&ctx, file, old_bytes));
}

static void expect_bytes(const char *path, struct ho_bytes want)
{
    char buffer[100];
    FILE *in = fopen(path, "rb");
    cr_assert(in, "%s is not there", path);
    size_t length = fread(buffer, 1, sizeof buffer, in);
    fclose(in);
    cr_assert_eq(length, want.length);
    cr_assert_eq(memcmp(buffer, want.data, length), 0);
}

/* How many names there are in the folder, hidden ones too. */
static size_t count_names(void)
{
    size_t count = 0;
    DIR *dir = opendir(folder);
    cr_assert(dir);
    for (const struct dirent *entry; (entry = readdir(dir));)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(dir);
    return count;
}

static void expect_failure(const char *path, struct ho_bytes bytes, int error)
{
    cr_assert_not(ho_file_write(&ctx, path, bytes));
    cr_assert_eq(ctx.diags.count, 1);
    const struct ho_diag *diag = &ctx.diags.items[0];
    cr_assert_eq(diag->code, HO_MSG_WRITE_FAILED);
    cr_assert(strstr(diag->text, strerror(error)), "%s", diag->text);
    cr_assert_str_eq(diag->at.source->name, path);
    cr_assert_eq(ho_diags_status(&ctx.diags), 3);
}

static struct ho_bytes make_large(void)
{
    size_t length = 300000;
    return (struct ho_bytes){ho_alloc(ctx.arena, length, 1), length};
}

Test(file, holds_the_bytes_and_is_private)
{
    struct stat about;
    cr_assert(ho_file_write(&ctx, file, new_bytes));
    expect_bytes(file, new_bytes);
    cr_assert_eq(stat(file, &about), 0);
    cr_assert_eq(about.st_mode, S_IFREG | 0600);
    cr_assert_eq(about.st_nlink, 1);
    cr_assert_eq(count_names(), 1);
    cr_assert_eq(ctx.diags.count, 0);
}

Test(file, may_be_empty_or_large)
{
    struct stat about;
    cr_assert(ho_file_write(&ctx, file, (struct ho_bytes){0}));
    cr_assert(stat(file, &about) == 0 && about.st_size == 0);
    cr_assert(ho_file_write(&ctx, file, make_large()));
    cr_assert(stat(file, &about) == 0 && about.st_size == 300000);
}

Test(file, replaces_an_older_one_at_once)
{
    write_old();
    cr_assert_eq(chmod(file, 0644), 0);
    int reader = open(file, O_RDONLY);
    char buffer[32];
    struct stat about;
    cr_assert(ho_file_write(&ctx, file, new_bytes));
    cr_assert_eq(read(reader, buffer, sizeof buffer), (ssize_t)old_bytes.length,
                 "who reads the older file was disturbed");
    close(reader);
    expect_bytes(file, new_bytes);
    cr_assert(stat(file, &about) == 0 && about.st_mode == (S_IFREG | 0600));
    cr_assert_eq(count_names(), 1);
}

Test(file, may_have_a_name_without_a_folder)
{
    cr_assert_eq(chdir(folder), 0);
    cr_assert(ho_file_write(&ctx, "here.pdf", new_bytes));
    expect_bytes("here.pdf", new_bytes);
    cr_assert_eq(chdir("/"), 0);
}

Test(file, is_written_where_a_symbolic_link_leads)
{
    struct stat about;
    const char *link = ho_format(ctx.arena, "%s/link", folder);
    write_old();
    cr_assert_eq(symlink("out.pdf", link), 0);
    cr_assert(ho_file_write(&ctx, link, new_bytes));
    cr_assert(lstat(link, &about) == 0 && S_ISLNK(about.st_mode),
              "the link was replaced");
    expect_bytes(file, new_bytes);
    cr_assert_eq(count_names(), 2);
}

Test(file, is_not_made_by_a_link_that_leads_nowhere)
{
    cr_assert_eq(symlink("nowhere/at/all", file), 0);
    expect_failure(file, new_bytes, ENOENT);
    cr_assert_eq(count_names(), 1);
}

Test(file, needs_its_folder)
{
    expect_failure(ho_format(ctx.arena, "%s/missing/out.pdf", folder), new_bytes,
                   ENOENT);
    cr_assert(strstr(ctx.diags.items[0].hint, "folder"));
    cr_assert_eq(count_names(), 0);
}

Test(file, needs_a_folder_that_is_one)
{
    write_old();
    expect_failure(ho_format(ctx.arena, "%s/out.pdf", file), new_bytes, ENOTDIR);
    expect_bytes(file, old_bytes);
}

Test(file, cannot_be_a_folder)
{
    expect_failure(folder, new_bytes, EISDIR);
    cr_assert(strstr(ctx.diags.items[0].hint, "file name"));
    cr_assert_eq(count_names(), 0);
}

Test(file, cannot_have_an_endless_name)
{
    char name[400];
    memset(name, 'n', sizeof name);
    name[sizeof name - 1] = '\0';
    expect_failure(ho_format(ctx.arena, "%s/%s", folder, name), new_bytes,
                   ENAMETOOLONG);
    cr_assert_eq(count_names(), 0);
}

/* The superuser may write anywhere: become nobody. */
Test(file, leaves_an_unwritable_folder_as_it_was)
{
    bool is_root = geteuid() == 0;
    write_old();
    cr_assert_eq(chmod(file, 0644), 0);
    cr_assert_eq(chmod(folder, 0555), 0);
    cr_assert(!is_root || seteuid(NOBODY) == 0);
    expect_failure(file, new_bytes, EACCES);
    cr_assert(!is_root || seteuid(0) == 0);
    cr_assert_eq(chmod(folder, 0755), 0);
    expect_bytes(file, old_bytes);
    cr_assert_eq(count_names(), 1);
}

Test(file, may_be_a_device_that_stays_one)
{
    struct stat about;
    cr_assert(ho_file_write(&ctx, "/dev/null", new_bytes));
    cr_assert(stat("/dev/null", &about) == 0 && S_ISCHR(about.st_mode));
}

Test(file, reports_a_full_device)
{
    struct stat about;
    expect_failure("/dev/full", new_bytes, ENOSPC);
    cr_assert(strstr(ctx.diags.items[0].hint, "space"));
    cr_assert(stat("/dev/full", &about) == 0 && S_ISCHR(about.st_mode));
}

/* The write fails in the middle of the file. */
Test(file, keeps_the_older_one_when_the_size_limit_is_hit)
{
    write_old();
    struct ho_bytes large = make_large();
    struct rlimit old_limit, limit;
    cr_assert_eq(getrlimit(RLIMIT_FSIZE, &old_limit), 0);
    limit = (struct rlimit){100000, old_limit.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    expect_failure(file, large, EFBIG);
    cr_assert_eq(setrlimit(RLIMIT_FSIZE, &old_limit), 0);
    expect_bytes(file, old_bytes);
    cr_assert_eq(count_names(), 1);
}

/* A private mount over `place`; false where that is not allowed. */
static bool mount_tmpfs(const char *place, const char *options)
{
    return unshare(CLONE_NEWNS) == 0 &&
           mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
           mount("none", place, "tmpfs", 0, options) == 0;
}

Test(file, keeps_the_older_one_on_a_full_disk)
{
    if (!mount_tmpfs(folder, "size=128k"))
        skip("a small disk cannot be mounted here");
    write_old();
    expect_failure(file, make_large(), ENOSPC);
    expect_bytes(file, old_bytes);
    cr_assert_eq(count_names(), 1);
    cr_assert_eq(umount(folder), 0);
}

/* Without /proc an unnamed file could never get its name. */
Test(file, is_whole_or_absent_also_without_unnamed_files)
{
    write_old();
    if (!mount_tmpfs("/proc", "size=4k"))
        skip("/proc cannot be hidden here");
    bool is_written = ho_file_write(&ctx, file, new_bytes);
    size_t count = count_names();
    struct rlimit old_limit, limit;
    getrlimit(RLIMIT_FSIZE, &old_limit);
    limit = (struct rlimit){100000, old_limit.rlim_max};
    signal(SIGXFSZ, SIG_IGN);
    setrlimit(RLIMIT_FSIZE, &limit);
    bool is_refused = !ho_file_write(&ctx, file, make_large());
    setrlimit(RLIMIT_FSIZE, &old_limit);
    cr_assert_eq(umount("/proc"), 0);
    cr_assert(is_written && count == 1);
    cr_assert(is_refused && count_names() == 1);
    expect_bytes(file, new_bytes);
}

Test(file, goes_to_standard_output)
{
    int ends[2];
    char buffer[32];
    cr_assert_eq(pipe(ends), 0);
    int kept = dup(STDOUT_FILENO);
    cr_assert_geq(dup2(ends[1], STDOUT_FILENO), 0);
    bool is_written = ho_file_write(&ctx, "-", new_bytes);
    cr_assert_geq(dup2(kept, STDOUT_FILENO), 0);
    cr_assert(is_written);
    cr_assert_eq(read(ends[0], buffer, sizeof buffer), (ssize_t)new_bytes.length);
    cr_assert_eq(memcmp(buffer, new_bytes.data, new_bytes.length), 0);
}

Test(file, takes_a_closed_pipe_as_an_ordinary_error)
{
    int ends[2];
    ho_process_guard();
    cr_assert_eq(pipe(ends), 0);
    close(ends[0]);
    int kept = dup(STDOUT_FILENO);
    cr_assert_geq(dup2(ends[1], STDOUT_FILENO), 0);
    bool is_written = ho_file_write(&ctx, "-", new_bytes);
    cr_assert_geq(dup2(kept, STDOUT_FILENO), 0);
    cr_assert_not(is_written);
    cr_assert_str_eq(ctx.diags.items[0].at.source->name, "standard output");
    cr_assert(strstr(ctx.diags.items[0].text, strerror(EPIPE)));
}

/* Runs `act` in a guarded child and returns how that ended. */
static int run_guarded(void (*act)(void))
{
    int status;
    pid_t child = fork();
    if (child == 0) {
        signal(SIGTERM, SIG_DFL);
        ho_process_guard();
        act();
        _exit(0);
    }
    cr_assert_eq(waitpid(child, &status, 0), child);
    return status;
}

static void raise_term(void)
{
    raise(SIGTERM);
}

static void write_too_much(void)
{
    struct rlimit limit = {100000, 100000};
    setrlimit(RLIMIT_FSIZE, &limit);
    bool is_written = ho_file_write(&ctx, file, make_large());
    _exit(is_written ? 1 : 2);
}

static void check_core_limit(void)
{
    struct rlimit limit;
    _exit(getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_cur <= 1 &&
                  limit.rlim_max <= 1
              ? 0
              : 1);
}

Test(file, guard_lets_the_process_end_by_its_signal)
{
    int status = run_guarded(raise_term);
    cr_assert(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM, "status %d", status);
}

Test(file, guard_leaves_nothing_when_a_signal_falls_into_the_writing)
{
    write_old();
    int status = run_guarded(write_too_much);
    cr_assert(WIFSIGNALED(status) && WTERMSIG(status) == SIGXFSZ, "status %d", status);
    expect_bytes(file, old_bytes);
    cr_assert_eq(count_names(), 1);
}

Test(file, guard_forbids_core_dumps)
{
    cr_assert_eq(run_guarded(check_core_limit), 0);
}
