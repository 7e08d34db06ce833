#!/usr/bin/env bash
# All figures by two ways: the PDF that libharu writes, drawn by poppler, and the picture that cairo draws. Both read
# the same items, so what is missing, moved or of another colour in one of them differs in whole areas; edges may
# differ by a shade.
# SPDX-License-Identifier: MIT
set -uo pipefail
export LC_ALL=C
: "${HANDOUT:?the program}" "${HO_DATA:?its data}"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1
for need in pdftoppm compare; do
    command -v $need >/dev/null || { echo "SKIPPED: there is no $need"; exit 77; }
done
failed=0

fail() {
    printf 'figures: %s\n' "$*"
    failed=1
}

# How far two pictures are apart: the mean difference, and the pixels of another colour, both in a million.
apart() {
    local mean pixels
    mean=$(compare -metric MAE "$1" "$2" null: 2>&1 || true)
    pixels=$(compare -metric AE -fuzz 33% "$1" "$2" null: 2>&1 || true)
    identify -format '%w %h' "$1" |
        awk -v m="${mean//[^0-9.e ()-]/}" -v n="$pixels" '{gsub(/.*\(|\).*/, "", m); printf "%d %d", m * 1e6, n / ($1 * $2) * 1e6}'
}

# Each figure once; the looks take turns, since a fault of one of the writers is not that of one figure.
looks=('right a colour' 'left b low' 'left a colour' 'right b grey')
figures=0
for id in $("$HANDOUT" list figures | cut -f 1); do
    read -r side body ink <<<"${looks[figures % ${#looks[@]}]}"
    for kind in pdf png; do
        "$HANDOUT" show "$id" --side "$side" --body "$body" --ink "$ink" -o "$id.$kind" || exit 1
    done
    pdftoppm -r 300 -singlefile -png "$id.pdf" "$id-poppler" || exit 1
    read -r mean pixels < <(apart "$id.png" "$id-poppler.png")
    ((mean <= 6000 && pixels <= 800)) ||
        fail "$id, $side, $body, $ink: mean difference $mean, other pixels $pixels, in a million"
    figures=$((figures + 1))
done

# The measure sees what it is for.
convert cat.png -roll +4+0 moved.png
read -r mean pixels < <(apart cat.png moved.png)
((mean > 6000 && pixels > 800)) || fail 'a picture that was moved looks the same'
((figures >= 20)) || fail "only $figures pictures were compared"
printf '%d pictures\n' "$figures"
exit $failed
