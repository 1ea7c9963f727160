"""Words that stand for others."""

from collections.abc import Mapping, Sequence

import pytest

from campaign.search.relatives import Terms, compound_parts
from campaign.search.stems import stem
from campaign.search.terms import Indexed, gather, joined
from search.test_terms import OTHERS, page


def terms_of(pages: Sequence[Indexed], groups: Sequence[Mapping[str, Sequence[str]]] = ()) -> Terms:
    """The terms of Swedish pages."""
    return Terms(gather(pages, "sv"), groups, "sv")


def order(terms: Terms, stem: str) -> list[int]:
    """The pages of a term, the heaviest first."""
    places = terms[stem].places
    return sorted(places, key=lambda number: -places[number].weight)


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
    terms = terms_of(pages)
    assert (order(terms, "marknad"), order(terms, "arbet")) == ([1, 0], [2, 0])


def test_a_compound_finds_the_pages_of_its_parts_after_its_own() -> None:
    """»Gymnasieskola« finds the town that writes »gymnasium« and »skola« apart."""
    pages = [page("Skolmarknad"), page("Marknad och skola"), page("Skola"), page("Marknad"), *OTHERS]
    terms = terms_of(pages)
    assert order(terms, "skolmarknad")[:2] == [0, 1]


def test_a_compound_that_no_page_is_about_finds_each_of_its_parts() -> None:
    """»Traineeprogram« stands in one long text; the page about trainees comes too."""
    long = page("Annat", "traineeprogram " + "ord " * 200)
    terms = terms_of([long, page("Trainee"), page("Program"), *OTHERS])
    assert {1, 2} < set(terms["traineeprogram"].places)


GROUPS = [{"sv": ["förskola", "dagis"], "no": ["barnehage"], "en": ["child care"]}]


def test_words_of_a_group_find_the_same_pages() -> None:
    """A Norwegian in Sweden, an Englishman and a grandmother all find the preschool."""
    terms = terms_of([page("Förskola"), *OTHERS], GROUPS)
    assert [order(terms, joined(words, "sv")) for words in ("barnehage", "dagis", "child care")] == [[0]] * 3


def test_a_word_of_the_neighbour_that_means_something_else_here_is_left_out() -> None:
    """»Lag« is a club in Norwegian; a Swede who writes it asks for the law, and finds no choir."""
    groups = [{"sv": ["förening"], "no": ["lag"]}, {"sv": ["plikt", "lag"], "no": ["plikt"]}]
    terms = terms_of([page("Förening"), page("Plikt"), *OTHERS], groups)
    assert order(terms, joined("lag", "sv")) == [1]


def test_a_direction_is_understood_in_every_language() -> None:
    """»To Sweden« leads where »till Sverige« leads."""
    terms = terms_of(
        [page("Plan", directions={">sverig": 5.0}), *OTHERS], [{"sv": ["Sverige"], "en": ["Sweden"]}]
    )
    assert order(terms, ">" + stem("sweden", "sv")) == [0]


def test_a_group_of_words_that_no_page_says_finds_nothing() -> None:
    """A word without an answer is no word of the index, so that the search can say so."""
    terms = terms_of(list(OTHERS), GROUPS)
    assert "dagis" not in terms


def test_a_term_is_another_when_what_stands_for_it_is() -> None:
    """Who writes a compound, or a word that means the same, changes what is found by its parts, and nothing else."""
    same, found = [GROUPS[0]], []
    for text in ("ny", "ny arbetsmarknad", "ny förskola"):
        terms = terms_of(
            [page("Marknad"), page("Arbete"), page("Förskola"), page("Mat", text), *OTHERS], same
        )
        found.append([terms.input_digest(joined(word, "sv")) for word in ("marknad", "dagis", "mat")])
    (market, daycare, food), with_compound, with_word = found
    assert [market != with_compound[0], daycare == with_compound[1], food == with_compound[2]] == [True] * 3
    assert [market == with_word[0], daycare != with_word[1], food == with_word[2]] == [True] * 3
