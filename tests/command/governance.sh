#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A rule change goes its whole way beside a running service: proposed, approved by another,
# weighed, activated, rolled back; replays are byte-identical and the log verifies.
set -u
cd "$(dirname "$0")/../.." || exit 1
tendon=$PWD/${TENDON:-build/plain/tendon}
[ -x "$tendon" ] || {
    echo "$tendon is not built; run tests/run"
    exit 1
}
made=$(mktemp -d)
pid=
finish() {
    [ -z "$pid" ] || { kill "$pid" && wait "$pid"; }
    rm -rf "$made"
}
trap finish EXIT

fail() {
    echo "$1"
    cat "$made/said" "$made/err" 2>/dev/null
    exit 1
}

# does WHAT STATUS COMMAND...: the command ends with that status.
does() {
    what=$1
    wanted=$2
    shift 2
    "$@" >"$made/said" 2>&1
    [ "$?" -eq "$wanted" ] || fail "$what: not $wanted"
}

garden="--schema tests/rules/garden/assessment.schema.json"
data="--data $made/data"
cp -R tests/rules/garden/rules "$made/rules"
for who in author approver operator stranger; do
    "$tendon" key new "$made/$who.key" >"$made/$who.pub" 2>/dev/null || fail "no key"
done
does "a key is never written over" 1 "$tendon" key new "$made/author.key"
token=$(printf %s secret | sha256sum | cut -d' ' -f1)
cat >"$made/clients.json" <<END
{ "clients": [
  { "name": "ann", "role": "author", "ed25519": "$(cat "$made/author.pub")" },
  { "name": "bob", "role": "approver", "ed25519": "$(cat "$made/approver.pub")" },
  { "name": "ann-too", "role": "approver", "ed25519": "$(cat "$made/author.pub")" },
  { "name": "cleo", "role": "operator", "ed25519": "$(cat "$made/operator.pub")" },
  { "name": "emr", "role": "client", "token_sha256": "$token" }
] }
END

"$tendon" serve --governed --rules "$made/rules" $garden $data --listen 127.0.0.1:0 --workers 1 \
    --clients "$made/clients.json" >"$made/out" 2>"$made/err" &
pid=$!
for _ in $(seq 100); do
    grep -q listens "$made/out" && break
    sleep 0.05
done
base=$(sed -n 's/.*listens on //p' "$made/out")
ask() {
    curl -s -o "$made/answer" -w '%{http_code}' "$base$1" -H 'Authorization: Bearer secret' \
        -H "Content-Type: $2" --data-binary "@$3"
}
echo '{"bed":{"plant":"tomato","covered":false},"weather":{"lowest_tonight":0,"signs":[]}}' >"$made/bed"
[ "$(curl -s -o /dev/null -w '%{http_code}' "$base/readyz")" = 503 ] || fail "ready without a release"
[ "$(ask /v1/evaluations application/json "$made/bed")" = 503 ] || fail "it answers without a release"

step() { # VERB [DIGEST] KEY REASON
    verb=$1
    shift
    "$tendon" release "$verb" "$@" --rules "$made/rules" $garden $data --clients "$made/clients.json"
}
does "a stranger proposes" 1 step propose --key "$made/stranger.key" --reason "Why not"
does "no reason" 2 step propose --key "$made/author.key"
does "the first is proposed" 0 step propose --key "$made/author.key" --reason "The first"
first=$(cat "$made/said")
does "the same again" 1 step propose --key "$made/author.key" --reason "The first"
does "activated before it is approved" 1 step activate "$first" --key "$made/operator.key" --reason "Go"
does "approved by its author" 1 step approve "$first" --key "$made/author.key" --reason "Fine"
does "approved by another" 0 step approve "$first" --key "$made/approver.key" --reason "Read it"
does "approved twice by one key" 1 step approve "$first" --key "$made/approver.key" --reason "Again"
does "activated by an approver" 1 step activate "$first" --key "$made/approver.key" --reason "Go"
does "activated" 0 step activate "$first" --key "$made/operator.key" --reason "Go"
wait_for() { # DIGEST
    for _ in $(seq 60); do
        [ "$(ask /v1/evaluations application/json "$made/bed")" = 201 ] &&
            grep -q "$1" "$made/answer" && return 0
        sleep 0.1
    done
    fail "the running service does not follow to $1"
}
wait_for "$first"

