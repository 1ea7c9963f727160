"""Letters that are ready to send: a case and a place, or open questions ─> the address that opens the letter in a mail program."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from campaign.content import Content
from campaign.models.places import Municipality, Region
from campaign.models.services import Service
from campaign.pages import Page
from campaign.site import Site

# What stands as it is in the words of a letter (RFC 6068, some-delims), and the slash, as in any query.
_PLAIN = "/!,:;"
# The records that somebody can be asked at.
Answering = Municipality | Region | Service


@dataclass(frozen=True)
class ReadyLetter:
    """A link that opens a letter, and whether it knows whom it goes to; if not, the reader fills that in."""

    address: str
    is_addressed: bool


def ready_letter(site: Site, page: Page, slug: str, place: Municipality) -> ReadyLetter:
    """The letter `slug` to a municipality, in the language of the page."""
    code = page.body_language.code
    letter = site.content.letters[slug]
    asks = listed(question[code] for question in letter.asks)
    body = (site.content.label("letter", "greeting", code), "", letter.begins[code], "", *asks)
    subject, *lines = (text.replace("{place}", place.name) for text in (letter.subject[code], *body))
    return compose(site, page, place, subject, lines)


def compose(site: Site, page: Page, record: Answering, subject: str, body: Sequence[str]) -> ReadyLetter:
    """A letter by RFC 6068 to the first mailbox of a record, else to the owner of the site; it ends with where it was found."""
    to = mailbox(site, record)
    code = page.body_language.code
    found = site.content.label("letter", "read-at", code).format(address=site.root_address + page.address)
    text = "\r\n".join((*body, "", found, ""))
    return ReadyLetter(f"mailto:{to}?subject={quote(subject, _PLAIN)}&body={quote(text, _PLAIN)}", bool(to))


def mailbox(site: Site, record: Answering) -> str:
    """The first mailbox of a record, else that of the owner of the site; empty where neither has one."""
    contacts = [] if isinstance(record, Region) else record.contacts
    return next((contact.email for contact in contacts if contact.email), site.owner["email"] or "")


def listed(questions: Iterable[str]) -> tuple[str, ...]:
    """Questions as the lines of a letter."""
    return tuple(f"- {question}" for question in questions)


def answering(content: Content, slug: str) -> Answering | None:
    """The municipality, region or service of this name, or None."""
    kinds = (content.municipalities, content.regions, content.services)
    return next((records[slug] for records in kinds if slug in records), None)
