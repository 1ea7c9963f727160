"""The facts that the book's template receives; the book itself is made and read in tests/test_book.py."""

import pytest

from campaign.expand import Site
from campaign.outputs.book import _facts, book_name
from campaign.settings import BY_CODE
from conftest import Golden


@pytest.mark.golden("book/*")
def test_the_facts_of_a_book(good_site: Site, golden: Golden) -> None:
    """Cover, imprint and list of changes say the same in both languages, each in its own words."""
    facts = {code: _facts(good_site, language, golden.input) for code, language in BY_CODE.items()}
    golden.matches(_as_text(facts))


def _as_text(value: object) -> object:
    """Golden files hold text only."""
    if isinstance(value, dict):
        return {key: _as_text(child) for key, child in value.items()}
    return [_as_text(child) for child in value] if isinstance(value, list) else str(value)


def test_a_book_keeps_its_name() -> None:
    """A link to the guide never breaks with a new edition."""
    assert [book_name(language) for language in BY_CODE.values()] == ["hr-guide-sv.pdf", "hr-guide-no.pdf"]
