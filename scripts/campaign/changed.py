"""Rules that only what somebody has just changed is asked: spelling, compounds written apart, values of another size.

On all of content they would be noise, or take too long; on the lines of a change they are what a colleague would say.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import chain, permutations
from textwrap import shorten

from campaign.checks.foreign_language import words_of_block
from campaign.checks.typos import texts_in, translated
from campaign.content import Content
from campaign.documents import Document, Location
from campaign.files import Tree
from campaign.language_detection import NEIGHBOURS, without_asides
from campaign.models import file_of
from campaign.numbers import Numbers
from campaign.problems import Position, Problem
from campaign.proper_names import foreign_names
from campaign.settings import BY_CODE
from campaign.sources import parse_yaml

# A language and words of it → those that are in no dictionary.
Misspelt = Callable[[str, Collection[str]], Collection[str]]
# How many times as large or as small a value is when somebody has most likely slipped by a digit.
FACTOR = 5
# What says when and where a value was read, and may change with it.
_READ = ("as_of", "checked", "source")

_WORD = re.compile(r"(?<![\w.-])[^\W\d_]{2,}(?:[-’'][^\W\d_]+)*(?![\w-])")
_PAIR = re.compile(r"(?<![\w-])(?=([a-zåäöæøé]{4,}) ([a-zåäöæøé]{4,})(?![\w-]))")
# Letters of a compound whose parts are long enough to have been meant as one word.
_LONG = 10

# Characters of the other language's text that a note shows.
_SHOWN = 90
# Where what is said in two languages stands side by side.
_RECORDS = "content/data/"
# Words of addresses are of no language.
_ADDRESSES = frozenset({file_of("addresses"), "was"})


@dataclass(frozen=True)
class Passage:
    """What was written on lines that are new: in which language, where, and the words."""

    code: str
    file: str
    place: Position
    text: str


@dataclass(frozen=True)
class Changed:
    """A content, and the files that it was made of before and are now."""

    content: Content
    before: Tree
    after: Tree

    @cached_property
    def lines(self) -> Mapping[str, set[int]]:
        """File → the lines that are new in it, from 1."""
        files = {path for path, raw in self.after.items() if self.before.get(path) != raw}
        return {path: new_lines(self.before.get(path, b""), self.after[path]) for path in files}

    @cached_property
    def passages(self) -> list[Passage]:
        """What was written on those lines."""
        return [*self._in_texts(), *self._in_records()]

    def _in_texts(self) -> Iterator[Passage]:
        for code, text in self.content.texts():
            for token in text.tokens if text.file in self.lines else ():
                first, last = token.map or (0, 0)
                new = self.lines[text.file] & set(range(text.line + first, text.line + last))
                if token.type == "inline" and new:
                    yield Passage(code, text.file, text.position_of(token), words_of_block(token))

    def _in_records(self) -> Iterator[Passage]:
        for document in self.content.written():
            for where, text in texts_in(document.value) if document.path in self.lines else ():
                place = document.position_of(where)
                is_text = (
                    where and where[-1] in NEIGHBOURS and not _ADDRESSES.intersection((document.path, *where))
                )
                if is_text and place.line in self.lines[document.path]:
                    yield Passage(str(where[-1]), document.path, place, text)


def new_lines(before: bytes, after: bytes) -> set[int]:
    """The lines of a file that are new in it, from 1."""
    old, new = before.decode(errors="replace").split("\n"), after.decode(errors="replace").split("\n")
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return {n + 1 for kind, _, _, start, end in blocks if kind != "equal" for n in range(start, end)}


def check_changed(changed: Changed, misspelt: Misspelt) -> Iterator[Problem]:
    """What a colleague would ask about a change."""
    yield from check_spelling(changed, misspelt)
    yield from check_compounds(changed)
    yield from check_sizes(changed)
    yield from check_one_language(changed)


def check_spelling(changed: Changed, misspelt: Misspelt) -> Iterator[Problem]:
    """Each new word is one of its language, or a name."""
    for code in NEIGHBOURS:
        passages = [one for one in changed.passages if one.code == code]
        words = {one: set(_WORD.findall(_own(changed.content, one))) for one in passages}
        wrong = set(misspelt(code, set().union(*words.values()))) if passages else set()
        for one, spelled in words.items():
            for word in sorted(spelled & wrong):
                yield Problem(one.file, one.place, "W406", {"value": word})


def _own(content: Content, passage: Passage) -> str:
    text = without_asides(passage.text)
    for name in sorted(foreign_names(content, BY_CODE[passage.code]), key=len, reverse=True):
        text = text.replace(name, " ")
    return text


def check_compounds(changed: Changed) -> Iterator[Problem]:
    """No compound that the site writes as one word is written as two, unless the site does that too."""
    for code in NEIGHBOURS:
        pairs = [
            (one, f"{first} {second}")
            for one in changed.passages
            if one.code == code
            for first, second in _PAIR.findall(without_asides(one.text))
            if len(first + second) >= _LONG
        ]
        corpus = _build_corpus(changed, code) if pairs else ""
        for one, pair in pairs:
            whole = pair.replace(" ", "")
            if re.search(rf"\b{whole}\b", corpus) and not re.search(rf"\b{pair}\b", corpus):
                yield Problem(one.file, one.place, "W407", {"value": pair, "word": whole})


def _build_corpus(changed: Changed, code: str) -> str:
    """All that the site says in a language, but on the lines that are new."""
    new = {(one.file, one.place) for one in changed.passages}
    texts = (text.body for language, text in changed.content.texts() if language == code)
    records = (
        text
        for document in changed.content.written()
        for where, text in texts_in(document.value)
        if where and where[-1] == code and (document.path, document.position_of(where)) not in new
    )
    own = {one.text for one in changed.passages}
    return "\n".join([*(_without(text, own) for text in texts), *records]).lower()


def _without(text: str, passages: Collection[str]) -> str:
    for passage in passages:
        text = text.replace(passage, " ")
    return text


def check_sizes(changed: Changed) -> Iterator[Problem]:
    """A value that became many times as large or as small is so on purpose."""
    for path in changed.lines:
        old = changed.before.get(path) if path.endswith(".yml") else None
        document = parse_yaml(path, changed.after[path]) if old else Document(path)
        numbers = dict(_numbers(parse_yaml(path, old).value)) if old else {}
        for where, (value, beside) in _numbers(document.value):
            was, then = numbers.get(where, (value, beside))
            if beside == then and was and value and not 1 / FACTOR < abs(value / was) < FACTOR:
                values = {"was": Numbers((was,)), "value": Numbers((value,))}
                yield Problem(path, document.position_of(where), "N401", values)


def check_one_language(changed: Changed) -> Iterator[Problem]:
    """What a record says in two languages became another in one of them alone: perhaps the other says the old still."""
    codes = [language.code for language in changed.content.languages]
    for path in changed.lines:
        old = changed.before.get(path) if path.startswith(_RECORDS) else None
        now, then = (
            parse_yaml(path, raw) if old else Document(path) for raw in (changed.after[path], old or b"")
        )
        before, after = dict(texts_in(then.value)), dict(texts_in(now.value))
        both = {place: text for place, text in after.items() if place in before}
        for where, translation in chain.from_iterable(map(permutations, translated(both, codes))):
            if before[where] != after[where] and before[translation] == after[translation]:
                text = shorten(after[translation], _SHOWN, placeholder=" …")
                values = {"code": where[-1], "other": translation[-1], "text": text}
                yield Problem(path, now.position_of(where), "N402", values)


def _numbers(value: object, where: Location = ()) -> Iterator[tuple[Location, tuple[float, object]]]:
    """Each number in a record, with what stands beside it and so tells whether it is the same one still."""
    for key, part in _parts(value):
        if isinstance(part, int | float) and not isinstance(part, bool):
            beside = {name: one for name, one in _parts(value) if isinstance(one, str) and name not in _READ}
            yield (*where, key), (float(part), beside if isinstance(value, dict) else None)
        yield from _numbers(part, (*where, key))


def _parts(value: object) -> list[tuple[str | int, object]]:
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list) else []
