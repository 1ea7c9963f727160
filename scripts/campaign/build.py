"""From targets to a published site: every file made, staged beside the last good site, and put in its place at once."""

import os
import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from campaign.reads import recording
from campaign.site import Target, Targets


@dataclass(frozen=True)
class Made:
    """A finished file, and the keys of all that was read while it was made (see `reads`)."""

    content: bytes
    reads: frozenset[str]


def make_all(targets: Targets) -> Iterator[tuple[str, Made]]:
    """Address and file of every target. Books are made by programs of their own, so they are made side by side."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from zip(targets, pool.map(_made, targets.values()), strict=True)


def _made(target: Target) -> Made:
    with recording() as reads:
        content = target()
    return Made(content, frozenset(reads))


def write_files(folder: Path, files: Mapping[str, Made]) -> None:
    """Write a folder that holds these files, by their address, and no others."""
    shutil.rmtree(folder, ignore_errors=True)
    for address, made in files.items():
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made.content)


def write_published(site: Path, staged: Path) -> None:
    """Put the new site where the old one was; a reader never finds half of one."""
    old = staged.with_name("old-site")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    staged.rename(site)
    shutil.rmtree(old, ignore_errors=True)
