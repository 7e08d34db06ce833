#!/usr/bin/env bash
# A batch is killed at 200 random moments and resumed: no file is ever cut short, none that the report tells of is
# missing, and in the end all is as if nothing had happened.
# SPDX-License-Identifier: MIT
set -uo pipefail
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.bash"
command -v timeout >/dev/null || skip 'there is no timeout (coreutils); nothing was killed'
kills=200
# Mostly emergency sheets, which are made fast: it is the moments that count.
make_roster 60 | awk -F, 'NR == 1 || /,yes$/ || NR < 4' >roster.csv
batch=("$HANDOUT" batch roster.csv --clinic "$clinic" -q)

start=$EPOCHREALTIME
"${batch[@]}" -d whole -j 2 2>/dev/null
[ $? -eq 4 ] || fail 'the batch cannot be made undisturbed'
# How long it takes on this machine, in microseconds: the moments lie within.
takes=$((${EPOCHREALTIME/./} - ${start/./}))
((takes < 500000)) || takes=500000

check_folder() {
    local id file rest
    for file in out/*.pdf; do
        [ -e "$file" ] || continue
        cmp -s "$file" "whole/${file#out/}" || fail "after $killed kills, $file is not as it should be"
    done
    [ -e out/report.csv ] || return 0
    while IFS=, read -r id file rest; do
        [ "$file" = file ] || [ -z "$file" ] || [ -e "out/$file" ] ||
            fail "after $killed kills, $file is in the report and nowhere else"
    done < <(grep -a ',[0-9a-f]\{32\}$' out/report.csv)
}

RANDOM=20261124
killed=0 finished=0
while ((killed < kills)); do
    # With the workers, or the parent alone.
    group=(--foreground)
    ((RANDOM % 2)) || group=()
    moment=$(printf '0.%06d' $(((RANDOM * 32768 + RANDOM) % (takes * 5 / 4))))
    status=$( (timeout "${group[@]}" -s KILL "$moment" "${batch[@]}" -d out -j 2 --resume; echo $?) 2>messages)
    case $status in
    137) killed=$((killed + 1)) ;;
    4)
        finished=$((finished + 1))
        diff -r whole out || fail "a batch that was killed $killed times and then ended differs"
        ;;
    124) ;; # it ended by itself at the very moment when it was to be killed
    *)
        cat messages
        fail "after $killed kills, the batch ends with $status"
        ;;
    esac
    check_folder
    ((RANDOM % 6)) || rm -rf out
done
"${batch[@]}" -d out --resume 2>/dev/null
diff -r whole out || fail 'the last one differs'
printf '%d kills, %d times to the end\n' $killed $finished
