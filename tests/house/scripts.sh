#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Shell scripts and rule files pass their linters.
set -u
cd "$(dirname "$0")/../.." || exit 1
failed=0
# SC2119 and SC2317 take a function called by its name for one that is not.
git grep -lE '^#!/bin/sh' | xargs shellcheck -x -e SC2086,SC1091,SC2034,SC2119,SC2317 -s sh server/packages tests/command/service || failed=1
shellcheck -s bash server/command/completion/tendon.bash || failed=1
# Rule files make their words global; so does a test file.
found=$(luacheck --quiet --no-color --no-global --no-max-line-length rules tests/bench tests/rules 2>&1) || {
    echo "$found"
    failed=1
}
exit "$failed"
