#!/usr/bin/env bash
# schema.sh CHECK — every schema is one, every shipped file fits that of its root element, both for xmllint and for
# our own check (the program CHECK), and both refuse what does not fit.
# SPDX-License-Identifier: MIT
set -uo pipefail
export LC_ALL=C
check=$1
cd "${HO_SOURCE:?the source tree}" || exit 1
schemas=content/schema failed=0 count=0
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
command -v xmllint >/dev/null || { echo 'xmllint is not here'; exit 77; }

fail() {
    printf '%s\n' "$1"
    failed=1
}
lint() { # schema, file
    xmllint --nonet --noout --relaxng "$1" "$2" >"$scratch/said" 2>&1
}

for schema in $schemas/*.rng; do
    grep -q '^  <start>' "$schema" || continue # what others include
    name=$(basename "$schema" .rng)
    # A file that no schema allows: a schema that cannot be used says something else of it (status 5).
    printf '<no-such-root/>' >"$scratch/none.xml"
    lint "$schema" "$scratch/none.xml"
    [ $? -eq 3 ] || { cat "$scratch/said"; fail "$schema: xmllint cannot use it, or it allows anything"; }
    printf '<%s zzz="1"/>' "$name" >"$scratch/wrong.xml"
    lint "$schema" "$scratch/wrong.xml" && fail "$schema: allows an unknown attribute"
    "$check" $schemas "$scratch/wrong.xml" 2>"$scratch/said" && fail "$schema: our check allows an unknown attribute"
    grep -q "wrong.xml:1:1: .*<$name>.*\[HO-350\]" "$scratch/said" || { cat "$scratch/said"; fail "$schema: our check says it otherwise"; }
    used=$(grep -rlE --include='*.xml' "^<$name[ >]" content templates fonts | head -n 1)
    [ -n "$used" ] || fail "$schema: no shipped file has this root"
done

while IFS= read -r file; do
    count=$((count + 1))
    root=$(xmllint --nonet --xpath 'name(/*)' "$file")
    [ -e "$schemas/$root.rng" ] || { fail "$file: there is no schema for <$root>"; continue; }
    lint "$schemas/$root.rng" "$file" || { cat "$scratch/said"; fail "$file: xmllint refuses it"; }
    "$check" $schemas "$file" || fail "$file: our check refuses it"
    # A file of another kind is refused.
    other=$schemas/record.rng
    [ "$root" != record ] || other=$schemas/clinic.rng
    ! lint "$other" "$file" || fail "$file: fits $other too"
done < <(find content templates fonts -name '*.xml')

((count)) || fail 'no file was found'
printf '%d files, %d schemas\n' $count "$(ls $schemas/*.rng | wc -l)"
exit $failed
