# SPDX-License-Identifier: Apache-2.0
"""More rules, in process: generated ones, each reading 5 of 500 facts (generate.py)."""
import generate
from harness.engine import decide
from harness.place import SCRATCH
from harness.results import Bar, Section, number, table

SIZES = [25, 250, 2500, 10000]


def measured(run, count, known):
    folder = SCRATCH / f"generated-{count}"
    return decide(run, folder / "rules", folder / "schema.json", sorted(folder.glob(f"{known}-*.json")),
                  max(run.assessments // count, 20))


def measure(run):
    section = Section("More rules")
    for count in SIZES:
        generate.generate(SCRATCH / f"generated-{count}", count)
    found = {known: {count: measured(run, count, known) for count in SIZES} for known in ("full", "half")}
    first, last = found["full"][SIZES[0]], found["full"][SIZES[-1]]
    grown = Bar(40, least=False)
    section.figure("10,000 rules to 25, facts to answers", last["conditions_us"] / first["conditions_us"], "x", grown)
    section.figure("10,000 rules to 25, bytes to decision bytes", last["whole_us"] / first["whole_us"], "x", grown)
    section.figure("memory for each further rule",
                   (last["release_bytes"] - first["release_bytes"]) / (SIZES[-1] - SIZES[0]) / 1024, "KiB",
                   Bar(4, least=False))
    section.figure("load of 10,000 rules", last["load_ms"] / 1e3, "s", Bar(5, least=False))
    for known, said in (("full", "all 500 facts known"), ("half", "half of the facts known")):
        section.tables.append(table(
            [f"Rules, {said}", "facts to answers, us", "each rule, us", "bytes to decision bytes, us", "p99 us",
             "bytes out", "load ms", "release MiB"],
            [[f"{count:,}", number(one["conditions_us"]), number(one["conditions_us"] / count),
              number(one["whole_us"]), number(one["whole_p99_us"]), f"{one['bytes_out']:,.0f}",
              number(one["load_ms"]), f"{one['release_bytes'] / 2**20:.2f}"] for count, one in found[known].items()]))
    section.notes.append("The release with its Lua state and its files' texts, as malloc counts. A rule holds for "
                         "about one person in a thousand.")
    section.commands = ["bench_decide RULES SCHEMA TIMES BODY..."]
    return section
