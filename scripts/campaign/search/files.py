"""Terms and pages → the files of the index: one that says where all is, leaves of terms, their vocabulary, and chunks of what is shown of pages.

Terms are cut into leaves in the order of their letters, and pages into chunks, so a browser loads only what a query needs.
The number of both grows with the square root of the site. A script reads all with `split` and one regular expression.
"""

import json
import math
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from campaign.search.stems import folded
from campaign.search.terms import FROM, TO, Indexed, Term

# A weight as a letter. The steps between small weights are small, for they decide about most pages.
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
HEAVIEST = 60.0
# The weight at which the next letter is nearer.
_NEXT = [math.expm1((n + 0.5) / (len(_LETTERS) - 1) * math.log1p(HEAVIEST)) for n in range(len(_LETTERS) - 1)]
# How many letters are told of a term that goes on after a word.
_FOLLOWING = 2
# After every term.
_NOWHERE = "\uf8ff"


def leaf_count(pages: int) -> int:
    """Into how many files the terms of so many pages are cut."""
    return math.ceil(4 * math.sqrt(pages))


def chunk_size(pages: int) -> int:
    """How many pages stand in one of the files that tell what is shown of so many."""
    return math.ceil(math.sqrt(pages)) or 1


def render_leaves(lines: Mapping[str, str], count: int) -> tuple[list[str], list[bytes]]:
    """The first term of each leaf without its marks, and the leaves: the line of each term, about as many bytes in each."""
    told = sorted((folded(one.lstrip(TO + FROM)), one, line) for one, line in lines.items())
    size = sum(len(line) for *_, line in told) / count
    starts, leaves = [_NOWHERE] * count, [list[str]() for _ in range(count)]
    length = 0
    for key, _, line in told:
        leaf = min(int(length / size), count - 1) if size else 0
        starts[leaf] = min(starts[leaf], key)
        leaves[leaf].append(line)
        length += len(line)
    return starts, ["".join(leaf).encode() for leaf in leaves]


def render_vocabulary(stems: Iterable[str]) -> bytes:
    """All stems without their marks, each between two ends of lines and in order: what is in leaves that a browser has not loaded."""
    return "\n".join(["", *sorted({folded(one) for one in stems if one[0] not in TO + FROM}), ""]).encode()


def continuations(stems: Iterable[str], words: Iterable[str]) -> dict[str, str]:
    """Word without its marks → how the terms go on that begin with it: a browser that finds no such letters asks for no leaf."""
    found = {folded(word): set[str]() for word in words}
    longest = max(map(len, found), default=0)
    for key in map(folded, stems):
        for end in range(1, min(longest, len(key) - _FOLLOWING) + 1):
            if key[:end] in found:
                found[key[:end]].add(key[end : end + _FOLLOWING])
    return {word: " ".join(sorted(letters)) for word, letters in found.items()}


def render_chunk(pages: Iterable[Indexed], kinds: Sequence[str]) -> bytes:
    """What is shown of some pages; of its kind only the number."""
    return json.dumps([_shown(page, kinds) for page in pages], ensure_ascii=False).encode()


def render_line(stem: str, term: Term) -> str:
    """A term, how it is written, and for each page the steps from the one before, a letter for the weight, one for the section.

    Nothing of a term that weighs nothing on any page.
    """
    postings, before = [], -1
    for page, (weight, section) in sorted(term.places.items()):
        if letter := bisect_right(_NEXT, weight):
            postings.append(f"{page - before - 1 or ''}{_LETTERS[letter]}{_LETTERS[section % len(_LETTERS)]}")
            before = page
    return (
        f"{stem}\t{'' if term.written == stem else term.written}\t{''.join(postings)}\n" if postings else ""
    )


def _shown(page: Indexed, kinds: Sequence[str]) -> list[object]:
    sections = page.read().headings[1 : len(_LETTERS)]
    return [
        page.address,
        page.title,
        page.description,
        kinds.index(page.kind),
        page.place,
        page.year,
        sections,
    ]
