#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Files, headers, functions and rules stay small enough to be seen whole.
set -u
cd "$(dirname "$0")/../.." || exit 1
failed=0

# lines MAX FILES-ON-STDIN
over() {
    while read -r file; do
        count=$(wc -l <"$file")
        [ "$count" -le "$1" ] || {
            echo "$file has $count lines, over $1"
            failed=1
        }
    done
    return "$failed"
}

git ls-files 'engine/*.c' 'server/*.c' 'tests/*.c' | over 400 || failed=1
git ls-files 'engine/*.h' 'server/*.h' | over 150 || failed=1
# A rule, that is: the tables of types.lua and codes.lua grow with what they list.
git ls-files 'rules/*.lua' | grep -vE '\.test\.lua$|^rules/(types|codes)\.lua$' | over 80 || failed=1

# Functions: 40 lines, counted from the line of the name to the closing brace.
long=$(git ls-files 'engine/*.c' 'server/*.c' |
    xargs ctags --fields=+ne --kinds-C=f -o - 2>/dev/null |
    awk -F'\t' '{ s = 0; e = 0
        for (i = 4; i <= NF; i++) { if ($i ~ /^line:/) s = substr($i, 6); if ($i ~ /^end:/) e = substr($i, 5) }
        if (e - s + 1 > 40) print $2 ": " $1 " has " e - s + 1 " lines, over 40" }')
[ -z "$long" ] || {
    echo "$long"
    failed=1
}
exit "$failed"
