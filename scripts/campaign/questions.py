"""What nobody has found out yet: the questions of a page, whom to ask, and the letter that asks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from campaign.content import Content
from campaign.models.places import Municipality, Region
from campaign.models.questions import OpenQuestion
from campaign.models.services import Service
from campaign.pages import Page, Pages
from campaign.reads import note, recording
from campaign.site import Site

# The records that somebody can be asked at.
Answering = Municipality | Region | Service


@dataclass(frozen=True)
class Asked:
    """Whom to ask, what, and by which letter: the name, the questions, and an address `mailto:` or None where no mailbox is known."""

    name: str
    questions: list[OpenQuestion]
    letter: str | None


def asked_on(site: Site, page: Page) -> list[Asked]:
    """The questions of a page, gathered by whom to ask."""
    note(f"questions:{page.path}")
    by_name: dict[str, list[OpenQuestion]] = {}
    with recording():  # few changes of a question change another page
        for _, question in questions_of(site.content, page.path):
            by_name.setdefault(question.ask, []).append(question)
    found = [(asked(site.content, slug), questions) for slug, questions in by_name.items()]
    return [Asked(record.name, group, letter(site, page, record, group)) for record, group in found if record]


def questions_of(content: Content, path: str) -> list[tuple[str, OpenQuestion]]:
    """The questions about the page at `path`, with their slugs, the oldest first."""
    found = ((slug, one) for slug, one in content.questions.items() if path in one.pages)
    return sorted(found, key=lambda item: (item[1].since, item[0]))


def questions_by_section(content: Content, pages: Pages) -> list[tuple[str, list[tuple[str, OpenQuestion]]]]:
    """All questions, the oldest first, by the page above the first that each is about: `municipalities/index.md` → questions."""
    sections: dict[str, list[tuple[str, OpenQuestion]]] = {}
    code = content.default_language.code
    for slug, one in sorted(content.questions.items(), key=lambda item: (item[1].since, item[0])):
        above = one.pages[0].rpartition("/")[0] + "/index.md"
        sections.setdefault(above if (code, above) in pages else one.pages[0], []).append((slug, one))
    return sorted(sections.items())


def asked(content: Content, slug: str) -> Answering | None:
    """The municipality, region or service of this name, or None."""
    kinds = (content.municipalities, content.regions, content.services)
    return next((records[slug] for records in kinds if slug in records), None)


def letter(site: Site, page: Page, record: Answering, questions: Sequence[OpenQuestion]) -> str | None:
    """A ready letter, RFC 6068: to the first mailbox of the record, else to the owner of the site; None if neither has one."""
    contacts = [] if isinstance(record, Region) else record.contacts
    to = next((contact.email for contact in contacts if contact.email), site.owner["email"])
    if not to:
        return None
    code = page.body_language.code
    body = "\r\n".join(_lines(site, page, code, questions))
    subject = site.content.label("question", "subject", code).format(title=page.title)
    return f"mailto:{to}?subject={quote(subject)}&body={quote(body)}"


def _lines(site: Site, page: Page, code: str, questions: Sequence[OpenQuestion]) -> Iterator[str]:
    yield site.content.label("question", "greeting", code)
    yield ""
    for question in questions:
        yield f"- {question.question[code]}"
    yield ""
    yield site.content.label("question", "read-at", code).format(address=site.root_address + page.address)
    yield ""
