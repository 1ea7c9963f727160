"""In which looks a page is seen: one page of each state of the templates in all four, every other page in one.

Two pages of which the same elements with the same classes are made are dressed by the same rules of the style sheet, so
what is wrong with the look of one is wrong with the other. A page that has nothing but what another has, and less, is
dressed by some of that page's rules, and is no state of its own.
"""

from collections.abc import Iterable, Mapping
from itertools import product
from pathlib import Path
from typing import Literal

from lxml import html

Scheme = Literal["light", "dark"]
Look = tuple[Scheme, int]

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
AXE_WIDTHS = (390, 1280)
LOOKS: tuple[Look, ...] = tuple(product(SCHEMES, AXE_WIDTHS))
ONE_LOOK = LOOKS[:1]

State = frozenset[str]


def state_of(page: html.HtmlElement) -> State:
    """The elements and classes of a page; the layout is a class of its body."""
    elements = [element for element in page.iter() if isinstance(element.tag, str)]
    classes = (name for element in elements for name in element.get("class", "").split())
    return frozenset({*(element.tag for element in elements), *(f".{name}" for name in classes)})


def states_of(site: Path, addresses: Iterable[str]) -> dict[str, State]:
    """The state of each page of a built site."""
    files = {a: site / (a.removeprefix("/") + ("index.html" if a.endswith("/") else "")) for a in addresses}
    return {address: state_of(html.parse(path).getroot()) for address, path in files.items()}


def looks_of(states: Mapping[str, State], everything: bool = False) -> dict[str, tuple[Look, ...]]:
    """The looks in which each page is to be seen: all of them for the first of each state, or for every page."""
    whole = {state for state in states.values() if not any(state < other for other in states.values())}
    first = {state: address for address, state in reversed(states.items()) if state in whole}
    return {a: LOOKS if everything or first.get(state) == a else ONE_LOOK for a, state in states.items()}
