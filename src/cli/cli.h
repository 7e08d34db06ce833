/* cli.h — the command line: main, options, one file a command.
 * In: argv.  Out: an exit status (product.md, "Exit"). The only stage that prints.
 * SPDX-License-Identifier: MIT */
#ifndef HO_CLI_CLI_H
#define HO_CLI_CLI_H

/* Runs the command that argv names; returns the exit status. */
int ho_cli_run(int argc, char **argv);

#endif
