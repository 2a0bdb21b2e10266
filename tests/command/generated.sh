#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# rules.lock, CHANGELOG.md and types.lua are what `tendon rule` writes from the rules today.
set -u
cd "$(dirname "$0")/../.." || exit 1
tendon=${TENDON:-build/plain/tendon}
[ -x "$tendon" ] || {
    echo "$tendon is not built; run tests/run"
    exit 1
}
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
cp -R rules "$made/rules"
failed=0
for word in lock changelog types; do
    "$tendon" rule "$word" --rules "$made/rules" --schema schemas/assessment.schema.json || failed=1
done
for name in rules.lock CHANGELOG.md types.lua; do
    cmp -s "rules/$name" "$made/rules/$name" || {
        echo "rules/$name is stale: run \`tendon rule lock\`, \`changelog\` and \`types\`"
        failed=1
    }
done

# A rule whose content changed under its version is not locked, and refused.
sed -i 's/at_least(40)/at_least(41)/' "$made/rules/cortisone/recreational-over-40.lua"
"$tendon" rule lock --rules "$made/rules" --schema schemas/assessment.schema.json 2>"$made/said" && failed=1
grep -q 'recreational-over-40.lua:.*raise the version' "$made/said" || {
    cat "$made/said"
    failed=1
}
exit "$failed"
