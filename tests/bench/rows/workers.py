# SPDX-License-Identifier: Apache-2.0
"""Two workers against one: the load generator needs both processors, so CPU per request counts."""
from contextlib import ExitStack

from harness.load import Contender, interleave
from harness.place import BOTH_CPUS
from harness.results import Bar, Section, table
from harness.server import Tendon
from rows.neutral import rows_of


def measure(run):
    section = Section("Two workers")
    with ExitStack() as started:
        contenders = [Contender(started.enter_context(Tendon(f"{workers} worker{'s' * (workers > 1)}", workers=workers,
                                                             cpus=BOTH_CPUS)), cpus=BOTH_CPUS, threads=2)
                      for workers in (1, 2)]
        interleave(contenders, run.pace, run.say)
        section.commands = [contenders[1].server.shown(), contenders[1].shown(run.pace.seconds)]
    one, two = contenders
    section.figure("CPU per request, two workers to one", two.median("cpu_us") / one.median("cpu_us"), "x",
                   Bar(1.1, least=False))
    section.tables.append(table(
        ["Neutral workload", "requests/s", "least-most", "p50 ms", "p99 ms", "CPU us/request", "bytes out",
         "to one worker"], rows_of(contenders, [one])))
    return section
