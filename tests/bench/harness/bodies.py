# SPDX-License-Identifier: Apache-2.0
"""Assessments of the clinic, one a line, made from schemas/examples."""
import json

from harness.place import EXAMPLES, SCRATCH

FULL = EXAMPLES / "good-typical-runner.json"


def _made(name, files):
    SCRATCH.mkdir(parents=True, exist_ok=True)
    made = SCRATCH / name
    texts = [json.dumps(json.loads(file.read_text(encoding="utf-8")), separators=(",", ":"), ensure_ascii=False)
             for file in files]
    made.write_text("".join(text + "\n" for text in texts), encoding="utf-8")
    return made


def full():
    """One assessment in which every question is answered."""
    return _made("full.ndjson", [FULL])


def mixed():
    """All good examples, from an empty one to a full one."""
    return _made("mixed.ndjson", sorted(EXAMPLES.glob("good-*.json")))
