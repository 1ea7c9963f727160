"""Forms that somebody receives, on a real server of their own: sent, refused, down, slow, without scripts; nothing is lost in any."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.conftest import serve
from campaign.content import Content, load_content
from campaign.files import load_tree
from real_site import ROOT, SPECIMEN, built, copy_project
from visit import AXE, MEASURES, violations

pytestmark = pytest.mark.browser

OpenPage = Callable[..., Page]

OWNER = "post@exempel.example"
INTEREST, LETTER, SENT = "/interest/", "/newsletter/", "/tack/"
SOMEWHERE, PUBLISHED = "https://form.example", "https://inlandsregioner.example"
PAGE = """---
title: Hör av dig
description: Skriv ett par rader om vad du söker, så svarar den som driver webbplatsen.
only: sv
---

<!-- campaign:{} -->
"""
SENT_PAGES = {
    "sv": """---
title: Tack
description: Det som händer när meddelandet har kommit fram till den som driver webbplatsen.
---

Nu läser någon.
""",
    "no": """---
title: Takk
description: Det som skjer når meldingen har kommet fram til den som driver nettstedet.
---

Nå leser noen.
""",
}


@dataclass
class Receiver:
    """A small server that takes messages: its port, what it answers, what came, and whether it may answer yet."""

    port: int = 0
    status: int = 200
    messages: list[dict[str, list[str]]] = field(default_factory=list)
    may_answer: Event = field(default_factory=Event)
    server: ThreadingHTTPServer | None = None

    @property
    def address(self) -> str:
        """Where it is, on a host of its own."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Answer from now on, at the same address each time."""
        self.status = 200
        self.messages.clear()
        self.may_answer.set()
        if self.server is None:
            self.server = ThreadingHTTPServer(("127.0.0.1", self.port), handler(self))
            self.port = self.server.server_port
            Thread(target=self.server.serve_forever, args=(0.01,)).start()

    def stop(self) -> None:
        """Be down: whoever asks is refused at the door."""
        if self.server:
            self.server.shutdown()
            self.server.server_close()
        self.server = None


def handler(receiver: Receiver) -> type[BaseHTTPRequestHandler]:
    """What answers for a receiver: a page for who asks for one, as a browser without scripts does, and else a number."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            message = parse_qs(body.replace("%0D%0A", "%0A"))
            receiver.messages.append(message)
            receiver.may_answer.wait(30)
            is_plain = (
                "text/html" in self.headers["Accept"] and receiver.status == 200 and "answer" in message
            )
            self.send_response(303 if is_plain else receiver.status)
            self.send_header("Location", message.get("answer", [""])[0])
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    return Handler


@pytest.fixture(scope="module")
def receiving() -> Iterator[Receiver]:
    """The server behind the forms."""
    receiver = Receiver()
    receiver.start()
    yield receiver
    receiver.stop()


@pytest.fixture
def receiver(receiving: Receiver) -> Receiver:
    """The server, as new."""
    receiving.start()
    return receiving


@pytest.fixture(scope="module")
def form_web(
    receiving: Receiver, once: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The site of an owner who has an address for the forms, which is that of our own server, and one for e-mail."""
    folder = once("forms", _build_with_forms)
    site = shutil.copytree(folder / "site", tmp_path_factory.mktemp("form") / "site")
    with serve(folder, tmp_path_factory.mktemp("nginx"), site, {SOMEWHERE: receiving.address}) as address:
        for page in (site / INTEREST.strip("/") / "index.html", site / LETTER.strip("/") / "index.html"):
            text = page.read_text(encoding="utf-8").replace(SOMEWHERE, receiving.address)
            page.write_text(text.replace(PUBLISHED, address), encoding="utf-8")
        yield address


