"""The shelf of finished books."""

from pathlib import Path

import pytest

from campaign.expand import Download
from campaign.outputs.library import load_books, write_books
from conftest import TODAY


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A project with an empty shelf."""
    (tmp_path / ".cache/books").mkdir(parents=True)
    return tmp_path


def test_an_empty_shelf_offers_nothing(tmp_path: Path) -> None:
    """Before the first book is made, the site is built without downloads."""
    assert load_books(tmp_path) == ({}, ())


def test_finished_books_are_offered(shelf: Path) -> None:
    """Each book is offered at its lasting address, with its size and language."""
    for code, text in (("sv", b"svenska"), ("no", b"norsk")):
        (shelf / f".cache/books/hr-guide-{code}.pdf").write_bytes(text)
    assert load_books(shelf) == (
        {"downloads/hr-guide-sv.pdf": b"svenska", "downloads/hr-guide-no.pdf": b"norsk"},
        (
            Download("downloads/hr-guide-sv.pdf", 7, "PDF", "sv"),
            Download("downloads/hr-guide-no.pdf", 5, "PDF", "no"),
        ),
    )


def test_one_finished_book_is_offered_alone(shelf: Path) -> None:
    """A missing book in one language does not hide the other."""
    (shelf / ".cache/books/hr-guide-no.pdf").write_bytes(b"norsk")
    assert [download.language for download in load_books(shelf)[1]] == ["no"]


def test_with_problems_no_book_is_made(shelf: Path) -> None:
    """A mistake in the content leaves the last good books on the shelf."""
    (shelf / ".cache/books/hr-guide-sv.pdf").write_bytes(b"the last good one")
    problems = write_books(shelf, TODAY)
    books = {path.name: path.read_bytes() for path in (shelf / ".cache/books").iterdir()}
    assert (bool(problems), books) == (True, {"hr-guide-sv.pdf": b"the last good one"})
