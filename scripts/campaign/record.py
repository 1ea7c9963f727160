"""What each file of the site was made of, and so which files a change touches."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from campaign.cache import Store, digest_of
from campaign.files import EVERYWHERE, SITE, Tree
from campaign.inputs import Value
from campaign.output_folder import load_index
from campaign.problems import UserError
from campaign.reads import Reads

RECORD = "record"


@dataclass(frozen=True)
class Record:
    """A build as it was: the digest of each file that was there and of each value, and what each target read."""

    files: Mapping[str, str]
    values: Mapping[str, str]
    reads: Mapping[str, Reads]


def record_of(
    tree: Tree, values: Mapping[str, Value], reads: Mapping[str, Reads] = MappingProxyType({})
) -> Record:
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
        if not keys.isdisjoint(reads) or any(_is_within(key, path) for path in touched for key in reads)
    }
    return sorted(reading | (now ^ record.reads.keys()))


def changed_files(record: Record, tree: Tree) -> list[str]:
    """The files that are not as they were built, new and vanished ones among them."""
    now = {path: digest_of(raw) for path, raw in tree.items()}
    return sorted(
        path for path in now.keys() | record.files.keys() if now.get(path) != record.files.get(path)
    )


def refuse_unknown(record: Record, paths: Iterable[str], root: Path) -> None:
    """Refuse a path at which nothing lies, and lay nothing when the site was built."""
    for path in paths:
        if not (root / path).exists() and not any(_is_within(file, path) for file in record.files):
            raise UserError("NO_SUCH_FILE", path=path)


def _is_within(key: str, place: str) -> bool:
    return key == place or key.startswith(f"{place.rstrip('/')}/")


def write_record(store: Store, record: Record) -> None:
    """Keep the files and values of a record; what each target read is kept with how it was written."""
    store.put(RECORD, json.dumps([dict(record.files), dict(record.values)], ensure_ascii=False).encode())


def load_record(store: Store) -> Record | None:
    """The record of the last build of the site, if there was one."""
    kept = store.get(RECORD)
    if kept is None:
        return None
    files, values = json.loads(kept)
    return Record(files, values, {address: file.reads for address, file in load_index(store, SITE).items()})
