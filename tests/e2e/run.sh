#!/usr/bin/env bash
# run.sh CASE — runs the program as its user does and compares what it says and leaves behind.
# A case is a folder; the run happens in a copy of it, so that nothing is written into the tree. Its files:
#   cmd      a bash script; `handout` is on the PATH; exit 77 after a line of reason skips the case
#   status   the expected exit status; absent: 0
#   stderr   the expected messages, byte for byte; absent: none.   stdout: likewise
#   absent   names, one a line (patterns too), of which none may exist afterwards
#   leaves   (empty) a run that fails may leave PDFs: of a batch, the good rows
#   check    a bash script that must exit 0 afterwards (77 skips); $HANDOUT, $EXAMPLES, $SUPPORT, $HO_DATA are set
# No run may leave an unfinished file, and one that ends with 1, 2 or 3 may leave no PDF (but see leaves).
# HO_UPDATE_GOLDEN=1 rewrites status, stderr and stdout with what was seen; read the difference before keeping it.
# SPDX-License-Identifier: MIT
set -uo pipefail
case=$(readlink -f "$1")
: "${HANDOUT:?the program}" "${HO_DATA:?its data}" "${HO_SOURCE:?the source tree}"
export HANDOUT HO_DATA EXAMPLES=$HO_SOURCE/content/examples SUPPORT=$HO_SOURCE/tests/support
failed=0

fail() {
    printf 'e2e.%s: %s\n' "$(basename "$case")" "$1"
    failed=1
}

scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cp -R "$case" "$scratch/case"
mkdir "$scratch/seen"
cd "$scratch/case" || exit 1

# As on a fresh account, with a terminal that knows no colours; LANGUAGE keeps the system's own words in English under any
# locale.
unset HANDOUT_DATA SOURCE_DATE_EPOCH NO_COLOR
export TERM=dumb
export HOME=$scratch/home XDG_CONFIG_HOME=$scratch/home/.config XDG_CACHE_HOME=$scratch/home/.cache LANGUAGE=C
PATH=$(dirname "$HANDOUT"):$PATH
umask 022

bash -u ./cmd </dev/null >"$scratch/seen/stdout" 2>"$scratch/seen/stderr"
status=$?
if [ $status -eq 77 ]; then
    cat "$scratch/seen/stdout"
    exit 77
fi
# Where the tree and its data stand differs from machine to machine.
sed -i "s|$HO_DATA|DATA|g; s|$HO_SOURCE|SOURCE|g; s|$scratch/case|HERE|g" "$scratch/seen/stderr"

if [ "${HO_UPDATE_GOLDEN-}" = 1 ]; then
    [ "${CI-}" != true ] || { fail 'goldens are not rewritten in CI'; exit 1; }
    rm -f "$case"/{status,stderr,stdout}
    [ $status -eq 0 ] || echo $status >"$case/status"
    [ ! -s "$scratch/seen/stderr" ] || cp "$scratch/seen/stderr" "$case/stderr"
    [ ! -s "$scratch/seen/stdout" ] || cp "$scratch/seen/stdout" "$case/stdout"
    cp "$case"/{status,stderr,stdout} . 2>/dev/null
fi

wanted=$(cat status 2>/dev/null || echo 0)
[ "$status" = "$wanted" ] || fail "the exit status is $status, not $wanted"
for stream in stderr stdout; do
    golden=$stream
    [ -e $stream ] || golden=/dev/null
    diff -u --label "$stream, expected" $golden --label "$stream, seen" "$scratch/seen/$stream" ||
        fail "$stream differs"
done

left=$(find . -name '.handout-*' -o -name '*.part')
[ -z "$left" ] || fail "an unfinished file is left: $left"
if [[ $wanted =~ ^[123]$ && ! -e leaves ]]; then
    left=$(find . -name '*.pdf' -type f)
    [ -z "$left" ] || fail "it failed, but there is $left"
fi
if [ -e absent ]; then
    while IFS= read -r pattern; do
        left=$(compgen -G "$pattern" | head -n 3)
        [ -z "$left" ] || fail "there is $left"
    done <absent
fi

if [ -e check ] && [ $failed -eq 0 ]; then
    # In the C locale, whatever that of the run: probes print numbers too, and the bytes must be the same in both.
    LC_ALL=C bash -u ./check
    status=$?
    [ $status -ne 77 ] || exit 77
    [ $status -eq 0 ] || fail "its check ended with $status"
fi
exit $failed
