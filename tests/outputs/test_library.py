"""The shelf of finished books."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from campaign.outputs.library import load_books, write_books
from campaign.site import Download
from conftest import TODAY

BOOKS = (
    Download("downloads/hr-guide-sv.pdf", 7, "PDF", "sv"),
    Download("downloads/no/velkomstbrev.docx", 5, "DOCX", "no", "template", "welcome-letter"),
)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A project with two files on its shelf."""
    folder = tmp_path / ".cache/books"
    (folder / "no").mkdir(parents=True)
    (folder / "hr-guide-sv.pdf").write_bytes(b"svenska")
    (folder / "no/velkomstbrev.docx").write_bytes(b"norsk")
    (folder / "index.json").write_text(json.dumps([asdict(book) for book in BOOKS]))
    return tmp_path


def test_an_empty_shelf_offers_nothing(tmp_path: Path) -> None:
    """Before the first book is made, the site is built without downloads."""
    assert load_books(tmp_path) == ({}, ())


def test_finished_books_are_offered(shelf: Path) -> None:
    """Each file is offered at its lasting address, with what it is, its size and language."""
    contents = {"downloads/hr-guide-sv.pdf": b"svenska", "downloads/no/velkomstbrev.docx": b"norsk"}
    assert load_books(shelf) == (contents, BOOKS)


def test_with_problems_no_book_is_made(shelf: Path) -> None:
    """A mistake in the content leaves the last good books on the shelf."""
    before = load_books(shelf)
    problems = write_books(shelf, TODAY)
    assert (bool(problems), load_books(shelf)) == (True, before)
