"""What nobody has found out yet: the questions of a page, whom to ask, and the letter that asks."""

from collections.abc import Sequence
from dataclasses import dataclass

from campaign.content import Content
from campaign.letters import Answering, ReadyLetter, answering, compose, listed
from campaign.models.questions import OpenQuestion
from campaign.pages import Page, Pages
from campaign.reads import record_read, recording
from campaign.site import Site


@dataclass(frozen=True)
class Asked:
    """Whom to ask, what, and by which letter."""

    name: str
    questions: list[OpenQuestion]
    letter: ReadyLetter


def asked_on(site: Site, page: Page) -> list[Asked]:
    """The questions of a page, gathered by whom to ask."""
    record_read(f"questions:{page.path}")
    by_name: dict[str, list[OpenQuestion]] = {}
    with recording():  # few changes of a question change another page
        for _, question in questions_of(site.content, page.path):
            by_name.setdefault(question.ask, []).append(question)
    found = [(answering(site.content, slug), questions) for slug, questions in by_name.items()]
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


def letter(site: Site, page: Page, record: Answering, questions: Sequence[OpenQuestion]) -> ReadyLetter:
    """A letter that asks the questions, in the language of the page."""
    code = page.body_language.code
    subject = site.content.label("question", "subject", code).format(title=page.title)
    asks = listed(question.question[code] for question in questions)
    return compose(site, page, record, subject, (site.content.label("question", "greeting", code), "", *asks))


def letter_about(site: Site, page: Page, question: OpenQuestion) -> ReadyLetter:
    """The letter that asks one question, about the first page that it is about, found on `page`."""
    record = answering(site.content, question.ask)
    assert record, f"nobody is called {question.ask}"
    return letter(site, site.pages[page.language.code, question.pages[0]], record, [question])
