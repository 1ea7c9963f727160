"""The fifteen tasks of the handbook: each example is a whole file, and does what the text says."""

import re
from pathlib import PurePosixPath

import pytest

from campaign.checks import check_tree
from campaign.files import load_tree
from campaign.problems import render_text
from campaign.templates import load_templates, words_in
from conftest import GOOD, ROOT

pytestmark = pytest.mark.content

_EXAMPLE = re.compile(r"^`(content/\S+)`\n\n```\w+\n(.*?)```\n", re.MULTILINE | re.DOTALL)
# The photograph that the example of task 8 is of.
PHOTO = "content/media/pictures/bryggan-i-gryningen.jpg"
LANGUAGES = ("sv", "no")
TODAY = "2026-12-01"


def examples(language: str) -> dict[str, str]:
    """The files that a handbook shows: path → text."""
    text = (ROOT / f"docs/editors/{language}/tasks.md").read_text(encoding="utf-8")
    return dict(_EXAMPLE.findall(text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_fifteen_tasks(language: str) -> None:
    """They are numbered, and the list above them leads to each."""
    text = (ROOT / f"docs/editors/{language}/tasks.md").read_text(encoding="utf-8")
    titles = re.findall(r"^## (\d+\. .*)$", text, re.MULTILINE)
    places = ["#" + re.sub(r"[^\w -]", "", title).strip().lower().replace(" ", "-") for title in titles]
    assert [title.partition(".")[0] for title in titles] == [str(number) for number in range(1, 16)]
    assert [place for place in places if f"]({place})" not in text] == []


def test_both_handbooks_show_the_same_files() -> None:
    """A Swedish and a Norwegian editor copy the same example."""
    assert examples("sv") == examples("no")
    kinds = {PurePosixPath(path).parts[2] for path in examples("sv") if path.startswith("content/data/")}
    assert kinds == {"sources", "seminars", "speakers", "stories", "pictures", "questions", "rules"}


def test_every_example_can_be_copied() -> None:
    """All of them together in the real content are in order, and what is told of them stops nobody."""
    files = {path: text.encode() for path, text in examples("sv").items()}
    photo = {PHOTO: (GOOD / "content/media/pictures/brygga.jpg").read_bytes()}
    *_, problems = check_tree(
        {**load_tree(ROOT), **files, **photo}, words_in(load_templates(ROOT / "overrides")), TODAY
    )
    unseen = (PHOTO, "content/data/published.yml")  # no page shows it, and nobody has published the new pages
    assert render_text([one for one in problems if one.path not in unseen], "en") == "No problems."
