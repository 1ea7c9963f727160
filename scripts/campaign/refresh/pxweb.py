"""SCB and SSB: one cell of a table, through PxWebApi 2 as JSON-stat 2.0."""

import re
from collections.abc import Mapping

from campaign.models.places import Query
from campaign.refresh.answers import (
    Answer,
    Client,
    UnexpectedAnswer,
    at,
    group_at,
    list_at,
    number_in,
    period_in_edtf,
    text_at,
)

LANGUAGES = {"scb": "sv", "ssb": "no"}
_EXPRESSION = re.compile(r"[(*?]")


def ask(query: Query, client: Client, today: str) -> Answer:  # noqa: ARG001
    """The cell that the query selects."""
    parameters = {f"valueCodes[{variable}]": code for variable, code in query.select.items()}
    wanted = {"lang": LANGUAGES[query.service], "outputFormat": "json-stat2", **parameters}
    return read(query, client.json(f"/tables/{query.table}/data", wanted, {}))


def read(query: Query, dataset: object) -> Answer:
    """The answer in a JSON-stat dataset of one cell."""
    codes = _codes(dataset)
    _expect(query.select, codes)
    time, metric = (_of_role(dataset, role) for role in ("time", "metric"))
    contents = text_at(codes, metric)
    about = at(dataset, "dimension", metric, "category")
    labels = [at(dataset, "label"), at(about, "label", contents)]
    return Answer(
        value=number_in(_cell(dataset)),
        unit=text_at(about, "unit", contents, "base"),
        period=period_in_edtf(text_at(codes, time)),
        definition=": ".join(dict.fromkeys(map(str, labels))),
        names={
            code: text_at(dataset, "dimension", variable, "category", "label", code)
            for variable, code in codes.items()
            if variable != time
        },
    )


def _codes(dataset: object) -> dict[str, str]:
    """Variable → the one code that the dataset holds of it."""
    found = {}
    for variable in map(str, list_at(dataset, "id")):
        category = group_at(dataset, "dimension", variable, "category")
        index = category.get("index") or group_at(category, "label")  # a lone category needs no index
        if not isinstance(index, list | dict):
            raise UnexpectedAnswer("ODD_HALF", value=variable)
        if len(index) != 1:
            raise UnexpectedAnswer("ODD_MANY", value=variable, count=len(index))
        found[variable] = str(next(iter(index)))
    return found


def _expect(select: Mapping[str, str], codes: Mapping[str, str]) -> None:
    """The answer is about what was asked; an expression such as top(1) or * is answered by any code."""
    for variable, code in select.items():
        if not _EXPRESSION.search(code) and codes.get(variable) != code:
            raise UnexpectedAnswer("ODD_CODE", value=code, found=codes.get(variable, ""))


def _of_role(dataset: object, role: str) -> str:
    return text_at(dataset, "role", role, 0)


def _cell(dataset: object) -> object:
    """JSON-stat writes the values as a list, or as an object where most are missing."""
    values = at(dataset, "value")
    return at(values, "0" if isinstance(values, dict) else 0)
