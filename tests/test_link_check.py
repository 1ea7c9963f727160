"""How servers are asked whether a page is there."""

import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from campaign.external_links import Answer
from link_check import Asker, asked, load_answers
from replay import listening

SITE, TODAY = "https://site.example", "2026-02-03"
# What the server answers to a question for the head, and for the page.
ANSWERS = {
    "/fine": (200, 200),
    "/gone": (404, 404),
    "/headless": (405, 200),
    "/shy": (403, 403),
    "/moved": (302, 302),
}


class _Server(BaseHTTPRequestHandler):
    seen: list[tuple[str, str, str]]

    def _answer(self, which: int) -> None:
        self.seen.append((self.command, self.path, self.headers["User-Agent"]))
        self.send_response(ANSWERS[self.path][which])
        if self.path == "/moved":
            self.send_header("Location", "/fine")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_HEAD(self) -> None:
        self._answer(0)

    def do_GET(self) -> None:
        self._answer(1)

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@pytest.fixture
def server() -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """The address of a server on this machine, and what it was asked."""
    seen: list[tuple[str, str, str]] = []
    with listening(type("Handler", (_Server,), {"seen": seen})) as found:
        yield found, seen


@pytest.mark.parametrize(
    ("path", "status", "methods"),
    [
        ("/fine", 200, ["HEAD"]),
        ("/gone", 404, ["HEAD", "GET"]),
        ("/headless", 200, ["HEAD", "GET"]),
        ("/shy", 403, ["HEAD", "GET"]),
        ("/moved", 200, ["HEAD", "HEAD"]),
    ],
)
def test_the_head_is_asked_for_first(
    server: tuple[str, list[tuple[str, str, str]]], path: str, status: int, methods: list[str]
) -> None:
    """The whole page is asked for only where the head says that it is not there: some servers know no other question."""
    address, seen = server
    assert Asker(SITE, pause=0).status(address + path) == status
    assert [method for method, *_ in seen] == methods
    assert {agent for *_, agent in seen} == {"inland-regions/1.0 (make.py links; +https://site.example)"}


def test_a_server_that_does_not_answer_has_no_number() -> None:
    """Nothing listens there, and the run goes on."""
    assert Asker(SITE, pause=0, timeout=0.5).status("http://127.0.0.1:9/") is None


def test_one_server_is_asked_with_pauses(
    server: tuple[str, list[tuple[str, str, str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second question to a server waits, and the first does not."""
    waits: list[float] = []
    monkeypatch.setattr(time, "sleep", waits.append)
    asker = Asker(SITE, pause=100)
    for path in ("/fine", "/fine"):
        asker.status(server[0] + path)
    assert (waits[0], waits[1] > 90) == (0.0, True)


def test_each_answer_is_written_down_at_once(tmp_path: Path) -> None:
    """Whoever breaks off loses nothing."""
    kept = tmp_path / "x/links.json"
    runs = asked(
        ["https://a.example/", "https://b.example/"],
        {},
        lambda address: 404 if "b." in address else 200,
        TODAY,
        kept,
    )
    next(runs)
    assert load_answers(kept) == {"https://a.example/": Answer("fine", TODAY)}
    next(runs)
    assert load_answers(kept)["https://b.example/"] == Answer("gone", TODAY)
