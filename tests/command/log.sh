#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A verifier in another language accepts the running service's checkpoint, entries and proofs.
set -u
cd "$(dirname "$0")/../.." || exit 1
command -v python3 >/dev/null || {
    echo "skipped: python3 is not here"
    exit 0
}
. tests/command/service

start
for example in schemas/examples/good-*.json; do
    curl -s -o /dev/null -H 'Content-Type: application/json' -H "Idempotency-Key: $example" \
        --data-binary "@$example" "$url/v1/evaluations"
done
expect "agree with the signed checkpoint" python3 tests/record/verify.py "$url" "$dir/data/log.pub"
expect "verified " $tendon log verify --data "$dir/data"
curl -s "$url/v1/log/proof?entry=2" >"$dir/proof.json"
expect "entry 2 is in the log" $tendon log check-proof "$dir/proof.json" --data "$dir/data"
curl -s "$url/v1/log/checkpoint" >"$dir/kept.txt"
expect "more than 25 events and as many responses as evaluations" python3 - "$dir/data" "$tendon" <<'EOF_PYTHON'
import collections, json, subprocess, sys
said = subprocess.run([sys.argv[2], "log", "export", "--fhir", "--data", sys.argv[1]], capture_output=True, check=True)
kinds = collections.Counter(entry["resource"]["resourceType"] for entry in json.loads(said.stdout)["entry"])
if kinds["AuditEvent"] > 25 and kinds["GuidanceResponse"] == kinds["AuditEvent"] - 2:
    print("more than 25 events and as many responses as evaluations")
else:
    print(kinds)
EOF_PYTHON
expect "1 erased" $tendon log erase --patient tnd-1005 --reason 'asked for it' --data "$dir/data"
expect "agree with the signed checkpoint" python3 tests/record/verify.py "$url" "$dir/data/log.pub"
stop
start
expect "agree with the signed checkpoint" python3 tests/record/verify.py "$url" "$dir/data/log.pub"
stop
expect "verified " $tendon log verify --data "$dir/data" --against "$dir/kept.txt"
exit "$failed"
