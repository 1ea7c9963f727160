"""Rules for the numbers of translations: their sources, their sections and the records say the same in each language."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from markdown_it.token import Token

from campaign.checks.prose import hrefs_of, iter_blocks
from campaign.checks.typos import texts_in, translated
from campaign.content import Content
from campaign.documents import Document
from campaign.markdown import Heading, clauses, headings, own_words
from campaign.numbers import figures_in_text, listed, numbers_in, value_of
from campaign.pages import Pages
from campaign.problems import Phrase, Position, Problem
from campaign.texts import PageSource

# What a text says before a link to its source, and where.
Clause = tuple[str, Position]
# A text and its translation, and the languages of both.
Pair = tuple[PageSource, str, PageSource, str]
# A text is compared with its translations, and each of these with it, one after the other; then nobody asks again.
_TRANSLATIONS = 16
# The files that are compared.
_OF_RECORDS = re.compile(r"content/data/(?!rules/)[\w-]+/")


@dataclass(frozen=True)
class Contradiction:
    """Two translations that take each a figure from a source that the other does not: one of them is likely wrong."""

    source: str
    here: set[float]
    there: set[float]
    position: Position


@dataclass
class Section:
    """What stands below a heading: its figures, each with its place, and every number that it says, in digits or in words.

    A block that names a rule has no figures here: a rule has the same numbers in both languages (D124), a text has the rule's
    (P220), and each country has rules of its own.
    """

    name: str | Phrase
    figures: dict[float, Position] = field(default_factory=dict)
    numbers: set[float] = field(default_factory=set)


def check_figures(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A figure is in the same section of each full language, from the same source, unless the page says why it is not."""
    for one, code, translation, other in _pairs(content):
        found = list(contradictions(one, code, translation, other))
        for contradiction in found:
            values = {"source": contradiction.source, "value": listed(contradiction.here)}
            values |= {"other": translation.file, "theirs": listed(contradiction.there)}
            yield Problem(one.file, contradiction.position, "L308", values)
        if not (one.meta.numbers_differ or translation.meta.numbers_differ):
            known = {number for contradiction in found for number in contradiction.here | contradiction.there}
            yield from differences((one, code, translation, other), known)


def check_records(content: Content, _pages: Pages) -> Iterator[Problem]:
    """What a record says in two languages has the same numbers, or one of them has more; rules are compared more strictly."""
    codes = tuple(language.code for language in content.languages)
    for document in content.written():
        if _OF_RECORDS.match(document.path):
            yield from _contradictions_in(document, codes)


@cache  # nobody changes a document once it is read
def _contradictions_in(document: Document, codes: tuple[str, ...]) -> tuple[Problem, ...]:
    found = []
    texts = dict(texts_in(document.value))
    for place, translation in translated(texts, codes):
        code, other = str(place[-1]), str(translation[-1])
        here, there = numbers_in(texts[place], code), numbers_in(texts[translation], other)
        if here - there and there - here:
            values = {"code": code, "value": listed(here - there)}
            values |= {"other": other, "theirs": listed(there - here)}
            found.append(Problem(document.path, document.position_of(place), "D157", values))
    return tuple(found)


def _pairs(content: Content) -> Iterator[Pair]:
    """Each text of a full language with each of its translations into another."""
    full = {language.code: content.prose[language.code] for language in content.full_languages}
    for code, prose in content.texts():
        for other, texts in full.items() if code in full else ():
            if other != code and prose.path in texts:
                yield prose, code, texts[prose.path], other


def contradictions(
    one: PageSource, code: str, translation: PageSource, other: str
) -> Iterator[Contradiction]:
    """The sources of which each text says a figure that the other does not."""
    ours, theirs = _clauses(one), _clauses(translation)
    for source in ours.keys() & theirs.keys():
        here = _figures(ours[source]) - _numbers(theirs[source], other)
        there = _figures(theirs[source]) - _numbers(ours[source], code)
        if here and there:
            position = next(where for text, where in ours[source] if _figures([(text, where)]) & here)
            yield Contradiction(source, here, there, position)


@lru_cache(_TRANSLATIONS)
def _clauses(prose: PageSource) -> dict[str, list[Clause]]:
    """Source → what is said before each link to it, and where."""
    found: dict[str, list[Clause]] = {}
    for token, _ in iter_blocks(prose.tokens):
        for source, text in clauses(token):
            found.setdefault(source, []).append((text, prose.position_of(token)))
    return found


def _figures(clauses: Iterable[Clause]) -> set[float]:
    """The figures, without 1: words say it too, and mean nothing by it."""
    return {value_of(figure) for text, _ in clauses for figure in figures_in_text(text)} - {1.0}


def _numbers(clauses: Iterable[Clause], code: str) -> set[float]:
    return set[float]().union(*(numbers_in(text, code) for text, _ in clauses))


def differences(pair: Pair, known: Iterable[float] = ()) -> Iterator[Problem]:
    """Each section with figures, beside those `known`, that its translation does not say."""
    one, code, translation, other = pair
    theirs = sections(translation, other)
    for section, alike in _paired(sections(one, code), theirs):
        if lacking := section.figures.keys() - alike.numbers - set(known):
            back = alike.figures.keys() - section.numbers - set(known)
            values = {
                "value": listed(lacking),
                "section": section.name,
                "other": translation.file,
                "theirs": Phrase("GIVEN", {"value": listed(back)}) if back else Phrase("NOTHING"),
            }
            first = min((section.figures[figure] for figure in lacking), key=lambda place: place.line)
            yield Problem(one.file, first, "P258", values)


def _paired(ours: dict[str, Section], theirs: dict[str, Section]) -> Iterator[tuple[Section, Section]]:
    """Each section with its translation: that of the same id, or else that at the same place; other headings are L304."""
    by_place = list(theirs.values()) if len(ours) == len(theirs) else []
    for n, (name, section) in enumerate(ours.items()):
        if name in theirs or by_place:
            yield section, theirs[name] if name in theirs else by_place[n]


@lru_cache(_TRANSLATIONS)
def sections(prose: PageSource, code: str) -> dict[str, Section]:
    """The sections of a text by the ids of their headings, in order; what stands before the first is the lead."""
    marks = headings(prose.tokens)
    found = {"": Section(Phrase("LEAD")), **{mark.id: Section(mark.text) for mark in marks}}
    for token, block in iter_blocks(prose.tokens):
        section = found[_section_of(token, marks)]
        section.numbers |= numbers_in(_all_words(token), code)
        if not any(href.startswith("rule:") for href in hrefs_of(block)):
            for figure in map(value_of, figures_in_text(own_words(token))):
                section.figures.setdefault(figure, prose.position_of(token))
    for section in found.values():
        section.figures.pop(1.0, None)
    return found


def _section_of(token: Token, marks: Sequence[Heading]) -> str:
    """The id of the heading that a block stands below."""
    line = token.map[0] + 1 if token.map else 0
    n = bisect_right([mark.line for mark in marks], line)
    return marks[n - 1].id if n else ""


def _all_words(inline: Token) -> str:
    """The words of a block, those of its links too: a figure that one translation links to its fact, the other may write."""
    return " ".join(child.content for child in inline.children or () if child.type == "text")


OF_TEXTS = (check_figures,)
OF_VALUES = (check_records,)
ALL = (*OF_TEXTS, *OF_VALUES)
