#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Two governed nodes on one PostgreSQL database: an activation on one reaches the other within a
# second; what can't be loaded is answered by nobody, nor is what nobody can know. Run by
# tests/record/on_postgres.sh. usage: activation.sh TENDON
set -u
. "$(dirname "$0")/cluster"
tendon=$1
garden=$(cd "$(dirname "$0")/../rules/garden" && pwd)
made=$(mktemp -d) || exit 1
a_pid=
b_pid=
end() {
    [ -z "$a_pid" ] || kill "$a_pid" 2>/dev/null
    [ -z "$b_pid" ] || kill "$b_pid" 2>/dev/null
    wait
    rm -rf "$made"
}
trap end EXIT

fail() {
    echo "activation: $1"
    cat "$made"/*.log "$made/said" 2>/dev/null
    exit 1
}

cp -R "$garden/rules" "$made/rules"
for who in author approver operator; do
    "$tendon" key new "$made/$who.key" >"$made/$who.pub" 2>/dev/null || fail "no key"
done
cat >"$made/clients.json" <<END
{ "clients": [
  { "name": "ann", "role": "author", "ed25519": "$(cat "$made/author.pub")" },
  { "name": "bob", "role": "approver", "ed25519": "$(cat "$made/approver.pub")" },
  { "name": "cleo", "role": "operator", "ed25519": "$(cat "$made/operator.pub")" },
  { "name": "emr", "role": "client", "token_sha256": "$(printf %s secret | sha256sum | cut -d' ' -f1)" }
] }
END
echo '{"bed":{"plant":"tomato","covered":false},"weather":{"lowest_tonight":0,"signs":[]}}' >"$made/bed"

node() { # NAME
    "$tendon" serve --governed --listen 127.0.0.1:0 --data "$made/$1" --workers 1 \
        --schema "$garden/assessment.schema.json" --rules "$made/rules" \
        --clients "$made/clients.json" --store "$TENDON_CHECK_POSTGRES" >"$made/$1.log" 2>&1 &
}
node a
a_pid=$!
a=$(address_of "$made/a.log")
node b
b_pid=$!
b=$(address_of "$made/b.log")
[ -n "$a" ] || fail "the first node does not start"
[ -n "$b" ] || fail "the second node does not start"

ask() { # ADDRESS [QUERY]
    curl -s -o "$made/answer" -w '%{http_code}' "http://$1/v1/evaluations${2-}" \
        -H 'Authorization: Bearer secret' -H 'Content-Type: application/json' \
        --data-binary "@$made/bed"
}
ready() { # ADDRESS
    curl -s -o "$made/ready" -w '%{http_code}' "http://$1/readyz"
}
step() { # VERB [DIGEST] KEY REASON: on node a, unless said
    verb=$1
    shift
    "$tendon" release "$verb" "$@" --reason "Because" --rules "$made/rules" --data "$made/a" \
        --schema "$garden/assessment.schema.json" --clients "$made/clients.json" \
        >"$made/said" 2>&1 || fail "release $verb"
}
# within TENTHS WHAT COMMAND...: it comes true in that time; says how long it took.
within() {
    tenths=$1
    what=$2
    shift 2
    from=$(date +%s%N)
    until "$@"; do
        [ $((($(date +%s%N) - from) / 100000000)) -lt "$tenths" ] || fail "$what: not within $tenths tenths of a second"
        sleep 0.02
    done
    echo "$what: $((($(date +%s%N) - from) / 1000000)) ms"
}
answers() { # ADDRESS DIGEST
    [ "$(ask "$1")" = 201 ] && grep -q "$2" "$made/answer"
}
is() { # STATUS COMMAND...
    wanted=$1
    shift
    [ "$("$@")" = "$wanted" ]
}

[ "$(ready "$b")" = 503 ] || fail "it is ready without a release"
step propose --key "$made/author.key"
first=$(tail -n 1 "$made/said")
step approve "$first" --key "$made/approver.key"
step activate "$first" --key "$made/operator.key"
within 10 "the first release on a" answers "$a" "$first"
within 10 "the first release on b" answers "$b" "$first"

rule=$made/rules/frost/tender.lua
sed -i 's/version  = "1.0.0"/version  = "1.0.1"/; s/{ "1.0.0", "2026-11-22", "First release." }/{ "1.0.1", "2026-11-23", "Nothing." }, &/' "$rule"
step propose --key "$made/author.key"
second=$(tail -n 1 "$made/said")
[ "$second" != "$first" ] || fail "the second release is the first"
step approve "$second" --key "$made/approver.key"
step activate "$second" --key "$made/operator.key"
within 10 "the second release on b" answers "$b" "$second"
step activate "$first" --key "$made/operator.key"
within 10 "back to the first on b" answers "$b" "$first"

# whoever hears nothing still looks
sql "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'" >/dev/null
step activate "$second" --key "$made/operator.key"
within 10 "without a connection that listens, on b" answers "$b" "$second"

# a third that can't be loaded: no node answers, least of all with the second
sed -i 's/version  = "1.0.1"/version  = "1.0.2"/; s/{ "1.0.1"/{ "1.0.2", "2026-11-24", "Nothing." }, &/' "$rule"
step propose --key "$made/author.key"
third=$(tail -n 1 "$made/said")
step approve "$third" --key "$made/approver.key"
broken="UPDATE tendon.files SET bytes = convert_to(replace(convert_from(bytes, 'UTF8'), '%s', '%s'), 'UTF8')
    WHERE sha256 IN (SELECT file FROM tendon.release_files WHERE release = '$third' AND path LIKE '%%tender.lua')
    AND sha256 NOT IN (SELECT file FROM tendon.release_files WHERE release <> '$third')"
# shellcheck disable=SC2059 # the format is the statement
sql "$(printf "$broken" tomato potato)" >/dev/null
step activate "$third" --key "$made/operator.key" --accept-lost-emergencies "To be seen"
for at in "$a" "$b"; do
    within 10 "not ready" is 503 ready "$at"
    grep -q "could not be loaded" "$made/ready" || fail "it does not say why it is not ready"
    [ "$(ask "$at")" = 503 ] || fail "it answers with a release that does not rule"
    [ "$(ask "$at" '?record=false')" = 503 ] || fail "it rehearses with a release that does not rule"
done
# shellcheck disable=SC2059
sql "$(printf "$broken" potato tomato)" >/dev/null
for at in "$a" "$b"; do
    within 200 "ready by itself" is 200 ready "$at"
    answers "$at" "$third" || fail "it does not answer with the release that rules"
done

# without the register nobody knows what rules
stop_cluster
[ "$(ask "$b" '?record=false')" = 200 ] || fail "a moment without the database is too long"
within 100 "nothing is answered while nobody knows" is 503 ask "$b" '?record=false'
start_cluster
within 100 "it answers again by itself" answers "$b" "$third"

kill "$a_pid" "$b_pid"
wait
a_pid=
b_pid=
"$tendon" log verify --data "$made/a" >"$made/said" 2>&1 || fail "the log of a"
"$tendon" log verify --data "$made/b" >"$made/said" 2>&1 || fail "the log of b"
