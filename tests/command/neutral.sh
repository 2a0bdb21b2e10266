#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The benchmark's library loads, and answers a person as its own rule says.
set -u
cd "$(dirname "$0")/../.." || exit 1
tendon=${TENDON:-build/plain/tendon}
neutral="--rules tests/bench/neutral/rules --schema tests/bench/neutral/assessment.schema.json"
[ -x "$tendon" ] || {
    echo "$tendon is not built; run tests/run"
    exit 1
}
failed=0

# answers JSON PATTERN: the table that `evaluate` prints has a line like this.
answers() {
    said=$(echo "$1" | "$tendon" evaluate - $neutral)
    echo "$said" | grep -q "$2" || {
        echo "$said"
        failed=1
    }
}

answers '{}' '^review  *undetermined  *provisional'
answers '{"labs":{"egfr":29},"medications":[{"class":"biguanide"}]}' '^review  *act  *final'
answers '{"labs":{"egfr":60},"medications":[{"class":"biguanide"}]}' '^review  *undetermined'
exit "$failed"
