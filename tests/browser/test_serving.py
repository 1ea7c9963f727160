"""What the server of docs/developers/nginx.conf answers, header by header."""

from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

Answer = tuple[int, dict[str, str]]

# Bytes, as nginx.conf says.
PACKED_FROM = 512
PROTECTION = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


@pytest.fixture
def ask(web: str) -> Callable[[str], Answer]:
    """A function that asks the server for an address and gives status and headers."""

    def get(address: str) -> Answer:
        connection = HTTPConnection(urlsplit(web).netloc)
        connection.request("GET", address, headers={"Accept-Encoding": "gzip"})
        response = connection.getresponse()
        headers = {name.lower(): value for name, value in response.getheaders()}
        connection.close()
        return response.status, headers

    return get


@pytest.fixture
def style_sheet(site: Path) -> str:
    """The address of the style sheet."""
    [sheet] = (site / "assets").glob("site.*.css")
    return f"/assets/{sheet.name}"


@pytest.mark.parametrize(
    ("address", "lang", "home"),
    [("/finns/inte/", "sv", "/"), ("/no/finnes/ikke/", "nb", "/no/"), ("/en/not/there/", "en", "/en/")],
)
def test_missing_page_is_told_in_its_language(
    open_page: Callable[..., Page], ask: Callable[[str], Answer], address: str, lang: str, home: str
) -> None:
    """Who follows a dead link is told so in the language of the link, and finds the way home from any depth."""
    page = open_page(address)
    said = page.evaluate("[document.documentElement.lang, document.querySelector('.brand').pathname]")
    assert (ask(address)[0], said) == (404, [lang, home])


def test_missing_page_is_dressed(open_page: Callable[..., Page]) -> None:
    """A page about a missing page looks like the others, at any depth."""
    page = open_page("/no/finnes/ikke/her/")
    assert page.evaluate("[...document.styleSheets].map((sheet) => sheet.cssRules.length > 50)") == [True]


@pytest.mark.parametrize("address", ["/", "/no/", "/media/mark.svg", "/finns/inte/", "/no/finnes/ikke/"])
def test_every_answer_protects_the_reader(ask: Callable[[str], Answer], address: str) -> None:
    """Whatever the server sends, the browser is told to run and load nothing that is not ours."""
    _, headers = ask(address)
    assert {name: headers.get(name) for name in PROTECTION} == PROTECTION


def test_style_sheet_protects_and_stays(ask: Callable[[str], Answer], style_sheet: str) -> None:
    """The style sheet is fetched once, for its name changes whenever it does."""
    _, headers = ask(style_sheet)
    expected = {**PROTECTION, "cache-control": "public, max-age=31536000, immutable"}
    assert {name: headers.get(name) for name in expected} == expected


def test_scripts_travel_small_and_stay(ask: Callable[[str], Answer], site: Path) -> None:
    """A script comes compressed, as a script, and is fetched once; one that fits into a packet comes as it is."""
    scripts = [path for path in (site / "assets").glob("*.js") if path.stat().st_size >= PACKED_FROM]
    sent = [ask(f"/assets/{path.name}")[1] for path in scripts]
    names = ("content-type", "content-encoding", "cache-control")
    expected = ["application/javascript; charset=utf-8", "gzip", "public, max-age=31536000, immutable"]
    assert [[headers.get(name) for name in names] for headers in sent] == [expected] * len(sent)


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/seminarier/kalender.ics", "text/calendar; charset=utf-8"),
        ("/no/seminarer/kalender.ics", "text/calendar; charset=utf-8"),
        ("/nyheter/rss.xml", "application/rss+xml; charset=utf-8"),
        ("/no/nyheter/atom.xml", "application/atom+xml; charset=utf-8"),
        ("/seminarier/feed.json", "application/feed+json"),
        ("/downloads/archive.json", "application/json"),
    ],
)
def test_what_can_be_followed_says_what_it_is(ask: Callable[[str], Answer], address: str, kind: str) -> None:
    """A press on a calendar opens the calendar, a feed the feed program, and each protects the reader as pages do."""
    status, headers = ask(address)
    expected = {**PROTECTION, "content-type": kind, "cache-control": "no-cache"}
    assert (status, {name: headers.get(name) for name in expected}) == (200, expected)


def test_pages_are_asked_for_anew(ask: Callable[[str], Answer]) -> None:
    """A corrected page reaches the reader at the next visit."""
    assert ask("/")[1]["cache-control"] == "no-cache"


def test_text_is_sent_compressed(ask: Callable[[str], Answer], style_sheet: str) -> None:
    """Pages, styles and drawings travel small."""
    sent = [ask(address)[1].get("content-encoding") for address in ("/", style_sheet, "/media/cover.svg")]
    assert sent == ["gzip"] * 3


def test_forgotten_slash_is_added(ask: Callable[[str], Answer]) -> None:
    """An address typed without its last slash leads to the page, on whatever host it was asked for."""
    status, headers = ask("/no/kommuner")
    assert (status, headers["location"]) == (301, "/no/kommuner/")
