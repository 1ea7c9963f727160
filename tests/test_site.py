"""The built site as files: valid, complete, the same each time, and right for search engines."""

import gzip
import re
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from lxml import html

from campaign.checks import check_tree
from campaign.checks.questions import UNKNOWN
from campaign.content import load_content
from campaign.files import load_tree
from campaign.outputs.assets import without_comments
from campaign.outputs.styles import WHOLE, is_part
from real_site import (
    DAY_OF_SPECIMEN,
    ENVIRONMENT,
    NOW,
    ROOT,
    SPECIMEN,
    copy_project,
    make,
    page_addresses,
    parsed_page,
)
from validity import checked_files, html_errors
from weights import file_of, first_view

pytestmark = pytest.mark.site

PUBLIC = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)["site_url"].rstrip("/")
# The pages that exist in English too.
IN_ENGLISH = (
    *("/", "/no/", "/en/"),
    *("/lattlast/", "/no/lettlest/", "/en/easy/"),
    *("/teckensprak/", "/no/tegnsprak/", "/en/sign-language/"),
)
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
# Bytes of a first view as it is sent: by Brotli to browsers, by gzip to who knows no better.
PLACE_LIGHT_ENOUGH = {"br": 27_200, "gzip": 30_000}
START_LIGHT_ENOUGH = {"br": 27_900, "gzip": 31_000}
MAP_LIGHT_ENOUGH = 12_000
PAGE_LIGHT_ENOUGH = 30_000
# A page of fewer bytes than this, before it is packed, is far from being heavy.
LONG = 45_000
MOST_UNKNOWN = 60
# The sections of the page of a place that are read as text, and the words that each may have.
SECTIONS = (
    *("like", "work", "housing", "school", "getting-around"),
    *("leisure", "before", "newcomers", "contacts"),
)
MOST_WORDS = 150

UNREAD = re.compile(r"<(script|style|svg|template)\b.*?</\1>", re.DOTALL)
# Two words with nothing between them but tags that break no line.
GLUED = re.compile(r"\w+(?:</?(?:a|b|cite|data|em|i|label|q|small|span|strong|time)\b[^>]*>)+\w+")


@pytest.fixture(params=["project", "specimen"])
def built(request: pytest.FixtureRequest) -> Path:
    """A built project: with the real content, and with the specimen, which uses every kind and mark."""
    return request.getfixturevalue(request.param)


def page(site: Path, address: str) -> html.HtmlElement:
    """The page at an address."""
    name = address + "index.html" if address.endswith("/") else address
    return parsed_page(site / name.removeprefix("/"))


def head(site: Path, address: str) -> tuple[str | None, dict[str, str]]:
    """What the head of a page says to search engines: the original, and the address in each language."""
    document = page(site, address)
    original = document.xpath("string(//link[@rel='canonical']/@href)")
    return original or None, {
        e.get("hreflang"): e.get("href") for e in document.xpath("//head//link[@hreflang]")
    }


def translations(site: Path, address: str) -> dict[str, str]:
    """Language → public address of a page and of what its switch leads to; English exists beside few pages."""
    document = deepcopy(page(site, address))
    document.make_links_absolute(PUBLIC + address)
    switch = {a.get("hreflang"): a.get("href") for a in document.xpath("//nav[@class='languages']//a")}
    found = {**switch, document.get("lang"): PUBLIC + address}
    if document.get("lang") == "en" and address not in IN_ENGLISH:
        return {}
    return {tag: there for tag, there in found.items() if tag != "en" or address in IN_ENGLISH}


