# examples.awk FILE... — writes the table of examples_priv.h: of the messages that the cases of tests/e2e expect, one of
# each code, with the hint below it. So "handout list messages" shows what a user was shown. One with a hint is better than
# one without, and one without a path of the tests better still; of equals the first is taken.
# SPDX-License-Identifier: MIT
function quoted(text, out, i, c) {
    out = "\""
    for (i = 1; i <= length(text); i++) {
        c = substr(text, i, 1)
        out = out (c ~ /["\\]/ ? "\\" : "") c
    }
    return out "\""
}

function keep(hint, worth) {
    if (code == "")
        return
    worth = 1 + 2 * (hint != "") + ((said hint) !~ /HERE|SOURCE|DATA/)
    if (worth > best[code]) {
        best[code] = worth
        row[code] = "{" (code + 0) ", " quoted(said) ", " quoted(hint) "},"
    }
    code = ""
}

/^  hint: / {
    keep(substr($0, 9))
    next
}

{ keep("") }

/: (note|warning|error): .* \[HO-[0-9][0-9][0-9]\]$/ {
    match($0, /: (note|warning|error): /)
    code = substr($0, length($0) - 3, 3)
    said = substr($0, RSTART + RLENGTH, length($0) - RSTART - RLENGTH - 8)
}

END {
    keep("")
    print "#include \"cli/examples_priv.h\""
    print "const struct example message_examples[] = {"
    for (each = 0; each < 1000; each++)
        if (sprintf("%03d", each) in row)
            print row[sprintf("%03d", each)]
    print "{0, 0, 0}};"
}
