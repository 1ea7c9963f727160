"""What the benchmark builds: meaningless content of any size, laid out for each site builder as its smallest site that shows it.

The words are drawn with a seed, so that everybody measures the same.
"""

import random
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from environment import ROOT

SEED = 20261130
LANGUAGES = {"sv": "sv", "no": "nb"}  # our folder → the tag that the others use
_WORDS = {
    "sv": "region kommun skog sjö station resa skola förening marknad kultur väg cykel framtid vård bostad tåg hus arbete område "
    "samhälle stöd landskap bibliotek energi gräns turism trafik miljö ekonomi granskning visar bygger stärker ökar samlar "
    "delar följer skapar öppnar väljer använder lokal ny viktig gemensam hållbar tydlig öppen snabb trygg grön och eller med "
    "för till från under efter mellan genom ofta alltid sedan gärna tillsammans",
    "no": "region kommune skog innsjø stasjon reise skole forening marked kultur vei sykkel framtid helse bolig tog hus arbeid "
    "område samfunn støtte landskap bibliotek energi grense turisme trafikk miljø økonomi gransking viser bygger styrker øker "
    "samler deler følger skaper åpner velger bruker lokal ny viktig felles bærekraftig tydelig åpen rask trygg grønn og eller "
    "med for til fra under etter mellom gjennom ofte alltid siden gjerne sammen",
}


def text(code: str, number: int, count: int) -> tuple[str, str, str]:
    """Title, description and Markdown of page `number` of `count`: six sections, a table, two links to other pages."""
    rng = random.Random(f"{SEED}/{code}/{number}")
    words = _WORDS[code].split()

    def sentence(length: int) -> str:
        chosen = [
            word + (rng.choice(words) if rng.random() < 0.05 else "") for word in rng.sample(words, length)
        ]
        return " ".join(chosen).capitalize() + "."

    def paragraph() -> str:
        return " ".join(sentence(rng.randint(7, 13)) for _ in range(4))

    others = [rng.randrange(count) for _ in range(2)]
    named = zip(
        rng.sample(words, 2), others, strict=True
    )  # nobody writes a word twice on end, and a check says so
    links = " ".join(f"[{word}](page-{other}.md)" for word, other in named)
    table = "\n".join(f"| {sentence(2)} | {sentence(3)} |" for _ in range(4))
    headings: dict[str, None] = {}
    while len(headings) < 6:  # two of a page may not be alike
        headings[sentence(3)[:-1]] = None
    sections = [
        f"{'##' if n % 2 == 0 else '###'} {heading}\n\n{paragraph()}\n\n{paragraph()}"
        for n, heading in enumerate(headings)
    ]
    body = "\n\n".join([paragraph(), *sections, f"| a | b |\n| --- | --- |\n{table}", links])
    return sentence(3)[:-1], sentence(14)[:150], body


def _write_pages(folder: Path, code: str, count: int, front: str, link: Callable[[str], str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        title, description, body = text(code, number, count)
        head = front.format(title=title, description=description)
        (folder / f"page-{number}.md").write_text(f"---\n{head}---\n\n{link(body)}\n", encoding="utf-8")


_FRONT = "title: {title}\ndescription: {description}\n"


def lay_out_ours(folder: Path, count: int) -> None:
    """Our specimen with the pages added; the design is this project's."""
    shutil.copytree(ROOT / "tests/specimens/good", folder, dirs_exist_ok=True)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    for code in LANGUAGES:
        _write_pages(folder / f"content/{code}/bench", code, count, _FRONT, str)


def lay_out_material(folder: Path, count: int) -> None:
    """Stock Material and static-i18n, with the search that both set up by themselves."""
    for code, tag in LANGUAGES.items():
        _write_pages(folder / f"docs/{tag}", code, count, _FRONT, str)
        (folder / f"docs/{tag}/index.md").write_text("# Start\n", encoding="utf-8")
    languages = "".join(
        f"        - {{locale: {tag}, name: {tag}, build: true{', default: true' if tag == 'sv' else ''}}}\n"
        for tag in LANGUAGES.values()
    )
    (folder / "mkdocs.yml").write_text(
        "site_name: Bench\nsite_url: https://bench.example/\ntheme:\n  name: material\n  font: false\nplugins:\n  - search\n"
        f"  - i18n:\n      docs_structure: folder\n      languages:\n{languages}",
        encoding="utf-8",
    )


def lay_out_hugo(folder: Path, count: int) -> None:
    """The smallest Hugo site: one layout, two languages."""
    for code, tag in LANGUAGES.items():
        to_hugo = lambda body: body.replace("](page-", "](../page-").replace(".md)", "/)")
        _write_pages(folder / f"content/{tag}", code, count, _FRONT, to_hugo)
    (folder / "hugo.toml").write_text(
        'baseURL = "https://bench.example/"\ntitle = "Bench"\npublishDir = "site"\ndefaultContentLanguage = "sv"\n'
        + "".join(f'[languages.{tag}]\ncontentDir = "content/{tag}"\n' for tag in LANGUAGES.values()),
        encoding="utf-8",
    )
    (folder / "layouts/_default").mkdir(parents=True)
    page = '<!doctype html><html lang="{{ .Site.Language.Lang }}"><title>{{ .Title }}</title><h1>{{ .Title }}</h1>{{ .Content }}'
    for name in ("single", "list"):
        (folder / f"layouts/_default/{name}.html").write_text(page, encoding="utf-8")


def lay_out_eleventy(folder: Path, count: int) -> None:
    """The smallest Eleventy site: one layout."""
    for code, tag in LANGUAGES.items():
        to_address = lambda body: body.replace("](page-", "](../page-").replace(".md)", "/)")
        _write_pages(folder / f"src/{tag}", code, count, _FRONT + "layout: page.njk\n", to_address)
    (folder / "src/_includes").mkdir()
    layout = "<!doctype html><title>{{ title }}</title><h1>{{ title }}</h1>{{ content | safe }}"
    (folder / "src/_includes/page.njk").write_text(layout, encoding="utf-8")


def lay_out_project(folder: Path) -> None:
    """This project as it is, with its real content and nothing that was made before."""
    folder.mkdir(parents=True)
    for name in ("content", "overrides", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "requirements.txt"):
        shutil.copy2(ROOT / name, folder / name)
    (folder / ".venv").symlink_to(sys.prefix)
