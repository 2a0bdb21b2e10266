#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Bash completes commands and options as the program has them.
set -u
cd "$(dirname "$0")/../.." || exit 1
PATH=$PWD/$(dirname "${TENDON:-build/plain/tendon}"):$PATH
# shellcheck source=server/command/completion/tendon.bash
. server/command/completion/tendon.bash
failed=0

# completes "WORDS" EXPECTED: what the last word becomes.
completes() {
    read -r -a COMP_WORDS <<<"$1"
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _tendon
    [ "${COMPREPLY[*]}" = "$2" ] || {
        echo "'$1' gives '${COMPREPLY[*]}', not '$2'"
        failed=1
    }
}

completes "tendon eva" "evaluate"
completes "tendon serve --lis" "--listen"
completes "tendon serve --beh" "--behind-proxy"
completes "tendon evaluate --js" "--json"
completes "tendon check --sch" "--schema"
completes "tendon check --lis" ""
exit "$failed"
