"""The page of what an employee costs, as it is before anybody has chosen: each example computed with the rates of the day."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from campaign import cost
from campaign.content import Content
from campaign.cost import Line, Norwegian, Rates, Swedish
from campaign.models.rates import Example, NorwegianExample, SwedishExample
from campaign.rates import hundredths, values_on

HUNDRED = 100
Person = TypeVar("Person", Swedish, Norwegian)


@dataclass(frozen=True)
class _Law(Generic[Person]):
    """How a country's law computes for a person: a month, an illness, the rates that both need, and nobody at all."""

    month: Callable[[Rates, Person], Sequence[Line]]
    illness: Callable[[Rates, Person], Sequence[Line]]
    needs: Callable[[Person], Iterable[str]]
    nobody: Person


_SWEDEN = _Law(cost.swedish_month, cost.swedish_illness, cost.swedish_needs, Swedish(0, 0, 0))
_NORWAY = _Law(cost.norwegian_month, cost.norwegian_illness, cost.norwegian_needs, Norwegian(0, 0, 0, ""))
# Every rate is zero: what the lines are called, when nothing can be computed.
_NO_RATES: Rates = Counter()


def _lines(law: _Law[Person]) -> Iterator[str]:
    for compute in (law.month, law.illness):
        yield from (line.name for line in compute(_NO_RATES, law.nobody))


# Line and country, of every line that a page may show.
LINES = (*((name, "se") for name in _lines(_SWEDEN)), *((name, "no") for name in _lines(_NORWAY)))


@dataclass(frozen=True)
class WorkedExample:
    """An example with its lines and those of an illness; where rates are missing, which, and lines without amounts."""

    example: Example
    lines: Sequence[Line]
    illness: Sequence[Line]
    missing: Sequence[str] = ()

    @property
    def total(self) -> int:
        """What the employee costs in a month."""
        return cost.total(self.lines)

    @property
    def illness_total(self) -> int:
        """What a whole period of illness costs."""
        return cost.total(self.illness)

    @property
    def per_hundred(self) -> int:
        """What each hundred in pay costs."""
        return _share(self.total, self.example.pay)

    @property
    def bars(self) -> Iterator[tuple[str, float, float]]:
        """Line, start and length of each part of the bar, in hundredths of the pay."""
        start = 0.0
        for line in self.lines:
            length = line.amount * HUNDRED / self.example.pay if self.example.pay else 0
            yield line.name, round(start, 2), round(length, 2)
            start += length


def _share(part: int, whole: int) -> int:
    return (2 * part * HUNDRED + whole) // (2 * whole) if whole else 0


def worked_examples(content: Content, country: str, today: str) -> list[WorkedExample]:
    """The examples of a country, computed for a payment on an ISO day."""
    rates, year = values_on(content.rates, today), int(today[:4])
    if country == "SE":
        swedish = ((example, _swedish(example, year)) for example in content.cost.sweden)
        return [_build_example(_SWEDEN, rates, *known) for known in swedish]
    norwegian = ((example, _norwegian(content, example, year)) for example in content.cost.norway)
    return [_build_example(_NORWAY, rates, *known) for known in norwegian]


def _build_example(law: _Law[Person], rates: Rates, example: Example, person: Person) -> WorkedExample:
    missing = cost.missing(rates, law.needs(person))
    known, asked = (_NO_RATES, law.nobody) if missing else (rates, person)
    return WorkedExample(example, law.month(known, asked), law.illness(known, asked), missing)


def _swedish(example: SwedishExample, year: int) -> Swedish:
    pension = hundredths(example.pension)
    return Swedish(example.pay, example.born, year, example.agreement, pension, example.insurance)


def _norwegian(content: Content, example: NorwegianExample, year: int) -> Norwegian:
    contributions = content.municipalities[example.municipality].contributions
    return Norwegian(
        example.pay,
        example.born,
        year,
        zone=contributions.rate if contributions else "",
        fifth_week=example.fifth_week,
        pension=hundredths(example.pension),
        insurance=example.insurance,
    )
