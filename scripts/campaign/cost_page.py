"""The page of what an employee costs, as it is before anybody has chosen: each example reckoned with the rates of the day."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from campaign import cost
from campaign.content import Content
from campaign.cost import Line, Norwegian, Rates, Swedish
from campaign.models.rates import Example, NorwegianExample, SwedishExample
from campaign.rates import hundredths, values_on

# The bar is as long as one and a half times the pay.
BAR = 150
HUNDRED = 100
# Every rate is zero: what the lines are called, when nothing can be reckoned.
_NO_RATES: Rates = Counter()
_NOBODY = Swedish(0, 0, 0), Norwegian(0, 0, 0, "")
# Line and country, of every line that a page may show.
LINES = (
    *(
        (line.name, "se")
        for reckon in (cost.swedish_month, cost.swedish_illness)
        for line in reckon(_NO_RATES, _NOBODY[0])
    ),
    *(
        (line.name, "no")
        for reckon in (cost.norwegian_month, cost.norwegian_illness)
        for line in reckon(_NO_RATES, _NOBODY[1])
    ),
)


@dataclass(frozen=True)
class Reckoned:
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


def reckoned(content: Content, country: str, today: str) -> list[Reckoned]:
    """The examples of a country, reckoned for a payment on an ISO day."""
    rates, year = values_on(content.rates, today), int(today[:4])
    found = content.cost.sweden if country == "SE" else content.cost.norway
    return [_reckon(content, rates, example, year) for example in found]


def _reckon(
    content: Content, rates: Rates, example: SwedishExample | NorwegianExample, year: int
) -> Reckoned:
    if isinstance(example, SwedishExample):
        swedish = _swedish(example, year)
        missing = cost.missing(rates, cost.swedish_needs(swedish))
        known, asked = (_NO_RATES, _NOBODY[0]) if missing else (rates, swedish)
        return Reckoned(
            example, cost.swedish_month(known, asked), cost.swedish_illness(known, asked), missing
        )
    norwegian = _norwegian(content, example, year)
    missing = cost.missing(rates, cost.norwegian_needs(norwegian))
    known, told = (_NO_RATES, _NOBODY[1]) if missing else (rates, norwegian)
    return Reckoned(example, cost.norwegian_month(known, told), cost.norwegian_illness(known, told), missing)


def _swedish(example: SwedishExample, year: int) -> Swedish:
    pension = hundredths(example.pension)
    return Swedish(example.pay, example.born, year, example.agreement, pension, example.insurance)


def _norwegian(content: Content, example: NorwegianExample, year: int) -> Norwegian:
    told = content.municipalities[example.municipality].contributions
    return Norwegian(
        example.pay,
        example.born,
        year,
        zone=told.rate if told else "",
        fifth_week=example.fifth_week,
        pension=hundredths(example.pension),
        insurance=example.insurance,
    )
