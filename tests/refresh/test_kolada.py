"""Kolada's key figures."""

from typing import Any

import pytest

from campaign.refresh.answers import Answer, UnexpectedAnswer
from campaign.refresh.kolada import ask, read
from refresh.conftest import RECORDED, FakeClient, query, reason

ASKED = query("kolada", "N15504", municipality="2080")
KPI = {"values": [{"id": "N15504", "title": "Elever i åk 9, meritvärde, antal"}]}


def row(period: int, value: float | None, gender: str = "T", **other: str) -> dict[str, Any]:
    """A row as Kolada writes it."""
    values = [{"gender": gender, "value": value, "status": ""}]
    return {"kpi": "N15504", "period": period, "municipality": "2080", "values": values} | other


def test_the_latest_year_that_has_a_value_is_taken() -> None:
    """A year whose value is still missing does not hide the year before, and women's value is not everybody's."""
    data = {"values": [row(2023, 221.5), row(2025, None), row(2024, 224), row(2026, 240, "K")]}
    title = "Elever i åk 9, meritvärde, antal"
    assert read(ASKED, KPI, data) == Answer(224, "antal", "2024", title)


def test_the_key_figure_and_its_values_are_asked_for() -> None:
    """Title and values come from two addresses."""
    paths = ["/kpi/N15504", "/data/kpi/N15504/municipality/2080"]
    client = FakeClient({paths[0]: KPI["values"][0], paths[1]: {"values": [row(2024, 224.0)]}})
    answer = ask(ASKED, client, "2026-11-30")
    assert ([path for path, *_ in client.asked], answer.value) == (paths, 224)


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Elever som är behöriga, andel (%)", "%"),
        ("Kostnad förskola, kr/inskrivet barn", "kr"),
        ("Invånare totalt, antal", "antal"),
        ("Meritvärde", ""),
    ],
)
def test_the_unit_stands_in_the_title(title: str, unit: str) -> None:
    """Kolada has no field for the unit, so its title must say it."""
    kpi = {"values": [{"id": "N15504", "title": title}]}
    assert read(ASKED, kpi, {"values": [row(2024, 1)]}).unit == unit


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"values": []}, "ODD_EMPTY"),
        ({"values": [row(2024, None)]}, "ODD_EMPTY"),
        ({"values": [row(2024, 1, municipality="2081")]}, "ODD_CODE"),
        ({"values": [row(2024, 1, kpi="N15505")]}, "ODD_CODE"),
        ({"values": [{"kpi": "N15504", "municipality": "2080", "period": 2024}]}, "ODD_HALF"),
        ({}, "ODD_HALF"),
        (RECORDED["kolada-data"], "ODD_CODE"),
    ],
)
def test_an_answer_that_is_empty_half_or_about_others_is_odd(data: Any, code: str) -> None:
    """No other municipality's figure, and none that is missing, is taken."""
    with pytest.raises(UnexpectedAnswer) as fault:
        read(ASKED, KPI, data)
    assert reason(fault)[0] == code


def test_a_key_figure_that_has_got_another_name_is_odd() -> None:
    """A key figure that ended and points to its heir is told."""
    with pytest.raises(UnexpectedAnswer) as fault:
        read(ASKED, {"values": [{"id": "N15505", "title": "a"}]}, {"values": [row(2024, 1)]})
    assert reason(fault) == ("ODD_CODE", {"value": "N15504", "found": "N15505"})


def test_the_recorded_page_has_the_shape_that_is_read() -> None:
    """The recorded page of Kolada's version 3 is read: nought is a value, null is none."""
    asked = query("kolada", "U30446", municipality="0380")
    data = {"values": RECORDED["kolada-data"]["values"][:1]}
    answer = read(asked, {"id": "U30446", "title": "Något, andel (%)"}, data)
    assert (answer.value, answer.period) == (0, "2026")
