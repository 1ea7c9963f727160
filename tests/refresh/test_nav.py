"""Ads in NAV's feed of events."""

from typing import Any

import pytest

from campaign.refresh.answers import UnexpectedAnswer
from campaign.refresh.nav import ask
from refresh.conftest import FakeClient, query, reason

HAMAR = query("nav", "feed", municipal="HAMAR")
TOKEN = "Current public token for NAV Job Vacancy Feed API:\naaa.bbb.ccc\n"


def item(uuid: str, status: str, municipal: str | None = "HAMAR") -> dict[str, Any]:
    """An event as the feed tells it."""
    return {"id": "1", "_feed_entry": {"uuid": uuid, "status": status, "municipal": municipal}}


def feed(*pages: list[dict[str, Any]]) -> dict[str, Any]:
    """The pages of a feed, each leading to the next, by path."""
    paths = ["/api/v1/feed", *(f"/api/v1/feed/{n}" for n in range(1, len(pages)))]
    following = [*paths[1:], None]
    found = {
        path: {"items": items, "next_url": after}
        for path, items, after in zip(paths, pages, following, strict=True)
    }
    return {"/api/publicToken": TOKEN, **found}


def test_the_last_word_on_each_ad_counts() -> None:
    """An ad that was closed is not open, one that was changed is one, and the neighbour's are the neighbour's."""
    pages = feed(
        [item("a", "ACTIVE"), item("b", "ACTIVE"), item("c", "ACTIVE", "STANGE")],
        [item("a", "INACTIVE"), item("b", "ACTIVE"), item("d", "ACTIVE"), item("e", "ACTIVE", None)],
    )
    answer = ask(HAMAR, FakeClient(pages), "2026-11-30")
    assert (answer.value, answer.unit, answer.period) == (2, "antall", "2026-11-30")


def test_the_public_token_opens_every_page() -> None:
    """The feed is asked with the token that NAV publishes, which may change from day to day."""
    client = FakeClient(feed([item("a", "ACTIVE")], [item("b", "ACTIVE")]))
    ask(HAMAR, client, "2026-11-30")
    assert client.asked == [
        (path, {}, {"Authorization": "Bearer aaa.bbb.ccc"}) for path in ("/api/v1/feed", "/api/v1/feed/1")
    ]


@pytest.mark.parametrize(
    ("pages", "code"),
    [
        (feed([item("a", "ACTIVE", "STANGE")]), "ODD_CODE"),
        (feed([{"id": "1"}]), "ODD_HALF"),
        ({**feed([item("a", "ACTIVE")]), "/api/publicToken": "No token today"}, "ODD_HALF"),
        ({**feed([item("a", "ACTIVE")]), "/api/v1/feed": []}, "ODD_HALF"),
    ],
)
def test_a_feed_that_is_half_or_knows_no_such_place_is_odd(pages: dict[str, Any], code: str) -> None:
    """A municipality that the feed calls something else is not told as one without jobs."""
    with pytest.raises(UnexpectedAnswer) as fault:
        ask(HAMAR, FakeClient(pages), "2026-11-30")
    assert reason(fault)[0] == code


def test_a_feed_without_end_is_left() -> None:
    """A feed that leads in a circle does not hold the editor for ever."""
    pages = feed([item("a", "ACTIVE")])
    pages["/api/v1/feed"]["next_url"] = "/api/v1/feed"
    with pytest.raises(UnexpectedAnswer) as fault:
        ask(HAMAR, FakeClient(pages), "2026-11-30")
    assert reason(fault)[0] == "ODD_MANY"
