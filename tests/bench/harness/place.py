# SPDX-License-Identifier: Apache-2.0
"""Where things are, and the two processors: the server has one, who asks it the other."""
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
BENCH = ROOT / "tests" / "bench"
BUILT = ROOT / "build" / "plain"
SCRATCH = ROOT / "build" / "bench"  # on the disk that is measured; empty again when a run ends
NEUTRAL = BENCH / "neutral"
BODIES = NEUTRAL / "bodies.ndjson"
EXAMPLES = ROOT / "schemas" / "examples"

SERVER_CPU = os.environ.get("SERVER_CPU", "0")
LOAD_CPU = os.environ.get("LOAD_CPU", "1")
BOTH_CPUS = f"{SERVER_CPU},{LOAD_CPU}"

NEUTRAL_RULES = ["--rules", str(NEUTRAL / "rules"), "--schema", str(NEUTRAL / "assessment.schema.json")]
CLINIC_RULES = ["--rules", str(ROOT / "rules"), "--schema", str(ROOT / "schemas" / "assessment.schema.json")]


TENDON = os.environ.get("TENDON", str(BUILT / "tendon"))  # another build, to compare


def program(name):
    """`tendon`, or a program of tests/bench by its name."""
    return TENDON if name == "tendon" else str(BUILT / "tests" / f"bench_{name}")


def shown(words):
    """A command as RESULTS.md shows it: no path of this machine."""
    text = " ".join(str(word) for word in words).replace(TENDON, "tendon")
    for path, name in ((SCRATCH, "build/bench"), (ROOT, ".")):
        text = text.replace(f"{path}/", "" if name == "." else f"{name}/").replace(str(path), name)
    return text
