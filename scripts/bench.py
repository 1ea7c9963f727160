"""`make.py bench`: how long a build takes beside other site builders, measured on content of the same size in one run.

The prose is meaningless on purpose: words of both languages, drawn with a seed, so that everybody measures the same. Every
builder gets the same words, and its smallest site that shows them; ours is the whole page, with menu, lists, feeds and
checks. Books, cards and search are left out: they are made apart from the pages, and the others have none or have a search
that is told.
"""

import cProfile
import gc
import io
import os
import platform
import pstats
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import environment
from bench_layouts import lay_out_eleventy, lay_out_hugo, lay_out_material, lay_out_ours


@dataclass(frozen=True)
class Cost:
    """What one run took and made.

    Seconds by the clock, seconds of all processors, the most memory of one process in MiB, and the size of the site in MB.
    """

    wall: float
    cpu: float
    memory: float
    size: float = 0


@dataclass(frozen=True)
class Builder:
    """A site builder: how its content is laid out in a folder, and the command that builds it there, in `site/`."""

    name: str
    lay_out: Callable[[Path, int], None]
    command: tuple[str, ...]


OURS = "this project"
BUILDERS = (
    Builder(OURS, lay_out_ours, (sys.executable, __file__, ".")),
    Builder("Material", lay_out_material, (sys.executable, "-m", "mkdocs", "build")),
    Builder("Eleventy", lay_out_eleventy, ("eleventy", "--quiet", "--input=src", "--output=site")),
    Builder("Hugo", lay_out_hugo, ("hugo", "--quiet")),
)


def measured(command: tuple[str, ...], folder: Path) -> Cost:
    """One run of a command in a folder, with all the processes that it starts."""
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    started = time.monotonic()
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(command, cwd=folder, env=quiet, stdout=told, stderr=told)
        _, process.returncode, used = os.wait4(process.pid, 0)
        if process.returncode:
            told.seek(0)
            raise SystemExit(f"{' '.join(command)}\n{told.read().decode()}")
    wall = time.monotonic() - started
    size = sum(file.stat().st_size for file in (folder / "site").rglob("*") if file.is_file())
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, size / 1e6)


def compared(folder: Path, count: int, rounds: int, without: Collection[str] = ()) -> dict[str, list[Cost]]:
    """The costs of each builder that is installed, in turn, so that whatever else the machine does disturbs all alike."""
    builders = [one for one in BUILDERS if shutil.which(one.command[0]) and one.name not in without]
    for builder in builders:
        builder.lay_out(folder / builder.name, count)
    found: dict[str, list[Cost]] = {}
    for _ in range(rounds):
        for builder in builders:
            place = folder / builder.name
            for made in ("site", ".cache"):
                shutil.rmtree(place / made, ignore_errors=True)
            found.setdefault(builder.name, []).append(measured(builder.command, place))
            if builder.name == OURS:
                for name, cost in _warm(builder, place):
                    found.setdefault(name, []).append(cost)
    return found


def _warm(builder: Builder, place: Path) -> Iterator[tuple[str, Cost]]:
    """Ours once more after one page was edited, and once more after nothing was."""
    page = place / "content/sv/bench/page-0.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\nOrd.\n", encoding="utf-8")
    yield f"{OURS}, one page edited", measured(builder.command, place)
    yield f"{OURS}, nothing edited", measured(builder.command, place)


def report(results: dict[int, dict[str, list[Cost]]], previews: Sequence[str] = ()) -> str:
    """The results as Markdown: for each size a table with the median, and the least and most of all runs."""
    tables = [f"## {_title(count, costs)}\n\n{_table(costs)}\n" for count, costs in results.items()]
    if previews:
        tables.append("## From a save to the page\n\n" + "\n\n".join(previews) + "\n")
    return "\n".join([_head(), *tables])


def _title(count: int, costs: dict[str, list[Cost]]) -> str:
    return f"{count} pages a language, rounds in turn: {max(map(len, costs.values()))}"


