#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The manual page passes man's own check, and names every command and option there is, and no other.
set -u
cd "$(dirname "$0")/../.." || exit 1
tendon=build/plain/tendon
page=server/command/tendon.1
failed=0
said=$(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 >/dev/null)
[ -z "$said" ] || { echo "$said" && failed=1; }

# differ WHAT THERE NAMED: two lists, a line each
differ() {
    if [ -z "$2" ] || [ "$2" != "$3" ]; then
        printf '%s: there are\n%s\nand %s names\n%s\n' "$1" "$2" "$page" "$3"
        failed=1
    fi
}
commands=$($tendon --help | sed -n 's/^  \([a-z]*\) .*/\1/p')
differ commands "$(echo "$commands" | sort)" "$(sed -n 's/^\.It Cm \([a-z]*\).*/\1/p' "$page" | sort)"
options=$(for command in $commands; do $tendon "$command" --help 2>/dev/null; done | sed -n 's/^  --\([a-z-]*\).*/\1/p' | sort -u)
named=$(grep '^\.It Fl' "$page" | grep -oE 'Fl \\-[a-z-]+' | sed 's/Fl .-//' | sort -u)
differ options "$options" "$named"
exit "$failed"
