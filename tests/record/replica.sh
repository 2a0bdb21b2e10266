#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Replay and impact go over every node's records, and read them from a real streaming replica
# where one is named. Run by tests/record/on_postgres.sh. usage: replica.sh TENDON
set -u
. "$(dirname "$0")/cluster"
tendon=$1
person=$(cd "$(dirname "$0")/../.." && pwd)/schemas/examples/good-typical-runner.json
made=$(mktemp -d) || exit 1
pids=
replica=
end() {
    for pid in $pids; do
        kill "$pid" 2>/dev/null
    done
    [ -z "$replica" ] || stop_cluster "$replica/data" 2>/dev/null
    wait
    rm -rf "$made" "$replica"
}
trap end EXIT
fail() {
    echo "replica: $1"
    cat "$made"/*.log "$made/said" "$replica/server.log" 2>/dev/null
    exit 1
}

# 300 entries, which is more than a thread takes at a time
tr -d '\n' <"$person" >"$made/line"
for _ in $(seq 300); do
    cat "$made/line"
    echo
done >"$made/lines"
record() { # NODE
    "$tendon" serve --listen 127.0.0.1:0 --data "$made/$1" --store "$TENDON_CHECK_POSTGRES" \
        --workers 1 >"$made/$1.log" 2>&1 &
    pids="$pids $!"
    at=$(address_of "$made/$1.log")
    [ -n "$at" ] || fail "node $1 does not start"
    curl -s -o "$made/said" "http://$at/v1/batch" -H 'Content-Type: application/x-ndjson' \
        --data-binary "@$made/lines"
    [ "$(grep -c '"recorded":true' "$made/said")" = 300 ] || fail "node $1 does not record"
}
record a
record b

# says WANTED-STATUS WORDS COMMAND...
says() {
    wanted=$1
    words=$2
    shift 2
    "$@" >"$made/said" 2>&1
    ended=$?
    if [ "$ended" -ne "$wanted" ] || ! grep -q "$words" "$made/said"; then
        fail "not $wanted, $words: $*"
    fi
}
for node in a b; do
    says 0 "^replayed 600 evaluations, 0 differ" "$tendon" replay --all --data "$made/$node"
done
digest=$(sql "SELECT release FROM tendon.all_entries WHERE kind = 'evaluation' LIMIT 1")
says 0 "^600 of 600 recorded" "$tendon" release impact "$digest" --against "$digest" --data "$made/b"

# a replica that stands still while one more is recorded
replica=$(mktemp -d /tmp/tendon-pg-XXXXXX) || exit 1
[ "$(id -u)" != 0 ] || chown postgres "$replica"
copy_cluster "$replica/data" || fail "no copy of the database"
start_cluster "$replica/data" || fail "the replica does not start"
from="postgresql:///postgres?host=$replica&user=postgres"
for _ in $(seq 100); do
    [ "$(sql "SELECT count(*) FROM tendon.all_entries WHERE kind = 'evaluation'" "$from")" != 600 ] || break
    sleep 0.1
done
sql "SELECT pg_wal_replay_pause()" "$from" >/dev/null
curl -s -o /dev/null "http://$at/v1/evaluations" -H 'Content-Type: application/json' \
    --data-binary "@$person"
says 0 "^replayed 601 evaluations, 0 differ" "$tendon" replay --all --data "$made/a"
says 0 "^replayed 600 evaluations, 0 differ" "$tendon" replay --all --data "$made/a" --read-from "$from"
says 0 "^600 of 600 recorded" "$tendon" release impact "$digest" --against "$digest" \
    --data "$made/a" --read-from "$from"
says 0 "^601 of 601 recorded" "$tendon" release impact "$digest" --against "$digest" --data "$made/a"

# what is no replica of this database
sql "CREATE DATABASE other" || fail "no other database"
says 1 "can't be reached\|start the service first\|not in that database" "$tendon" replay --all \
    --data "$made/a" --read-from "$(echo "$TENDON_CHECK_POSTGRES" | sed 's,/postgres?,/other?,')"
says 1 "a replica is named as postgresql://" "$tendon" replay --all --data "$made/a" --read-from elsewhere
echo "replica: replay and impact over both nodes, from the replica where it is named"
