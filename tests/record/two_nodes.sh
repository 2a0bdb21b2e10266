#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Two services on one PostgreSQL database, which is killed under them and started again. Run by
# tests/record/on_postgres.sh. usage: two_nodes.sh TENDON
set -u
tendon=$1
person=$(cd "$(dirname "$0")/../.." && pwd)/schemas/examples/good-typical-runner.json
made=$(mktemp -d) || exit 1
first=
second=
end() {
    [ -z "$first" ] || kill "$first" 2>/dev/null
    [ -z "$second" ] || kill "$second" 2>/dev/null
    wait
    rm -rf "$made"
}
trap end EXIT
. "$(dirname "$0")/cluster"

fail() {
    echo "two_nodes: $1"
    cat "$made"/*.log
    exit 1
}

# ask ADDRESS KEY: one assessment; prints the status, keeps the answer
ask() {
    curl -s -o "$made/answer" -w '%{http_code}' -H 'Content-Type: application/json' \
        -H "Idempotency-Key: $2" --data-binary "@$person" "http://$1/v1/evaluations"
}

"$tendon" serve --listen 127.0.0.1:0 --data "$made/a" --store "$TENDON_CHECK_POSTGRES" \
    --workers 1 >"$made/a.log" 2>&1 &
first=$!
a=$(address_of "$made/a.log")
"$tendon" serve --listen 127.0.0.1:0 --data "$made/b" --store "$TENDON_CHECK_POSTGRES" \
    --workers 1 >"$made/b.log" 2>&1 &
second=$!
b=$(address_of "$made/b.log")
[ -n "$a" ] || fail "the first node does not start"
[ -n "$b" ] || fail "the second node does not start"

[ "$(ask "$a" one)" = 201 ] || fail "the first node does not answer"
cp "$made/answer" "$made/first"
[ "$(ask "$b" one)" = 201 ] || fail "the second node does not answer"
cmp -s "$made/first" "$made/answer" || fail "one key had two answers"
id=$(sed 's/.*"id":"\([0-9a-f-]*\)".*/\1/' "$made/first" | head -n 1)
curl -s -o "$made/found" "http://$b/v1/evaluations/$id"
cmp -s "$made/first" "$made/found" || fail "an evaluation is not found from the other node"

stop_cluster
[ "$(ask "$a" two)" = 503 ] || fail "it answers without a database"
[ "$(curl -s -o /dev/null -w '%{http_code}' "http://$a/readyz")" = 503 ] || fail "it is ready"
start_cluster
for _ in $(seq 50); do
    [ "$(ask "$a" two)" != 201 ] || break
    sleep 0.2
done
[ "$(ask "$a" two)" = 201 ] || fail "it does not recover by itself"
curl -s -o "$made/found" "http://$b/v1/evaluations/$id"
cmp -s "$made/first" "$made/found" || fail "what was answered is lost"

kill "$first" "$second"
wait
for node in a b; do
    "$tendon" log verify --data "$made/$node" >"$made/verify.log" 2>&1 || fail "log of $node"
done
first=
second=
echo "two nodes: one answer a key, found from both, none lost"
