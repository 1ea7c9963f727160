"""The archive in a real browser: find a seminar, read who paid, hear a table."""

from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from campaign.content import Content, load_content
from campaign.files import load_tree

pytestmark = pytest.mark.browser

OpenPage = Callable[..., Page]

ARCHIVE = {"sv": "/seminarier/", "no": "/no/seminarer/"}
YOUNG = "ungdomar"
VISIBLE = "(all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent.trim())"


@pytest.fixture(scope="session")
def content(project: Path) -> Content:
    """The real content."""
    return load_content(load_tree(project))[0]


def titles(page: Page) -> list[str]:
    """The titles that the archive shows, in order."""
    return list(page.locator(".archive .seminar-title a").evaluate_all(VISIBLE))


def test_start_page_leads_to_the_seminar_about_the_young(open_page: OpenPage, content: Content) -> None:
    """Two steps by keyboard: from the start page to the archive, from the archive to the seminar."""
    title = content.records["seminars"][YOUNG].title
    page = open_page("/")
    page.locator(".menu").get_by_role("link", name="Seminarier").press("Enter")
    page.get_by_role("link", name=title, exact=True).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_theme_narrows_the_list(open_page: OpenPage, content: Content) -> None:
    """Who asks for the theme of the young sees the seminars of that theme and no other, and how many they are."""
    page = open_page(ARCHIVE["no"])
    page.locator("select[name=theme]").select_option("young")
    expected = {s.title for s in content.records["seminars"].values() if s.theme == "young"}
    status = content.label("archive", "shown", "no")
    counts = {"{count}": len(expected), "{all}": len(content.records["seminars"])}
    for mark, count in counts.items():
        status = status.replace(mark, str(count))
    assert (set(titles(page)), page.locator("[data-status]").inner_text()) == (expected, status)


@pytest.mark.parametrize("words", ["ungdomar vilka", "UNGDOMAR", "vart pa vag"])
def test_words_of_a_title_find_it(open_page: OpenPage, content: Content, words: str) -> None:
    """A reader who remembers a word or two finds the seminar, also without dots over the letters."""
    page = open_page(ARCHIVE["sv"])
    page.locator("input[name=words]").press_sequentially(words)
    assert content.records["seminars"][YOUNG].title in titles(page)


def test_choice_can_be_sent_to_somebody(open_page: OpenPage) -> None:
    """Who opens the address of a narrowed list sees the same list, and the reset shows all again."""
    page = open_page(ARCHIVE["sv"])
    whole = titles(page)
    page.locator("select[name=region]").select_option("hamarregionen")
    other = open_page(str(page.evaluate("location.href")))
    narrowed = titles(other)
    other.locator("button[type=reset]").press("Enter")
    expect(other.locator("select[name=region]")).to_have_value("")
    expect(other.locator(".archive .seminar-title a:visible")).to_have_count(
        len(whole)
    )  # comes after the reset
    assert (narrowed, titles(other)) == (titles(page), whole)
    assert 0 < len(narrowed) < len(whole)


@pytest.mark.parametrize(
    ("address", "heading"), [(ARCHIVE["sv"], "archive-title"), ("/no/hr-guide/plikter/", "duties-no")]
)
def test_a_link_to_a_heading_leads_there(open_page: OpenPage, address: str, heading: str) -> None:
    """What narrows a list leaves an address alone that names a heading: the search leads to such."""
    page = open_page(f"{address}#{heading}")
    page.wait_for_load_state("networkidle")
    expect(page.locator(f"#{heading}")).to_be_in_viewport()
    assert page.evaluate("location.hash") == f"#{heading}"


def test_the_choice_goes_along_to_the_other_language(open_page: OpenPage) -> None:
    """Who has narrowed the archive and reads on in Norwegian sees the same events."""
    page = open_page(ARCHIVE["sv"])
    page.locator("select[name=region]").select_option("hamarregionen")
    page.locator(".languages a[hreflang=nb]").press("Enter")
    page.wait_for_url("**/no/seminarer/#region=hamarregionen")
    expect(page.locator("select[name=region]")).to_have_value("hamarregionen")


@pytest.mark.parametrize("code", ["sv", "no"])
def test_whole_archive_is_there_without_a_script(open_page: OpenPage, content: Content, code: str) -> None:
    """A browser that runs no script shows every seminar, and no form that would do nothing."""
    page = open_page(ARCHIVE[code], java_script_enabled=False)
    shown = page.locator(".archive .seminar-title a").all_inner_texts()
    assert sorted(shown) == sorted(s.title for s in content.records["seminars"].values())
    assert page.locator(".archive-form").is_visible() is False


@pytest.mark.parametrize(("code", "name"), [("sv", "Seminarier"), ("no", "Seminarer")])
def test_calendar_can_be_subscribed_to(open_page: OpenPage, code: str, name: str) -> None:
    """From the archive a calendar program gets a calendar in the reader's language, also while nothing is planned."""
    page = open_page(ARCHIVE[code])
    addresses = page.locator("a[href$='.ics']").evaluate_all("(all) => all.map((link) => link.href)")
    schemes = sorted(address.partition(":")[0] for address in addresses)
    answer = page.request.get(next(a for a in addresses if a.startswith("http:")))
    calendar = Calendar.from_ical(answer.text())
    assert (schemes, answer.headers["content-type"].partition(";")[0]) == (
        ["http", "webcal"],
        "text/calendar",
    )
    assert name.lower() in str(calendar["X-WR-CALNAME"])


@pytest.mark.parametrize("width", [390, 1280])
def test_emblem_of_the_union_is_no_smaller_than_ours(open_page: OpenPage, width: int) -> None:
    """Where the Union paid, its emblem is at least as high and as wide as any other mark on the page."""
    page = open_page("/projekt/kompetensforsorjning/", width=width)
    ours, theirs = (page.locator(part).bounding_box() for part in (".brand svg", ".funding img"))
    assert ours and theirs
    assert (theirs["width"] >= ours["width"], theirs["height"] >= ours["height"]) == (True, True)


def test_indicators_are_a_table_for_those_who_hear_it(open_page: OpenPage, content: Content) -> None:
    """A screen reader finds each indicator as the head of its row, and the columns by name."""
    page = open_page("/projekt/kompetensforsorjning/")
    indicators = content.records["projects"]["kompetensforsorjning"].indicators
    name = content.label("interface", "indicator", "sv")
    table = page.get_by_role("table").filter(has=page.get_by_role("columnheader", name=name))
    heads = [text.split("\n")[0] for text in table.get_by_role("rowheader").all_inner_texts()]
    assert [any(one.name["sv"] in head for head in heads) for one in indicators] == [True] * len(indicators)
