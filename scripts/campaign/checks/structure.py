"""Rules for what holds the site together: the menu in mkdocs.yml, and the rest in content/data/site.yml."""

from collections.abc import Iterator

from campaign.content import Content
from campaign.documents import Location
from campaign.models.map import Background
from campaign.models.structure import Structure
from campaign.nearest import hint_of
from campaign.pages import Pages
from campaign.problems import Phrase, Position, Problem, did_you_mean

# The files that say something of pages, wherever they are: what readers call them, and what a source says there.
_OF_WORDS = tuple(f"content/data/{name}" for name in ("keywords/", "queries/", "inventories/", "words.yml"))


def check_menu(content: Content, pages: Pages) -> Iterator[Problem]:
    """The menu leads to pages that readers of each language have."""
    menu = content.configuration.nav if "mkdocs" in content.singletons else []
    for number, path in enumerate(menu):
        yield from _leading_nowhere(content, pages, "mkdocs", ("nav", number), path)


def check_structure_of_pages(content: Content, pages: Pages) -> Iterator[Problem]:
    """Footer, parents, feeds, topics of sources, easy pages and those with a task of their own are pages that readers of each language have."""
    structure = content.structure
    named: list[tuple[Location, str | None]] = [
        *((("footer", number), path) for number, path in enumerate(structure.footer)),
        *((("parents", folder), path) for folder, path in structure.parents.items()),
        *((("sections", name), path) for name, path in structure.sections.items()),
        *((("feeds", path), path) for path in structure.feeds),
        *((("sources", number, "page"), topic.page) for number, topic in enumerate(structure.sources)),
        *((("easy", full), path) for full, easy in structure.easy.items() for path in (full, easy)),
        *(
            (("pages", role), path)
            for role, path in structure.pages
            if role in structure.pages.model_fields_set
        ),
    ]
    if plan := structure.offline:
        named += [(("offline", "switch"), plan.switch)]
        named += [(("offline", "pages", number), path) for number, path in enumerate(plan.pages)]
    for location, path in named:
        if path:
            yield from _leading_nowhere(content, pages, "site", location, path)


def check_parents(content: Content, pages: Pages) -> Iterator[Problem]:
    """No page hangs below itself, nor below one that hangs below it."""
    structure = content.structure
    for folder, path in structure.parents.items():
        ways = (_way_up(structure, pages, language.code, path) for language in content.languages)
        if way := next((way for way in ways if _leads_back(folder, way)), None):
            document = content.singleton_documents["site"]
            values = {"value": path, "way": " → ".join(way)}
            yield Problem(document.path, document.position_of(("parents", folder)), "D197", values)


def _leads_back(folder: str, way: list[str]) -> bool:
    """Whether a way ends where it began, and goes through the folder."""
    return len(way) > 1 and way[-1] == way[0] and folder in (path.rpartition("/")[0] for path in way)


def _way_up(structure: Structure, pages: Pages, code: str, path: str) -> list[str]:
    """The page, what it hangs below and so on, until there is no more, or one comes for the second time."""
    way = [path]
    while way[-1] not in way[:-1]:
        above = [one for one in reversed(structure.above(way[-1])) if (code, one) in pages]
        if not above:
            break
        way.append(above[0])
    return way


def check_timeline(content: Content, pages: Pages) -> Iterator[Problem]:
    """What happened is told further on a page that readers of each language have."""
    milestones = content.timeline.milestones if "timeline" in content.singletons else []
    for number, milestone in enumerate(milestones):
        if milestone.link:
            location = ("milestones", number, "link")
            yield from _leading_nowhere(content, pages, "timeline", location, milestone.link)


def check_words_of_pages(content: Content, pages: Pages) -> Iterator[Problem]:
    """What readers call a page or a folder is said of one that is there, in one language at least."""
    there = {(code, path) for code, names in content.names.items() for path in names} | pages.keys()
    folders = {path.partition("/")[0] for _, path in there if "/" in path}
    known = {path for _, path in there} | folders
    code = content.default_language.code
    for document, found in content.marked("page"):
        if document.path.startswith(_OF_WORDS) and found.text not in known:
            near = (path for language, path in pages if language == code)
            hint = hint_of(content, code, near, found.text, found.text, f"{code}/index.md")
            values = {"value": found.text, "target": f"content/{code}/{found.text}", "hint": hint}
            position = document.position_of(found.location, key=found.is_key)
            yield Problem(document.path, position, "P211", values)


def check_owners(content: Content, _pages: Pages) -> Iterator[Problem]:
    """Who is asked about the files of a place is asked about one that is there."""
    editing = content.configuration.extra.editing if "mkdocs" in content.singletons else None
    there = [*content.municipalities, *content.regions]
    for slug in editing.owners if editing else ():
        if slug not in there:
            document = content.singleton_documents["mkdocs"]
            position = document.position_of(("extra", "editing", "owners", slug), key=True)
            values = {"value": slug, "kind": "municipalities", "hint": did_you_mean(slug, there)}
            yield Problem(document.path, position, "D110", values)


def check_outlines(content: Content, _pages: Pages) -> Iterator[Problem]:
    """The map has drawn the area of each municipality, or says that nobody has."""
    if "map" not in content.singletons:
        return
    known = (*content.background.outlined, *content.background.without_outline)
    for slug in content.municipalities:
        if slug not in known:
            yield Problem(content.documents["municipalities"][slug].path, Position(), "D140", {"slug": slug})


def check_coordinates(content: Content, _pages: Pages) -> Iterator[Problem]:
    """Each municipality lies where the map has a place for it."""
    if "map" not in content.singletons:
        return
    bounds = _bounds(content.background)
    for slug, municipality in content.municipalities.items():
        document = content.documents["municipalities"][slug]
        for field, value in municipality.coordinates:
            least, most = bounds[field]
            if not least <= value <= most:
                at_least, at_most = Phrase("AT_LEAST", {"limit": least}), Phrase("AT_MOST", {"limit": most})
                given = Phrase("GIVEN", {"value": value})
                expected = at_least if value < least else at_most
                values = {
                    "field": f"coordinates.{field}",
                    "value": given,
                    "expected": expected,
                    "hint": Phrase("NO_HINT"),
                }
                yield Problem(document.path, document.position_of(("coordinates", field)), "D103", values)


def _bounds(background: Background) -> dict[str, tuple[float, float]]:
    """Field of a coordinate → the least and the most that the map shows, in degrees."""
    east = background.longitude + 2 * background.half / background.per_longitude
    south = background.latitude - background.height / background.per_latitude
    return {
        "latitude": (round(south, 2), background.latitude),
        "longitude": (background.longitude, round(east, 2)),
    }


def _leading_nowhere(
    content: Content, pages: Pages, name: str, location: Location, path: str
) -> Iterator[Problem]:
    document = content.singleton_documents[name]
    for language in content.full_languages:
        target = f"content/{language.code}/{path}"
        if (language.code, path) not in pages and path not in content.names[language.code]:
            there = (page for code, page in pages if code == language.code)
            hint = hint_of(content, language.code, there, path, path, f"{language.code}/index.md")
            values = {"value": path, "target": target, "hint": hint}
            yield Problem(document.path, document.position_of(location), "P211", values)


ALL = (
    check_menu,
    check_structure_of_pages,
    check_parents,
    check_timeline,
    check_words_of_pages,
    check_owners,
    check_outlines,
    check_coordinates,
)
