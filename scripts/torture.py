"""Trying to break it, at the edge: slips of the pen, stops, a full disk, a spoiled cache, hostile surroundings. One line each.

All of it happens to copies in a folder that goes away. What has to be built is built of the specimen of the tests.
"""

import os
import random
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import mutations
from campaign.checks import check_tree
from campaign.files import SITE, Tree, load_tree
from campaign.publish.folder import CURRENT, write_release
from campaign.publish.manifest import MANIFEST, Manifest, compare, load_digests, render_manifest
from campaign.publish.release import Release
from crash_points import stopped
from environment import ROOT

SEED = 20261201
SPECIMEN = ROOT / "tests/specimens/good"
# What a build needs of a project beside its content.
_NEEDED = ("overrides", "scripts", "mkdocs.yml", "requirements.txt")
# So many files of the real content are damaged at once, for to check it all takes long.
_AT_ONCE = 12
# No slip of the pen may keep an editor waiting for longer; seconds of the processor's time.
_PATIENCE = 5.0
# One of five damages the real content, the others the specimen.
_REAL = 5
# Largest file that a disk takes which is nearly full.
_ROOM = 4096
# Python 3.11 to 3.20 are looked for; those that are on this machine build too, each with packages of its own.
_OLDEST, _LATEST = 11, 20
_BARE = {"PATH": os.environ.get("PATH", ""), "SOURCE_DATE_EPOCH": "1795219200"}
SURROUNDINGS: Mapping[str, Mapping[str, str]] = {
    "LC_ALL=C, no HOME": {"LC_ALL": "C", "PYTHONHASHSEED": "1"},
    "another time zone and hash seed": {
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "77",
        "LC_ALL": "sv_SE.UTF-8",
    },
}


@dataclass(frozen=True)
class Outcome:
    """What one kind of torture came to: its name, how often it was done, and how often something broke."""

    name: str
    done: int
    broken: int


def torture(folder: Path, mutants: int) -> Iterator[Outcome]:
    """Everything, in an empty folder."""
    yield _mutants("slips of the pen", SPECIMEN, mutants - mutants // _REAL, 1)
    yield _mutants("slips in the real content", ROOT, mutants // _REAL, _AT_ONCE)
    yield _stops(folder)
    yield _full_disk(folder)
    whole = _built(folder / "whole", {})
    yield _spoiled(folder / "whole", whole)
    for name, variables in SURROUNDINGS.items():
        found = _built(folder / f"å ä {len(name)}", variables)
        yield Outcome(f"built with {name}", len(whole), _differing(whole, found))
    for name in other_pythons():
        found = _built(folder / name, {}, name)
        yield Outcome(f"built by {name}", len(whole), _differing(whole, found))


def other_pythons() -> list[str]:
    """The programs of other versions of Python than this one that are on this machine and run."""
    own = f"python3.{sys.version_info.minor}"
    names = (f"python3.{minor}" for minor in range(_OLDEST, _LATEST + 1))
    return [name for name in names if name != own and shutil.which(name) and _runs(name)]


def _runs(python: str) -> bool:
    return subprocess.run([python, "--version"], check=False, capture_output=True).returncode == 0


def _mutants(name: str, root: Path, wanted: int, at_once: int) -> Outcome:
    """Files with slips of the pen, checked: a traceback or a long wait is a breach."""
    rng, tree = random.Random(SEED), load_tree(root)
    made = mutations.mutants(rng, mutations.texts(tree), wanted)
    batches = [made[start : start + at_once] for start in range(0, len(made), at_once)]
    broken = sum(not _is_borne(tree | {one.path: one.raw for one in batch}, len(batch)) for batch in batches)
    return Outcome(name, len(made), broken)


def _is_borne(tree: Tree, count: int) -> bool:
    started = time.process_time()
    try:
        check_tree(tree)
    except Exception:  # noqa: BLE001 (whatever it is, an editor would meet it)
        return False
    return time.process_time() - started < _PATIENCE * count


def _release(folder: Path, word: str) -> Release:
    """A small site with folders, pages and what they need."""
    files = {f"{name}.html": word * 99 for name in ("index", "no/index", "no/om/index")}
    for path, text in {**files, "assets/a.css": word, "downloads/a.pdf": word * 9999}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    manifest = Manifest(commit=None, day="2026-12-01", packages="", files=load_digests(folder))
    return Release(folder, manifest, {MANIFEST: render_manifest(manifest)})


def _stops(folder: Path) -> Outcome:
    """A publication stopped at each touch of the disk: the server must show the old or the new site, whole."""
    old, new = _release(folder / "old", "old"), _release(folder / "new", "new")
    write_release(folder / "ready", old)
    whole = [old.manifest.files, new.manifest.files]
    broken = step = 0
    while True:
        target, step = folder / "stopped", step + 1
        shutil.copytree(folder / "ready", target, symlinks=True)
        was_stopped = stopped(partial(write_release, target, new), step)
        broken += load_digests(target / CURRENT) not in whole
        shutil.rmtree(target)
        if not was_stopped:
            return Outcome("publications stopped", step - 1, broken)


def _full_disk(folder: Path) -> Outcome:
    """A publication to a disk with too little room: it must say so, and the server show the old site."""
    old, new = _release(folder / "old", "old"), _release(folder / "new", "new")
    target = folder / "full"
    write_release(target, old)
    was_refused = _refuses(partial(write_release, target, new))
    is_whole = load_digests(target / CURRENT) == old.manifest.files
    return Outcome("publications to a full disk", 1, int(not (was_refused and is_whole)))


def _refuses(work: Callable[[], object]) -> bool:
    """Whether some work ends in an OSError where files may not grow."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (_ROOM, before[1]))
    try:
        work()
    except OSError:
        return True
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    return False


def _built(project: Path, variables: Mapping[str, str], python: str | None = None) -> dict[str, str]:
    """The digests of the specimen's site, built with nothing in the environment but these variables.

    Another `python` than this one prepares an environment of its own, as on a machine where nothing else is.
    """
    if not project.exists():
        shutil.copytree(SPECIMEN / "content", project / "content")
        for name in _NEEDED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
            copy(ROOT / name, project / name)
        if python is None:
            (project / ".venv").symlink_to(sys.prefix)
    command = [python or sys.executable, "scripts/make.py", "build"]
    subprocess.run(
        command, cwd=project, env={**_BARE, **variables}, umask=0o077, check=False, capture_output=True
    )
    return load_digests(project / SITE)


def _spoiled(project: Path, whole: Mapping[str, str]) -> Outcome:
    """Every file of the cache cut, emptied or another's; the next build must give the same bytes."""
    files = [path for path in sorted((project / ".cache").rglob("*")) if path.is_file()]
    for number, path in enumerate(files):
        raw = path.read_bytes()
        path.write_bytes((raw[: len(raw) // 2], b"", b"<html>evil", raw[:-1] + b"x")[number % 4])
    shutil.rmtree(project / SITE)
    return Outcome("files of the cache spoiled", len(files), _differing(whole, _built(project, {})))


def _differing(whole: Mapping[str, str], found: Mapping[str, str]) -> int:
    difference = compare(whole, found)
    return len(difference.changed) + len(difference.missing) + len(difference.extra)
