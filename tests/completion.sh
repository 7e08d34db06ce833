#!/usr/bin/env bash
# Tab completes commands, options and words as the program itself tells them: in bash by the function that bash calls,
# in zsh by keys typed on a terminal.
# SPDX-License-Identifier: MIT
set -uo pipefail
export LC_ALL=C
: "${HANDOUT:?the program}" "${HO_SOURCE:?the source tree}" "${HO_DATA:?its data}"
export HANDOUT_DATA=$HO_DATA
PATH=$(dirname "$HANDOUT"):$PATH
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir "$place/contents"
touch "$place/record one.xml"
cd "$place" || exit 1
failed=0

same() { # of what, expected, seen
    [ "$2" = "$3" ] && return
    printf '%s: "%s" was expected, "%s" came\n' "$1" "$2" "$3"
    failed=1
}

# shellcheck source=/dev/null
. "$HO_SOURCE/src/cli/completion/handout.bash"
bash_gives() { # expected, then the words of the line, the last one unfinished
    local expected=$1
    shift
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
    _handout
    same "bash: $*" "$expected" "${COMPREPLY[*]}"
}
bash_gives make handout ma
bash_gives --paper handout make --pape
bash_gives 'letter legal' handout make --paper l
bash_gives 'colour grey low' handout make --ink ''
bash_gives 'AU CA EU GB IE IN NZ US' handout make --country ''
bash_gives bird-dog handout new --exercise bi
bash_gives 'left right both none' handout new --side ''
bash_gives red-flags handout list re
bash_gives 'record one.xml' handout make record
bash_gives contents handout make --content con
bash_gives '' handout nonsense --pa

command -v zsh >/dev/null || {
    echo 'zsh is not installed: its completion was not tried'
    [ $failed -eq 0 ] && exit 77
    exit 1
}
cat >try.zsh <<'END'
zmodload zsh/zpty
zpty shell 'zsh -f -i'
zpty -w shell "PS1=; fpath=($1 \$fpath); autoload -U compinit; compinit -u -D; LISTMAX=1000; stty columns 200; print rea''dy"
until [[ $seen == *ready* ]]; do zpty -r shell chunk && seen+=$chunk; done
# The line as completed, told between two control characters, which no echo of what is typed holds.
zpty -w shell 'tell() { print -r -- $'"'\\x02'"'$BUFFER$'"'\\x03'"'; BUFFER=; }; zle -N tell; bindkey "^X" tell'
shift 1
for line; do
    zpty -w -n shell "$line"$'\t\x18'
    seen=
    until [[ $seen == *$'\x02'*$'\x03'* ]]; do zpty -r shell chunk && seen+=$chunk; done
    print -r -- ${${seen##*$'\x02'}%%$'\x03'*}
done
END
mapfile -t lines < <(TERM=dumb timeout 60 zsh -f try.zsh "$HO_SOURCE/src/cli/completion" \
    'handout ma' 'handout make --pape' 'handout new --exercise bi' 'handout list re' 'handout make --ink gr' \
    'handout make --country N' 'handout make rec' 'handout make --content con')
same zsh 'handout make |handout make --paper=|handout new --exercise bird-dog |handout list red-flags |handout make --ink grey |handout make --country NZ |handout make record\ one.xml |handout make --content contents/' \
    "$(IFS='|' && printf '%s' "${lines[*]}")"
exit $failed