def _build_with_forms(copy: Path) -> None:
    """The specimen with the real forms and words."""
    copy_project(copy, content_of=SPECIMEN)
    _take_words(copy)
    for name in ("interest", "newsletter"):
        (copy / f"content/sv/{name}.md").write_text(PAGE.format(f"{name}-form"), encoding="utf-8")
    for code, text in SENT_PAGES.items():
        (copy / "content" / code / "sent.md").write_text(text, encoding="utf-8")
    for path, old, new in (
        ("content/data/site.yml", "pages:\n  duties", "pages:\n  interest_sent: sent.md\n  duties"),
        ("content/data/addresses.yml", "search:", "sent: {sv: tack, no: takk}\nsearch:"),
        ("mkdocs.yml", "interest: null", f"interest: {SOMEWHERE}/interest"),
        ("mkdocs.yml", "newsletter: null", f"newsletter: {SOMEWHERE}/newsletter"),
        ("mkdocs.yml", "email: null", f"email: {OWNER}"),
    ):
        text = (copy / path).read_text(encoding="utf-8")
        assert old in text
        (copy / path).write_text(text.replace(old, new), encoding="utf-8")
    built(copy)


def _take_words(copy: Path) -> None:
    """Let a copy say what the project says, beside the words that only it needs."""
    path = "content/data/labels.yml"
    texts = ((root / path).read_text(encoding="utf-8") for root in (copy, ROOT))
    own, real = (yaml.load(text, Loader=yaml.CBaseLoader) for text in texts)  # in which `no` is a word
    both = {group: {**own.get(group, {}), **real.get(group, {})} for group in {**own, **real}}
    (copy / path).write_text(yaml.safe_dump(both, allow_unicode=True, sort_keys=False), encoding="utf-8")


@pytest.fixture
def reader(browser: Browser, form_web: str) -> Iterator[BrowserContext]:
    """A reader with scripts."""
    context = browser.new_context(base_url=form_web)
    yield context
    context.close()


@pytest.fixture
def plain_reader(browser: Browser, form_web: str) -> Iterator[BrowserContext]:
    """A reader whose browser runs none."""
    context = browser.new_context(base_url=form_web, java_script_enabled=False)
    yield context
    context.close()


def opened(reader: BrowserContext, address: str = INTEREST) -> Page:
    """A page that a reader has opened."""
    page = reader.new_page()
    page.goto(address)
    return page


@pytest.fixture
def form(reader: BrowserContext) -> Page:
    """The page with the form of interest."""
    return opened(reader)


def press(page: Page, selector: str = "form button") -> None:
    """Use a control as somebody does who has no mouse."""
    page.locator(selector).focus()
    page.keyboard.press("Enter")


def expect_status(page: Page, became: str) -> None:
    """The form says what became of the message."""
    status = page.locator("[data-status]")
    expect(status).to_contain_text(status.get_attribute(f"data-{became}") or "-")


TYPED = ["Kim Öå", "kim@exempel.example", "year", "Jobb & bostad,\ngärna snart"]


def typed(page: Page) -> list[str]:
    """What stands in the fields."""
    return [page.input_value(f"#interest-{name}") for name in ("name", "reach", "when", "seek")]


def fill(page: Page, reach: str = TYPED[1]) -> dict[str, list[str]]:
    """Fill in the form, and say what a server should get."""
    page.fill("#interest-name", TYPED[0])
    page.fill("#interest-reach", reach)
    page.locator("[name=region]").first.check()
    page.select_option("[name=when]", TYPED[2])
    page.fill("#interest-seek", TYPED[3])
    return {
        "name": [TYPED[0]],
        "channel": ["email"],
        "reach": [reach],
        "region": [page.locator("[name=region]").first.get_attribute("value") or ""],
        "when": [TYPED[2]],
        "seek": [TYPED[3]],
        "answer": [page.url.removesuffix(INTEREST) + SENT],
    }


def test_sent_message_arrives(form: Page, receiver: Receiver) -> None:
    """What the reader writes comes whole to the owner's server, and the reader is told so."""
    expected = fill(form)
    press(form)
    expect_status(form, "sent")
    assert (receiver.messages, form.input_value("#interest-seek")) == ([expected], "")


@pytest.mark.parametrize(
    ("channel", "reach"),
    [("email", ""), ("email", "kim"), ("email", "070 123 45 67"), ("phone", "kim@x.example")],
)
def test_what_is_wrong_is_told_on_top_and_beside_the_field(
    form: Page, receiver: Receiver, channel: str, reach: str
) -> None:
    """The list of what is wrong takes the focus, leads to the field, which says it too, and nothing is sent."""
    fill(form, reach)
    form.locator(f"[name=channel][value={channel}]").check()
    press(form)
    summary, wrong = form.locator("[data-errors]"), form.locator("#interest-reach")
    error = wrong.get_attribute("data-error") or "-"
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("1 sak att rätta:")
    expect(wrong).to_have_accessible_description(error)
    form.keyboard.press("Tab")
    form.keyboard.press("Enter")
    expect(wrong).to_be_focused()
    found = (wrong.get_attribute("aria-invalid"), summary.get_by_role("link").all_inner_texts())
    assert (found, receiver.messages) == (("true", [error]), [])


