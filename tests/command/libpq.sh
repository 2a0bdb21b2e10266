#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# libpq is loaded for a PostgreSQL store only: SQLite does without, and where it is missing or too old that is said.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/command/service
found=$(ldd "$tendon" | grep -E 'libpq|libldap|libkrb5')
[ -z "$found" ] || { echo "the program is linked with $found" && failed=1; }

# keeps_one: the service records and reads an evaluation
keeps_one() {
    start
    expect 201 curl -s -o "$dir/answer" -w '%{http_code}' -H 'Content-Type: application/json' \
        --data-binary @schemas/examples/good-few-facts.json "$url/v1/evaluations"
    id=$(sed -n 's/.*"id":"\([0-9a-f-]*\)".*/\1/p' "$dir/answer")
    expect 200 curl -s -o "$dir/found" -w '%{http_code}' "$url/v1/evaluations/$id"
}
keeps_one
expect libsqlite3 cat "/proc/$service/maps"
! grep -E 'libpq|libldap|libkrb5' "/proc/$service/maps" || { echo "SQLite has loaded libpq" && failed=1; }
stop

# With the library it is the database that can't be reached.
serve_there() {
    "$tendon" serve --listen 127.0.0.1:0 --data "$dir/other" --store "postgresql:///postgres?host=$dir"
}
hear "the database can't be reached" serve_there

# refused STATUS WORDS COMMAND...: as any fault of the store, said once
refused() {
    status=$1
    words="tendon: --store: a PostgreSQL store needs libpq 14 or newer, which can't be loaded ($dir/first/libpq.so.5: $2"
    shift 2
    hear "$words" "$@"
    hear '): apt-get install libpq5' "$@"
    [ "$ended" -eq "$status" ] || { echo "$*: ended with $ended" && failed=1; }
    [ "$(echo "$said" | grep -c libpq5)" -eq 1 ] || { echo "said not once: $said" && failed=1; }
}

# A folder that is looked in first: its libpq is no library, then one that lacks what is called.
mkdir "$dir/first"
export LD_LIBRARY_PATH="$dir/first"
echo 'no library' >"$dir/first/libpq.so.5"
keeps_one
stop
refused 1 '' serve_there
refused 2 '' "$tendon" replay --all --data "$dir/other"
echo 'int PQlibVersion(void);' | cc -shared -fPIC -o "$dir/first/libpq.so.5" -x c - || failed=1
refused 1 'undefined symbol: PQ' serve_there
exit "$failed"
