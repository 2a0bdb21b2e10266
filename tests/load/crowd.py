# SPDX-License-Identifier: Apache-2.0
"""More connections at once than a service has descriptors for.

crowd.py PORT COUNT [AUTHORITY]: all are opened, over TLS if there is one whose certificates count, then each
asks, and each stays open. One line: how many were answered, how many were told to come back (503), and how many
heard nothing.
"""
import socket
import ssl
import sys
from concurrent.futures import ThreadPoolExecutor

AT_ONCE = 16
REQUEST = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"


def hear(connection):
    """The status, or nothing."""
    said = b""
    if connection is None:
        return said
    try:
        connection.sendall(REQUEST)
    except OSError:
        pass  # it was turned away before it asked, and was told so all the same
    try:
        while b"\r\n" not in said:
            more = connection.recv(4096)
            if not more:
                break
            said += more
    except OSError:
        pass
    return said.split(b" ")[1] if said.startswith(b"HTTP/1.1 ") else b""


def main():
    port, count = int(sys.argv[1]), int(sys.argv[2])
    tls = ssl.create_default_context(cafile=sys.argv[3]) if len(sys.argv) > 3 else None

    def reach(_):
        try:
            plain = socket.create_connection(("127.0.0.1", port), timeout=20)
            return tls.wrap_socket(plain, server_hostname="127.0.0.1") if tls else plain
        except OSError:
            return None

    with ThreadPoolExecutor(AT_ONCE) as pool:
        connections = list(pool.map(reach, range(count)))
    heard = [hear(one) for one in connections]
    print(heard.count(b"200"), heard.count(b"503"), heard.count(b""))


main()
