"""Zip files: what they hold, and whether a name leads out of the folder that they are unpacked in."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath


def members(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every file within."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for name in packed.namelist():
            yield name, packed.read(name)


def leads_out(name: str) -> bool:
    """Whether unpacking would write outside the folder."""
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts or "\\" in name
