"""What words weigh on pages."""

from collections.abc import Mapping

from campaign.search.parts import Section, render_part
from campaign.search.stems import stem
from campaign.search.terms import Indexed, Terms, build_terms, joined


def page(
    title: str,
    text: str = "",
    heading: str = "",
    share: float = 1.0,
    names: tuple[str, ...] = (),
    above: tuple[str, ...] = (),
    folder: tuple[str, ...] = (),
    topics: tuple[str, ...] = (),
    directions: Mapping[str, float] | None = None,
) -> Indexed:
    """A page of a title and a text, and perhaps a section."""
    words = {word: text.split().count(word) for word in text.split()}
    sections = [Section("", "", words), *([Section("x", heading, {})] if heading else [])]
    part = render_part(sections)
    return Indexed(
        "a/", title, "", "", "", "", "", names, above, folder, topics, share, directions or {}, part
    )


def order(terms: Terms, one: str) -> list[int]:
    """The pages of a term, the heaviest first."""
    places = terms[one].places
    return sorted(places, key=lambda number: -places[number].weight)


# Pages that say none of the words, so that no word stands on most pages.
OTHERS = [page(f"Sida {number}", "annat") for number in range(8)]


def test_a_title_weighs_more_than_a_heading_and_a_heading_more_than_text() -> None:
    """The page about tea comes before one that has a section on it, and that before one that mentions it."""
    terms = build_terms([page("Bad", "te te te"), page("Mat", heading="Te"), page("Te"), *OTHERS], "sv")
    assert order(terms, "te") == [2, 1, 0]


def test_what_readers_call_a_page_weighs_as_its_title() -> None:
    """Editors can teach the search a word that the page does not say."""
    terms = build_terms([page("Dryck", names=("te",)), page("Mat", "te"), *OTHERS], "sv")
    assert order(terms, "te") == [0, 1]


def test_a_name_of_several_words_helps_who_says_one_of_them() -> None:
    """»Ta över firman« brings »firman« nearer, but a page called so is nearer still."""
    whole = page("Ledning", names=("ta över firman",))
    terms = build_terms([whole, page("Bolag", names=("firman",)), page("Mat", "firman"), *OTHERS], "sv")
    assert (order(terms, "firm"), order(terms, "taöverfirm")) == ([1, 0, 2], [0])


def test_what_readers_call_the_page_above_they_call_what_hangs_below() -> None:
    """Who looks for a hotel in a town means the visit of that town, not the list of all visits alone."""
    terms = build_terms(
        [page("Helger", names=("hotell",)), page("By", above=("hotell",)), page("Mat"), *OTHERS], "sv"
    )
    assert order(terms, "hotell") == [0, 1]


def test_the_title_of_a_page_is_a_name_of_it() -> None:
    """Who asks with the words of a title, in their order, means that page."""
    pages = [page("Generationsskifte, vad nu?"), page("Generationsskifte"), *OTHERS]
    assert order(build_terms(pages, "sv"), joined("generationsskifte vad nu", "sv")) == [0]


def test_a_name_longer_than_a_browser_looks_up_is_not_kept_whole() -> None:
    """What nobody can ask for weighs nothing on the way to the reader."""
    terms = build_terms([page("Dryck", names=("en kopp te utan socker",)), *OTHERS], "sv")
    assert (joined("en kopp te utan socker", "sv") in terms, order(terms, stem("socker", "sv"))) == (
        False,
        [0],
    )


def test_the_name_of_a_folder_brings_its_pages_before_others() -> None:
    """Who writes »helg« and a town wants the weekend there, not a page that has a weekend in its text."""
    pages = [page("Falun", "helg helg"), page("Två dagar", folder=("helg",)), *OTHERS]
    assert order(build_terms(pages, "sv"), "helg") == [1, 0]


def test_a_place_is_found_by_the_names_of_a_topic_after_the_page_about_it() -> None:
    """Each municipality tells of its day care; the page about day care tells more."""
    pages = [page("Falun", topics=("dagis",)), page("Skola", names=("dagis",)), *OTHERS]
    assert order(build_terms(pages, "sv"), "dagis") == [1, 0]


def test_a_page_that_counts_less_comes_later() -> None:
    """The archive stands behind what holds today."""
    terms = build_terms([page("Te", share=0.5), page("Te"), *OTHERS], "sv")
    assert order(terms, "te") == [1, 0]


def test_a_direction_is_a_term_of_its_own() -> None:
    """»Till Sverige« is not found where a page is only about Sweden."""
    terms = build_terms([page("Sverige"), page("Plan", directions={">sverig": 5.0}), *OTHERS], "sv")
    assert (order(terms, ">sverig"), order(terms, "sverig")) == ([1], [0])


def test_a_term_is_written_as_it_is_most_often() -> None:
    """»Menade du« says a name with its capital letter."""
    terms = build_terms([page("Ludvika", "Ludvika Ludvikas ludvika")], "sv")
    assert terms["ludvik"].written == "Ludvika"


def test_the_section_is_told_that_says_most() -> None:
    """Who searches lands where the word is the heading."""
    terms = build_terms([page("Mat", "te te", heading="Te"), *OTHERS], "sv")
    assert terms["te"].places[0].section == 1
