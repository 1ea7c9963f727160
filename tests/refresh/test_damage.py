"""Answers with any part of them lost or changed: every reader says that they are odd, or reads them, and never breaks."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from campaign.refresh import jobtech, kolada, nav, pxweb
from campaign.refresh.answers import Answer, UnexpectedAnswer
from refresh.conftest import cell, query
from refresh.test_kolada import ASKED as KPI_ASKED
from refresh.test_kolada import KPI, row
from refresh.test_nav import item

ANYTHING = st.sampled_from([None, "", "x", 0, 1.5, True, [], {}, [None], {"x": 1}])
CELL = query("ssb", "05810", Region="9902", ContentsCode="Personer", Tid="top(1)")
WHOLE: dict[str, tuple[Any, Callable[[Any], Answer]]] = {
    "pxweb": (cell("ssb-05810", 7, Region=("9902", "Eksempelby")), lambda answer: pxweb.read(CELL, answer)),
    "kolada": (
        {"values": [row(2024, 224), row(2023, 1)]},
        lambda answer: kolada.read(KPI_ASKED, KPI, answer),
    ),
    "key figure": (KPI, lambda answer: kolada.read(KPI_ASKED, answer, {"values": [row(2024, 1)]})),
    "jobtech": ({"total": {"value": 4}, "hits": []}, lambda answer: jobtech.read(answer, "2026-11-30")),
    "nav": (
        {"items": [item("a", "ACTIVE"), item("b", "INACTIVE")], "next_url": None},
        lambda answer: nav.read([answer], "HAMAR", "2026-11-30"),
    ),
}


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every part of an answer."""
    yield path
    keys = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield from places(value[key], (*path, key))


def damaged(whole: Any, path: tuple[Any, ...], new: Any, lost: bool) -> Any:
    """A copy of an answer in which one part is another, or is gone."""
    if not path:
        return new
    copy = deepcopy(whole)
    parent = copy
    for key in path[:-1]:
        parent = parent[key]
    if lost:
        del parent[path[-1]]
    else:
        parent[path[-1]] = new
    return copy


@pytest.mark.parametrize("service", WHOLE)
@settings(deadline=None, max_examples=400, derandomize=True)
@given(data=st.data())
def test_a_damaged_answer_breaks_nothing(service: str, data: st.DataObject) -> None:
    """Whatever a service sends, the editor meets a sentence and no traceback."""
    whole, read = WHOLE[service]
    path = data.draw(st.sampled_from(list(places(whole))))
    answer = damaged(whole, path, data.draw(ANYTHING), data.draw(st.booleans()))
    try:
        assert isinstance(read(answer), Answer)
    except UnexpectedAnswer as fault:
        assert fault.reason.in_language("no")
