#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A library about a garden is checked, tested, evaluated, served and replayed by the same program.
set -u
cd "$(dirname "$0")/../.." || exit 1
tendon=${TENDON:-build/plain/tendon}
garden="--rules tests/rules/garden/rules --schema tests/rules/garden/assessment.schema.json"
bed='{"bed":{"plant":"tomato"},"weather":{"lowest_tonight":-1}}'
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
    exit 1
}

"$tendon" check $garden >"$made/check" || fail "$(cat "$made/check")"
"$tendon" test $garden >"$made/test" || fail "$(cat "$made/test")"
echo "$bed" | "$tendon" evaluate - $garden >"$made/said" || fail "it does not evaluate"
grep -q '^frost  *protect-now  *provisional' "$made/said" || fail "$(cat "$made/said")"
grep -q 'Is it covered at night?' "$made/said" || fail "it does not ask about the cover"


# What is written for editors speaks of the garden alone.
cp -R tests/rules/garden/rules "$made/rules"
"$tendon" rule types --rules "$made/rules" --schema tests/rules/garden/assessment.schema.json || fail "it has no types"
grep -q -- '---yes(bed.covered)' "$made/rules/types.lua" || fail "its examples are not its own"
grep -iE 'referral|patient\.|runfit|injur' "$made/rules/types.lua" && fail "a word of another library is in it"

"$tendon" serve $garden --listen 127.0.0.1:0 --data "$made/data" --workers 1 >"$made/out" 2>"$made/err" &
pid=$!
for _ in $(seq 100); do
    grep -q listens "$made/out" && break
    sleep 0.05
done
base=$(sed -n 's/.*listens on //p' "$made/out")
[ -n "$base" ] || fail "$(cat "$made/err")"
curl -s "$base/v1/evaluations" -H 'Content-Type: application/json' --data "$bed" >"$made/answer"
grep -q '"frost":{"answer":"protect-now","status":"provisional"' "$made/answer" || fail "$(cat "$made/answer")"
id=$(sed 's/{"id":"\([^"]*\)".*/\1/' "$made/answer")
curl -s "$base/v1/evaluations/$id" | cmp -s - "$made/answer" || fail "it is not read back as it was"
kill "$pid" && wait "$pid"
pid=
"$tendon" log verify --data "$made/data" | grep -q '^verified 3 entries' || fail "the log does not verify"
