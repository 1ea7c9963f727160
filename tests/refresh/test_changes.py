"""What an answer makes of a fact."""

from typing import Any

import pytest

from campaign.models.places import Fact
from campaign.refresh.answers import Answer, UnexpectedAnswer
from campaign.refresh.changes import FactRequest, change
from campaign.site import Site
from refresh.conftest import reason

QUERY = {"service": "scb", "table": "TAB1", "select": {"Region": "9901"}}
FACT = {
    "fact": "population",
    "value": 12345,
    "unit": "inhabitants",
    "as_of": "2024-12-31",
    "source": "a",
    "checked": "2026-02-03",
}


@pytest.fixture
def asked(good_site: Site) -> Any:
    """A function that makes a fact of Exempelby, with some of its fields different."""
    place = good_site.content.records["municipalities"]["exempelby"]

    def make(**fields: Any) -> FactRequest:
        given = {
            name: value for name, value in (FACT | {"query": QUERY} | fields).items() if value is not None
        }
        return FactRequest("municipalities", "exempelby", 0, place, Fact.model_validate(given))

    return make


def answer(value: float, period: str = "2025", unit: str = "antal", **names: str) -> Answer:
    """An answer about Exempelby."""
    return Answer(value, unit, period, "Folkmängd", {"9901": "Exempelby"} | names)


@pytest.mark.parametrize(
    ("fields", "period", "as_of"),
    [
        ({}, "2025", "2025"),
        ({"query": QUERY | {"day": "12-31"}}, "2025", "2025-12-31"),
        ({"query": QUERY | {"day": "12-31"}}, "2026-04", "2026-04"),
        ({"as_of": "2025-12-31"}, "2025", "2025-12-31"),
        ({"as_of": "undated"}, "2025", "2025"),
        ({"as_of": None, "value": None, "checked": None}, "2025", "2025"),
        ({}, "2024", "2024-12-31"),
    ],
)
def test_a_figure_says_when_it_held(asked: Any, fields: dict[str, Any], period: str, as_of: str) -> None:
    """The period comes from the answer, more exact where the query or the record knows the day of the year."""
    assert change(asked(**fields), answer(12400, period), (), False).as_of == as_of


@pytest.mark.parametrize(
    ("fields", "given", "code"),
    [
        ({}, answer(123450), "ODD_SIZE"),
        ({}, answer(1234), "ODD_SIZE"),
        ({"value": -115}, answer(60), "ODD_SIGN"),
        ({}, answer(12400, unit="procent"), "ODD_UNIT"),
        ({}, answer(12400, "2023"), "ODD_OLDER"),
        ({}, answer(12400, **{"9901": "Eksempelby"}), "ODD_PLACE"),
    ],
)
def test_an_odd_answer_changes_nothing(asked: Any, fields: dict[str, Any], given: Answer, code: str) -> None:
    """Ten times as many, a changed sign, another unit, an older year or another place: somebody must look."""
    with pytest.raises(UnexpectedAnswer) as fault:
        change(asked(**fields), given, (), False)
    assert reason(fault)[0] == code


@pytest.mark.parametrize(
    ("old", "new"), [(12345, 12345), (12345, 5000), (4, 19), (-3, 5), (0, 19), (-115, -60), (12.5, 3)]
)
def test_a_change_that_happens_is_taken(asked: Any, old: float, new: float) -> None:
    """Growth, decline and the leaps of small counts are how places live."""
    assert change(asked(value=old), answer(new), (), False).answer.value == new


@pytest.mark.parametrize(("old", "new"), [(12345, 123450), (-115, 60)])
def test_an_odd_size_may_be_accepted(asked: Any, old: float, new: float) -> None:
    """Who has looked and wants the figure gets it."""
    assert change(asked(value=old), answer(new), (), True).answer.value == new


def test_another_unit_is_never_accepted(asked: Any) -> None:
    """Accepting a size does not open the door to anything else."""
    with pytest.raises(UnexpectedAnswer):
        change(asked(), answer(12400, unit="procent"), (), True)


def test_a_first_figure_has_nothing_to_be_compared_with(asked: Any) -> None:
    """A fact that waited for its number gets whatever the service says."""
    waiting = asked(value=None, as_of=None, checked=None)
    assert change(waiting, answer(7), (), False).answer.value == 7
