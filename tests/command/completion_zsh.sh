#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Zsh completes commands and options, each with what the program says of it.
set -u
cd "$(dirname "$0")/../.." || exit 1
PATH=$PWD/$(dirname "${TENDON:-build/plain/tendon}"):$PATH
failed=0

# described WORD...: what zsh would offer for the last word, one `name:description` a line.
described() {
    zsh -f -c '
        _describe() { print -rl -- "${(@P)2}"; }
        _files() { true; }
        words=("$@")
        CURRENT=$#words
        . server/command/completion/_tendon' zsh "$@"
}

# offers EXPECTED WORD...: among the offers is this line.
offers() {
    expected=$1
    shift
    described "$@" | grep -qxF -- "$expected" || {
        echo "'$*' does not offer '$expected' but:"
        described "$@"
        failed=1
    }
}

offers "evaluate:evaluate one assessment and print the advice; nothing is recorded" tendon ""
offers "test:run the tests that stand beside the rules" tendon ""
offers "--rules:the rules folder" tendon check ""
offers "--listen:where to listen (127.0.0.1:8383); port 0 picks one and prints it" tendon serve ""
offers "--json:JSON for programs instead of a table for people" tendon evaluate ""
exit "$failed"
