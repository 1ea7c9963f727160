"""What templates may use: words, orders and addresses as the reader of a page needs them."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from markupsafe import Markup

from campaign.context import Context
from campaign.models.moving import Journey
from campaign.reads import recording
from campaign.site import DAY, TODAY, Download, Site
from conftest import FULL

BOOK = Download("downloads/guide-sv.pdf", lambda: bytes(172345), "PDF", "sv")


@pytest.mark.parametrize(
    ("path", "code", "tag"),
    [
        ("about.md", "sv", ""),
        ("about.md", "no", ' lang="nb"'),
        ("about.md", "nb", ' lang="nb"'),
        ("about.md", "en", ' lang="en"'),
        ("about.md", "mul", ""),
        ("constitution-day.md", "sv", ' lang="sv"'),
        ("constitution-day.md", "no", ""),
    ],
)
def test_text_in_another_language_says_so(good_site: Site, path: str, code: str, tag: str) -> None:
    """A screen reader changes voice where the text is in another language than its surroundings."""
    assert Context(good_site, good_site.pages["sv", path]).tag(code) == tag


def test_a_reader_meets_the_own_region_first(good_site: Site) -> None:
    """Swedes see the Swedish region first, Norwegians the Norwegian one."""
    regions = good_site.content.regions
    found = [
        [
            slug
            for slug, _ in Context(good_site, good_site.pages[code, "index.md"]).home_country_first(regions)
        ]
        for code in FULL
    ]
    assert found == [["exempelregionen", "eksempelregionen"], ["eksempelregionen", "exempelregionen"]]


def test_parts_of_a_sentence_stand_in_a_row_as_the_language_has_it(good_site: Site) -> None:
    """Links stay links, and what is no markup does not become any."""
    context = Context(good_site, good_site.pages["sv", "move.md"])
    assert context.in_a_row([Markup("<b>A</b>"), "B & C", "D"]) == Markup("<b>A</b>, B &amp; C och D")


def test_cases_come_in_the_order_of_the_labels(good_site: Site) -> None:
    """Every journey asks about cases in the same order, and only about those that change its steps."""
    page = good_site.pages["sv", "journeys/here-to-there.md"]
    assert Context(good_site, page).cases_of(page.shown(Journey)) == ["children", "pet"]


def test_what_a_page_may_use_is_not_read_before_it_is_used(good_site: Site) -> None:
    """A page that says nothing of today is not made again tomorrow."""
    with recording() as reads:
        Context(good_site, good_site.pages["sv", "about.md"]).names()
    assert [key for key in reads if key.startswith((TODAY, DAY))] == []


@pytest.mark.parametrize(
    ("slug", "address"),
    [
        ("exempelby", "https://jobb.exempelbanken.example/sok?var=ex-by&sida=1"),
        ("eksempelby", "https://jobb.eksempelportalen.example/EKSEMPELBY"),
    ],
)
def test_a_job_bank_opens_at_the_municipality(good_site: Site, slug: str, address: str) -> None:
    """The link leads to the jobs of that municipality, by the name that the job bank has for it."""
    found = Context(good_site, good_site.pages["sv", "move.md"]).job_address(slug)
    assert found and found[1] == address


def test_duties_come_in_the_order_of_a_growing_firm(
    world: Callable[..., Site], tree: dict[str, bytes]
) -> None:
    """A leader reads downwards while the firm grows; on the same line the own country stands first."""
    coffee = "content/data/rules/se-coffee.yml"
    five = tree[coffee].decode()
    norwegian = five.replace("country: SE", 'country: "NO"').replace("kind: must", "kind: right")
    norwegian = re.sub(
        r"(?m)^cites:\n(  .*\n)+", "basis: {sv: Sed, no: Skikk}\nsource: eksempelloven\n", norwegian
    )
    site = world(
        {
            "content/data/rules/no-tea.yml": norwegian,
            "content/data/rules/se-bread.yml": five.replace("from_employees: 5", "from_employees: 25"),
            "content/data/rules/se-milk.yml": five.replace("from_employees: 5", "from_employees: 1"),
        }
    )
    duties = [Context(site, site.pages[code, "index.md"]).duties for code in FULL]
    assert [[duty.slug for duty in of("")] for of in duties] == [
        ["se-milk", "se-coffee", "no-tea", "se-bread"],
        ["se-milk", "no-tea", "se-coffee", "se-bread"],
    ]
    assert [duties[0]("second-day"), duties[0]("first-day") == duties[0]("")] == [[], True]


def test_files_are_those_of_the_item_and_the_language(good_site: Site) -> None:
    """Beside a template stands that template's file, in the language of the page."""
    letter = Download(
        "downloads/no/velkomstbrev.docx", lambda: bytes(1), "DOCX", "no", "template", "welcome-letter"
    )
    other = replace(letter, address="downloads/no/annet.docx", slug="other")
    swedish = replace(letter, address="downloads/sv/valkomstbrev.docx", language="sv")
    site = replace(good_site, downloads=(BOOK, swedish, letter, other))
    files = Context(site, site.pages["no", "templates/welcome-letter.md"]).files
    assert (files("template", "welcome-letter"), files("guide")) == ([letter], [])