@pytest.mark.parametrize(("channel", "reach"), [("email", TYPED[1]), ("phone", "+46 70 123 45 67")])
def test_fixed_address_is_accepted(form: Page, receiver: Receiver, channel: str, reach: str) -> None:
    """After a slip the reader fixes the address and sends, without typing the rest again."""
    fill(form, "kim")
    press(form)
    form.locator(f"[name=channel][value={channel}]").check()
    form.fill("#interest-reach", reach)
    press(form)
    expect_status(form, "sent")
    sent = [(message["channel"], message["reach"], message["seek"]) for message in receiver.messages]
    assert (sent, form.locator("#interest-reach-error").inner_text()) == (
        [([channel], [reach], [TYPED[3]])],
        "",
    )
    expect(form.locator("[data-errors]")).to_be_hidden()


@pytest.mark.parametrize(("status", "became"), [(422, "refused"), (403, "refused"), (500, "failed")])
def test_a_refusal_loses_nothing(form: Page, receiver: Receiver, status: int, became: str) -> None:
    """When the server does not take it, all that was typed stands, and the same words can go as an e-mail."""
    receiver.status = status
    expected = fill(form)
    press(form)
    expect_status(form, became)
    link = form.locator("[data-status] a")
    expect(link).to_have_text(OWNER)
    mail = urlsplit(link.get_attribute("href") or "")
    body = parse_qs(mail.query)["body"][0].replace("\r\n", "\n")
    missing = [
        text for name in ("name", "reach", "region", "seek") for text in expected[name] if text not in body
    ]
    assert (mail.path, missing, typed(form)) == (OWNER, [], TYPED)


def test_a_server_that_is_down_loses_nothing(form: Page, receiver: Receiver) -> None:
    """All that was typed stands, and sending again works when the server is back."""
    expected = fill(form)
    receiver.stop()
    press(form)
    expect_status(form, "failed")
    assert typed(form) == TYPED
    receiver.start()
    press(form)
    expect_status(form, "sent")
    assert receiver.messages == [expected]


def test_a_slow_line_sends_once(form: Page, receiver: Receiver) -> None:
    """Who presses twice while nothing seems to happen is told that it is under way, and writes one message."""
    receiver.may_answer.clear()
    expected = fill(form)
    press(form)
    expect_status(form, "sending")
    press(form)
    receiver.may_answer.set()
    expect_status(form, "sent")
    assert receiver.messages == [expected]


def test_a_line_of_fifty_kilobits_brings_it(reader: BrowserContext, form: Page, receiver: Receiver) -> None:
    """A long letter over the slowest line comes whole."""
    expected = fill(form)
    long = "Vi är fem och söker hus. " * 400
    form.fill("#interest-seek", long)
    line = reader.new_cdp_session(form)
    slow = {"offline": False, "latency": 400, "downloadThroughput": 6250, "uploadThroughput": 6250}
    line.send("Network.emulateNetworkConditions", slow)
    press(form)
    expect_status(form, "sent")
    assert receiver.messages == [{**expected, "seek": [long]}]


def test_nobody_waits_for_ever(form: Page, receiver: Receiver) -> None:
    """A server that never answers is given up: the reader is told that nobody knows, and the words can go as an e-mail."""
    receiver.may_answer.clear()
    form.evaluate("AbortSignal.timeout = () => AbortSignal.abort(new DOMException('', 'TimeoutError'))")
    fill(form)
    press(form)
    expect_status(form, "late")
    expect(form.locator("[data-status] a")).to_have_text(OWNER)
    receiver.may_answer.set()
    assert typed(form) == TYPED


def test_form_works_without_javascript(
    plain_reader: BrowserContext, form_web: str, receiver: Receiver
) -> None:
    """A reader whose browser runs no scripts sends the same message, and is told what happens now."""
    page = opened(plain_reader)
    expected = fill(page)
    page.locator("form button").click()
    page.wait_for_url(form_web + SENT)
    assert (receiver.messages, page.locator("h1").inner_text()) == ([expected], "Tack")


