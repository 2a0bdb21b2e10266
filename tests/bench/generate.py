# SPDX-License-Identifier: Apache-2.0
"""Rules by the thousand: each reads 5 of 500 facts, and holds for about one person in a thousand.
generate.py FOLDER RULES writes FOLDER/rules, FOLDER/schema.json, and assessments: FOLDER/full-N.json
answers all 500 questions, FOLDER/half-N.json every other one. The same numbers give the same bytes."""
import json
import random
import sys
from pathlib import Path

GROUPS, FIELDS = 25, 20  # 500 facts
DECISIONS, ANSWERS = 10, 4
PEOPLE = 16
WORDS = ["first", "second", "third", "fourth"]
SPDX = "-- SPDX-License-Identifier: Apache-2.0\n"


def kind(field):
    """Of five fields three are numbers, one is a word, one is yes or no."""
    return ["number", "number", "number", "word", "boolean"][field % 5]


def facts():
    return [(f"group{group}", f"fact{field}", kind(field)) for group in range(GROUPS) for field in range(FIELDS)]


def schema():
    types = {"number": {"type": ["number", "null"], "minimum": 0, "maximum": 100},
             "word": {"enum": [*WORDS, None]},
             "boolean": {"type": ["boolean", "null"]}}
    groups = {}
    for group, field, of in facts():
        groups.setdefault(group, {})[field] = types[of]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "assessment.schema.json",
            "title": "Generated for the benchmark", "type": "object", "additionalProperties": False,
            "properties": {name: {"type": ["object", "null"], "additionalProperties": False, "properties": fields}
                           for name, fields in groups.items()}}


def condition(chance, fact):
    """Holds for one person in four (yes or no: in two)."""
    group, field, of = fact
    path = f"{group}.{field}"
    if of == "number":
        return f"{path}:at_least({chance.randint(71, 80)})" if chance.random() < 0.5 else \
            f"{path}:at_most({chance.randint(20, 29)})"
    if of == "word":
        return f'{path}:is "{chance.choice(WORDS)}"'
    return f"{chance.choice(['yes', 'no'])}({path})"


def decision(number):
    answers = ", ".join(f'"{word}"' for word in WORDS[:ANSWERS])
    texts = "\n".join(f'    {name} = {{ title = "{name}", clinician = "{name}.", patient = "{name}." }},'
                      for name in [*WORDS[:ANSWERS], "nothing", "undetermined"])
    return (f'{SPDX}decision "decision{number}" {{\n  question = "Which of the generated rules hold?",\n'
            f'  answers = {{ {answers} }},\n  otherwise = "nothing",\n  texts = {{\n{texts}\n  }},\n}}\n')


def rule(chance, number):
    name = f"rule{number:05}"
    conditions = ",\n".join(f"    {condition(chance, fact)}" for fact in chance.sample(facts(), 5))
    return f"""{SPDX}rule {{
  id = "decision{number % DECISIONS}/{name}",
  title = "Generated rule {number}",
  version = "1.0.0",
  status = "active",
  owner = "Benchmark",
  review = {{ done = "2026-11-22", due = "2036-11-22" }},
  purpose = "One of many.",
  basis = "clinic policy",
  decides = "decision{number % DECISIONS}",
  answer = "{WORDS[number // DECISIONS % ANSWERS]}",
  when = all {{
{conditions},
  }},
  indicator = "info",
  say = {{ clinician = "Rule {number} holds. Consider what it says.", patient = "Ask your doctor about this." }},
  history = {{ {{ "1.0.0", "2026-11-22", "First release." }} }},
}}
"""


def person(chance, share):
    answers = {"number": lambda: chance.randint(0, 1000) / 10, "word": lambda: chance.choice(WORDS),
               "boolean": lambda: chance.random() < 0.5}
    known = {}
    for group, field, of in facts():
        value = answers[of]()
        if chance.random() < share:
            known.setdefault(group, {})[field] = value
    return known


def generate(folder, count):
    chance = random.Random(count)
    for number in range(DECISIONS):
        path = folder / "rules" / f"decision{number}"
        path.mkdir(parents=True, exist_ok=True)
        (path / "decision.lua").write_text(decision(number))
    for number in range(count):
        (folder / "rules" / f"decision{number % DECISIONS}" / f"rule{number:05}.lua").write_text(rule(chance, number))
    (folder / "schema.json").write_text(json.dumps(schema(), indent=1))
    people = random.Random(1)
    for name, share in (("full", 1), ("half", 0.5)):
        for number in range(PEOPLE):
            (folder / f"{name}-{number}.json").write_text(json.dumps(person(people, share), separators=(",", ":")))


if __name__ == "__main__":
    generate(Path(sys.argv[1]), int(sys.argv[2]))
