"""What an employee costs in a month, line by line; the page's script computes the same with the same rates.

Money is whole kronor, percent are hundredths of a percent, and each line is rounded before the next is computed of it, so
that a reader can follow with pen and paper. Taxes and contributions are cut to whole kronor, as the law says; everything
else is rounded to the nearest. Why so: decision 0042.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# Rate → its value on the day of payment, as `rates.values_on` gives it.
Rates = Mapping[str, int]

MONTHS, WEEKS, WORKDAYS = 12, 52, 260
# Days of work within the days of illness that an employer pays, when they begin on a Monday: in 16 days, and in two weeks.
NORWEGIAN_WORKDAYS, SWEDISH_WEEKS = 12, 2
# At the end of the year in which somebody has this age, the contributions change; they count the age when it began.
OLD = 68
YOUNG = range(19, 24)
# From the year before the one of this birthday a Norwegian earns more holiday pay.
SENIOR = 59
# The ages in whose years a Swedish agreement pays a pension; of ITP 1 we have not read until when (see cost.md).
PENSION_AGES = {"itp1": range(25, 200), "saf-lo": range(22, 66)}
# The income up to which Swedish agreements pay the lower premium: 7.5 base amounts a year, in halves.
_HALF_BASE_AMOUNTS = 15
# A whole in hundredths of a percent.
WHOLE = 10_000


@dataclass(frozen=True)
class Line:
    """An amount in whole kronor, and how it came about: the sum of `base × rate`, times a part where it is one of a year."""

    name: str
    amount: int
    terms: tuple[tuple[int, int], ...] = ()
    part: tuple[int, int] = (1, 1)


@dataclass(frozen=True)
class Swedish:
    """An employee in Sweden: monthly pay, year of birth, year of payment, and what the employer has agreed to or chosen."""

    pay: int
    born: int
    year: int
    agreement: str = "none"
    pension: int = 0
    insurance: int = 0


@dataclass(frozen=True)
class Norwegian:
    """An employee in Norway: monthly pay, year of birth, year of payment, the zone's rate, and what is agreed."""

    pay: int
    born: int
    year: int
    zone: str
    fifth_week: bool = False
    pension: int = 0
    insurance: int = 0


def missing(rates: Rates, needed: Iterable[str]) -> list[str]:
    """The rates that are needed and do not hold on the day."""
    return [name for name in needed if name not in rates]


def total(lines: Iterable[Line]) -> int:
    """All lines together; a deduction counts against them."""
    return sum(-line.amount if line.name == "deduction" else line.amount for line in lines)


