#!/usr/bin/env bash
# A disk that is full stops a batch with a reason; what is there is whole, and with space again it goes on.
# SPDX-License-Identifier: MIT
set -uo pipefail
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.bash"
mkdir small
mount -t tmpfs -o size=1500k tmpfs small 2>/dev/null || skip 'a small tmpfs cannot be mounted here; no disk was filled'
trap 'umount "$scratch/small"; rm -rf "$scratch"' EXIT
make_roster 14 >roster.csv
batch=("$HANDOUT" batch roster.csv --clinic "$clinic" -q -j 2)
"${batch[@]}" -d whole 2>/dev/null
"${batch[@]}" -d small/out 2>messages
[ $? -eq 3 ] || fail 'the status of a full disk is not 3'
grep -q 'cannot be written: No space left on device \[HO-907\]' messages || { cat messages; fail 'the reason is missing'; }
[ "$(find small/out -name '*.pdf' | wc -l)" -gt 1 ] || fail 'what fits is not there'
for file in small/out/*.pdf; do
    cmp "$file" "whole/$(basename "$file")" || fail "$file is cut short"
done
[ -z "$(find small -name '*.part')" ] || fail 'an unfinished file is left'
mount -o remount,size=20m small || skip 'the tmpfs cannot be made larger'
"${batch[@]}" -d small/out --resume 2>/dev/null
diff -r whole small/out
