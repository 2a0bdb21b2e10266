#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Shell scripts and rule files pass their linters.
set -u
cd "$(dirname "$0")/../.." || exit 1
failed=0
shellcheck -x -e SC2086,SC1091,SC2034 -s sh tests/run server/start server/packages .ci/run tests/house/*.sh tests/command/completion_zsh.sh tests/command/generated.sh tests/command/governance.sh tests/command/refusals.sh tests/command/garden.sh tests/command/neutral.sh tests/conformance/run tests/browser/run tests/fuzz/run tests/command/unit.sh || failed=1
shellcheck -s bash server/command/completion/tendon.bash || failed=1
# Rule files make their words global; so does a test file.
found=$(luacheck --quiet --no-color --no-global --no-max-line-length rules tests/bench tests/rules 2>&1) || {
    echo "$found"
    failed=1
}
exit "$failed"
