#!/usr/bin/env bash
# Each header of src/ compiles alone and twice; a public one without any library's include path.
# SPDX-License-Identifier: MIT
set -uo pipefail
cd "$1" || exit 1
warn='-Wall -Wextra -Wpedantic -Wstrict-prototypes -Werror'
foreign=$(pkg-config --cflags libxml-2.0 pango harfbuzz harfbuzz-subset cairo libjpeg libqrencode librsvg-2.0 lcms2 libdeflate) || exit 1
failed=0 count=0

while IFS= read -r header; do
    flags=
    [[ $header != *_priv.h ]] || flags=$foreign
    # The declaration keeps the unit from being empty, which ISO C forbids.
    # shellcheck disable=SC2086
    printf '#include "%s"\n#include "%s"\nextern int alone;\n' "$header" "$header" |
        ${CC:-cc} -std=c11 $warn -Isrc $flags -fsyntax-only -x c - || {
        printf 'src/%s does not compile alone\n' "$header"
        failed=1
    }
    count=$((count + 1))
done < <(cd src && find . -name '*.h' -printf '%P\n' | LC_ALL=C sort)
((count)) || failed=1
printf '%d headers\n' $count
exit $failed
