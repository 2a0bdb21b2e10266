# SPDX-License-Identifier: Apache-2.0
"""Clients that begin something over TLS and never end it: a handshake, then a record.

half_tls.py PORT AUTHORITY: waits until both are closed. Prints what the second was told, and whether all that took
as long as a head may take.
"""
import socket
import ssl
import sys
import time

HEAD_SECONDS = 5


def hear(connection):
    """All that comes until it is closed."""
    said = b""
    while True:
        try:
            more = connection.recv(4096)
        except ConnectionError:
            more = b""
        if not more:
            return said
        said += more


def main():
    port, authority = int(sys.argv[1]), sys.argv[2]
    began = time.monotonic()
    shy = socket.create_connection(("127.0.0.1", port), timeout=20)
    shy.sendall(b"\x16\x03\x01\x02\x00\x01")

    slow = socket.create_connection(("127.0.0.1", port), timeout=20)
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    tls = ssl.create_default_context(cafile=authority).wrap_bio(incoming, outgoing, server_hostname="127.0.0.1")
    while True:
        try:
            tls.do_handshake()
            break
        except ssl.SSLWantReadError:
            slow.sendall(outgoing.read())
            incoming.write(slow.recv(65536))
    tls.write(b"GET / HTTP/1.1\r\n")
    slow.sendall(outgoing.read()[:-1])

    hear(shy)
    incoming.write(hear(slow))
    told = tls.read(4096).split(b" ")[1].decode()
    in_time = HEAD_SECONDS - 1 < time.monotonic() - began < HEAD_SECONDS + 5
    print(told, "in time" if in_time else "too late or too soon")


main()
