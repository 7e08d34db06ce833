#!/usr/bin/env bash
# Parts of a roster on other machines, by GNU parallel over ssh, as the manual tells it: here two logins of this one, at
# a server with keys of its own, begun and ended here.
# SPDX-License-Identifier: MIT
set -uo pipefail
source "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/common.bash"
server=$(PATH=$PATH:/usr/sbin command -v sshd) && command -v parallel >/dev/null ||
    skip 'there is no sshd or no GNU parallel (apt-get install openssh-server parallel); ssh was not tried'
[ "$(id -u)" -eq 0 ] || skip 'sshd wants a folder of root; ssh was not tried'
mkdir -p /run/sshd
port=$((20000 + $$ % 20000))
ssh-keygen -q -t ed25519 -N '' -f host && ssh-keygen -q -t ed25519 -N '' -f user && cp user.pub authorized
"$server" -D -e -f /dev/null -p $port -h "$PWD/host" -o ListenAddress=127.0.0.1 -o PidFile=none -o StrictModes=no \
    -o UsePAM=no -o AuthorizedKeysFile="$PWD/authorized" 2>log &
trap 'kill $(jobs -p); rm -rf "$scratch"' EXIT
ssh="ssh -F none -p $port -i $PWD/user -o StrictHostKeyChecking=no -o UserKnownHostsFile=$PWD/known -o LogLevel=ERROR"
for ((i = 0; i < 100; i++)); do
    $ssh 127.0.0.1 true 2>/dev/null && break
    sleep .1
done
$ssh 127.0.0.1 true || { cat log; fail 'no login'; }

make_roster 10 >roster.csv
"$HANDOUT" batch roster.csv --clinic "$clinic" -d whole -q 2>/dev/null
HOME=$scratch PARALLEL_SSH=$ssh parallel --will-cite --workdir "$PWD" --sshlogin 1/127.0.0.1,1/localhost \
    "env HANDOUT_DATA= $HANDOUT" batch roster.csv --clinic "$clinic" -d out{} --shard {}/4 -j 1 -q ::: 1 2 3 4 2>messages
status=$?
for part in 1 2 3 4; do
    [ -s out$part/report.csv ] || { cat messages; fail "part $part is missing (status $status)"; }
done
"$HANDOUT" batch --merge-reports out1/report.csv out2/report.csv out3/report.csv out4/report.csv -o report.csv ||
    fail 'the reports cannot be joined'
mkdir joined && mv out?/*.pdf report.csv joined && diff -r whole joined
