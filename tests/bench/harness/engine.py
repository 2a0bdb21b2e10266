# SPDX-License-Identifier: Apache-2.0
"""The engine in one process, without a server: bench_decide, as many times as there are rounds."""
import json
import statistics
import subprocess

from harness.place import SERVER_CPU, program


def decide(run, rules, schema, bodies, times):
    """Medians over the rounds of what bench_decide prints."""
    command = ["taskset", "-c", SERVER_CPU, program("decide"), str(rules), str(schema), str(times), *map(str, bodies)]
    rounds = [json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
              for _ in range(run.pace.rounds)]
    found = {name: statistics.median(one[name] for one in rounds) for name in rounds[0]}
    run.say(f"  {found['rules']} rules: conditions {found['conditions_us']:.2f} us, whole {found['whole_us']:.2f} us")
    return found
