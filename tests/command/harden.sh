#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A running service is confined: new files under old names are found, what lies elsewhere is not.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/command/service

# clients TOKEN: a clients file's text
clients() {
    printf '{"clients":[{"name":"emr","role":"client","token_sha256":"%s"}]}' \
        "$(printf %s "$1" | sha256sum | cut -d' ' -f1)"
}

# again: everything is read again
again() {
    kill -HUP "$service"
    sleep 1
}

ask() {
    curl -s -o "$dir/answer" -w '%{http_code}' -H "Authorization: Bearer $1" \
        -H 'Content-Type: application/json' --data-binary '{}' "$url/v1/evaluations"
}

mkdir "$dir/etc" "$dir/releases" "$dir/private"
cp -R tests/rules/garden/rules "$dir/releases/1"
cp -R tests/rules/garden/rules "$dir/releases/2"
cp -R tests/rules/garden/rules "$dir/private/rules"
echo '-- another' >>"$dir/releases/2/clinic.lua"
echo '-- a third' >>"$dir/private/rules/clinic.lua"
ln -s ../releases/1 "$dir/etc/rules"
clients one >"$dir/etc/clients.json"
start --rules "$dir/etc/rules" --schema tests/rules/garden/assessment.schema.json \
    --clients "$dir/etc/clients.json"
expect 401 ask two

expect 'NoNewPrivs:	1' grep NoNewPrivs "/proc/$service/status"
for thread in "/proc/$service/task"/*; do
    expect 'Seccomp:	2' grep Seccomp: "$thread/status"
done

clients two >"$dir/etc/new"
mv "$dir/etc/new" "$dir/etc/clients.json"
ln -sfn ../releases/2 "$dir/etc/rules"
again
expect 2 grep -c 'is in force' "$dir/log"
expect 201 ask two

# Landlock's own refusals: the files are there, and whoever runs this may read them.
if grep -q Landlock "$dir/log"; then
    echo "skipped: $(grep Landlock "$dir/log")"
    exit "$failed"
fi
clients three >"$dir/private/clients.json"
ln -sf "$dir/private/clients.json" "$dir/etc/clients.json"
ln -sfn "$dir/private/rules" "$dir/etc/rules"
again
expect 'the clients before stay' grep 'clients file is refused' "$dir/log"
expect 'cannot be read: Permission denied' grep 'rules are refused' "$dir/log"
expect 401 ask three
stop
exit "$failed"
