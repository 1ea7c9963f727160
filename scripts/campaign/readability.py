"""How hard a text is to read, by Björnsson's LIX: under 30 very easy, 40 as a newspaper, over 50 as an authority."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from markdown_it.token import Token

from campaign.markdown import own_words

_WORD = re.compile(r"[^\W_]+(?:[-:’'][^\W_]+)*")
# A sentence ends with its block, or with its mark unless a small letter or a figure follows (so not after 21. or kl.).
_SENTENCE_END = re.compile(r"\n|[.!?…]+[)»«”]*\s+(?![a-zåäöæøé\d])")
_LONG = 7
_SHORT = 4
# What stands around sentences and is none: a title, and a cell of a table.
_NO_SENTENCE = frozenset({"heading_open", "th_open", "td_open"})


@dataclass(frozen=True)
class Limit:
    """The most that a text may ask of its reader: its LIX, and how many words its sentences have in the mean."""

    lix: int
    words: int


# What texts of each kind may ask; without a kind it is a page of its own. What readers decide by is as easy as a newspaper; what
# tells of a time that was may be harder, for its names and titles are long.
LIMITS = {
    "": Limit(40, 14),
    "easy": Limit(25, 8),
    "news": Limit(40, 14),
    "municipalities": Limit(40, 14),
    "regions": Limit(40, 14),
    "visits": Limit(40, 14),
    "journeys": Limit(40, 14),
    "stories": Limit(35, 14),
    "services": Limit(42, 14),
    "chapters": Limit(38, 14),
    "border": Limit(40, 14),
    "templates": Limit(40, 15),
    "programmes": Limit(40, 14),
    "projects": Limit(44, 14),
    "seminars": Limit(44, 14),
    "speakers": Limit(44, 14),
}


@dataclass(frozen=True)
class Rhythm:
    """How a text is told: the mean number of words in a sentence, and the share in per cent of those with four or fewer."""

    mean: float
    short: float


# Of one text several things are asked on end.
_LAST = 4


@lru_cache(_LAST)
def _words_of(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text))


def lix(text: str) -> float:
    """Words in a sentence, plus the share in per cent of words over six letters. Each line is a block of its own."""
    words = _words_of(text)
    long_words = sum(len(word) >= _LONG for word in words)
    return len(words) / len(sentences(text)) + 100 * long_words / len(words) if words else 0.0


def mean_length(text: str) -> float:
    """How many words a sentence has in the mean."""
    return len(_words_of(text)) / len(sentences(text))


@lru_cache(_LAST)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, each line a block of its own."""
    return tuple(part for part in _SENTENCE_END.split(text) if _WORD.search(part))


def rhythm(tokens: Sequence[Token]) -> Rhythm:
    """How the sentences of a text follow one another; one of many short sentences stumbles, whatever its LIX."""
    lengths = [len(_WORD.findall(sentence)) for sentence in sentences(_words(tokens, _NO_SENTENCE))]
    count = max(len(lengths), 1)
    return Rhythm(sum(lengths) / count, 100 * sum(length <= _SHORT for length in lengths) / count)


def plain_text(tokens: Sequence[Token]) -> str:
    """The words that an editor wrote, a block a line, without code, pictures and references to sources."""
    return _words(tokens, frozenset())


def _words(tokens: Sequence[Token], left_out: frozenset[str]) -> str:
    """The same, without the blocks that begin with one of the tokens named."""
    blocks = (
        token
        for before, token in pairwise(tokens)
        if token.type == "inline" and before.type not in {"alert_title_open", *left_out}
    )
    return "\n".join(own_words(token) for token in blocks)
