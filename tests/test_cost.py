"""What an employee costs: cases worked by hand from the law's numbers and from examples that others have published."""

from dataclasses import replace

import pytest

from campaign.cost import (
    Line,
    Norwegian,
    Swedish,
    missing,
    norwegian_illness,
    norwegian_month,
    norwegian_needs,
    swedish_illness,
    swedish_month,
    swedish_needs,
    total,
)

# The rates of December 2026, in hundredths of a percent and whole kronor.
RATES = {
    "se-contributions": 3142,
    "se-contributions-from-67": 1021,
    "se-contributions-18-to-22": 2081,
    "se-ceiling-18-to-22": 25_000,
    "se-holiday-days": 25,
    "se-holiday-supplement": 43,
    "se-pension-tax": 2426,
    "se-pension-low": 450,
    "se-pension-high": 3000,
    "se-income-base-amount": 83_400,
    "se-transition-itp1": 40,
    "se-transition-saf-lo": 34,
    "se-sick-pay": 8000,
    "se-sick-deduction": 2000,
    "no-contributions-zone-1": 1410,
    "no-holiday-pay": 1020,
    "no-holiday-pay-agreed": 1200,
    "no-holiday-pay-over-60": 230,
    "no-base-amount": 136_549,
    "no-pension": 200,
    "no-sick-pay": 10_000,
}
# Where a published example leaves the holiday out, so do we.
WITHOUT_HOLIDAY = RATES | {"se-holiday-supplement": 0}
ADULT = Swedish(30_000, born=1990, year=2026)
YOUNG = replace(ADULT, born=2003)
NORWEGIAN = Norwegian(45_000, born=1990, year=2026, zone="no-contributions-zone-1")


def amounts(lines: list[Line]) -> dict[str, int]:
    """The lines by name."""
    return {line.name: line.amount for line in lines}


def contributions(asked: Swedish, **rates: int) -> int:
    """The contributions on the pay alone."""
    return amounts(swedish_month(WITHOUT_HOLIDAY | rates, asked))["contributions"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (ADULT, 9426),  # 30 000 × 31.42 %
        (replace(ADULT, born=1958), 3063),  # 67 at the beginning of 2026: 10.21 %
        (replace(ADULT, born=1959), 9426),  # 66
        (replace(YOUNG, pay=20_000), 4162),
        (replace(YOUNG, pay=25_000), 5202),  # 5 202.50: the öre fall away
        (YOUNG, 6773),  # 25 000 × 20.81 % + 5 000 × 31.42 % = 6 773.50
        (replace(YOUNG, born=2007), 6773),  # 18 at the beginning of the year
        (replace(YOUNG, born=2002), 9426),  # 23
        (replace(YOUNG, born=2008), 9426),  # 17
    ],
)
def test_swedish_contributions_follow_the_age_at_the_beginning_of_the_year(
    asked: Swedish, expected: int
) -> None:
    """The rates of the acts, at each of their limits."""
    assert contributions(asked) == expected


def test_without_its_act_the_young_cost_as_others() -> None:
    """Before April 2026 and after September 2027 the lower rate is not there."""
    rates = {name: value for name, value in WITHOUT_HOLIDAY.items() if not name.endswith("18-to-22")}
    assert amounts(swedish_month(rates, replace(YOUNG, pay=25_000)))["contributions"] == 7855


@pytest.mark.parametrize(("pay", "expected"), [(15_000, 17_959), (25_000, 29_932)])
def test_the_old_reduction_is_as_accountants_published_it(pay: int, expected: int) -> None:
    """Marredo, February 2021, with the 19.73 % of that act: pay and contributions, cut to whole kronor."""
    asked = replace(YOUNG, pay=pay)
    assert pay + contributions(asked, **{"se-contributions-18-to-22": 1973}) == expected


@pytest.mark.parametrize(
    ("pay", "base_amount", "a_year"),
    [
        (25_000, 62_500, 13_500),  # Fora 2018: Per
        (40_000, 62_500, 24_469),  # Fora 2018: Anna, 21 094 + 3 375
        (29_000, 61_500, 15_660),  # HRF 2017
        (47_625, 76_200, 25_717),  # Collectum 2024: all of it below the limit of 47 625
    ],
)
def test_agreed_pension_is_as_the_parties_publish_it(pay: int, base_amount: int, a_year: int) -> None:
    """Twelve months make the published year, but for what rounding each month adds or takes."""
    rates = WITHOUT_HOLIDAY | {"se-income-base-amount": base_amount}
    month = amounts(swedish_month(rates, replace(ADULT, pay=pay, agreement="saf-lo")))["pension"]
    assert abs(12 * month - a_year) <= 6


@pytest.mark.parametrize(
    ("agreement", "born", "is_paid"),
    [
        ("saf-lo", 2004, True),  # 22 this year
        ("saf-lo", 2005, False),  # 21
        ("saf-lo", 1961, True),  # 65 this year
        ("saf-lo", 1960, False),  # 66
        ("itp1", 2001, True),  # 25 this year
        ("itp1", 2002, False),  # 24
    ],
)
def test_an_agreement_pays_no_pension_for_the_youngest_and_the_oldest(
    agreement: str, born: int, is_paid: bool
) -> None:
    """Fora: from the month in which somebody is 22 until 65. Avtalat: ITP 1 from 25. The tax on it goes with it."""
    month = amounts(swedish_month(RATES, replace(ADULT, agreement=agreement, born=born)))
    assert (month["pension"] > 0, month["pension-tax"] > 0) == (is_paid, is_paid)


