"""What the law demands in a paper, and the rows that answer it."""

from collections.abc import Callable

import pytest

from campaign.markdown import parse
from campaign.models.law import RequiredList
from campaign.required import Mark, points, rows
from campaign.site import Site
from conftest import Changes

World = Callable[[Changes], Site]


@pytest.mark.parametrize(
    ("section", "paragraph", "wanted"),
    [
        (
            "1 §",
            2,
            {"1": "namnet,", "2": "om kaffet är", "2a": "svart, eller", "2b": "vitt, och", "3": "koppen."},
        ),
        ("1 §", 3, {"1": "koppen, och", "2": "fatet."}),
        ("1 §", 1, {}),
        ("§ 2", 1, {"a": "navnet,", "b": "koppen."}),
        ("3 §", 1, {}),
    ],
)
def test_points_are_counted_as_the_law_counts_them(
    world: World, list_act: Changes, section: str, paragraph: int, wanted: dict[str, str]
) -> None:
    """Numbers, letters below them, and letters by their place where the copy of the act has dashes."""
    listed = RequiredList(act="listlagen", section=section, paragraph=paragraph)
    assert points(world(list_act).content, listed) == wanted


def test_a_row_knows_its_points_and_whether_it_can_be_filled_in() -> None:
    """A row may answer several points; a head and a sentence answer none."""
    text = (
        "Rader med **Krav** behövs.\n\n| Uppgift | Svar |\n| --- | --- |\n"
        "| Namn [Krav: p. 1](required:1) [Krav: p. 2 b](required:2b) | [Namn](field:text) |\n"
        "| Kopp [Krav: p. 3](required:3) | Blå |\n"
    )
    found = [([mark.point for mark in row.marks], row.has_field) for row in rows(parse(text))]
    assert found == [([], False), ([], False), (["1", "2b"], True), (["3"], False)]


@pytest.mark.parametrize(
    ("point", "words", "agrees"),
    [
        ("7", "Krav: LAS 6 c § 2 st. p. 7", True),
        ("7b", "Krav: LAS 6 c § 2 st. p. 7 b", True),
        ("7b", "Krav: LAS 6 c § 2 st. p.\u00a07\u00a0b", True),
        ("j", "Krav: aml. § 14-6 (1) j", True),
        ("1", "Krav: LAS 6 c § 2 st. p. 11", False),
        ("b", "Krav: LAS 6 c § 2 st. p. 7 b", False),
    ],
)
def test_a_mark_says_the_point_that_it_leads_to(point: str, words: str, agrees: bool) -> None:
    """A reader and a program are told the same."""
    assert Mark(point, words).agrees is agrees
