"""What the benchmark is to reach: each goal with what was found, and the profile that tells where its time or memory goes."""

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bench import COLD, EDITED, ELEVENTY, HUGO, INDEX, MATERIAL, MEMORY, OURS, SAVED, Cost
from bench_preview import Seen

Costs = Mapping[str, Sequence[Cost]]
REAL = "the real site"


@dataclass(frozen=True)
class Results:
    """What was measured.

    `sizes`: size → builder → costs. `project`: what → costs of the real project. `saves`: place and kind of save → how long
    each took. `profiles`: name → part of the program → its share.
    """

    sizes: Mapping[int, Costs] = field(default_factory=dict)
    project: Costs = field(default_factory=dict)
    saves: Mapping[tuple[str, str], Sequence[Seen]] = field(default_factory=dict)
    profiles: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


@dataclass(frozen=True)
class Goal:
    """What was measured, how it is written, the most that it may be, what it is, and the name of its profile."""

    what: str
    form: str
    most: float
    found: float
    profile: str

    @property
    def is_reached(self) -> bool:
        """Whether it is as little as it should be."""
        return self.found <= self.most


def goals_of(results: Results) -> list[Goal]:
    """All goals of what was measured."""
    return [*_beside_others(results.sizes), *_growth(results.sizes), *_own(results.sizes), *_real(results)]


def _beside_others(sizes: Mapping[int, Costs]) -> Iterator[Goal]:
    for count, other, most in (
        (500, MATERIAL, 0.12),
        (500, ELEVENTY, 1.0),
        (2000, MATERIAL, 0.04),
        (2000, HUGO, 1.5),
    ):
        costs = sizes.get(count, {})
        if OURS in costs and other in costs:
            ratio = wall(costs[OURS]) / wall(costs[other])
            yield Goal(f"{count} pages, seconds beside {other}", ".3f", most, ratio, COLD)


def _growth(sizes: Mapping[int, Costs]) -> Iterator[Goal]:
    for less, more, most in ((500, 2000, 4.2), (2000, 10000, 5.5)):
        if less in sizes and more in sizes:
            times = wall(sizes[more][OURS]) / wall(sizes[less][OURS])
            yield Goal(f"{more} pages, times those of {less}", ".2f", most, times, COLD)


def _own(sizes: Mapping[int, Costs]) -> Iterator[Goal]:
    if 500 in sizes:
        yield Goal("500 pages, one edited, seconds", ".2f", 0.5, wall(sizes[500][EDITED]), EDITED)
    if 10000 in sizes:
        yield Goal("10000 pages, MiB", ".0f", 400, memory(sizes[10000][OURS]), MEMORY)
        yield Goal("10000 pages, search index, MiB", ".0f", 1024, memory(sizes[10000][INDEX]), MEMORY)


def _real(results: Results) -> Iterator[Goal]:
    for name, most in (("check, cold", 1.0), ("check, nothing edited", 0.3), ("build, one text edited", 0.5)):
        if name in results.project:
            yield Goal(f"{REAL}, {name}, seconds", ".2f", most, wall(results.project[name]), name)
    for (place, what), took in results.saves.items():
        drawn = statistics.median(one.drawn for one in took)
        yield Goal(f"a saved {what} is seen, {place}, ms", ".0f", 200 if place == REAL else 400, drawn, SAVED)


def wall(runs: Sequence[Cost]) -> float:
    """The median of the seconds by the clock."""
    return statistics.median(run.wall for run in runs)


def memory(runs: Sequence[Cost]) -> float:
    """The median of the most memory of a process, in MiB."""
    return statistics.median(run.memory for run in runs)
