"""Facts as files for other programs."""

import csv
import io
import json

import pytest

from campaign.outputs.tables import as_csv, as_json, in_both
from campaign.site import Site
from proof.planting import list_faults

ROWS = [{"a": 'Å, "b"', "b": 1}, {"a": "c\nd", "b": ""}]


def test_a_spreadsheet_reads_what_was_written() -> None:
    """Commas, quotes and line ends stay in their cell, and letters are right in a program that guesses."""
    raw = as_csv(ROWS)
    read = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert (raw[:3], read) == (b"\xef\xbb\xbf", [{"a": 'Å, "b"', "b": "1"}, {"a": "c\nd", "b": ""}])


def test_a_program_reads_what_was_written() -> None:
    """Letters stand as they are, so that people can read the file too."""
    raw = as_json(ROWS)
    assert (json.loads(raw), "Å" in raw.decode(), raw[-1:]) == (ROWS, True, b"\n")


def test_a_spreadsheet_computes_nothing() -> None:
    """What begins as a formula is a text; numbers and telephone numbers stay as they are."""
    raw = as_csv(
        [{"a": "=HYPERLINK(1)", "b": "- eller inte?", "c": "@home", "d": "+47 22", "e": -1.5, "f": "a=b"}]
    )
    assert list_faults("a.csv", raw) == []
    assert raw.decode().splitlines()[1] == "'=HYPERLINK(1),'- eller inte?,'@home,+47 22,-1.5,a=b"


@pytest.mark.parametrize(
    ("word", "columns"),
    [
        ("young", {"theme_sv": "Unga", "theme_nb": "Unge"}),
        (None, {"theme_sv": "", "theme_nb": ""}),
    ],
)
def test_a_word_is_a_column_in_each_language(
    good_site: Site, word: str | None, columns: dict[str, str]
) -> None:
    """A reader of a table meets words and not keys, and an empty cell where there is nothing."""
    assert in_both(good_site.content, "theme", word) == columns
