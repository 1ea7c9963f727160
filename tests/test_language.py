"""The words of the real content are spelled right."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from markdown_it.token import Token
from pydantic import BaseModel

from campaign import language_detection
from campaign.content import Content, load_content
from campaign.files import load_tree
from campaign.language_detection import own_words, without_asides
from campaign.markdown import REFERENCES, REQUIRED, TRANSLATION, leads_to
from campaign.models.values import Bilingual
from campaign.proper_names import foreign_names
from campaign.readability import rhythm
from campaign.settings import BY_CODE
from real_site import ROOT
from spelling import DICTIONARIES, JUDGED, judged_right, unknown_words, words_in

pytestmark = pytest.mark.content

CODES = list(DICTIONARIES)

Texts = dict[str, dict[str, str]]


@pytest.fixture(scope="module")
def content() -> Content:
    """The real content."""
    return load_content(load_tree(ROOT))[0]


@pytest.fixture(scope="module")
def texts(content: Content) -> Texts:
    """Everything that a reader reads in each language: language → file → text."""
    return {code: dict(_texts(content, code)) for code in CODES}


def _texts(content: Content, code: str) -> Iterator[tuple[str, str]]:
    for prose in content.prose[code].values():
        yield prose.file, "\n".join([*_front_matter(prose.meta), *_blocks(prose.tokens)])
    for kind, records in content.records.items():
        for slug, record in records.items():
            yield f"content/data/{kind}/{slug}.yml", "\n".join(_iter_words(record, code))
    for name in ("labels", "edition"):
        yield f"content/data/{name}.yml", "\n".join(_iter_words(content.singletons[name], code))


def _blocks(tokens: list[Token]) -> Iterator[str]:
    """The words of each block, but for the title of a callout, which says what Markdown wants."""
    for before, token in pairwise(tokens):
        if token.type == "inline" and before.type != "alert_title_open":
            yield _with_italics(token)


def _with_italics(token: Token) -> str:
    """The words of a block, those in italics in quotation marks: both set a word apart as another language's."""
    marks = {"em_open": " “", "em_close": "” "}
    within_reference, words = False, ""
    for child in token.children or ():
        if child.type in ("link_open", "link_close"):
            within_reference = leads_to(child, (*REFERENCES, REQUIRED, TRANSLATION))
        elif not within_reference and child.type in ("text", "softbreak", *marks):
            words += marks.get(child.type, child.content or " ")
    return words


def _front_matter(meta: Any) -> Iterator[str]:
    for text in (meta.title, meta.subtitle, meta.description, meta.menu):
        yield text or ""
    for door in meta.doors:
        yield from (door.title, door.text, door.action)


def _iter_words(value: Any, code: str) -> Iterator[str]:
    """What a record says in one language, at any depth."""
    if isinstance(value, Bilingual):
        yield value[code]
    elif isinstance(value, BaseModel):
        for _, inner in value:
            yield from _iter_words(inner, code)
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _iter_words(inner, code)


def unknown_in(text: str, code: str) -> set[str]:
    """The words of a text in one language that no dictionary knows; what is set apart may be in the other's."""
    own = words_in(without_asides(text))
    return unknown_words(own, DICTIONARIES[code]) | unknown_words(words_in(text) - own, "sv_SE,nb_NO")


def _without(text: str, names: Iterable[str]) -> str:
    """The text without names, the longest first, for one may hold another."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, " ")
    return text


@pytest.mark.parametrize("code", CODES)
def test_words_are_spelled_right(content: Content, texts: Texts, code: str) -> None:
    """Every word is in the dictionary of its language, or in the list of words that we have judged right."""
    text = _without("\n".join(texts[code].values()), foreign_names(content, BY_CODE[code]))
    assert sorted(unknown_in(text, code) - judged_right(code)) == []


@pytest.mark.parametrize(
    ("code", "text"), [("sv", "en kommunn på skriftspråket"), ("no", "en kommunn på skriftspråket")]
)
def test_misspelling_is_found(code: str, text: str) -> None:
    """The dictionaries are there and look, so a pass means something."""
    assert unknown_words(words_in(text), DICTIONARIES[code]) == {"kommunn"}


@pytest.mark.parametrize("code", CODES)
def test_judged_words_are_easy_to_find(code: str) -> None:
    """Who looks a word up in the list, or adds one, finds its place: sorted, each once."""
    words = (JUDGED / f"{code}.txt").read_text(encoding="utf-8").splitlines()
    assert words == sorted(set(words), key=lambda word: (word.lower(), word))


@pytest.mark.parametrize(("code", "other"), [("sv", "no"), ("no", "sv")])
def test_own_words_are_unknown_to_the_neighbour(code: str, other: str) -> None:
    """A word that proves a language is in no dictionary of the other; the list is sorted, so that a word is easily found."""
    words = (
        Path(language_detection.__file__)
        .with_name(f"own-words.{code}.txt")
        .read_text(encoding="utf-8")
        .split()
    )
    assert words == sorted(set(words))
    assert own_words(code) - unknown_words(own_words(code), DICTIONARIES[other]) == set()


@pytest.mark.parametrize("code", CODES)
def test_chapters_breathe(content: Content, code: str) -> None:
    """A sentence has ten to sixteen words in the mean, and at most twelve in a hundred have four or fewer."""
    found = {slug: rhythm(content.prose[code][f"hr-guide/{slug}.md"].tokens) for slug in content.chapters}
    assert {slug: one for slug, one in found.items() if one.short > 12 or not 10 <= one.mean <= 16} == {}


@pytest.mark.parametrize("code", CODES)
def test_a_contract_with_english_asks_for_the_same(content: Content, code: str) -> None:
    """The two papers part in nothing but the English words, so a row that one gets the other gets too."""
    plain, bilingual = (
        _rows(content.prose[code][f"templates/{name}.md"].body)
        for name in ("written-information", "contract-with-english")
    )
    assert [re.sub(r" \[[^\]]+\]\(lang:en\)", "", row) for row in bilingual] == plain
    assert [row for row in bilingual if "(lang:en)" not in row and "| ---" not in row] == []


def _rows(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("| ")]