# A mixed record: 6,000 lines now, 6,000 after the change.
lines=0
: >"$made/beds"
while [ "$lines" -lt 6000 ]; do
    echo "{\"bed\":{\"plant\":\"tomato\",\"covered\":false},\"weather\":{\"lowest_tonight\":$((lines % 12 - 4)),\"signs\":[\"clear\",\"still\"]}}"
    lines=$((lines + 1))
done >"$made/beds"
[ "$(ask /v1/batch application/x-ndjson "$made/beds")" = 200 ] || fail "no batch"
[ "$(grep -c '"recorded":true' "$made/answer")" = 6000 ] || fail "the batch is not recorded"

# The change takes an emergency away from 3 degrees: refused until somebody says why.
rule=$made/rules/frost/tender.lua
sed -i 's/version  = "1.0.0"/version  = "2.0.0"/; s/{ "1.0.0", "2026-11-22", "First release." }/{ "2.0.0", "2026-11-23", "2 degrees." }, &/' "$rule"
sed -i 's/at_most(3)/at_most(2)/' "$made/rules/findings/cold.lua"
sed -i 's/^case "3 degrees, clear and still"/case "2 degrees, clear and still"/; s/^case "4 degrees, clear and still"/case "3 degrees, clear and still"/' "$made/rules/frost/tender.test.lua"
does "a change its cases refuse" 1 step propose --key "$made/author.key" --reason "Warmer nights"
grep -q 'tender.test.lua' "$made/said" || fail "the failing case is not named"
sed -i 's/lowest_tonight = 3, signs = { "clear", "still" }/lowest_tonight = 2, signs = { "clear", "still" }/; s/lowest_tonight = 4, signs/lowest_tonight = 3, signs/; s/lowest_tonight = 3, signs = { "clear" }/lowest_tonight = 2, signs = { "clear" }/; s/lowest_tonight = 3, signs = { "still" }/lowest_tonight = 2, signs = { "still" }/' "$made/rules/frost/tender.test.lua"
does "the change is proposed" 0 step propose --key "$made/author.key" --reason "Warmer nights"
second=$(cat "$made/said")
does "its differences" 0 "$tendon" release diff "$first" "$second" $data $garden
grep -q '3.*2' "$made/said" || fail "the moved threshold is not told"
does "its impact" 0 "$tendon" release impact "$second" $data
head -n 1 "$made/said" | grep -q '^60[0-9][0-9] of 60[0-9][0-9] recorded assessments could be replayed' || fail "replayable first"
grep -q ' 500  emergencies lost' "$made/said" || fail "500 of 6,000 lose it"
does "approved" 0 step approve "$second" --key "$made/approver.key" --reason "Read it"
does "emergencies lost" 1 step activate "$second" --key "$made/operator.key" --reason "Go"
[ "$(grep -cE '^[0-9a-f-]{36}$' "$made/said")" = 500 ] || fail "each lost emergency is told"
does "accepted" 0 step activate "$second" --key "$made/operator.key" --reason "Go" \
    --accept-lost-emergencies "The almanac says 2"
wait_for "$second"
[ "$(ask /v1/batch application/x-ndjson "$made/beds")" = 200 ] || fail "no second batch"

does "back to the first" 0 step activate "$first" --key "$made/operator.key" --reason "Frost after all"
wait_for "$first"
does "listed" 0 "$tendon" release list $data
grep -q "^$first  active" "$made/said" || fail "the first is active"
grep -q "^$second  retired" "$made/said" || fail "the second is retired"
does "shown" 0 "$tendon" release show "$second" $data
grep -q 'The almanac says 2' "$made/said" || fail "why is kept"

does "every evaluation replays" 0 "$tendon" replay --all $data
grep -qE '^replayed 120[0-9][0-9] evaluations, 0 differ$' "$made/said" || fail "all of them"
if [ -x build/debug/tendon ]; then
    does "the debug build replays them too" 0 build/debug/tendon replay --all $data
fi
kill "$pid" && wait "$pid"
pid=
does "the log verifies" 0 "$tendon" log verify $data
grep -q '^verified ' "$made/said" || fail "verified"
python3 -c 'import sqlite3, sys
store = sqlite3.connect(sys.argv[1])
store.execute("UPDATE files SET bytes = CAST(replace(bytes, ?, ?) AS BLOB)", ("tomato", "potato"))
store.commit()' "$made/data/tendon.db" || fail "the files are not edited"
does "other files than its own" 1 "$tendon" replay --all $data
