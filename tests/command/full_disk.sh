#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# On a full disk the service reads, refuses and says why, also after a restart, and mends itself with room.
set -u
cd "$(dirname "$0")/../.." || exit 1
# A disk of its own, which nobody else sees.
[ "${1:-}" = mounted ] || {
    unshare -rm true 2>/dev/null || {
        echo "skipped: a full disk (no right to mount one of our own)"
        exit 0
    }
    exec unshare -rm "$0" mounted
}
. tests/command/service
mkdir "$dir/data"
mount -t tmpfs -o size=48m small "$dir/data" || exit 1
trap 'stop; umount "$dir/data"; rm -rf "$dir"' EXIT

# post KEY: what is answered is in $dir/answer; prints the status.
post() {
    curl -s -o "$dir/answer" -w '%{http_code}' -H 'Content-Type: application/json' \
        -H "Idempotency-Key: $1" --data-binary @schemas/examples/good-few-facts.json "$url/v1/evaluations"
}

# refuses: posts until the room that is left is used up, and then reads.
refuses() {
    tries=0
    until [ "$(post "full-$tries")" = 503 ] || [ "$tries" -ge 300 ]; do
        cp "$dir/answer" "$dir/last"
        tries=$((tries + 1))
    done
    expect 'The record cannot be written now. Ask again' cat "$dir/answer"
    expect 'free space' curl -s "$url/readyz"
    expect 'cannot be written now, and is tried again by itself' cat "$dir/log"
    expect 'full' cat "$dir/log"
    id=$(sed 's/.*"id":"\([^"]*\)".*/\1/' "$dir/last")
    curl -s -o "$dir/read" "$url/v1/evaluations/$id"
    expect '' cmp "$dir/last" "$dir/read"
}

start
expect 201 post first
cp "$dir/answer" "$dir/last"
dd if=/dev/zero of="$dir/data/filler" bs=4k 2>/dev/null
refuses
kill -9 "$service"
wait "$service" 2>/dev/null
start
refuses
rm "$dir/data/filler"
waited=0
until [ "$(post "full-$tries")" = 201 ] || [ "$waited" -ge 50 ]; do
    sleep 0.1
    waited=$((waited + 1))
done
expect '"recorded":true' cat "$dir/answer"
expect 'can be written again' cat "$dir/log"
stop
expect "verified " $tendon log verify --data "$dir/data"
exit "$failed"
