#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# gcc and clang build each file of engine/ and server/ with every warning an error, and llhttp in strict mode.
set -u
cd "$(dirname "$0")/../.." || exit 1
failed=0

fail() {
    echo "$1"
    failed=1
}

# built FOLDER COMPILER: what compiled each of our files there, and how.
built() {
    commands=$1/compile_commands.json
    [ -f "$commands" ] || {
        fail "$1 is not built; run tests/run"
        return
    }
    compiler=$(sed -n 's/^ *"command": "\([^ ]*\) .*/\1/p' "$commands" | sort -u)
    name=gcc
    "$compiler" -dM -E -x c /dev/null | grep -q __clang__ && name=clang
    [ "$name" = "$2" ] || fail "$1 is built by $name, not by $2"
    for file in $(git ls-files 'engine/*.c' 'server/*.c'); do
        command=$(grep -E "^ *\"command\": .* -c [^ ]*/$file\"" "$commands")
        for option in -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror; do
            case $command in
            *" $option "*) ;;
            *) fail "$1 builds $file without $option" ;;
            esac
        done
        silenced=$(printf '%s' "$command" | grep -oE -e ' (-w|-Wno-[a-z-]+)' | grep -v -e '-Wno-sign-conversion')
        [ -z "$silenced" ] || fail "$1 builds $file with$silenced"
    done
    # Each of llhttp's own files: strict mode is what it is compiled with, not what we believe.
    loose=$(grep -E '^ *"command": .* -c [^ ]*/llhttp/[a-z]+\.c"' "$commands" | grep -v -e ' -DLLHTTP_STRICT_MODE=1 ')
    [ -z "$loose" ] || fail "$1 builds llhttp without strict mode"
    [ "$(grep -cE ' -DLLHTTP_STRICT_MODE=1 .* -c [^ ]*/llhttp/[a-z]+\.c"' "$commands")" -eq 3 ] ||
        fail "$1 does not build llhttp's three files strictly"
}

built build/debug gcc
built build/plain gcc
built build/fuzz clang
exit "$failed"
