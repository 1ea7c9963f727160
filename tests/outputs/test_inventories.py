"""What the sources say, and where the site tells it."""

from types import SimpleNamespace
from typing import Any

import pytest

from campaign.outputs.inventories import gaps, render_inventories
from campaign.site import Site


def inventory(sentences: int, *ranges: str) -> Any:
    """An inventory of one section."""
    statements = [SimpleNamespace(sentences=text) for text in ranges]
    return SimpleNamespace(sections=[SimpleNamespace(at="1", sentences=sentences, statements=statements)])


def test_each_statement_is_a_row(good_site: Site) -> None:
    """Who wonders where a sentence of the report went finds the page, or why there is none."""
    table = render_inventories(good_site.catalogue, good_site.pages)
    assert table.split("| --- |\n", 1)[1] == (
        "| 1 | 1–2 | Projektet drack te. | `/projekt/exempelprojekt/` |\n"
        "| 1 | 3 | Någon skrev under. | not published: En underskrift publiceras inte. |\n\n"
    )


@pytest.mark.parametrize(
    ("ranges", "found"),
    [
        (("1–2", "3"), []),
        (("1", "3"), ["1"]),
        (("1–2",), ["1"]),
        (("1–2", "2–3"), ["1"]),
        (("1–4",), ["1"]),
    ],
)
def test_every_sentence_is_counted_once(ranges: tuple[str, ...], found: list[str]) -> None:
    """A sentence that nobody counted, or that was counted twice, is noticed."""
    assert gaps(inventory(3, *ranges)) == found
