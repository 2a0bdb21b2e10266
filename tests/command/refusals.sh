#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What `tendon check` refuses, one planted fault at a time, each with its place.
set -u
cd "$(dirname "$0")/../.." || exit 1
tendon=${TENDON:-build/plain/tendon}
[ -x "$tendon" ] || {
    echo "$tendon is not built; run tests/run"
    exit 1
}
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
failed=0
rules=$made/rules

fresh() {
    rm -rf "$rules"
    cp -R tests/rules/garden/rules "$rules"
}

# refused SENTENCE: check ends with 1 and says so.
refused() {
    "$tendon" check --rules "$rules" --schema tests/rules/garden/assessment.schema.json >"$made/said" 2>&1
    if [ "$?" -ne 1 ] || ! grep -q -- "$1" "$made/said"; then
        echo "not refused with: $1"
        cat "$made/said"
        failed=1
    fi
    fresh
}

fresh
rm "$rules/frost/any.test.lua"
refused '^frost/any.lua:[0-9]*: no test file beside it: write frost/any.test.lua'
sed -i '/^case/,$d' "$rules/frost/any.test.lua"
refused '^frost/any.test.lua:1: a test file has at least one case'
sed -i '/"1 degree, no signs"/d' "$rules/frost/tender.test.lua"
refused '^findings/cold.lua:[0-9]*: no case notices 1 instead of 0'
sed -i 's/expect = answer "watch"/expect = silent/' "$rules/frost/any.test.lua"
refused '^frost/any.test.lua:[0-9]*: '
echo 'finding("idle", { says = "idle", when = yes(bed.covered) })' >>"$rules/findings/cold.lua"
refused '^findings/cold.lua:[0-9]*: nothing uses the finding idle'
echo 'measure("idle", { unit = "l", says = "idle", value = bed.square_metres * 2 })' >>"$rules/measures/need.lua"
refused '^measures/need.lua:[0-9]*: nothing uses the measure idle'
echo 'source "idle-2001" { authors = "Nobody", year = 2001 }' >>"$rules/evidence/almanac.lua"
refused '^evidence/almanac.lua:[0-9]*: nothing cites the source idle-2001'
echo 'suggestion "idle" { label = "Idle" }' >>"$rules/suggestions/fleece.lua"
refused '^suggestions/fleece.lua:[0-9]*: nothing offers the suggestion idle'
sed -i 's/due = "2028-11-22"/due = "2026-11-23"/' "$rules/frost/any.lua"
refused '^frost/any.lua:[0-9]*: its review is overdue'
sed -i 's/version  = "1.0.0"/version  = "1.0.1"/' "$rules/frost/any.lua"
refused '^frost/any.lua:[0-9]*: its history has no line for version 1.0.1'
sed -i "s/title    = \"Frost is likely\"/title    = \"$(printf 'x%.0s' $(seq 140))\"/" "$rules/frost/any.lua"
refused '^frost/any.lua:[0-9]*: the title is over 139 characters'
sed -i 's/"water", "wait" }/"flood", "water", "wait" }/; s/    water = {/    flood = { title = "F", clinician = "F", patient = "F" },\n&/' "$rules/water/decision.lua"
refused '^water/decision.lua:[0-9]*: no rule can give the answer flood'
sed -i 's/status   = "active"/status   = "retired"/' "$rules/frost/any.lua"
refused '^frost/any.lua:[0-9]*: it is retired: move it'
sed -i 's/    bed.plant:is "tomato",/    finding "frost-likely",/; s/unless_ruled_out(no(bed.covered)),//' "$rules/frost/tender.lua"
refused '^frost/any.lua:[0-9]*: it can never win: whenever it holds, frost/tender does'
sed -i 's/Think of the taps./??? think/' "$rules/frost/any.lua"
refused '^frost/any.lua:[0-9]*: it still has ??? from the template'
"$tendon" rule lock --rules "$rules" --schema tests/rules/garden/assessment.schema.json
sed -i 's/Think of the taps./Think of taps./' "$rules/frost/any.lua"
refused '^frost/any.lua:[0-9]*: its content changed under version 1.0.0'

# What loading refuses names the place and what was meant.
sed -i 's/bed.plant:is "tomato"/bed.plan:is "tomato"/' "$rules/frost/tender.lua"
refused 'frost/tender.lua:[0-9]*: .*did you mean .*plant'
sed -i 's/bed.plant:is "tomato"/bed.plant:is "tomatoe"/' "$rules/frost/tender.lua"
refused 'frost/tender.lua:[0-9]*: .*did you mean .*tomato'
sed -i 's/cite = "almanac-1998"/cite = "almanac-1989"/' "$rules/frost/tender.lua"
refused 'frost/tender.lua:[0-9]*: .*almanac-1989'
sed -i 's/finding "frost-likely"/finding "frost-likly"/' "$rules/frost/any.lua"
refused 'frost/any.lua:[0-9]*: .*did you mean .frost-likely'
exit "$failed"
