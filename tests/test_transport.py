"""The network, against a server on this machine."""

import time
from collections.abc import Iterator

import pytest

from campaign.refresh import SERVICES
from campaign.refresh.answers import UnexpectedAnswer
from refresh.conftest import reason
from replay import Replay, Reply, replaying
from transport import AT_HOME, PASSING, Pace, Transport, transports

NAME = "inland-regions/1.0 (make.py refresh; +https://exempel.example/)"


@pytest.fixture
def server() -> Iterator[Replay]:
    """A server that a test tells what to say."""
    with replaying() as replay:
        yield replay


@pytest.fixture
def transport(server: Replay) -> Transport:
    """A transport to that server, in a hurry."""
    return Transport(server.address, NAME, AT_HOME)


def test_a_question_says_who_asks(server: Replay, transport: Transport) -> None:
    """Whoever runs a service sees our name and where to read about us."""
    server.says("/a", Reply({"b": 1}))
    assert transport.json("/a", {"valueCodes[Tid]": "top(1)"}, {}) == {"b": 1}
    assert server.asked == [("/a", {"valueCodes[Tid]": "top(1)"}, NAME)]


@pytest.mark.parametrize("status", PASSING)
def test_what_passes_is_waited_out(server: Replay, transport: Transport, status: int) -> None:
    """A service that is busy for a moment is asked again."""
    server.says("/a", Reply(status=status), Reply(status=status), Reply({"b": 1}))
    assert (transport.json("/a", {}, {}), len(server.asked)) == ({"b": 1}, 3)


def test_too_many_questions_wait_as_long_as_we_are_told(server: Replay, transport: Transport) -> None:
    """After 429 the next question comes when the service says, not before."""
    server.says("/a", Reply(status=429, headers={"Retry-After": "1"}), Reply({"b": 1}))
    started = time.monotonic()
    assert transport.json("/a", {}, {}) == {"b": 1}
    assert time.monotonic() - started >= 1


def test_a_service_that_stays_busy_is_left(server: Replay, transport: Transport) -> None:
    """After five tries nobody is asked again, and the editor is told."""
    server.says("/a", Reply(status=429))
    with pytest.raises(UnexpectedAnswer) as fault:
        transport.json("/a", {}, {})
    assert (reason(fault), len(server.asked)) == (("ODD_SILENT", {"value": "RetryError"}), 5)


def test_silence_has_an_end(server: Replay) -> None:
    """A service that never answers does not hold the editor."""
    server.says("/a", Reply({}, wait=2))
    hurried = Transport(server.address, NAME, Pace(pause=0, timeout=0.05, backoff=0))
    with pytest.raises(UnexpectedAnswer) as fault:
        hurried.json("/a", {}, {})
    assert reason(fault)[0] == "ODD_SILENT"


def test_nobody_at_home_is_silence() -> None:
    """A computer without a network says so."""
    with pytest.raises(UnexpectedAnswer) as fault:
        Transport("http://127.0.0.1:9", NAME, AT_HOME).json("/a", {}, {})
    assert reason(fault) == ("ODD_SILENT", {"value": "ConnectionError"})


@pytest.mark.parametrize("status", [400, 403, 404])
def test_a_refusal_is_told_at_once(server: Replay, transport: Transport, status: int) -> None:
    """A question that the service does not know is not repeated."""
    server.says("/a", Reply(status=status))
    with pytest.raises(UnexpectedAnswer) as fault:
        transport.json("/a", {}, {})
    assert (reason(fault), len(server.asked)) == (("ODD_REFUSED", {"value": status}), 1)


@pytest.mark.parametrize("reply", [Reply({"b": [1, 2, 3]}, cut=True), Reply(b'{"b": [1, '), Reply(b"<html>")])
def test_half_an_answer_is_told(server: Replay, transport: Transport, reply: Reply) -> None:
    """A line that broke, and a page where data should be, are no data."""
    server.says("/a", reply)
    with pytest.raises(UnexpectedAnswer) as fault:
        transport.json("/a", {}, {})
    assert reason(fault) == ("ODD_HALF", {"value": "JSON"})


def test_questions_keep_their_distance(server: Replay) -> None:
    """Between two questions to a service there is the pause that it asks for."""
    server.says("/a", Reply(b"x"))
    slow = Transport(server.address, NAME, Pace(pause=0.1, timeout=1, backoff=0))
    started = time.monotonic()
    assert [slow.text("/a") for _ in range(3)] == ["x"] * 3
    assert time.monotonic() - started >= 0.2


def test_each_service_is_asked_at_its_own_pace() -> None:
    """SSB allows thirty questions a minute, and the others more."""
    found = transports("https://exempel.example/", None)
    assert sorted(found) == sorted(SERVICES)
    assert {name for name, service in found.items() if service.pace.pause >= 2} == {"ssb"}
    assert all(service.pace.pause > 0.3 for service in found.values())
