"""The style sheet: joined, lean, and named by its content."""

import re

import pytest

from campaign.outputs.styles import WHOLE, build_opening, is_part, minify, render_styles, sheets_of
from campaign.policy import integrity
from campaign.site import Site
from conftest import ROOT, Golden


@pytest.mark.golden("styles/*")
def test_sheets_are_joined_in_order(golden: Golden) -> None:
    """The reader's browser fetches one lean sheet, with first things first and print last."""
    files = {name: text.encode() for name, text in golden.input.items()}
    name, content = render_styles("site", files, {})
    golden.matches([name, content.decode()])


def test_the_name_changes_with_the_content() -> None:
    """A browser that kept the old sheet never shows a new page with it."""
    names = {render_styles("site", {"base.css": b"a { top: %dpx; }" % n}, {})[0] for n in range(3)}
    assert len(names) == 3


def test_the_order_of_the_files_does_not_matter() -> None:
    """The same sheets give the same bytes on every computer."""
    files = {
        "z.css": b"z {}",
        "base.css": b"b {}",
        "a.css": b"a {}",
        "print.css": b"p {}",
        "tokens.css": b"t {}",
    }
    assert render_styles("site", files, {}) == render_styles("site", dict(sorted(files.items())), {})


def test_the_sheet_finds_the_type_beside_it() -> None:
    """The browser fetches the type under the name that marks its content, from the folder of the sheet."""
    files = {"type.css": b'@font-face { src: url("../fonts/young.woff2"); }'}
    _, content = render_styles("site", files, {"young.woff2": "assets/young.1a2b3c4d.woff2"})
    assert content == b'@font-face{src:url("young.1a2b3c4d.woff2")}'


def test_parts_are_left_to_the_pages_that_need_them() -> None:
    """What few pages have does not travel to all of them; what texts or places need is in the one sheet that they wear."""
    files = {
        "base.css": b"b {}",
        "parts/map.css": b"m {}",
        "parts/text.css": b"t {}",
        "parts/place.css": b"p {}",
        "parts/poster.css": b"o {}",
    }
    assert {name: render_styles(name, files, {})[1] for name in WHOLE} == {
        "site": b"b{}t{}",
        "places": b"b{}o{}p{}",
    }


def test_what_a_whole_sheet_holds_is_not_published_once_more() -> None:
    """Only the parts for places are also fetched by themselves, as by a text that shows the light or the posters of all places."""
    names = ("map.css", "poster.css", "place.css", "text.css", "law.css")
    assert [is_part(name) for name in names] == [True, True, True, False, False]


def test_a_part_uses_what_all_pages_or_itself_define() -> None:
    """A map whose water is defined in the sheet of another page is black."""
    sheets = ROOT / "overrides/assets/css"
    texts = {path.relative_to(sheets).as_posix(): path.read_text("utf-8") for path in sheets.rglob("*.css")}
    defined = {name: set(re.findall(r"(--[\w-]+)\s*:", text)) for name, text in texts.items()}
    common = set().union(*(found for name, found in defined.items() if "/" not in name))
    others = common | defined["parts/text.css"]  # on all pages but those of places
    known = {"parts/place.css": common, "parts/text.css": common}
    lacking = {
        name: set(re.findall(r"var\((--[\w-]+)", text))
        - defined[name]
        - (known.get(name, others) if "/" in name else common)
        for name, text in texts.items()
    }
    assert {name: found for name, found in lacking.items() if found} == {}


def test_what_stands_in_quotation_marks_keeps_its_spaces() -> None:
    """A sheet loses the spaces that say nothing, and no word that a reader sees."""
    sheet = b'a > b:hover,\nc { /* why */ content: "; {" attr(x) ": "; margin: 0 auto; }\n'
    assert minify(sheet) == b'a>b:hover,c{content:"; {" attr(x) ": ";margin:0 auto}'


SELECTOR = re.compile(r"([^{}]+)\{")
# What a selector names that Markdown can become.
NAMED = re.compile(r"\.[a-z][\w-]+|(?<=\.prose )(?:blockquote|hr|table|caption)\b")


def named_in(*sheets: str) -> set[str]:
    """The classes that some sheets dress, and the elements that only prose has."""
    texts = ((ROOT / f"overrides/assets/css/{sheet}").read_text("utf-8") for sheet in sheets)
    bare = re.sub(r"/\*.*?\*/", "", "".join(texts), flags=re.DOTALL)
    return {name for selector in SELECTOR.findall(bare) for name in NAMED.findall(selector)}


PAGES, PLACES = "assets/site.css", "assets/places.css"
PARTS = ("assets/poster.css", "assets/place.css")


@pytest.mark.golden("markdown/*")
def test_a_place_fetches_what_dresses_its_text(good_site: Site, golden: Golden) -> None:
    """Whatever an editor writes on the page of a place has its style: what the sheet of places does not dress makes it fetch that of texts."""
    common = named_in(*(path.name for path in (ROOT / "overrides/assets/css").glob("*.css")))
    only = named_in("parts/text.css") - common - named_in("parts/poster.css", "parts/place.css")
    shown = str(golden.expected)
    worn = {f".{name}" for names in re.findall(r'class="([^"]*)"', shown) for name in names.split()}
    worn |= set(re.findall(r"<(blockquote|hr|table|caption)\b", shown))
    wanted = (PAGES, *PARTS) if worn & only else (PLACES,)
    assert sheets_of(good_site, "municipalities", shown) == wanted


def test_a_page_names_one_sheet(good_site: Site) -> None:
    """A text has that of texts, a place that of places, and the start page names its own below its first words."""
    layouts = ("page", "chapters", "municipalities", "regions", "home")
    found = [sheets_of(good_site, layout, "<p>") for layout in layouts]
    assert found == [(PAGES,), (PAGES,), (PLACES,), (PLACES,), ()]


def test_the_first_words_are_dressed_without_fetching() -> None:
    """What the start page says of its own style is the same on each, holds what its words wear, and asks for no file."""
    folder = ROOT / "overrides/assets/css"
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.css")}
    found = build_opening(files)
    assert found == build_opening(dict(reversed(files.items())))
    assert (
        {".lede h1", ".top{", "--paper:"} <= set(re.findall(r"\.lede h1|\.top\{|--paper:", found.text)),
        "url(" in found.text,
    ) == (True, False)
    assert (found.integrity, build_opening({}).text) == (integrity(found.text.encode()), "")
