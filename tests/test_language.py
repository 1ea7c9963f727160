"""The words of the real content: spelled right, easy enough, and typeset as each language does it."""

import re
import subprocess
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from campaign.content import Content, load_content
from campaign.expand import foreign_names
from campaign.files import load_tree
from campaign.models.values import Bilingual
from campaign.readability import HARDEST_ALLOWED, lix, plain_text
from campaign.settings import BY_CODE
from real_site import ROOT

pytestmark = pytest.mark.content

SPELLING = ROOT / "tests/spelling"
DICTIONARIES = {"sv": "sv_SE", "no": "nb_NO"}
CODES = list(DICTIONARIES)

_WORD = re.compile(r"\b\w+(?:[-:’'][^\W_]+)*\b(?!-)")
_QUOTED = {"sv": re.compile("»[^«»]*«"), "no": re.compile("«[^«»]*»")}
_NOT_PROSE = re.compile(r"https?://\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:se|no|com|org|md|example)\b|\S+@\S+|\{\w+\}")
_THOUSANDS = re.compile(
    r"(?<![\d+/:.–-])\d{1,3}(?: \d{3})+\b(?!\s?§)|\d{1,3}(?:\.\d{3})+\b|(?<!\d)[1-9]\d{4,}\b"
)
_PHONE = re.compile(r"\+4[67][ \u00a0\d]+|\b0\d+[- ][ \d]+")

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
        yield prose.file, "\n".join([*_front_matter(prose.meta), plain_text(prose.tokens)])
    for kind, records in content.records.items():
        for slug, record in records.items():
            yield f"content/data/{kind}/{slug}.yml", "\n".join(_iter_words(record, code))
    for name in ("labels", "edition"):
        yield f"content/data/{name}.yml", "\n".join(_iter_words(content.singletons[name], code))


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


def unknown_words(text: str, dictionaries: str) -> set[str]:
    """The words that hunspell finds in none of the dictionaries; single letters and what has figures are no words."""
    found = set(_WORD.findall(_NOT_PROSE.sub(" ", text)))
    words = "\n".join(sorted(word for word in found if len(word) > 1 and not re.search(r"\d", word)))
    command = ["hunspell", "-d", dictionaries, "-i", "utf-8", "-l"]
    result = subprocess.run(command, input=words, capture_output=True, encoding="utf-8", check=True)
    return set(result.stdout.split())


def unknown_in(text: str, code: str) -> set[str]:
    """The same for a text in one language, whose quotations may be in the other."""
    quotations = " ".join(_QUOTED[code].findall(text))
    own_words = _QUOTED[code].sub(" ", text)
    return unknown_words(own_words, DICTIONARIES[code]) | unknown_words(quotations, "sv_SE,nb_NO")


def judged_right(code: str) -> set[str]:
    """The words of tests/spelling, each with a small letter first and as it begins a sentence."""
    words = (SPELLING / f"{code}.txt").read_text(encoding="utf-8").split()
    return {*words, *(word[0].upper() + word[1:] for word in words)}


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
    assert unknown_words(text, DICTIONARIES[code]) == {"kommunn"}


@pytest.mark.parametrize("code", CODES)
def test_judged_words_are_easy_to_find(code: str) -> None:
    """Who looks a word up in the list, or adds one, finds its place: sorted, each once."""
    words = (SPELLING / f"{code}.txt").read_text(encoding="utf-8").splitlines()
    assert words == sorted(set(words), key=lambda word: (word.lower(), word))


@pytest.mark.parametrize("code", [*CODES, "en"])
def test_pages_are_easy_enough(content: Content, code: str) -> None:
    """No page is harder to read than `make.py status` allows, which is a newspaper's hardest."""
    measured = {prose.file: round(lix(plain_text(prose.tokens)), 1) for prose in content.prose[code].values()}
    assert {file: value for file, value in measured.items() if value > HARDEST_ALLOWED} == {}


@pytest.mark.parametrize(("code", "wrong"), [("sv", r"«\w|[\w.!?…]»"), ("no", r"»\w|[\w.!?…]«")])
def test_quotation_marks_are_those_of_the_language(texts: Texts, code: str, wrong: str) -> None:
    """Swedish quotes »so« and Norwegian «so», never the other way round."""
    assert _found(texts[code], re.compile(rf".{{0,15}}(?:{wrong}).{{0,15}}")) == {}


@pytest.mark.parametrize("code", CODES)
def test_thousands_hold_together(texts: Texts, code: str) -> None:
    """A number is never torn apart at a line's end: 3 722 750 is written with no-break spaces."""
    clean = {file: _PHONE.sub(" ", _NOT_PROSE.sub(" ", text)) for file, text in texts[code].items()}
    assert _found(clean, _THOUSANDS) == {}


def _found(texts: dict[str, str], pattern: re.Pattern[str]) -> dict[str, list[str]]:
    return {file: found for file, text in texts.items() if (found := pattern.findall(text))}