def _head() -> str:
    load = ", ".join(f"{part:.1f}" for part in os.getloadavg())
    return (
        "# How fast it is\n\nWritten by `make.py bench --write`; do not edit.\n\n"
        f"Measured {environment.today()} on {os.cpu_count()} processors ({platform.machine()}, {platform.system()}), Python "
        f"{platform.python_version()}. The load of the machine at the end was {load}: where it is above the "
        "number of processors others were at work, seconds by the clock say little, and seconds of all processors are to be "
        "compared. What is measured and left out: `scripts/bench.py`; what is not faster and why: "
        "[0029](../decisions/0029-processes.md).\n"
    )


def _table(costs: dict[str, list[Cost]]) -> str:
    stock = costs.get("Material")
    rows = [
        "| builder | CPU s | wall s | memory MiB | site MB | CPU beside Material | wall beside Material |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, runs in costs.items():
        pairs = list(zip(runs, stock or (), strict=False))
        cells = [_spread([getattr(run, what) for run in runs], form) for what, form in _COLUMNS]
        ratios = [
            _spread([getattr(run, what) / getattr(other, what) for run, other in pairs], ".3f")
            for what in ("cpu", "wall")
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


# What an editor saves, on the content of the benchmark: its file, and how the text becomes another at the n-th save.
_SAVES: dict[str, tuple[str, Callable[[str, int], str]]] = {
    "text": ("content/sv/bench/page-0.md", lambda text, n: f"{text}\nOrd {n}.\n"),
    "record": ("content/data/municipalities/exempelby.yml", lambda text, n: f"{text}\n# {n}\n"),
    "template": ("overrides/main.html", lambda text, n: f"{text}<!-- {n} -->\n"),
    "label": ("content/data/labels.yml", lambda text, n: f"{text}\n# {n}\n"),
}


def previewed(folder: Path, count: int, saves: int = 20) -> str:
    """How long a save takes in the preview until the page is made, as a table of milliseconds by the clock."""
    from campaign.preview import Preview

    lay_out_ours(folder, count)
    preview = Preview(folder, environment.today())
    rows = [f"| saved, {count} pages a language | median ms | least–most |", "| --- | ---: | ---: |"]
    for what, (name, changed) in _SAVES.items():
        path, took = folder / name, []
        before = path.read_text(encoding="utf-8")
        for number in range(saves):
            path.write_text(changed(before, number), encoding="utf-8")
            started = time.monotonic()
            preview.save([path])
            preview.page("bench/page-0/index.html")
            took.append((time.monotonic() - started) * 1000)
        rows.append(f"| {what} | {statistics.median(took):.0f} | {min(took):.0f}–{max(took):.0f} |")
    return "\n".join(rows)


def build_pages(root: Path) -> None:
    """The pages, lists and feeds of the project in `root`, checked, taken from before where they can be."""
    from campaign.build import write_all
    from campaign.cache import OUTPUTS, Outputs, Store
    from campaign.files import load_common, load_files
    from campaign.inputs import digests_of, values_of
    from campaign.outputs import artifacts, cards
    from campaign.outputs.targets import FAMILIES
    from campaign.problems import render_text
    from campaign.project import load_site

    tree = load_files(root)
    site, problems = load_site(root, environment.today())
    if site is None:
        raise SystemExit(render_text(problems, "en"))
    site = replace(site, downloads=())
    families = [family for family in FAMILIES if family not in (artifacts, cards)]
    targets = {address: make for family in families for address, make in family.targets(site).items()}
    digest = digests_of(tree, values_of(site), site.day)
    before = Outputs(Store(root / ".cache" / OUTPUTS), load_common(environment.ROOT), digest)
    for _ in write_all(root / "site", targets, before):
        pass


def profiled(folder: Path, count: int) -> str:
    """Where the time of a cold build of ours goes: the forty functions that take most, with what they call."""
    lay_out_ours(folder, count)
    profile = cProfile.Profile()
    profile.runcall(build_pages, folder)
    told = io.StringIO()
    pstats.Stats(profile, stream=told).sort_stats("cumulative").print_stats("scripts", 40)
    return told.getvalue()


if __name__ == "__main__":
    gc.set_threshold(*environment.FEW_COLLECTIONS)
    build_pages(Path(sys.argv[1]).resolve())
