"""In which looks a page is seen: in all four those that together hold all that templates make, every other page in one.

What a page is made of are the elements and classes in a layout. Two pages of one layout with the same class are dressed by
the same rules of the style sheet, so what is wrong with the look of one is wrong with the other.
"""

from collections.abc import Iterable, Iterator, Mapping
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
    """The elements and classes of a page, each with the layout that the body names."""
    elements = [element for element in page.iter() if isinstance(element.tag, str)]
    classes = (name for element in elements for name in element.get("class", "").split())
    layout = page.find("body").get("class", "")
    parts = {*(element.tag for element in elements), *(f".{name}" for name in classes)}
    return frozenset(f"{layout} {part}" for part in parts)


def states_of(site: Path, addresses: Iterable[str]) -> dict[str, State]:
    """The state of each page of a built site."""
    files = {a: site / (a.removeprefix("/") + ("index.html" if a.endswith("/") else "")) for a in addresses}
    return {address: state_of(html.parse(path).getroot()) for address, path in files.items()}


def cover(states: Mapping[str, State]) -> Iterator[str]:
    """Pages that together hold every part of every state, each the one that adds most (a greedy set cover)."""
    missing = set[str]().union(*states.values())
    while missing:
        address = max(states, key=lambda one: len(states[one] & missing))
        missing -= states[address]
        yield address


def looks_of(states: Mapping[str, State], everything: bool = False) -> dict[str, tuple[Look, ...]]:
    """The looks in which each page is to be seen: all of them for the pages of a cover, or for every page."""
    whole = set(states if everything else cover(states))
    return {address: LOOKS if address in whole else ONE_LOOK for address in states}
