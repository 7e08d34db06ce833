#!/usr/bin/env bash
# On a terminal a batch shows how far it is, and Ctrl-C, which workers get as well, ends it after the handouts that are
# being made.
# SPDX-License-Identifier: MIT
set -uo pipefail
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.bash"
make_roster 400 >roster.csv
mkfifo keys
# A shell without job control has its children ignore Ctrl-C.
env --default-signal=INT script -qefc "'$HANDOUT' batch roster.csv --clinic '$clinic' -d out -j 2 --resume" seen \
    <keys >/dev/null &
terminal=$!
exec 3>keys
bar='\[[#.]{30}\] [0-9]+ of 400, 0 failed, [0-9]+ a second, [0-9]+:[0-9]{2} left'
for ((i = 0; i < 600; i++)); do
    grep -qE "$bar" seen 2>/dev/null && break
    sleep .05
done
grep -qE "$bar" seen || { tail -c 400 seen; fail 'no bar is shown'; }
printf '\003' >&3
exec 3>&-
wait $terminal
[ $? -eq 130 ] || fail 'it does not end by the signal'
# The bar is taken away before the last lines, so these stand at the beginning of theirs.
tr '\r' '\n' <seen | sed 's/^\x1b\[K//' >lines
grep -qxE 'handout: [0-9]+ made, 0 kept, 0 failed; see out/report.csv' lines || { cat lines; fail 'no counts'; }
grep -qxE 'handout: stopped; [0-9]+ rows are left, --resume goes on' lines || { cat lines; fail 'it does not say how to go on'; }
! grep -q ': error: ' lines || { cat lines; fail 'a worker that was stopped is called broken'; }
counted=$(($(wc -l <out/report.csv) - 1)) files=$(find out -name '*.pdf' | wc -l)
[ "$counted" -eq "$files" ] || fail "the report tells of $counted files, there are $files"
[ -z "$(find out -name '.handout-*')" ] || fail 'an unfinished file is left'
printf '%d of 400 were made\n' "$files"
