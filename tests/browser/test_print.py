"""Pages as a printer gets them: a document that says where it is from, on which day, and by which sources."""

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser, Page

from campaign.settings import BY_CODE
from campaign.typography import format_partial_date
from pdf_text import tagged_words

pytestmark = pytest.mark.browser

PUBLISHED = "https://inlandsregioner.example"
# A page of each of ten templates.
PRINTED = (
    "/",
    "/no/kommuner/hamar/",
    "/regioner/falun-borlange-regionen/",
    "/no/flytteplan/norge-til-sverige/",
    "/hr-guide/lon-och-kostnad/",
    "/hr-guide/mina-plikter/",
    "/no/sammenlign/",
    "/projekt/kompetensforsorjning/",
    "/no/lettlest/flytte/",
    "/over-gransen/pendlare-till-norge/",
)
# The words of a note's link, and what stands behind them on paper.
BEHIND = """() => [...document.querySelectorAll(".notes li > span a[href^=http]")]
    .map((link) => [link.getAttribute("href"), getComputedStyle(link, "::after").content])
    .filter(([address, said]) => !said.includes(address) && !said.includes("attr("))"""

# The share of its row that the title of each step has of the plan.
TITLES = """() => [...document.querySelectorAll(".step")].filter((step) => step.checkVisibility())
    .map((step) => step.querySelector("h2").clientWidth / step.clientWidth)"""
# How each card meets the end of a page.
CUT = """() => [...document.querySelectorAll(".cost-card")]
    .map((card) => [getComputedStyle(card).overflow, getComputedStyle(card).breakInside])"""


@pytest.fixture
def page(browser: Browser, web: str) -> Iterator[Page]:
    """A window that prints."""
    context = browser.new_context(base_url=web)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", PRINTED)
def test_a_printed_page_is_a_document(page: Page, tmp_path: Path, address: str) -> None:
    """It has a title and a language, its heading, and at the end its address and the day; tags hold all of it."""
    page.goto(address, wait_until="networkidle")
    tag, heading = page.evaluate("[document.documentElement.lang, document.querySelector('h1').textContent]")
    page.pdf(path=tmp_path / "page.pdf", format="A4", tagged=True, outline=True)
    found = "".join(words for _, words in tagged_words(tmp_path / "page.pdf"))
    words = "".join(found.split()).replace("fl", "")  # our reader of PDF knows no ligature
    day = format_partial_date(
        page.evaluate("new Date().toLocaleDateString('sv')"), BY_CODE["no" if tag == "nb" else tag]
    )
    wanted = (heading, PUBLISHED + address, day)
    with pikepdf.open(tmp_path / "page.pdf") as pdf:
        actual = (str(pdf.Root.get("/Lang")), str(pdf.docinfo.get("/Title", "")) != "")
    assert (actual, [one for one in wanted if "".join(one.split()).replace("fl", "") not in words]) == (
        (tag, True),
        [],
    )


@pytest.mark.parametrize("address", PRINTED)
def test_sources_are_printed_with_their_addresses(page: Page, address: str) -> None:
    """Who has the paper alone can look a source up."""
    page.goto(address)
    page.emulate_media(media="print")
    folded = page.locator(".notes li").evaluate_all(
        "(all) => all.filter((one) => !one.checkVisibility()).length"
    )
    assert (folded, page.evaluate(BEHIND)) == (0, [])


def test_who_prints_without_a_script_has_a_day_too(browser: Browser, web: str) -> None:
    """That of the edition, for nothing in a page knows the day on which it is printed; it is the same in every build."""
    context = browser.new_context(base_url=web, java_script_enabled=False)
    page = context.new_page()
    page.emulate_media(media="print")
    found = {}
    for address in ("/kommuner/falun/", "/no/kommuner/hamar/"):
        page.goto(address)
        found[address] = re.search(
            r" (Version från|Versjon fra) \d+\.? \w+ 20\d\d$",
            page.locator(".imprint").inner_text().replace("\N{NO-BREAK SPACE}", " "),
        )
    context.close()
    assert [address for address, day in found.items() if not day] == []


def test_on_a_screen_nothing_of_it_is_seen(page: Page) -> None:
    """What is for paper alone is in nobody's way, also not in that of a screen reader."""
    page.goto("/")
    assert page.locator(".imprint").is_hidden()


@pytest.mark.parametrize(
    "address",
    ["/flyttplan/till-sverige/", "/flyttplan/till-sverige/#date=2027-03-01", "/no/flytteplan/til-sverige/"],
)
def test_a_printed_plan_is_a_list_to_read(page: Page, address: str) -> None:
    """The title of each step has two fifths of its row at least, however long its time is told."""
    page.set_viewport_size({"width": 680, "height": 1000})  # what A4 leaves between its margins
    page.goto(address, wait_until="networkidle")
    page.emulate_media(media="print")
    shares = page.evaluate(TITLES)
    assert (len(shares) > 5, [share for share in shares if share < 0.4]) == (True, [])


def test_a_printed_reason_names_its_source(page: Page) -> None:
    """Who has the paper alone reads the address at which it is said, and no word that was a link."""
    page.goto("/vilken-plats/#a=lake", wait_until="networkidle")
    page.emulate_media(media="print")
    sources = page.locator("[data-matches] .source-ref")
    behind = sources.evaluate_all("(all) => all.map((one) => getComputedStyle(one, '::after').content)")
    led = sources.evaluate_all("(all) => all.map((one) => one.href.split('//')[1])")
    assert (len(led) > 5, behind) == (True, [f'": {address}"' for address in led])


def test_a_printed_figure_is_no_smaller_than_its_remark(page: Page) -> None:
    """»Computed« stands beside the number, not above it in size."""
    page.goto("/jamfor/#place=falun,hamar", wait_until="networkidle")
    page.emulate_media(media="print")
    sizes = "(all) => [...new Set(all.map((one) => getComputedStyle(one).fontSize))]"
    found = [page.locator(f".compare td {part}").evaluate_all(sizes) for part in (".about", ".value")]
    assert (found[0] != [], found[0]) == (True, found[1])


def test_a_printed_cost_begins_on_the_first_page(page: Page, tmp_path: Path) -> None:
    """The card of the first country stands below the heading, and nothing of a card is cut off."""
    page.goto("/hr-guide/vad-kostar-en-anstalld/", wait_until="networkidle")
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    page.emulate_media(media="print")
    with pikepdf.open(tmp_path / "page.pdf") as pdf:
        lengths = [len(one.Contents.read_bytes()) for one in pdf.pages]
    assert (page.evaluate(CUT), lengths[0] > max(lengths) / 3) == ([["visible", "auto"]] * 2, True)
