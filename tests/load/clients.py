# SPDX-License-Identifier: Apache-2.0
"""Clients that evaluate at their own pace, each on one connection.

clients.py URL BODY [CLIENTS [A_SECOND]]: until SIGTERM; then one line, `ANSWERED REFUSED P50 P99 MOST`,
times in milliseconds. A time is counted from when the request was due, so that a service that stands still is not
measured less often. Refused is every other answer than 201, and every connection that ended without one.
"""
import http.client
import signal
import sys
import threading
import time
from urllib.parse import urlsplit


def live(url, body, over, pause, taken, refused):
    """One client until it is over."""
    address = urlsplit(url)
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=30)
    due = time.monotonic()
    while not over.wait(max(0, due - time.monotonic())):
        try:
            connection.request("POST", "/v1/evaluations", body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 201:
                refused.append(answer.status)
        except (OSError, http.client.HTTPException) as what:
            refused.append(what)
            connection.close()
        taken.append((time.monotonic() - due) * 1000)
        due += pause


def main():
    url, path = sys.argv[1:3]
    clients = int(sys.argv[3]) if len(sys.argv) > 3 else 8
    a_second = float(sys.argv[4]) if len(sys.argv) > 4 else 100
    with open(path, "rb") as file:
        body = file.read()
    taken, refused, over = [], [], threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: over.set())
    threads = [threading.Thread(target=live, args=(url, body, over, clients / a_second, taken, refused))
               for _ in range(clients)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    taken.sort()
    print(len(taken) - len(refused), len(refused),
          *(f"{taken[int((len(taken) - 1) * part)]:.1f}" for part in (0.5, 0.99, 1)))


main()
