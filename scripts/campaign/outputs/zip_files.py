"""Zip files that are the same bytes each time: files in the order of their names, without the clock."""

import io
import zipfile
from collections.abc import Mapping


def build_zip(files: Mapping[str, bytes]) -> bytes:
    """Files as one zip: name → bytes."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in sorted(files.items()):
            packed.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def read_zip(content: bytes) -> dict[str, bytes]:
    """What a zip holds: name → bytes."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}
