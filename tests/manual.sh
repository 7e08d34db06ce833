#!/usr/bin/env bash
# The manual page tells of every command and option that --help tells of, and of no others; and mandoc finds no fault.
# SPDX-License-Identifier: MIT
set -uo pipefail
export LC_ALL=C
: "${HANDOUT:?the program}" "${HO_SOURCE:?the source tree}"
manual=$HO_SOURCE/src/cli/handout.1
failed=0 options=0

fail() {
    printf 'src/cli/handout.1: %s\n' "$1"
    failed=1
}

same() { # what, in the manual, in --help
    diff -u --label 'the manual' <(printf '%s\n' "$2") --label "handout $1" <(printf '%s\n' "$3") ||
        fail "is not as \"handout $1\" tells"
}

# "-o --output FILE" a line, as the manual's section of command $1 and as its --help have it.
manual_options() {
    sed -n "/^\\.Ss handout $1\$/,/^\\.S[sh] /p" "$manual" | sed -n '2,$s/^\.It Fl //p' |
        sed -E 's/^([a-z]) , -/-\1 --/; s/^-([a-z]{2})/--\1/; s/ Ar / /'
}

help_options() {
    "$HANDOUT" "$1" --help | sed -nE 's/^ +((-[a-zA-Z]), )?(--[a-z][a-z-]*)( ([A-Z][A-Z-]*))?( .*)?$/\2 \3 \5/p' |
        sed -E 's/^ //; s/ $//'
}

commands=$("$HANDOUT" --help | sed -nE 's/^  ([a-z]+) +[A-Z].*/\1/p')
[ -n "$commands" ] || fail 'no command was found in handout --help'
same --help "$(sed -n 's/^\.Ss handout //p' "$manual")" "$commands"
for command in $commands; do
    told=$(help_options "$command")
    [ "$(grep -c . <<<"$told")" -eq "$("$HANDOUT" "$command" --help | grep -cE '^ +(-|--)[a-z]')" ] ||
        fail "an option of \"handout $command --help\" cannot be read"
    same "$command --help" "$(manual_options "$command")" "$told"
    options=$((options + $(grep -c . <<<"$told")))
done
((options)) || fail 'no option was found'
printf '%d options\n' $options

((failed == 0)) || exit 1
command -v mandoc >/dev/null || {
    echo 'SKIPPED: there is no mandoc (apt-get install mandoc); the options agree, the markup was not checked'
    exit 77
}
mandoc -T lint -W warning "$manual" || fail 'mandoc finds a fault'
exit $failed
