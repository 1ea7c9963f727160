"""`make.py bench`: how long builds, checks and the preview take, ours beside other site builders, measured in one run.

Of the meaningless content every builder gets the same words, and its smallest site that shows them; ours is the whole page,
with menu, lists, feeds and checks. Books and cards are left out there: they are made apart from the pages, and the others have
none. Our search index is a row of its own, for only Material has one. The real site is built whole, as `make.py build` does.
"""

import cProfile
import gc
import io
import os
import pstats
import shutil
import string
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import environment
from bench_sites import lay_out_eleventy, lay_out_hugo, lay_out_material, lay_out_ours, lay_out_project


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


OURS, EDITED, SAME = "this project", "this project, one page edited", "this project, nothing edited"
INDEX, INDEXED = "this project, with its search index", "this project, with its index, one page edited"
MATERIAL, ELEVENTY, HUGO = "Material", "Eleventy", "Hugo"
# The names of profiles beside these: a cold build, a save in the preview, and what lies in memory.
COLD, SAVED, MEMORY = "this project, cold", "a save in the preview", "memory of a site that was read"
# How often a page is edited: the first build after a cold one has a second folder to fill (docs/decisions/0037).
EDITS = 3
EDITED_PAGE = "content/sv/bench/page-0.md"
BUILDERS = (
    Builder(OURS, lay_out_ours, (sys.executable, __file__, ".")),
    Builder(MATERIAL, lay_out_material, (sys.executable, "-m", "mkdocs", "build")),
    Builder(ELEVENTY, lay_out_eleventy, ("eleventy", "--quiet", "--input=src", "--output=site")),
    Builder(HUGO, lay_out_hugo, ("hugo", "--quiet")),
)


def settings() -> dict[str, str]:
    """The environment of what is measured: modules are kept as Python compiled them, as for anybody who has asked for nothing else."""
    return {**environment.compiling(), "NO_MKDOCS_2_WARNING": "1"}


def measured(command: tuple[str, ...], folder: Path) -> Cost:
    """One run of a command in a folder, with all the processes that it starts."""
    started = time.monotonic()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, cwd=folder, env=settings(), stdout=output, stderr=output)
        _, process.returncode, used = os.wait4(process.pid, 0)
        if process.returncode:
            output.seek(0)
            raise SystemExit(f"{' '.join(command)}\n{output.read().decode()}")
    wall = time.monotonic() - started
    site = folder / "site"
    size = sum(file.stat().st_size for file in site.rglob("*") if file.is_file()) if site.is_dir() else 0
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
            forget(place)
            found.setdefault(builder.name, []).append(measured(builder.command, place))
            if builder.name == OURS:
                for name, cost in _warm(builder, place):
                    found.setdefault(name, []).append(cost)
    return found


def _warm(builder: Builder, place: Path) -> Iterator[tuple[str, Cost]]:
    """Ours again: each time after one page was edited, after nothing was, and with the search index, cold and after an edit."""
    page = place / EDITED_PAGE
    for number in range(EDITS):
        add_word(page, number)
        yield EDITED, measured(builder.command, place)
    yield SAME, measured(builder.command, place)
    forget(place)
    yield INDEX, measured((*builder.command, "search"), place)
    add_word(page, EDITS)
    yield INDEXED, measured((*builder.command, "search"), place)


def forget(place: Path) -> None:
    """Take away what was built, so that a build is cold."""
    for made in ("site", ".cache"):
        shutil.rmtree(place / made, ignore_errors=True)


def add_word(page: Path, number: int) -> None:
    """Write another line at the end of a page."""
    page.write_text(with_word(page.read_text(encoding="utf-8"), number), encoding="utf-8")


def with_word(text: str, number: int) -> str:
    """A text with a line more, another for each number below 26: without digits, which would have to have a source."""
    return f"{text}\nOrdet {string.ascii_lowercase[number]}.\n"


def measured_project(folder: Path) -> dict[str, list[Cost]]:
    """The costs of `make.py check` and `make.py build` on the real content: cold, after a text was edited, and unchanged."""
    lay_out_project(folder)
    found: dict[str, list[Cost]] = {}
    page = min((folder / "content/sv").glob("*.md"))
    for command in ("check", "build"):
        words = (sys.executable, "scripts/make.py", command)
        for number, name in enumerate(("cold", *["one text edited"] * EDITS, "nothing edited")):
            if name == "one text edited":
                add_word(page, number)
            found.setdefault(f"{command}, {name}", []).append(measured(words, folder))
    return found


def build_pages(root: Path, *, with_search: bool = False) -> None:
    """The pages, lists and feeds of the project in `root`, checked; what is as it was stays as it lies."""
    from campaign.build import write_all
    from campaign.cache import OUTPUTS, SEARCH, ExtractableTarget, Outputs, Store
    from campaign.files import load_snapshot
    from campaign.inputs import digests_of, values_of
    from campaign.output_folder import INDEXES, load_index, write_index
    from campaign.outputs import artifacts, cards, search
    from campaign.outputs.targets import FAMILIES
    from campaign.problems import render_text
    from campaign.project import load_site

    snapshot, store, folder = (
        load_snapshot(root, environment.ROOT),
        Store(root / ".cache" / INDEXES),
        root / "site",
    )
    site, problems = load_site(root, environment.today(), snapshot)
    if site is None:
        raise SystemExit(render_text(problems, "en"))
    site = replace(site, downloads=())
    families = [family for family in FAMILIES if family not in (artifacts, cards)]
    targets = {address: make for family in families for address, make in family.targets(site).items()}
    for page in (make for make in targets.values() if isinstance(make, ExtractableTarget)):
        # What a page's Markdown is made of belongs to the Markdown, which is left out, and so may the index be.
        page.extracts = {kind: page.extracts[kind] for kind in (SEARCH,) if with_search}
    targets |= search.targets(site, targets) if with_search else {}
    digest = digests_of(snapshot.files, values_of(site), site.day)
    before = Outputs(Store(root / ".cache" / OUTPUTS), snapshot.common, digest)
    write_index(store, folder.name, dict(write_all(folder, targets, before, load_index(store, folder.name))))


def profiled(folder: Path, count: int) -> str:
    """Where the time of a cold build of ours goes: the forty functions that take most, with what they call."""
    lay_out_ours(folder, count)
    profile = cProfile.Profile()
    profile.runcall(build_pages, folder)
    output = io.StringIO()
    pstats.Stats(profile, stream=output).sort_stats("cumulative").print_stats("scripts", 40)
    return output.getvalue()


if __name__ == "__main__":
    gc.set_threshold(*environment.FEW_COLLECTIONS)
    build_pages(Path(sys.argv[1]).resolve(), with_search="search" in sys.argv[2:])
