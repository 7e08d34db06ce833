# Completion of handout for bash. It asks the program for its commands, options and words, so it cannot lag behind.
# SPDX-License-Identifier: MIT

# The words that may follow option $2 of command $1, whose value --help calls $3.
_handout_values() {
    case $2=$3 in
    *=CC) handout list countries | cut -f 1 ;;
    *=TAG) handout list languages | cut -f 1 ;;
    *=EXERCISE) handout list exercises | cut -f 1 ;;
    --template=ID) handout list templates | cut -f 1 ;;
    --theme=ID) handout list themes | cut -f 1 ;;
    # "a4, letter or a5 (default: a4)"
    *) handout "$1" --help | sed -nE "s/^ .*$2 [A-Z-]+ +//p" | sed -E 's/[(:].*//; s/,? or /, /g' |
        grep -xE '([a-z0-9-]+, )+[a-z0-9-]+ *' | tr -d , ;;
    esac
}

_handout() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]} value words
    COMPREPLY=()
    if ((COMP_CWORD == 1)); then
        words="$(handout --help | sed -nE 's/^  ([a-z]+) +[A-Z].*/\1/p') --help --version"
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
        return
    fi
    [ "$before" != -o ] || before=--output
    value=$(handout "$command" --help 2>/dev/null | sed -nE "s/^ .*($before) ([A-Z-]+) .*/\2/p")
    if [[ $before == --* && $value == DIR ]]; then
        mapfile -t COMPREPLY < <(compgen -d -- "$current")
    elif [[ $before == --* && -n $value && $value != FILE* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(_handout_values "$command" "$before" "$value" 2>/dev/null)" -- "$current")
    elif [[ $current == -* ]]; then
        words=$(handout "$command" --help 2>/dev/null | grep -oE '^ +(-[a-z], )?--[a-z-]+' | grep -oE -- '--[a-z-]+')
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
    elif [[ $command == list ]]; then
        words=$(handout list --help | sed -nE 's/^Lists (.*)\.$/\1/p' | sed 's/ or /, /; s/,//g')
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
    fi
}
complete -o filenames -F _handout handout
