"""Terms that stand for others: the parts of a compound, and words of the neighbour's language, of English and everyday speech.

All is settled here, so that a browser looks a word up and knows nothing of how it came to be there.
"""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from campaign.search.terms import FROM, TO, Term, Terms, joined, stems_in

# What a page with »arbetsmarknad« weighs for who looks for its last part, »marknad«, and for its first, »arbete«.
LAST, FIRST = 0.5, 0.3
# What a page that has both parts weighs for who looks for the compound, and one of them, where no page says much of
# the compound itself; and how many such pages are told.
BOTH, ONE, WEAK, _MOST = 0.5, 0.25, 6.0, 6
# A word that means the same weighs a little less than the word itself.
SAME = 0.9
# The shortest part of a compound, and the letters that join the parts.
_SHORTEST, _JOINTS = 3, ("", "s", "e", "a", "o", "u", "n")


def add_parts(terms: Terms) -> None:
    """Let each part of a compound stand also where the compound stands."""
    own = {one for one in terms if one[0] not in (TO, FROM) and not one.isdecimal()}
    parts = {one: found for one in sorted(own) if (found := compound_parts(one, own))}
    # A compound stands where it stood itself, and not where those stand of which it is a part.
    before = {one: _copy(terms[one]) for one in parts.keys() & set(chain.from_iterable(parts.values()))}
    for one, (first, last) in parts.items():
        whole = before.get(one, terms[one])
        for part, share in ((first, FIRST), (last, LAST)):
            # The compound is rarer than its part, and its weight says so.
            terms[part].add(whole, share * min(1, terms[part].rarity / whole.rarity))
    for one, (first, last) in parts.items():
        of_parts = [before.get(part, terms[part]) for part in (first, last)]
        terms[one].add(_most_of(_all_of(of_parts)), BOTH)
        if max(place.weight for place in before.get(one, terms[one]).places.values()) < WEAK:
            for term in of_parts:
                terms[one].add(_most_of(term), ONE)


def _most_of(term: Term) -> Term:
    """The pages where a term weighs most."""
    heaviest = sorted(term.places.items(), key=lambda row: (-row[1].weight, row[0]))[:_MOST]
    return replace(term, places=dict(heaviest))


def _copy(term: Term) -> Term:
    return replace(term, places=dict(term.places))


def compound_parts(word: str, known: Container[str]) -> tuple[str, str] | None:
    """The two known stems that a stem consists of, the shorter as long as can be, or None."""
    found = []
    for end in range(_SHORTEST, len(word) - _SHORTEST + 1):
        last = word[end:]
        if last in known:
            for joint in _JOINTS:
                first = word[:end].removesuffix(joint)
                if first + joint == word[:end] and len(first) >= _SHORTEST and first in known:
                    found.append((min(len(first), len(last)), first, last))
                    break
    return max(found)[1:] if found else None


def add_same(terms: Terms, groups: Sequence[Mapping[str, Sequence[str]]], language: str) -> None:
    """Let each word of a group stand also where those of the language stand that mean the same."""
    meant = [list(_meant(terms, group.get(language, ()), language)) for group in groups]
    for group, found in zip(groups, meant, strict=True):
        for phrase in chain.from_iterable(group.values()):
            for way, term in found:
                key = way + joined(phrase, language)
                terms.setdefault(key, Term(phrase.lower())).add(term, SAME)


def _meant(terms: Terms, words: Sequence[str], language: str) -> Iterator[tuple[str, Term]]:
    """What the words of a group stand for, as words and as directions; of several words, the pages that have them all."""
    for phrase in words:
        stems = stems_in(phrase, language)
        if stems and all(one in terms for one in stems):
            yield "", _all_of([terms[one] for one in stems])
        for way in (TO, FROM):
            if way + joined(phrase, language) in terms:
                yield way, _copy(terms[way + joined(phrase, language)])


def _all_of(terms: Sequence[Term]) -> Term:
    """The pages that have all terms, and what they weigh there at least."""
    common = set.intersection(*(set(term.places) for term in terms))
    least = {
        page: min((term.places[page] for term in terms), key=lambda place: place.weight) for page in common
    }
    return Term(terms[0].written, places=least)
