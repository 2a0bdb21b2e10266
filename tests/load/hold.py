# SPDX-License-Identifier: Apache-2.0
"""A batch that is worked on and does not end.

hold.py PORT BODY: sends one line, says `held` once its answer begins, and goes on until it is killed.
"""
import socket
import sys
import time


def main():
    port, path = int(sys.argv[1]), sys.argv[2]
    with open(path, "rb") as file:
        line = file.read().replace(b"\n", b" ") + b"\n"
    connection = socket.create_connection(("127.0.0.1", port), timeout=20)
    connection.sendall(b"POST /v1/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                       b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n" % (len(line), line))
    if connection.recv(16).startswith(b"HTTP/1.1 200"):
        print("held", flush=True)
    time.sleep(60)


main()
