#!/usr/bin/env bash
# An installed program works from any folder, with the data that were installed beside it and no others: a word of
# theirs is changed here, and must come out on page 1.
# SPDX-License-Identifier: MIT
set -euo pipefail
: "${HO_BUILD:?the build folder}" "${HO_SOURCE:?the source tree}"
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

DESTDIR=$place cmake --install "$HO_BUILD" >"$place/log" || {
    cat "$place/log"
    exit 1
}
program=$(find "$place" -path '*/bin/handout' -type f)
strings=$(find "$place" -path '*/share/handout/content/en-GB/strings.xml')
[ -x "$program" ] || { echo 'no program was installed'; exit 1; }
[ -e "$strings" ] || { echo 'no content was installed'; exit 1; }
sed -i 's/Get emergency help now/Get emergency help soon/' "$strings"

unset HANDOUT_DATA
mkdir "$place/elsewhere"
cd "$place/elsewhere"
HOME=$PWD XDG_CONFIG_HOME=$PWD "$program" make "$HO_SOURCE/content/examples/sam-taylor.xml" \
    --clinic "$HO_SOURCE/content/examples/clinic.xml" -o out.pdf
qpdf --check out.pdf >/dev/null
pdftotext -f 1 -l 1 out.pdf page1.txt
grep -q 'Get emergency help soon' page1.txt || {
    echo 'the installed program read other data than those installed with it'
    exit 1
}

# A part that is loaded when it is needed is found where it was installed, not where it was built.
module=$(find "$place" -name handout-picture.so)
HOME=$PWD XDG_CONFIG_HOME=$PWD "$program" make "$HO_SOURCE/content/examples/sam-taylor.xml" \
    --clinic "$HO_SOURCE/content/examples/clinic.xml" --as png -o out.png
rm "$module"
if HOME=$PWD XDG_CONFIG_HOME=$PWD "$program" make "$HO_SOURCE/content/examples/sam-taylor.xml" \
    --clinic "$HO_SOURCE/content/examples/clinic.xml" --as png -o again.png 2>messages; then
    echo 'the installed program loads a part of another place'
    exit 1
fi
grep -q 'HO-992' messages
