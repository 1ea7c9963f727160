"""A finished page, taken apart for the search."""

from campaign.search.parts import (
    Found,
    Section,
    length_of,
    part_of,
    read_part,
    render_part,
    sections_in,
    words_in,
)

PAGE = b"""<!doctype html><html><header>Meny</header><main><article lang="sv">
<h1>Te</h1><p>Varmt te<sup>1</sup> &amp; varmt vatten, 25 grader.</p>
<nav><a href="#x">Inneh\xc3\xa5ll</a></nav>
<h2 id="kok">Koka <em>te</em></h2><p>L\xc3\xa4nge.</p>
<section class="notes wrap"><h2 id="notes">K\xc3\xa4llor</h2></section>
</article></main><footer>Fot</footer></html>"""


def test_a_page_is_its_sections_with_their_words() -> None:
    """What is found is the article, and where in it: no menu, no number of a note, no list of sources."""
    assert sections_in(PAGE) == [
        Section("", "", {"Te": 1, "Varmt": 1, "te": 1, "varmt": 1, "vatten": 1, "grader": 1}),
        Section("kok", "Koka te", {"Länge": 1}),
    ]


def test_of_each_stem_it_is_known_how_often_it_stands_and_where_most() -> None:
    """A heading says more of its section than the text of another; what is kept of a page is its part again."""
    part = part_of(sections_in(PAGE), "sv")
    assert {stem: part.stems[stem] for stem in ("te", "varmt", "kok")} == {
        "te": Found(2, 2, 1),
        "varmt": Found(2, 0, 0),
        "kok": Found(0, 2, 1),
    }
    assert (part.forms["te"], part.length) == ({"Te": 1, "te": 1}, 7)
    kept = render_part(part)
    assert (render_part(read_part(kept)), length_of(kept)) == (kept, part.length)


def test_a_word_with_a_hyphen_is_found_in_parts_and_as_one() -> None:
    """Who types »epost« or »e post« finds »e-post«."""
    assert list(words_in("Skriv e-post!")) == ["Skriv", "e", "post", "epost"]
