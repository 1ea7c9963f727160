"""The real inventories: nothing that the two documents say is lost."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from campaign.checks import check_tree
from campaign.content import Content
from campaign.files import load_tree
from campaign.outputs.inventories import render_inventories
from campaign.pages import Page, Pages
from real_site import ROOT

SOURCES_IN_FULL = {"slutrapport-2011": 8, "webbsida-2015": 1}


def gaps(inventory: Any) -> list[str]:
    """The sections whose sentences are not counted once each, from the first to the last."""
    return [
        section.at for section in inventory.sections if not _is_whole(section.statements, section.sentences)
    ]


def _is_whole(statements: Sequence[Any], sentences: int) -> bool:
    counted: list[int] = []
    for statement in statements:
        first, _, last = statement.sentences.partition("–")
        counted += range(int(first), int(last or first) + 1)
    return counted == list(range(1, sentences + 1))


def inventory(sentences: int, *ranges: str) -> Any:
    """An inventory of one section."""
    statements = [SimpleNamespace(sentences=text) for text in ranges]
    return SimpleNamespace(sections=[SimpleNamespace(at="1", sentences=sentences, statements=statements)])


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


@pytest.fixture(scope="module")
def real() -> tuple[Content, Pages]:
    """The real content and its pages."""
    return check_tree(load_tree(ROOT))[:2]


@pytest.mark.content
@pytest.mark.parametrize("source", SOURCES_IN_FULL)
def test_nothing_in_the_sources_is_lost(real: tuple[Content, Pages], source: str) -> None:
    """Each sentence of the two documents is told by a page, or it is said why none does."""
    inventory = real[0].records["inventories"][source]
    statements = [one for section in inventory.sections for one in section.statements]
    unsaid = [one.says for one in statements if bool(one.page) == bool(one.withheld)]
    assert len(inventory.sections) >= SOURCES_IN_FULL[source]
    assert (gaps(inventory), unsaid) == ([], [])


@pytest.mark.content
@pytest.mark.parametrize("source", SOURCES_IN_FULL)
def test_pages_that_tell_a_source_name_it(real: tuple[Content, Pages], source: str) -> None:
    """Where a page tells what a document says, in either language, the document is named there."""
    content, pages = real
    named = [
        (code, one.page)
        for section in content.records["inventories"][source].sections
        for one in section.statements
        for code in ("sv", "no")
        if one.page and source not in _sources_of(pages[code, one.page])
    ]
    assert named == []


def _sources_of(page: Page) -> str:
    record = page.record.model_dump_json() if page.record else ""
    prose = page.prose.body + page.prose.meta.model_dump_json() if page.prose else ""
    return record + prose


@pytest.mark.content
def test_table_of_statements_is_up_to_date(real: tuple[Content, Pages]) -> None:
    """The table in docs/reference is the one that the content gives."""
    written = (ROOT / "docs/reference/statements.md").read_text(encoding="utf-8")
    assert written == render_inventories(*real)
