"""Which of two neighbours' languages a sentence is in, by the words that one has and the other lacks.

`own-words.sv.txt` and `own-words.no.txt` hold words that are common in our texts and that the other language's dictionary does
not know; a test asks it. Why no detector of languages: docs/decisions/0052.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

NEIGHBOURS = {"sv": "no", "no": "sv"}
# Words that the other dictionary knows too, as a rare word or another form. In a sentence they count, alone they prove nothing.
_LIKELY = {
    "sv": "alla andra att bara blev då efter fler fyra hela jag kvar mig ni nya sig ska till vad vara vid vill våra",
    "no": "alle alt andre at ble deg et etter finner gir ned noe noen nye opp samme seg siste skal ved",
}
# As many words as a sentence must have, and of its neighbour's, to be one of the neighbour's.
FEWEST_WORDS, FEWEST_HITS = 7, 2

_WORD = re.compile(r"[^\W\d_]+(?:[-’][^\W\d_]+)*-?")
# What may be in another language: quotations, explanations in parentheses, and addresses.
_ASIDE = re.compile(r"»[^«»]*«|«[^«»]*»|“[^“”]*”|\"[^\"]*\"|\([^()]*\)|\S+@\S+|\b[\w-]+(?:\.[\w-]+)+")


@cache
def own_words(code: str) -> frozenset[str]:
    """The words that this language has and its neighbour lacks."""
    return frozenset(Path(__file__).with_name(f"own-words.{code}.txt").read_text(encoding="utf-8").split())


@cache
def _distinctive_words(code: str) -> frozenset[str]:
    return own_words(code) | frozenset(_LIKELY[code].split())


def without_asides(text: str) -> str:
    """A text without what may be in another language."""
    return _ASIDE.sub(" ", text)


def may_be_foreign(text: str, code: str) -> bool:
    """Whether any word of a text could be the neighbour's: most have none, and are looked at no further."""
    return not _distinctive_words(NEIGHBOURS[code]).isdisjoint(_WORD.findall(text))


def is_foreign(sentence: str, code: str) -> bool:
    """Whether a sentence has more words of the neighbour's language than of its own."""
    words = _WORD.findall(sentence)
    theirs = sum(word in _distinctive_words(NEIGHBOURS[code]) for word in words)
    own = sum(word.lower() in _distinctive_words(code) for word in words)
    return len(words) >= FEWEST_WORDS and theirs >= FEWEST_HITS and theirs > own


def foreign_words(sentence: str, code: str) -> Iterator[str]:
    """The neighbour's words in a sentence of its own language, but those beside a name, which may be a part of it."""
    words = ["", *_WORD.findall(sentence), ""]
    for before, (word, after) in zip(words, pairwise(words[1:]), strict=False):
        if word in own_words(NEIGHBOURS[code]) and not (_is_name(before, words) or _is_name(after, words)):
            yield word


def _is_name(word: str, words: list[str]) -> bool:
    """Whether a word is one of a name, as far as its letters tell; the first of a sentence is large anyway."""
    return (word[:1].isupper() and word is not words[1]) or word.endswith("-")
