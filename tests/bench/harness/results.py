# SPDX-License-Identifier: Apache-2.0
"""What was measured, the bar beside it, and RESULTS.md."""
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Bar:
    """What a figure must reach and the goal beyond (None: no bar); `least`: more is better."""
    must: float = None
    goal: float = None
    least: bool = True

    def met(self, value, bar):
        return value >= bar if self.least else value <= bar

    def verdict(self, value):
        if self.goal is not None and self.met(value, self.goal):
            return "goal met"
        if self.must is None:
            return "" if self.goal is None else self.short(value, self.goal, "goal missed")
        if not self.met(value, self.must):
            return self.short(value, self.must, "**missed**")
        return "met" if self.goal is None else self.short(value, self.goal, "met; goal missed")

    def short(self, value, bar, words):
        by = bar / value if self.least else value / bar
        return f"{words} by {by - 1:.0%}" if by < 2 else f"{words} by {by:.1f} times"

    def text(self, bar, unit):
        return "" if bar is None else f"{'≥' if self.least else '≤'} {number(bar)} {unit}".strip()


NO_BAR = Bar()


@dataclass
class Figure:
    what: str
    value: float
    unit: str
    bar: Bar = NO_BAR


def number(value):
    """Three figures that count, or all before the point."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


@dataclass
class Section:
    """One row of the table of bars."""
    title: str
    figures: list = field(default_factory=list)
    tables: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    commands: list = field(default_factory=list)

    def figure(self, what, value, unit, bar=NO_BAR):
        self.figures.append(Figure(what, value, unit, bar))

    def written(self):
        parts = [f"## {self.title}", *self.tables, *self.notes]
        if self.commands:
            parts.append("```\n" + "\n".join(dict.fromkeys(self.commands)) + "\n```")
        return "\n\n".join(parts)


def summary(sections):
    rows = []
    for section in sections:
        for one in section.figures:
            rows.append([section.title, one.what, f"{number(one.value)} {one.unit}".strip(),
                         one.bar.text(one.bar.must, one.unit), one.bar.text(one.bar.goal, one.unit),
                         one.bar.verdict(one.value)])
    return table(["What", "Figure", "Measured", "Must", "Goal", ""], rows)


def write(file, about, sections, skipped):
    parts = ["<!-- SPDX-License-Identifier: Apache-2.0 -->\n# What was measured",
             "Written by `tests/bench/run`; [README.md](README.md) says how each figure comes about.",
             about, "## All bars", summary(sections)]
    if skipped:
        parts.append("Not measured:\n\n" + "\n".join(f"- {line}" for line in skipped))
    parts += [section.written() for section in sections]
    file.write_text("\n\n".join(parts) + "\n", encoding="utf-8")
