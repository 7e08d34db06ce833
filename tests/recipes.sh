#!/usr/bin/env bash
# The recipes of README.md work as they are written: each line is taken from there and run, in a folder that has what the
# recipes name. What only a person has stands in for itself: an editor that writes in a telephone and a logo, a sendmail
# and an lp that keep what they are given.
# SPDX-License-Identifier: MIT
set -uo pipefail
: "${HANDOUT:?the program}" "${HO_SOURCE:?the source tree}"
place=$(mktemp -d) || exit 1
trap 'rm -rf "$place"' EXIT
failed=0 lines=0
export HOME=$place/home TERM=dumb
unset XDG_CONFIG_HOME XDG_CACHE_HOME HANDOUT_DATA SOURCE_DATE_EPOCH
mkdir -p "$HOME" "$place/bin" "$place/here"
ln -s "$HANDOUT" "$place/bin/handout"
ln -s "$HO_SOURCE/content" "$place/here/content"
cd "$place/here" || exit 1

fail() {
    printf 'README.md: %s\n' "$1"
    failed=1
}

cat >"$place/bin/sendmail" <<END
#!/bin/sh
[ "\$*" = -t ] && cat >"$place/sent.eml"
END
cat >"$place/bin/lp" <<END
#!/bin/sh
[ "\$1 \$2 \$3" = "-o print-scaling=none -o" ] && [ "\$#" -eq 5 ] && qpdf --check "\$5" >"$place/lp" && echo "\$4" >>"$place/printed"
END
cat >"$place/bin/nano" <<END
#!/bin/sh
sed -i 's|<phone>.*</phone>|<phone>020 7946 0999</phone><logo file="logo.svg"/>|' "\$1"
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"><path d="M0 0h4v1H0z" fill="#036"/></svg>' >"\$(dirname "\$1")/logo.svg"
END
chmod +x "$place"/bin/*
PATH=$place/bin:$PATH

# The lines of the code blocks between two headings.
lines_of() {
    awk -v from="## $1" '/^## / { on = $0 == from } on && /^```/ { code = !code; next } on && code' "$HO_SOURCE/README.md"
}

# All lines in one shell, which stops at the first that fails.
run_all() { # heading
    lines=$((lines + $(lines_of "$1" | grep -c .)))
    bash -euo pipefail -c "trap 'echo \"failed: \$BASH_COMMAND\"' ERR; $(lines_of "$1")" </dev/null >"$place/out" 2>"$place/err" &&
        ! grep ': error: ' "$place/err" || {
        fail "a line of \"$1\" fails"
        cat "$place/out" "$place/err"
    }
}

pages() {
    pdfinfo "$1" | sed -n 's/^Pages: *//p'
}

run_all 'Five recipes'
cd "$HOME/handouts" || exit 1
[ "$(pdftotext sam.pdf - | grep -c 'Sam Taylor')" -gt 1 ] || fail 'one patient: sam.pdf does not name Sam Taylor'
[ "$(wc -l <empty.csv)" -eq 1 ] || fail 'a list: empty.csv is not one line'
[ "$(ls today/*.pdf | wc -l)" -eq 3 ] && [ -s today/report.csv ] || fail 'a list: not three PDFs and a report'
[ "$(pages laminate.pdf)" -eq 1 ] && [ "$(pages cards.pdf)" -eq 2 ] || fail 'a sheet: the pages are other ones'
grep -q '^To: sam@example.org' "$place/sent.eml" || fail 'e-mail: nothing went to Sam'
pdftotext sam-taylor.pdf text && grep -q '020 7946 0999' text || fail 'your clinic: its telephone is not on the handout'
[ -z "$(pdfimages -list sam-taylor.pdf | tail -n +3)" ] || fail 'your clinic: the logo became pixels'

run_all Printing
[ "$(cat "$place/printed")" = $'sides=one-sided\nsides=two-sided-long-edge' ] || fail 'printing: lp was not asked for both'
[ -z "$(pdftotext -f 2 -l 2 two-sided.pdf - | tr -d '\f\n')" ] || fail 'printing: the back of page 1 is not blank'

# What the page points to is there; its pictures are small enough for a slow line, and have a palette (PNG, 11.2.2).
while IFS= read -r path; do
    [ -e "$HO_SOURCE/$path" ] || fail "there is no $path"
    [[ $path != *.png ]] || { [ "$(stat -c %s "$HO_SOURCE/$path")" -lt 60000 ] && [ "$(od -An -tu1 -j25 -N1 "$HO_SOURCE/$path")" -eq 3 ]; } ||
        fail "$path is large, or has no palette"
done < <(grep -oE '\]\([^)#:]+' "$HO_SOURCE/README.md" | sed 's/](//' | sort -u)

printf '%d lines\n' $lines
((lines >= 15)) || fail 'lines are missing'
exit $failed
