#!/usr/bin/env bash
# A row of a batch is what make makes of its record alone, byte for byte: by any number of workers, in any company.
# SPDX-License-Identifier: MIT
set -uo pipefail
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.bash"
make_roster 30 >roster.csv
"$HANDOUT" batch roster.csv --clinic "$clinic" -d many -j 3 -q 2>messages
[ $? -eq 4 ] || { cat messages; fail 'the batch fails'; }
[ "$(find many -name '*.pdf' | wc -l)" = 30 ] || fail 'a handout is missing'
{ head -n 1 roster.csv; tail -n +2 roster.csv | tac; } >backwards.csv
"$HANDOUT" batch backwards.csv --clinic "$clinic" -d other -j 1 -q 2>/dev/null
count=0
while IFS= read -r row; do
    id=${row%%,*}
    cmp "many/$id.pdf" "other/$id.pdf" || fail "$id depends on its company"
    if ((count++ % 5 < 2)); then
        { head -n 1 roster.csv; printf '%s\n' "$row"; } |
            "$HANDOUT" batch - --clinic "$clinic" -d "alone-$id" -q 2>/dev/null
        cmp "many/$id.pdf" "alone-$id/$id.pdf" || fail "$id is another one alone"
    fi
done < <(tail -n +2 roster.csv)

# What a batch knows of the documents before, it uses: most here is the same for all, but names that fit their place, that
# do not, and that no content has letters for.
names=('Pat Kim' 'Maximiliana Wilhelmine von Hohenlohe-Waldenburg-Schillingsfuerst' 'Łukasz Żółć' Zoë)
plans=('cat-cow|walking' 'figure-four|cat-cow|walking' 'cat-cow|walking|swimming')
{
    echo id,name,condition,language,side,exercises,goals
    for ((i = 1; i <= 48; i++)); do
        printf 'k-%02d,%s %d,sciatica,en-GB,left,%s,%s\n' "$i" "${names[i % 4]}" "$i" "${plans[i % 3]}" \
            "$( ((i % 3)) && echo "Walk for $i minutes." || printf 'Lift the shopping. %.0s' 1 2 3 4 5 6 7 8)"
    done
} >known.csv
"$HANDOUT" batch known.csv --clinic "$clinic" -d known -j 1 -q 2>messages || { cat messages; fail 'the batch fails'; }
for id in k-01 k-09 k-18 k-27 k-36 k-45 k-46 k-47 k-48; do
    { head -n 1 known.csv; grep "^$id," known.csv; } | "$HANDOUT" batch - --clinic "$clinic" -d "alone-$id" -q 2>/dev/null
    cmp "known/$id.pdf" "alone-$id/$id.pdf" || fail "$id is another one alone"
done

# The records of a folder, each made alone by make.
mkdir records
side=(left right both none) size=(standard large giant)
for i in 1 2 3 4 5 6; do
    "$HANDOUT" new -o "records/r-$i.xml" --name "Pat $i" --side "${side[i % 4]}" --exercise cat-cow:reps=$((8 + i % 3)) \
        --exercise walking --goal "Goal $i." 2>/dev/null || fail 'there is no record to make'
    sed -i "s/language=\"en-GB\"/& type=\"${size[i % 3]}\"/" "records/r-$i.xml"
done
"$HANDOUT" batch records --clinic "$clinic" -d folder -q 2>messages || { cat messages; fail 'the folder fails'; }
for i in 1 2 3 4 5 6; do
    "$HANDOUT" make "records/r-$i.xml" --clinic "$clinic" -q -o single.pdf || fail "r-$i cannot be made"
    cmp single.pdf "folder/r-$i.pdf" || fail "make makes another r-$i"
done
printf '%d rows, 6 records\n' $count
