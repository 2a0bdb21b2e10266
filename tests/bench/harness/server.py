# SPDX-License-Identifier: Apache-2.0
"""A server under measurement: started on a processor of its own, asked, weighed, stopped."""
import http.client
import os
import re
import shutil
import socket
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from harness.place import CLINIC_RULES, NEUTRAL_RULES, SCRATCH, SERVER_CPU, program, shown

TICKS = os.sysconf("SC_CLK_TCK")
STARTS_WITHIN_S, STOPS_WITHIN_S = 30, 20
BATCH, AT_ONCE = 100, 8  # lines, connections


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Server:
    """`command` is started when the server is entered; it listens on `port`, or prints where."""

    def __init__(self, name, command, port=None, path="/", cpus=SERVER_CPU, cwd=None):
        self.name, self.command, self.port, self.path = name, command, port, path
        self.cpus, self.cwd = cpus, cwd
        self.process = None

    def __enter__(self):
        SCRATCH.mkdir(parents=True, exist_ok=True)
        self.log = SCRATCH / f"{re.sub(r'[^a-z0-9]+', '-', self.name.lower())}.log"
        self.sink = open(self.log, "w")
        self.process = subprocess.Popen(["taskset", "-c", self.cpus, *self.command], cwd=self.cwd,
                                        stdout=self.sink, stderr=subprocess.STDOUT)
        try:
            self._wait_until_it_listens()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(STOPS_WITHIN_S)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.sink.close()

    def _wait_until_it_listens(self):
        for _ in range(STARTS_WITHIN_S * 50):
            if self.process.poll() is not None:
                break
            if self.port is None:
                said = re.search(r"listens on http://[^:]*:(\d+)", self.log.read_text())
                self.port = int(said.group(1)) if said else None
            if self.port is not None:
                try:
                    socket.create_connection(("127.0.0.1", self.port)).close()
                    return
                except OSError:
                    pass
            time.sleep(0.02)
        raise RuntimeError(f"{self.name} did not start: {self.log.read_text()[-800:]}")

    def url(self, path=None):
        return f"http://127.0.0.1:{self.port}{path or self.path}"

    def ask(self, body, path=None, **headers):
        """Posts the body, JSON unless said otherwise; the answer's status and bytes."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=600)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("POST", path or self.path, body, {"Content-Type": "application/json", **named})
        answer = connection.getresponse()
        said = answer.read()
        connection.close()
        return answer.status, said

    def pids(self):
        """The process and its children (nginx works in one)."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [str(self.process.pid), *children]

    def cpu_s(self):
        """Processor time of all threads so far, user and system: /proc/PID/stat."""
        ticks = 0
        for pid in self.pids():
            fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / TICKS

    def memory_kib(self):
        """Resident memory: all of it, and what is not mapped from a file."""
        said = Path(f"/proc/{self.process.pid}/status").read_text()
        return tuple(int(re.search(rf"{name}:\s+(\d+)", said).group(1)) for name in ("VmRSS", "RssAnon"))

    def shown(self):
        return shown(self.command)


class Tendon(Server):
    """The service with a record of its own on this disk, which goes when it stops."""

    def __init__(self, name="tendon", rules=None, record=False, workers=1, cpus=SERVER_CPU,
                 path="/v1/evaluations", data=None):
        self.data = Path(data) if data else SCRATCH / f"data-{free_port()}"
        self.keep = data is not None
        command = [program("tendon"), "serve", "--listen", "127.0.0.1:0", "--workers", str(workers),
                   "--data", str(self.data), *(rules or NEUTRAL_RULES)]
        super().__init__(name, command, path=path if record else f"{path}?record=false", cpus=cpus)

    def __exit__(self, *what):
        super().__exit__(*what)
        if not self.keep:
            shutil.rmtree(self.data, ignore_errors=True)

    def record(self, lines, count):
        """Records so many assessments, the lines in turn, by batches over a few connections at once."""
        def batch(first):
            size = min(BATCH, count - first)
            body = "".join(lines[(first + i) % len(lines)] + "\n" for i in range(size))
            status, said = self.ask(body.encode(), "/v1/batch", Content_Type="application/x-ndjson")
            if status != 200 or said.count(b'"recorded":true') != size:
                raise RuntimeError(f"{self.name}: a batch was not recorded whole")
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(batch, range(0, count, BATCH)))


def clinic(**more):
    return Tendon(rules=CLINIC_RULES, **more)
