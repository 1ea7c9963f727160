"""Whether the finder gives every place a rng: how often each comes first when readers answer at random, and what decides it.

A warning of the check, for content changes and what was fair yesterday need not be so today. What to do then: decision 0046.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple

from campaign.finder import IMPORTANT, ORDINARY, Answers, Worth, fit, worth
from campaign.models.finder import Finder
from campaign.models.places import Municipality

SEED, READERS = 20261201, 5_000
# A reader, in parts that equal places may share: a number that all up to ten divide.
SHARED = 2520
# Of an equal share: of ten places, none comes first for fewer than 5 readers in a hundred, or for more than 18.
LEAST, MOST = 0.5, 1.8
# Out of so many things to want: one question in two is answered, with two things by one reader in three.
ANSWERED, WITH_TWO, URGENT = 1 / 2, 1 / 3, 1 / 3


@dataclass(frozen=True)
class Chances:
    """The share of random readers whom each place comes first for, and what the traits are worth at each place."""

    shares: Mapping[str, float]
    table: Mapping[str, Worth]
    wanted: Mapping[str, float]

    @property
    def bounds(self) -> tuple[float, float]:
        """The least and the most that a place may have."""
        return LEAST / len(self.shares), MOST / len(self.shares)

    def deciding(self, slug: str) -> list[str]:
        """The traits, first the one by which a place gains most on the others: its points above theirs, by how often it is wanted."""
        return sorted(self.wanted, key=lambda trait: (-self._gain(trait, slug), trait))

    def _gain(self, trait: str, slug: str) -> float:
        known = self.table[trait]
        mean = sum(known.at(other) for other in self.shares) / len(self.shares)
        return (known.at(slug) - mean) * self.wanted[trait]


def chances(
    places: Mapping[str, Municipality], finder: Finder, readers: int = READERS, seed: int = SEED
) -> Chances:
    """How often each place comes first, for readers who answer the questions at random; the same each time."""
    choices = tuple(tuple(option.trait for option in question.options) for question in finder.questions)
    wanted = {trait: ANSWERED * (1 + WITH_TWO) / len(traits) for traits in choices for trait in traits}
    table = {trait: worth(places, trait) for trait in wanted}
    slugs = sorted(places)
    known = tuple(
        _Gain(trait, tuple(map(one.at, slugs)), tuple(one.known.get(slug, 0) > 0 for slug in slugs))
        for trait, one in table.items()
    )
    return Chances(dict(zip(slugs, _shares(choices, known, readers, seed), strict=True)), table, wanted)


class _Gain(NamedTuple):
    """What a trait is worth at each place in turn, and whether the place is known to have it."""

    trait: str
    points: tuple[int, ...]
    sure: tuple[bool, ...]


# Few saves change what the finder knows, and thousands of readers are asked: a preview asks them again when it is another.
@lru_cache(16)
def _shares(
    choices: tuple[tuple[str, ...], ...], known: tuple[_Gain, ...], readers: int, seed: int
) -> tuple[float, ...]:
    """The share of readers whom each place comes first for, in turn."""
    gains = {gain.trait: gain for gain in known}
    first = [0] * len(known[0].points)
    for answers in readers_of(choices, readers, seed):
        best = _best(gains, answers)
        # Whole numbers, so that the order of adding changes nothing: equal places share a reader.
        for place in best:
            first[place] += SHARED // len(best)
    return tuple(count / (readers * SHARED) for count in first)


def readers_of(choices: Sequence[Sequence[str]], count: int, seed: int) -> Iterator[Answers]:
    """Readers who leave out every other question, want one thing or two of the others, and a third of it urgently."""
    rng = partial(next, _between_zero_and_one(seed))
    for _ in range(count):
        questions = [traits for traits in choices if rng() < ANSWERED]
        picked: list[str] = []
        for traits in questions or [choices[int(rng() * len(choices))]]:
            one = int(rng() * len(traits))
            picked.append(traits[one])
            if rng() < WITH_TWO:
                picked.append(traits[one - 1 - int(rng() * (len(traits) - 1))])
        yield {trait: IMPORTANT if rng() < URGENT else ORDINARY for trait in picked}


def _between_zero_and_one(state: int) -> Iterator[float]:
    """Numbers without order, the same on every machine and in every version: Knuth's linear congruences, MMIX."""
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield (state >> 11) / 2**53


def _best(gains: Mapping[str, _Gain], answers: Answers) -> list[int]:
    """The places that `finder.rank` puts first, but for their names; thousands are asked for, so all are computed at once."""
    rows = [[weight * more for more in gains[trait].points] for trait, weight in answers.items()]
    fits = [fit(sum(gained), answers) for gained in zip(*rows, strict=True)]
    most = max(fits)
    best = [place for place, found in enumerate(fits) if found == most]
    sure = [sum(gains[trait].sure[place] for trait in answers) for place in best]
    return [place for place, count in zip(best, sure, strict=True) if count == max(sure)]
