"""Answers of statistical services: recorded ones, cut to one cell, and what a test makes of them."""

import json
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import pytest

from campaign.models.places import Query
from campaign.refresh.answers import UnexpectedAnswer
from conftest import TESTS

RECORDED = {
    name: json.loads((TESTS / f"specimens/open-data/{name}.json").read_text(encoding="utf-8"))
    for name in ("scb-TAB6471", "ssb-05810", "kolada-data")
}


def cell(name: str, value: Any, **codes: tuple[str, str]) -> Any:
    """A recorded dataset of one cell with another value, and other codes and names for some of its variables."""
    dataset = deepcopy(RECORDED[name])
    dataset["value"] = [value]
    for variable, (code, label) in codes.items():
        if variable not in dataset["id"]:
            dataset["id"].insert(0, variable)
            dataset["size"].insert(0, 1)
        old = dataset["dimension"].get(variable, {"label": variable})
        dataset["dimension"][variable] = old | {"category": {"index": {code: 0}, "label": {code: label}}}
    return dataset


def query(service: str, table: str, **select: str) -> Query:
    """A query as an editor writes it."""
    return Query.model_validate({"service": service, "table": table, "select": select})


def reason(fault: pytest.ExceptionInfo[UnexpectedAnswer]) -> tuple[str, Mapping[str, Any]]:
    """Why an answer was not taken: the code of the sentence and what fills it."""
    return fault.value.reason.code, fault.value.reason.values


class FakeClient:
    """A client that knows its answers by path, and remembers what it was asked."""

    def __init__(self, answers: Mapping[str, Any]) -> None:
        self.answers = answers
        self.asked: list[tuple[str, dict[str, str], dict[str, str]]] = []

    def json(self, path: str, parameters: Mapping[str, str], headers: Mapping[str, str]) -> Any:
        """What it was told to say."""
        self.asked.append((path, dict(parameters), dict(headers)))
        return self.answers[path]

    def text(self, path: str) -> str:
        """The same."""
        return str(self.answers[path])
