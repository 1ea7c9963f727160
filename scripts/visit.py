"""What the tests ask a page in the browser; the questions are small scripts that change nothing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from looks import LOOKS, SCHEMES, Look, Scheme

# Everything that a test asks of a loaded page, asked at once.
QUESTIONS = """() => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    return {
        kind: document.body.className,
        classes: [...new Set(all("[class]").flatMap((element) => [...element.classList]))],
        text: document.body.innerText,
        tries: document.querySelector("#content script[src]") !== null,
        lang: document.documentElement.lang,
        ids: all("[id]").map((element) => element.id),
        links: all("a[href], img[src], link:not([hreflang]):not([rel=canonical])")
            .map((e) => new URL(e.getAttribute("href") ?? e.getAttribute("src"), document.baseURI))
            .map(({href, origin}) => origin === location.origin ? href.slice(origin.length) : href),
        headings: all("h1, h2, h3, h4, h5, h6").map((heading) => Number(heading.tagName[1])),
        switch: Object.fromEntries(all(".languages a").map((link) => [link.hreflang, link.pathname])),
    };
}"""

# What a narrow or wide window does to a page: the pixels that it is too wide, and what is too small for a finger.
# A link in running text may be as low as its line.
MEASURES = """() => ({
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    small: [...document.querySelectorAll("a[href], input, select, textarea, button, summary")]
        .map((element) => element.closest("label") || element)
        .map((element) => [element, element.getBoundingClientRect()])
        .filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
        .filter(([element]) => getComputedStyle(element).display !== "inline")
        .map(([element, box]) => `${element.outerHTML.slice(0, 90)}: ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`),
})"""

# More is asked of a link within a text than axe does: to look different by more than its colour. The other way to keep the
# rule, to weigh both colours, takes a third of the time of all rules.
# Contrast comes of a text's colour, size and weight and of the backgrounds it stands on. Where all of these are the same, one
# text stands for all; what is placed over something else stands for itself.
ALIKE = """(() => {
    const rule = axe._audit.rules.find(({id}) => id === "color-contrast");
    const names = new Map(), seen = new Set(), backgrounds = new Map();
    const name = (...parts) => {
        const key = parts.join("|");
        return names.get(key) ?? (names.set(key, names.size), names.size - 1);
    };
    const background = (element) => {
        if (element && !backgrounds.has(element)) {
            const {backgroundColor, backgroundImage, opacity, filter, position} = getComputedStyle(element);
            const own = position === "absolute" || position === "fixed" ? [backgrounds.size] : [];
            backgrounds.set(element, name(background(element.parentElement), backgroundColor, backgroundImage, opacity, filter, ...own));
        }
        return backgrounds.get(element);
    };
    const isNew = (element) => {
        const {color, fontSize, fontWeight, textShadow} = getComputedStyle(element);
        const look = name("text", background(element), color, fontSize, fontWeight, textShadow);
        return !seen.has(look) && Boolean(seen.add(look));
    };
    const matches = rule.matches;
    rule.matches = (element, ...more) => matches.call(rule, element, ...more) && isNew(element);
    axe.lookAgain = () => [names, seen, backgrounds].forEach((known) => known.clear());
})()"""

AXE = f"""{AXE_SCRIPT}
axe.configure({{rules: [{{id: "link-in-text-block", any: ["link-in-text-block-style"]}}]}});
{ALIKE}"""

# Colours are all that another scheme changes. No rule of ours reads style sheets, so none is fetched again.
AXE_RULES = {
    "light": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "dark": ["color-contrast"],
}
# What takes axe most of its time is the contrast of each line and the room around each link. The style sheet decides both, so
# they are asked where all that the sheet dresses is seen: on pages in every look. How large a link is, is measured on every page.
OF_THE_SHEET = ("color-contrast", "target-size")
AXE_RUN = """([rules, left]) => axe.lookAgain() ?? axe.run({
    runOnly: rules,
    rules: Object.fromEntries(left.map((id) => [id, {enabled: false}])),
    resultTypes: ["violations"],
    preload: {assets: ["media"]},
}).then(({violations}) => violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id}: ${target}`)))"""

WIDTHS = (320, 390, 1280)

# Where the focus is: what it leads to, and whether it is large enough to see.
FOCUSED = """() => {
    const {activeElement: at} = document;
    return [at.getAttribute("href"), at.getBoundingClientRect().height >= 24];
}"""

# Each thing that takes focus, and the contrast of its ring to what is around it (0: a ring too thin to see).
RINGS = """() => {
    const background = (element) => {
        const colour = element ? getComputedStyle(element).backgroundColor : "rgb(255, 255, 255)";
        return /, 0\\)$/.test(colour) ? background(element.parentElement) : colour;
    };
    const luminance = (colour) => {
        const [r, g, b] = colour.match(/[\\d.]+/g).map((n) => n / 255)
            .map((n) => (n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one, other) => {
        const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
        return (high + 0.05) / (low + 0.05);
    };
    const reached = document.querySelectorAll("a[href], input, select, textarea, button, summary, [tabindex]");
    return [...reached].filter((element) => element.checkVisibility({visibilityProperty: true}) && !element.disabled).map((element) => {
        element.focus();
        const style = getComputedStyle(element);
        const drawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
        const around = background(parseFloat(style.outlineOffset) < 0 ? element : element.parentElement);
        return [drawn ? contrast(style.outlineColor, around) : 0, element.outerHTML.slice(0, 90)];
    });
}"""


@dataclass
class Visit:
    """What happened when the browser opened a page, and what was found there; addresses of our own begin with a slash.

    measures: width of the window → what is too wide or too small. axe: look → violations. first_focus: what the first
    Tab meets. weakest_ring: colour scheme of the looks → the focus ring that is seen least. plain: the text in a window
    without scripts, if it was asked for.
    """

    found: dict[str, Any] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    measures: dict[int, dict[str, Any]] = field(default_factory=dict)
    axe: dict[Look, list[str]] = field(default_factory=dict)
    first_focus: Any = None
    weakest_ring: dict[Scheme, list[Any]] = field(default_factory=dict)
    plain: str | None = None


def with_axe(page: Page) -> Page:
    """The same window, in which each page finds axe when it comes: half a megabyte is sent once, and compiled once."""
    page.add_init_script(AXE)
    return page


def open_whole(page: Page, address: str) -> None:
    """Open a page in a window with scripts, and wait until all of it answers."""
    page.goto(address)
    until_whole(page)


def until_whole(page: Page) -> None:
    """Wait for a tool that comes when the page is drawn: it marks where it answers."""
    page.locator("ol.steps:not([data-ready]), [data-strip]:not([data-ready])").wait_for(state="detached")


def visit_page(page: Page, plain: Page, address: str, looks: tuple[Look, ...]) -> Visit:
    """Open a page once, in a window with axe, and ask it everything; one to be seen in all looks also in `plain`, where no script runs.

    The style sheet draws the ring of the focus, so it is looked for where all that the sheet dresses is seen.
    """
    visit = Visit()
    with _noted(page, visit):
        open_whole(page, address)
        visit.found = page.evaluate(QUESTIONS)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            visit.measures[width] = page.evaluate(MEASURES)
            _ask_axe(page, visit, [look for look in looks if look[1] == width], looks == LOOKS)
        _use_keyboard(page, visit, SCHEMES if looks == LOOKS else ())
    if looks == LOOKS:
        plain.goto(address)
        visit.plain = plain.locator("body").inner_text()
    return visit


@contextmanager
def _noted(page: Page, visit: Visit) -> Iterator[None]:
    """Note what a page asks for, and what the browser has against it."""

    def complain(is_wrong: bool, words: str) -> None:
        if is_wrong:
            visit.complaints.append(words)

    listeners: dict[Any, Callable[[Any], None]] = {
        "request": lambda request: visit.requests.append(request.url),
        # The browser gives up the icon of a page that we leave; that is no failure.
        "requestfailed": lambda request: complain(
            request.failure != "net::ERR_ABORTED", f"failed: {request.url}"
        ),
        "response": lambda got: complain(got.status >= 400, f"{got.status}: {got.url}"),
        "console": lambda message: visit.complaints.append(f"{message.type}: {message.text}"),
        "pageerror": lambda error: visit.complaints.append(f"error: {error}"),
    }
    for event, listener in listeners.items():
        page.on(event, listener)
    yield
    for event, listener in listeners.items():
        page.remove_listener(event, listener)
    home = urljoin(page.url, "/").removesuffix("/")
    visit.requests = [url.removeprefix(home) for url in visit.requests]


def _ask_axe(page: Page, visit: Visit, looks: Iterable[Look], dressed: bool) -> None:
    """Ask in some looks, in the window as it is, about what the style sheet decides too or not."""
    for look in looks:
        page.emulate_media(color_scheme=look[0])
        visit.axe[look] = violations(page, look[0], dressed)


def violations(page: Page, scheme: Scheme = "light", dressed: bool = True) -> list[str]:
    """What axe, which the page has loaded, has against the page as it is."""
    left = [] if dressed else OF_THE_SHEET
    found: list[str] = page.evaluate(AXE_RUN, [AXE_RULES[scheme], left])
    return found


def _use_keyboard(page: Page, visit: Visit, schemes: Sequence[Scheme]) -> None:
    """After the first Tab the browser draws focus as for the keyboard."""
    page.keyboard.press("Tab")
    visit.first_focus = page.evaluate(FOCUSED)
    for scheme in reversed(schemes):  # ends as the next page begins: light
        page.emulate_media(color_scheme=scheme)
        visit.weakest_ring[scheme] = min(page.evaluate(RINGS))
