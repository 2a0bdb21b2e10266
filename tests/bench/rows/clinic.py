# SPDX-License-Identifier: Apache-2.0
"""The clinic's own rules and a full assessment, beside the neutral workload: one worker, unrecorded."""
from contextlib import ExitStack

from harness.bodies import FULL, full, mixed
from harness.load import Contender, interleave
from harness.results import Bar, Section, table
from harness.server import Tendon, clinic
from rows.neutral import rows_of


def measure(run):
    section = Section("The clinic's rules")
    with ExitStack() as started:
        neutral = Contender(started.enter_context(Tendon()), label="neutral workload")
        server = started.enter_context(clinic())
        whole = Contender(server, bodies=full(), label="clinic, full assessment")
        contenders = [neutral, whole, Contender(server, bodies=mixed(), label="clinic, all examples in turn")]
        interleave(contenders, run.pace, run.say)
        section.commands = [server.shown(), whole.shown(run.pace.seconds)]
    section.figure("a full assessment to the neutral workload", whole.median("rate") / neutral.median("rate"), "x",
                   Bar(0.5))
    section.tables.append(table(
        ["Workload", "requests/s", "least-most", "p50 ms", "p99 ms", "CPU us/request", "bytes out", "to neutral"],
        rows_of(contenders, [neutral])))
    section.notes.append(f"Full: `{FULL.name}`, in which no question is open; {full().stat().st_size - 1:,} bytes in.")
    return section
