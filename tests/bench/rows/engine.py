# SPDX-License-Identifier: Apache-2.0
"""The engine alone: the conditions of 60 rules, and the whole path from bytes to decision bytes."""
import generate
from harness.bodies import FULL
from harness.engine import decide
from harness.equal import lines
from harness.place import BODIES, NEUTRAL, ROOT, SCRATCH
from harness.results import Bar, Section, number, table


def neutral_bodies():
    for i, line in enumerate(lines(BODIES)):
        (SCRATCH / f"neutral-{i}.json").write_text(line, encoding="utf-8")
    return sorted(SCRATCH.glob("neutral-*.json"))


def measure(run):
    section = Section("Engine alone")
    folder = SCRATCH / "generated-60"
    generate.generate(folder, 60)
    sixty = decide(run, folder / "rules", folder / "schema.json", sorted(folder.glob("full-*.json")), 500)
    neutral = decide(run, NEUTRAL / "rules", NEUTRAL / "assessment.schema.json", neutral_bodies(), 2000)
    clinic = decide(run, ROOT / "rules", ROOT / "schemas" / "assessment.schema.json", [FULL], 2000)
    section.figure("conditions of 60 generated rules, p50", sixty["conditions_us"], "us", Bar(1.5, least=False))
    section.figure("neutral workload, bytes to decision bytes, p50", neutral["whole_us"], "us", Bar(12, least=False))
    section.tables.append(table(
        ["Rules", "facts to answers, p50 us", "bytes to decision bytes, p50 us", "p99 us", "bytes out"],
        [[name, f"{one['conditions_us']:.2f}", f"{one['whole_us']:.2f}", number(one["whole_p99_us"]),
          f"{one['bytes_out']:,.0f}"]
         for name, one in (("60 generated, 500 facts known", sixty), ("neutral, 25", neutral),
                           (f"the clinic's, {clinic['rules']:.0f}", clinic))]))
    section.commands = ["bench_decide RULES SCHEMA TIMES BODY..."]
    return section
