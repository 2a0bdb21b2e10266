#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Shell scripts and rule files pass their linters.
set -u
cd "$(dirname "$0")/../.." || exit 1
failed=0
shellcheck -x -e SC2086,SC1091,SC2034 -s sh tests/run server/start server/packages .ci/run tests/house/*.sh || failed=1
shellcheck -s bash server/command/completion/tendon.bash || failed=1
# Rule files make their words global; so does a test file.
luacheck --quiet --no-global --no-max-line-length rules tests/bench >/tmp/luacheck.$$ 2>&1 || {
    cat /tmp/luacheck.$$
    failed=1
}
rm -f /tmp/luacheck.$$
exit "$failed"
