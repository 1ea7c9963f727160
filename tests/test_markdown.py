"""The prose dialect: what each mark becomes, and what the checks see of it."""

import pytest

from campaign.markdown import Heading, Target, headings, parse, plain_markdown, render, slug_of
from conftest import Golden

WORDS = {
    "table": "Tabell",
    "note": "Observera",
    "tip": "Tips",
    "important": "Viktigt",
    "warning": "Varning",
    "caution": "Se upp",
}
FOREIGN = dict.fromkeys(("Eksempel", "Eksempeletaten", "Eksempel 2020"), "nb")


def resolve(href: str) -> Target:
    """A resolver that shows that it was asked."""
    return Target(f"resolved/{href}", (("class", "seen"),))


@pytest.mark.golden("markdown/*")
def test_a_text_becomes_html(golden: Golden) -> None:
    """What an editor writes becomes the HTML that a reader's browser gets."""
    golden.matches(render(parse(golden.input), resolve, WORDS, FOREIGN))


def test_the_headings_of_a_text_are_known() -> None:
    """The list of contents and the checks know level, address, words and line of each heading."""
    text = "## Att bo {#housing}\n\nHus.\n\n### Hyra `och` *köpa*\n\nÅtta\n====\n"
    assert headings(parse(text)) == [
        Heading(2, "housing", "Att bo", 1),
        Heading(3, "hyra-och-kopa", "Hyra och köpa", 5),
        Heading(1, "atta", "Åtta", 7),
    ]


def test_equal_headings_get_different_addresses() -> None:
    """A link to a place in a page leads to one place only."""
    found = [heading.id for heading in headings(parse("## Hus\n\n## Hus\n\n## Hus\n\n## Hus-2\n"))]
    assert found == ["hus", "hus-2", "hus-2-2", "hus-2-2-2"]


@pytest.mark.parametrize("text", ["## \n", "## !?\n", "## 日本\n"])
def test_a_heading_without_letters_has_an_address_all_the_same(text: str) -> None:
    """No heading is without an address."""
    assert [heading.id for heading in headings(parse(text))] == ["section"]


@pytest.mark.parametrize("text", ["## Hus {#Stor}", "## Hus {#a b}", "## Hus {#a} ", "## Hus{#a}"])
def test_only_a_whole_small_id_counts(text: str) -> None:
    """A written id counts when it is lower-case ASCII at the end of the heading, spaces or not."""
    (heading,) = headings(parse(text))
    assert (heading.id == "a") == ("{#a}" in text)


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Att bo i Säter", "att-bo-i-sater"),
        ("Å bo på Løten – nå!", "a-bo-pa-loten-na"),
        ("Æresgjest", "aeresgjest"),
        ("Idé & Übung", "ide-ubung"),
        ("  --  ", ""),
    ],
)
def test_words_become_an_address(words: str, slug: str) -> None:
    """Swedish and Norwegian letters become the plain ones that everybody can type."""
    assert slug_of(words) == slug


def test_plain_text_stays_plain() -> None:
    """A record's text is shown character for character, whatever marks it holds."""
    text = r"a*b* _c_ [d](e.md) <f> &amp; `g` ~~h~~ |i| \ ![j](k)"
    shown = r"a*b* _c_ [d](e.md) &lt;f&gt; &amp;amp; `g` ~~h~~ |i| \ ![j](k)"
    assert render(parse(plain_markdown(text)), resolve, WORDS, {}) == f"<p>{shown}</p>\n"


def test_rendering_leaves_the_words_of_an_image_alone() -> None:
    """A link inside the text of a picture is only text, and nobody is asked where it leads."""
    html = render(parse("![se [kartan](karta.md)](bild.svg)"), resolve, WORDS, FOREIGN)
    assert html == '<p><img src="resolved/bild.svg" alt="se kartan" class="seen"></p>\n'


def test_nobody_is_asked_twice_where_a_link_leads() -> None:
    """Each link and each picture of a text is resolved once, and none inside the words of a picture."""
    asked: list[str] = []

    def note(href: str) -> Target:
        asked.append(href)
        return Target(href)

    render(parse("[a](a.md) ![b [c](c.md)](b.svg)\n\n- [d][e]\n\n[e]: e.md\n"), note, WORDS, {})
    assert asked == ["a.md", "b.svg", "e.md"]
