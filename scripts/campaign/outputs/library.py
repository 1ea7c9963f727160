"""The shelf of finished books and templates, .cache/books: written by `make.py book`, read by the site's build."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import yaml

from campaign.catalogue import load_tree
from campaign.checks import check_tree
from campaign.outputs.document import LOOKS, reference_document
from campaign.outputs.volumes import Press, Volume, all_templates, volumes
from campaign.problems import Problem
from campaign.settings import LANGUAGES, Language
from campaign.site import Download, Site
from campaign.templates import load_templates, words_in

FOLDER = ".cache/books"
PUBLIC_FOLDER = "downloads"
INDEX = "index.json"


def write_books(root: Path, today: str) -> list[Problem]:
    """Make all books and templates from the content below `root`; with problems, say them and write nothing.

    `today` is an ISO date.
    """
    overrides = root / "overrides"
    templates = load_templates(overrides)
    catalogue, pages, problems = check_tree(load_tree(root), words_in(templates), today)
    if problems:
        return problems
    # Only MkDocs reads all of its configuration; we need two plain values of it.
    configuration = yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    owner, root_address = configuration["extra"]["owner"], configuration["site_url"].rstrip("/") + "/"
    site = Site(catalogue, pages, templates, owner, today, root_address)
    with tempfile.TemporaryDirectory() as folder:
        shelf = Path(folder, "shelf")
        press = _press(site, overrides / "book")
        index = [asdict(download) for download in _printed(press, shelf)]
        (shelf / INDEX).write_text(json.dumps(index, indent=1), encoding="utf-8")
        shutil.rmtree(root / FOLDER, ignore_errors=True)
        shutil.copytree(shelf, root / FOLDER)
    return []


def load_books(root: Path) -> tuple[dict[str, bytes], tuple[Download, ...]]:
    """The finished files: address → bytes, and the same as downloads for the pages."""
    shelf = root / FOLDER
    index = json.loads((shelf / INDEX).read_text(encoding="utf-8")) if (shelf / INDEX).exists() else []
    downloads = tuple(Download(**entry) for entry in index)
    names = {file.address: file.address.removeprefix(f"{PUBLIC_FOLDER}/") for file in downloads}
    return {address: (shelf / name).read_bytes() for address, name in names.items()}, downloads


def _press(site: Site, designs: Path) -> Press:
    catalogue = site.catalogue
    names = {lang.tag: catalogue.label("interface", "site-name", lang.code) for lang in LANGUAGES}
    references = {
        (look, tag): reference_document(name, look) for look in LOOKS for tag, name in names.items()
    }
    day = datetime.fromisoformat(catalogue.single["edition"].date).replace(tzinfo=UTC)
    files = {path.name: path.read_bytes() for path in sorted(designs.iterdir())}
    return Press(site, files, references, str(int(day.timestamp())))


def _printed(press: Press, shelf: Path) -> Iterator[Download]:
    """Make every file, on all processors at once, and put it on the shelf."""
    with ThreadPoolExecutor() as pool:
        for language in LANGUAGES:
            wanted = list(volumes(press, language, pool))
            made = list(zip(wanted, pool.map(lambda volume: volume.make(), wanted), strict=True))
            forms = {volume.name: content for volume, content in made if volume.item == "template"}
            pack = all_templates(press, language, forms)
            for volume, content in [*made, (pack, pack.make())]:
                yield _shelved(shelf, volume, language, content)


def _shelved(shelf: Path, volume: Volume, language: Language, content: bytes) -> Download:
    path = shelf / volume.name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    address = f"{PUBLIC_FOLDER}/{volume.name}"
    return Download(address, len(content), volume.format, language.code, volume.item, volume.slug)
