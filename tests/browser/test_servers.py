"""What each server that we write a configuration for answers with it: nginx and Caddy say the same."""

import shutil
from collections.abc import Iterator
from http.client import RemoteDisconnected
from pathlib import Path

import pytest
from lxml import html

from browser.asking import Ask, asked, whole_answer
from browser.conftest import serve, serve_by_caddy
from campaign.compression import write_compressed
from campaign.policy import load_policy
from campaign.serving.headers import OF_PAGES

pytestmark = pytest.mark.browser

POLICY = load_policy()
SERVERS = {"nginx": serve, "caddy": serve_by_caddy}
ASK, KEPT = "no-cache", "public, max-age=31536000, immutable"
# A file of each kind, those that no page has yet among them.
TYPES = {name: kind for name, kind in POLICY.kinds.items() if not name.startswith("_")}
FILES = {name: f"/kinds/{f'a{name}' if name.startswith('.') else name}" for name in TYPES}


@pytest.fixture(scope="module")
def site(specimen: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built specimen, and in it a file of each kind."""
    folder = tmp_path_factory.mktemp("servers") / "site"
    shutil.copytree(specimen / "site", folder)
    (folder / "kinds").mkdir()
    for address in FILES.values():
        (folder / address[1:]).write_bytes(b"x" * 1000)
    write_compressed(folder, POLICY, folder.parent)
    return folder


@pytest.fixture(scope="module", params=SERVERS)
def web(
    request: pytest.FixtureRequest, specimen: Path, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The address of each server in turn."""
    with SERVERS[request.param](specimen, tmp_path_factory.mktemp("server"), site) as address:
        yield address


@pytest.fixture
def ask(web: str) -> Ask:
    """A function that asks the server for an address and gives status and headers."""
    return lambda address, **headers: asked(web, address, **headers)


@pytest.mark.parametrize("name", TYPES)
def test_every_kind_of_file_says_what_it_is(ask: Ask, name: str) -> None:
    """A press on a calendar opens the calendar, on a book the book; texts are in UTF-8."""
    kind = TYPES[name]
    status, headers = ask(FILES[name])
    found = kind.type + ("; charset=utf-8" if kind.text else "")
    assert (status, headers["content-type"]) == (200, found)


@pytest.mark.parametrize("name", TYPES)
def test_open_data_is_open(ask: Ask, name: str) -> None:
    """Pages of other sites may read data, feeds and calendars, and nothing else."""
    _, headers = ask(FILES[name])
    found = (headers.get("access-control-allow-origin"), headers["cross-origin-resource-policy"])
    assert found == (("*", "cross-origin") if TYPES[name].open else (None, "same-origin"))


@pytest.mark.parametrize(("known", "way"), [("gzip", "gzip"), ("gzip, br", "br"), ("", None)])
def test_what_was_compressed_is_sent_as_it_lies(ask: Ask, known: str, way: str | None) -> None:
    """A browser gets the best that it knows, and nobody compresses while it waits."""
    status, headers = ask("/", accept_encoding=known)
    assert (status, headers.get("content-encoding"), headers["vary"]) == (200, way, "Accept-Encoding")


@pytest.mark.parametrize(
    ("address", "lang"),
    [
        ("/finns/inte/", "sv"),
        ("/no/finnes/ikke/", "nb"),
        ("/no/finnes/ikke.ics", "nb"),
        ("/no/nyheter/ikke/rss.xml", "nb"),
        ("/assets/", "sv"),
        ("/_headers", "sv"),
        ("/.env", "sv"),
    ],
)
def test_missing_page_is_told_in_its_language(web: str, address: str, lang: str) -> None:
    """Who follows a dead link is told so in the language of the link, whatever it ends in."""
    status, headers, body = whole_answer(web, address, accept_encoding="")
    found = (status, headers["content-type"], html.document_fromstring(body.decode()).get("lang"))
    assert found == (404, "text/html; charset=utf-8", lang)


@pytest.mark.parametrize(("old", "address"), [("/ansok/", "/flytta/"), ("/no/soke/", "/no/flytte/")])
def test_an_old_address_leads_to_the_page_of_today(ask: Ask, old: str, address: str) -> None:
    """A page that was renamed is found by its old link; nobody remembers the way for ever, for it may move again."""
    status, headers = ask(old)
    assert (status, headers["location"].removeprefix("http://127.0.0.1"), headers["cache-control"]) == (
        301,
        address,
        ASK,
    )


@pytest.mark.parametrize(
    ("address", "lang", "reason"),
    [
        ("/tjanster/taxi/", "sv", "Taxin till exempelbyarna gick i två år."),
        ("/no/tjenester/taxi/", "nb", "Drosjen til eksempelbyene gikk i to år."),
    ],
)
def test_a_page_that_is_gone_says_why(web: str, address: str, lang: str, reason: str) -> None:
    """A reader reads why, in the language of the link; a search engine is told to forget the address."""
    status, headers, body = whole_answer(web, address, accept_encoding="")
    page = html.document_fromstring(body.decode())
    found = (status, headers["content-type"], page.get("lang"), page.xpath("string(//p[@class='sub'])"))
    assert found == (410, "text/html; charset=utf-8", lang, reason)


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/media/mark.svg",
        "/finns/inte/",
        "/tjanster/taxi/",
        "/ansok/",
        "/kinds/a.ics",
    ],
)
def test_every_answer_protects_the_reader(ask: Ask, address: str) -> None:
    """Whatever the server sends, the browser is told to run and load nothing that is not ours, and not what serves it."""
    _, headers = ask(address)
    found = {name.lower(): value for name, value in POLICY.headers.items()}
    assert {name: headers.get(name) for name in found} == found
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert {name: policy[name] for name in ("default-src", "base-uri", "object-src", "frame-ancestors")} == {
        name: "'none'" for name in ("default-src", "base-uri", "object-src", "frame-ancestors")
    }
    assert headers.get("server", "nginx") == "nginx"


