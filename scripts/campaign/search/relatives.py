"""Terms that stand for others: the parts of a compound, and words of the neighbour's language, of English and everyday speech.

All is settled here, so that a browser looks a word up and knows nothing of how it came to be there.
"""

import hashlib
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache, lru_cache
from heapq import nsmallest
from itertools import chain

from campaign.search.parts import stems_in
from campaign.search.terms import FROM, TO, Gathered, Term, joined

# What a page with »arbetsmarknad« weighs for who looks for its last part, »marknad«, and for its first, »arbete«.
LAST, FIRST = 0.5, 0.3
# So many meanings are kept while the lines of other terms are worked out: all of our site's, and little of a large one.
_KEPT = 1024
# What a page that has both parts weighs for who looks for the compound, and one of them, where no page says much of
# the compound itself; and how many such pages are told.
BOTH, ONE, WEAK, _MOST = 0.5, 0.25, 6.0, 6
# A word that means the same weighs a little less than the word itself.
SAME = 0.9
# The shortest part of a compound, and the letters that join the parts.
_SHORTEST, _JOINTS = 3, ("", "s", "e", "a", "o", "u", "n")


class Terms(Mapping[str, Term]):
    """All terms of an index, each worked out when it is asked for: of what stands on the pages, and of what stands for it.

    `groups` are words that mean the same, by language.
    """

    def __init__(
        self, gathered: Gathered, groups: Sequence[Mapping[str, Sequence[str]]], language: str
    ) -> None:
        self._gathered = gathered
        self._parts = _parts(gathered)
        self._compounds = defaultdict[str, list[tuple[str, float]]](list)
        for one, parts in self._parts.items():
            for part, share in zip(parts, (FIRST, LAST), strict=True):
                self._compounds[part].append((one, share))
        self._own, self._digest_of = cache(gathered.input_digest), cache(self._with_compounds_input_digest)
        self._part, self._meaning = lru_cache(_KEPT)(self._as_part), lru_cache(_KEPT)(self._meant)
        self._most = lru_cache(_KEPT)(lambda one: _most_of(self._part(one)))
        # Term → the terms that mean the same, each as the stems that a page has all of.
        self._same = defaultdict[str, dict[tuple[str, ...], None]](dict)
        self._written: dict[str, str] = {}
        own = {joined(phrase, language) for group in groups for phrase in group.get(language, ())}
        for group in groups:
            meant = [list(_meant(self._there, phrase, language)) for phrase in group.get(language, ())]
            for phrase in _understood(group, own, language) if any(meant) else ():
                for way, stems in chain.from_iterable(meant):
                    key = way + joined(phrase, language)
                    self._written.setdefault(key, phrase.lower())
                    self._same[key][stems] = None

    def __iter__(self) -> Iterator[str]:
        yield from self._there
        yield from (one for one in self._same if one not in self._there)

    def __len__(self) -> int:
        return len(self._there | self._same.keys())

    def __getitem__(self, one: str) -> Term:
        """A term with all that stands for it."""
        if one not in self._there and one not in self._same:
            raise KeyError(one)
        term = self._of_pages(one) if one in self._there else Term(self._written[one])
        for stems in self._same.get(one, ()):
            term.add(self._meaning(stems), SAME)
        return term

    def input_digest(self, one: str) -> str:
        """A digest of all that a term is made of: as long as it is the same, so is the term."""
        digest = hashlib.sha256(
            self._input_digest(one) if one in self._there else self._written[one].encode()
        )
        for stems in self._same.get(one, ()):
            digest.update(b"".join(map(self._input_digest, stems)))
        return digest.hexdigest()[:16]

    @property
    def _there(self) -> Mapping[str, object]:
        return self._gathered.rows

    def _meant(self, stems: tuple[str, ...]) -> Term:
        """The pages that have all stems."""
        return _all_of([self._of_pages(one) for one in stems])

    def _of_pages(self, one: str) -> Term:
        """A term with the compounds of which it is a part; one that is a compound, also with the pages that have its parts."""
        term = self._with_compounds(one)
        if one in self._parts:
            parts = self._parts[one]
            term.add(_most_of(_all_of([self._part(part) for part in parts])), BOTH)
            if max(place.weight for place in self._gathered.term(one).places.values()) < WEAK:
                for part in parts:
                    term.add(self._most(part), ONE)
        return term

    def _as_part(self, one: str) -> Term:
        """A term as a part of others; a compound stands where it stood itself, and not where those stand of which it is a part."""
        return self._gathered.term(one) if one in self._parts else self._with_compounds(one)

    def _with_compounds(self, one: str) -> Term:
        term = self._gathered.term(one)
        for compound, share in self._compounds.get(one, ()):
            whole = self._gathered.term(compound)
            # The compound is rarer than its part, and its weight says so.
            term.add(whole, share * min(1, term.rarity / whole.rarity))
        return term

    def _input_digest(self, one: str) -> bytes:
        """A digest of all that goes into a term: what stands on pages of it, of its compounds, and of its parts and theirs."""
        return b"".join(self._digest_of(part) for part in (one, *self._parts.get(one, ())))

    def _with_compounds_input_digest(self, one: str) -> bytes:
        within = (one, *(compound for compound, _ in self._compounds.get(one, ())))
        return hashlib.sha256(b"".join(map(self._own, within))).digest()


def _all_of(terms: Sequence[Term]) -> Term:
    """The pages that have all terms, and what they weigh there at least."""
    first, *others = terms
    least = dict(first.places)
    for other in others:
        least = {page: place for page, place in least.items() if page in other.places}
        least |= {page: less for page in least if (less := other.places[page]).weight < least[page].weight}
    return Term(first.written, places=least)


def _most_of(term: Term) -> Term:
    """The pages where a term weighs most."""
    heaviest = nsmallest(_MOST, term.places.items(), key=lambda row: (-row[1].weight, row[0]))
    return replace(term, places=dict(heaviest))


def _parts(gathered: Gathered) -> dict[str, tuple[str, str]]:
    """Each compound with its two parts."""
    own = {one for one in gathered.rows if one[0] not in (TO, FROM) and not one.isdecimal()}
    return {one: found for one in sorted(own) if (found := compound_parts(one, own))}


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


def _understood(group: Mapping[str, Sequence[str]], own: AbstractSet[str], language: str) -> Iterator[str]:
    """The words of a group, without those of another language that mean something else in this one.

    `own` are all words of this one: »lag« is a law in Swedish, and not also the club that it is in Norwegian.
    """
    within = {joined(phrase, language) for phrase in group.get(language, ())}
    for phrase in chain.from_iterable(group.values()):
        key = joined(phrase, language)
        if key in within or key not in own:
            yield phrase


def _meant(there: Container[str], phrase: str, language: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What a word of a group stands for, as a word and as directions; several words stand for the pages that have them all."""
    stems = tuple(stems_in(phrase, language))
    if stems and all(one in there for one in stems):
        yield "", stems
    for way in (TO, FROM):
        if way + joined(phrase, language) in there:
            yield way, (way + joined(phrase, language),)
