# SPDX-License-Identifier: Apache-2.0
"""Reads what clang counted (lcov's form) and says how many branches were taken, and where not.

coverage.py LCOV: ends badly below the bars. Not counted is what cannot be taken: the broken side of a
CDS_PROMISE, which ends the process, and the default that a switch over all of an enum does not have.
"""
import os
import re
import sys
from collections import defaultdict

ENOUGH = 90  # per cent, of each of these
AREAS = ("engine/", "server/record/")
WHOLLY = (  # every branch: the evaluation of conditions, the strict check of JSON
    "engine/decide/evaluate.c", "engine/decide/leaf.c", "engine/decide/quantity.c",
    "engine/facts/json_check.c", "engine/facts/json_string.c",
)
NOT_TAKEN = re.compile(r"\bCDS_PROMISE\(|\bswitch \(")


def read(path):
    """Of each file of ours, each branch: {file: {(line, block, branch): taken}}."""
    branches = defaultdict(dict)
    file, lines = "", []
    with open(path, encoding="utf-8") as lcov:
        for row in lcov:
            word, _, rest = row.rstrip("\n").partition(":")
            if word == "SF":
                file = os.path.relpath(rest)
                lines = open(rest, encoding="utf-8").read().split("\n") if file.startswith(AREAS) else []
            elif word == "BRDA" and lines:
                line, block, branch, taken = rest.split(",")
                if not NOT_TAKEN.search(lines[int(line) - 1]):
                    key = int(line), block, branch
                    branches[file][key] = branches[file].get(key, False) or taken not in ("0", "-")
    return branches


def figure(name, branches, files, bar):
    """One line; False: below the bar."""
    some = [taken for file in files for taken in branches[file].values()]
    share = 100 * sum(some) / max(len(some), 1)
    print(f"{name:32} {sum(some):6} of {len(some):6} branches: {share:.2f} %, bar {bar} %")
    return bool(some) and share >= bar


def main():
    branches = read(sys.argv[1])
    good = True
    for file in sorted(branches):
        open_at = sorted({line for (line, _, _), taken in branches[file].items() if not taken})
        if open_at:
            print(f"{file}: not all of " + ", ".join(map(str, open_at)))
    for area in AREAS:
        good &= figure(area, branches, [file for file in branches if file.startswith(area)], ENOUGH)
    for file in WHOLLY:
        good &= figure(file, branches, [file], 100)
    sys.exit(not good)


main()
