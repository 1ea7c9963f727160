"""What a page weighs on its way to a reader, from the files of a built site."""

import gzip
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import brotli
from lxml import html

# Coding → how a server packs a text by it.
PACKED: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType(
    {"br": brotli.compress, "gzip": gzip.compress}
)
_FETCHED = (
    "//link[@rel='stylesheet']/@href | //img[not(@loading='lazy')]/@src"
    " | //script[@src][not(ancestor::template)]/@src"
)
_TYPE = re.compile(rb'url\("([\w./-]+\.woff2)"\)')


def file_of(site: Path, address: str) -> Path:
    """The file at the address of a page."""
    return site / (address.removeprefix("/") + ("index.html" if address.endswith("/") else ""))


def fetched(site: Path, address: str) -> list[Path]:
    """What a page needs before it is whole: itself, its style, type and scripts, and pictures that do not wait."""
    page = file_of(site, address)
    links = html.fromstring(page.read_text(encoding="utf-8")).xpath(_FETCHED)
    # A page that may be met anywhere, as one for editors, names what it needs from the root.
    named = (site / link[1:] if link.startswith("/") else page.parent / link for link in dict.fromkeys(links))
    files = [file.resolve() for file in named]
    return [page, *files, *dict.fromkeys(type_ for file in files for type_ in _type_of(file))]


def _type_of(sheet: Path) -> Iterator[Path]:
    """The type that a style sheet asks for; no page names it."""
    if sheet.suffix == ".css":
        yield from (sheet.parent / found.decode() for found in _TYPE.findall(sheet.read_bytes()))


def first_view(site: Path, address: str) -> dict[str, int]:
    """The bytes that a page needs before it is whole, by coding."""
    return _weighed(fetched(site, address))


def later_view(site: Path, address: str, seen: str) -> dict[str, int]:
    """The same for a reader who comes from another page of ours and has what that one needed."""
    known = set(fetched(site, seen))
    return _weighed(path for path in fetched(site, address) if path not in known)


def _weighed(paths: Iterable[Path]) -> dict[str, int]:
    weights = [packed(path) for path in paths]
    return {coding: sum(weight[coding] for weight in weights) for coding in PACKED}


@cache
def packed(path: Path) -> dict[str, int]:
    """The bytes of a file as it is sent; type is packed already."""
    raw = path.read_bytes()
    return {
        coding: len(raw) if path.suffix == ".woff2" else len(pack(raw)) for coding, pack in PACKED.items()
    }


def by_layout(site: Path, addresses: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each layout and the page of it that is the longest."""
    longest: dict[str, tuple[int, str]] = {}
    for address in addresses:
        text = file_of(site, address).read_text(encoding="utf-8")
        layout = text.partition('<body class="layout-')[2].partition('"')[0].partition(" ")[0]
        longest[layout] = max(longest.get(layout, (0, "")), (len(text), address))
    yield from ((layout, address) for layout, (_, address) in sorted(longest.items()))
