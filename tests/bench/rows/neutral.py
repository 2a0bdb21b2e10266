# SPDX-License-Identifier: Apache-2.0
"""The neutral workload, one worker, nothing recorded, 32 connections, against limits and peers."""
from contextlib import ExitStack

from harness import equal
from harness.load import Contender, interleave
from harness.peers import limits
from harness.place import BODIES
from harness.results import Bar, Section, number, table
from harness.server import Tendon

PEER = "nginx + LuaJIT"
LIMIT = "libuv + llhttp, fixed answer"


def rows_of(contenders, ratios_to):
    for one in contenders:
        yield [one.name, number(one.median("rate")), one.spread(), f"{one.median('p50_ms'):.2f}",
               f"{one.median('p99_ms'):.2f}", number(one.median("cpu_us")), number(one.median("bytes_out")),
               *(f"{one.median('rate') / base.median('rate'):.3g}" if base else "" for base in ratios_to)]


def measure(run):
    section = Section("Neutral workload")
    with ExitStack() as started:
        servers = [Tendon(), *limits(), *filter(None, [run.peers.nginx_lua()]), *run.peers.node()]
        contenders = [Contender(started.enter_context(one)) for one in servers]
        checked = [one for one in contenders if "fixed" not in one.name and "return 200" not in one.name]
        for one in checked:
            equal.check(one.server)
        interleave(contenders, run.pace, run.say)
        by = {one.name: one for one in contenders}
        section.commands = [one.server.shown() for one in contenders] + [contenders[0].shown(run.pace.seconds)]
    ours, peer, limit = by["tendon"], by.get(PEER), by[LIMIT]
    if peer:
        section.figure("requests/s to nginx + LuaJIT", ours.median("rate") / peer.median("rate"), "x", Bar(1.7, 2.2))
        section.figure("CPU per request to nginx + LuaJIT", ours.median("cpu_us") / peer.median("cpu_us"), "x")
        section.figure("p99 to nginx + LuaJIT", ours.median("p99_ms") / peer.median("p99_ms"), "x",
                       Bar(1.0, least=False))
    section.figure("requests/s to the libuv limit", ours.median("rate") / limit.median("rate"), "x", Bar(goal=0.33))
    section.tables.append(table(
        ["Server, one processor", "requests/s", "least-most", "p50 ms", "p99 ms", "CPU us/request", "bytes out",
         f"to {PEER}", "to the limit"], rows_of(contenders, [peer, limit])))
    mean = BODIES.stat().st_size / 8 - 1
    section.notes.append(
        f"Eight bodies in turn, {mean:,.0f} bytes each on average; bytes out are with the head. Equal work: on each "
        f"body, {', '.join(one.name for one in checked)} fired the same rules with the same values read.")
    return section