def test_what_a_page_fetches_is_light(ask: Ask, site: Path) -> None:
    """What a browser obeys in pages alone is not said with a style: on a slow line it weighs more than the style. A name that is not there says all."""
    [sheet] = (site / "assets").glob("site.*.css")
    found = {
        address: ask(address)[1]
        for address in (f"/assets/{sheet.name}", "/assets/gone.12345678.css", "/offline.js")
    }
    actual = [[name for name in OF_PAGES if name.lower() in headers] for headers in found.values()]
    assert actual == [[], [*OF_PAGES], [*OF_PAGES]]


def test_a_picture_brings_no_list_of_what_may_run(ask: Ask) -> None:
    """Nothing runs in a picture, a leaf of the search or a paper, and none of our scripts is named there; a page, a worker, and a name that is not there, name all."""
    said = {
        address: "'sha256-" in ask(address)[1]["content-security-policy"].partition("style-src")[0]
        for address in (
            *("/media/mark.svg", "/search/sv/terms-000.txt?12345678", "/kallor/index.md"),
            *("/", "/offline.js", "/media/gone.svg"),
        )
    }
    assert [*said.values()] == [False] * 3 + [True] * 3


def test_a_name_with_a_digest_is_kept_for_a_year(ask: Ask, site: Path) -> None:
    """Styles, scripts and leaves of the search are fetched once; a page, and a name that is not there, are asked for again."""
    [script, *_] = (site / "assets").glob("*.js")
    [sheet] = (site / "assets").glob("site.*.css")
    leaf = "/search/sv/terms-000.txt"
    kept = (f"/assets/{sheet.name}", f"/assets/{script.name}", f"{leaf}?12345678")
    asked_for = (
        leaf,
        "/?12345678",
        "/?a.12345678.js",
        "/",
        "/media/mark.svg",
        "/assets/gone.12345678.js",
        "/search/sv/gone.txt?12345678",
    )
    found = {address: ask(address)[1]["cache-control"] for address in (*kept, *asked_for)}
    assert found == {**dict.fromkeys(kept, KEPT), **dict.fromkeys(asked_for, ASK)}


def test_forgotten_slash_is_added(ask: Ask) -> None:
    """An address typed without its last slash leads to the page, on whatever host it was asked for."""
    status, headers = ask("/no/flytte")
    assert (status in (301, 308), headers["location"]) == (True, "/no/flytte/")


def test_another_host_gets_no_answer(ask: Ask) -> None:
    """Nobody shows our pages under a name that is not ours."""
    with pytest.raises(RemoteDisconnected):
        ask("/", Host="evil.example")
