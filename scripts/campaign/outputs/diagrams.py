"""The diagrams that wait until a reader comes near: the map around a place, the ring of a year's light, the next steps, the scene.

They are files of their own, so that a page is read before they are fetched. A file knows nothing of the page's style: it
carries its own, with the colours of the house that it uses.
"""

import re
from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from campaign.context import rendered
from campaign.cutout import near_file
from campaign.daylight import ENDS, light_rows, municipality_spot, place_light, ring_file
from campaign.models.places import Municipality
from campaign.outputs.styles import minify
from campaign.pages import HOME, Page, pages_of
from campaign.settings import Language
from campaign.site import Site, Target, Targets

_FOLDER, _TOKENS = "drawings", "assets/css/tokens.css"
STEPS = ("ask", "compare", "jobs", "plan", "visit")
_FIRST_OWN = "se-mark"
_COLOURS = ("ink", "line", "muted", "sand", "water")
_SCHEMES = re.compile(r":root\s*\{(.*?)\}", re.DOTALL)
_PROPERTY = re.compile(r"--([\w-]+):\s*([^;]+);")


def targets(site: Site) -> Targets:
    """Address → how to make it: a map for each municipality, a ring for it in each full language; steps and the scene for all."""
    places = _places(site, site.content.default_language) if "map" in site.content.singletons else ()
    maps: Targets = {near_file(slug): partial(_near, site, page) for slug, page in places}
    steps: Targets = {f"{_FOLDER}/steps/{name}.svg": partial(_step, site, name) for name in STEPS}
    scene: Targets = {f"{_FOLDER}/scene.svg": partial(_scene, site)}
    if site.content.structure.light is None:
        return {**maps, **steps, **scene}
    rings = (ring for language in site.content.full_languages for ring in _rings(site, language))
    return {**maps, **steps, **scene, **dict(rings)}


def _places(site: Site, language: Language) -> Iterator[tuple[str, Page]]:
    return ((page.slug, page) for page in pages_of(site.pages, language, "municipalities") if page.slug)


def _rings(site: Site, language: Language) -> Iterator[tuple[str, Target]]:
    """One for each place, and those of the northernmost and the southernmost row of the table of all."""
    for slug, page in _places(site, language):
        yield ring_file(slug, language.code), partial(_ring_of_place, site, page)
    for end in ENDS:
        yield ring_file(end, language.code), partial(_ring_of_end, site, site.pages[language.code, HOME], end)


def _near(site: Site, page: Page) -> bytes:
    own = f"{page.shown(Municipality).country.lower()}-mark"
    return _drawn(site, page, "near", _palette(site.design[_TOKENS].decode(), own))


def _ring_of_place(site: Site, page: Page) -> bytes:
    light = place_light(municipality_spot(page.shown(Municipality)), site.today)
    return _drawn(site, page, "ring", light=light)


def _ring_of_end(site: Site, page: Page, end: str) -> bytes:
    rows = light_rows(site.content, page.language.code, site.today)
    return _drawn(site, page, "ring", light=(rows[0] if end == ENDS[0] else rows[-1])[2])


def _step(site: Site, name: str) -> bytes:
    return rendered(site, _home(site), f"{_FOLDER}/step.svg", step=name).encode()


def _scene(site: Site) -> bytes:
    return _drawn(site, _home(site), "scene")


def _home(site: Site) -> Page:
    return site.pages[site.content.default_language.code, HOME]


def _drawn(site: Site, page: Page, name: str, colours: str = "", **more: object) -> bytes:
    style = Markup(colours + minify(site.design[f"{_FOLDER}/{name}.css"]).decode())
    return rendered(site, page, f"{_FOLDER}/{name}.svg", style=style, **more).encode()


def _palette(tokens: str, own: str) -> str:
    """The colours that a map needs, by day and by night; `own` is that of its place, or the first country's."""
    day, night = (dict(_PROPERTY.findall(scheme)) for scheme in _SCHEMES.findall(tokens))
    names = {**{name: name for name in _COLOURS}, "own": own if own in day else _FIRST_OWN}
    by_day, by_night = (
        ";".join(f"--{name}:{scheme[token]}" for name, token in names.items()) for scheme in (day, night)
    )
    return f":root{{{by_day}}}@media(prefers-color-scheme:dark){{:root{{{by_night}}}}}"
