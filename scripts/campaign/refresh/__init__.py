"""Figures that fetch themselves: the facts with a query, what the services say today, and the files that change.

Never part of a build. Whoever asks gives a client (see `answers`), so that nothing here knows the network or the clock.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from campaign.content import Content, load_content
from campaign.facts import places, with_facts
from campaign.files import Tree
from campaign.models.places import Query
from campaign.problems import Phrase
from campaign.refresh import jobtech, kolada, nav, pxweb
from campaign.refresh.answers import Answer, Client, UnexpectedAnswer
from campaign.refresh.changes import Change, FactRequest, change
from campaign.refresh.records import with_changes
from campaign.settings import BY_CODE

Ask = Callable[[Query, Client, str], Answer]

# Service → its address, and how it is asked.
SERVICES: Mapping[str, tuple[str, Ask]] = MappingProxyType(
    {
        "scb": ("https://statistikdatabasen.scb.se/api/v2", pxweb.ask),
        "ssb": ("https://data.ssb.no/api/pxwebapi/v2", pxweb.ask),
        "kolada": ("https://api.kolada.se/v3", kolada.ask),
        "jobtech": ("https://jobsearch.api.jobtechdev.se", jobtech.ask),
        "nav": ("https://pam-stilling-feed.nav.no", nav.ask),
    }
)


@dataclass(frozen=True)
class Outcome:
    """What the services said of each fact: a change, or the reason why there is none."""

    changes: tuple[Change, ...]
    odd: tuple[tuple[FactRequest, Phrase], ...]


def facts_to_ask(content: Content, only: Collection[str], skip: Collection[str]) -> list[FactRequest]:
    """The facts that have a query, those named in `only` if it names any, without those in `skip`."""
    found = [
        FactRequest(kind, slug, number, place, fact)
        for kind, slug, place in places(content)
        for number, fact in enumerate(place.facts)
        if fact.query
    ]
    wanted = [request for request in found if not only or not set(only).isdisjoint(request.names)]
    return [request for request in wanted if set(skip).isdisjoint(request.names)]


def ask_all(
    content: Content,
    request: Sequence[FactRequest],
    clients: Mapping[str, Client],
    accepted: Collection[str],
    today: str,
) -> Outcome:
    """Ask for each fact in turn; an odd answer never hides the next one."""
    changes, odd = [], []
    for one in request:
        assert one.fact.query
        _, ask = SERVICES[one.fact.query.service]
        try:
            answer = ask(one.fact.query, clients[one.fact.query.service], today)
            changes.append(change(one, answer, _labels(content, one), one.name in accepted))
        except UnexpectedAnswer as fault:
            odd.append((one, fault.reason))
    return Outcome(tuple(changes), tuple(odd))


def changed_files(tree: Tree, changes: Sequence[Change], today: str) -> dict[str, bytes]:
    """The files that the changes make different, path → bytes: records first, then the texts that say the figures."""
    records = {}
    for path, of_record in _by_record(changes).items():
        records[path] = with_changes(tree[path].decode(), of_record, today).encode()
    content, _ = load_content({**tree, **records})
    changed = {(one.request.slug, one.request.fact.fact) for one in changes}
    texts = {
        prose.file: with_facts(
            content, prose.path, BY_CODE[code], tree[prose.file].decode(), changed
        ).encode()
        for code, prose in content.texts()
    }
    return {path: new for path, new in {**records, **texts}.items() if new != tree[path]}


def _by_record(changes: Sequence[Change]) -> dict[str, list[Change]]:
    found: dict[str, list[Change]] = {}
    for one in changes:
        path = f"content/data/{one.request.kind}/{one.request.slug}.yml"
        found.setdefault(path, []).append(one)
    return found


def _labels(content: Content, request: FactRequest) -> tuple[str, ...]:
    """The words of a fact's unit in both languages."""
    return tuple(
        content.label("unit", request.fact.unit, language.code) for language in content.full_languages
    )