@pytest.mark.parametrize("is_down", [True, False], ids=["down", "refused"])
def test_without_javascript_a_way_back_loses_nothing(
    plain_reader: BrowserContext, receiver: Receiver, is_down: bool
) -> None:
    """The browser shows that nobody answered or took it; back on the form all that was typed stands."""
    page = opened(plain_reader)
    fill(page)
    if is_down:
        receiver.stop()
    receiver.status = 500
    page.locator("form button").click()
    page.wait_for_url(lambda url: INTEREST + "index" not in url and not url.endswith(INTEREST))
    page.go_back()
    assert typed(page) == TYPED


def test_without_javascript_the_browser_says_what_is_missing(
    plain_reader: BrowserContext, receiver: Receiver
) -> None:
    """An empty field that is needed stops the form before anything is sent."""
    page = opened(plain_reader)
    page.locator("form button").click()
    expect(page.locator("#interest-reach")).to_be_focused()
    assert receiver.messages == []


def test_the_newsletter_is_ordered(reader: BrowserContext, receiver: Receiver) -> None:
    """Two things are wrong at first, both are listed; fixed, the order comes with language and consent."""
    page = opened(reader, LETTER)
    press(page)
    expect(page.locator("[data-errors]")).to_contain_text("2 saker att rätta:")
    page.fill("#newsletter-email", TYPED[1])
    page.locator("#newsletter-consent").check()
    press(page)
    expect_status(page, "sent")
    consent = page.locator("#newsletter-consent").get_attribute("value")
    assert receiver.messages == [{"email": [TYPED[1]], "language": ["sv"], "consent": [consent]}]


def test_the_newsletter_is_ordered_without_javascript(
    plain_reader: BrowserContext, receiver: Receiver
) -> None:
    """The plain form sends the same."""
    page = opened(plain_reader, LETTER)
    page.fill("#newsletter-email", TYPED[1])
    page.locator("#newsletter-consent").check()
    page.locator("form button").click()
    page.wait_for_url(f"{receiver.address}/**")
    assert [message["email"] for message in receiver.messages] == [[TYPED[1]]]


def test_fields_tell_the_device_what_they_are(reader: BrowserContext) -> None:
    """Whoever has name and address on the device need not type them."""
    wanted = {}
    for address in (INTEREST, LETTER):
        for field_ in opened(reader, address).locator("[autocomplete]").all():
            wanted[field_.get_attribute("id")] = field_.get_attribute("autocomplete")
    assert wanted == {"interest-name": "name", "interest-reach": "email", "newsletter-email": "email"}


def test_who_wants_a_call_is_offered_the_own_number(form: Page) -> None:
    """The device offers a number, with its keys, where a number is asked for."""
    form.locator("[name=channel][value=phone]").check()
    reach = form.locator("#interest-reach")
    assert (reach.get_attribute("autocomplete"), reach.get_attribute("inputmode")) == ("tel", "tel")


@pytest.mark.parametrize("address", [INTEREST, LETTER])
def test_form_is_for_everyone(reader: BrowserContext, address: str) -> None:
    """The form, also with an error shown, has nothing that shuts somebody out or scrolls sideways on a phone."""
    page = opened(reader, address)
    page.set_viewport_size({"width": 390, "height": 900})
    press(page)
    page.evaluate(AXE)
    assert (violations(page), page.evaluate(MEASURES)) == ([], {"overflow": 0, "small": []})


@pytest.fixture(scope="module")
def content(project: Path) -> Content:
    """The real content."""
    return load_content(load_tree(project))[0]


@pytest.mark.parametrize(("address", "code"), [("/intresse/", "sv"), ("/no/interesse/", "no")])
def test_without_an_address_the_page_says_so(
    open_page: OpenPage, content: Content, address: str, code: str
) -> None:
    """As long as nobody has said where messages go, the page shows no form, and leads to those who answer."""
    page = open_page(address)
    found = page.locator("main .notice").inner_text()
    is_said = found.startswith(content.label("interest", "no-address", code))
    assert (page.locator("form").count(), is_said) == (0, True)
