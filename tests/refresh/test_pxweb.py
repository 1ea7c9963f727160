"""SCB and SSB, by answers that they gave."""

from typing import Any

import pytest

from campaign.refresh.answers import Answer, UnexpectedAnswer
from campaign.refresh.pxweb import ask, read
from refresh.conftest import RECORDED, FakeClient, cell, query, reason

YOUNG = query("scb", "TAB6471", Region="20", Alder="20-29", ContentsCode="000007SF", Tid="top(1)")
ALL = query("ssb", "05810", Region="3403", ContentsCode="Personer", Tid="top(1)")
HAMAR = ("3403", "Hamar")


def test_a_cell_of_scb_is_read_as_it_was_recorded() -> None:
    """The number, unit, month and meaning of a real answer come through."""
    assert read(YOUNG, RECORDED["scb-TAB6471"]) == Answer(
        value=27067,
        unit="antal",
        period="2026-04",
        definition="Folkmängden per månad efter region, ålder, kön och månad: Folkmängden per månad",
        names={
            "20": "Dalarnas län",
            "20-29": "20-29 år",
            "TotSa": "totalt, samtliga män och kvinnor",
            "000007SF": "Folkmängden per månad",
        },
    )


def test_a_cell_of_ssb_is_read_in_the_same_way() -> None:
    """Both countries' answers are read by one reader."""
    answer = read(ALL, cell("ssb-05810", 33441, Region=HAMAR))
    assert (answer.value, answer.unit, answer.period, answer.names["3403"]) == (
        33441,
        "number",
        "2025",
        "Hamar",
    )


def test_the_question_names_the_cell_and_the_form() -> None:
    """A service is asked for one cell as JSON-stat, in its country's language, and left to sum up the rest."""
    client = FakeClient({"/tables/05810/data": cell("ssb-05810", 33441, Region=HAMAR)})
    ask(ALL, client, "2026-11-30")
    parameters = {
        "lang": "no",
        "outputFormat": "json-stat2",
        "valueCodes[Region]": "3403",
        "valueCodes[ContentsCode]": "Personer",
        "valueCodes[Tid]": "top(1)",
    }
    assert client.asked == [("/tables/05810/data", parameters, {})]


def test_values_may_stand_in_an_object() -> None:
    """JSON-stat writes a sparse answer by place, and a lone category without its index."""
    dataset = cell("ssb-05810", 0, Region=HAMAR)
    dataset["value"] = {"0": 33441}
    del dataset["dimension"]["Region"]["category"]["index"]
    assert read(ALL, dataset).value == 33441


@pytest.mark.parametrize(
    ("changes", "code", "values"),
    [
        ({"Region": ("0403", "Hamar")}, "ODD_CODE", {"value": "3403", "found": "0403"}),
        ({"Tid": ("2026V14", "2026V14")}, "ODD_PERIOD", {"value": "2026V14"}),
    ],
)
def test_an_answer_about_something_else_is_odd(changes: Any, code: str, values: Any) -> None:
    """A code or a period that the service has changed is told."""
    with pytest.raises(UnexpectedAnswer) as fault:
        read(ALL, cell("ssb-05810", 33441, **({"Region": HAMAR} | changes)))
    assert reason(fault) == (code, values)


def test_a_year_is_not_taken_for_a_municipality() -> None:
    """Gagnef has the code 2026, and the year 2026 is not Gagnef: what the period is called is no name of a place."""
    asked = query("ssb", "05810", Region="2026", ContentsCode="*", Tid="2026")
    dataset = cell("ssb-05810", 10300, Region=("2026", "Gagnef"), Tid=("2026", "2026"))
    assert read(asked, dataset).names["2026"] == "Gagnef"


def test_several_values_are_odd() -> None:
    """A variable that the query forgot would give one figure for men and another for women."""
    dataset = cell("ssb-05810", 33441, Region=HAMAR)
    dataset["dimension"]["Kjonn"]["category"]["index"] = {"1": 0, "2": 1}
    with pytest.raises(UnexpectedAnswer) as fault:
        read(ALL, dataset)
    assert reason(fault) == ("ODD_MANY", {"value": "Kjonn", "count": 2})


@pytest.mark.parametrize("gone", ["id", "dimension", "role", "value", "label"])
def test_half_a_dataset_is_odd(gone: str) -> None:
    """An answer that lost a part is told."""
    dataset = cell("ssb-05810", 33441, Region=HAMAR)
    del dataset[gone]
    with pytest.raises(UnexpectedAnswer) as fault:
        read(ALL, dataset)
    assert reason(fault) == ("ODD_HALF", {"value": gone})


@pytest.mark.parametrize(("value", "code"), [(None, "ODD_EMPTY"), ("..", "ODD_EMPTY")])
def test_a_secret_cell_is_odd(value: Any, code: str) -> None:
    """What the service does not tell is not told as nought."""
    with pytest.raises(UnexpectedAnswer) as fault:
        read(ALL, cell("ssb-05810", value, Region=HAMAR))
    assert reason(fault) == (code, {})


def test_an_answer_without_its_value_is_odd() -> None:
    """Metadata alone, as SSB's recorded answer, is no figure."""
    with pytest.raises(UnexpectedAnswer) as fault:
        read(query("ssb", "05810", Tid="2025"), RECORDED["ssb-05810"])
    assert reason(fault) == ("ODD_HALF", {"value": 0})
