"""From tokens to HTML: what a reader's browser gets."""

import copy

import pytest

from campaign.markdown import parse, plain_markdown
from campaign.text.html import Target, render
from conftest import PROSE_WORDS, Golden

FOREIGN = dict.fromkeys(("Eksempel", "Eksempeletaten", "Eksempel 2020"), "nb")


def resolve(href: str) -> Target:
    """A resolver that shows that it was asked."""
    return Target(f"resolved/{href}", (("class", "seen"),))


@pytest.mark.golden("markdown/*")
def test_a_text_becomes_html(golden: Golden) -> None:
    """What an editor writes becomes the HTML that a reader's browser gets."""
    golden.matches(render(parse(golden.input), resolve, PROSE_WORDS, FOREIGN))


def test_plain_text_stays_plain() -> None:
    """A record's text is shown character for character, whatever marks it holds."""
    text = r"a*b* _c_ [d](e.md) <f> &amp; `g` ~~h~~ |i| \ ![j](k)"
    shown = r"a*b* _c_ [d](e.md) &lt;f&gt; &amp;amp; `g` ~~h~~ |i| \ ![j](k)"
    assert render(parse(plain_markdown(text)), resolve, PROSE_WORDS, {}) == f"<p>{shown}</p>\n"


@pytest.mark.parametrize("text", ["# a", "- a", "+ a", "1. a", "12) a", ": a", "=== a", "1 a.", "a - b"])
def test_plain_text_begins_nothing(text: str) -> None:
    """What a record or a label begins with is no list, heading or definition, also where it begins a line."""
    assert render(parse(plain_markdown(text)), resolve, PROSE_WORDS, {}) == f"<p>{text}</p>\n"


def test_rendering_leaves_the_words_of_an_image_alone() -> None:
    """A link inside the text of a picture is only text, and nobody is asked where it leads."""
    html = render(parse("![se [kartan](karta.md)](bild.svg)"), resolve, PROSE_WORDS, FOREIGN)
    assert html == '<p><img src="resolved/bild.svg" alt="se kartan" class="seen"></p>\n'


def test_nobody_is_asked_twice_where_a_link_leads() -> None:
    """Each link and each picture of a text is resolved once, and none inside the words of a picture."""
    asked: list[str] = []

    def note(href: str) -> Target:
        asked.append(href)
        return Target(href)

    render(parse("[a](a.md) ![b [c](c.md)](b.svg)\n\n- [d][e]\n\n[e]: e.md\n"), note, PROSE_WORDS, {})
    assert asked == ["a.md", "b.svg", "e.md"]


def test_rendering_leaves_the_text_as_it_is() -> None:
    """The same text is checked, shown on two pages and printed."""
    text = "- [x] [Namn](field:text) i Eksempel\n\n> [!TIP]\n> a\n\n| a |\n| -: |\n| ![b](c.svg) |\n"
    tokens = parse(text)
    before = copy.deepcopy(tokens)
    first, second = (render(tokens, resolve, PROSE_WORDS, FOREIGN) for _ in range(2))
    assert (first, tokens) == (second, before)


def test_a_width_on_paper_means_nothing_on_a_screen() -> None:
    """The page sets its own sizes."""
    html = render(parse("![Märket](a.svg){width=2cm}"), Target, PROSE_WORDS, {})
    assert html == '<p><img src="a.svg" alt="Märket"></p>\n'


def test_a_blank_in_a_checklist_stands_beside_the_label() -> None:
    """Who writes in a blank does not tick the box before it."""
    html = render(parse("- [ ] Ring [dag](field:date) igen"), resolve, PROSE_WORDS, {})
    label = '<label><input type="checkbox"> Ring </label>'
    assert f'{label}<span class="field field-date">dag</span> igen</li>' in html


def test_a_blank_knows_its_column_where_there_are_several() -> None:
    """On a phone the head of the table is far away; with one column to write in the words of the row are enough."""
    row = "| a | [b](field:text) | c |\n"
    html = render(parse("| A | B | C |\n| - | - | - |\n" + row), resolve, PROSE_WORDS, {})
    assert [line for line in html.splitlines() if line.startswith("<td")] == [
        "<td>a</td>",
        '<td data-column="B"><span class="field field-text">b</span></td>',
        "<td>c</td>",
    ]
    two = render(parse("| A | B |\n| - | - |\n| a | [b](field:text) |\n"), resolve, PROSE_WORDS, {})
    assert "data-column" not in two


def test_words_in_another_language_are_read_aloud_in_it() -> None:
    """A translation is no link, and no part of the column's name, which is said in the language of the page."""
    html = render(parse("Dag [Day](lang:en)"), resolve, PROSE_WORDS, {})
    assert html == '<p>Dag <span class="translation" lang="en">Day</span></p>\n'
    head = "| A | B [C](lang:en) | D |\n| - | - | - |\n| a | [b](field:text) | c |\n"
    assert '<td data-column="B">' in render(parse(head), resolve, PROSE_WORDS, {})
