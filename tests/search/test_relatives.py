"""Words that stand for others."""

import pytest

from campaign.search.relatives import add_parts, add_same, compound_parts
from campaign.search.stems import stem
from campaign.search.terms import build_terms, joined
from search.test_terms import OTHERS, order, page


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("arbetsmarknad", ("arbet", "marknad")),
        ("barnehageplass", ("barnehag", "plass")),
        ("lönesamtal", ("lön", "samtal")),
        ("bostad", None),
        ("arbetsglädje", None),
    ],
)
def test_a_compound_is_two_words_that_are_known(word: str, parts: tuple[str, str] | None) -> None:
    """A word is taken apart only where both parts are words of the site, whatever letter joins them."""
    assert compound_parts(word, {"arbet", "marknad", "barnehag", "plass", "lön", "samtal", "stad"}) == parts


def test_a_part_finds_the_compound_after_the_word_itself() -> None:
    """Who looks for »marknad« finds »arbetsmarknad« too, after a page about markets."""
    pages = [page("Arbetsmarknad"), page("Marknad"), page("Arbete"), *OTHERS]
    terms = build_terms(pages, "sv")
    add_parts(terms)
    assert (order(terms, "marknad"), order(terms, "arbet")) == ([1, 0], [2, 0])


def test_a_compound_finds_the_pages_of_its_parts_after_its_own() -> None:
    """»Gymnasieskola« finds the town that writes »gymnasium« and »skola« apart."""
    pages = [page("Skolmarknad"), page("Marknad och skola"), page("Skola"), page("Marknad"), *OTHERS]
    terms = build_terms(pages, "sv")
    add_parts(terms)
    assert order(terms, "skolmarknad")[:2] == [0, 1]


def test_a_compound_that_no_page_is_about_finds_each_of_its_parts() -> None:
    """»Traineeprogram« stands in one long text; the page about trainees comes too."""
    long = page("Annat", "traineeprogram " + "ord " * 200)
    terms = build_terms([long, page("Trainee"), page("Program"), *OTHERS], "sv")
    add_parts(terms)
    assert {1, 2} < set(terms["traineeprogram"].places)


GROUPS = [{"sv": ["förskola", "dagis"], "no": ["barnehage"], "en": ["child care"]}]


def test_words_of_a_group_find_the_same_pages() -> None:
    """A Norwegian in Sweden, an Englishman and a grandmother all find the preschool."""
    terms = build_terms([page("Förskola"), *OTHERS], "sv")
    add_same(terms, GROUPS, "sv")
    assert [order(terms, joined(words, "sv")) for words in ("barnehage", "dagis", "child care")] == [[0]] * 3


def test_a_direction_is_understood_in_every_language() -> None:
    """»To Sweden« leads where »till Sverige« leads."""
    terms = build_terms([page("Plan", directions={">sverig": 5.0}), *OTHERS], "sv")
    add_same(terms, [{"sv": ["Sverige"], "en": ["Sweden"]}], "sv")
    assert order(terms, ">" + stem("sweden", "sv")) == [0]


def test_a_group_of_words_that_no_page_says_finds_nothing() -> None:
    """A word without an answer is no word of the index, so that the search can say so."""
    terms = build_terms(list(OTHERS), "sv")
    add_same(terms, GROUPS, "sv")
    assert "dagis" not in terms
