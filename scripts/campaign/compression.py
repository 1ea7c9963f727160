"""Files compressed once, before anybody asks: beside each text as brotli and gzip where that is smaller, the same bytes each time."""

import gzip
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import brotli

from campaign.cache import Store, digest_of
from campaign.policy import Policy, kind_of

COMPRESSED = "compressed"
# Below that a file fits into the first packet anyway.
FEWEST_BYTES = 512


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


def _brotli(content: bytes) -> bytes:
    return bytes(brotli.compress(content, mode=brotli.MODE_TEXT, quality=11))


# Ending → how to compress.
WAYS = MappingProxyType({".br": _brotli, ".gz": _gzip})


def write_compressed(folder: Path, policy: Policy, cache: Path) -> int:
    """Lay the compressed files beside those in a folder; gives how many there are."""
    store = Store(cache / COMPRESSED)
    count = 0
    for path in sorted(folder.rglob("*")):
        kind = kind_of(policy.kinds, path.name)
        if path.is_file() and kind and kind.text:
            for ending, content in _compressed(path.read_bytes(), store).items():
                path.with_name(path.name + ending).write_bytes(content)
                count += 1
    if count:
        store.prune()
    return count


def holds(compressed: Path) -> bool:
    """Whether a compressed file is that of the one beside it."""
    original = compressed.with_suffix("")
    unpack = {".br": brotli.decompress, ".gz": gzip.decompress}[compressed.suffix]
    try:
        return original.is_file() and bool(unpack(compressed.read_bytes()) == original.read_bytes())
    except (brotli.error, zlib.error, OSError, EOFError):  # it is damaged
        return False


def _compressed(content: bytes, store: Store) -> Mapping[str, bytes]:
    if len(content) < FEWEST_BYTES:
        return {}
    return {ending: made for ending, made in _ways(content, store) if len(made) < len(content)}


def _ways(content: bytes, store: Store) -> Iterator[tuple[str, bytes]]:
    for ending, compress in WAYS.items():
        name = f"{digest_of(content)}{ending}.{zlib.ZLIB_RUNTIME_VERSION}.{brotli.__version__}"
        made = store.get(name)
        if made is None:
            made = compress(content)
            store.put(name, made)
        yield ending, made
