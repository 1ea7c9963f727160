"""What nginx answers with the configuration that `make.py server` writes, header by header."""

import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPResponse, RemoteDisconnected
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from browser.conftest import free_port, serve
from campaign.compression import write_compressed
from campaign.outputs.assets import integrity
from campaign.policy import load_policy

pytestmark = pytest.mark.browser

Answer = tuple[int, dict[str, str]]
Ask = Callable[..., Answer]

POLICY = load_policy()
KEPT = "public, max-age=31536000, immutable"
# The kinds of files whose type a reader's program goes by; those of pictures that no page has yet among them.
TYPES = {name: kind for name, kind in POLICY.kinds.items() if not name.startswith("_")}


@pytest.fixture
def ask(web: str) -> Ask:
    """A function that asks the server for an address and gives status and headers."""
    return lambda address, **headers: asked(web, address, **headers)


def asked(web: str, address: str, **headers: str) -> Answer:
    """Status and headers of an answer; `accept_encoding` is the header Accept-Encoding."""
    connection = HTTPConnection(urlsplit(web).netloc)
    sent = {
        "Accept-Encoding": "gzip",
        **{name.replace("_", "-").title(): value for name, value in headers.items()},
    }
    connection.request("GET", address, headers=sent)
    response = connection.getresponse()
    connection.close()
    return response.status, {name.lower(): value for name, value in response.getheaders()}


