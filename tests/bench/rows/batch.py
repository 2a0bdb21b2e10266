# SPDX-License-Identifier: Apache-2.0
"""The batch endpoint against single requests, one worker on one processor: assessments a second."""
from contextlib import ExitStack

from harness.load import Contender, interleave
from harness.results import Bar, Section, table
from harness.server import Tendon
from rows.neutral import rows_of

LINES, CONNECTIONS = 100, 4


def measure(run):
    section = Section("Batch")
    with ExitStack() as started:
        kept = started.enter_context(Tendon("tendon, recording", record=True))
        server = started.enter_context(Tendon())
        contenders = [
            Contender(server, label="single"),
            Contender(server, CONNECTIONS, mode=str(LINES), path="/v1/batch?record=false", label="batch"),
            Contender(kept, label="single, recorded"),
            Contender(kept, CONNECTIONS, mode=str(LINES), path="/v1/batch", label="batch, recorded"),
        ]
        interleave(contenders, run.pace, run.say)
        section.commands = [server.shown(), contenders[1].shown(run.pace.seconds)]
    single, batch, single_kept, batch_kept = contenders
    bar = Bar(1.5)
    section.figure("assessments/s to single requests", batch.median("rate") / single.median("rate"), "x", bar)
    section.figure("the same, recorded", batch_kept.median("rate") / single_kept.median("rate"), "x", bar)
    section.tables.append(table(
        [f"Neutral workload; {LINES} lines a batch, {CONNECTIONS} at once", "assessments/s", "least-most", "p50 ms",
         "p99 ms", "CPU us/assessment", "bytes out", "to single", "to single, recorded"],
        rows_of(contenders, [single, single_kept])))
    return section
