"""Typst with our own type: its fonts and those among the files, never the machine's, so that all machines draw alike."""

import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import typst

# What a document is made of: path → bytes. Typst finds each by its name.
Files = Mapping[str, bytes]


def typeset(main: str, files: Files, **options: Any) -> Any:
    """What typst makes of the file `main`: a PDF as bytes, or with `format="png"` the pages, one alone without a list."""
    with tempfile.TemporaryDirectory() as folder:
        for path, content in files.items():
            Path(folder, PurePosixPath(path).name).write_bytes(content)
        options |= {"root": folder, "font_paths": [folder], "ignore_system_fonts": True}
        return typst.compile(f"{folder}/{PurePosixPath(main).name}", **options)
