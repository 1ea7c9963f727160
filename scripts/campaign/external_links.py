"""The web addresses that content leads to, what is known of each, and which are to be asked again."""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Literal
from urllib.parse import urlsplit

from campaign.checks.typos import texts_in
from campaign.content import Content
from campaign.models import file_of
from campaign.models.external_links import DeadLink, LinkWatch
from campaign.writing import render_yaml

Found = Literal["fine", "gone", "refused", "silent"]
WATCH = file_of("link-watch")
# Days after which an address is asked again: sooner if it did not answer.
FRESH, FRESH_IF_DEAD = 30, 1
# An address that a record has a blank in, such as that of a job bank, and those that no server answers at.
_NO_ADDRESS = re.compile(r"[{}\s]")
_HTTP = ("https://", "http://")


@dataclass(frozen=True)
class Answer:
    """What an address answered, and on which day."""

    found: Found
    day: str


Answers = Mapping[str, Answer]


def addresses_of(content: Content) -> dict[str, list[str]]:
    """Each web address that content leads to, without its place on the page → the files that name it."""
    named: dict[str, list[str]] = {}
    for address, file in sorted({*_in_texts(content), *_in_records(content)}):
        named.setdefault(address, []).append(file)
    return named


def _in_texts(content: Content) -> Iterator[tuple[str, str]]:
    for _, text in content.texts():
        for href in text.hrefs():
            if href.startswith(_HTTP):
                yield href.partition("#")[0], text.file


def _in_records(content: Content) -> Iterator[tuple[str, str]]:
    for document in content.written():
        for _, text in texts_in(document.value) if document.path != WATCH else ():
            if text.startswith(_HTTP) and not _NO_ADDRESS.search(text):
                yield text.partition("#")[0], document.path


def due(addresses: Iterable[str], answers: Answers, today: str) -> list[str]:
    """The addresses to ask now, host after host in turn, so that no server is asked twice on end while another waits."""
    by_host: dict[str, deque[str]] = {}
    for address in addresses:
        if _is_due(answers.get(address), today):
            by_host.setdefault(urlsplit(address).netloc, deque()).append(address)
    waiting, turn = deque(by_host.values()), list[str]()
    while waiting:
        host = waiting.popleft()
        turn.append(host.popleft())
        if host:
            waiting.append(host)
    return turn


def _is_due(answer: Answer | None, today: str) -> bool:
    if answer is None:
        return True
    fresh = FRESH if answer.found == "fine" else FRESH_IF_DEAD
    return date.fromisoformat(answer.day) + timedelta(days=fresh) <= date.fromisoformat(today)


def meaning_of(status: int | None) -> Found:
    """What the number of an answer means for a reader; None if nothing came."""
    if status is None:
        return "silent"
    if status in (404, 410):
        return "gone"
    return "fine" if status < 400 else "refused"


def watched(before: LinkWatch, addresses: Iterable[str], answers: Answers, today: str) -> LinkWatch:
    """What is known after a look: an address that was dead before keeps the day that was first seen."""
    since = {one.address: one.since for one in before.findings}
    findings = [
        DeadLink(address=address, found=answer.found, since=since.get(address, answer.day))
        for address in sorted(addresses)
        if (answer := answers.get(address)) and answer.found != "fine"
    ]
    return LinkWatch(looked=today, findings=findings)


def render_watch(watch: LinkWatch) -> str:
    """content/data/link-watch.yml."""
    return render_yaml(watch.model_dump(exclude_none=True), LinkWatch)


def render_answers(answers: Answers) -> str:
    """What is kept between two looks, of which the first may have been broken off."""
    return json.dumps({address: asdict(answer) for address, answer in sorted(answers.items())}, indent=0)


def parse_answers(text: str) -> dict[str, Answer]:
    """The same read again; nothing of what was broken off while it was written."""
    try:
        return {address: Answer(**answer) for address, answer in json.loads(text).items()}
    except (ValueError, TypeError, AttributeError):
        return {}
