"""The kinds of record: one table from folder name to model, and the few files that stand alone."""

from dataclasses import dataclass

from pydantic import BaseModel

from campaign.models.configuration import Configuration
from campaign.models.events import News, Seminar, Speaker, Timeline
from campaign.models.guide import Chapter, Edition, Rule, SelfCheck, Template
from campaign.models.law import Act, LawWatch
from campaign.models.map import Ground
from campaign.models.moving import JobBanks, Journey, Step, Story
from campaign.models.pages import Addresses, Labels, Names, PageMeta
from campaign.models.places import Comparison, Finder, Municipality, Region
from campaign.models.projects import Project
from campaign.models.services import Network, Programme, Service
from campaign.models.sources import Inventory, Source
from campaign.models.structure import Structure
from campaign.models.values import Value
from campaign.models.visits import Visit

__all__ = ["KINDS", "SINGLE_FILES", "Kind", "PageMeta", "file_of"]


@dataclass(frozen=True)
class Kind:
    """A kind of record: its folder in content/data, its model, and the page folder if each has a page.

    `sections` are the heading ids that its prose must have, in order; `anchors` are those that its layout adds.
    `pictures` are the folders of content/media that hold a drawing of each record, under its name.
    """

    name: str
    model: type[Value]
    pages: str | None = None
    prose_required: bool = False
    sections: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()


# What every place page tells, in this order.
PLACE_SECTIONS = ("like", "housing", "school", "work", "getting-around", "leisure", "newcomers", "before")

# What every chapter of the guide tells, in this order.
CHAPTER_SECTIONS = ("steps", "why", "example", "mistakes", "law", "grow", "checklist", "more")

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "municipalities",
            Municipality,
            pages="municipalities",
            prose_required=True,
            sections=PLACE_SECTIONS,
            anchors=("facts", "near", "contacts", "figures", "next"),
            pictures=("emblems", "posters"),
        ),
        Kind(
            "regions",
            Region,
            pages="regions",
            prose_required=True,
            sections=PLACE_SECTIONS,
            anchors=("facts", "members"),
            pictures=("posters",),
        ),
        Kind("services", Service, pages="services", anchors=("then", "now", "contacts")),
        Kind("seminars", Seminar, pages="seminars", anchors=("materials", "related", "recording")),
        Kind("speakers", Speaker, pages="speakers"),
        Kind("projects", Project, pages="projects", prose_required=True),
        Kind("networks", Network),
        Kind(
            "programmes",
            Programme,
            pages="programmes",
            prose_required=True,
            sections=("how", "outcome", "difference", "restart"),
            anchors=("then", "now", "kit"),
        ),
        Kind(
            "chapters",
            Chapter,
            pages="hr-guide",
            prose_required=True,
            sections=CHAPTER_SECTIONS,
            anchors=("templates",),
        ),
        Kind("acts", Act),
        Kind("rules", Rule),
        Kind("templates", Template, pages="templates", prose_required=True, anchors=("use", "preview")),
        Kind("news", News, pages="news", prose_required=True),
        Kind("steps", Step),
        Kind("journeys", Journey, pages="journeys"),
        Kind("visits", Visit, pages="visits", anchors=("summer", "winter", "contacts")),
        Kind("stories", Story, pages="stories", prose_required=True),
        Kind("sources", Source),
        Kind("inventories", Inventory),
    )
}

# The files that stand alone, by name: in content/data, but the site's configuration, which MkDocs wants beside it.
SINGLETONS: dict[str, type[BaseModel]] = {
    "labels": Labels,
    "addresses": Addresses,
    "names": Names,
    "finder": Finder,
    "comparison": Comparison,
    "job-banks": JobBanks,
    "edition": Edition,
    "self-check": SelfCheck,
    "timeline": Timeline,
    "law-watch": LawWatch,
    "site": Structure,
    "map": Ground,
    "mkdocs": Configuration,
}


def file_of(name: str) -> str:
    """The path of a file that stands alone, from the project's root."""
    return "mkdocs.yml" if name == "mkdocs" else f"content/data/{name}.yml"
