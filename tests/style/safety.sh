#!/usr/bin/env bash
# Each test that the safety page names is there.
# SPDX-License-Identifier: MIT
set -uo pipefail
cd "$1" || exit 1
page=content/SAFETY.md
failed=0 count=0
while IFS= read -r name; do
    count=$((count + 1))
    case $name in
    e2e.*) there=tests/e2e/${name#e2e.}/cmd ;;
    unit.*) there=$(sed -E 's|^unit\.([a-z]+)\.(.*)|tests/unit/\1/test_\2.c|' <<<"$name") ;;
    esac
    [ -e "$there" ] || {
        printf '%s: there is no test %s\n' "$page" "$name"
        failed=1
    }
done < <(grep -oE '`(e2e|unit)\.[a-z._-]+`' "$page" | tr -d '`')
((count >= 9)) || {
    printf '%s: names %d tests; there are more promises\n' "$page" "$count"
    failed=1
}
exit $failed
