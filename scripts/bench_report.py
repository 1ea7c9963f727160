"""What the benchmark found, as Markdown: the goals with what was measured, and a table for each size."""

import os
import platform
import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import environment
from bench import EDITED, ELEVENTY, HUGO, INDEX, MATERIAL, OURS, Cost

Costs = Mapping[str, Sequence[Cost]]


@dataclass(frozen=True)
class Results:
    """What was measured: size → builder → costs; what → costs of the real project; place and kind of save → milliseconds."""

    sizes: Mapping[int, Costs] = field(default_factory=dict)
    project: Costs = field(default_factory=dict)
    saves: Mapping[tuple[str, str], Sequence[float]] = field(default_factory=dict)


def render_report(results: Results) -> str:
    """All results, with the median, and the least and most of all runs."""
    tables = [f"## {_title(count, costs)}\n\n{_table(costs)}\n" for count, costs in results.sizes.items()]
    project = f"## The real site\n\n{_table(results.project)}\n" if results.project else ""
    return "\n".join(part for part in (_head(), _goals(results), *tables, project, _saves(results)) if part)


def _title(count: int, costs: Costs) -> str:
    return f"{count} pages a language, rounds in turn: {len(costs[OURS])}"


def _head() -> str:
    load = ", ".join(f"{part:.1f}" for part in os.getloadavg())
    return (
        "# How fast it is\n\nWritten by `make.py bench --write`; do not edit.\n\n"
        f"Measured {environment.today()} on {os.cpu_count()} processors ({platform.machine()}, {platform.system()}), Python "
        f"{platform.python_version()}. The load of the machine at the end was {load}: where it is above the "
        "number of processors others were at work, seconds by the clock say little, and seconds of all processors are to be "
        "compared. What is measured and left out: `scripts/bench.py`; what is not faster and why: "
        "[0029](../decisions/0029-processes.md), [0037](../decisions/0037-only-what-changed.md).\n"
    )


def _goals(results: Results) -> str:
    rows = [
        f"| {what} | {format(goal, form)} | {format(found, form)} | {'yes' if found <= goal else 'no'} |"
        for what, form, goal, found in (*_size_goals(results.sizes), *_other_goals(results))
    ]
    head = ["## Goals", "", "| what | at most | measured | reached |", "| --- | ---: | ---: | --- |"]
    return "\n".join([*head, *rows, ""]) if rows else ""


# What, how it is written, the goal, what was found.
_Goal = tuple[str, str, float, float]


def _size_goals(sizes: Mapping[int, Costs]) -> Iterator[_Goal]:
    for count, other, goal in (
        (500, MATERIAL, 0.12),
        (500, ELEVENTY, 1.0),
        (2000, MATERIAL, 0.04),
        (2000, HUGO, 1.5),
    ):
        costs = sizes.get(count, {})
        if OURS in costs and other in costs:
            yield (
                f"{count} pages, seconds beside {other}",
                ".3f",
                goal,
                _wall(costs[OURS]) / _wall(costs[other]),
            )
    for less, more, goal in ((500, 2000, 4.2), (2000, 10000, 5.5)):
        if less in sizes and more in sizes:
            times = _wall(sizes[more][OURS]) / _wall(sizes[less][OURS])
            yield f"{more} pages, times those of {less}", ".2f", goal, times
    if 500 in sizes:
        yield "500 pages, one edited, seconds", ".2f", 0.5, _wall(sizes[500][EDITED])
    if 10000 in sizes:
        yield "10000 pages, MiB", ".0f", 400, _memory(sizes[10000][OURS])
        yield "10000 pages, search index, MiB", ".0f", 1024, _memory(sizes[10000][INDEX])


def _other_goals(results: Results) -> Iterator[_Goal]:
    for name, goal in (("check, cold", 1.0), ("check, nothing edited", 0.3), ("build, one text edited", 0.5)):
        if name in results.project:
            yield f"the real site, {name}, seconds", ".2f", goal, _wall(results.project[name])
    for (place, what), took in results.saves.items():
        yield (
            f"a saved {what} is seen, {place}, ms",
            ".0f",
            200 if place == REAL else 400,
            statistics.median(took),
        )


REAL = "the real site"


def _wall(runs: Sequence[Cost]) -> float:
    return statistics.median(run.wall for run in runs)


def _memory(runs: Sequence[Cost]) -> float:
    return statistics.median(run.memory for run in runs)


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
        f"| {place} | {what} | {len(took)} | {_spread(list(took), '.0f')} |"
        for (place, what), took in results.saves.items()
    ]
    told = "From a save until Chromium has drawn the page that was open, with `make.py serve`."
    head = ["| where | saved | times | ms |", "| --- | --- | ---: | ---: |"]
    return "\n".join(["## From a save to the page", "", told, "", *head, *rows, ""])
