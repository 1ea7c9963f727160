"""Languages as a set: another region in three full languages, and a partial third language beside two full ones."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import Environment

from campaign.checks import check_tree
from campaign.files import Tree, load_tree
from campaign.outputs.html import targets
from campaign.outputs.sharing import open_graph_tags
from campaign.problems import Position, Problem
from campaign.settings import BY_CODE, COUNTRIES, LANGUAGES, Country, Language, unknown_names
from campaign.shell import shell_of, shell_of_missing_page, sitemap
from campaign.site import Site
from campaign.templates import words_in
from conftest import GOOD, ROOT, TESTS, Changes, made, site_of, sound

SOURCES = (".py", ".yml", ".html", ".md", ".xml", ".txt", ".js", ".css", ".typ")
LABELS = "content/data/labels.yml"
ENGLISH = {
    "content/en/index.md": "---\ntitle: Welcome\ndescription: A start page for those who read English and nothing else that is written here.\n---\n\n[Move](../no/move.md#order)\n"
}
# What the handbook's recipe adds to settings.py for a partial language, and every file that the site has in it then.
FINNISH = """
import re
import sys
from pathlib import Path

from campaign import settings

finnish = settings.Language("fi", tag="fi", prefix="fi/", name="Suomi", country="FI", at="klo", is_partial=True)
finland = settings.Country("FI", zone="Europe/Helsinki", currency="EUR", calling_code="358", language="fi")
settings.LANGUAGES += (finnish,)
settings.BY_CODE["fi"], settings.COUNTRIES["FI"] = finnish, finland

from campaign.files import load_tree
from campaign.outputs.targets import targets
from campaign.templates import load_templates
from conftest import ROOT, made, site_of, sound

