"""What is well-formed and yet wants somebody's eye: texts that are hard to read, what runs out or is still to fetch, pages alone."""

from collections.abc import Iterator

from campaign.catalogue import Catalogue
from campaign.facts import places
from campaign.law import finding_on
from campaign.readability import lix, plain_text

HARDEST_ALLOWED = 45


def render_status(catalogue: Catalogue, today: str, soon: str) -> str:
    """A report in plain lines. `today` and `soon` are ISO dates: what runs out between them is named as due."""
    parts = (
        (f"Readability (LIX, at most {HARDEST_ALLOWED})", _readability(catalogue)),
        (f"Rules to read again by {soon}", _reviews(catalogue, today, soon)),
        ("Rules whose law has changed since it was read", _changed(catalogue)),
        (f"Consents that end by {soon}", _consents(catalogue, soon)),
        ("Figures to fetch (make.py refresh)", _unfetched(catalogue)),
        ("Pages in one language only", _alone(catalogue)),
    )
    return "\n\n".join("\n".join([title, *(list(lines) or ["  none"])]) for title, lines in parts)


def _readability(catalogue: Catalogue) -> Iterator[str]:
    found = [
        (lix(plain_text(p.tokens)), p.file) for texts in catalogue.prose.values() for p in texts.values()
    ]
    for value, file in sorted(found, reverse=True):
        yield f"  {value:4.0f}  {file}{'  too hard' if value > HARDEST_ALLOWED else ''}"


def _reviews(catalogue: Catalogue, today: str, soon: str) -> Iterator[str]:
    for slug, rule in sorted(catalogue.records["rules"].items()):
        if rule.review_by <= soon:
            word = "overdue since" if rule.review_by < today else "due"
            yield f"  {word} {rule.review_by}  {catalogue.documents['rules'][slug].path}"


def _changed(catalogue: Catalogue) -> Iterator[str]:
    for slug, rule in sorted(catalogue.records["rules"].items()):
        if found := finding_on(catalogue, rule):
            yield f"  {found}  {catalogue.documents['rules'][slug].path}"


def _consents(catalogue: Catalogue, soon: str) -> Iterator[str]:
    for slug, story in sorted(catalogue.records["stories"].items()):
        if story.consent_until <= soon:
            yield f"  {story.consent_until}  {catalogue.documents['stories'][slug].path}"


def _unfetched(catalogue: Catalogue) -> Iterator[str]:
    for kind, slug, place in places(catalogue):
        for fact in place.facts:
            if fact.query and not fact.known:
                file = catalogue.documents[kind][slug].path
                yield f"  {fact.query.service} {fact.query.table}  {fact.fact}  {file}"


def _alone(catalogue: Catalogue) -> Iterator[str]:
    for _, prose in catalogue.texts():
        if prose.meta.only:
            yield f"  {prose.file}"
