"""The web addresses that content leads to, and which are to be asked."""

from collections.abc import Callable

import pytest

from campaign.content import load_content
from campaign.external_links import (
    Answer,
    addresses_of,
    due,
    meaning_of,
    parse_answers,
    render_answers,
    render_watch,
    watched,
)
from campaign.models.external_links import DeadLink, LinkWatch
from conftest import Changes

TODAY = "2026-02-03"
A, B, C = "https://a.example/1", "https://a.example/2", "https://b.example/"


def test_every_address_is_known_with_the_files_that_name_it(
    changed: Callable[..., dict[str, bytes]], edited: Callable[[str, str, str], Changes]
) -> None:
    """Texts and records alike; the place on the page is left out, and so is an address with a blank in it."""
    changes = edited("content/sv/about.md", "Ingen finns", "[Hus](https://bostad.exempelby.example#x) finns")
    found = addresses_of(load_content(changed(changes))[0])
    assert found["https://bostad.exempelby.example"] == [
        "content/data/municipalities/exempelby.yml",
        "content/sv/about.md",
    ]
    assert [address for address in found if "{" in address] == []


def test_servers_are_asked_in_turn() -> None:
    """Nobody's server is asked twice on end while another waits."""
    assert due([A, B, C], {}, TODAY) == [A, C, B]


@pytest.mark.parametrize(
    ("answer", "asked"),
    [
        (Answer("fine", "2026-01-05"), False),
        (Answer("fine", "2026-01-04"), True),
        (Answer("gone", "2026-02-03"), False),
        (Answer("silent", "2026-02-02"), True),
    ],
)
def test_what_answered_is_left_alone_for_a_month(answer: Answer, asked: bool) -> None:
    """What did not is asked again the next day: servers have bad days too."""
    assert due([A], {A: answer}, TODAY) == ([A] if asked else [])


@pytest.mark.parametrize(
    ("status", "found"),
    [
        (200, "fine"),
        (301, "fine"),
        (404, "gone"),
        (410, "gone"),
        (403, "refused"),
        (500, "refused"),
        (None, "silent"),
    ],
)
def test_an_answer_means_something_for_readers(status: int | None, found: str) -> None:
    """A page that is gone is another thing than a server that lets no program in."""
    assert meaning_of(status) == found


def test_a_dead_link_keeps_the_day_on_which_it_was_first_seen() -> None:
    """Whoever fixes it knows how long readers have met it; one that answers again is forgotten."""
    before = LinkWatch(
        looked="2026-01-01",
        findings=[
            DeadLink(address=A, found="gone", since="2025-12-01"),
            DeadLink(address=B, found="gone", since="2025-12-01"),
        ],
    )
    answers = {A: Answer("gone", TODAY), B: Answer("fine", TODAY), C: Answer("silent", TODAY)}
    after = watched(before, [A, B, C], answers, TODAY)
    assert [(one.address, one.found, one.since) for one in after.findings] == [
        (A, "gone", "2025-12-01"),
        (C, "silent", TODAY),
    ]
    assert render_watch(after).startswith(f'looked: "{TODAY}"\nfindings:\n  - address: "{A}"\n')


def test_what_is_kept_is_read_again() -> None:
    """A run that was stopped goes on where it was; half a file is no reason to stop."""
    answers = {A: Answer("fine", TODAY)}
    text = render_answers(answers)
    assert (parse_answers(text), parse_answers(text[:20]), parse_answers("[]")) == (answers, {}, {})
