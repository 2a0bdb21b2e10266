# SPDX-License-Identifier: Apache-2.0
"""CDS Hooks calls at 1,000 a second, each recorded: measured from the time each was due."""
import json
import shutil
import statistics
import subprocess
from pathlib import Path

from harness import disk
from harness.place import BENCH, LOAD_CPU, SCRATCH, program, shown
from harness.results import Bar, Section, table
from harness.server import clinic

RATE, CONNECTIONS = 1000, 32
IN_MEMORY = Path("/dev/shm")


def calls():
    made = SCRATCH / "calls.ndjson"
    with open(made, "w", encoding="utf-8") as out:
        subprocess.run(["node", str(BENCH / "hook_calls.mjs")], stdout=out, check=True)
    return made


def ask(server, seconds, file):
    command = ["taskset", "-c", LOAD_CPU, program("paced"), str(server.port), str(RATE), str(seconds),
               str(CONNECTIONS), str(file)]
    one = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return one, shown(command)


def measure(run):
    section = Section("CDS Hooks at 1,000/s")
    SCRATCH.mkdir(parents=True, exist_ok=True)
    file, rows = calls(), []
    places = [("on this disk", SCRATCH / "hooks")]
    if IN_MEMORY.is_dir():
        places.append(("in memory", IN_MEMORY / f"tendon-bench-{SCRATCH.stat().st_ino}"))
    for where, data in places:
        try:
            with clinic(name=f"hooks {where}", data=data) as server:
                rounds = [ask(server, run.pace.seconds, file) for _ in range(run.pace.rounds)]
        finally:
            shutil.rmtree(data, ignore_errors=True)
        at = {name: statistics.median(one[name] for one, _ in rounds) for name in rounds[0][0]}
        run.say(f"  {where}: p50 {at['p50_ms']} ms, p99 {at['p99_ms']} ms")
        rows.append([where, *(f"{at[name]:.2f}" for name in ("p50_ms", "p90_ms", "p99_ms", "p999_ms", "most_ms"))])
        bar = Bar(5, least=False)
        section.figure(f"record {where}, p99", at["p99_ms"], "ms", bar)
        section.figure(f"record {where}, p50", at["p50_ms"], "ms")
        section.commands.append(rounds[0][1].replace(f" {server.port} ", " PORT "))
    section.tables.append(table(["Record", "p50 ms", "p90 ms", "p99 ms", "p99.9 ms", "most ms"], rows))
    section.notes.append(disk.told(disk.synced_ms()))
    return section
