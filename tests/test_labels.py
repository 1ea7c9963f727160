"""A word of labels.yml is text: whatever signs an editor puts into it, readers see them as they stand."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import yaml
from jinja2 import Environment
from lxml import etree, html

from campaign.files import Tree
from campaign.outputs import calendar, feeds
from campaign.outputs import html as pages
from campaign.outputs.manuscript import FRONT, appendix, back_matter, merge
from campaign.outputs.pandoc import elements, plain
from campaign.site import Site
from conftest import made, site_of, sound

LABELS = "content/data/labels.yml"
HOSTILE = """<mark>&amp;<br> [x](hostile.md) " onmouseover="x *e* ~~s~~ `c` | 'q'"""


def _hostile(words: Any) -> Any:
    """The words, or each plural form of them, with the signs."""
    if isinstance(words, dict):
        return {form: _hostile(text) for form, text in words.items()}
    return f"{words} {HOSTILE}"


@pytest.fixture(scope="module")
def site(good_tree: Tree, templates: Environment) -> Site:
    """The good specimen, each label with all signs that mean something to some format."""
    labels = yaml.load(good_tree[LABELS], Loader=yaml.CBaseLoader)
    changed = {
        group: {word: {code: _hostile(text) for code, text in texts.items()} for word, texts in words.items()}
        for group, words in labels.items()
    }
    tree = {**good_tree, LABELS: json.dumps(changed, ensure_ascii=False).encode()}
    content, found = sound(tree, templates)
    return replace(site_of(content, found, templates), menu=tuple(content.configuration.nav))


def _wrong(document: etree._Element) -> Iterator[str]:
    """What a label has become besides text."""
    for element in document.iter(etree.Element):
        if (
            element.tag == "mark"
            or "onmouseover" in element.attrib
            or element.get("href", "").endswith("hostile.md")
        ):
            yield etree.tostring(element, encoding="unicode")
        if (element.tag, element.text) in (("em", "e"), ("s", "s"), ("code", "c")):
            yield etree.tostring(element, encoding="unicode")


def test_on_every_page_a_label_is_text(site: Site) -> None:
    """Neither HTML nor Markdown templates let a label become a mark, a link or an attribute."""
    documents = {address: html.fromstring(raw) for address, raw in made(pages.targets(site)).items()}
    assert {address: found for address, page in documents.items() if (found := list(_wrong(page)))} == {}
    assert [address for address, page in documents.items() if HOSTILE not in page.text_content()] == []


def test_a_label_in_a_markdown_template_shows_as_it_stands(site: Site) -> None:
    """The word for a duty stands in a list item that Markdown makes."""
    page = site.pages["sv", "hr-guide/first-day.md"]
    document = html.fromstring(pages.targets(site)[f"{page.address}index.html"]())
    words = site.content.label("rule-kind", "must", "sv")
    assert words in [strong.text_content() for strong in document.iter("strong")]


def test_in_the_books_a_label_is_text(site: Site) -> None:
    """What stands in no chapter comes of Markdown templates too, and the books know no other marks than theirs."""
    parts = [
        appendix(site, language, name, path)
        for language in site.content.full_languages
        for name, path in {**FRONT, **back_matter(site)}.items()
    ]
    trees = [merge(site, [part]) for part in parts]
    links = [link["c"][2][0] for tree in trees for link in elements(tree, "Link")]
    titles = [plain(elements(tree, "Header")[0]) for tree in trees]
    assert ([href for href in links if "hostile" in href], [t for t in titles if HOSTILE not in t]) == (
        [],
        [],
    )


def test_in_feeds_a_label_is_text(site: Site) -> None:
    """Feeds are XML that a program can read, and what they carry as HTML has no marks of a label either."""
    files = made(feeds.targets(site))
    read = [etree.fromstring(raw) for address, raw in files.items() if address.endswith(".xml")]
    carried = [text for feed in read for text in feed.itertext() if text.startswith("<")]
    assert [found for text in carried for found in _wrong(html.fromstring(f"<div>{text}</div>"))] == []
    assert all(HOSTILE in "".join(feed.itertext()) for feed in read)


def test_in_calendars_a_label_is_text_and_nothing_is_escaped(site: Site) -> None:
    """A calendar knows neither HTML nor Markdown; a program would show the signs of an escape."""
    found = [raw.decode().replace("\r\n ", "") for raw in made(calendar.targets(site)).values()]
    assert [text for text in found if "&lt;" in text or "\\*" in text] == []
