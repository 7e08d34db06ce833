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
quietly pdftoppm -r 100 -png proof.pdf page
quietly mutool info proof.pdf
quietly mutool draw -o mutool-%d.png proof.pdf
quietly gs -q -dNOPAUSE -dBATCH -sDEVICE=nullpage proof.pdf
quietly pdfinfo -struct-text proof.pdf

# Every font embedded, subset, with ToUnicode.
pdffonts proof.pdf | awk 'NR > 2 && !($(NF-4) == "yes" && $(NF-3) == "yes" && $(NF-2) == "yes") {exit 1}' ||
    { pdffonts proof.pdf >&2; fail 'a font is not embedded, subset and mapped'; }
[ "$(pdffonts proof.pdf | wc -l)" -ge 6 ] || fail 'fonts are missing'

# Words alone: spacing is the reader's. Bidi controls are what poppler adds for a terminal.
words() {
    sed 's/\xE2\x80[\x8E\x8F\xAA-\xAE]//g; s/\xE2\x81[\xA6-\xA9]//g; s/\x0C//g' "$1" |
        tr -s ' \n\302\240' '\n' | sed '/^$/d'
}
pdftotext -raw -enc UTF-8 proof.pdf poppler.txt
mutool draw -q -F text -o mupdf.txt proof.pdf
# Both readers rebuild lines from places on the page, so list labels and table cells may swap within a line: the
# words of the two must be the same set, and the tagged text must be the very text that was set, in order.
for reader in poppler mupdf; do
    diff <(words proof.txt | sort) <(words $reader.txt | sort) >&2 || fail "$reader reads other words"
done
pdfinfo -struct-text proof.pdf | sed -n 's/^ *"\(.*\)"$/\1/p' >struct.txt
diff <(words proof.txt | tr -d '\n') <(words struct.txt | tr -d '\n') >&2 || fail 'the tagged text differs'

# The same page by two ways: fonts embedded and drawn by poppler, outlines drawn by cairo.
for page in 1 2; do
    # The share of pixels that differ by more than a third of the range.
    different=$(compare -metric AE -fuzz 34% "page-$page.png" "proof-$page.png" null: 2>&1 || true)
    size=$(identify -format '%[fx:w*h]' "proof-$page.png")
    [ "$(identify -format '%wx%h' "page-$page.png")" = "$(identify -format '%wx%h' "proof-$page.png")" ] ||
        fail "page $page has another size"
    awk -v d="$different" -v s="$size" 'BEGIN {exit !(d / s < 0.002)}' ||
        fail "page $page: $different of $size pixels differ"
    grep -q '</svg>' "proof-$page.svg" || fail "page $page has no whole SVG"
done

for flavour in ua1 2a; do
    status=0
    "$here/../support/verapdf" $flavour proof.pdf || status=$?
    [ $status -eq 0 ] || exit $status
done