@pytest.fixture(scope="module")
def every_kind(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with a file of each kind, and a text that is compressed beforehand."""
    folder = tmp_path_factory.mktemp("kinds")
    site = folder / "site"
    site.mkdir()
    for name in TYPES:
        (site / (f"a{name}" if name.startswith(".") else name)).write_bytes(b"x" * 1000)
    for page in ("404.html", "index.html"):
        (site / page).write_text(f"{page} " * 200, encoding="utf-8")
    write_compressed(site, POLICY, folder)
    with serve(project, folder, site) as address:
        yield address


@pytest.fixture
def style_sheet(site: Path) -> str:
    """The address of the style sheet."""
    [sheet] = (site / "assets").glob("site.*.css")
    return f"/assets/{sheet.name}"


@pytest.mark.parametrize(
    ("address", "lang", "home"),
    [
        ("/finns/inte/", "sv", "/"),
        ("/no/finnes/ikke/", "nb", "/no/"),
        ("/en/not/there/", "en", "/en/"),
        ("/no/finnes/ikke.ics", "nb", "/no/"),
        ("/no/nyheter/ikke/rss.xml", "nb", "/no/"),
        ("/en/not/there.csv", "en", "/en/"),
        ("/assets/", "sv", "/"),
        ("/_headers", "sv", "/"),
    ],
)
def test_missing_page_is_told_in_its_language(
    open_page: Callable[..., Page], ask: Ask, address: str, lang: str, home: str
) -> None:
    """Who follows a dead link is told so in the language of the link, whatever it ends in, and finds the way home."""
    page = open_page(address)
    said = page.evaluate("[document.documentElement.lang, document.querySelector('.brand').pathname]")
    assert (ask(address)[0], said) == (404, [lang, home])


def test_missing_page_is_dressed(open_page: Callable[..., Page]) -> None:
    """A page about a missing page looks like the others, at any depth."""
    page = open_page("/no/finnes/ikke/her/")
    assert page.evaluate("[...document.styleSheets].map((sheet) => sheet.cssRules.length > 50)") == [True]


@pytest.mark.parametrize(
    "address", ["/", "/no/", "/media/mark.svg", "/finns/inte/", "/seminarier/kalender.ics"]
)
def test_every_answer_protects_the_reader(ask: Ask, address: str) -> None:
    """Whatever the server sends, the browser is told to run and load nothing that is not ours."""
    _, headers = ask(address)
    said = {name.lower(): value for name, value in POLICY.headers.items()}
    assert {name: headers.get(name) for name in said} == said
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert {name: policy[name] for name in ("default-src", "base-uri", "object-src", "frame-ancestors")} == {
        name: "'none'" for name in ("default-src", "base-uri", "object-src", "frame-ancestors")
    }


def test_the_policy_names_every_script_of_the_site(site: Path, ask: Ask) -> None:
    """What a page may run are the files that lie in assets/, and no other."""
    ours = {f"'{integrity(path.read_bytes())}'" for path in (site / "assets").glob("*.js")}
    said = ask("/")[1]["content-security-policy"].partition("script-src ")[2].partition(";")[0]
    assert {word for word in said.split() if word.startswith("'sha")} == ours


@pytest.mark.parametrize("name", TYPES)
def test_every_kind_of_file_says_what_it_is(every_kind: str, name: str) -> None:
    """A press on a calendar opens the calendar, on a book the book; texts are in UTF-8."""
    kind = TYPES[name]
    status, headers = asked(every_kind, f"/a{name}" if name.startswith(".") else f"/{name}")
    said = kind.type + ("; charset=utf-8" if kind.text else "")
    assert (status, headers["content-type"]) == (200, said)


@pytest.mark.parametrize("name", TYPES)
def test_open_data_is_open(every_kind: str, name: str) -> None:
    """Pages of other sites may read data, feeds and calendars, and nothing else."""
    _, headers = asked(every_kind, f"/a{name}" if name.startswith(".") else f"/{name}")
    said = (headers.get("access-control-allow-origin"), headers["cross-origin-resource-policy"])
    assert said == (("*", "cross-origin") if TYPES[name].open else (None, "same-origin"))


@pytest.mark.parametrize(("known", "way"), [("gzip", "gzip"), ("gzip, br", "br"), ("", None)])
def test_what_was_compressed_is_sent_as_it_lies(every_kind: str, known: str, way: str | None) -> None:
    """A browser gets the best that it knows, and nobody compresses while it waits."""
    status, headers = asked(every_kind, "/", accept_encoding=known)
    assert (status, headers.get("content-encoding"), headers["vary"]) == (200, way, "Accept-Encoding")


def test_a_name_with_a_digest_is_kept_for_a_year(ask: Ask, site: Path, style_sheet: str) -> None:
    """Styles, scripts, type and leaves of the search are fetched once; a page, and a name that is not there, are asked for anew."""
    [script, *_] = (site / "assets").glob("*.js")
    leaf = "/search/sv/terms-000.txt"
    kept = (style_sheet, f"/assets/{script.name}", f"{leaf}?12345678")
    asked_for = (leaf, "/?12345678", "/?a.12345678.js", "/", "/media/mark.svg", "/assets/gone.12345678.js")
    told = {address: ask(address)[1]["cache-control"] for address in (*kept, *asked_for)}
    assert told == {**dict.fromkeys(kept, KEPT), **dict.fromkeys(asked_for, "no-cache")}


def test_text_is_sent_compressed(ask: Ask, style_sheet: str) -> None:
    """Pages, styles and drawings travel small also where nobody has compressed them before."""
    sent = [ask(address)[1].get("content-encoding") for address in ("/", style_sheet, "/media/cover.svg")]
    assert sent == ["gzip"] * 3


def test_forgotten_slash_is_added(ask: Ask) -> None:
    """An address typed without its last slash leads to the page, on whatever host it was asked for."""
    status, headers = ask("/no/kommuner")
    assert (status, headers["location"]) == (301, "/no/kommuner/")


def test_another_host_gets_no_answer(ask: Ask) -> None:
    """Nobody shows our pages under a name that is not ours."""
    with pytest.raises(RemoteDisconnected):
        ask("/", Host="evil.example")


def test_http_leads_to_https_which_is_remembered(project: Path, tmp_path: Path) -> None:
    """With a certificate every name and scheme leads to one, and a browser that was there comes back by it."""
    port = free_port()
    names = {"certificate": tmp_path / "site.pem", "key": tmp_path / "site.key"}
    new = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=a"]
    subprocess.run(
        [*new, "-out", names["certificate"], "-keyout", names["key"]], check=True, capture_output=True
    )
    options = [word for name, path in names.items() for word in (f"--{name}", str(path))]
    own = ("--host", "exempel.example")
    changes = {"listen 443": f"listen 127.0.0.1:{port}"}
    with serve(project, tmp_path, changes=changes, options=(*options, *own)) as web:
        by_http = [asked(web, "/om/?a=b", Host=host) for host in ("exempel.example", "www.exempel.example")]
        by_https = remembered(port, "exempel.example")
        with pytest.raises(ssl.SSLError):
            remembered(port, "evil.example")
    assert [(status, headers["location"]) for status, headers in by_http] == [
        (301, "https://exempel.example/om/?a=b")
    ] * 2
    assert by_https == "max-age=63072000; includeSubDomains"


def remembered(port: int, host: str) -> str | None:
    """For how long a browser that came to a host by HTTPS comes back by it."""
    with socket.create_connection(("127.0.0.1", port)) as plain:
        context = ssl._create_unverified_context()
        with context.wrap_socket(plain, server_hostname=host) as secured, HTTPResponse(secured) as response:
            secured.sendall(f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())
            response.begin()
            return response.getheader("strict-transport-security")