def compute_line(
    name: str, *terms: tuple[int, int], part: tuple[int, int] = (1, 1), is_tax: bool = False
) -> Line:
    """A line of a sum of `base × rate`, times a part of the year; rounded, but cut where it is a tax."""
    counted = tuple((base, rate) for base, rate in terms if base and rate)
    product = sum(base * rate for base, rate in counted) * part[0]
    unit = WHOLE * part[1]
    return Line(name, product // unit if is_tax else (2 * product + unit) // (2 * unit), counted, part)


# Sweden

_SWEDISH_ALWAYS = (
    "se-contributions",
    "se-contributions-from-67",
    "se-holiday-days",
    "se-holiday-supplement",
    "se-sick-pay",
    "se-sick-deduction",
)


def swedish_needs(asked: Swedish) -> list[str]:
    """The rates that a month and an illness in Sweden are computed with."""
    own = ["se-pension-tax"] if asked.pension else []
    agreed = [
        "se-pension-low",
        "se-pension-high",
        "se-income-base-amount",
        "se-pension-tax",
        f"se-transition-{asked.agreement}",
    ]
    return [*_SWEDISH_ALWAYS, *(own if asked.agreement == "none" else agreed)]


def swedish_month(rates: Rates, asked: Swedish) -> list[Line]:
    """The lines of a month in Sweden."""
    holiday = compute_line(
        "holiday",
        (asked.pay, rates["se-holiday-supplement"]),
        part=(rates["se-holiday-days"], MONTHS),
    )
    paid = asked.pay + holiday.amount
    pension = _swedish_pension(rates, asked, paid)
    return [
        Line("pay", asked.pay),
        holiday,
        _swedish_contributions(rates, asked, paid),
        pension,
        compute_line("pension-tax", (pension.amount, rates.get("se-pension-tax", 0)), is_tax=True),
        compute_line("transition", (paid, rates.get(f"se-transition-{asked.agreement}", 0))),
        Line("insurance", asked.insurance),
    ]


def _swedish_contributions(rates: Rates, asked: Swedish, base: int) -> Line:
    """By age at the beginning of the year; the lower rate of the young holds up to a ceiling, and while its act does."""
    age, full = asked.year - asked.born, rates["se-contributions"]
    if age >= OLD:
        return compute_line("contributions", (base, rates["se-contributions-from-67"]), is_tax=True)
    if age in YOUNG and "se-contributions-18-to-22" in rates:
        lower = min(base, rates["se-ceiling-18-to-22"])
        terms = (lower, rates["se-contributions-18-to-22"]), (base - lower, full)
        return compute_line("contributions", *terms, is_tax=True)
    return compute_line("contributions", (base, full), is_tax=True)


def _swedish_pension(rates: Rates, asked: Swedish, base: int) -> Line:
    if asked.agreement == "none":
        return compute_line("pension", (base, asked.pension))
    if asked.year - asked.born not in PENSION_AGES[asked.agreement]:
        return Line("pension", 0)
    limit = rates["se-income-base-amount"] * _HALF_BASE_AMOUNTS // (2 * MONTHS)
    lower = min(base, limit)
    return compute_line("pension", (lower, rates["se-pension-low"]), (base - lower, rates["se-pension-high"]))


def swedish_illness(rates: Rates, asked: Swedish) -> list[Line]:
    """The lines of two weeks of illness in Sweden: sick pay, the deduction from it, and the contributions on the rest."""
    level = rates["se-sick-pay"]
    sick = compute_line("sick-pay", (asked.pay, level), part=(MONTHS * SWEDISH_WEEKS, WEEKS))
    share = level * rates["se-sick-deduction"] // WHOLE
    deduction = compute_line("deduction", (asked.pay, share), part=(MONTHS, WEEKS))
    return [sick, deduction, _swedish_contributions(rates, asked, sick.amount - deduction.amount)]


# Norway

_NORWEGIAN_ALWAYS = ("no-holiday-pay-over-60", "no-base-amount", "no-pension", "no-sick-pay")


def norwegian_needs(asked: Norwegian) -> list[str]:
    """The rates that a month and an illness in Norway are computed with."""
    return [*_NORWEGIAN_ALWAYS, _holiday_rate(asked), asked.zone]


def _holiday_rate(asked: Norwegian) -> str:
    return "no-holiday-pay-agreed" if asked.fifth_week else "no-holiday-pay"


def norwegian_month(rates: Rates, asked: Norwegian) -> list[Line]:
    """The lines of a month of work in Norway. Pension is computed up to 12 base amounts a year, so one a month."""
    holiday = _norwegian_holiday(rates, asked, asked.pay)
    paid = asked.pay + holiday.amount
    share = max(asked.pension, rates["no-pension"])
    pension = compute_line("pension", (min(paid, rates["no-base-amount"]), share))
    return [
        Line("pay", asked.pay),
        holiday,
        pension,
        compute_line("contributions", (paid + pension.amount, rates[asked.zone]), is_tax=True),
        Line("insurance", asked.insurance),
    ]


def _norwegian_holiday(rates: Rates, asked: Norwegian, base: int) -> Line:
    """The supplement of those over 60 is computed up to six base amounts a year, so half of one a month."""
    is_senior = asked.year - asked.born >= SENIOR
    extra = (
        (min(base, rates["no-base-amount"] // 2), rates["no-holiday-pay-over-60"]) if is_senior else (0, 0)
    )
    return compute_line("holiday", (base, rates[_holiday_rate(asked)]), extra)


def norwegian_illness(rates: Rates, asked: Norwegian) -> list[Line]:
    """The lines of 16 days of illness in Norway: sick pay up to six base amounts a year, holiday pay and contributions."""
    base = min(asked.pay, rates["no-base-amount"] // 2)
    sick = compute_line(
        "sick-pay", (base, rates["no-sick-pay"]), part=(MONTHS * NORWEGIAN_WORKDAYS, WORKDAYS)
    )
    holiday = _norwegian_holiday(rates, asked, sick.amount)
    contributions = compute_line(
        "contributions", (sick.amount + holiday.amount, rates[asked.zone]), is_tax=True
    )
    return [sick, holiday, contributions]
