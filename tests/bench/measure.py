# SPDX-License-Identifier: Apache-2.0
"""Measures every row of the table of bars and writes RESULTS.md; run by tests/bench/run."""
import argparse
import platform
import shutil
import signal
import subprocess
import sys
import traceback
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from harness import results
from harness.peers import COPY, Peers
from harness.place import BENCH, LOAD_CPU, ROOT, SCRATCH, SERVER_CPU
from rows import batch, clinic, durable, engine, growth, hooks, impact, memory, neutral, workers

ROWS = {"neutral": neutral, "durable": durable, "clinic": clinic, "workers": workers, "growth": growth,
        "engine": engine, "batch": batch, "impact": impact, "memory": memory, "hooks": hooks}
PACKAGES = ["libuv1", "liblua5.4-0", "libcjson1", "libsqlite3-0", "libssl3", "node-llhttp", "wrk", "nginx-light",
            "libnginx-mod-http-lua", "libluajit2-5.1-2", "libluajit-5.1-2", "lua-cjson"]


@dataclass
class Pace:
    rounds: int
    seconds: int


@dataclass
class Run:
    pace: Pace
    peers: Peers
    assessments: int  # evaluated in process for a size of release, spread over its rules
    recorded: int  # for impact
    remembered: int  # for resident memory

    @staticmethod
    def say(line):
        print(line, flush=True)


def options():
    read = argparse.ArgumentParser(prog="tests/bench/run", description=__doc__, epilog="PEERS=DIR names the folder "
                                   "of the peers (nginx-lua/, node/, workload/); without it they are left out.")
    read.add_argument("--quick", action="store_true", help="about two minutes: fewer and shorter rounds")
    read.add_argument("--million", action="store_true", help="record a million assessments for resident memory")
    read.add_argument("--rounds", type=int, help="of each contender, in turn")
    read.add_argument("--seconds", type=int, help="of each round")
    read.add_argument("--only", nargs="+", choices=ROWS, default=list(ROWS), metavar="ROW", help=", ".join(ROWS))
    read.add_argument("--output", type=Path, default=BENCH / "RESULTS.md")
    return read.parse_args()


def said(*command):
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    return (ran.stdout or ran.stderr).strip()


def versions():
    listed = said("dpkg-query", "-W", "-f", "${db:Status-Abbrev}${Package} ${Version}\n", *PACKAGES).splitlines()
    found = [line[3:].strip() for line in listed if line.startswith("ii")]
    found.append(f"node {said('node', '--version')}")
    for folder in ("fastify", "json-rules-engine", "@gorules/zen-engine", "cql-execution"):
        package = COPY / "node" / "node_modules" / folder / "package.json"
        if package.is_file():
            found.append(f"{folder} {said('node', '-p', f'require({str(package)!r}).version')}")
    return ", ".join(found)


def machine():
    info = Path("/proc/cpuinfo").read_text()
    model = next(line.split(":")[1].strip() for line in info.splitlines() if line.startswith("model name"))
    return f"{model}, {info.count('processor')} processors, Linux {platform.release()}"


def load_now():
    return Path("/proc/loadavg").read_text().split()[0]


def at_rest(load):
    """Other work on the machine makes every figure of the clock wrong."""
    if float(load) <= 1:
        return []
    return ["- **The machine was busy before the run: only CPU per request means something here.**"]


def about(run, begun, load):
    commit = said("git", "-C", str(ROOT), "describe", "--always", "--dirty", "--abbrev=12")
    return "\n".join([
        f"- {begun:%Y-%m-%d %H:%M} UTC, commit {commit}, release build, {said('gcc', '--version').splitlines()[0]}",
        f"- {machine()}; load average before {load}, after {load_now()}",
        *at_rest(load),
        f"- server on processor {SERVER_CPU}, load generator on {LOAD_CPU}, unless a section says otherwise",
        f"- {run.pace.rounds} interleaved rounds of {run.pace.seconds} s each after one to warm up; medians; "
        "only ratios travel between machines",
        f"- {versions()}"])


def measured(run, names):
    """The sections of the rows, and a line for each row that failed."""
    sections, failed = [], []
    for name in names:
        run.say(f"{datetime.now():%H:%M:%S} {name}")
        try:
            sections.append(ROWS[name].measure(run))
        except (RuntimeError, OSError, subprocess.SubprocessError) as why:
            traceback.print_exc()
            failed.append(f"**{name} failed**: {why}")
    return sections, failed


def main():
    asked = options()
    rounds, seconds = (2, 1) if asked.quick else (5, 3)
    skipped = []
    run = Run(Pace(asked.rounds or rounds, asked.seconds or seconds), Peers(skipped),
              assessments=5000 if asked.quick else 50000, recorded=20000 if asked.quick else 50000,
              remembered=1_000_000 if asked.million else 5000 if asked.quick else 50000)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # stops the servers too
    shutil.rmtree(SCRATCH, ignore_errors=True)
    begun, load = datetime.now(timezone.utc), load_now()
    try:
        sections, failed = measured(run, asked.only)
    finally:
        shutil.rmtree(SCRATCH, ignore_errors=True)
    missing = [*dict.fromkeys(skipped), *failed]
    results.write(asked.output, about(run, begun, load), sections, missing)
    print(results.summary(sections), *missing, f"written to {asked.output}", sep="\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
