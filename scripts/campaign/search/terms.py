"""Pages → terms: each stem with the pages where it stands, how much it weighs there, and in which section.

The weight is all that a browser needs to put pages in order: how rare the word is, in which fields of the page it stands and
how often (BM25 with fields), and how much the page counts. See docs/decisions/0028-own-search.md.
"""

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from campaign.search.parts import Section, sections_in, words_in
from campaign.search.stems import stem

# What a word weighs in each field, if the field has as many words as USUAL. In running text it weighs less than BODY, the more
# often it stands there and the shorter the page, the less so.
TITLE, SUBTITLE, DESCRIPTION, KIND, PLACE, ADDRESS, HEADING, BODY = 7.0, 1.6, 2.2, 4.0, 1.7, 2.0, 2.6, 2.2
# Another name of the page, which editors have given it; a word of a name of several; a name of the page above, and of a topic;
# and a name of all pages of a folder, which says what kind of page somebody looks for.
NAME, OF_NAME, NAME_ABOVE, OF_TOPIC, OF_FOLDER = 10.0, 3.0, 4.0, 1.4, 16.0
# As many words a browser looks up as one.
MOST_JOINED = 4
USUAL = {TITLE: 2, SUBTITLE: 8, DESCRIPTION: 18, KIND: 2, PLACE: 1, ADDRESS: 3, HEADING: 4}
SATURATION, LENGTH = 1.4, 0.55
# A heading says more of its section than any word that stands there often.
_HEADED = 1000
# Directions are terms of their own, »to« and »from« before the stem of the word that follows.
TO, FROM = ">", "<"


@dataclass(frozen=True)
class Indexed:
    """A page as the index knows it. `directions` are terms of where it leads.

    `names` are what else readers call it, `names_above` what they call the page above,
    `names_of_folder` each page of its folder, `topics` what they call the pages about
    topics that this one takes up for a place;
    `share` is how much the page counts, `part` its part of the index as it is kept: what is read from it for all pages of a
    large site at once does not fit into the memory.
    """

    address: str
    title: str
    subtitle: str
    description: str
    kind: str
    place: str
    year: str
    names: Sequence[str]
    names_above: Sequence[str]
    names_of_folder: Sequence[str]
    topics: Sequence[str]
    share: float
    directions: Mapping[str, float]
    part: bytes

    @property
    def sections(self) -> list[Section]:
        """The sections of the page, read anew each time."""
        return sections_in(self.part)


class Place(NamedTuple):
    """What a term weighs on a page, and the number of the section where it says most."""

    weight: float
    section: int = 0


@dataclass
class Term:
    """A term as it is written most often, how rare it is, and the pages where it stands, by their number."""

    written: str
    rarity: float = 1.0
    places: dict[int, Place] = field(default_factory=dict)

    def add(self, other: "Term", share: float) -> None:
        """Stand also where another term stands, for a share of what that weighs there."""
        for page, place in other.places.items():
            weight = place.weight * share
            if page not in self.places or self.places[page].weight < weight:
                self.places[page] = Place(weight, place.section)


Terms = dict[str, Term]


class _Weights(NamedTuple):
    """What a term weighs on a page before it is known how rare it is: where the page says what it is about, and in its text."""

    named: float
    text: float
    section: int


@dataclass
class _Postings:
    """The pages where a term stands, by their number, and what it says on each: numbers in a row, which take little memory."""

    pages: "array[int]" = field(default_factory=lambda: array("L"))
    named: "array[float]" = field(default_factory=lambda: array("d"))
    text: "array[float]" = field(default_factory=lambda: array("d"))
    sections: "array[int]" = field(default_factory=lambda: array("L"))

    def add(self, page: int, weights: _Weights) -> None:
        self.pages.append(page)
        self.named.append(weights.named)
        self.text.append(weights.text)
        self.sections.append(weights.section)


