"""Everything that the benchmark measures, one after the other, in a folder that is thrown away."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import bench
from bench_goals import REAL, Results
from bench_preview import measured_saves
from bench_profile import Shares, profiled_command, profiled_memory, profiled_saves
from bench_sites import lay_out_ours, lay_out_project

# The size at which every builder runs in turn several times, and the one that is profiled.
MANY = 500


def measured_all(folder: Path, counts: Sequence[int], rounds: int, material: int) -> Results:
    """Builds of each size beside the others, Material up to `material` pages; the real site; the preview of both."""
    sizes, profiles = {}, dict[str, Shares]()
    for count in counts:
        place = folder / str(count)
        without = (bench.MATERIAL,) if count > material else ()
        sizes[count] = bench.compared(place, count, rounds if count <= MANY else 1, without)
        if count == MANY:
            profiles |= dict(_of_pages(place / bench.OURS))
        shutil.rmtree(place)
    project = bench.measured_project(folder / "project")
    profiles |= dict(_of_project(folder / "project"))
    most = max((count for count in counts if count <= material), default=MANY)
    lay_out_project(folder / REAL)
    lay_out_ours(folder / "most", most)
    places = {REAL: folder / REAL, f"{most} pages a language": folder / "most"}
    saves = {
        (place, what): took for place, root in places.items() for what, took in measured_saves(root).items()
    }
    profiles[bench.SAVED] = profiled_saves(folder / REAL)
    return Results(sizes, project, saves, profiles)


def _of_pages(place: Path) -> Iterator[tuple[str, Shares]]:
    """Profiles of a build of many pages: cold, after an edit, and of what lies in memory."""
    command = (bench.__file__, ".")
    bench.forget(place)
    yield bench.COLD, profiled_command(command, place)
    bench.add_word(place / bench.EDITED_PAGE, bench.EDITS)
    yield bench.EDITED, profiled_command(command, place)
    yield bench.MEMORY, profiled_memory(place)


def _of_project(place: Path) -> Iterator[tuple[str, Shares]]:
    """Profiles of what is measured of the real site, which lies there built."""
    make = "scripts/make.py"
    bench.add_word(min((place / "content/sv").glob("*.md")), bench.EDITS)
    yield "build, one text edited", profiled_command((make, "build"), place)
    bench.forget(place)
    yield "check, cold", profiled_command((make, "check"), place)
    yield "check, nothing edited", profiled_command((make, "check"), place)
