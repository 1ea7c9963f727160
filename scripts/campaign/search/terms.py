"""Pages → terms: each stem with the pages where it stands, how much it weighs there, and in which section.

The weight is all that a browser needs to put pages in order: how rare the word is, in which fields of the page it stands and
how often (BM25 with fields), and how much the page counts. See docs/decisions/0028-own-search.md.
"""

import hashlib
import math
from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from campaign.search.parts import Part, length_of, read_part, stems_in, words_in
from campaign.search.stems import stem

# What a word weighs in each field, if the field has as many words as USUAL. In running text it weighs less than BODY, the more
# often it stands there and the shorter the page, the less so.
TITLE, SUBTITLE, DESCRIPTION, KIND, PLACE, ADDRESS, HEADING, BODY = 7.0, 1.6, 2.2, 4.0, 1.7, 2.0, 2.6, 2.2
# Another name of the page, which editors have given it; a word of a name of several; a name of the page above;
# and a name of all pages of a folder, which says what kind of page somebody looks for.
NAME, OF_NAME, NAME_ABOVE, OF_FOLDER = 10.0, 3.0, 4.0, 16.0
# A word that readers use when the page is the answer, however many of them.
OF_QUERY = 3.0
# As many words a browser looks up as one.
MOST_JOINED = 4
USUAL = {TITLE: 2, SUBTITLE: 8, DESCRIPTION: 18, KIND: 2, PLACE: 1, ADDRESS: 3, HEADING: 4}
SATURATION, LENGTH = 1.4, 0.55
# The usual length of a text is told in steps of a twentieth: a word more on one page makes no other page weigh another.
_STEP = math.log(1.05)
# What is noted of a term on a page: the number of the page, what it weighs where the page says what it is about, in its text, and
# the section.
_NOTED = 4
# Directions are terms of their own, »to« and »from« before the stem of the word that follows.
TO, FROM = ">", "<"


@dataclass(frozen=True)
class Indexed:
    """A page as the index knows it. `directions` are terms of where it leads.

    `names` are what else readers call it, `names_above` what they call the page above,
    `names_of_folder` each page of its folder;
    `queries` are what readers type when it is the answer;
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
    queries: Sequence[str]
    share: float
    directions: Mapping[str, float]
    part: bytes

    def read(self) -> Part:
        """The part of the page, read again each time."""
        return read_part(self.part)


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


@dataclass
class Gathered:
    """What stands on the pages of a language, for each stem: rows of numbers, which take little memory, and how it is written.

    How rare a stem is, and so what it weighs, is worked out of its own row alone.
    """

    pages: int
    rows: "defaultdict[str, array[float]]" = field(default_factory=lambda: defaultdict(lambda: array("d")))
    forms: dict[str, dict[str, int]] = field(default_factory=dict)

    def rarity(self, one: str) -> float:
        """How rare a stem is."""
        return _rarity(len(self.rows[one]) // _NOTED, self.pages)

    def term(self, one: str) -> Term:
        """A stem as a term."""
        row = self.rows[one]
        numbers, named, text, sections = (row[start::_NOTED] for start in range(_NOTED))
        of_text, of_named = self.rarity(one), _rarity(sum(weight > 0 for weight in named), self.pages)
        places = {
            int(number): Place(in_field * of_named + in_text * of_text, int(section))
            for number, in_field, in_text, section in zip(numbers, named, text, sections, strict=True)
        }
        return Term(self._written(one), of_text, places)

    def input_digest(self, one: str) -> bytes:
        """A digest of all that a stem's term is made of."""
        told = f"{self.pages}\n{one}\n{self._written(one)}\n".encode()
        return hashlib.sha256(told + self.rows[one].tobytes()).digest()

    def _written(self, one: str) -> str:
        forms = self.forms.get(one, {})
        return min(forms, key=lambda word: (-forms[word], word)) if len(forms) > 1 else next(iter(forms), one)


def gather(pages: Sequence[Indexed], language: str) -> Gathered:
    """All words that stand on the pages."""
    found = Gathered(len(pages))
    usual = _usual(pages)
    for number, page in enumerate(pages):
        part = page.read()
        _learn(found.forms, page, part, language)
        norm = SATURATION * (1 - LENGTH + LENGTH * part.length / usual)
        named = _named(page, language)
        for one, (count, heading, section) in part.stems.items():
            says = named.pop(one, 0.0) + (HEADING / _length(HEADING, heading) if heading else 0.0)
            text = BODY * count / (count + norm) if count else 0.0
            found.rows[one].extend((number, page.share * says, page.share * text, section))
        for one, worth in named.items():
            found.rows[one].extend((number, page.share * worth, 0.0, 0.0))
    return found


def _usual(pages: Sequence[Indexed]) -> float:
    """How many words a page has on the average, in steps."""
    mean = sum(length_of(page.part) for page in pages) / max(len(pages), 1) or 1
    return math.exp(round(math.log(mean) / _STEP) * _STEP)


def _rarity(having: int, pages: int) -> float:
    """The inverse document frequency, as BM25 has it."""
    return math.log(1 + (pages - having + 0.5) / (having + 0.5))


def joined(phrase: str, language: str) -> str:
    """The term of a word, or of several as if they were one: so they are looked up too."""
    return stem("".join(words_in(phrase)).lower(), language)


def _learn(forms: dict[str, dict[str, int]], page: Indexed, part: Part, language: str) -> None:
    """Count how words are written, on the page and in what is said of it."""
    for one, written in part.forms.items():
        if one in forms:
            for word, count in written.items():
                forms[one][word] = forms[one].get(word, 0) + count
        else:
            forms[one] = written
    said = (*(text for _, text in _fields(page)), *page.queries)
    for word in (word for text in said for word in words_in(text)):
        _count(forms, stem(word.lower(), language), word)
    for name in page.names:
        _count(forms, joined(name, language), name)


def _count(forms: dict[str, dict[str, int]], one: str, word: str) -> None:
    of_stem = forms.setdefault(one, {})
    of_stem[word] = of_stem.get(word, 0) + 1


def _named(page: Indexed, language: str) -> dict[str, float]:
    """What the terms weigh that say what the page is about, but for its headings."""
    named = defaultdict[str, float](float, page.directions)
    for weight, text in _fields(page):
        stems = stems_in(text, language)
        for one in dict.fromkeys(stems):
            named[one] += weight / _length(weight, len(stems))
    for one, worth in _called(page, language).items():
        named[one] += worth
    for one in {one for query in page.queries for one in stems_in(query, language)}:
        named[one] += OF_QUERY
    return named


def _called(page: Indexed, language: str) -> dict[str, float]:
    """What the names of a page weigh, and their words, and the names of others that stand for it too: of each term the most."""
    found = {joined(name, language): NAME_ABOVE for name in page.names_above}
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


def _length(weight: float, words: int) -> float:
    """A title of one word says more than one of ten."""
    return 0.5 + 0.5 * words / USUAL[weight]
