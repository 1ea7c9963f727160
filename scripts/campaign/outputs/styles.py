"""The style sheets: one that a page wears whole, joined in a fixed order, and a part for each thing that few pages have.

On a phone each file is a way there and back, and what is packed as one weighs less: so what every page wears is joined with what
texts need into one sheet, and with what places need into another. A page names one of them. A layout or a fragment that needs a
part says so where it begins: `<link rel="stylesheet" href="{{ sheet("map") }}">`.

The start page has the style of its first words in itself, so that a reader on a slow line reads them before anything else is
fetched; it names the sheets below them.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, partial
from pathlib import PurePosixPath
from types import MappingProxyType

from campaign.outputs.assets import fingerprinted_address
from campaign.policy import integrity
from campaign.site import Opening, Site, Targets

FOLDER, PARTS = "assets/css", "assets/css/parts"
# The style of a header and of the first words below it, in which nothing is fetched.
OPENING = ("tokens.css", "base.css", "header.css", "opening/lede.css", "type.css")
FIRST = ("tokens.css", "base.css")
LAST = ("print.css",)
# Sheet that a page wears whole → the parts that it holds below what every page wears.
WHOLE: Mapping[str, Sequence[str]] = MappingProxyType(
    {"site": ("text.css", "law.css"), "places": ("poster.css", "place.css")}
)
# The layouts that the sheet of places dresses nearly whole.
PLACES = {"municipalities", "regions"}
# The layouts that have the style of their first words in themselves, and name the sheets below them.
OPENED = {"home"}
# What an editor can write that only the part `text` dresses.
_WRITTEN = re.compile(
    r'<blockquote|<hr|<figure class="picture|class="(?:table-box"|footnotes|guidance|markdown-alert|contains-task-list)'
)
_SPACE = re.compile(r'("[^"]*")|\s*([{};,>]|(?<=[\w-]):(?=\s))\s*|\s+')


def targets(site: Site) -> Targets:
    """Address → how to make it, of the sheets that pages wear whole and of each part."""
    whole = {address: partial(_whole, site, name) for name, address in site.styles.items()}
    parts = {address: partial(_part, site, name) for name, address in site.sheets.items()}
    return {**whole, **parts}


def _whole(site: Site, name: str) -> bytes:
    wanted = {f"parts/{part}" for part in WHOLE[name]}
    files = site.design_in(FOLDER, lambda file: _is_common(file) or file in wanted)
    return render_styles(name, files, site.fonts)[1]


def _is_common(name: str) -> bool:
    """Whether a sheet is no part."""
    return "/" not in name


def sheets_of(site: Site, layout: str, article: str) -> tuple[str, ...]:
    """The addresses of the sheets that the head of a page names; the start page names its own below its first words.

    A place has no part for texts, but where somebody has written something that only that dresses.
    """
    if layout in OPENED:
        return ()
    if layout not in PLACES:
        return (site.styles["site"],)
    written = (site.styles["site"], *(site.sheets[part] for part in WHOLE["places"]))
    return written if _WRITTEN.search(article) else (site.styles["places"],)


def is_part(name: str) -> bool:
    """Whether a file of the folder of parts is published by itself: what every page but those of places wears is not."""
    return name not in WHOLE["site"]


def whole_addresses(files: Mapping[str, bytes], fonts: Mapping[str, str]) -> dict[str, str]:
    """The address of each sheet that pages wear whole."""
    return {name: render_styles(name, files, fonts)[0] for name in WHOLE}


def render_styles(whole: str, files: Mapping[str, bytes], fonts: Mapping[str, str]) -> tuple[str, bytes]:
    """Address (with a mark of its content, so that it may be cached for ever) and content of a sheet that pages wear whole.

    `fonts` gives the public address of each file of the type, which lies beside the sheet.
    """
    middle = sorted(set(filter(_is_common, files)) - {*FIRST, *LAST})
    order = (*FIRST, *middle, *LAST, *(f"parts/{part}" for part in WHOLE[whole]))
    text = "".join(minify(files[name]).decode() for name in order if name in files)
    for name, address in fonts.items():
        text = text.replace(f"../fonts/{name}", PurePosixPath(address).name)
    content = text.encode()
    return fingerprinted_address(f"{whole}.css", content), content


def build_opening(files: Mapping[str, bytes]) -> Opening:
    """The style of the first words, as pages say it: the same on each, so that a browser can be told its digest."""
    text = b"".join(minify(files[name]) for name in OPENING if name in files)
    return Opening(text.decode(), integrity(text)) if text else Opening()


def _part(site: Site, name: str) -> bytes:
    return minify(site.design[f"{PARTS}/{name}"])


@cache
def minify(sheet: bytes) -> bytes:
    """Without comments and spaces that say nothing; what stands in quotation marks stays as it is."""
    text = re.sub(r"/\*.*?\*/", "", sheet.decode(), flags=re.DOTALL).strip()
    return _SPACE.sub(lambda found: found[1] or found[2] or " ", text).replace(";}", "}").encode()
