"""Kolada: the latest value of a key figure (KPI) for a Swedish municipality, through its API version 3."""

import re

from campaign.models.places import Query
from campaign.refresh.answers import Answer, Client, UnexpectedAnswer, at, list_at, number_in, text_at

# How the title of a key figure says its unit → the unit.
_UNITS = (
    (re.compile(r"%|\bandel\b", re.IGNORECASE), "%"),
    (re.compile(r"\bkr\b|kronor", re.IGNORECASE), "kr"),
    (re.compile(r"\bantal\b|invånare totalt", re.IGNORECASE), "antal"),
)


def ask(query: Query, client: Client, today: str) -> Answer:  # noqa: ARG001
    """The latest value of the key figure `table` for `municipality`, of `gender` (T = all) where it is told apart."""
    municipality = text_at(query.select, "municipality")
    kpi = client.json(f"/kpi/{query.table}", {}, {})
    data = client.json(f"/data/kpi/{query.table}/municipality/{municipality}", {}, {})
    return read(query, kpi, data)


def read(query: Query, kpi: object, data: object) -> Answer:
    """The answer in what Kolada says of a key figure and of its values through the years."""
    title = _title(query.table, kpi)
    period, value = max(_values(query, data), default=(0, None))
    return Answer(number_in(value), _unit(title), str(period), title)


def _title(name: str, kpi: object) -> str:
    """A key figure may be asked for alone or as a list of one."""
    found = at(kpi, "values", 0) if isinstance(kpi, dict) and "values" in kpi else kpi
    if at(found, "id") != name:
        raise UnexpectedAnswer("ODD_CODE", value=name, found=at(found, "id"))
    return text_at(found, "title")


def _unit(title: str) -> str:
    return next((unit for pattern, unit in _UNITS if pattern.search(title)), "")


def _values(query: Query, data: object) -> list[tuple[int, float]]:
    """Year and value of every row that has one; all must be about what was asked."""
    found = []
    for row in list_at(data, "values"):
        for name, wanted in (("kpi", query.table), ("municipality", query.select["municipality"])):
            if at(row, name) != wanted:
                raise UnexpectedAnswer("ODD_CODE", value=wanted, found=at(row, name))
        for cell in list_at(row, "values"):
            if at(cell, "gender") == query.select.get("gender", "T") and at(cell, "value") is not None:
                found.append((int(number_in(at(row, "period"))), number_in(at(cell, "value"))))
    return found
