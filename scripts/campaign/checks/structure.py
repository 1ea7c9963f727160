"""Rules for what holds the site together: the menu in mkdocs.yml, and the rest in content/data/site.yml."""

from collections.abc import Iterator

from campaign.catalogue import Catalogue
from campaign.pages import Pages
from campaign.problems import Phrase, Place, Problem
from campaign.settings import LANGUAGES
from campaign.sources import Location


def check_menu(catalogue: Catalogue, pages: Pages) -> Iterator[Problem]:
    """The menu leads to pages that readers of each language have."""
    menu = catalogue.single["mkdocs"].nav if "mkdocs" in catalogue.single else []
    for number, path in enumerate(menu):
        yield from _leading_nowhere(catalogue, pages, "mkdocs", ("nav", number), path)


def check_structure_of_pages(catalogue: Catalogue, pages: Pages) -> Iterator[Problem]:
    """Footer, parents, feeds and pages with a task of their own are pages that readers of each language have."""
    structure = catalogue.structure
    named: list[tuple[Location, str | None]] = [
        *((("footer", number), path) for number, path in enumerate(structure.footer)),
        *((("parents", folder), path) for folder, path in structure.parents.items()),
        *((("feeds", path), path) for path in structure.feeds),
        *(
            (("pages", role), path)
            for role, path in structure.pages
            if role in structure.pages.model_fields_set
        ),
    ]
    for location, path in named:
        if path:
            yield from _leading_nowhere(catalogue, pages, "site", location, path)


def check_outlines(catalogue: Catalogue, _pages: Pages) -> Iterator[Problem]:
    """The map has drawn the area of each municipality, or says that nobody has."""
    ground = catalogue.single.get("map")
    known = (*ground.outlined, *ground.without_outline) if ground else ()
    for slug in catalogue.records["municipalities"] if ground else ():
        if slug not in known:
            yield Problem(catalogue.documents["municipalities"][slug].path, Place(), "D140", {"slug": slug})


def _leading_nowhere(
    catalogue: Catalogue, pages: Pages, name: str, location: Location, path: str
) -> Iterator[Problem]:
    document = catalogue.single_documents[name]
    for language in LANGUAGES:
        target = f"content/{language.code}/{path}"
        if (language.code, path) not in pages and path not in catalogue.names[language.code]:
            values = {"value": path, "target": target, "hint": Phrase("NO_HINT")}
            yield Problem(document.path, document.place_of(location), "P211", values)


ALL = (check_menu, check_structure_of_pages, check_outlines)