templates = load_templates(ROOT / "overrides")
found = targets(site_of(*sound(load_tree(Path(sys.argv[1])), templates), templates))
own = [address for address in found if re.fullmatch(r"fi/.*html|search/fi/index.json", address)]
print(*made({address: found[address] for address in own}))
"""
FINNISH_FILES = {
    "content/fi/index.md": "---\ntitle: Tervetuloa\ndescription: Aloitussivu niille, jotka lukevat suomea eivätkä mitään muuta.\n---\n\n[Haku](search.md)\n",
    "content/fi/search.md": "---\ntitle: Haku\ndescription: Hae kaikesta, mitä sivuilla on niille, jotka lukevat suomea.\n---\n\n<!-- campaign:search -->\n",
}


def _labels(code: str, more: Any) -> str:
    """The interface words of the good specimen and some more, with the Swedish standing in for a language that they lack."""
    words = yaml.load((GOOD / LABELS).read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    groups = {
        group: {
            word: {**text, code: deepcopy(text["sv"])}
            for word, text in {**found, **more.get(group, {})}.items()
        }
        for group, found in words.items()
    }
    return yaml.dump(groups, allow_unicode=True)


@pytest.fixture(scope="module")
def labels() -> str:
    """The interface words of the good specimen in three languages."""
    return _labels("en", {})


@pytest.fixture(scope="module")
def other_tree(labels: str) -> Tree:
    """The specimen of another region: its own places, and three full languages, of which English is the first."""
    return {**load_tree(TESTS / "specimens/other"), LABELS: labels.encode()}


@pytest.fixture(scope="module")
def other(other_tree: Tree, templates: Environment) -> Site:
    """The same as a site."""
    return site_of(*sound(other_tree, templates), templates)


@pytest.fixture
def with_english(world: Callable[..., Site], labels: str) -> Site:
    """The good specimen with English as a partial language."""
    return world({**ENGLISH, LABELS: labels})


def test_another_region_has_its_pages_in_every_language(other: Site) -> None:
    """Addresses are words of their language, and the first language has no prefix."""
    assert [other.pages[code, "municipalities/holmvik.md"].address for code in ("en", "sv", "no")] == [
        "places/holmvik/",
        "sv/kommuner/holmvik/",
        "no/kommuner/holmvik/",
    ]


def test_three_languages_name_each_other(other: Site) -> None:
    """Search engines find all translations of a page, and the first language for everybody else."""
    shell = shell_of(other, other.pages["sv", "regions/testkysten.md"], [])
    root = other.root_address
    assert shell.alternates == (
        ("en", f"{root}regions/testkysten/"),
        ("sv", f"{root}sv/regioner/testkysten/"),
        ("nb", f"{root}no/regioner/testkysten/"),
        ("x-default", f"{root}regions/testkysten/"),
    )


def test_the_switch_offers_three_languages(other: Site) -> None:
    """A reader goes from a page to the same page in either of the other languages."""
    shell = shell_of(other, other.pages["no", "index.md"], [])
    assert [(language.name, address) for language, address in shell.languages] == [
        ("English", "../"),
        ("Svenska", "../sv/"),
        ("Norsk", "./"),
    ]


def test_another_region_becomes_pages(other: Site) -> None:
    """Every page of another region can be written, with numbers as its language writes them and no name of ours."""
    pages = {address: page.decode() for address, page in made(targets(other)).items()}
    assert ["4,321" in pages["index.html"], "4\u00a0321" in pages["sv/index.html"]] == [True, True]
    assert [
        name for name in ("Falun", "Hamar", "Mjøsa") if any(name in page for page in pages.values())
    ] == []


def test_a_full_language_needs_every_text(other_tree: Tree) -> None:
    """A record that lacks one of three full languages is told, at the text that lacks it."""
    path = "content/data/municipalities/holmvik.yml"
    tree = {**other_tree, path: other_tree[path].replace(b", en: A place by the sea.", b"")}
    values = {"field": "tagline.en"}
    found = [p for p in check_tree(tree)[2] if p.path == path]
    assert [(p.code, p.values["field"]) for p in found] == [("D101", values["field"])]


def test_another_country_needs_no_code(other_tree: Tree, labels: str, templates: Environment) -> None:
    """Places in a third country are told with its name and clock, and the words that the site lacks for that are named."""
    tree = {path: raw.replace(b'"NO"', b"GB") for path, raw in other_tree.items()}
    lacking = [
        (p.code, p.values["group"], p.values["word"]) for p in check_tree(tree, words_in(templates))[2]
    ]
    words = yaml.load(labels, Loader=yaml.CBaseLoader)
    words["country"]["gb"] = {"sv": "Landet", "no": "Landet", "en": "The country"}
    words["edition-of"]["gb"] = {
        "sv": "Utgåva för landet",
        "no": "Utgave for landet",
        "en": "For the country",
    }
    words["zone"]["london"] = {"sv": "dess tid", "no": "dets tid", "en": "its time"}
    site = site_of(
        *sound({**tree, LABELS: yaml.dump(words, allow_unicode=True).encode()}, templates), templates
    )
    page = made({"a": targets(site)["places/holmvik/index.html"]})["a"].decode()
    assert lacking == [("D111", "country", "gb"), ("D111", "edition-of", "gb"), ("D111", "zone", "london")]
    assert (site.content.countries, ", The country" in page) == (("GB",), True)


def test_a_partial_language_has_only_its_own_pages(with_english: Site) -> None:
    """Nothing is put in the place of what nobody has written in English, no record makes a page."""
    assert [path for code, path in with_english.pages if code == "en"] == ["index.md"]


def test_the_switch_leads_to_a_partial_languages_start_page(with_english: Site) -> None:
    """Where a page does not exist in English, its start page is met."""
    shells = [shell_of(with_english, with_english.pages["sv", path], []) for path in ("index.md", "move.md")]
    assert [dict(shell.languages)[BY_CODE["en"]] for shell in shells] == ["en/", "../en/"]


def test_only_what_exists_in_a_partial_language_is_said_to(with_english: Site) -> None:
    """Sitemap, heads and shared pages name English where it is, and nowhere else."""
    tagged = {address for address, alternates in sitemap(with_english) if "en" in dict(alternates)}
    root = with_english.root_address
    assert tagged == {root, f"{root}no/", f"{root}en/"}
    shared = open_graph_tags(with_english, with_english.pages["en", "index.md"])
    assert [value for name, value in shared if name.startswith("og:locale")] == ["en_GB", "sv_SE", "nb_NO"]


def test_a_partial_language_has_a_shell_of_its_own(with_english: Site) -> None:
    """Menu and footer hold only what exists in English, and a missing page below /en/ is told in English."""
    menu = ["index.md", "move.md"]
    shell = shell_of(with_english, with_english.pages["en", "index.md"], menu)
    missing = shell_of_missing_page(with_english, BY_CODE["en"], menu)
    assert (shell.menu, shell.footer, missing.home.address) == ((), (), "/under/en/")


def test_a_partial_language_links_to_the_others(with_english: Site) -> None:
    """An English page leads to a Norwegian one, and the link says which language waits."""
    page = made({"a": targets(with_english)["en/index.html"]})["a"].decode()
    assert '<a href="../no/flytte/#order" hreflang="nb">Move</a>' in page


def test_words_that_a_partial_language_says_are_needed(check: Callable[[Changes], list[Problem]]) -> None:
    """A page whose header would have no words is told at each word, and only at those that it says."""
    found = check(ENGLISH)
    assert {problem.code for problem in found} == {"L307"}
    assert {("interface", "skip"), ("duties", "shown")} & {
        (problem.values["group"], problem.values["word"]) for problem in found
    } == {("interface", "skip")}


def test_a_page_of_a_record_is_no_page_in_a_partial_language(
    check: Callable[[Changes], list[Problem]], labels: str, tree: dict[str, bytes]
) -> None:
    """A place's page needs what its record says, and that is in the full languages."""
    path, text = "municipalities/exempelby.md", tree["content/sv/municipalities/exempelby.md"].decode()
    found = check({**ENGLISH, LABELS: labels, f"content/en/{path}": text})
    values = {"kind": "municipalities", "files": f"content/sv/{path}, content/no/{path}"}
    assert Problem(f"content/en/{path}", Position(), "L306", values) in found


