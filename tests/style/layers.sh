#!/usr/bin/env bash
# Every #include of src/ is one that src/layers.txt allows, and every foreign library has its owner folder.
# SPDX-License-Identifier: MIT
set -uo pipefail
export LC_ALL=C
cd "$1" || exit 1
failed=0

fail() {
    printf '%s\n' "$1"
    failed=1
}

# The folders that may include the foreign header $1; "any" for the C library and POSIX; nothing: unknown.
owners_of() {
    case $1 in
    assert.h | ctype.h | errno.h | float.h | inttypes.h | limits.h | locale.h | math.h | signal.h) echo any ;;
    stdalign.h | stdarg.h | stdbool.h | stddef.h | stdint.h | stdio.h | stdlib.h | string.h) echo any ;;
    stdatomic.h | stdnoreturn.h | strings.h | time.h | dirent.h | fcntl.h | getopt.h | poll.h | sched.h) echo any ;;
    unistd.h | sys/file.h | sys/socket.h) echo any ;;
    sys/mman.h | sys/resource.h | sys/stat.h | sys/types.h | sys/wait.h) echo any ;;
    dlfcn.h) echo base image ;;
    sanitizer/* | sys/random.h | termios.h) echo base ;;
    libxml/*) echo xml ;;
    pango/* | glib.h | glib-object.h | gio/* | hb.h | hb-*.h | fontconfig/* | fribidi.h) echo text ;;
    libdeflate.h) echo text pdf seal ;;
    hpdf.h | hpdf_*.h | lcms2.h) echo pdf ;;
    cairo.h | cairo-*.h) echo figure image picture ;;
    jpeglib.h | jerror.h | setjmp.h | librsvg/* | qrencode.h) echo image ;;
    nettle/*) echo base ;;
    csv.h) echo model ;;
    qpdf/*) echo seal ;;
    gmime/* | idn2.h) echo mail ;;
    esac
}

declare -A allowed
stages=0
while IFS=: read -r stage list; do
    for other in $list; do
        [[ -v allowed[$other] ]] || fail "src/layers.txt: $stage: \"$other\" does not stand above it"
    done
    allowed[$stage]=" $stage $list "
    stages=$((stages + 1))
done < <(grep -E '^[a-z]+:' src/layers.txt)
((stages)) || fail 'src/layers.txt names no stage'
for folder in src/*/; do
    stage=$(basename "$folder")
    [[ -v allowed[$stage] ]] || fail "src/$stage: is not in src/layers.txt"
done

check_own() { # place, stage, included path
    local other=${3%%/*}
    if [[ $3 != */* || $3 == *..* ]]; then
        fail "$1: \"$3\": write the path from src/"
    elif [[ ! -e src/$3 ]]; then
        fail "$1: \"$3\": there is no such file in src/"
    elif [[ $3 == *_priv.h && $other != "$2" ]]; then
        fail "$1: \"$3\" is private to src/$other"
    elif [[ ${allowed[$2]-} != *" $other "* ]]; then
        fail "$1: $2 may not include $other (src/layers.txt)"
    fi
}

check_foreign() { # place, stage, file, header
    local owners
    owners=$(owners_of "$4")
    if [[ -z $owners ]]; then
        fail "$1: <$4> has no owner folder; see owners_of in tests/style/layers.sh"
    elif [[ $owners != any && " $owners " != *" $2 "* ]]; then
        fail "$1: <$4> belongs to $owners"
    elif [[ $owners != any && $3 == *.h && $3 != *_priv.h && $4 != sanitizer/* ]]; then
        fail "$1: <$4>: no foreign type in a public header"
    fi
}

includes=0
while IFS=: read -r file line text; do
    stage=${file#src/} stage=${stage%%/*} place=$file:$line
    if [[ $text =~ ^[[:space:]]*\#[[:space:]]*include[[:space:]]*\"([^\"]+)\" ]]; then
        check_own "$place" "$stage" "${BASH_REMATCH[1]}"
    elif [[ $text =~ ^[[:space:]]*\#[[:space:]]*include[[:space:]]*\<([^\>]+)\> ]]; then
        check_foreign "$place" "$stage" "$file" "${BASH_REMATCH[1]}"
    else
        fail "$place: what is included here?"
    fi
    includes=$((includes + 1))
done < <(grep -rnE '^[[:space:]]*#[[:space:]]*include' src --include='*.c' --include='*.h')
((includes)) || fail 'no #include was found in src/'
printf '%d includes, %d stages\n' $includes $stages
exit $failed