def contents(folder: Path) -> dict[str, bytes]:
    """All files below a folder: path → bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_pages_styles_and_pictures_are_valid(built: Path) -> None:
    """Every browser and reading aid gets HTML, CSS and SVG that it can rely on, without even a warning."""
    assert html_errors(checked_files(built / "site")) == []


def test_checker_sees_what_is_wrong(tmp_path: Path) -> None:
    """A page with a fault does not pass, so the silence of the checker means something."""
    bad = tmp_path / "site/bad.html"
    bad.parent.mkdir()
    bad.write_text('<!doctype html>\n<html lang="sv">\n<title>Hej</title>\n</div>\n', encoding="utf-8")
    assert html_errors([bad]) == [r"bad.html: Stray end tag “div”. 'j</title>\n</div>'"]


def test_specimen_becomes_these_files(specimen: Path, golden_text: Callable[[str, str], None]) -> None:
    """Each kind of content gets its pages in both languages, and nothing else is published."""
    marked = contents(specimen / "site")
    names = sorted(re.sub(r"(assets/[\w-]+)\.[0-9a-f]{8}\.", r"\1.DIGEST.", name) for name in marked)
    golden_text("site-files.txt", "\n".join(names))


@pytest.mark.everything("a second build of the real content, to the byte")
def test_same_content_makes_the_same_bytes(project: Path, project_again: Path) -> None:
    """Whoever builds a commit gets the site that everybody gets."""
    one, other = contents(project / "site"), contents(project_again / "site")
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("specimen", DAY_OF_SPECIMEN),
        pytest.param("project", NOW, marks=pytest.mark.everything("the real content by MkDocs, to the byte")),
    ],
)
def test_mkdocs_writes_the_same_files(
    name: str, day: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """MkDocs proves what we write: from the same tree it makes every file of the site, the same to the byte."""
    project = request.getfixturevalue(name)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site")]
    quiet = {**ENVIRONMENT, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": day}
    result = subprocess.run(
        command, cwd=project, env=quiet, capture_output=True, encoding="utf-8", check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    ours, theirs = contents(project / "site"), contents(tmp_path / "site")
    assert (theirs.keys() ^ ours.keys(), [name for name in ours if ours[name] != theirs[name]]) == (set(), [])


def test_a_build_can_say_what_it_was_made_of(specimen: Path) -> None:
    """Who wonders where a page comes from, or what a change will touch, asks the last build."""
    why = make(specimen, "why", "/kontakter/")
    touched = make(specimen, "affected", "content/sv/contacts.md")
    lost = make(specimen, "why", "/nowhere/")
    assert (why.returncode, "content/sv/contacts.md" in why.stdout.splitlines()) == (0, True)
    assert (touched.returncode, "kontakter/index.html" in touched.stdout.splitlines()) == (0, True)
    assert (make(specimen, "affected").stdout, lost.returncode, lost.stderr) == (
        "",
        2,
        "make.py: The last build has no file nowhere/index.html.\n",
    )


def test_language_is_declared(built: Path) -> None:
    """A screen reader reads Swedish pages in Swedish and Norwegian pages in Norwegian."""
    site = built / "site"
    declared = {address: page(site, address).get("lang") for address in page_addresses(site)}
    tags = {"no": "nb", "en": "en"}
    assert declared == {address: tags.get(address.split("/")[1], "sv") for address in declared}


def test_translations_name_each_other(project: Path) -> None:
    """A search engine learns from each language which page is the same in the others, and which is the default."""
    site = project / "site"
    pages = [
        address
        for address in page_addresses(site)
        if "noindex" not in page(site, address).xpath("string(//meta[@name='robots']/@content)")
    ]
    expected = {}
    for address in pages:
        found = translations(site, address)
        expected[address] = (PUBLIC + address, {**found, "x-default": found["sv"]} if found else {})
    assert {address: head(site, address) for address in pages} == expected


def test_missing_page_is_nobodys_translation(built: Path) -> None:
    """No search engine is told that a page about a missing page is worth finding."""
    missing = sorted((built / "site").rglob("404.html"))
    heads = [head(built / "site", path.relative_to(built / "site").as_posix()) for path in missing]
    assert (len(missing) > 1, heads) == (True, [(None, {})] * len(missing))


def test_sitemap_lists_the_originals(built: Path) -> None:
    """Search engines are told of every page once, at its own address, with its translations as its head names them."""
    site = built / "site"
    heads = {address: head(site, address) for address in page_addresses(site)}
    originals = {
        PUBLIC + address: others for address, (at, others) in heads.items() if at == PUBLIC + address
    }
    listed = {
        url.findtext("s:loc", "", SITEMAP): {
            e.get("hreflang"): e.get("href") for e in url.iterfind("x:link", SITEMAP)
        }
        for url in ElementTree.parse(site / "sitemap.xml").getroot()
    }
    assert listed == originals


def test_page_in_one_language_is_marked_in_the_other(specimen: Path) -> None:
    """Who meets the other language is told so, hears it read right, and search engines find the original only."""
    document = page(specimen / "site", "/no/midsummer/")
    notice = document.xpath("string(//p[contains(@class, 'notice')])")
    assert (notice, document.xpath("//article/@lang"), head(specimen / "site", "/no/midsummer/")) == (
        "Denne siden finnes bare på svensk.",
        ["sv"],
        (f"{PUBLIC}/midsummer/", {}),
    )


def test_nothing_of_the_theme_is_sent(built: Path) -> None:
    """A reader gets our own few style sheets and scripts, and the type of headings with its licence."""
    site = built / "site"
    text = "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.html"))
    assets = [re.sub(r"[0-9a-f]{8}", "DIGEST", name) for name in contents(site / "assets")]
    ours = [
        f"{path.stem}.DIGEST{path.suffix}"
        for folder in ("js", "fonts", "css/parts")
        for path in (ROOT / "overrides/assets" / folder).iterdir()
        if folder != "css/parts" or is_part(path.name)
    ]
    whole = {f"{name}.DIGEST.css" for name in WHOLE}
    # What a script imports is joined into it.
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "overrides/assets/js").iterdir())
    joined = {
        f"{name}.DIGEST.js" for name in re.findall(r'^import .* from "\./([\w-]+)\.js"', code, re.MULTILINE)
    }
    assert sorted(assets) == sorted({*ours, *whole} - joined)
    assert text.count("<style>") == text.count("<style") == text.count('<body class="layout-home')


def test_scripts_are_only_where_there_is_something_to_try(built: Path) -> None:
    """A page loads the module of what it lets its reader try, and when it is drawn what opens the search, and nothing else."""
    [file] = (built / "site/assets").glob("afterwards.*.js")
    afterwards = file.read_text(encoding="utf-8")
    for page in map(parsed_page, (built / "site").rglob("*.html")):
        names = [
            name
            for name in (
                "plan",
                "compare",
                "finder",
                "post",
                "archive",
                "duties",
                "my-duties",
                "deadlines",
                "holiday-pay",
                "cost",
                "search",
                "self-check",
                "film",
                "fill",
                "offline",
            )
            if page.xpath(f"//*[@data-{name}]")
        ]
        scripts = [
            (found.get("type"), found.get("src"), found.text)
            for found in page.xpath("//script[not(@type='application/ld+json' or ancestor::template)]")
        ]
        loaded = [
            (kind, re.sub(r"^[./]*|[0-9a-f]{8}", "", address), text)
            for kind, address, text in scripts
            if address
        ]
        # What a page says without its tool comes when it is drawn.
        at_once = [name for name in names if name not in ("plan", "finder")]
        assert loaded == [("module", f"assets/{name}..js", None) for name in at_once]
        waiting = page.xpath("//template[@data-afterwards]/script/@src")
        assert [re.search(r"(\w+)\.\w+\.js$", address)[1] for address in waiting] == [
            *(["find"] if page.xpath("//*[@data-find]") else []),
            *(name for name in names if name not in at_once),
        ]
        within = [(kind, afterwards == text) for kind, address, text in scripts if not address]
        assert within == [(None, True)]


@pytest.mark.parametrize("path", sorted((ROOT / "overrides/assets/js").iterdir()), ids=lambda path: path.name)
def test_a_script_is_small(path: Path) -> None:
    """What a page's script weighs is less than its picture: 4 kB on the way to the reader, and 6 where it is all that a search knows."""
    most = {"ranking.js": 6000}.get(path.name, 4000)
    assert len(gzip.compress(without_comments(path.read_bytes()))) < most