def test_counted_words_need_each_form(
    check: Callable[[Changes], list[Problem]], tree: dict[str, bytes]
) -> None:
    """A label that says a count is told where it lacks the form for one, or has one sentence for all."""
    before = tree[LABELS].decode()
    sentence = '{one: "{count} regel visas.", other: "{count} regler visas."}'
    assert sentence in before
    found = [
        [(p.code, p.values["field"]) for p in check({LABELS: before.replace(sentence, new)})]
        for new in ('{other: "{count} regler visas."}', '"{count} regler visas."')
    ]
    assert found == [[("D101", "duties.shown.sv.one")], [("D103", "duties.shown.sv")]]


def test_languages_come_from_the_configuration(good_site: Site, other: Site) -> None:
    """mkdocs.yml says which languages there are; where it does not, all that we know are there."""
    assert [[one.code for one in found.languages] for found in (good_site.content, other.content)] == [
        ["sv", "no", "en"],
        ["en", "sv", "no"],
    ]


def test_no_place_of_ours_stands_in_code_or_templates() -> None:
    """Who adopts the site for another region finds none of our ten places outside content and documentation."""
    names = [path.stem for path in (ROOT / "content/data/municipalities").iterdir()]
    files = [path for folder in ("scripts", "overrides") for path in (ROOT / folder).rglob("*")]
    texts = {path.name: path.read_text(encoding="utf-8") for path in files if path.suffix in SOURCES}
    assert (len(names), len(texts) > 100) == (10, True)
    assert [name for name, text in texts.items() if re.search(rf"(?i)\b({'|'.join(names)})\b", text)] == []


def test_the_recipe_for_a_partial_language_is_enough(
    changed: Callable[..., dict[str, bytes]], tmp_path: Path
) -> None:
    """A language of which nothing is known but the two lines in settings.py has its pages, and a search in them."""
    labels = _labels("fi", {"language": {"fi": {"sv": "finska", "no": "finsk"}}})
    for path, raw in changed({**FINNISH_FILES, LABELS: labels}).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(raw)
    result = subprocess.run(
        [sys.executable, "-c", FINNISH, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    files = ["fi/index.html", "fi/search/index.html", "fi/404.html", "search/fi/index.json"]
    assert (result.stderr, result.stdout.split()) == ("", files)


def test_languages_and_countries_know_each_other() -> None:
    """A line whose partner is missing is named as the settings are read, and not where a page asks for it."""
    finnish = Language("fi", tag="fi", prefix="fi/", name="Suomi", country="FI", at="klo")
    danish = Country("DK", zone="Europe/Copenhagen", currency="DKK", calling_code="45", language="da")
    lacking = unknown_names((*LANGUAGES, finnish), (*COUNTRIES.values(), danish))
    assert unknown_names(LANGUAGES, COUNTRIES.values()) == []
    assert lacking == ["FI, the country of fi", "da, the language of DK"]


def test_a_partial_language_links_to_another_partial_one(
    check: Callable[[Changes], list[Problem]], tree: dict[str, bytes]
) -> None:
    """A page that exists is found in whichever language it is, and one that does not is told."""
    configuration = (
        tree["mkdocs.yml"].decode().replace("extra:\n", 'extra:\n  partial_languages: [en, "no"]\n')
    )
    plugins = (TESTS / "specimens/other/mkdocs.yml").read_text(encoding="utf-8").partition("plugins:")[2]
    found = check(
        {
            "mkdocs.yml": f"{configuration}\nplugins:{plugins.partition('nav:')[0]}",
            **ENGLISH,
            "content/no/search.md": tree["content/no/search.md"].decode()
            + "\n[A](../en/index.md) [B](../en/there.md)\n",
        }
    )
    assert [(p.path, p.values["target"]) for p in found if p.code == "P211"] == [
        ("content/no/search.md", "content/en/there.md")
    ]
