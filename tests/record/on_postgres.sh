#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs a command with TENDON_CHECK_POSTGRES naming a PostgreSQL cluster of its own, which is
# made before and removed after. Ends with 77, and says so, where PostgreSQL is not installed.
# usage: on_postgres.sh COMMAND [ARGUMENTS]
set -u

bin=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
if [ -z "$bin" ] || [ ! -x "$bin/initdb" ]; then
    echo "skipped: PostgreSQL is not installed (apt-get install postgresql)"
    exit 77
fi

# PostgreSQL refuses to run as root
as_user() {
    if [ "$(id -u)" = 0 ]; then
        (cd / && exec setpriv --reuid postgres --regid postgres --init-groups "$@")
    else
        "$@"
    fi
}

made=$(mktemp -d /tmp/tendon-pg-XXXXXX) || exit 1
[ "$(id -u)" != 0 ] || chown postgres "$made"
end() {
    as_user "$bin/pg_ctl" -D "$made/data" -m immediate stop >/dev/null 2>&1
    rm -rf "$made"
}
trap end EXIT
trap 'exit 1' INT TERM HUP

as_user "$bin/initdb" -D "$made/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 \
    --no-sync >"$made/initdb.log" 2>&1 || {
    cat "$made/initdb.log"
    exit 1
}
# no port of the machine is taken: the socket is in the folder
as_user "$bin/pg_ctl" -D "$made/data" -w -t 30 -l "$made/server.log" \
    -o "-c listen_addresses='' -c unix_socket_directories='$made' -c max_connections=200" \
    start >/dev/null || {
    cat "$made/server.log"
    exit 1
}

export TENDON_CHECK_POSTGRES="postgresql:///postgres?host=$made&user=postgres"
export TENDON_CHECK_CLUSTER="$made/data"
"$@"
