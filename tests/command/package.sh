#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# The Debian package: its parts, what it needs; installed in a root of its own it serves by the rules
# it brought, starts and enables nothing, and when it goes nothing is left but the record.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/command/service
build=$PWD/build/plain
[ -f "$build/CPackConfig.cmake" ] || {
    echo "build/plain is not built; run tests/run"
    exit 1
}
(cd "$build" && cpack -G DEB -B "$dir") >"$dir/cpack" 2>&1 || {
    cat "$dir/cpack"
    exit 1
}
package=$(echo "$dir"/tendon_*.deb)

# It needs each package whose library the program loads itself, as the list of parts has it; libpq5, which it
# loads for PostgreSQL alone, is recommended, and is not in the root below.
needed=$(dpkg-deb -f "$package" Depends)
expect 'libpq5 (>= 14~~)' dpkg-deb -f "$package" Recommends
parts=$(grep '"ref":"tendon"' "$build/tendon.cdx.json" | grep -oE 'deb/[a-z]*/[^@"]*' | sed 's/.*\///')
expect libpq5 echo "$parts"
for part in $parts; do
    case "$part, $needed, " in
    libpq5,*libpq5*) echo "it can't do without libpq5: $needed" && failed=1 ;;
    *" $part "* | *" $part,"* | libpq5,*) ;;
    node-llhttp,*) ;; # that one is compiled in
    *) echo "Depends lacks $part: $needed" && failed=1 ;;
    esac
done

# A root with those packages, as dpkg knows them here, and no other.
root=$dir/root
mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates"
for name in $(echo "$needed" | sed 's/([^)]*)//g; s/,/ /g'); do
    dpkg-query -s "$name" && echo
    : >"$root/var/lib/dpkg/info/$name.list"
    : >"$root/var/lib/dpkg/info/$name:$(dpkg --print-architecture).list"
done >"$root/var/lib/dpkg/status"
in_root() {
    dpkg --root="$root" --force-not-root --force-script-chrootless \
        --force-unsafe-io --log="$dir/dpkg.log" "$@"
}
expect 'Setting up tendon' in_root --install "$package"
expect 'Status: install ok installed' dpkg-query --admindir="$root/var/lib/dpkg" -s tendon

for file in usr/bin/tendon usr/lib/systemd/system/tendon.service usr/share/man/man1/tendon.1 \
    usr/share/bash-completion/completions/tendon usr/share/zsh/vendor-completions/_tendon \
    usr/share/doc/tendon/copyright usr/share/doc/tendon/tendon.cdx.json \
    usr/share/tendon/rules/rules.lock usr/share/tendon/schemas/openapi.json; do
    [ -s "$root/$file" ] || { echo "it does not install $file" && failed=1; }
done
diff -r rules "$root/usr/share/tendon/rules" && diff -r schemas "$root/usr/share/tendon/schemas" || failed=1
[ ! -e "$root/etc/systemd" ] || { echo "it enables something" && failed=1; }
found=$(find "$root/usr" ! -user "$(id -u)" -o -perm /022 ! -type l)
[ -z "$found" ] || { echo "others may write: $found" && failed=1; }

# The program finds the rules beside it, wherever that is: a rule changed there is another release.
tendon=$root/usr/bin/tendon
start
before=$(curl -s "$url/v1/rules" | grep -o 'sha256:[0-9a-f]*' | head -n 1)
expect 201 curl -s -o "$dir/answer" -w '%{http_code}' -H 'Content-Type: application/json' \
    --data-binary @schemas/examples/good-typical-runner.json "$url/v1/evaluations"
echo >>"$root/usr/share/tendon/rules/clinic.lua"
kill -HUP "$service"
sleep 1
after=$(curl -s "$url/v1/rules" | grep -o 'sha256:[0-9a-f]*' | head -n 1)
if [ -z "$before" ] || [ "$before" = "$after" ]; then
    echo "it does not serve by the rules it brought: '$before', '$after'"
    failed=1
fi
stop

mkdir -p "$root/var/lib/tendon"
mv "$dir/data" "$root/var/lib/tendon/record"
expect 'Removing tendon' in_root --purge tendon
left=$(find "$root" -name '*tendon*' ! -path '*/var/lib/dpkg/*' ! -path '*/var/lib/tendon*')
[ -z "$left" ] || { echo "left behind: $left" && failed=1; }
[ -f "$root/var/lib/tendon/record/tendon.db" ] || { echo "the record is gone" && failed=1; }
exit "$failed"
