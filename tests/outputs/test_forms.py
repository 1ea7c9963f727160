"""Templates as Word files: what a blank becomes."""

import re

import pytest
from lxml import etree

from campaign.outputs.document import REQUIRED_STYLE, TRANSLATION_STYLE
from campaign.outputs.forms import form_tree
from campaign.outputs.pandoc import elements, plain
from campaign.site import Site
from conftest import PUBLIC

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMESPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture
def controls(good_site: Site) -> list[etree._Element]:
    """The form fields of the Norwegian specimen, in order."""
    tree = form_tree(good_site, good_site.pages["no", "templates/welcome-letter.md"])
    raw = [element["c"][1] for element in elements(tree, "RawInline")]
    return [etree.fromstring(re.sub("^<w:sdt>", f"<w:sdt {NAMESPACES}>", text)) for text in raw]


def _sort(control: etree._Element) -> str:
    return str(control[0][-1].tag).rpartition("}")[2]


def test_each_sort_of_blank_is_a_field_of_its_own(controls: list[etree._Element]) -> None:
    """Word and LibreOffice show a text field, a calendar, a list to choose from, and a box to tick."""
    shown = [(_sort(control), "".join(control.itertext())) for control in controls]
    assert shown == [
        ("text", "[Navn]"),
        ("date", "DD.MM.ÅÅÅÅ"),
        ("dropDownList", "Med melk / Uten melk"),
        ("text", "[Skriv noen linjer]"),
        ("checkbox", "☐"),
    ]


def test_a_choice_lists_its_options(controls: list[etree._Element]) -> None:
    """What the writer divided by strokes is what the reader can choose."""
    options = [item.get(f"{W}value") for item in controls[2].iter(f"{W}listItem")]
    assert options == ["Med melk", "Uten melk"]


def test_a_date_is_written_as_the_language_writes_it(controls: list[etree._Element]) -> None:
    """Day first in Norway."""
    formats = [item.get(f"{W}val") for item in controls[1].iter(f"{W}dateFormat")]
    assert formats == ["dd.MM.yyyy"]


def test_fields_have_numbers_of_their_own(controls: list[etree._Element]) -> None:
    """Word repairs a file in which two fields share a number."""
    numbers = [control.find(f".//{W}id").get(f"{W}val") for control in controls]
    assert len(set(numbers)) == len(numbers)


def test_links_lead_to_the_published_site(world, edited) -> None:  # type: ignore[no-untyped-def]
    """A paper is read away from the site."""
    changes = edited(
        "content/sv/templates/welcome-letter.md", "## Vad", "Se [lagen](rule:se-coffee).\n\n## Vad"
    )
    site = world(changes)
    tree = form_tree(site, site.pages["sv", "templates/welcome-letter.md"])
    links = [(plain(link["c"][1]), link["c"][2][0]) for link in elements(tree, "Link")]
    assert links == [("lagen", f"{PUBLIC}hr-guide/forsta-dagen/#rule-se-coffee")]


def test_columns_to_write_in_are_alike(good_site: Site) -> None:
    """A form is as wide as the page, whatever stands in its blanks."""
    tree = form_tree(good_site, good_site.pages["sv", "templates/welcome-letter.md"])
    [table] = elements(tree, "Table")
    assert [width["c"] for _, width in table["c"][2]] == [0.5, 0.5]


def test_what_the_law_demands_stands_on_a_line_of_its_own(world, edited, list_act) -> None:  # type: ignore[no-untyped-def]
    """The mark is words in a style of its own, and no link that would lead nowhere."""
    required = 'chapters: [first-day]\nrequired: {sv: {act: listlagen, section: "1 §", paragraph: 3}}'
    record = edited("content/data/templates/welcome-letter.yml", "chapters: [first-day]", required)
    row = (
        "| [ÅÅÅÅ-MM-DD](field:date) |",
        "| Kopp och fat [Krav: p. 1](required:1) [Krav: p. 2](required:2) |",
    )
    paper = edited("content/sv/templates/welcome-letter.md", *row)
    site = world({**list_act, **record, **paper})
    tree = form_tree(site, site.pages["sv", "templates/welcome-letter.md"])
    marks = [(plain(span), span["c"][0][2]) for span in elements(tree, "Span")]
    style = [["custom-style", REQUIRED_STYLE]]
    assert marks == [("Krav: p. 1", style), ("Krav: p. 2", style)]
    assert [len(elements(tree, kind)) for kind in ("LineBreak", "Link")] == [2, 0]


def test_a_translation_stands_below_in_its_language(world, edited) -> None:  # type: ignore[no-untyped-def]
    """Word checks and reads the words in their own language; they are no link."""
    row = ("| [ÅÅÅÅ-MM-DD](field:date) |", "| Kopp och fat [Cup and saucer](lang:en) |")
    site = world(edited("content/sv/templates/welcome-letter.md", *row))
    tree = form_tree(site, site.pages["sv", "templates/welcome-letter.md"])
    [span] = elements(tree, "Span")
    assert (plain(span), span["c"][0][2]) == (
        "Cup and saucer",
        [["lang", "en"], ["custom-style", TRANSLATION_STYLE]],
    )
    assert [len(elements(tree, kind)) for kind in ("LineBreak", "Link")] == [1, 0]
