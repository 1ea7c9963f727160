"""What the benchmark found, as Markdown: the goals with what was measured, what is not reached and why, and a table for each size."""

import os
import platform
import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

import environment
from bench import MATERIAL, OURS
from bench_goals import Costs, Goal, Results, goals_of
from bench_preview import Seen

# What is not reached, and why: a part of the name of a goal → the reason.
_REASONS = Path(__file__).with_name("bench_reasons.yml")
_UNKNOWN = "nobody has said why yet."


def load_reasons() -> dict[str, str]:
    """Why goals are not reached, by a part of their names."""
    return yaml.load(_REASONS.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) or {}


def render_report(results: Results, reasons: Mapping[str, str]) -> str:
    """All results, with the median, and the least and most of all runs.

    `reasons` tell why a goal is not reached, by a part of its name.
    """
    goals = goals_of(results)
    missed = [goal for goal in goals if not goal.is_reached]
    tables = [f"## {_title(count, costs)}\n\n{_table(costs)}\n" for count, costs in results.sizes.items()]
    project = f"## The real site\n\n{_table(results.project)}\n" if results.project else ""
    sections = (
        _head(),
        _goals(goals),
        _missed(missed, reasons),
        _profiles(missed, results),
        *tables,
        project,
    )
    return "\n".join(part for part in (*sections, _saves(results)) if part)


def _title(count: int, costs: Costs) -> str:
    return f"{count} pages a language, rounds in turn: {len(costs[OURS])}"


def _head() -> str:
    load = ", ".join(f"{part:.1f}" for part in os.getloadavg())
    return (
        "# How fast it is\n\nWritten by `make.py bench --write`; do not edit.\n\n"
        f"Measured {environment.today()} on {os.cpu_count()} processors ({platform.machine()}, {platform.system()}), Python "
        f"{platform.python_version()}. The load of the machine at the end was {load}: where it is above the "
        "number of processors others were at work, seconds by the clock say little, and seconds of all processors are to be "
        "compared. What is measured and left out: `scripts/bench.py`; how it came about: [0029](../decisions/0029-processes.md), "
        "[0037](../decisions/0037-only-what-changed.md), [0057](../decisions/0057-blink.md).\n"
    )


def _goals(goals: Sequence[Goal]) -> str:
    rows = [
        f"| {goal.what} | {format(goal.most, goal.form)} | {format(goal.found, goal.form)} | "
        f"{'yes' if goal.is_reached else '**no**'} |"
        for goal in goals
    ]
    head = ["## Goals", "", "| what | at most | measured | reached |", "| --- | ---: | ---: | --- |"]
    return "\n".join([*head, *rows, ""]) if rows else ""


def _missed(missed: Sequence[Goal], reasons: Mapping[str, str]) -> str:
    """Each goal that is not reached: its figure, the reason, and the profile that shows it."""
    lines = [
        f"* {goal.what}: {format(goal.found, goal.form)}, goal {format(goal.most, goal.form)}. "
        f"Profile: {goal.profile}. Why: {_reason(goal, reasons)}"
        for goal in missed
    ]
    return "\n".join(["## What is not reached", "", *lines, ""]) if lines else ""


def _reason(goal: Goal, reasons: Mapping[str, str]) -> str:
    return next((why for what, why in reasons.items() if what in goal.what), _UNKNOWN)


def _profiles(missed: Sequence[Goal], results: Results) -> str:
    """Where the time or memory goes of what is not reached; what is reached asks for no profile."""
    names = [name for name in dict.fromkeys(goal.profile for goal in missed) if name in results.profiles]
    rows = [f"| {name} | {_shares(results.profiles[name])} |" for name in names]
    introduction = "Shares of own time by part of the program, or of memory; what is measured: `scripts/bench_profile.py`."
    head = ["## Where it goes", "", introduction, "", "| profile | share |", "| --- | --- |"]
    return "\n".join([*head, *rows, ""]) if rows else ""


def _shares(shares: Mapping[str, float]) -> str:
    return ", ".join(f"{part} {share:.0%}" for part, share in shares.items())


def _table(costs: Costs) -> str:
    stock = costs.get(MATERIAL)
    beside = ["CPU beside Material", "wall beside Material"] if stock else []
    head = ["builder", "CPU s", "wall s", "memory MiB", "site MB", *beside]
    rows = [f"| {' | '.join(head)} |", f"| --- |{' ---: |' * (len(head) - 1)}"]
    for name, runs in costs.items():
        pairs = list(zip(runs, stock or (), strict=False))
        cells = [_spread([getattr(run, what) for run in runs], form) for what, form in _COLUMNS]
        ratios = [
            _spread([getattr(run, what) / getattr(other, what) for run, other in pairs], ".3f")
            for what in ("cpu", "wall")
            if stock
        ]
        rows.append(f"| {name} | {' | '.join([*cells, *ratios])} |")
    return "\n".join(rows)


_COLUMNS = (("cpu", ".2f"), ("wall", ".2f"), ("memory", ".0f"), ("size", ".1f"))


def _spread(values: list[float], form: str) -> str:
    """The median, and where it differs the least and most: `2.10 (2.05–2.40)`."""
    if not values:
        return "–"
    middle, least, most = (format(f(values), form) for f in (statistics.median, min, max))
    return middle if least == most else f"{middle} ({least}–{most})"


def _saves(results: Results) -> str:
    if not results.saves:
        return ""
    rows = [
        f"| {place} | {what} | {len(took)} | {_steps(took)} |"
        for (place, what), took in results.saves.items()
    ]
    introduction = (
        "From a save until Chromium has drawn the page that was open, with `make.py serve`: milliseconds until the tab was told, "
        "had the page, had read it, and it was drawn."
    )
    head = ["| where | saved | times | told | fetched | read | drawn |", f"| --- | --- |{' ---: |' * 5}"]
    return "\n".join(["## From a save to the page", "", introduction, "", *head, *rows, ""])


def _steps(took: Sequence[Seen]) -> str:
    *steps, drawn = zip(*took, strict=True)
    medians = [format(statistics.median(step), ".0f") for step in steps]
    return " | ".join([*medians, _spread(list(drawn), ".0f")])
