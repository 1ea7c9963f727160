"""A folder of finished files as it was written: what each was made of, and the stamp by which the disk tells that nobody touched it.

So a build writes, reads again and proves only what has become another. See docs/decisions/0037-only-what-changed.md.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from campaign.cache import Store
from campaign.reads import Reads

INDEXES, FINISHED = "indexes", "finished"


@dataclass(frozen=True)
class WrittenFile:
    """A file as it was written: a digest of all that it was made of, one of its bytes, its stamp, and the keys that were read."""

    input_digest: str
    digest: str
    stamp: str
    reads: Reads


def stamp_of(found: os.stat_result) -> str:
    """What the disk says of a file: as long as it is the same, nobody has written to it or put another in its place."""
    return f"{found.st_ino}.{found.st_size}.{found.st_mtime_ns}.{found.st_ctime_ns}"


def load_stamps(folder: Path) -> dict[str, str]:
    """Address → stamp of every file in a folder; a link has none."""
    return dict(_stamps(folder, "")) if folder.is_dir() else {}


def _stamps(folder: Path, below: str) -> Iterator[tuple[str, str]]:
    with os.scandir(folder) as found:
        entries = list(found)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _stamps(Path(entry), f"{below}{entry.name}/")
        else:
            yield (
                below + entry.name,
                "" if entry.is_symlink() else stamp_of(entry.stat(follow_symlinks=False)),
            )


def digest_of_file(content: bytes) -> str:
    """The digest of a file's bytes."""
    return hashlib.sha256(content).hexdigest()


def load_unchanged(
    folder: Path, stamps: Mapping[str, str], index: Mapping[str, WrittenFile]
) -> dict[str, WrittenFile]:
    """Those of the files in a folder that are as they were written. One with another stamp is read: a copied project has all of them."""
    found = {}
    for address, file in index.items():
        stamp = stamps.get(address)
        if stamp == file.stamp:
            found[address] = file
        elif stamp and digest_of_file((folder / address).read_bytes()) == file.digest:
            found[address] = replace(file, stamp=stamp)
    return found


def load_finished(folder: Path, store: Store, state: str) -> bool:
    """Whether the last build wrote the site to the folder in this state, and nobody has touched what it wrote."""
    if store.get(FINISHED) != state.encode():
        return False
    stamps, index = load_stamps(folder), load_index(store, folder.name)
    return stamps.keys() == index.keys() == load_unchanged(folder, stamps, index).keys()


def write_finished(folder: Path, store: Store, state: str, index: Mapping[str, WrittenFile]) -> None:
    """Note in which state the site was written to a folder, and how."""
    write_index(store, folder.name, index)
    store.put(FINISHED, state.encode())


def write_cleared(folder: Path, stamps: Mapping[str, str], wanted: Mapping[str, object]) -> None:
    """Take everything out of a folder, whose files have these stamps, but the files at the wanted addresses; links too."""
    if unwanted := {address for address, stamp in stamps.items() if address not in wanted or not stamp}:
        for address in unwanted:
            (folder / address).unlink()
        needed = {parent.as_posix() for address in wanted for parent in PurePosixPath(address).parents}
        for path in {parent for address in unwanted for parent in PurePosixPath(address).parents}:
            if path.as_posix() not in needed:
                shutil.rmtree(folder / path, ignore_errors=True)


def load_index(store: Store, name: str) -> dict[str, WrittenFile]:
    """What is known of the files of a folder by its name; nothing, if what is kept of it is damaged."""
    kept = json.loads(store.get(name) or b"{}")
    if not kept:
        return {}
    rows = [tuple(kept["keys"][n] for n in numbers) for numbers in kept["sets"]]
    return {
        address: WrittenFile(input_digest, digest, stamp, rows[number])
        for address, (number, input_digest, digest, stamp) in kept["files"].items()
    }


def write_index(store: Store, name: str, index: Mapping[str, WrittenFile]) -> None:
    """Keep what is known of the files of a folder: each key written once, and once what several files read together."""
    keys = sorted(set[str]().union(*(file.reads for file in index.values())))
    number = {key: n for n, key in enumerate(keys)}
    rows = {read: n for n, read in enumerate(dict.fromkeys(file.reads for file in index.values()))}
    kept = {
        "keys": keys,
        "sets": [[number[key] for key in read] for read in rows],
        "files": {
            address: [rows[file.reads], file.input_digest, file.digest, file.stamp]
            for address, file in index.items()
        },
    }
    store.put(name, json.dumps(kept, ensure_ascii=False).encode())


def write_swapped(store: Store, one: str, other: str) -> None:
    """Note that two folders have changed places, of which the second is to be noted again."""
    store.put(one, store.get(other) or b"{}")
