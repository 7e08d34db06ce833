#!/usr/bin/env bash
# A signal ends a batch after the handouts that are being made, and it says how to go on. (Not Ctrl-C's: a shell without
# a terminal has its children ignore that.)
# SPDX-License-Identifier: MIT
set -uo pipefail
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.bash"
make_roster 400 >roster.csv
"$HANDOUT" batch roster.csv --clinic "$clinic" -d out -j 2 2>messages &
batch=$!
for ((i = 0; i < 600; i++)); do
    [ "$(grep -c , out/report.csv 2>/dev/null)" -gt 1 ] 2>/dev/null && break
    sleep .05
done
kill -TERM $batch 2>/dev/null || fail 'it ended before it could be stopped'
wait $batch
[ $? -eq 143 ] || fail 'it does not end by the signal'
grep -q 'handout: stopped; [0-9]* rows are left, --resume goes on' messages || { cat messages; fail 'it does not say so'; }
lines=$(($(wc -l <out/report.csv) - 1)) files=$(find out -name '*.pdf' | wc -l)
[ "$lines" -eq "$files" ] || fail "the report tells of $lines files, there are $files"
[ -z "$(find out -name '.handout-*')" ] || fail 'an unfinished file is left'
printf '%d of 400 were made\n' "$files"
