#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The manual page passes man's own check, and names every command and option there is, and no other.
set -u
cd "$(dirname "$0")/../.." || exit 1
tendon=${TENDON:-build/plain/tendon}
page=server/command/tendon.1
failed=0
lists=$(mktemp -d)
trap 'rm -rf "$lists"' EXIT
said=$(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 >/dev/null)
[ -z "$said" ] || { echo "$said" && failed=1; }

# differ WHAT THERE NAMED: two lists, a line each
differ() {
    [ -n "$2" ] || { echo "no $1 were found" && failed=1; }
    printf '%s\n' "$2" >"$lists/there"
    printf '%s\n' "$3" >"$lists/named"
    diff -U 0 "$lists/there" "$lists/named" || { echo "$page names other $1 than there are" && failed=1; }
}
commands=$($tendon --help | sed -n 's/^  \([a-z]*\) .*/\1/p')
differ commands "$(echo "$commands" | sort)" "$(sed -n 's/^\.It Cm \([a-z]*\).*/\1/p' "$page" | sort)"
options=$(for command in $commands; do $tendon "$command" --help 2>/dev/null; done | sed -n 's/^  --\([a-z-]*\).*/\1/p' | sort -u)
named=$(grep '^\.It Fl' "$page" | grep -oE 'Fl \\-[a-z-]+' | sed 's/Fl .-//' | sort -u)
differ options "$options" "$named"
exit "$failed"
