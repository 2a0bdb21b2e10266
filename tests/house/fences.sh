#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Each foreign header has one home; the layers are included downwards only.
set -u
cd "$(dirname "$0")/../.." || exit 1
failed=0

# only HEADER PATTERN-OF-FILES-THAT-MAY
only() {
    found=$(git grep -lE "^#include [<\"](.*/)?$1[>\"]" -- '*.c' '*.h' ':!tests' | grep -vE "$2")
    [ -z "$found" ] || {
        echo "$1 may be included in $2 only, not in: $found"
        failed=1
    }
}

only 'cJSON\.h' '^engine/facts/json(_memory)?\.[ch]$'
only '(lua|lauxlib|lualib)\.h' '^engine/rules/[a-z_0-9]*\.c$'
only 'llhttp\.h' '^server/http/request\.c$'
only 'sqlite3\.h' '^server/record/store_sqlite[a-z_]*\.[ch]$'
only 'libpq-fe\.h' '^server/record/libpq\.h$'
only 'libpq\.h' '^server/record/(libpq|store_postgres[a-z_]*)\.c$'
only 'dlfcn\.h' '^server/record/libpq\.c$'
only 'pcre2\.h' '^engine/facts/regex\.c$'
only 'openssl/.*' '^(engine/base/(digest|signature|verifier)|server/http/tls)\.c$'
only 'seccomp\.h' '^server/command/harden_calls\.c$'
only 'linux/landlock\.h' '^server/command/harden_files\.c$'
only 'uv\.h' '^server/'

# layer FOLDER PATTERN-OF-INCLUDES-IT-MAY-NOT-HAVE
layer() {
    found=$(git grep -nE "^#include \"($2)" -- "$1/*.c" "$1/*.h")
    [ -z "$found" ] || {
        echo "$1 includes what lies above it:"
        echo "$found"
        failed=1
    }
}

layer engine/base 'engine/(facts|rules|decide|compare|check)|server|tests'
layer engine/facts 'engine/(rules|decide|compare|check)|server|tests'
layer engine/rules 'engine/(decide|compare|check)|server|tests'
layer engine/decide 'engine/(compare|check)|server|tests'
layer engine/compare 'engine/check|server|tests'
layer engine/check 'server|tests'
layer server/http 'server/(api|cds_hooks|command|fhir|record)'
layer server/token 'server/(api|command|governance|http|record)'
layer server/record 'server/(api|command|http)'
layer server/api 'server/command'
layer server 'tests'
exit "$failed"
