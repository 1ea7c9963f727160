"""From a fact and an answer to what changes, or to the reason why nothing may."""

from dataclasses import dataclass

from campaign.models.places import Fact, Municipality, Place
from campaign.refresh.answers import Answer, UnexpectedAnswer
from campaign.refresh.units import fits
from campaign.settings import DEFAULT_LANGUAGE
from campaign.typography import format_number

# An answer so many times larger or smaller than the last figure is another thing, or an error.
ODD_FACTOR = 3
# Below this a count may jump without being wrong: open jobs, or how many a small place grew by.
SMALL = 20


@dataclass(frozen=True)
class FactRequest:
    """A fact with a query: of which place, and where it stands in that place's record."""

    kind: str
    slug: str
    number: int
    place: Place
    fact: Fact

    @property
    def name(self) -> str:
        """The name by which it is asked for and told: exempelby/population."""
        return f"{self.slug}/{self.fact.fact}"

    @property
    def names(self) -> tuple[str, ...]:
        """All that may be written after --only and --skip."""
        service = self.fact.query.service if self.fact.query else ""
        return self.name, self.slug, self.fact.fact, service


@dataclass(frozen=True)
class Change:
    """What a fact becomes. It may be the same figure, read again."""

    request: FactRequest
    answer: Answer
    as_of: str


def change(request: FactRequest, answer: Answer, labels: tuple[str, ...], accepted: bool) -> Change:
    """What the answer makes of the fact; `accepted` says that somebody looked at a figure of odd size and wants it."""
    if not fits(request.fact.unit, answer.unit, labels):
        raise UnexpectedAnswer("ODD_UNIT", value=answer.unit or "?", unit=request.fact.unit)
    _same_place(request, answer)
    as_of = _as_of(request.fact, answer.period)
    if request.fact.as_of not in (None, "undated") and as_of < str(request.fact.as_of)[: len(as_of)]:
        raise UnexpectedAnswer("ODD_OLDER", value=as_of, known=request.fact.as_of)
    if not accepted:
        _same_size(request.fact.value, answer.value)
    return Change(request, answer, as_of)


def _same_place(request: FactRequest, answer: Answer) -> None:
    """A code that has come to mean another municipality is told; the names of counties are no names of ours."""
    own = request.place.code if isinstance(request.place, Municipality) else None
    for code, name in answer.names.items():
        if own and code.endswith(own) and request.place.name.casefold() not in name.casefold():
            raise UnexpectedAnswer("ODD_PLACE", value=code, name=name)


def _as_of(fact: Fact, period: str) -> str:
    """The period as the record says it: a day of the year where the query names one, or where it was known."""
    if fact.query and fact.query.day and len(period) == len("2026"):
        return f"{period}-{fact.query.day}"
    return str(fact.as_of) if str(fact.as_of).startswith(period) else period


def _same_size(old: float | None, new: float) -> None:
    if old is None or max(abs(old), abs(new)) < SMALL:
        return
    if old * new < 0:
        raise UnexpectedAnswer(
            "ODD_SIGN", value=format_number(new, DEFAULT_LANGUAGE), known=format_number(old, DEFAULT_LANGUAGE)
        )
    if not abs(old) / ODD_FACTOR < abs(new) < abs(old) * ODD_FACTOR:
        raise UnexpectedAnswer(
            "ODD_SIZE", value=format_number(new, DEFAULT_LANGUAGE), known=format_number(old, DEFAULT_LANGUAGE)
        )
