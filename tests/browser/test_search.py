"""The search in a real browser: what people ask, on the page, in the dialog, by keyboard, and what it costs."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import hold_back, let_come
from campaign.content import Content, load_content
from campaign.files import load_tree
from real_site import divide
from relevance import ASKED_IN, FIRST, MOST, Answered, answers, load_questions, search_pages

pytestmark = pytest.mark.browser
OpenPage = Callable[..., Page]
# The questions of a language are divided so.
PARTS = 4


@pytest.fixture(scope="module")
def content(project: Path) -> Content:
    """The content that the site was made of."""
    return load_content(load_tree(project))[0]


@pytest.fixture(scope="module")
def search_page(content: Content) -> dict[str, str]:
    """The address of the page of the search, in each language."""
    return search_pages(content)


@pytest.fixture(scope="module")
def answered(browser: Browser, web: str, content: Content, shared: Path) -> dict[str, list[Answered]]:
    """What the search answers to all that people ask, by language and part; processes that want it divide the parts."""

    def ask(part: str) -> list[Answered]:
        code, number = part.split()
        asked = load_questions(content, code)
        page = browser.new_page(base_url=web)
        page.goto("/")
        found = answers(page, code, {words: asked[words] for words in [*asked][int(number) :: PARTS]})
        page.close()
        return found

    return divide(
        shared / "answers", [f"{code} {number}" for code in ASKED_IN for number in range(PARTS)], ask
    )


@pytest.fixture(params=ASKED_IN)
def told(request: pytest.FixtureRequest, answered: dict[str, list[Answered]]) -> list[Answered]:
    """What the search answers to all that people ask in a language."""
    return [one for part, found in answered.items() if part.split()[0] == request.param for one in found]


def test_there_are_a_hundred_questions(told: list[Answered]) -> None:
    """What people ask is so different that a few questions prove nothing."""
    assert len(told) >= 100


def test_the_page_that_answers_comes_first(told: list[Answered]) -> None:
    """Whoever asks in own words, the neighbour's or with a slip of the finger, need not look through a list."""
    later = [(one.words, one.found[:1]) for one in told if not one.is_first]
    assert len(later) <= (1 - FIRST) * len(told), later


def test_the_page_that_answers_is_among_three(told: list[Answered]) -> None:
    """Nobody has to scroll."""
    assert [one.words for one in told if not one.is_among_three] == []


def test_the_first_result_costs_little(told: list[Answered]) -> None:
    """On a phone in the train the answer is there before the tunnel."""
    assert {one.words: one.size for one in told if one.size > MOST} == {}


@pytest.mark.parametrize(("code", "words"), [("sv", "flytta till norge"), ("no", "flytte til norge")])
def test_a_key_opens_the_search_on_every_page(open_page: OpenPage, code: str, words: str) -> None:
    """»/« opens it, arrows go through the results, Escape closes it, and the page stands where it stood."""
    page = open_page({"sv": "/leva/bostad/", "no": "/no/leve/bolig/"}[code])
    page.wait_for_load_state("networkidle")
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
    page.wait_for_load_state("networkidle")
    page.locator(".find").click()
    page.locator("dialog input").press_sequentially("barnehage")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/#q=barnehage")
    expect(page.locator(".results li a").first).to_be_visible()


def test_without_a_line_the_page_stays(open_page: OpenPage, content: Content) -> None:
    """»/« puts no error of the browser in the place of what somebody reads: it is told, again if asked again, and then it works."""
    page = open_page("/leva/bostad/")
    page.wait_for_load_state("networkidle")
    said = page.locator("[popover][role=status]")
    page.context.set_offline(True)
    for _ in range(2):
        page.keyboard.press("/")
        expect(said).to_have_text(content.label("search", "failed", "sv"))
        expect(said).to_be_visible()
    page.keyboard.press("Escape")
    expect(said).to_be_hidden()
    assert page.url.endswith("/leva/bostad/")
    page.context.set_offline(False)
    page.keyboard.press("/")
    expect(page.locator("dialog input")).to_be_focused()


@pytest.mark.parametrize(
    "missing", ["**/assets/search.*.js", "**/search/sv/index.json"], ids=["script", "index"]
)
def test_where_only_the_search_is_gone_its_page_is_shown(open_page: OpenPage, missing: str) -> None:
    """After a new release an open page names files that are there no more; the page of the search names the new ones."""
    page = open_page("/leva/bostad/")
    page.wait_for_load_state("networkidle")
    page.route(missing, lambda route: route.abort())
    page.keyboard.press("/")
    page.wait_for_url("**/sok/")


@pytest.mark.parametrize(
    ("kind", "is_opened"), [("checkbox", True), ("radio", True), ("text", False), ("search", False)]
)
def test_a_key_is_a_letter_only_where_one_writes(open_page: OpenPage, kind: str, is_opened: bool) -> None:
    """»/« opens the search from a box that is ticked, and is written in a field."""
    page = open_page("/leva/bostad/")
    page.wait_for_load_state("networkidle")
    page.evaluate(
        "(kind) => document.querySelector('main').append(Object.assign(document.createElement('input'), { type: kind, id: 'here' }))",
        kind,
    )
    page.locator("#here").focus()
    page.keyboard.press("/")
    page.wait_for_timeout(300 if is_opened else 1000)
    expect(page.locator("dialog.finding")).to_have_count(int(is_opened))


