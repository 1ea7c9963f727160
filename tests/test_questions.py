"""What nobody has found out yet: the questions of a page, whom to ask, and the ready letter."""

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from campaign.questions import asked_on, letter_about, questions_by_section, questions_of
from campaign.reads import recording
from campaign.site import Site
from conftest import Changes

EXEMPELBY = "municipalities/exempelby.md"
Edited = Callable[[str, str, str], Changes]


def test_a_page_has_its_questions_the_oldest_first(good_site: Site) -> None:
    """What has waited longest is asked first, and only where it belongs."""
    found = {
        path: [slug for slug, _ in questions_of(good_site.content, path)] for path in (EXEMPELBY, "move.md")
    }
    assert found == {EXEMPELBY: ["kiosk", "tickets"], "move.md": ["tickets"]}


@pytest.mark.parametrize(
    ("code", "subject", "body"),
    [
        (
            "sv",
            "Fråga om Exempelby",
            (
                "Hej! Jag läste om er och undrar:\r\n\r\n- Vad kostar en biljett till & från Exempelby?\r\n\r\n"
                "Jag läste på https://exempel.example/under/kommuner/exempelby/\r\n"
            ),
        ),
        (
            "no",
            "Spørsmål om Exempelby",
            (
                "Hei! Jeg leste om dere og lurer på:\r\n\r\n- Hva koster en billett til & fra Exempelby?\r\n\r\n"
                "Jeg leste på https://exempel.example/under/no/kommuner/exempelby/\r\n"
            ),
        ),
    ],
)
def test_a_letter_is_ready_in_the_reader_s_language(
    good_site: Site, code: str, subject: str, body: str
) -> None:
    """One click opens a whole letter, and a mail program reads every letter and sign of it right."""
    [_, group] = asked_on(good_site, good_site.pages[code, EXEMPELBY])
    address = urlsplit(group.letter.address)
    assert (address.scheme, address.path, parse_qs(address.query, strict_parsing=True)) == (
        "mailto",
        "hej@exempelby.example",
        {"subject": [subject], "body": [body]},
    )


def test_a_page_with_a_question_rests_on_whom_it_asks(good_site: Site) -> None:
    """A new mailbox of the municipality changes the letter on every page that asks it."""
    with recording() as reads:
        asked_on(good_site, good_site.pages["sv", "move.md"])
    assert "content/data/municipalities/exempelby.yml" in reads


@pytest.mark.parametrize(
    ("email", "start", "is_addressed"),
    [
        (None, "mailto:?subject=", False),
        ("post@exempel.example", "mailto:post@exempel.example?subject=", True),
    ],
)
def test_who_has_no_mailbox_is_asked_through_the_owner(
    good_site: Site, email: str | None, start: str, is_addressed: bool
) -> None:
    """A region without an address of its own is asked through the site's owner, else the reader fills the address in."""
    site = replace(good_site, owner={"email": email})
    [group, _] = asked_on(site, site.pages["sv", EXEMPELBY])
    assert (group.letter.address.startswith(start), group.letter.is_addressed) == (True, is_addressed)


def test_questions_stand_below_the_section_that_they_are_about(world: Callable[[Changes], Site]) -> None:
    """Who looks through what is missing finds it by place and topic; a page without a section stands for itself."""
    lone = "question: {sv: Vad?, no: Hva?}\npages: [move.md]\nsince: '2026-01-01'\nask: exempelby\n"
    site = world({"content/data/questions/lone.yml": lone})
    found = questions_by_section(site.content, site.pages)
    assert [(path, [slug for slug, _ in group]) for path, group in found] == [
        ("move.md", ["lone"]),
        ("municipalities/index.md", ["kiosk", "tickets"]),
    ]


def test_a_question_in_the_list_has_a_letter_of_its_own(good_site: Site) -> None:
    """Who looks through all questions asks one of them, and the letter names the page that it is about."""
    page, question = good_site.pages["sv", "about.md"], good_site.content.questions["kiosk"]
    letter = letter_about(good_site, page, question)
    words = parse_qs(urlsplit(letter.address).query)
    assert words["subject"] == ["Fråga om Exempelby"]
    assert "- Finns kiosken kvar?\r\n" in words["body"][0]
