#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The answer and the rule that README.md shows are the real ones; the folders it names are there.
set -u
cd "$(dirname "$0")/../.." || exit 1
failed=0

shown=$(awk '/^```text/ {inside = 1; next} /^```/ {inside = 0} inside' README.md)
lines=$(printf '%s\n' "$shown" | wc -l)
printed=$(build/plain/tendon evaluate schemas/examples/good-few-facts.json | head -n "$lines")
if [ -z "$shown" ] || [ "$shown" != "$printed" ]; then
    echo "README.md shows another answer than the program prints:"
    printf '%s\n' "$printed"
    failed=1
fi

# The rule it shows stands in the rule's own file, wherever its lines begin.
shown=$(awk '/^```lua/ {inside = 1; next} /^```/ {inside = 0} inside' README.md | sed 's/^ *//')
written=$(sed 's/^ *//' rules/cortisone/recreational-over-40.lua)
case "$written" in
*"$shown"*) ;;
*)
    echo "README.md shows a rule that rules/cortisone/recreational-over-40.lua does not hold"
    failed=1
    ;;
esac

# shellcheck disable=SC2016 # the back quotes are Markdown's
named=$(grep -ohE '[`](engine|server|rules|schemas|tests)/[a-zA-Z0-9_./-]*[`]' README.md engine/README.md server/README.md | tr -d '`' | sort -u)
for path in $named; do
    [ -e "$path" ] || {
        echo "a README names $path, which is not there"
        failed=1
    }
done
examples=$(grep -ohE 'schemas/examples/[a-z0-9-]+\.json' README.md server/start server/command/main.c)
for path in $examples; do
    [ -e "$path" ] || {
        echo "an example is named that is not there: $path"
        failed=1
    }
done
exit "$failed"
