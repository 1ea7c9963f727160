"""What a page weighs on its way to a reader, from the files of a built site."""

import gzip
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

import brotli
from lxml import html

# Coding → how a server packs a text by it.
PACKED: Mapping[str, Callable[[bytes], bytes]] = MappingProxyType(
    {"br": brotli.compress, "gzip": gzip.compress}
)
# Coding → the ending of a file that lies packed by it beside itself.
_ENDINGS: Mapping[str, str] = MappingProxyType({"br": ".br", "gzip": ".gz"})
# What a page fetches by itself: of scripts in a template only what comes afterwards without being asked for.
_FETCHED = (
    "//link[@rel='stylesheet' or @rel='prefetch']/@href | //img[not(@loading='lazy')]/@src"
    " | //script[@src][not(ancestor::template[not(@data-afterwards)])]/@src"
)
_TYPE = re.compile(rb'url\("([\w./-]+\.woff2)"\)')


def file_of(site: Path, address: str) -> Path:
    """The file at the address of a page."""
    return site / (address.removeprefix("/") + ("index.html" if address.endswith("/") else ""))


@cache
def fetched(site: Path, address: str) -> Sequence[Path]:
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
    """The bytes of a file as it is sent: as it lies packed beside itself, or else packed here; type is packed already."""
    if path.suffix == ".woff2":
        return dict.fromkeys(PACKED, path.stat().st_size)
    raw = path.read_bytes()
    beside = {coding: path.with_name(path.name + ending) for coding, ending in _ENDINGS.items()}
    return {
        coding: beside[coding].stat().st_size if beside[coding].is_file() else len(pack(raw))
        for coding, pack in PACKED.items()
    }


def words_alone(site: Path, address: str) -> dict[str, int]:
    """The bytes of what is read on a page and of where its links lead, packed alone: less it cannot weigh while it says the same."""
    page = html.fromstring(file_of(site, address).read_text(encoding="utf-8"))
    for silent in page.xpath("//script | //style | //template"):
        silent.drop_tree()
    said = [" ".join(page.text_content().split()), *page.xpath("//body//a/@href")]
    return {coding: len(pack("\n".join(said).encode())) for coding, pack in PACKED.items()}


def layouts(site: Path, addresses: Iterable[str]) -> dict[str, list[str]]:
    """The addresses of pages by their layout, in the order of the layouts' names."""
    found: dict[str, list[str]] = {}
    for address in addresses:
        text = file_of(site, address).read_text(encoding="utf-8")
        layout = text.partition('<body class="layout-')[2].partition('"')[0].partition(" ")[0]
        found.setdefault(layout, []).append(address)
    return dict(sorted(found.items()))


def by_layout(site: Path, addresses: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each layout and the page of it that is the longest."""
    for layout, found in layouts(site, addresses).items():
        yield layout, max(found, key=lambda one: (len(file_of(site, one).read_text(encoding="utf-8")), one))
