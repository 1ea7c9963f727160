"""The network of `make.py links`: asks each address that content leads to, one at a time, with a pause for each server."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import requests

from campaign.external_links import Answer, Answers, meaning_of, parse_answers, render_answers
from transport import USER_AGENT

# Answers to a question for the head alone that say nothing of the page: some servers know only whole pages.
_HEADLESS = (400, 403, 404, 405, 406, 429, 500, 501, 503)
# Seconds between two questions to one server, and to wait for an answer.
PAUSE, TIMEOUT = 2.0, 20.0


@dataclass
class Asker:
    """Asks as our own program, and waits between two questions to one server."""

    site: str
    pause: float = PAUSE
    timeout: float = TIMEOUT
    session: requests.Session = field(default_factory=requests.Session)
    asked: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.session.headers["User-Agent"] = USER_AGENT.format(site=self.site, command="links")

    def status(self, address: str) -> int | None:
        """The number that a server answers with; None where none comes."""
        status = self._ask("HEAD", address)
        return self._ask("GET", address) if status is None or status in _HEADLESS else status

    def _ask(self, method: str, address: str) -> int | None:
        host = urlsplit(address).netloc
        time.sleep(max(0.0, self.asked.get(host, float("-inf")) + self.pause - time.monotonic()))
        try:
            with self.session.request(
                method, address, timeout=self.timeout, stream=True, allow_redirects=True
            ) as response:
                return response.status_code
        except requests.RequestException:
            return None
        finally:
            self.asked[host] = time.monotonic()


def asked(
    addresses: Iterable[str], answers: Answers, ask: Callable[[str], int | None], today: str, kept: Path
) -> Iterator[Answers]:
    """All that is known after each question; it is written down at once, so that whoever breaks off begins there again."""
    known = dict(answers)
    for address in addresses:
        known[address] = Answer(meaning_of(ask(address)), today)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(render_answers(known), encoding="utf-8")
        yield known


def load_answers(kept: Path) -> dict[str, Answer]:
    """What earlier looks have found."""
    return parse_answers(kept.read_text(encoding="utf-8")) if kept.is_file() else {}
