"""Rules for what holds the site together: the menu in mkdocs.yml."""

from collections.abc import Iterator

from campaign.catalogue import Catalogue
from campaign.pages import Pages
from campaign.problems import Phrase, Problem
from campaign.settings import LANGUAGES


def check_menu(catalogue: Catalogue, pages: Pages) -> Iterator[Problem]:
    """The menu leads to pages that readers of each language have."""
    menu = catalogue.single["mkdocs"].nav if "mkdocs" in catalogue.single else []
    document = catalogue.single_documents.get("mkdocs")
    for number, path in enumerate(menu):
        for language in LANGUAGES:
            target = f"content/{language.code}/{path}"
            if document and (language.code, path) not in pages and path not in catalogue.names[language.code]:
                values = {"value": path, "target": target, "hint": Phrase("NO_HINT")}
                yield Problem(document.path, document.place_of(("nav", number)), "P211", values)


ALL = (check_menu,)
