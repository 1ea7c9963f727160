"""The search in a real browser: what people ask, on the page, in the dialog, by keyboard, and what it costs."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from campaign.content import Content, load_content
from campaign.files import load_tree
from campaign.pages import address_of
from campaign.settings import BY_CODE
from real_site import ROOT

pytestmark = pytest.mark.browser
OpenPage = Callable[..., Page]
SEARCH = {"sv": "/sok/", "no": "/no/sok/"}
QUERIES = ROOT / "tests/queries"
# Of the questions, that part has its page first; all have it among three.
FIRST = 0.95
# Bytes of index until the first results can be shown.
MOST = 120_000
# The reader's own script; within the page's it keeps its names to itself.
RANKING = re.sub(r"(?m)^export ", "", (ROOT / "overrides/assets/js/ranking.js").read_text(encoding="utf-8"))
# Asked as the dialog asks it; each question by a browser that has loaded nothing yet.
ASK = """async ({ folder, queries }) => {
  const { Index } = (() => { RANKING; return { Index }; })();
  return Promise.all(queries.map(async (query) => {
    let bytes = 0;
    const index = new Index(async (name) => {
      const text = await (await fetch(folder + name)).text();
      const packed = new Response(text).body.pipeThrough(new CompressionStream("gzip"));
      bytes += (await new Response(packed).arrayBuffer()).byteLength;
      return text;
    });
    const { found } = await index.search(query);
    const shown = await Promise.all(found.slice(0, 3).map(({ page }) => index.page(page)));
    return [shown.map(({ address }) => address), bytes];
  }));
}""".replace("RANKING", RANKING)


@pytest.fixture(scope="module")
def content(project: Path) -> Content:
    """The content that the site was made of."""
    return load_content(load_tree(project))[0]


def questions(content: Content, code: str) -> dict[str, list[str]]:
    """What people ask in a language → the addresses of the pages that answer."""
    lines = (QUERIES / f"{code}.txt").read_text(encoding="utf-8").splitlines()
    asked = [line.split(" | ") for line in lines if not line.startswith("#")]
    return {
        words: [address_of(content, BY_CODE[code], path) for path in pages.split(", ")]
        for words, pages in asked
    }


@pytest.fixture(scope="module", params=SEARCH)
def answers(
    request: pytest.FixtureRequest, browser: Browser, web: str, content: Content
) -> list[tuple[str, list[str], list[str], int]]:
    """Question, the pages that answer it, the three that are found first, and the bytes that it took."""
    asked = questions(content, request.param)
    page = browser.new_page(base_url=web)
    page.goto("/")
    told = page.evaluate(ASK, {"folder": f"/search/{request.param}/", "queries": [*asked]})
    page.close()
    return [(words, asked[words], *answer) for words, answer in zip(asked, told, strict=True)]


Answers = list[tuple[str, list[str], list[str], int]]


def test_there_are_a_hundred_questions(answers: Answers) -> None:
    """What people ask is so different that a few questions prove nothing."""
    assert len(answers) >= 100


def test_the_page_that_answers_comes_first(answers: Answers) -> None:
    """Whoever asks in own words, the neighbour's or with a slip of the finger, need not look through a list."""
    later = [(words, found) for words, wanted, found, _ in answers if found[:1] and found[0] not in wanted]
    assert len(later) <= (1 - FIRST) * len(answers), later


def test_the_page_that_answers_is_among_three(answers: Answers) -> None:
    """Nobody has to scroll."""
    assert [words for words, wanted, found, _ in answers if not set(wanted) & set(found)] == []


def test_the_first_result_costs_little(answers: Answers) -> None:
    """On a phone in the train the answer is there before the tunnel."""
    assert {words: size for words, *_, size in answers if size > MOST} == {}


@pytest.mark.parametrize(("code", "words"), [("sv", "flytta till norge"), ("no", "flytte til norge")])
def test_a_key_opens_the_search_on_every_page(open_page: OpenPage, code: str, words: str) -> None:
    """»/« opens it, arrows go through the results, Escape closes it, and the page stands where it stood."""
    page = open_page({"sv": "/leva/bostad/", "no": "/no/leve/bolig/"}[code])
    page.keyboard.press("/")
    page.locator("dialog input").press_sequentially(words)
    first = page.locator("dialog li a").first
    expect(first).to_be_visible()
    expect(page.locator("dialog [role=status]")).to_contain_text(words)
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator("dialog input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()


def test_enter_leads_to_all_results(open_page: OpenPage) -> None:
    """The page of the search has an address that can be kept, with the words where no server sees them."""
    page = open_page("/")
    page.locator(".find").click()
    page.locator("dialog input").press_sequentially("barnehage")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/#q=barnehage")
    expect(page.locator(".results li a").first).to_be_visible()


def test_words_before_the_hash_move_behind_it(open_page: OpenPage) -> None:
    """A link that somebody made with `?q=` works, and goes on without telling a server."""
    page = open_page("/no/sok/?q=barnehage")
    expect(page.locator(".results li a").first).to_be_visible()
    assert page.evaluate("[location.search, location.hash]") == ["", "#q=barnehage"]


def test_no_word_leaves_the_page(open_page: OpenPage) -> None:
    """Nobody learns what somebody looks for: only files of the index are fetched, whatever is typed."""
    page = open_page(SEARCH["sv"])
    asked: list[tuple[str, str]] = []
    page.on("request", lambda request: asked.append((request.resource_type, request.url)))
    page.locator("input[name=q]").press_sequentially("uppsagd")
    expect(page.locator(".results li").first).to_be_visible()
    fetched = [url for kind, url in asked if kind == "fetch"]
    assert [url for _, url in asked if "uppsagd" in url] == []
    assert (len(fetched) > 1, [url for url in fetched if "/search/sv/" not in url]) == (True, [])


def test_a_slip_is_told(open_page: OpenPage, content: Content) -> None:
    """Who misspells a name sees its results, and which word they are for."""
    page = open_page(SEARCH["sv"] + "#q=ludvka")
    said = content.label("search", "meant", "sv").replace("{words}", "Ludvika")
    expect(page.locator(".meant")).to_have_text(said)


def test_a_word_that_is_nowhere_leads_to_a_person(open_page: OpenPage, content: Content) -> None:
    """A search without an answer says so, and names somebody to ask."""
    page = open_page(SEARCH["sv"] + "#q=xyzzyqqw")
    said = content.label("search", "none", "sv").replace("{words}", "xyzzyqqw")
    expect(page.locator(".search [role=status]")).to_have_text(said)
    assert page.locator(".onward a").first.get_attribute("href", timeout=1000).endswith("/kontakter/")


def test_a_search_goes_on_in_the_neighbours_language(open_page: OpenPage) -> None:
    """The same words, one press away, in the other language."""
    page = open_page(SEARCH["no"] + "#q=Falun")
    page.locator(".onward a[hreflang=sv]").click()
    page.wait_for_url("**/sok/#q=Falun")
    expect(page.locator(".results li a").first).to_have_attribute("href", re.compile("/kommuner/falun/$"))


def test_without_a_script_the_link_leads_to_the_page(open_page: OpenPage) -> None:
    """The page of the search leads on by links, and has no field that does nothing."""
    page = open_page("/", java_script_enabled=False)
    page.locator(".find").click()
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator(".search form")).to_be_hidden()
