"""The prose dialect: what the checks see of a text, and the ids that all formats share."""

import pytest

from campaign.markdown import Heading, anchors, headings, parse, slug_of, words_of


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
    assert found == ["hus", "hus-2", "hus-3", "hus-2-2"]


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


def test_ids_that_are_taken_are_not_given_again() -> None:
    """What a directive brings in takes no address from the text around it."""
    found = [heading.id for heading in headings(parse("## Hus\n\n## Tak {#roof}\n", {"hus", "roof"}))]
    assert found == ["hus-2", "roof-2"]


def test_the_places_of_a_text_are_its_headings_and_named_spans() -> None:
    """A link can lead to each of them, in every format."""
    text = '## Hus\n\n- <span id="rule-a">**Ja**</span> <b>nej</b>\n\n<span id="b">c</span>\n'
    assert anchors(parse(text)) == {"hus", "rule-a", "b"}


@pytest.mark.parametrize(
    ("written", "width", "left"),
    [
        ("{width=2.4cm} b", "2.4cm", " b"),
        ("{width=24mm}", "24mm", ""),
        (" {width=2cm}", None, " {width=2cm}"),
        ("{width=50%}", None, "{width=50%}"),
        ("{.a}", None, "{.a}"),
    ],
)
def test_a_picture_may_have_a_width_on_paper(written: str, width: str | None, left: str) -> None:
    """A width written at once after a picture belongs to it; everything else is text."""
    _, line, _ = parse(f"![a](b.svg){written}")
    [picture, *_] = line.children or ()
    assert (picture.meta.get("width"), words_of(line)) == (width, left)
