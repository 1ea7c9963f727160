"""The facts that the book's template receives; the book itself is made and read in tests/test_book.py."""

import pytest

from campaign.outputs.book import book_facts
from campaign.settings import BY_CODE
from campaign.site import Site
from conftest import Golden


@pytest.mark.golden("book/*")
def test_the_facts_of_a_book(good_site: Site, golden: Golden) -> None:
    """Cover and running heads say the same in both languages, each in its own words."""
    facts = {
        code: book_facts(good_site, language, golden.input["title"], golden.input["subtitle"], whole=True)
        for code, language in BY_CODE.items()
    }
    golden.matches(_as_text(facts))


def _as_text(value: object) -> object:
    """Golden files hold text only."""
    if isinstance(value, dict):
        return {key: _as_text(child) for key, child in value.items()}
    return str(value)
