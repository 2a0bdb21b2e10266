# SPDX-License-Identifier: Apache-2.0
"""What a rule change does to recorded assessments, decided under both releases: one processor."""
import re
import resource
import shutil
import statistics
import subprocess
import time

from harness.bodies import full, mixed
from harness.equal import lines
from harness.place import ROOT, SCRATCH, SERVER_CPU, program, shown
from harness.results import Bar, Section, number, table
from harness.server import Tendon

CHANGED = "cortisone/recreational-over-40.lua"  # the line moves from 40 to 35
SCHEMA = ROOT / "schemas" / "assessment.schema.json"
FOLLOWS_WITHIN_S = 10


def wait_for_release(server, wanted):
    for _ in range(FOLLOWS_WITHIN_S * 10):
        said = subprocess.run([program("tendon"), "release", "list", "--data", str(server.data)],
                              capture_output=True, text=True, check=True).stdout
        digests = re.findall(r"sha256:[0-9a-f]{64}", said)
        if len(set(digests)) >= wanted:
            return said
        time.sleep(0.1)
    raise RuntimeError("the service does not follow the changed rules")


def retired(said):
    """The release that ruled before."""
    return next(line.split()[0] for line in said.splitlines() if "active" not in line and "sha256:" in line)


def record_and_change(name, file, count):
    """A record of so many assessments, and after them another release; where it is, and the first's digest."""
    rules, data = SCRATCH / f"rules-{name}", SCRATCH / f"impact-{name}"
    for folder in (rules, data):
        shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "rules", rules)
    with Tendon(f"impact {name}", ["--rules", str(rules), "--schema", str(SCHEMA)], record=True, data=data) as server:
        server.record(lines(file), count)
        text = (rules / CHANGED).read_text()
        (rules / CHANGED).write_text(text.replace("at_least(40)", "at_least(35)").replace("1.0.0", "1.0.1"))
        first = retired(wait_for_release(server, 2))
    return data, first


def weigh(data, digest, count):
    """Assessments a second of processor time, and of the clock, on one processor."""
    command = ["taskset", "-c", SERVER_CPU, program("tendon"), "release", "impact", digest, "--data", str(data)]
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    took, after = time.monotonic() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if not said.startswith(f"{count} of {count} recorded"):
        raise RuntimeError(f"impact said: {said[:200]}")
    return count / used, count / took, shown(command).replace(digest, "DIGEST")


def measure(run):
    section = Section("Impact on two releases")
    rows = []
    for name, said, file in (("mixed", "all examples in turn", mixed()), ("full", "full assessments only", full())):
        data, digest = record_and_change(name, file, run.recorded)
        rounds = [weigh(data, digest, run.recorded) for _ in range(run.pace.rounds)]
        shutil.rmtree(data)
        cpu, clock = (statistics.median(one[i] for one in rounds) for i in (0, 1))
        run.say(f"  {said}: {cpu:,.0f} a CPU second")
        section.figure(f"{said}, recorded assessments/s of CPU", cpu, "/s", Bar(60000))
        section.commands.append(rounds[0][2])
        rows.append([said, number(cpu), number(clock)])
    section.tables.append(table([f"{run.recorded:,} recorded assessments", "a CPU second", "a second"], rows))
    section.notes.append(f"Between the clinic's rules and the same with `{CHANGED}` from 40 to 35 years.")
    return section
