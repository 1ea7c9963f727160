"""A page of each template and all tools in Firefox and WebKit, before a release. What Debian does not have is named, not passed over."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from browser.others import MINI_BROWSERS, Other, firefox, webkit
from weights import by_layout

pytestmark = [
    pytest.mark.browser,
    pytest.mark.everything(
        "Firefox and WebKit; Safari and the browsers of telephones cannot be had from Debian"
    ),
]

Start = Callable[[Path], AbstractContextManager[Other]]
BROWSERS: dict[str, Start] = {"firefox": firefox, "webkit": webkit}
# A heading, no picture that is broken, nothing too wide, our own type, and dressed.
SEEN = """document.fonts.ready.then(() => new Promise((tell) => setTimeout(() => tell({
    heading: document.querySelector("h1").getBoundingClientRect().height > 0,
    broken: [...document.images].filter((one) => one.complete && !one.naturalWidth).map((one) => one.src),
    wide: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
    type: document.fonts.check("16px 'Young Serif'"),
    skip: getComputedStyle(document.querySelector(".skip")).position,
}), 200)))"""
GOOD = {"heading": True, "broken": [], "wide": 0, "type": True, "skip": "absolute"}
# What somebody does with a tool, and what must then be so, at the latest after ten seconds; what stood there before is kept in <body>.
LATER = """new Promise((tell) => {{
    const look = (left) => ({}) ? tell(true) : left ? setTimeout(() => look(left - 1), 100) : tell(false);
    look(100);
}})"""
PUT = (
    "['input', 'change'].forEach((name) => Object.assign(document.querySelector('{}'), {{ value: '{}' }})"
    ".dispatchEvent(new Event(name, {{ bubbles: true }})))"
)
KEEP = "(document.body.dataset.before = document.querySelector('{}').textContent, {})"
IS_OTHER = "document.querySelector('{}').textContent !== document.body.dataset.before"
# A paper with every field that the law demands.
WRITE = """([...document.querySelectorAll('.paper .field [required]')].forEach((field) => {
    field.value = field.options ? field.options[1].value : field.type === 'date' ? '2027-03-01' : 'Exempel';
}), document.querySelector('[data-save]').click())"""
DONE = {
    "/vilken-plats/": (
        "document.querySelector('[name=trait]').click()",
        "!document.querySelector('[data-result]').hidden",
    ),
    "/jamfor/": (
        "[...document.querySelectorAll('[name=place]')].slice(0, 2).forEach((one) => one.click())",
        "location.hash.includes('place=')",
    ),
    "/flyttplan/norge-till-sverige/": (
        PUT.format("#moving-day", "2028-03-01"),
        "[...document.querySelectorAll('[data-date]')].some((one) => /2028/.test(one.textContent))",
    ),
    "/hr-guide/mina-plikter/": (
        KEEP.format("[data-count]", PUT.format("#firm-employees", "60")),
        f"location.hash.includes('employees=60') && {IS_OTHER.format('[data-count]')}",
    ),
    "/hr-guide/plikter/": (
        PUT.format("#duties-country", "se"),
        "document.querySelector('#duties-no').getBoundingClientRect().height === 0",
    ),
    "/hr-guide/vad-kostar-en-anstalld/": (
        KEEP.format("[data-sum]", PUT.format("#pay-se", "51000")),
        IS_OTHER.format("[data-sum]"),
    ),
    "/hr-guide/datum/": (
        PUT.format("#deadline-day", "2027-03-01"),
        (
            "!document.querySelector('[data-save]').disabled"
            " && /202[78]/.test(document.querySelector('[data-group]:not([hidden]) time').textContent)"
        ),
    ),
    "/arbetsgivare/sjalvtest/": (
        (
            "(document.querySelectorAll('[data-question] [value=no]').forEach((one) => one.click()),"
            " document.querySelector('[data-self-check] form').requestSubmit())"
        ),
        (
            "document.querySelectorAll('[data-result]:not([hidden]) [data-steps] h4').length"
            " === document.querySelectorAll('[data-question]').length"
        ),
    ),
    "/over-gransen/": (
        (
            "(document.querySelector('.border-questions summary').click(),"
            " document.querySelector('.border-questions details details summary').click())"
        ),
        "document.querySelector('.border-questions details[open] details[open] a')?.getBoundingClientRect().height > 0",
    ),
    "/mallar/erbjudandebrev/": (
        WRITE,
        "document.querySelector('[data-status]').textContent === document.querySelector('[data-status]').dataset.saved",
    ),
    "/sok/": (
        PUT.format("input[name=q]", "barnehage"),
        "document.querySelectorAll('.results li').length > 0",
    ),
    "/seminarier/": (
        KEEP.format("[data-status]", PUT.format("main form [name=words]", "generationsskifte")),
        IS_OTHER.format("[data-status]"),
    ),
}
DIALOG = "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }))"


def test_the_engines_are_there() -> None:
    """Before a release both are installed; else the run would say that it is whole, and be half."""
    assert (shutil.which("firefox-esr") is not None, bool(MINI_BROWSERS)) == (True, True)


@pytest.fixture(scope="module", params=BROWSERS)
def other(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Other]:
    """Each engine in turn."""
    with BROWSERS[request.param](tmp_path_factory.mktemp(request.param)) as browser:
        yield browser


@pytest.mark.parametrize("width", [500, 1280])
def test_a_page_of_each_template_is_whole(
    other: Other, web: str, site: Path, addresses: list[str], tool_marks: dict[str, str], width: int
) -> None:
    """It has its heading, its pictures and its type, and fits its window."""
    other.resize(width, 900)
    found = {}
    for address in [*(address for _, address in by_layout(site, addresses)), *tool_marks]:
        other.go(web + address)
        found[address] = other.ask(SEEN)
    assert {address: seen for address, seen in found.items() if seen != GOOD} == {}


@pytest.mark.parametrize("address", DONE)
def test_a_tool_does_what_it_is_for(other: Other, web: str, address: str) -> None:
    """Its script runs there too, and answers."""
    act, question = DONE[address]
    other.go(web + address)
    other.ask(act)
    assert other.ask(LATER.format(question)) is True


def test_the_search_opens_by_its_key(other: Other, web: str) -> None:
    """The dialog comes on any page, as soon as what waits until the page is drawn is there."""
    other.go(web + "/leva/bostad/")
    assert other.ask(LATER.format(f"{DIALOG}, document.querySelector('dialog')?.open === true")) is True
