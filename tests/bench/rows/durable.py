# SPDX-License-Identifier: Apache-2.0
"""The neutral workload recorded: SQLite FULL, leaf, salt and an idempotency key each; both processors,
wrk beside it; against nginx + LuaJIT, which records nothing, on one processor."""
import json
from contextlib import ExitStack

from harness import disk
from harness.equal import lines
from harness.load import Contender, interleave
from harness.place import BODIES, BOTH_CPUS
from harness.results import Bar, Section, table
from harness.server import Tendon
from rows.neutral import rows_of

BARS = {128: Bar(0.7, 1.0), 32: Bar(0.5, 0.8)}


def check_recorded(server):
    """An answer has its place in the log, and its key gives the same bytes again."""
    body = lines(BODIES)[0]
    (status, first), again = (server.ask(body, Idempotency_Key="bench") for _ in range(2))
    if (status, first) != again or status != 201 or "leaf" not in json.loads(first)["log"]:
        raise RuntimeError("what is answered is not recorded, or not under its key")


def measure(run):
    section = Section("Recorded and durable")
    synced = disk.synced_ms()
    with ExitStack() as started:
        peer = run.peers.nginx_lua()
        ours = started.enter_context(Tendon(record=True, workers=2, cpus=BOTH_CPUS))
        contenders = [Contender(ours, connections, mode="keys", cpus=BOTH_CPUS, label=f"tendon, {connections}")
                      for connections in (128, 32, 1)]
        if peer:
            started.enter_context(peer)
            contenders += [Contender(peer, connections, label=f"{peer.name} unrecorded, {connections}")
                           for connections in (128, 32)]
        check_recorded(ours)
        interleave(contenders, run.pace, run.say)
        section.commands = [ours.shown(), contenders[0].shown(run.pace.seconds)]
    by = {one.name: one for one in contenders}
    for connections, bar in BARS.items():
        one = by[f"tendon, {connections}"]
        if peer:
            base = by[f"{peer.name} unrecorded, {connections}"]
            section.figure(f"{connections} connections, requests/s to nginx + LuaJIT unrecorded",
                           one.median("rate") / base.median("rate"), "x", bar)
        section.figure(f"{connections} connections, p99", one.median("p99_ms"), "ms", Bar(20, 10, least=False))
    section.figure("one client alone, p50", by["tendon, 1"].median("p50_ms"), "ms", Bar(1, least=False))
    base = by.get("nginx + LuaJIT unrecorded, 128")
    section.tables.append(table(
        ["Server, connections", "requests/s", "least-most", "p50 ms", "p99 ms", "CPU us/request", "bytes out",
         "to nginx + LuaJIT, 128"], rows_of(contenders, [base])))
    section.notes.append(disk.told(synced))
    return section
