#!/usr/bin/env bash
# message.def: codes and names are unique, texts hold no conversion but %s, each message is used, and a case of
# tests/e2e shows it to a user; if it is more than a note, with a hint. "handout list messages" shows what is found here.
# SPDX-License-Identifier: MIT
set -uo pipefail
export LC_ALL=C
cd "$1" || exit 1
failed=0 count=0
# By no input: memory runs out on a machine, not on a file; and a fault of the program is one that nobody knows.
unseen=' 900 991 '
definition='^HO_MESSAGE\(([0-9]+), ([A-Z_]+), (HO_[A-Z]+),'

fail() {
    printf 'src/base/message.def: %s\n' "$1"
    failed=1
}

declare -A codes names
while IFS= read -r line; do
    if [[ ! $line =~ $definition ]]; then
        fail "cannot be read: $line"
        continue
    fi
    code=${BASH_REMATCH[1]} name=${BASH_REMATCH[2]}
    count=$((count + 1))
    [[ ! -v codes[$code] ]] || fail "$code is there twice"
    [[ ! -v names[$name] ]] || fail "$name is there twice"
    codes[$code]=1 names[$name]=1
    if [[ $unseen != *" $code "* ]]; then
        shown=$(grep -rhE -A 1 --include=stderr --include=stdout "\\[HO-$code\\]\$" tests/e2e) ||
            fail "no case of tests/e2e shows HO-$code, $name"
        [[ ${BASH_REMATCH[3]} == HO_NOTE || $shown == *'  hint: '* ]] ||
            fail "no case of tests/e2e shows HO-$code, $name, with a hint"
    fi
    # HO-900 is written out by hand: without memory there is no list of messages to report to.
    grep -rqE --include='*.c' "HO_MSG_$name\\>|\\[HO-$code\\]" src || fail "$name is used nowhere"
done < <(grep '^HO_MESSAGE' src/base/message.def)
if sed 's/%s//g; s/%%//g' src/base/message.def | grep '^[^/ ].*%'; then
    fail 'a text has a conversion other than %s'
fi
((count)) || failed=1
printf '%d messages\n' $count
exit $failed
