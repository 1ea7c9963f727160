"""What holiday pay comes to: worked by hand from the acts, and what is not known is not computed."""

from typing import Any

import pytest
import yaml

from campaign.holiday_pay import LINES, holiday_pay, holiday_rates, norwegian, swedish
from campaign.models.deadlines import Answers, HolidayPay
from campaign.models.rates import Rate
from campaign.sources import parse_yaml
from conftest import ROOT, TESTS

WORKED: dict[str, list[Any]] = yaml.safe_load((TESTS / "worked_holiday_pay.yml").read_text("utf-8"))
AN_AMOUNT = Answers(day="2027-07-05")
NAMES = {"day", "since", "born"}


@pytest.fixture(scope="module")
def rates() -> dict[str, Rate]:
    """The rates of the real content: what the law says is what is tested."""
    paths = sorted((ROOT / "content/data/rates").iterdir())
    read = {path.stem: parse_yaml(path.name, path.read_bytes()).value for path in paths}
    return {slug: Rate.model_validate(value) for slug, value in read.items()}


def asked(case: dict[str, Any]) -> tuple[Answers, HolidayPay]:
    """The days and the pay of a case."""
    days = {name: str(value) for name, value in case.items() if name in NAMES}
    return Answers.model_validate(days), HolidayPay.model_validate(
        {name: value for name, value in case.items() if name not in NAMES}
    )


def test_each_country_has_fifteen_cases() -> None:
    """No way of computation is published that nobody has worked by hand."""
    assert {country: len(cases) for country, cases in WORKED.items()} == {"SE": 15, "NO": 15}


@pytest.mark.parametrize("country", ["SE", "NO"])
def test_holiday_pay_is_as_worked_by_hand(rates: dict[str, Rate], country: str) -> None:
    """The computation gives the amounts that somebody computed with pen and paper."""
    wrong = []
    for case, expected, how in WORKED[country]:
        found = holiday_pay(rates, country, *asked(case))
        amounts = {line.name: line.amount for line in found.lines}
        if {name: amounts[name] for name in expected} != expected or found.missing:
            wrong.append((case, how, amounts))
    assert wrong == []


def test_what_is_not_known_is_not_computed(rates: dict[str, Rate]) -> None:
    """The base amount of the last day of 2027 is unknown: who has the supplement is told so, and the others are not."""
    pay = HolidayPay(earned=540_000)
    senior, other = (Answers(day="2028-07-03", born=born) for born in ("1960-01-01", "1990-01-01"))
    assert holiday_pay(rates, "NO", senior, pay).missing == ["no-base-amount"]
    assert holiday_pay(rates, "NO", senior, pay).lines == []
    assert holiday_pay(rates, "NO", other, pay).lines[0].amount == 55_080


def test_the_base_amount_is_that_of_the_year_before(rates: dict[str, Rate]) -> None:
    """A holiday in May 2027 is computed with the amount of December 2026, whatever comes in May."""
    assert holiday_rates(rates, Answers(day="2027-05-10"))["no-base-amount"] == 136_549
    assert "no-base-amount" not in holiday_rates(rates, Answers(day="2026-07-06"))


def test_every_line_is_named(rates: dict[str, Rate]) -> None:
    """The page has a place for each line that is computed, in the same order."""
    values = holiday_rates(rates, AN_AMOUNT)
    found = {
        "SE": swedish(values, AN_AMOUNT, HolidayPay()),
        "NO": norwegian(values, AN_AMOUNT, HolidayPay()),
    }
    assert {country: [line.name for line in lines] for country, lines in found.items()} == {
        country: list(lines) for country, lines in LINES.items()
    }
