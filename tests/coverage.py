# SPDX-License-Identifier: Apache-2.0
"""Reads what clang counted (llvm-cov export) and says how many branches were taken, and where not.

coverage.py COUNTED: ends badly below the bars. A branch is a place in a file: what stands in a header is
taken when one of its users takes it, as llvm-cov report has it. Not counted is what cannot be taken: the broken
side of a CDS_PROMISE, which ends the process, and the default that a switch over all of an enum does not have.
"""
import json
import os
import re
import sys
from collections import defaultdict

ENOUGH = 90  # per cent, of each of these
AREAS = ("engine/", "server/record/")
WHOLLY = (  # every branch: the evaluation of conditions, the strict check of JSON
    "engine/decide/evaluate.c", "engine/decide/leaf.c", "engine/decide/quantity.c",
    "engine/facts/json_check.c", "engine/facts/json_names.c", "engine/facts/json_number.c",
    "engine/facts/json_string.c",
)
NOT_TAKEN = re.compile(r"\bCDS_PROMISE\(|\bswitch \(")


def read(path):
    """Of each file of ours, each branch: {file: {(line, place, side): taken}}."""
    branches = defaultdict(dict)
    with open(path, encoding="utf-8") as counted:
        files = json.load(counted)["data"][0]["files"]
    for one in files:
        file = os.path.relpath(os.path.realpath(one["filename"]))
        if not file.startswith(AREAS):
            continue
        lines = open(file, encoding="utf-8").read().split("\n")
        for line, *place, times, times_not, _, _, _ in one["branches"]:
            if not NOT_TAKEN.search(lines[line - 1]):
                for side, taken in ("true", times), ("false", times_not):
                    key = line, tuple(place), side
                    branches[file][key] = branches[file].get(key, False) or taken > 0
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
