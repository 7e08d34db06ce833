#!/usr/bin/env bash
# The same as an array of Slurm, if one runs here: a scheduler is not started for a test.
# SPDX-License-Identifier: MIT
set -uo pipefail
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.bash"
command -v sbatch >/dev/null && sinfo >/dev/null 2>&1 || skip 'no Slurm runs here; an array of it was not tried'
make_roster 10 >roster.csv
"$HANDOUT" batch roster.csv --clinic "$clinic" -d whole -q 2>/dev/null
sbatch --wait -o /dev/null --array=1-4 --wrap "'$HANDOUT' batch roster.csv --clinic '$clinic' \
    -d out\$SLURM_ARRAY_TASK_ID --shard \$SLURM_ARRAY_TASK_ID/4 -q || [ \$? -eq 4 ]" >/dev/null || fail 'the array fails'
"$HANDOUT" batch --merge-reports out1/report.csv out2/report.csv out3/report.csv out4/report.csv -o report.csv ||
    fail 'the reports cannot be joined'
mkdir joined && mv out?/*.pdf report.csv joined && diff -r whole joined
