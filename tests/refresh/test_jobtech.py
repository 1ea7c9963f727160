"""Ads in Platsbanken."""

from typing import Any

import pytest

from campaign.refresh.answers import UnexpectedAnswer
from campaign.refresh.jobtech import ask, read
from refresh.conftest import FakeClient, query, reason


def test_only_the_count_is_asked_for() -> None:
    """Ads name people, so none is fetched; the count is today's."""
    client = FakeClient({"/search": {"total": {"value": 412}, "hits": []}})
    answer = ask(query("jobtech", "search", municipality="N1wJ_Cuu_7Cs"), client, "2026-11-30")
    assert (answer.value, answer.unit, answer.period) == (412, "antal", "2026-11-30")
    assert client.asked == [("/search", {"municipality": "N1wJ_Cuu_7Cs", "limit": "0"}, {})]


@pytest.mark.parametrize("answer", [{}, {"total": {}}, {"total": None}, []])
def test_half_an_answer_is_odd(answer: Any) -> None:
    """A search that does not say how many it found is told."""
    with pytest.raises(UnexpectedAnswer) as fault:
        read(answer, "2026-11-30")
    assert reason(fault)[0] == "ODD_HALF"