def test_words_before_the_hash_move_behind_it(open_page: OpenPage) -> None:
    """A link that somebody made with `?q=` works, and goes on without telling a server."""
    page = open_page("/no/sok/?q=barnehage")
    expect(page.locator(".results li a").first).to_be_visible()
    assert page.evaluate("[location.search, location.hash]") == ["", "#q=barnehage"]


def test_no_word_leaves_the_page(open_page: OpenPage, search_page: dict[str, str]) -> None:
    """Nobody learns what somebody looks for: only files of the index are fetched, whatever is typed."""
    page = open_page(search_page["sv"])
    asked: list[tuple[str, str]] = []
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: asked.append((request.resource_type, request.url)))
    page.locator("input[name=q]").press_sequentially("uppsagd")
    expect(page.locator(".results li").first).to_be_visible()
    fetched = [url for kind, url in asked if kind == "fetch"]
    assert [url for _, url in asked if "uppsagd" in url] == []
    assert (len(fetched) > 1, [url for url in fetched if "/search/sv/" not in url]) == (True, [])


# Holds what is shown of all pages but the first back, until it is released.
_HOLD_BACK = """() => {
  const ask = fetch, come = Promise.withResolvers();
  let asked = 0;
  window.release = come.resolve;
  window.fetch = async (address) => (String(address).includes("/pages-") && asked++ && (await come.promise), ask(address));
}"""


def test_the_first_result_waits_for_no_other(open_page: OpenPage, search_page: dict[str, str]) -> None:
    """It is there while the others are on their way, and whoever has gone to it stays there when they come."""
    page = open_page(search_page["sv"])
    page.evaluate(_HOLD_BACK)
    results = page.locator(".results ol a[href]:first-child")
    page.locator("input[name=q]").fill("seminarium")
    expect(results).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(results.first).to_be_focused()
    page.evaluate("release()")
    expect(page.locator(".results h2").first).to_be_visible()
    expect(results.first).to_be_focused()
    assert results.count() > 3


def leaves(page: Page) -> set[str]:
    """The files of words that a page has fetched."""
    names = "() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /terms-|vocabulary/.test(name))"
    return set(page.evaluate(names))


def test_no_file_is_fetched_in_vain(open_page: OpenPage, search_page: dict[str, str]) -> None:
    """An open search has fetched no word yet, and a sentence wants no file for »hva« and »i«: each costs a slow phone time."""
    fetched = []
    for words in ("hva jobber folk i Gagnef", "jobber folk Gagnef"):
        page = open_page(search_page["no"])
        page.wait_for_load_state("networkidle")
        assert leaves(page) == set()
        page.locator("input[name=q]").fill(words)
        expect(page.locator(".results li").first).to_be_visible()
        fetched.append(leaves(page))
    assert (fetched[0], bool(fetched[0])) == (fetched[1], True)


@pytest.mark.parametrize(
    ("words", "wanted", "most"),
    [("legitimation", False, 2), ("fritidspedagog legitimation", True, 6), ("provanstälning", True, 6)],
    ids=["a word", "a compound that is nowhere", "a slip"],
)
def test_only_a_word_that_is_nowhere_wants_the_vocabulary(
    open_page: OpenPage, search_page: dict[str, str], words: str, wanted: bool, most: int
) -> None:
    """One file says which words are nearly that and of which it is made, so a slow phone fetches few and those at once."""
    page = open_page(search_page["sv"])
    page.wait_for_load_state("networkidle")
    page.locator("input[name=q]").fill(words)
    expect(page.locator(".results li").first).to_be_visible()
    fetched = leaves(page)
    assert (any("vocabulary" in name for name in fetched), len(fetched) <= most) == (wanted, True), fetched


@pytest.mark.parametrize(
    ("code", "typed", "meant"),
    [("sv", "ludvka", "Ludvika"), ("no", "permitering", "permittering")],
    ids=["a name", "a word whose parts are words too"],
)
def test_a_slip_is_told(
    open_page: OpenPage, search_page: dict[str, str], content: Content, code: str, typed: str, meant: str
) -> None:
    """Who misspells a word sees its results, and which word they are for."""
    page = open_page(f"{search_page[code]}#q={typed}")
    said = content.label("search", "meant", code).replace("{words}", meant)
    expect(page.locator(".meant")).to_have_text(said)


def test_what_is_typed_before_the_script_comes_is_searched_for(
    browser: Browser, web: str, search_page: dict[str, str]
) -> None:
    """On a slow line a reader has begun to type when the script is there."""
    page = browser.new_page(base_url=web)
    held = hold_back(page, "search")
    page.goto(search_page["no"], wait_until="commit")
    page.locator("input[name=q]").fill("dagpenger")
    let_come(page, held)
    expect(page.locator(".results li").first).to_be_visible()
    found = page.locator("input[name=q]").input_value(), page.evaluate("location.hash")
    page.close()
    assert found == ("dagpenger", "#q=dagpenger")


