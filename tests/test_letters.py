"""Letters that are written before the reader asks: whom they go to, what they say, and that a mail program reads them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from campaign.content import load_content
from campaign.files import load_tree
from campaign.letters import mailbox, ready_letter
from campaign.pages import build_pages
from campaign.problems import Problem
from campaign.site import Site
from conftest import Changes
from real_site import ROOT

Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]
LETTER = "content/data/letters/move.yml"
# Outlook on Windows takes no more of an address than this.
LONGEST = 2000


def test_a_letter_names_place_case_and_page(good_site: Site) -> None:
    """One click opens a whole letter: to the place, about the case, with the questions and where they were found."""
    place = good_site.content.municipalities["exempelby"]
    letter = ready_letter(good_site, good_site.pages["sv", "move.md"], "move", place)
    address = urlsplit(letter.address)
    assert (address.scheme, address.path, parse_qs(address.query, strict_parsing=True)) == (
        "mailto",
        "hej@exempelby.example",
        {
            "subject": ["Flytta & bo i Exempelby"],
            "body": [
                (
                    "Hej!\r\n\r\nJag vill bo i Exempelby.\r\n\r\n- Vad kostar en kopp te i Exempelby?\r\n\r\n"
                    "Jag läste på https://exempel.example/under/flytta/\r\n"
                )
            ],
        },
    )


@pytest.mark.parametrize(
    ("slug", "owner", "to"),
    [
        ("exempelby", None, "hej@exempelby.example"),
        ("eksempelby", None, ""),
        ("eksempelby", "post@exempel.example", "post@exempel.example"),
    ],
)
def test_a_letter_goes_to_the_place_first(good_site: Site, slug: str, owner: str | None, to: str) -> None:
    """A place that we know no mailbox of is asked through the owner; without one, the reader fills the address in."""
    site = replace(good_site, owner={"email": owner})
    assert mailbox(site, site.content.municipalities[slug]) == to


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Jag vill bo i {place}", "Jag vill bo i {plats}"),
        ("Jag vill bo i {place}", "Jag vill bo i {place"),
        ("Jag vill bo i {place}", "Jag vill bo i {{place}}"),
        ("kostar en kopp te i {place}", "kostar {pris}"),
    ],
)
def test_a_blank_that_nobody_fills_is_told(check: Check, edited: Edited, old: str, new: str) -> None:
    """No reader sends a letter with braces in it."""
    found = [(p.path, p.code, p.values["value"]) for p in check(edited(LETTER, old, new))]
    assert found == [(LETTER, "D155", new[new.index("{") :])]


def test_every_real_letter_fits_any_mail_program() -> None:
    """No program cuts a letter off, to whichever place it goes."""
    content, _ = load_content(load_tree(Path(ROOT)))
    pages = build_pages(content)
    owner = "en.mycket.lang.adress@inlandsregioner.example"
    site = Site(content, pages, None, {"email": owner}, "", "https://inlandsregioner.example/")  # type: ignore[arg-type]  # no template is asked
    lengths = {
        (code, slug, place.name): len(
            ready_letter(site, pages[code, "sign-language.md"], slug, place).address
        )
        for code in ("sv", "no")
        for slug in content.letters
        for place in content.municipalities.values()
    }
    assert {key: length for key, length in lengths.items() if length > LONGEST} == {}
