# SPDX-License-Identifier: Apache-2.0
"""Speaks TLS to a port so that no record ever arrives whole: one byte a packet; then many
requests in one record, and a body in many. Prints how many answers came."""

import socket
import ssl
import sys


def main(port, authority):
    context = ssl.create_default_context(cafile=authority)
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    tls = context.wrap_bio(incoming, outgoing, server_hostname="127.0.0.1")
    sock = socket.create_connection(("127.0.0.1", port), timeout=10)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def push(step):
        data = outgoing.read()
        for at in range(0, len(data), step):
            sock.sendall(data[at : at + step])

    def pull(operation, step):
        while True:
            try:
                return operation()
            except ssl.SSLWantReadError:
                push(step)
                data = sock.recv(65536)
                if not data:
                    raise EOFError
                incoming.write(data)

    pull(tls.do_handshake, 1)
    ask = b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    tls.write(ask)
    push(1)
    tls.write(ask * 200)
    push(4096)
    body = b'{"patient":{"age_years":52}}' + b" " * 100000
    head = b"POST /v1/evaluations?record=false HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
    tls.write(head + b"Content-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body))
    for at in range(0, len(body), 1000):
        tls.write(body[at : at + 1000])
    push(777)
    heard = b""
    while True:
        try:
            data = pull(lambda: tls.read(65536), 777)
        except (EOFError, ssl.SSLZeroReturnError):
            break
        if not data:
            break
        heard += data
    print(heard.count(b"HTTP/1.1 200 OK"), "answers")


main(int(sys.argv[1]), sys.argv[2])
