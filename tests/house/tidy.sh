#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every file has its licence line and the house's format; no path of a machine, no note to self.
set -u
cd "$(dirname "$0")/../.." || exit 1
failed=0

for file in $(git ls-files '*.c' '*.h' '*.lua' '*.sh' '*.js' '*.mjs' tests/run server/start server/packages .ci/run CMakeLists.txt tests/CMakeLists.txt); do
    head -n 3 "$file" | grep -q 'SPDX-License-Identifier: Apache-2.0' || {
        echo "$file: its first lines lack the SPDX line"
        failed=1
    }
done

git ls-files 'engine/*.[ch]' 'server/*.[ch]' 'tests/*.[ch]' |
    xargs clang-format --dry-run --Werror 2>&1 | grep -E 'error' | head -n 20 | grep . && failed=1

found=$(git grep -nIE '\b(TODO|FIXME|XXX|HACK)\b' -- '*.c' '*.h' '*.lua' '*.sh' ':!tests/house')
[ -z "$found" ] || {
    echo "$found"
    failed=1
}
exit "$failed"
