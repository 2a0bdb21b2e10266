#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# TLS 1.2 and 1.3 with another program's client: certificates, client certificates, reload.
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/command/service

# certificate NAME SUBJECT: a key and a certificate signed by the test's own authority.
certificate() {
    printf 'subjectAltName=IP:127.0.0.1,DNS:localhost\n' >"$dir/$1.ext"
    if ! { openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
        -keyout "$dir/$1.key" -out "$dir/$1.csr" -subj "/CN=$2" &&
        openssl x509 -req -in "$dir/$1.csr" -CA "$dir/ca.pem" -CAkey "$dir/ca.key" -days 2 \
            -CAcreateserial -extfile "$dir/$1.ext" -out "$dir/$1.pem"; } 2>"$dir/openssl"; then
        cat "$dir/openssl"
        failed=1
    fi
}

# serve OPTIONS...: with the certificate there is.
serve() {
    start --tls-cert "$dir/server.pem" --tls-key "$dir/server.key" "$@"
    port=${url##*:}
}

ask() {
    curl -sS --cacert "$dir/ca.pem" -o "$dir/body" -w '%{http_code}' "$@"
}

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$dir/ca.key" \
    -out "$dir/ca.pem" -days 2 -subj "/CN=test authority" 2>"$dir/openssl"
certificate server tendon
certificate client ward

serve
python3 tests/http/half_tls.py "$port" "$dir/ca.pem" >"$dir/half" 2>&1 &
half=$!
case $url in https://*) ;; *) echo "it says $url" && failed=1 ;; esac
expect 200 ask "$url/healthz"
expect 200 ask --tls-max 1.2 "$url/healthz"
hear 'curl: (35)' ask --tls-max 1.1 --ciphers DEFAULT:@SECLEVEL=0 "$url/healthz"
hear 'curl: (60)' curl -sS "$url/healthz"
hear 'curl: ' curl -sS "http://127.0.0.1:$port/healthz"

# A body larger than any buffer, an answer larger than any buffer, many requests a connection.
expect 201 ask -H 'Content-Type: application/json' \
    --data-binary @schemas/examples/good-typical-runner.json "$url/v1/evaluations"
head -c 240000 /dev/zero | tr '\0' ' ' >"$dir/large"
printf '{}' >>"$dir/large"
expect 201 ask -H 'Content-Type: application/json' --data-binary "@$dir/large" "$url/v1/evaluations"
expect 200 ask "$url/v1/rules"
[ "$(wc -c <"$dir/body")" -gt 300000 ] || { echo "the rules are short" && failed=1; }
i=0
while [ "$i" -lt 3000 ]; do
    echo '{"patient":{"age_years":'$((18 + i % 70))'}}'
    i=$((i + 1))
done >"$dir/lines"
expect 200 ask -H 'Content-Type: application/x-ndjson' --data-binary "@$dir/lines" "$url/v1/batch?record=false"
[ "$(wc -l <"$dir/body")" -eq 3000 ] || { echo "batch: $(wc -l <"$dir/body") lines" && failed=1; }
expect 200200200 ask "$url/healthz" -o "$dir/body" "$url/readyz" -o "$dir/body" "$url/metrics"

expect '202 answers' python3 tests/http/trickle_tls.py "$port" "$dir/ca.pem"

# The certificate is read again on SIGHUP; one that can't be leaves the one before.
fingerprint() {
    openssl s_client -connect "127.0.0.1:$port" </dev/null 2>/dev/null |
        openssl x509 -noout -fingerprint
}
before=$(fingerprint)
certificate server renewed
kill -HUP "$service"
sleep 1
renewed=$(fingerprint)
if [ -z "$before" ] || [ "$before" = "$renewed" ]; then
    echo "the certificate stayed"
    failed=1
fi
echo nonsense >"$dir/server.pem"
kill -HUP "$service"
sleep 1
[ "$(fingerprint)" = "$renewed" ] || { echo "a bad certificate replaced a good one" && failed=1; }
hear 'the certificate before stays' cat "$dir/log"
wait "$half"
expect '408 in time' cat "$dir/half"
stop

certificate server tendon
serve --tls-client-ca "$dir/ca.pem"
hear 'curl: ' ask "$url/healthz"
expect 200 ask --cert "$dir/client.pem" --key "$dir/client.key" "$url/healthz"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$dir/other.key" \
    -out "$dir/other.pem" -days 2 -subj "/CN=somebody" 2>"$dir/openssl"
hear 'curl: ' ask --cert "$dir/other.pem" --key "$dir/other.key" "$url/healthz"
stop

# Fewer descriptors than clients: who does not fit is told so, and who says nothing stands in nobody's way.
certificate server tendon
usual=$tendon
tendon="prlimit --nofile=120 $tendon"
serve --workers 2
read -r answered away silent <<EOT
$(python3 tests/load/crowd.py "$port" 150 "$dir/ca.pem")
EOT
if [ "$answered" -eq 0 ] || [ "$away" -eq 0 ] || [ "$silent" -ne 0 ]; then
    echo "of 150 clients $answered were answered, $away told to come back, $silent heard nothing"
    failed=1
fi
read -r known new descriptors <<EOT
$(python3 tests/http/reserve_tls.py "$port" "$dir/ca.pem" 70 "$service")
EOT
if [ "$known" != 200 ] || [ "$new" != 503 ] || [ "$descriptors" -gt 88 ]; then
    echo "with all descriptors taken: $known for who was there, $new for who came, $descriptors open"
    failed=1
fi
stop
tendon=$usual

# What is wrong is said before anything is served.
hear 'go together' $tendon serve --listen 127.0.0.1:0 --data "$dir/data" --tls-cert "$dir/server.pem"
hear 'no certificate can be read' $tendon serve --listen 127.0.0.1:0 --data "$dir/data" \
    --tls-cert "$dir/missing" --tls-key "$dir/server.key"
hear 'no private key' $tendon serve --listen 127.0.0.1:0 --data "$dir/data" \
    --tls-cert "$dir/server.pem" --tls-key "$dir/ca.key"
exit "$failed"
