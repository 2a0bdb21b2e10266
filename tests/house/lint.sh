#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# clang-tidy finds nothing; what it is asked, and what not and why, stands in .clang-tidy.
set -u
cd "$(dirname "$0")/../.." || exit 1
[ -f build/debug/compile_commands.json ] || {
    echo "build/debug is not built; run tests/run"
    exit 1
}
found=$(git ls-files 'engine/*.c' 'server/*.c' |
    xargs -P "$(nproc)" -n 4 clang-tidy -p build/debug --quiet 2>/dev/null | grep -E 'error:|warning:' | sort -u)
[ -z "$found" ] || {
    echo "$found"
    exit 1
}
