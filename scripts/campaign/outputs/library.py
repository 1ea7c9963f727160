"""The shelf of finished books, .cache/books: written by `make.py book`, read by the site's build."""

from pathlib import Path

import yaml

from campaign.catalogue import load_tree
from campaign.checks import check_tree
from campaign.expand import Download, Site, load_templates, words_in
from campaign.outputs.book import book_name, render_book
from campaign.problems import Problem
from campaign.settings import LANGUAGES

FOLDER = ".cache/books"
PUBLIC_FOLDER = "downloads"


def write_books(root: Path, today: str) -> list[Problem]:
    """Make the guide in both languages from the content below `root`; with problems, say them and write nothing.

    `today` is an ISO date.
    """
    overrides = root / "overrides"
    templates = load_templates(overrides)
    catalogue, pages, problems = check_tree(load_tree(root), words_in(templates), today)
    if problems:
        return problems
    # Only MkDocs reads all of its configuration; we need two plain values of it.
    configuration = yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    site = Site(catalogue, pages, templates, owner=configuration["extra"]["owner"], today=today)
    template = (overrides / "book.typ").read_text(encoding="utf-8")
    address = configuration["site_url"].rstrip("/") + "/"
    (root / FOLDER).mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        pdf = render_book(site, language, template, address)
        (root / FOLDER / book_name(language)).write_bytes(pdf)
    return []


def load_books(root: Path) -> tuple[dict[str, bytes], tuple[Download, ...]]:
    """The finished books: address → bytes, and the same as downloads for the pages."""
    files: dict[str, bytes] = {}
    downloads: list[Download] = []
    for language in LANGUAGES:
        name = book_name(language)
        path, address = root / FOLDER / name, f"{PUBLIC_FOLDER}/{name}"
        if path.exists():
            files[address] = path.read_bytes()
            downloads.append(Download(address, len(files[address]), "PDF", language.code))
    return files, tuple(downloads)
