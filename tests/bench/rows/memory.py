# SPDX-License-Identifier: Apache-2.0
"""Resident memory while assessments are recorded through the batch endpoint: the clinic's rules, both workers."""
from harness.bodies import mixed
from harness.equal import lines
from harness.place import BOTH_CPUS
from harness.results import Bar, Section, table
from harness.server import clinic

STEPS = 10


def measure(run):
    section = Section("Resident memory")
    share = run.remembered // STEPS
    people, rows = lines(mixed()), []
    with clinic(record=True, workers=2, cpus=BOTH_CPUS) as server:
        for step in range(STEPS + 1):
            resident, private = server.memory_kib()
            kept = sum(file.stat().st_size for file in server.data.iterdir() if file.is_file())
            rows.append((step * share, resident / 1024, private / 1024, kept / 2**20))
            run.say(f"  {step * share:,} recorded: {resident / 1024:.1f} MiB")
            if step < STEPS:
                server.record(people, share)
        section.commands = [server.shown()]
    section.figure(f"resident after {run.remembered:,} recorded evaluations", rows[-1][1], "MiB", Bar(24, least=False))
    section.figure("growth from the first tenth to the last", rows[-1][1] - rows[1][1], "MiB")
    section.tables.append(table(
        ["Recorded", "resident MiB", "of it not from a file", "record on disk, MiB"],
        [[f"{count:,}", f"{resident:.1f}", f"{private:.1f}", f"{kept:,.0f}"]
         for count, resident, private, kept in rows]))
    if run.remembered < 1_000_000:
        section.notes.append("`--million` records the whole million.")
    return section
