#!/usr/bin/env bash
# The checks of this folder are able to fail: each is shown a tiny tree, good and then with one fault.
# SPDX-License-Identifier: MIT
set -uo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
tree=$(mktemp -d) || exit 1
trap 'rm -rf "$tree"' EXIT
failed=0

make_tree() {
    rm -rf "$tree"
    mkdir -p "$tree"/{src/base,src/xml,content,fonts,templates,tests/e2e/one,.ci}
    cd "$tree" || exit 1
    echo '# SPDX-License-Identifier: MIT' | tee CMakeLists.txt >bootstrap
    printf 'base:\nxml: base\n' >src/layers.txt
    printf '%s\n' '/* SPDX-License-Identifier: MIT */' '#ifndef HO_A_H' '#define HO_A_H' \
        '#include <stddef.h>' 'size_t ho_a(void);' '#endif' >src/base/a.h
    printf '%s\n' '/* SPDX-License-Identifier: MIT */' '#include "base/a.h"' '#include <libxml/tree.h>' \
        'int x = HO_MSG_ONE;' >src/xml/x.c
    cp src/base/a.h src/base/a_priv.h
    printf 'HO_MESSAGE(100, ONE, HO_ERROR, "one %%s")\n' >src/base/message.def
    echo '/* SPDX-License-Identifier: MIT */' >>src/base/message.def
    echo '<!-- SPDX-License-Identifier: MIT -->' >content/SAFETY.md
    for name in a b c d e f g h i; do
        mkdir -p tests/e2e/$name && : >tests/e2e/$name/cmd
        echo "\`e2e.$name\`" >>content/SAFETY.md
    done
    printf 'handout: error: one x [HO-100]\n  hint: none\n' >tests/e2e/one/stderr
}

expect() { # pass|fail, script, what is wrong
    local got=fail
    bash "$here/$2.sh" "$tree" >"$tree/.out" 2>&1 && got=pass
    if [ $got != "$1" ]; then
        printf '%s.sh: %s was expected to %s\n' "$2" "$3" "$1"
        cat "$tree/.out"
        failed=1
    fi
}

for script in layers headers names messages safety; do
    make_tree
    expect pass $script 'a good tree'
done
fault() { # script, what is wrong, command that makes it so
    make_tree
    eval "$3"
    expect fail "$1" "$2"
}
fault layers 'an include against the direction' 'echo "#include \"xml/y.h\"" >src/base/b.c; : >src/xml/y.h'
fault layers 'a private header of another stage' 'echo "#include \"base/a_priv.h\"" >>src/xml/x.c'
fault layers 'a library outside its owner' 'echo "#include <libxml/tree.h>" >src/base/b.c'
fault layers 'a library in a public header' 'echo "#include <libxml/tree.h>" >src/xml/y.h'
fault layers 'an unknown library' 'echo "#include <curl/curl.h>" >src/base/b.c'
fault layers 'a path within the folder' 'echo "#include \"a.h\"" >src/base/b.c'
fault layers 'an unknown stage' 'mkdir src/zoo'
fault layers 'a circle of stages' 'printf "base: xml\nxml: base\n" >src/layers.txt'
fault headers 'a header that needs another' 'sed -i /stddef/d src/base/a.h'
fault headers 'a header without a guard' 'printf "enum e { A };\n" >src/base/b.h'
fault names 'a long file' 'seq 601 >>src/xml/x.c'
fault names 'a file without a licence' 'echo "int y;" >src/xml/y.c'
fault names 'a stray file' ': >notes.txt'
fault names 'white space at an end' 'echo "int z; " >>src/xml/x.c'
fault messages 'an unused message' 'echo "HO_MESSAGE(101, TWO, HO_ERROR, \"two\")" >>src/base/message.def'
fault messages 'a message that no case shows' 'rm tests/e2e/one/stderr'
fault messages 'a message without a hint' 'sed -i 2d tests/e2e/one/stderr'
fault messages 'a code given twice' 'sed -n "1s/ONE/TWO/p" src/base/message.def >>src/base/message.def'
fault messages 'a conversion %d' 'sed -i "s/%s/%d/" src/base/message.def'
fault safety 'a test that is gone' 'rm -r tests/e2e/a'
fault safety 'a promise without a test' 'sed -i 3d content/SAFETY.md'
exit $failed
