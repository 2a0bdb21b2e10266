#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The systemd unit leaves the service little to harm: systemd rates its exposure at 2.0 or less.
set -u
cd "$(dirname "$0")/../.." || exit 1

command -v systemd-analyze >/dev/null || {
    echo "skipped: systemd-analyze is not here"
    exit 0
}
systemd-analyze security --offline=true --threshold=20 server/tendon.service >/dev/null || {
    systemd-analyze security --offline=true server/tendon.service | grep -v '^✓'
    exit 1
}

# Its list of system calls leaves the program those it confines itself with.
for call in landlock_create_ruleset landlock_add_rule landlock_restrict_self seccomp; do
    grep -Eq "^SystemCallFilter=([a-z_]+ )*$call( |\$)" server/tendon.service || {
        echo "the unit does not let the program call $call"
        exit 1
    }
done