def test_signs_of_scripts_are_words_like_others(
    open_page: OpenPage, search_page: dict[str, str], content: Content
) -> None:
    """`$&` stands in the answer as it was typed."""
    page = open_page(search_page["sv"])
    page.locator("input[name=q]").fill("$& $'")
    said = content.label("search", "none", "sv").replace("{words}", "$& $'")
    expect(page.locator("[role=status]")).to_have_text(said)


def test_a_result_says_what_it_is_where_and_when(open_page: OpenPage, search_page: dict[str, str]) -> None:
    """A seminar is not taken for a page about today: its kind, its town and its year stand beside it, and below its kind the rest."""
    page = open_page(search_page["sv"] + "#q=seminarium")
    abouts = page.locator(".results .about").filter(has_text="·")
    expect(abouts.first).to_be_visible()
    expect(page.locator(".results h2").first).to_be_visible()
    assert any(re.fullmatch(r"Seminarier · \S.* · 20\d\d", one) for one in abouts.all_inner_texts())


@pytest.mark.parametrize(
    ("code", "words", "said"),
    [
        ("sv", "skilsmässa", "alike"),
        ("sv", "begravning", "alike"),
        ("no", "permitering", "alike"),
        ("sv", "förskoleplats", "found"),
    ],
    ids=["a part of it", "its beginning", "a slip", "the word"],
)
def test_what_is_only_like_the_word_is_not_about_it(
    open_page: OpenPage, search_page: dict[str, str], content: Content, code: str, words: str, said: str
) -> None:
    """Who asks for a divorce and is shown fairs is told that nothing is about it, and that this comes nearest."""
    page = open_page(f"{search_page[code]}#q={words}")
    expect(page.locator(".results li a").first).to_be_visible()
    alike = content.label("search", "alike", code).replace("{words}", words)
    assert (page.locator(".search [role=status]").inner_text() == alike) == (said == "alike")


def test_title_and_kind_are_words_apart(open_page: OpenPage, search_page: dict[str, str]) -> None:
    """Also where the look is left out, or text is copied."""
    page = open_page(search_page["sv"] + "#q=seminarium")
    expect(page.locator(".results h2").first).to_be_visible()
    glued = "(all) => all.filter((about) => !/\\s$/.test(about.previousSibling.textContent)).length"
    assert page.locator(".results .about").evaluate_all(glued) == 0


def test_a_long_question_leaves_room_for_its_answer(open_page: OpenPage, search_page: dict[str, str]) -> None:
    """Of many words the first are repeated, so that what is found stands within the first view of a phone."""
    page = open_page(search_page["sv"], width=360)
    words = "jag vill gärna flytta till Falun med hela min familj och undrar hur det går till " * 4
    page.locator("input[name=q]").fill(words)
    first = page.locator(".results li a").first
    expect(first).to_be_visible()
    status = page.locator(".search [role=status]").inner_text()
    assert (len(status) < 100, "…" in status, first.bounding_box()["y"] < 900) == (True, True, True)


def test_a_word_that_is_nearly_nowhere_finds_the_nearest(
    open_page: OpenPage, search_page: dict[str, str]
) -> None:
    """Who begins a word as we do and ends it otherwise is shown what begins so, and which word that is."""
    page = open_page(search_page["sv"] + "#q=bostxyzqwv")
    expect(page.locator(".meant")).to_contain_text("ost")
    expect(page.locator(".results li a").first).to_be_visible()


def test_a_word_that_is_nowhere_leads_to_a_person(
    open_page: OpenPage, search_page: dict[str, str], content: Content
) -> None:
    """A search without an answer says so, and names somebody to ask."""
    page = open_page(search_page["sv"] + "#q=xyzzyqqw")
    said = content.label("search", "none", "sv").replace("{words}", "xyzzyqqw")
    expect(page.locator(".search [role=status]")).to_have_text(said)
    assert page.locator(".onward a").first.get_attribute("href", timeout=1000).endswith("/kontakter/")


def test_a_word_of_the_language_of_scripts_is_a_word(
    open_page: OpenPage, search_page: dict[str, str]
) -> None:
    """»Constructor« is looked for as any other, though it is more than a word to a script."""
    page = open_page(search_page["sv"] + "#q=constructor")
    expect(page.locator(".search [role=status]")).to_contain_text("constructor")


def test_a_search_goes_on_in_the_neighbours_language(
    open_page: OpenPage, search_page: dict[str, str]
) -> None:
    """The same words, one press away, in the other language."""
    page = open_page(search_page["no"] + "#q=Falun")
    page.locator(".onward a[hreflang=sv]").click()
    page.wait_for_url("**/sok/#q=Falun")
    expect(page.locator(".results li a").first).to_have_attribute("href", re.compile("/kommuner/falun/$"))


def test_without_a_script_the_link_leads_to_the_page(open_page: OpenPage) -> None:
    """The page of the search leads on by links, and has no field that does nothing."""
    page = open_page("/", java_script_enabled=False)
    page.locator(".find").click()
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator(".search form")).to_be_hidden()
