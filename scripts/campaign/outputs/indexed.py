"""A finished page → what the search index knows of it: what it is called and by whom, of what kind it is, where and when."""

from collections.abc import Set as AbstractSet

from campaign.cache import SEARCH, ExtractableTarget
from campaign.keywords import called, queries_of
from campaign.models.events import Seminar
from campaign.models.moving import Journey
from campaign.models.places import Municipality
from campaign.models.projects import Project
from campaign.outputs.ways import directions
from campaign.pages import Page
from campaign.search.terms import Indexed
from campaign.shell import parent_of
from campaign.site import Site, Target


def indexed(site: Site, page: Page, target: Target, places: AbstractSet[str]) -> Indexed:
    """A page as the index knows it; `target` makes it, `places` are the stems of the names of all places."""
    assert isinstance(target, ExtractableTarget)
    words = site.content.search_words
    place, year = _place_and_year(site, page)
    return Indexed(
        address=page.address,
        title=page.title,
        subtitle=page.subtitle or "",
        description=page.description,
        kind=kind_of(site, page),
        place=place,
        year=year,
        names=_own_names(site, page),
        names_above=called(site.content, f"{page.path.rpartition('/')[0]}/index.md"),
        names_of_folder=called(site.content, page.path.rpartition("/")[0]),
        queries=queries_of(site.content, page.path, page.language.code),
        share=words.shares.get(page.path, words.shares.get(page.path.partition("/")[0], 1.0)),
        directions=dict(directions(site, page, words, places)),
        part=target.extract(SEARCH),
    )


def kind_of(site: Site, page: Page) -> str:
    """The name of the page above: what the page is one of."""
    above = parent_of(site, page)
    return above.menu if above else site.content.label("search", "other", page.language.code)


def _own_names(site: Site, page: Page) -> list[str]:
    """What readers call a page; a plan also by what has to be done, for who asks for one step looks for the plan."""
    steps = page.record.steps if isinstance(page.record, Journey) else []
    return [
        *called(site.content, page.path),
        *(site.content.steps[step].title[page.language.code] for step in steps),
    ]


def _place_and_year(site: Site, page: Page) -> tuple[str, str]:
    regions = site.content.regions
    match page.record:
        case Municipality(region=region):
            return regions[region].name, ""
        case Seminar(town=town, regions=[region, *_], date=date):
            return town or regions[region].name, _year(date)
        case Project(period=date):
            return "", _year(date)
    return "", _year(page.date or "")


def _year(date: str) -> str:
    return date[:4] if date[:4].isdecimal() else ""
