#!/usr/bin/env bash
# Parts of a roster by GNU parallel, and their reports joined: as the manual tells it.
# SPDX-License-Identifier: MIT
set -uo pipefail
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.bash"
command -v parallel >/dev/null && parallel --version 2>/dev/null | grep -q 'GNU parallel' ||
    skip 'there is no GNU parallel (apt-get install parallel); shards on several machines were not tried'
make_roster 10 >roster.csv
"$HANDOUT" batch roster.csv --clinic "$clinic" -d whole -q 2>/dev/null
parallel --will-cite "$HANDOUT" batch roster.csv --clinic "$clinic" -d out{} --shard {}/4 -j 1 -q ::: 1 2 3 4 2>/dev/null
"$HANDOUT" batch --merge-reports out1/report.csv out2/report.csv out3/report.csv out4/report.csv -o report.csv ||
    fail 'the reports cannot be joined'
mkdir joined && mv out?/*.pdf report.csv joined && diff -r whole joined
