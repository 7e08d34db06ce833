#!/usr/bin/env bash
# proof.sh MAKE_PROOF — the waist and both its readers, held to the standards and to each other: veraPDF, qpdf,
# poppler, mutool and Ghostscript read the PDF without a word; its text comes out the same by two programs and is what
# was set; and its page, drawn by poppler, is the picture that cairo draws from the same items.
# SPDX-License-Identifier: MIT
set -euo pipefail
make_proof=$1
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"

fail() {
    printf 'proof: %s\n' "$*" >&2
    exit 1
}

# Runs a reader that must succeed and have nothing to say.
quietly() {
    "$@" >out.log 2>err.log || { cat out.log err.log >&2; fail "$1 refuses the file"; }
    # qpdf ends with "no errors"; Debian's MuPDF has no ICC, and says so of any file with an output intent.
    ! grep -ihE 'warn|error' out.log err.log |
        grep -vE 'No syntax or stream encoding errors|errors that qpdf cannot|ICC support is not available' || { cat out.log err.log >&2; fail "$1 complains"; }
}

"$make_proof" "$HO_DATA/fonts" "$dir/proof"
"$make_proof" "$HO_DATA/fonts" "$dir/again"
cmp proof.pdf again.pdf || fail 'two runs differ'
cmp proof-1.png again-1.png || fail 'two pictures differ'

quietly qpdf --check proof.pdf
quietly pdfinfo proof.pdf
quietly pdftoppm -r 50 -png proof.pdf splash
quietly mutool info proof.pdf
quietly mutool draw -o mutool-%d.png proof.pdf
quietly gs -q -dNOPAUSE -dBATCH -sDEVICE=nullpage proof.pdf
quietly pdfinfo -struct-text proof.pdf

# Every font embedded, subset, with ToUnicode.
pdffonts proof.pdf | awk 'NR > 2 && !($(NF-4) == "yes" && $(NF-3) == "yes" && $(NF-2) == "yes") {exit 1}' ||
    { pdffonts proof.pdf >&2; fail 'a font is not embedded, subset and mapped'; }
[ "$(pdffonts proof.pdf | wc -l)" -ge 6 ] || fail 'fonts are missing'

# What was set is what is read; white space aside, which readers guess from gaps. The structure tree and the content
# stream (MuPDF) give the very text, in order. pdftotext sorts by place on the page and adds bidi controls, so it must
# give every paragraph whole, and nothing else. One lapse of it is known and kept out of the sample: an Arabic vowel
# sign above or below its letter begins a new word for it, in files of other programs too.
letters() {
    LC_ALL=C sed 's/\xE2\x80[\x8E\x8F\xAA-\xAE]//g; s/\xE2\x81[\xA6-\xA9]//g; s/\xC2\xA0//g' "$@" |
        tr -d ' \f'
}
whole() { letters "$1" | tr -d '\n'; }
pdftotext -enc UTF-8 proof.pdf poppler.txt
mutool draw -q -F text -o mupdf.txt proof.pdf 2>/dev/null
pdfinfo -struct-text proof.pdf | sed -n 's/^ *"\(.*\)"$/\1/p' >struct.txt
diff <(whole proof.txt) <(whole mupdf.txt) >&2 || fail 'MuPDF reads another text'
diff <(whole proof.txt) <(whole struct.txt) >&2 || fail 'the structure tree reads another text'
seen=$(whole poppler.txt)
while IFS= read -r line; do
    [[ $seen == *"$line"* ]] || fail "pdftotext does not read: $line"
done < <(letters proof.txt)
[ "$(whole proof.txt | wc -m)" -eq "$(whole poppler.txt | wc -m)" ] || fail 'pdftotext reads more than was set'

# The same page by two ways: embedded fonts drawn by poppler, outlines drawn by cairo. Edges differ by the hinting of
# the two; a glyph that is wrong, missing or moved differs in whole pixels, from white to ink.
pdftocairo -r 200 -png proof.pdf page
for page in 1 2 3; do
    [ "$(identify -format '%wx%h' "page-$page.png")" = "$(identify -format '%wx%h' "proof-$page.png")" ] ||
        fail "page $page has another size"
    different=$(compare -metric AE -fuzz 70% "page-$page.png" "proof-$page.png" null: 2>&1 || true)
    [ "$different" -le 12 ] || fail "page $page: $different pixels differ"
    grep -q '</svg>' "proof-$page.svg" || fail "page $page has no whole SVG"
done

for flavour in ua1 2a; do
    status=0
    "$here/../support/verapdf" $flavour proof.pdf || status=$?
    [ $status -eq 0 ] || exit $status
done
