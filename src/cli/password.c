/* The password that seals or opens a PDF. It is never taken from the command line, which all users of a machine can see.
 * SPDX-License-Identifier: MIT */
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/str.h"
#include "base/terminal.h"
#include "cli/options_priv.h"
#include "cli/password_priv.h"

static bool ask(struct ho_ctx *ctx, bool is_new, const char **out)
{
    const char *again = NULL;
    if (!ho_terminal_ask_secret(ctx, "Password: ", out))
        return false;
    if (!is_new)
        return true;
    if (!ho_terminal_ask_secret(ctx, "Again: ", &again))
        return false;
    if (ho_equal(*out, again))
        return true;
    ho_report(ctx, HO_MSG_PASSWORD_DIFFERS, (struct ho_span){0}, "type it again");
    return false;
}

/* A file that was made for this should be its owner's alone. */
static void check_mode(struct ho_ctx *ctx, const char *path, struct ho_span at)
{
    struct stat about;
    if (stat(path, &about) == 0 && S_ISREG(about.st_mode) && (about.st_mode & 077))
        ho_report(ctx, HO_MSG_PASSWORD_OPEN, at, "forbid it with chmod 600");
}

/* The one line of the file, whoever ended it. A NUL is kept as a fault: the password would end there. */
static bool read_line(struct ho_ctx *ctx, const char *path, const char **out,
                      struct ho_span *at)
{
    const struct ho_source *source;
    if (!ho_source_load(ctx, path, &source))
        return false;
    size_t length = source->length;
    if (length && source->text[length - 1] == '\n')
        length--;
    if (length && source->text[length - 1] == '\r')
        length--;
    char *line = ho_strndup(ctx->arena, source->text, length);
    for (char *nul = line; (nul = memchr(nul, '\0', length - (size_t)(nul - line)));)
        *nul = '\1';
    *at = ho_source_whole(source);
    *out = line;
    return true;
}

static bool has_clash(struct ho_ctx *ctx, const struct options *options)
{
    const char *other = NULL;
    if (options->password_file)
        other = "--password-file";
    else if (ho_equal(options->output, "-"))
        other = "-o -";
    if (!other)
        return false;
    ho_report(ctx, HO_MSG_OPTIONS_CLASH, (struct ho_span){0},
              options->password_file
                  ? "give one of them"
                  : "the password goes to standard output: write the PDF to a file",
              "--generate-password", other);
    return true;
}

bool read_password(struct ho_ctx *ctx, const struct options *options, bool is_new,
                   const char **out)
{
    const char *path = options->password_file, *password = NULL;
    struct ho_span at = {0};
    if (options->generates_password) {
        if (has_clash(ctx, options))
            return false;
        password = ho_password_make(ctx->arena);
    } else if (path) {
        bool is_typed = ho_equal(path, "-") && isatty(STDIN_FILENO);
        if (!(is_typed ? ask(ctx, is_new, &password)
                       : read_line(ctx, path, &password, &at)))
            return false;
        if (!ho_equal(path, "-"))
            check_mode(ctx, path, at);
        if (is_new && !ho_password_check(ctx, at, password))
            return false;
    }
    *out = password;
    return true;
}
