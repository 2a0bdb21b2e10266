# SPDX-License-Identifier: Apache-2.0
"""Equal work: on each body of the neutral workload a server fires the rules that must fire, and
reports the values they read."""
import json

from harness.place import BODIES, NEUTRAL


def lines(file):
    return file.read_text(encoding="utf-8").splitlines()


def fired(answer):
    """Title of each rule that fired, with what it read; of a peer's answer, or of ours."""
    found = {}
    for one in answer["recommendations"]:
        read = one.get("evidence")
        if "because" in one:
            read = {item["pointer"].strip("/").replace("/", "."): item["value"] for item in one["because"]}
        found[one["title"]] = read
    return found


def differences(expected, found):
    for title in expected.keys() ^ found.keys():
        yield f"`{title}` {'does not fire' if title in expected else 'fires'}"
    for title in expected.keys() & found.keys():
        for path, value in expected[title].items():
            if found[title].get(path) != value:
                yield f"`{title}` read {found[title].get(path)} at {path}, not {value}"


def check(server):
    """Refuses a server that does other work."""
    for body, expected in zip(lines(BODIES), lines(NEUTRAL / "expected.ndjson"), strict=True):
        status, said = server.ask(body)
        wrong = [] if status == 200 else [f"status {status}"]
        wrong += differences(json.loads(expected), fired(json.loads(said)) if status == 200 else {})
        if wrong:
            raise RuntimeError(f"{server.name} does other work: {'; '.join(wrong)}")
