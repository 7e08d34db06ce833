/* SPDX-License-Identifier: MIT */
#include "base/file.h"
#include "cli/cli.h"

int main(int argc, char **argv)
{
    ho_process_guard();
    return ho_cli_run(argc, argv);
}