def too_heavy(weight: dict[str, int], limits: dict[str, int]) -> dict[str, int]:
    """The weights above their limits."""
    return {coding: bytes_ for coding, bytes_ in weight.items() if bytes_ > limits[coding]}


def test_no_words_are_glued(built: Path) -> None:
    """Where the look is left out, in reader's mode or read aloud, words still stand apart: »Falun Sverige«, not »FalunSverige«."""
    site = built / "site"
    pages = {path.relative_to(site): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    found = {path: GLUED.findall(UNREAD.sub(" ", text.partition("<body")[2])) for path, text in pages.items()}
    assert {path: words for path, words in found.items() if words} == {}


def test_municipality_is_light(project: Path) -> None:
    """On a poor connection the page of a municipality comes quickly, poster and type among what it needs."""
    site = project / "site"
    weights = {
        address: first_view(site, address)
        for address in page_addresses(site)
        if "layout-municipalities" in page(site, address).xpath("string(//body/@class)")
    }
    heavy = {address: too_heavy(weight, PLACE_LIGHT_ENOUGH) for address, weight in weights.items()}
    assert (len(weights), {address: over for address, over in heavy.items() if over}) == (20, {})


_CLASS = re.compile(r"\.([a-z][\w-]*)")


def _dressed(sheet: Path) -> set[str]:
    """The classes that a style sheet names."""
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
    return {name for selector in re.findall(r"([^{}]+)\{", text) for name in _CLASS.findall(selector)}


def test_a_page_has_the_part_of_the_style_that_it_needs(built: Path) -> None:
    """What only a part of the style dresses is on no page that does not fetch the part."""
    folder = ROOT / "overrides/assets/css"
    common = {name for sheet in folder.glob("*.css") for name in _dressed(sheet)}
    parts = {sheet.stem: _dressed(sheet) - common for sheet in (folder / "parts").glob("*.css")}
    homes = {
        name: {part for part, own in parts.items() if name in own} for own in parts.values() for name in own
    }
    bare = []
    for address in page_addresses(built / "site"):
        shown = page(built / "site", address)
        linked = {
            part
            for link in shown.xpath("//link[@rel='stylesheet']/@href")
            for name in [Path(link).name.partition(".")[0]]
            for part in [name, *(part.removesuffix(".css") for part in WHOLE.get(name, ()))]
        }
        worn = {name for names in shown.xpath("//article//@class") for name in names.split()}
        bare += [(address, name) for name in worn & homes.keys() if not homes[name] & linked]
    assert sorted(set(bare)) == []


@pytest.mark.parametrize("address", ["/karta/", "/no/kart/"])
def test_the_map_is_light(project: Path, address: str) -> None:
    """All layers and both views of the map, with the style that draws them, are a small part of its page."""
    site = project / "site"
    drawn = page(site, address).xpath("//figure[@class='map'] | //div[@class='map-choices']")
    [sheet] = (site / "assets").glob("map.*.css")
    raw = [*(html.tostring(part, encoding="utf-8") for part in drawn), sheet.read_bytes()]
    assert (len(raw), sum(len(gzip.compress(one)) for one in raw) <= MAP_LIGHT_ENOUGH) == (3, True)


def test_no_page_is_heavy(project: Path) -> None:
    """The longest pages too come whole in thirty kilobytes."""
    site = project / "site"
    longest = [one for one in page_addresses(site) if file_of(site, one).stat().st_size > LONG]
    weights = {one: first_view(site, one)["br"] for one in longest}
    heavy = {one: weight for one, weight in weights.items() if weight > PAGE_LIGHT_ENOUGH}
    assert (len(longest) > 20, heavy) == (True, {})


@pytest.mark.parametrize("address", ["/", "/no/"])
def test_start_page_is_light(project: Path, address: str) -> None:
    """The ten places do not make the start page heavy: every picture waits until the words are there."""
    site = project / "site"
    pictures = page(site, address).xpath("//img[not(@loading='lazy')]/@src")
    assert (pictures, too_heavy(first_view(site, address), START_LIGHT_ENOUGH)) == ([], {})


@pytest.mark.parametrize("code", ["sv", "no"])
def test_names_for_reading_aids_are_ours(project: Path, code: str) -> None:
    """What only a screen reader says is in the page's language: words from labels.yml, and the heading after a colon."""
    site = project / "site"
    content, _ = load_content(load_tree(project))
    words = [str(word[code]) for group in content.labels.values() for word in group.values()]
    known = {part for word in words for part in (word, word.partition(": ")[0])}
    homes = ("/no/", "/en/")
    pages = [
        a for a in page_addresses(site) if (a.startswith("/no/") if code == "no" else not a.startswith(homes))
    ]
    found = {name for address in pages for name in page(site, address).xpath("//@aria-label")}
    assert {name.partition(": ")[0].rstrip(" 0123456789") for name in found} - known == set()


def test_sources_are_quiet_on_the_page_of_a_place(project: Path) -> None:
    """At most four words in a hundred on the page of a place are numbers of notes or years, and none says undated."""
    shares = {
        address: share_of_sources(deepcopy(page(project / "site", address).xpath("//article")[0]))
        for address in page_addresses(project / "site")
        if re.fullmatch(r"(/no)?/kommuner/[a-z]+/", address)
    }
    assert len(shares) == 20
    assert {address: share for address, share in shares.items() if not 0 < share <= 0.04} == {}


def test_the_site_does_not_say_over_and_over_that_it_does_not_know(project: Path) -> None:
    """What nobody knows is a question that can be sent: it is said once on a page at most, and sixty times on the whole site."""
    found = {
        address: len(UNKNOWN["no" if address.startswith("/no/") else "sv"].findall(text))
        for address in page_addresses(project / "site")
        if not address.startswith("/en/")
        for text in [page(project / "site", address).xpath("//main")[0].text_content()]
    }
    assert {address: count for address, count in found.items() if count > 1} == {}
    assert 0 < sum(found.values()) <= MOST_UNKNOWN


def test_sections_of_a_place_are_short(project: Path) -> None:
    """Whoever opens a fold reads at most 150 words, the ways on among them; what is hard is said as briefly."""
    long, count = {}, 0
    for address in page_addresses(project / "site"):
        if re.fullmatch(r"(/no)?/kommuner/[a-z]+/", address):
            found = words_of_sections(deepcopy(page(project / "site", address)))
            count += len(found)
            long |= {(address, name): words for name, words in found.items() if words > MOST_WORDS}
    assert (count, long) == (20 * len(SECTIONS), {})


def words_of_sections(document: html.HtmlElement) -> dict[str, int]:
    """How many words are read in each section of a place: not its heading, nor the numbers of its notes."""
    for unread in document.xpath("//sup | //*[contains(@class, 'hidden')]"):
        unread.drop_tree()
    bodies = (
        "//section[h2/@id={0}]/details/div | //div[h2/@id={0}][contains(@class, 'prose')]/*[not(self::h2)]"
    )
    found = {name: document.xpath(bodies.format(f"'{name}'")) for name in SECTIONS}
    return {
        name: sum(len(part.text_content().split()) for part in parts)
        for name, parts in found.items()
        if parts
    }


def share_of_sources(article: html.HtmlElement) -> float:
    """How many of the words that are seen, but for the list of notes, only say where something comes from."""
    for unseen in article.xpath(".//section[@role='doc-endnotes'] | .//*[contains(@class, 'hidden')]"):
        unseen.drop_tree()
    marks = article.xpath(".//a[@role='doc-noteref'] | .//span[@class='age']")
    sources = sum(len(mark.text_content().split()) for mark in marks)
    for mark in marks:
        mark.drop_tree()
    words = " ".join(article.itertext()).split()
    assert not re.search("odaterad|udatert", " ".join(words))
    return sources / (sources + len(words))


def test_broken_content_leaves_the_old_site(tmp_path: Path) -> None:
    """A mistake in a text never takes the site down: the build says what is wrong and the last good site stays."""
    project = copy_project(tmp_path, content_of=SPECIMEN)
    (project / "site").mkdir()
    (project / "site/index.html").write_text("old", encoding="utf-8")
    (project / "content/sv/about.md").write_text("", encoding="utf-8")
    result = make(project, "build")
    assert (result.returncode, result.stdout.splitlines()[:-1], contents(project / "site")) == (
        1,
        ["content/sv/about.md:1:1 S007 The file is empty. Fill it or remove it."],
        {"index.html": b"old"},
    )


def test_every_page_of_the_projects_says_who_paid(project: Path) -> None:
    """The Union's emblem and the words of the programme period stand on each page that tells of a project."""
    pages = check_tree(load_tree(project))[1]
    archived = [page for page in pages.values() if _tells_of_a_project(page)]
    lacking = [
        page.address
        for page in archived
        if not parsed_page(project / "site" / page.address / "index.html").xpath(
            "//aside[@class='funding wrap'][img[@alt!='']][normalize-space(p)!='']"
        )
    ]
    assert archived
    assert lacking == []


def _tells_of_a_project(page: Any) -> bool:
    below = page.path.startswith(("projects/", "programmes/")) and not page.path.endswith("/index.md")
    return below or (page.layout == "seminars" and page.record.project is not None)
