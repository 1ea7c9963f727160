"""What holiday pay comes to, line by line; the page's script computes the same with the same rates.

As in `cost`, money is whole kronor, percent are hundredths of a percent, and each line is rounded before the next. Sweden has
two ways, semesterlagen 16 a § and 16 b §, and both are shown; Norway has one, ferieloven § 10.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date

from campaign.cost import WHOLE, Line, Rates, compute_line, missing
from campaign.deadlines import later, year_start
from campaign.models.deadlines import Answers, HolidayPay, Span
from campaign.models.rates import Rate
from campaign.rates import values_on

APRIL = 4
# Who has this age by the end of the holiday year has the supplement, of pay up to so many base amounts.
SENIOR, BASE_AMOUNTS = 60, 6

_BASE = "no-base-amount"
_SWEDISH = ("se-holiday-days", "se-holiday-supplement", "se-holiday-variable", "se-holiday-percent")


@dataclass(frozen=True)
class HolidayPayResult:
    """The lines, without amounts where rates are missing, and which."""

    lines: Sequence[Line]
    missing: Sequence[str] = ()


def holiday_pay(
    rates: Mapping[str, Rate], country: str, answers: Answers, pay: HolidayPay
) -> HolidayPayResult:
    """What holiday pay comes to when the holiday begins on the day that was chosen."""
    values = holiday_rates(rates, answers)
    if country == "SE":
        lacking = missing(values, _SWEDISH)
        return HolidayPayResult([] if lacking else swedish(values, answers, pay), lacking)
    lacking = missing(values, norwegian_needs(answers, pay))
    return HolidayPayResult([] if lacking else norwegian(values, answers, pay), lacking)


def holiday_rates(rates: Mapping[str, Rate], answers: Answers) -> Rates:
    """The rates of the first day of the holiday; the base amount is that of the last day of the year before."""
    holding = values_on(rates, answers.day)
    earlier = values_on(rates, f"{int(answers.day[:4]) - 1}-12-31")
    return {slug: value for slug, value in holding.items() if slug != _BASE} | {
        slug: value for slug, value in earlier.items() if slug == _BASE
    }


def swedish(rates: Rates, answers: Answers, pay: HolidayPay) -> list[Line]:
    """The paid days, what is added to a monthly pay, and what the percentage gives instead."""
    paid = paid_days(rates["se-holiday-days"], answers, pay.absence)
    taken = min(pay.days, paid.amount)
    year = compute_line("year", (pay.earned, rates["se-holiday-percent"]))
    return [
        paid,
        compute_line("supplement", (pay.pay, rates["se-holiday-supplement"]), part=(taken, 1)),
        compute_line("variable", (pay.variable, rates["se-holiday-variable"])),
        year,
        compute_line("share", (year.amount, WHOLE), part=(taken, max(paid.amount, 1))),
    ]


def paid_days(days: int, answers: Answers, absence: int) -> Line:
    """The days with pay of the holiday year, by the days employed in the year before: rounded up, as the law says."""
    end = year_start(APRIL, Date.fromisoformat(answers.day))
    start = later(end, Span(months=-12))
    begun = max(start, Date.fromisoformat(answers.since)) if answers.since else start
    worked, length = max(0, (end - begun).days - absence), (end - start).days
    return Line("paid-days", -(-worked * days // length), ((worked, WHOLE),), (days, length))


def norwegian_needs(answers: Answers, pay: HolidayPay) -> list[str]:
    """The rates that holiday pay in Norway is computed with; the base amount for those only who have the supplement."""
    return [_holiday_rate(pay), *(["no-holiday-pay-over-60", _BASE] if _is_senior(answers) else [])]


def norwegian(rates: Rates, answers: Answers, pay: HolidayPay) -> list[Line]:
    """Holiday pay of the year before, the supplement, and both together."""
    base = min(pay.earned, BASE_AMOUNTS * rates[_BASE]) if _is_senior(answers) else 0
    holiday = compute_line("holiday", (pay.earned, rates[_holiday_rate(pay)]))
    senior = compute_line("senior", (base, rates.get("no-holiday-pay-over-60", 0)))
    return [holiday, senior, Line("sum", holiday.amount + senior.amount)]


def _holiday_rate(pay: HolidayPay) -> str:
    return "no-holiday-pay-agreed" if pay.fifth_week else "no-holiday-pay"


def _is_senior(answers: Answers) -> bool:
    return bool(answers.born) and int(answers.day[:4]) - int((answers.born or "")[:4]) >= SENIOR


# The lines of each country, with the rates that tell where they stand: by law, and by agreement.
LINES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "SE": {
        "paid-days": ("se-holiday-days",),
        "supplement": ("se-holiday-supplement",),
        "variable": ("se-holiday-variable",),
        "year": ("se-holiday-percent",),
        "share": ("se-holiday-percent",),
    },
    "NO": {
        "holiday": ("no-holiday-pay", "no-holiday-pay-agreed"),
        "senior": ("no-holiday-pay-over-60",),
        "sum": (),
    },
}
