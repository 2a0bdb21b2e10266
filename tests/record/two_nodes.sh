#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Two services on one PostgreSQL database, which is killed under them and started again. Run by
# tests/record/on_postgres.sh. usage: two_nodes.sh TENDON
set -u
. "$(dirname "$0")/cluster"
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
grep -q libpq "/proc/$first/maps" || fail "a node of PostgreSQL's has not loaded libpq" # tests/command/libpq.sh

[ "$(ask "$a" one)" = 201 ] || fail "the first node does not answer"
cp "$made/answer" "$made/first"
[ "$(ask "$b" one)" = 201 ] || fail "the second node does not answer"
cmp -s "$made/first" "$made/answer" || fail "one key had two answers"
id=$(sed 's/.*"id":"\([0-9a-f-]*\)".*/\1/' "$made/first" | head -n 1)
curl -s -o "$made/found" "http://$b/v1/evaluations/$id"
cmp -s "$made/first" "$made/found" || fail "an evaluation is not found from the other node"

# at once: whichever keeps it first, both say the same
race() { # ADDRESS KEY ANSWER
    curl -s -o "$made/$3" -w '%{http_code}' -H 'Content-Type: application/json' \
        -H "Idempotency-Key: $2" --data-binary "@$person" "http://$1/v1/evaluations" \
        >"$made/$3.status"
}
sql "CREATE FUNCTION tendon.slow() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN PERFORM pg_sleep(0.3); RETURN new; END';
    CREATE TRIGGER slow BEFORE INSERT ON tendon.all_keys FOR EACH ROW EXECUTE FUNCTION tendon.slow()"
for key in race-1 race-2 race-3; do
    race "$a" "$key" one &
    racing=$!
    race "$b" "$key" other
    wait "$racing"
    [ "$(cat "$made/one.status" "$made/other.status")" = 201201 ] || fail "one of two at once is refused"
    cmp -s "$made/one" "$made/other" || fail "one key had two answers at once"
done
sql "DROP TRIGGER slow ON tendon.all_keys"

stop_cluster
[ "$(ask "$a" two)" = 503 ] || fail "it answers without a database"
[ "$(curl -s -o /dev/null -w '%{http_code}' "http://$a/readyz")" = 503 ] || fail "it is ready"
start_cluster
for _ in $(seq 50); do
    [ "$(ask "$a" two)" != 201 ] || break
    sleep 0.2
done
[ "$(ask "$a" two)" = 201 ] || fail "it does not recover by itself"
# a reader that was lost is connected anew behind the loops: asked too soon, the answer is 503
for _ in $(seq 50); do
    curl -s -o "$made/found" "http://$b/v1/evaluations/$id"
    cmp -s "$made/first" "$made/found" && break
    sleep 0.2
done
cmp -s "$made/first" "$made/found" || fail "what was answered is lost"

# found and erased from either node
[ "$(ask "$b" three)" = 201 ] || fail "the second node does not answer any more"
reference=$(sed -n 's/.*"reference": *"\([^"]*\)".*/\1/p' "$person" | head -n 1)
for at in "$a" "$b"; do
    curl -s -o "$made/found" "http://$at/v1/evaluations?reference=$reference"
    [ "$(grep -o '"evaluated_at"' "$made/found" | wc -l)" = 6 ] || fail "a search misses another node's"
done
"$tendon" log checkpoint --data "$made/b" >"$made/checkpoints" || fail "no checkpoint"
"$tendon" log erase --patient "$reference" --reason "asked" --data "$made/a" >"$made/erase.log" 2>&1 ||
    fail "nothing is erased"
grep -q "^6 erased in 2 logs$" "$made/erase.log" || fail "it is not erased in both logs"
for at in "$a" "$b"; do
    [ "$(curl -s -o /dev/null -w '%{http_code}' "http://$at/v1/evaluations/$id")" = 410 ] ||
        fail "it is there after it was erased"
done

kill "$first" "$second"
wait
first=
second=
for node in a b; do
    "$tendon" log verify --data "$made/$node" >"$made/verify.log" 2>&1 || fail "log of $node"
done

# all logs from one place, by keys and a checkpoint kept elsewhere
verify() { # WANTED STATUS, WORDS, MORE OPTIONS
    wanted=$1
    words=$2
    shift 2
    "$tendon" log verify --all-nodes --data "$made/a" "$@" >"$made/verify.log" 2>&1
    ended=$?
    if [ "$ended" -ne "$wanted" ] || ! grep -q "$words" "$made/verify.log"; then
        fail "not $wanted: $words"
    fi
}
cat "$made/a/log.pub" "$made/b/log.pub" >"$made/signers"
node=$(cat "$made/b/node")
verify 0 "^verified [0-9]* entries, [0-9]* checkpoints in 2 logs$"
verify 0 " in 2 logs$" --signers "$made/signers" --against "$made/checkpoints"
verify 1 "^log $node: entry 0: nobody says whose key" --signers "$made/a/log.pub"
verify 1 "is of none of these logs" --signers "$made/signers" --against "$made/signers"
verify 2 "a line is not the public half" --signers "$made/checkpoints"

sql "UPDATE tendon.all_entries SET client = 'somebody' WHERE log = '$node' AND number = 0"
verify 1 "^log $node: entry 0: "
sql "UPDATE tendon.all_entries SET client = 'local' WHERE log = '$node' AND number = 0"
verify 0 " in 2 logs$"
signer=$(sql "SELECT signer FROM tendon.logs WHERE log = '$node'")
sql "UPDATE tendon.logs SET signer = '$(cat "$made/a/log.pub")' WHERE log = '$node'"
verify 1 "^log $node: entry 0: nobody says whose key"
verify 0 " in 2 logs$" --signers "$made/signers"
sql "UPDATE tendon.logs SET signer = '$signer' WHERE log = '$node'"
sql "CREATE TABLE kept AS SELECT * FROM tendon.logs; DELETE FROM tendon.logs WHERE log = '$node'"
verify 1 "of a log that the store does not list"
verify 1 "^log tendon/$node: it is missing$" --signers "$made/signers"
sql "INSERT INTO tendon.logs SELECT * FROM kept ON CONFLICT DO NOTHING"
verify 0 " in 2 logs$" --signers "$made/signers"
"$tendon" log scrub --data "$made/b" >"$made/scrub.log" 2>&1 || fail "it is not scrubbed"
verify 0 " in 2 logs$" --signers "$made/signers"
echo "two nodes: one answer a key, found, erased and verified from both, none lost"
