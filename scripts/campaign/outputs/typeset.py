"""Typst with our own type: its fonts and those among the files, never the machine's, so that all machines draw alike."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Final

import typst

# Tagged, so that it can be read aloud, and with all in it that it needs in a hundred years.
STANDARDS: Final = ("ua-1", "a-3a")
# What a document is made of: path → bytes. Typst finds each by its name.
Files = Mapping[str, bytes]


def typeset_pdf(main: str, files: Files) -> bytes:
    """What typst makes of the file `main`, as PDF/UA-1 and PDF/A-3a."""
    with _laid_out(files) as folder:
        return _typeset(f"{folder}/{PurePosixPath(main).name}", folder)


def _typeset(main: str, folder: str) -> bytes:
    return typst.compile(
        main, root=folder, font_paths=[folder], ignore_system_fonts=True, pdf_standards=[*STANDARDS]
    )


def typeset_book(markup: str, files: Files) -> bytes:
    """The same of a text that is itself the markup; what it names lies among the files, where it says."""
    with _in_place({"main.typ": markup.encode(), **files}) as folder:
        return _typeset(f"{folder}/main.typ", folder)


def typeset_picture(markup: str, files: Files, dots: int) -> bytes:
    """What such a text makes of its one page, as PNG with so many dots an inch."""
    with _in_place({"main.typ": markup.encode(), **files}) as folder:
        return bytes(
            typst.compile(
                f"{folder}/main.typ",
                root=folder,
                font_paths=[folder],
                ignore_system_fonts=True,
                format="png",
                ppi=dots,
            )
        )


@contextmanager
def _in_place(files: Files) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        for path, content in files.items():
            place = Path(folder, path)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        yield folder


def typeset_pages(main: str, files: Files) -> list[bytes]:
    """Each page that typst makes of the file `main`, as PNG with a dot a point."""
    with _laid_out(files) as folder:
        drawn: bytes | list[bytes] = typst.compile(
            f"{folder}/{PurePosixPath(main).name}",
            root=folder,
            font_paths=[folder],
            ignore_system_fonts=True,
            format="png",
            ppi=72,
        )
    return [drawn] if isinstance(drawn, bytes) else drawn  # one page comes without a list


@contextmanager
def _laid_out(files: Files) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        for path, content in files.items():
            Path(folder, PurePosixPath(path).name).write_bytes(content)
        yield folder
