#!/usr/bin/env bash
# The code is laid out by clang-format 14, Debian 12's; other versions lay out a little differently.
# SPDX-License-Identifier: MIT
set -uo pipefail
cd "$1" || exit 1
tool=$(command -v clang-format-14 || command -v clang-format) || {
    echo 'SKIPPED: there is no clang-format (apt-get install clang-format); the layout was not checked'
    exit 77
}
version=$("$tool" --version)
if [[ $version != *'version 14.'* ]]; then
    echo "SKIPPED: clang-format 14 is needed, this is: $version; the layout was not checked"
    exit 77
fi
find src tests -name '*.[ch]' -print0 | xargs -0 -r "$tool" --dry-run -Werror
