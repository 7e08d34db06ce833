#!/usr/bin/env bash
# Files: none over 600 lines (a manual page is one page, however long), each with its licence, none that does not belong on the top level.
# SPDX-License-Identifier: MIT
set -uo pipefail
export LC_ALL=C
cd "$1" || exit 1
failed=0 count=0

fail() {
    printf '%s\n' "$1"
    failed=1
}

for entry in *; do
    case $entry in
    CMakeLists.txt | CMakePresets.json | README.md | LICENSE | bootstrap) ;;
    src | content | fonts | templates | tests | build) ;;
    *) fail "$entry: does not belong on the top level" ;;
    esac
done

# Goldens and inputs of tests/e2e are not sources; the text of a licence is its own; CSV and pictures have no
# comments (LICENSE speaks for the whole folder).
while IFS= read -r file; do
    count=$((count + 1))
    lines=$(wc -l <"$file")
    ((lines <= 600)) || [[ $file == *.1 ]] || fail "$file: $lines lines; 600 is the limit"
    [[ $file == *.csv ]] || head -n 12 "$file" | grep -q 'SPDX-License-Identifier: [A-Z]' || fail "$file: has no SPDX line at its head"
    ! grep -nE '[[:blank:]]$' "$file" /dev/null || fail "$file: white space at the end of a line"
done < <(find CMakeLists.txt bootstrap src content fonts templates tests .ci -type f \
    ! -path 'tests/e2e/*/*' ! -name 'README.md' ! -name layers.txt ! -path 'content/examples/*.png')
((count)) || failed=1
while IFS= read -r file; do
    case ${file##*/} in
    *.c) [[ ${file##*/} =~ ^[a-z][a-z0-9_]*\.c$ ]] || fail "$file: write it in lower case with _" ;;
    *.h) grep -qE '^#ifndef HO_[A-Z0-9_]+_H$' "$file" || fail "$file: has no include guard HO_..._H" ;;
    esac
done < <(find src -name '*.[ch]')
printf '%d files\n' $count
exit $failed
