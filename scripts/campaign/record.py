"""What each file of the site was made of, and so which files a change touches."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from campaign.cache import digest_of
from campaign.files import EVERYWHERE, Tree
from campaign.inputs import Value

FILE = ".cache/reads.json"


@dataclass(frozen=True)
class Record:
    """A build as it was: the digest of each file that was there and of each value, and what each target read."""

    files: Mapping[str, str]
    values: Mapping[str, str]
    reads: Mapping[str, frozenset[str]]


def record_of(tree: Tree, values: Mapping[str, Value], reads: Mapping[str, frozenset[str]]) -> Record:
    """The record of a build from the files `tree` (path → bytes), in which each address read these keys."""
    return Record(
        {path: digest_of(raw) for path, raw in tree.items()},
        {key: value.digest for key, value in values.items()},
        reads,
    )


def affected(
    record: Record,
    tree: Tree,
    values: Mapping[str, Value],
    addresses: Iterable[str],
    paths: Iterable[str],
) -> list[str]:
    """The addresses that a change of `paths` touches, those that come and those that go among them, in order.

    `tree`, `values` and `addresses` are of today. A file that is still as it was built may become anything, so all that it
    goes into counts; of one that has changed, only the values that have become others.
    """
    now, touched = set(addresses), set(paths)
    if any(_is_within(path, place) for path in touched for place in EVERYWHERE):
        return sorted(now | record.reads.keys())
    keys = set(record.values) - set(values)
    for path in touched:
        same = record.files.get(path) == (digest_of(tree[path]) if path in tree else None)
        keys |= {
            key
            for key, value in values.items()
            if (same or record.values.get(key) != value.digest) and value.comes_from(path)
        }
    reading = {
        address
        for address, reads in record.reads.items()
        if reads & keys or any(_is_within(key, path) for path in touched for key in reads)
    }
    return sorted(reading | (now ^ record.reads.keys()))


def changed_files(record: Record, tree: Tree) -> list[str]:
    """The files that are not as they were built, new and vanished ones among them."""
    now = {path: digest_of(raw) for path, raw in tree.items()}
    return sorted(
        path for path in now.keys() | record.files.keys() if now.get(path) != record.files.get(path)
    )


def _is_within(key: str, place: str) -> bool:
    return key == place or key.startswith(f"{place.rstrip('/')}/")


def write_record(root: Path, record: Record) -> None:
    """Keep a record below `root`, each key written once, and once what several targets read together."""
    keys = sorted(frozenset().union(*record.reads.values()))
    number = {key: n for n, key in enumerate(keys)}
    sets = {read: n for n, read in enumerate(dict.fromkeys(record.reads.values()))}
    kept = {
        "files": dict(record.files),
        "values": dict(record.values),
        "keys": keys,
        "sets": [sorted(number[key] for key in read) for read in sets],
        "reads": {address: sets[read] for address, read in record.reads.items()},
    }
    (root / FILE).write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")


def load_record(root: Path) -> Record | None:
    """The record of the last build of the project in `root`, if there was one."""
    if not (root / FILE).exists():
        return None
    kept = json.loads((root / FILE).read_text(encoding="utf-8"))
    sets = [frozenset(kept["keys"][n] for n in numbers) for numbers in kept["sets"]]
    reads = {address: sets[n] for address, n in kept["reads"].items()}
    return Record(kept["files"], kept["values"], reads)
