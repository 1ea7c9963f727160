"""Where the time and the memory of our own commands go: part of the program → its share, the largest first.

A part is a module or package of `campaign/`, or a package of others. Shares of time are of the first process alone, and
measuring makes small functions look dearer than they are. As a program of its own it profiles what it is told of a folder,
and prints it as JSON, so that what this process has loaded and read counts for nothing.
"""

import cProfile
import json
import pstats
import subprocess
import sys
import tempfile
import tracemalloc
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import environment
from bench import settings

Shares = dict[str, float]
# So many parts are told, and how often something is saved for a profile.
_PARTS, _TIMES = 10, 10
_IMPORTS, _TEMPLATES, _PYTHON = "loading modules", "templates", "Python itself"
# The functions of a program written in C, whose time is that of who calls them.
_BUILT_IN = "~"


def profiled_command(command: tuple[str, ...], folder: Path) -> Shares:
    """Of one run of a Python program in a folder; `command` is what follows the name of Python."""
    with tempfile.NamedTemporaryFile() as kept:
        _run(("-m", "cProfile", "-o", kept.name, *command), folder)
        return shares_of(pstats.Stats(kept.name))


def profiled_saves(root: Path) -> Shares:
    """Of what the preview of a project does after a save, until a page is there."""
    return _asked("saves", root)


def profiled_memory(root: Path) -> Shares:
    """Of the memory that a project takes once it was read and checked."""
    return _asked("memory", root)


def shares_of(stats: pstats.Stats) -> Shares:
    """Of all own time that was measured."""
    parts = Counter[str]()
    for (file, _, name), (_, _, own, _, callers) in stats.stats.items():  # type: ignore[attr-defined]
        if file == _BUILT_IN:
            for (caller, _, its_name), (_, _, of_caller, _) in callers.items():
                parts[_part(caller, its_name)] += of_caller
        else:
            parts[_part(file, name)] += own
    return _largest(parts)


def _largest(parts: Mapping[str, float]) -> Shares:
    whole = sum(parts.values()) or 1
    return {part: size / whole for part, size in Counter(parts).most_common(_PARTS)}


def _part(file: str, function: str) -> str:
    """The part of the program that a function belongs to: `campaign/checks`, `markdown_it`."""
    folders = Path(file).parts
    if function == "<module>" or "importlib" in file:
        return _IMPORTS
    if file == "<template>":
        return _TEMPLATES
    for above in ("campaign", "site-packages", "scripts"):
        if above in folders[:-1]:
            name = folders[folders.index(above) + 1].removesuffix(".py")
            return name if above == "site-packages" else f"{above}/{name}"
    return _PYTHON


def _asked(what: str, root: Path) -> Shares:
    shares: Shares = json.loads(_run((__file__, what, str(root)), root))
    return shares


def _run(command: tuple[str, ...], folder: Path) -> bytes:
    words = (sys.executable, *command)
    return subprocess.run(words, cwd=folder, env=settings(), check=True, stdout=subprocess.PIPE).stdout


def _profile_saves(root: Path) -> Shares:
    from bench_preview import page_of, saves_in
    from campaign.files import file_at
    from campaign.preview import Preview

    slug, address = page_of(root)
    preview, profile = Preview(root, environment.today()), cProfile.Profile()
    preview.page(file_at(f"/{address}"))
    for save in saves_in(root, slug).values():
        before = save.path.read_text(encoding="utf-8")
        for number in range(_TIMES):
            save.path.write_text(save.changed(before, number), encoding="utf-8")
            profile.runcall(preview.save, [save.path])
            profile.runcall(preview.page, file_at(f"/{address}"))
        save.path.write_text(before, encoding="utf-8")
    return shares_of(pstats.Stats(profile))


def _profile_memory(root: Path) -> Shares:
    from campaign.project import load_site

    tracemalloc.start()
    site = load_site(root, environment.today())
    parts = Counter[str]()
    for found in tracemalloc.take_snapshot().statistics("filename"):
        parts[_part(found.traceback[0].filename, "")] += found.size
    del site
    return _largest(parts)


_OWN: Mapping[str, Callable[[Path], Shares]] = {"saves": _profile_saves, "memory": _profile_memory}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(_OWN[sys.argv[1]](Path(sys.argv[2]))))
