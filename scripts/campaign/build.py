"""From targets to a published site: every file made, staged beside the last good site, and put in its place at once."""

import os
import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from campaign.cache import Outputs
from campaign.files import write_file
from campaign.reads import Made, Once, recording
from campaign.site import Target, Targets


def make_all(targets: Targets, before: Outputs | None = None) -> Iterator[tuple[str, Made]]:
    """Address and file of every target, taken from `before` where what it is made of is as it was.

    Books are made by programs of their own, so they are made side by side.
    """
    if before:
        _know(targets, before)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from zip(targets, pool.map(partial(_made, before), targets, targets.values()), strict=True)


def _know(targets: Targets, before: Outputs) -> None:
    """A page that tells how large a book is asks the book itself, so the book must know that it was made before."""
    for address, target in targets.items():
        if isinstance(target, Once) and (made := before.find(address)):
            target.known(made.content, made.reads)


def _made(before: Outputs | None, address: str, target: Target) -> Made:
    found = before.find(address) if before else None
    if found:
        return found
    with recording() as reads:
        content = target()
    made = Made(content, frozenset(reads))
    if before:
        before.keep(address, made)
    return made


def write_files(folder: Path, files: Iterable[tuple[str, Made]]) -> dict[str, frozenset[str]]:
    """Write a folder that holds these files, by their address, and no others, and tell what each was made of.

    They are written one after the other as they are made, for all together may be larger than the memory.
    """
    shutil.rmtree(folder, ignore_errors=True)
    reads = {}
    for address, made in files:
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, made.content)
        reads[address] = made.reads
    return reads


def write_published(site: Path, staged: Path) -> None:
    """Put the new site where the old one was; a reader never finds half of one."""
    old = _old(staged)
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    staged.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def write_recovered(site: Path, staged: Path) -> None:
    """Put the old site back, if a build was stopped in the moment between taking it away and putting the new one there."""
    if _old(staged).exists() and not site.exists():
        _old(staged).rename(site)


def _old(staged: Path) -> Path:
    return staged.with_name(f"old-{staged.name}")
