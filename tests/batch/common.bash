# What the tests of batches share: a fresh folder, the program on the path, rosters of invented patients.
# SPDX-License-Identifier: MIT
: "${HANDOUT:?the program}" "${HO_DATA:?its data}" "${HO_SOURCE:?the source tree}"
export LC_ALL=C
examples=$HO_SOURCE/content/examples
clinic=$examples/clinic.xml
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
unset HANDOUT_DATA SOURCE_DATE_EPOCH
export HOME=$scratch XDG_CONFIG_HOME=$scratch

fail() {
    printf '%s: %s\n' "$(basename "$0")" "$1"
    exit 1
}

skip() {
    printf 'SKIPPED: %s\n' "$1"
    exit 77
}

# A roster of $1 rows that differ in exercises, side, size of type and more; every fifth has a red flag.
make_roster() {
    local sides=(left right both) sizes=(standard large standard) plans=('cat-cow:repetitions=9|figure-four'
        'single-knee-to-chest|pelvic-tilt|walking' 'bird-dog' 'cat-cow|single-knee-to-chest:repetitions=4|plank|figure-four')
    echo 'id,name,born,side,body,type,condition,language,starts,exercises,goals,cautions,flag:leaking'
    local i flag plan
    for ((i = 1; i <= $1; i++)); do
        flag=no plan=${plans[i % 4]}
        ((i % 5)) || flag=yes plan=
        printf 'p-%03d,"Pat ""%d"" Éxample",19%d-03-1%d,%s,%s,%s,sciatica,en-GB,2026-11-%d,%s,"Walk, %d minutes.|Sit.",%s,%s\n' \
            "$i" "$i" $((40 + i % 60)) $((i % 10)) "${sides[i % 3]}" "$( ((i % 2)) && echo a || echo b)" \
            "${sizes[i % 3]}" $((10 + i % 20)) "$plan" "$i" "$( ((i % 28 != 21)) || echo no-kneeling)" "$flag"
    done
}