def test_a_swedish_month_has_the_lines_worked_out_by_hand() -> None:
    """60 000 with ITP 1, computed with pen and paper."""
    asked = Swedish(60_000, born=1990, year=2026, agreement="itp1", insurance=100)
    lines = swedish_month(RATES, asked)
    assert amounts(lines) == {
        "pay": 60_000,
        "holiday": 538,  # 60 000 × 0.43 % × 25/12 = 537.50
        "contributions": 19_021,  # 60 538 × 31.42 % = 19 021.04
        "pension": 4870,  # 52 125 × 4.5 % + 8 413 × 30 % = 4 869.53
        "pension-tax": 1181,  # 4 870 × 24.26 % = 1 181.46
        "transition": 242,  # 60 538 × 0.40 % = 242.15
        "insurance": 100,
    }
    assert total(lines) == 85_952


def test_own_pension_is_taxed_too() -> None:
    """Without an agreement the firm's own promise costs its premium and the tax on it."""
    found = amounts(swedish_month(WITHOUT_HOLIDAY, replace(ADULT, pension=450)))
    assert (found["pension"], found["pension-tax"], found["transition"]) == (1350, 327, 0)


@pytest.mark.parametrize(
    ("pay", "deduction"),
    [(17_333, 640), (30_000, 1108)],  # Björn Lundén: a week of 4 000; Företagarna: a week of 6 923.08
)
def test_the_deduction_is_a_fifth_of_a_weeks_sick_pay(pay: int, deduction: int) -> None:
    """20 % of 80 % of the pay of a week, as employers' advisers compute it."""
    assert amounts(swedish_illness(RATES, replace(ADULT, pay=pay)))["deduction"] == deduction


def test_a_swedish_illness_costs_sick_pay_less_the_deduction() -> None:
    """30 000: two weeks at 80 %, less the deduction, and the contributions on the rest."""
    lines = swedish_illness(RATES, ADULT)
    assert amounts(lines) == {"sick-pay": 11_077, "deduction": 1108, "contributions": 3132}
    assert total(lines) == 13_101


@pytest.mark.parametrize(
    ("born", "fifth_week", "expected"),
    [(1990, False, 5100), (1990, True, 6000), (1967, False, 6250), (1967, True, 7150), (1968, False, 5100)],
)
def test_norwegian_holiday_pay_follows_age_and_the_fifth_week(
    born: int, fifth_week: bool, expected: int
) -> None:
    """50 000 a month is 600 000 a year: 10.2, 12, 12.5 or 14.3 percent; who turns 60 next year has the supplement."""
    asked = replace(NORWEGIAN, pay=50_000, born=born, fifth_week=fifth_week)
    assert amounts(norwegian_month(RATES, asked))["holiday"] == expected


def test_the_supplement_ends_at_six_base_amounts() -> None:
    """900 000 a year with the base amount of 2025: 91 800 and 17 962, so 109 762 but for the rounding of months."""
    asked = replace(NORWEGIAN, pay=75_000, born=1964)
    month = amounts(norwegian_month(RATES | {"no-base-amount": 130_160}, asked))["holiday"]
    assert (month, abs(12 * month - 109_762) <= 6) == (9147, True)


def test_a_norwegian_month_has_the_lines_worked_out_by_hand() -> None:
    """45 000 in zone 1, computed with pen and paper."""
    lines = norwegian_month(RATES, replace(NORWEGIAN, insurance=90))
    assert amounts(lines) == {
        "pay": 45_000,
        "holiday": 4590,
        "pension": 992,  # 49 590 × 2 % = 991.80
        "contributions": 7132,  # 50 582 × 14.1 % = 7 132.06
        "insurance": 90,
    }
    assert total(lines) == 57_804


def test_nobody_pays_less_pension_than_the_law_demands() -> None:
    """One percent becomes two, and above twelve base amounts a year nothing is added."""
    asked = replace(NORWEGIAN, pay=200_000, pension=100)
    assert amounts(norwegian_month(RATES, asked))["pension"] == 2731  # 136 549 × 2 %


def test_a_norwegian_illness_is_full_pay_up_to_six_base_amounts() -> None:
    """Twelve days of 260, full pay up to six base amounts, holiday pay and contributions on it."""
    found = amounts(norwegian_illness(RATES, replace(NORWEGIAN, pay=80_000)))
    assert found == {"sick-pay": 37_813, "holiday": 3857, "contributions": 5875}


def test_what_is_needed_depends_on_what_is_asked() -> None:
    """Who has no agreement does not wait for its premiums; a zone without a rate is missing."""
    without = {
        name: value for name, value in RATES.items() if "transition" not in name and "zone" not in name
    }
    found = [
        missing(without, swedish_needs(ADULT)),
        missing(without, swedish_needs(replace(ADULT, agreement="itp1"))),
        missing(without, norwegian_needs(NORWEGIAN)),
    ]
    assert found == [[], ["se-transition-itp1"], ["no-contributions-zone-1"]]
