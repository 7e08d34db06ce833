#!/usr/bin/env bash
# The same as a job array of Slurm, on a cluster of one node that is this machine, begun and ended here.
# SPDX-License-Identifier: MIT
set -uo pipefail
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.bash"
for program in munged slurmctld slurmd sbatch; do
    PATH=$PATH:/usr/sbin command -v $program >/dev/null ||
        skip "there is no $program (apt-get install slurmctld slurmd slurm-client munge); a job array was not tried"
done
[ "$(id -u)" -eq 0 ] || skip 'slurmd wants to be root; a job array was not tried'
PATH=$PATH:/usr/sbin
node=$(hostname -s) port=$((20000 + $$ % 20000))

mkdir cluster cluster/state cluster/spool
chmod 711 . cluster # munged asks for it
cat >cluster/slurm.conf <<END
ClusterName=test
SlurmctldHost=$node(127.0.0.1)
SlurmUser=root
SlurmctldPort=$port
SlurmdPort=$((port + 1))
AuthType=auth/munge
AuthInfo=socket=$PWD/cluster/munge.socket
StateSaveLocation=$PWD/cluster/state
SlurmdSpoolDir=$PWD/cluster/spool
SlurmctldPidFile=$PWD/cluster/slurmctld.pid
SlurmdPidFile=$PWD/cluster/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
NodeName=$node NodeAddr=127.0.0.1 CPUs=2
PartitionName=all Nodes=ALL Default=YES
END
export SLURM_CONF=$PWD/cluster/slurm.conf
(umask 077 && head -c 1024 /dev/urandom >cluster/key)
munged --foreground --force --key-file="$PWD/cluster/key" --socket="$PWD/cluster/munge.socket" \
    --pid-file="$PWD/cluster/munge.pid" --log-file="$PWD/cluster/munge.log" --seed-file="$PWD/cluster/seed" 2>/dev/null &
slurmctld -D >cluster/log 2>&1 &
slurmd -D >cluster/node-log 2>&1 &
trap 'kill $(jobs -p); wait; rm -rf "$scratch"' EXIT
for ((i = 0; i < 200; i++)); do
    [ "$(sinfo -h -o %t 2>/dev/null)" = idle ] && break
    sleep .1
done
[ "$(sinfo -h -o %t)" = idle ] || { cat cluster/*log; fail 'the cluster does not start'; }

make_roster 10 >roster.csv
"$HANDOUT" batch roster.csv --clinic "$clinic" -d whole -q 2>/dev/null
timeout 120 sbatch --wait -o 'log-%a' --array=1-4 --wrap "'$HANDOUT' batch roster.csv --clinic '$clinic' \
    -d out\$SLURM_ARRAY_TASK_ID --shard \$SLURM_ARRAY_TASK_ID/4 -q || [ \$? -eq 4 ]" >/dev/null ||
    { cat log-*; fail 'the array fails'; }
"$HANDOUT" batch --merge-reports out1/report.csv out2/report.csv out3/report.csv out4/report.csv -o report.csv ||
    fail 'the reports cannot be joined'
mkdir joined && mv out?/*.pdf report.csv joined && diff -r whole joined
