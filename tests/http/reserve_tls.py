# SPDX-License-Identifier: Apache-2.0
"""Connections that never shake hands take all descriptors a service has, and some of those it keeps back.

reserve_tls.py PORT AUTHORITY SILENT PID: who was there before them asks once more; then a client comes. Prints what
either was answered, and how many descriptors the service had open.
"""
import os
import socket
import ssl
import sys
import time

REQUEST = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"
HOLES = 4  # descriptors that the service may have had in use while the others came, for a file or who just left
BEGUN = b"\x16\x03\x01\x02\x00\x01"  # a first record, and no more of it


def main():
    port, authority, silent, pid = int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]
    tls = ssl.create_default_context(cafile=authority)

    def reach():
        return socket.create_connection(("127.0.0.1", port), timeout=10)

    def ask(connection):
        connection.sendall(REQUEST)
        return connection.recv(4096).split(b" ")[1].decode()

    here = tls.wrap_socket(reach(), server_hostname="127.0.0.1")
    ask(here)
    crowd = [reach() for _ in range(silent)]
    for one in crowd[::2]:
        one.sendall(BEGUN)
    known = ask(here)
    time.sleep(0.2)  # all have come who may
    descriptors = len(os.listdir(f"/proc/{pid}/fd"))
    came, told = [], "200"
    while told == "200" and len(came) < HOLES:  # who finds a place is here, and the next comes
        came.append(tls.wrap_socket(reach(), server_hostname="127.0.0.1"))
        told = ask(came[-1])
    print(known, told, descriptors)


main()