def build_terms(pages: Sequence[Indexed], language: str) -> Terms:
    """Stem → term, of all words that stand on the pages."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    usual = sum(map(_length, pages)) / max(len(pages), 1) or 1
    postings: dict[str, _Postings] = defaultdict(_Postings)
    for number, page in enumerate(pages):
        stems = list(_counted(page, language, forms))
        for one, weights in _build_weights(page, stems, language, usual).items():
            postings[one].add(number, weights)
    return {one: _term(one, postings.pop(one), forms[one], pages) for one in list(postings)}


def _term(one: str, found: _Postings, forms: Counter[str], pages: Sequence[Indexed]) -> Term:
    of_text = _rarity(len(found.pages), len(pages))
    of_named = _rarity(sum(named > 0 for named in found.named), len(pages))
    rows = zip(found.pages, found.named, found.text, found.sections, strict=True)
    places = {
        number: Place(pages[number].share * (named * of_named + text * of_text), section)
        for number, named, text, section in rows
    }
    return Term(max(sorted(forms), key=forms.__getitem__, default=one), of_text, places)


def _rarity(having: int, pages: int) -> float:
    """The inverse document frequency, as BM25 has it."""
    return math.log(1 + (pages - having + 0.5) / (having + 0.5))


def stems_in(text: str, language: str) -> list[str]:
    """The stems of the words of a text."""
    return [stem(word.lower(), language) for word in words_in(text) if len(word) > 1]


def joined(phrase: str, language: str) -> str:
    """The term of a word, or of several as if they were one: so they are looked up too."""
    return stem("".join(words_in(phrase)).lower(), language)


def _counted(page: Indexed, language: str, forms: dict[str, Counter[str]]) -> Iterator[Counter[str]]:
    """How often each stem stands in each section; `forms` learns how the words are written."""
    for section in page.sections:
        stems = Counter[str]()
        for word, count in section.words.items():
            one = stem(word.lower(), language)
            stems[one] += count
            forms[one][word] += count
        yield stems
    for _, text in _fields(page):
        for word in words_in(text):
            forms[stem(word.lower(), language)][word] += 1
    for name in page.names:
        forms[joined(name, language)][name] += 1


def _length(page: Indexed) -> int:
    return sum(sum(section.words.values()) for section in page.sections)


def _build_weights(
    page: Indexed, sections: Sequence[Counter[str]], language: str, usual: float
) -> dict[str, _Weights]:
    named, counts = defaultdict[str, float](float, page.directions), Counter[str]()
    best: dict[str, tuple[float, int]] = {}
    for number, (section, stems) in enumerate(zip(page.sections, sections, strict=True)):
        for one, count in stems.items():
            counts[one] += count
            best[one] = max(best.get(one, (0, 0)), (count, number))
        for one, weight in _in_field(HEADING, section.heading, language).items():
            named[one] = max(named[one], weight)
            best[one] = max(best.get(one, (0, 0)), (_HEADED + stems[one], number))
    for weight, text in _fields(page):
        for one, worth in _in_field(weight, text, language).items():
            named[one] += worth
    for one, worth in _named(page, language).items():
        named[one] += worth
    length = sum(section.total() for section in sections)
    norm = SATURATION * (1 - LENGTH + LENGTH * length / usual)
    return {
        one: _Weights(named[one], BODY * counts[one] / (counts[one] + norm), best.get(one, (0, 0))[1])
        for one in named.keys() | counts.keys()
    }


def _named(page: Indexed, language: str) -> dict[str, float]:
    """What the names of a page weigh, and their words, and the names of others that stand for it too: of each term the most."""
    found = {joined(name, language): OF_TOPIC for name in page.topics}
    found |= {joined(name, language): NAME_ABOVE for name in page.names_above}
    found |= {one: OF_NAME for name in page.names for one in stems_in(name, language)}
    found |= {joined(name, language): NAME for name in (page.title, *page.names) if _is_short(name)}
    return found | {joined(name, language): OF_FOLDER for name in page.names_of_folder}


def _is_short(name: str) -> bool:
    """Whether a name has no more words than a browser looks up as one."""
    return len(list(words_in(name))) <= MOST_JOINED


def _fields(page: Indexed) -> tuple[tuple[float, str], ...]:
    return (
        (TITLE, page.title),
        (SUBTITLE, page.subtitle),
        (DESCRIPTION, page.description),
        (KIND, page.kind),
        (PLACE, page.place),
        (ADDRESS, page.address.strip("/").rpartition("/")[2]),
    )


def _in_field(weight: float, text: str, language: str) -> dict[str, float]:
    """What each word of a short field weighs: a title of one word says more than one of ten."""
    stems = stems_in(text, language)
    norm = 0.5 + 0.5 * len(stems) / USUAL[weight]
    return dict.fromkeys(stems, weight / norm)
