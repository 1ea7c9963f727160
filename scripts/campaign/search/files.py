"""Terms and pages → the files of the index: one that says where all is, leaves of terms, and chunks of what is shown of pages.

Terms are cut into leaves in the order of their letters, and pages into chunks, so a browser loads only what a query needs.
The number of both grows with the square root of the site. A script reads all with `split` and one regular expression.
"""

import json
import math
from collections.abc import Iterable, Sequence

from campaign.search.stems import folded
from campaign.search.terms import FROM, TO, Indexed, Term, Terms

# A weight as a letter. The steps between small weights are small, for they decide about most pages.
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
HEAVIEST = 60.0
# After every term.
_NOWHERE = "\uf8ff"


def leaf_count(pages: int) -> int:
    """Into how many files the terms of so many pages are cut."""
    return math.ceil(4 * math.sqrt(pages))


def chunk_size(pages: int) -> int:
    """How many pages stand in one of the files that tell what is shown of so many."""
    return math.ceil(math.sqrt(pages)) or 1


def render_leaves(terms: Terms, count: int) -> tuple[list[str], list[bytes]]:
    """The first term of each leaf without its marks, and the leaves: a line for each term, about as many bytes in each."""
    lines = sorted((folded(one.lstrip(TO + FROM)), one, _line(one, term)) for one, term in terms.items())
    size = sum(len(line) for *_, line in lines) / count
    starts, leaves = [_NOWHERE] * count, [""] * count
    total = 0
    for key, _, line in lines:
        leaf = min(int(total / size), count - 1)
        starts[leaf] = min(starts[leaf], key)
        leaves[leaf] += line
        total += len(line)
    return starts, [leaf.encode() for leaf in leaves]


def render_chunk(pages: Iterable[Indexed], kinds: Sequence[str]) -> bytes:
    """What is shown of some pages; of its kind only the number."""
    return json.dumps([_shown(page, kinds) for page in pages], ensure_ascii=False).encode()


def _line(stem: str, term: Term) -> str:
    """A term, how it is written, and for each page the steps from the one before, a letter for the weight, one for the section."""
    postings, before = [], -1
    for page, place in sorted(term.places.items()):
        if weight := round(_level(place.weight)):
            postings.append(
                f"{page - before - 1 or ''}{_LETTERS[weight]}{_LETTERS[place.section % len(_LETTERS)]}"
            )
            before = page
    return (
        f"{stem}\t{'' if term.written == stem else term.written}\t{''.join(postings)}\n" if postings else ""
    )


def _level(weight: float) -> float:
    most = len(_LETTERS) - 1
    return min(most, most * math.log1p(weight) / math.log1p(HEAVIEST))


def _shown(page: Indexed, kinds: Sequence[str]) -> list[object]:
    sections = [[section.id, section.heading] for section in page.sections[1 : len(_LETTERS)]]
    return [
        page.address,
        page.title,
        page.description,
        kinds.index(page.kind),
        page.place,
        page.year,
        sections,
    ]
