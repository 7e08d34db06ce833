# Sums a callgrind profile by stage: reads callgrind.out, whose functions of the program stand in .../src/STAGE/.
# A stage's cost is its own code and all that the libraries did on its behalf: the cost of its calls out, less that of
# the calls which come back in (a comparison for qsort, say). What no stage called is start-up: the dynamic linker,
# constructors and the end. Prints "stage NAME OWN WITH", "step NAME WITH", "library NAME SELF", "total N".
# SPDX-License-Identifier: MIT
function name_of(kind, text,    id, cut) { # "(12) name" defines, "(12)" repeats; kind is ob, fl or fn
    if (text !~ /^\(/) return text
    cut = index(text, ")")
    id = kind substr(text, 1, cut)
    if (length(text) > cut) names[id] = substr(text, cut + 2)
    return names[id]
}
function stage_of(file,    part) { # "" for a library
    if (!match(file, /\/src\/[a-z]+\/[a-z0-9_]+\.[ch]$/)) return ""
    part = substr(file, RSTART + 5)
    return substr(part, 1, index(part, "/") - 1)
}
function base_name(path) {
    sub(/.*\//, "", path)
    return path
}
function take_call(cost) {
    if (callee == "main") main_cost += cost
    if (callee in is_step) step[callee] += cost
    if (callee == "main" || (stage == "") == (callee_stage == "")) return
    if (stage != "") with[stage] += cost
    else with[callee_stage] -= cost
}
function fail(reason) {
    print "stages.awk: " reason >"/dev/stderr"
    exit 1
}
BEGIN {
    count = split(steps, order, " ")
    for (i = 1; i <= count; i++) is_step[order[i]] = 1
}
/^ob=/ { object = name_of("ob", substr($0, 4)); next }
/^fl=/ { file = name_of("fl", substr($0, 4)); stage = stage_of(file); next }
/^f[ie]=/ { name_of("fl", substr($0, 4)); next } # inlined code belongs to the function it went into
/^fn=/ { name_of("fn", substr($0, 4)); callee_file = file; next }
/^cob=/ { name_of("ob", substr($0, 5)); next }
/^cf[il]=/ { callee_file = name_of("fl", substr($0, 5)); next }
/^cfn=/ { callee = name_of("fn", substr($0, 5)); callee_stage = stage_of(callee_file); next }
/^calls=/ { is_call = 1; next }
/^summary:/ { total = $2; next }
/^[0-9+*-]/ {
    if (is_call) {
        take_call($2)
        is_call = 0
        callee_file = file
        next
    }
    seen += $2
    self[base_name(object)] += $2
    if (stage != "") {
        stages_seen = 1
        own[stage] += $2
        with[stage] += $2
    }
}
END {
    if (!main_cost || seen != total) fail("this is no whole profile of the program")
    if (!stages_seen) fail("no function stands in src/: was it built without -g?")
    for (name in with) {
        printf "stage %s %.0f %.0f\n", name, own[name], with[name]
        stages += with[name]
    }
    for (i = 1; i <= count; i++) {
        if (!(order[i] in step)) fail("nothing called " order[i])
        printf "step %s %.0f\n", order[i], step[order[i]]
    }
    for (name in self) printf "library %s %.0f\n", name, self[name]
    printf "stage start-up - %.0f\n", total - main_cost
    printf "unplaced %.0f\n", main_cost - stages
    printf "total %.0f\n", total
}
