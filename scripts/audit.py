"""Everything that is measured of a built site in one go: each number beside its goal. What a part needs and lacks is told, not hidden."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser

import keyboard
import lighthouse
import relevance
import weights
from campaign.content import Content
from chromium import launched
from internal_links import broken_addresses, dead_links
from layout_shifts import AT_ONCE, shifts
from looks import Look, looks_of, states_of
from validity import checked_files, html_errors
from visit import WIDTHS, Visit, visit_page, with_axe

# Bytes of a first view, and of one that comes after another; the start page may weigh more.
START, OTHERS, LATER = 40_000, 30_000, 10_000
# A line of 50 kbit/s, as Chromium wants it told; seconds until the start page can be read on it.
SLOW_LINE = {"offline": False, "latency": 100, "downloadThroughput": 6250, "uploadThroughput": 6250}
READABLE = 3.0
# Milliseconds to the first result on a processor that is so many times slower, and how many questions are asked so, how often each.
RESULT, SLOWDOWN, ASKED, TIMES = 300, 6, 10, 3
# Milliseconds to the largest part of a page.
LARGEST = 1000
# The layouts whose longest pages Lighthouse sees beside the two start pages.
SEEN = ("border", "chapters", "journeys", "municipalities", "page", "regions")
# When a page has its heading and the first words below it, and the browser has drawn what there is.
_READABLE = """() => new Promise((tell) => {
    const look = () => {
        const words = document.querySelector("main h1") && document.querySelector("main p")?.parentElement.nextSibling;
        const drawn = performance.getEntriesByName("first-contentful-paint").length;
        requestAnimationFrame(words && drawn ? () => tell(performance.now()) : look);
    };
    look();
})"""


@dataclass(frozen=True)
class Measure:
    """A number beside its goal: what was measured, the goal and the number as they are written, and whether it is reached.

    `is_reached` is None where it could not be measured; then `found` says why. `aside` is what else was measured of one that
    is not reached.
    """

    what: str
    goal: str
    found: str
    is_reached: bool | None
    aside: str = ""


@dataclass(frozen=True)
class Served:
    """A built site: its content, its folder, the addresses of its pages, and where a server shows it."""

    content: Content
    folder: Path
    addresses: Sequence[str]
    web: str


def at_most(what: str, limit: float, found: float, unit: str = "") -> Measure:
    """A number that has to stay at a limit or below."""
    return Measure(
        what,
        f"≤ {limit:g}{unit}",
        f"{found:,.4g}{unit}" if found < 1000 else f"{found:,.0f}{unit}",
        found <= limit,
    )


def none(what: str, found: Iterable[object]) -> Measure:
    """Something of which there must be none; what there is, is told by its first."""
    listed = [str(one) for one in found]
    first = f"{len(listed)}: {listed[0]}" if listed else "0"
    return Measure(what, "0", first, not listed)


def html(site: Served) -> Iterator[Measure]:
    """Pages, styles and drawings as the Nu HTML Checker reads them."""
    files = checked_files(site.folder)
    yield none(f"complaints about {len(files)} files of HTML, CSS and SVG", html_errors(files))


def pages(site: Served, workers: int = 2) -> Iterator[Measure]:
    """Every page as axe, a keyboard and three widths of window meet it."""
    looks = looks_of(states_of(site.folder, site.addresses))
    visits = visited(site.web, looks, workers)
    axe = {f"{a}: {one}" for a, visit in visits.items() for found in visit.axe.values() for one in found}
    rings = [ring for visit in visits.values() for ring in visit.weakest_ring.values()]
    yield none(f"violations that axe finds on {len(visits)} pages", sorted(axe))
    yield none("links within the site that lead nowhere", dead_links(visits, site.folder))
    yield none("links out of the site that are no address", broken_addresses(visits))
    asked = {url for visit in visits.values() for url in visit.requests if not url.startswith(("/", "data:"))}
    yield none("requests to other hosts", sorted(asked))
    yield none(
        "complaints of the browser", (f"{a}: {v.complaints[0]}" for a, v in visits.items() if v.complaints)
    )
    skipping = (a for a, v in visits.items() if v.first_focus != ["#content", True])
    yield none("pages whose first stop is not the link past the menu", skipping)
    yield none("rings of the focus below 3 : 1", (ring for ring in rings if ring[0] < 3))
    for width in WIDTHS:
        wide = (a for a, v in visits.items() if v.measures[width]["overflow"] > 0)
        yield none(f"pages that scroll sideways at {width} pixels", wide)
        small = (
            f"{a}: {v.measures[width]['small'][0]}" for a, v in visits.items() if v.measures[width]["small"]
        )
        yield none(f"pages with something too small to hit at {width} pixels", small)


def visited(web: str, looks: Mapping[str, tuple[Look, ...]], workers: int) -> dict[str, Visit]:
    """A visit to each page, divided among browsers."""

    def some(addresses: Sequence[str]) -> dict[str, Visit]:
        with launched() as browser:
            page = with_axe(browser.new_page(base_url=web))
            plain = browser.new_page(base_url=web, java_script_enabled=False)
            return {address: visit_page(page, plain, address, looks[address]) for address in addresses}

    parts = [list(looks)[number::workers] for number in range(workers)]
    with ThreadPoolExecutor(workers) as pool:
        return {address: visit for part in pool.map(some, parts) for address, visit in part.items()}


def near(site: Served) -> Iterator[Measure]:
    """The header and the way to a result at 400 per cent."""
    with launched() as browser:
        page = browser.new_page(base_url=site.web, viewport=keyboard.SMALLEST)
        heights: dict[str, float] = {}
        stops: dict[str, int] = {}
        for _, address in weights.by_layout(site.folder, site.addresses):
            page.goto(address)
            heights[address] = keyboard.header_height(page)
        for language in site.content.full_languages:
            for address, mark in keyboard.tools(site.content, language):
                stops[address] = max(stops.get(address, 0), keyboard.farthest_stops(page, address, mark))
    highest, farthest = max(heights, key=heights.__getitem__), max(stops, key=stops.__getitem__)
    yield at_most(
        f"the header at 400 per cent, highest on {highest}", keyboard.MOST_HEADER, heights[highest], " px"
    )
    yield at_most(
        f"stops to the end of a tool's result, most on {farthest}", keyboard.MOST_STOPS, stops[farthest]
    )


def weight(site: Served) -> Iterator[Measure]:
    """The heaviest page of each layout, as it is sent by Brotli: alone, and after the start page."""
    for layout, addresses in weights.layouts(site.folder, site.addresses).items():
        first = {one: weights.first_view(site.folder, one)["br"] for one in addresses}
        later = {one: weights.later_view(site.folder, one, "/")["br"] for one in addresses}
        yield _heaviest(site, f"{layout}, first view", START if layout == "home" else OTHERS, first)
        if layout != "home":
            yield _heaviest(site, f"{layout}, after the start page", LATER, later)


def _heaviest(site: Served, what: str, limit: int, found: Mapping[str, int]) -> Measure:
    """The heaviest of some pages; above the limit it tells how many are, and what the words of this one weigh alone."""
    address = max(found, key=found.__getitem__)
    measure = at_most(f"{what}: {address}", limit / 1000, found[address] / 1000, " kB")
    if measure.is_reached:
        return measure
    above = sum(bytes_ > limit for bytes_ in found.values())
    words = weights.words_alone(site.folder, address)["br"]
    aside = f"{above} of {len(found)} pages are above; its words and links alone weigh {words / 1000:.4g} kB"
    return replace(measure, aside=aside)


def still(site: Served) -> Iterator[Measure]:
    """What moves while a page of each layout comes."""
    chosen = [address for _, address in weights.by_layout(site.folder, site.addresses)]
    with launched() as browser:
        for width, height in ((390, 844), (1280, 800)):
            moved: dict[str, float] = {}
            for start in range(0, len(chosen), AT_ONCE):
                found = shifts(browser, site.web, chosen[start : start + AT_ONCE], width, height)
                moved |= {address: round(sum(by for by, *_ in all_), 3) for address, all_ in found.items()}
            most = max(moved, key=moved.__getitem__)
            yield at_most(f"layout shift at {width} pixels, most on {most}", 0, moved[most])


def slow(site: Served) -> Iterator[Measure]:
    """The start pages on a line of 50 kbit/s."""
    with launched() as browser:
        for address in ("/", "/no/"):
            page = browser.new_page(base_url=site.web, viewport={"width": 390, "height": 844})
            page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW_LINE)
            page.goto(address, wait_until="commit")
            seconds = float(page.evaluate(_READABLE)) / 1000
            page.close()
            yield at_most(f"seconds until {address} can be read at 50 kbit/s", READABLE, seconds, " s")


def search(site: Served) -> Iterator[Measure]:
    """What people ask, and what the first result costs."""
    with launched() as browser:
        for code, address in relevance.search_pages(site.content).items():
            asked = relevance.load_questions(site.content, code)
            page = browser.new_page(base_url=site.web)
            page.goto("/")
            answered = relevance.answers(page, code, asked)
            page.close()
            firsts = sum(one.is_first for one in answered) / len(answered)
            threes = sum(one.is_among_three for one in answered) / len(answered)
            yield Measure(
                f"{code}: right page first, of {len(answered)} questions",
                "≥ 95 %",
                f"{firsts:.1%}",
                firsts >= relevance.FIRST,
            )
            yield Measure(f"{code}: right page among three", "100 %", f"{threes:.1%}", threes == 1)
            yield at_most(
                f"{code}: index until the first result",
                relevance.MOST / 1000,
                max(one.size for one in answered) / 1000,
                " kB",
            )
            sample = relevance.sample([*asked], ASKED)
            took = {words: _first_result(browser, site.web + address, words) for words in sample}
            longest = max(sample, key=took.__getitem__)
            yield at_most(
                f"{code}: first result at a {SLOWDOWN}th of the speed, the middle of {TIMES}, longest for »{longest}«",
                RESULT,
                took[longest],
                " ms",
            )


def _first_result(browser: Browser, address: str, words: str) -> float:
    """Milliseconds to the first result on a slow processor: the middle of some times, for they swing by a quarter."""
    took = []
    for _ in range(TIMES):
        reader = browser.new_page()
        reader.goto(address, wait_until="networkidle")
        took.append(relevance.first_result(reader, words, SLOWDOWN))
        reader.close()
    return median(took)


def scores(site: Served) -> Iterator[Measure]:
    """Lighthouse on eight pages, as on a phone: of each the middle of some runs, for one alone swings by a fifth."""
    call = lighthouse.command()
    if call is None:
        yield Measure(
            "Lighthouse on eight pages",
            "4 × 100",
            "not run: Node or the package lighthouse is not here",
            None,
        )
        return
    longest = dict(weights.by_layout(site.folder, site.addresses))
    for address in ("/", "/no/", *(longest[layout] for layout in SEEN)):
        found = lighthouse.middle([lighthouse.score(call, site.web + address) for _ in range(TIMES)])
        wanted = (100,) * len(lighthouse.CATEGORIES)
        yield Measure(
            f"{address}: scores", "4 × 100", " · ".join(map(str, found.scores)), found.scores == wanted
        )
        yield at_most(f"{address}: largest part, the middle of {TIMES}", LARGEST, found.largest, " ms")
        yield at_most(f"{address}: layout shift", 0, round(found.moved, 3))


# Name of a part → what measures it. What runs a program beside the browser comes last.
PARTS: Mapping[str, Callable[[Served], Iterator[Measure]]] = {
    "Pages": pages,
    "Zoom and keyboard": near,
    "Weight": weight,
    "Stillness": still,
    "A slow line": slow,
    "Search": search,
    "HTML": html,
    "Lighthouse": scores,
}
