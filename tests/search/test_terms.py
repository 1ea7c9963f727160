"""What words weigh on pages."""

from collections.abc import Mapping

from campaign.search.parts import Section, part_of, render_part
from campaign.search.stems import stem
from campaign.search.terms import Gathered, Indexed, gather, joined


def page(
    title: str,
    text: str = "",
    heading: str = "",
    share: float = 1.0,
    names: tuple[str, ...] = (),
    above: tuple[str, ...] = (),
    folder: tuple[str, ...] = (),
    queries: tuple[str, ...] = (),
    directions: Mapping[str, float] | None = None,
) -> Indexed:
    """A page of a title and a text, and perhaps a section."""
    words = {word: text.split().count(word) for word in text.split()}
    sections = [Section("", "", words), *([Section("x", heading, {})] if heading else [])]
    part = render_part(part_of(sections, "sv"))
    return Indexed(
        "a/", title, "", "", "", "", "", names, above, folder, queries, share, directions or {}, part
    )


def order(found: Gathered, one: str) -> list[int]:
    """The pages of a stem, the heaviest first."""
    places = found.term(one).places
    return sorted(places, key=lambda number: -places[number].weight)


# Pages that say none of the words, so that no word stands on most pages.
OTHERS = [page(f"Sida {number}", "annat") for number in range(8)]


def test_a_title_weighs_more_than_a_heading_and_a_heading_more_than_text() -> None:
    """The page about tea comes before one that has a section on it, and that before one that mentions it."""
    found = gather([page("Bad", "te te te"), page("Mat", heading="Te"), page("Te"), *OTHERS], "sv")
    assert order(found, "te") == [2, 1, 0]


def test_what_readers_call_a_page_weighs_as_its_title() -> None:
    """Editors can teach the search a word that the page does not say."""
    found = gather([page("Dryck", names=("te",)), page("Mat", "te"), *OTHERS], "sv")
    assert order(found, "te") == [0, 1]


def test_a_name_of_several_words_helps_who_says_one_of_them() -> None:
    """»Ta över firman« brings »firman« nearer, but a page called so is nearer still."""
    whole = page("Ledning", names=("ta över firman",))
    found = gather([whole, page("Bolag", names=("firman",)), page("Mat", "firman"), *OTHERS], "sv")
    assert (order(found, "firm"), order(found, "taöverfirm")) == ([1, 0, 2], [0])


def test_what_readers_type_leads_to_the_page_that_answers() -> None:
    """Who asks for tea as others have asked finds the page, though it says nothing of it; three who asked weigh as one."""
    once = page("Dryck", queries=("var finns te",))
    often = page("Värme", queries=("te nu", "hett te", "kokar te"))
    found = gather([page("Mat", "te"), once, often, *OTHERS], "sv")
    assert (order(found, "te"), order(found, "kok")) == ([1, 2, 0], [2])


def test_what_readers_call_the_page_above_they_call_what_hangs_below() -> None:
    """Who looks for a hotel in a town means the visit of that town, not the list of all visits alone."""
    found = gather(
        [page("Helger", names=("hotell",)), page("By", above=("hotell",)), page("Mat"), *OTHERS], "sv"
    )
    assert order(found, "hotell") == [0, 1]


def test_the_title_of_a_page_is_a_name_of_it() -> None:
    """Who asks with the words of a title, in their order, means that page."""
    pages = [page("Generationsskifte, vad nu?"), page("Generationsskifte"), *OTHERS]
    assert order(gather(pages, "sv"), joined("generationsskifte vad nu", "sv")) == [0]


def test_a_name_longer_than_a_browser_looks_up_is_not_kept_whole() -> None:
    """What nobody can ask for weighs nothing on the way to the reader."""
    found = gather([page("Dryck", names=("en kopp te utan socker",)), *OTHERS], "sv")
    assert (joined("en kopp te utan socker", "sv") in found.rows, order(found, stem("socker", "sv"))) == (
        False,
        [0],
    )


def test_the_name_of_a_folder_brings_its_pages_before_others() -> None:
    """Who writes »helg« and a town wants the weekend there, not a page that has a weekend in its text."""
    pages = [page("Falun", "helg helg"), page("Två dagar", folder=("helg",)), *OTHERS]
    assert order(gather(pages, "sv"), "helg") == [1, 0]


def test_a_page_that_counts_less_comes_later() -> None:
    """The archive stands behind what holds today."""
    found = gather([page("Te", share=0.5), page("Te"), *OTHERS], "sv")
    assert order(found, "te") == [1, 0]


def test_a_direction_is_a_term_of_its_own() -> None:
    """»Till Sverige« is not found where a page is only about Sweden."""
    found = gather([page("Sverige"), page("Plan", directions={">sverig": 5.0}), *OTHERS], "sv")
    assert (order(found, ">sverig"), order(found, "sverig")) == ([1], [0])


def test_a_term_is_written_as_it_is_most_often() -> None:
    """»Menade du« says a name with its capital letter."""
    found = gather([page("Ludvika", "Ludvika Ludvikas ludvika")], "sv")
    assert found.term("ludvik").written == "Ludvika"


def test_the_section_is_told_that_says_most() -> None:
    """Who searches lands where the word is the heading."""
    found = gather([page("Mat", "te te", heading="Te"), *OTHERS], "sv")
    assert found.term("te").places[0].section == 1


def test_a_term_is_made_of_the_pages_where_it_stands() -> None:
    """An edit of one page leaves alone the words that are only on others, however long it becomes."""
    many = [page(f"Sida {number}", "annat " * 40) for number in range(8)]
    before = gather([page("Te", "te"), page("Mat", "mat"), *many], "sv")
    after = gather([page("Te", "te te och mer te"), page("Mat", "mat"), *many], "sv")
    same = [before.input_digest(one) == after.input_digest(one) for one in ("mat", "annat", "te")]
    assert same == [True, True, False]
