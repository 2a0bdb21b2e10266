# SPDX-License-Identifier: Apache-2.0
"""wrk against a server, in rounds: each round asks every contender once, in turn, and what counts is
the median of the rounds, so that a machine that slows down does so for all of them."""
import json
import statistics
import subprocess
from dataclasses import dataclass, field

from harness.place import BENCH, BODIES, LOAD_CPU, shown


@dataclass
class Contender:
    """A server, and how it is asked."""
    server: object
    connections: int = 32
    bodies: object = BODIES
    mode: str = ""  # of load/post.lua: "", "keys", or lines in a request
    cpus: str = LOAD_CPU
    threads: int = 1
    path: str = None
    label: str = None
    rounds: list = field(default_factory=list)

    @property
    def name(self):
        return self.label or self.server.name

    def command(self, seconds):
        words = ["wrk", f"-t{self.threads}", f"-c{self.connections}", f"-d{seconds}s", "-s",
                 str(BENCH / "load" / "post.lua"), self.server.url(self.path), "--", str(self.bodies)]
        return ["taskset", "-c", self.cpus, *words, *([self.mode] if self.mode else [])]

    def run(self, seconds):
        """One round; refused when a single answer was not well."""
        before = self.server.cpu_s()
        said = subprocess.run(self.command(seconds), capture_output=True, text=True, timeout=seconds + 60)
        used = self.server.cpu_s() - before
        lines = [line for line in said.stdout.splitlines() if line.startswith("{")]
        if not lines:
            raise RuntimeError(f"{self.name}: wrk said {said.stdout[-400:]} {said.stderr[-400:]}")
        one = json.loads(lines[-1])
        if one["errors"] or not one["requests"]:
            raise RuntimeError(f"{self.name}: {one['errors']} of {one['requests']} requests failed")
        work = int(self.mode) if self.mode.isdigit() else 1
        one["rate"] = one["requests"] * work / one["seconds"]
        one["cpu_us"] = used * 1e6 / (one["requests"] * work)
        one["bytes_out"] = one["bytes"] / one["requests"]  # with the head
        return one

    def median(self, what):
        return statistics.median(one[what] for one in self.rounds)

    def spread(self):
        rates = sorted(one["rate"] for one in self.rounds)
        return f"{rates[0]:,.0f}-{rates[-1]:,.0f}"

    def shown(self, seconds):
        return shown(self.command(seconds)).replace(f":{self.server.port}/", ":PORT/")


def interleave(contenders, pace, say):
    """A short round each to warm up, then the rounds."""
    for one in contenders:
        one.run(1)
    for number in range(pace.rounds):
        for one in contenders:
            one.rounds.append(one.run(pace.seconds))
            say(f"  round {number + 1}: {one.name} {one.rounds[-1]['rate']:,.0f}/s")
