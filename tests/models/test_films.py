"""The record of a film."""

from collections.abc import Callable

import pytest

from campaign.problems import Phrase, Problem
from conftest import Changes

RECORD = "content/data/films/hello.yml"


@pytest.mark.parametrize(
    ("old", "new", "like"),
    [
        ("file: {sv: films/hello.mp4", "file: {sv: films/hello.svg", "films/exempelby.mp4"),
        ("captions: {sv: films/hello-sv.vtt", "captions: {sv: films/hello.mp4", "films/exempelby.vtt"),
        ("poster: films/hello.svg", "poster: films/hello.mp4", "films/exempelby.svg"),
    ],
)
def test_each_file_of_a_film_is_of_its_kind(
    old: str,
    new: str,
    like: str,
    check: Callable[[Changes], list[Problem]],
    edited: Callable[[str, str, str], Changes],
) -> None:
    """No page plays a drawing, reads captions out of a film or shows one as a picture."""
    found = check(edited(RECORD, old, new))
    told = [(one.code, one.values["expected"]) for one in found if one.path == RECORD]
    assert told == [("D103", Phrase("LIKE", {"example": like}))]
