"""The kinds of record and the few files that stand alone: one line each, and the content has an attribute of that type."""

from pydantic import BaseModel

from campaign.models.accessibility import Assessment
from campaign.models.addresses import Moves, Published
from campaign.models.border import BorderCase
from campaign.models.configuration import Configuration
from campaign.models.deadlines import DeadlineGroup
from campaign.models.events import Seminar, Speaker, Timeline
from campaign.models.external_links import LinkWatch
from campaign.models.films import Film
from campaign.models.finder import Finder
from campaign.models.guide import BookIndex, Chapter, Edition, Rule, SelfCheck, Template
from campaign.models.kinds import Collection, Kind, Single, record_file
from campaign.models.kits import Kit
from campaign.models.law import Act, LawWatch
from campaign.models.letters import Letter
from campaign.models.map import Background
from campaign.models.moving import JobBanks, Journey, Step
from campaign.models.pages import Addresses, Labels, Names, PageMeta
from campaign.models.pictures import Picture
from campaign.models.places import Comparison, Municipality, Region
from campaign.models.projects import Project
from campaign.models.questions import OpenQuestion
from campaign.models.rates import Cost, Rate
from campaign.models.search import Keywords, Queries, SearchWords
from campaign.models.services import Network, Programme, Service
from campaign.models.sources import Inventory, Source
from campaign.models.structure import Structure
from campaign.models.values import Value
from campaign.models.visits import Visit

__all__ = [
    "KINDS",
    "SINGLETONS",
    "Collection",
    "Kind",
    "Kinds",
    "PageMeta",
    "Singletons",
    "file_of",
    "record_file",
]

# What every place page tells, in this order.
PLACE_SECTIONS = ("like", "housing", "school", "work", "getting-around", "leisure", "newcomers", "before")

# What every case across the border tells, in this order.
BORDER_SECTIONS = ("start", "insurance", "tax", "sickness", "contract", "mistake")

# What every chapter of the guide tells, in this order.
CHAPTER_SECTIONS = ("steps", "why", "example", "mistakes", "law", "grow", "checklist", "more")


class Kinds:
    """The kinds of record, each under the name of its folder."""

    municipalities = Kind(
        Municipality,
        pages="municipalities",
        prose_required=True,
        sections=PLACE_SECTIONS,
        anchors=("facts", "near", "contacts", "figures", "next"),
        pictures=("emblems", "posters"),
        indexed=("region",),
        own=("country", "code"),
    )
    regions = Kind(
        Region,
        pages="regions",
        prose_required=True,
        sections=PLACE_SECTIONS,
        anchors=("facts", "members"),
        pictures=("posters",),
    )
    services = Kind(Service, pages="services", anchors=("then", "now", "contacts"))
    seminars = Kind(
        Seminar,
        pages="seminars",
        anchors=("materials", "related", "recording"),
        asked=("rendering", "town", "session", "audiences", "organisers"),
        indexed=("town", "speakers"),
    )
    speakers = Kind(Speaker, pages="speakers")
    projects = Kind(Project, pages="projects", prose_required=True)
    networks = Kind(Network)
    programmes = Kind(
        Programme,
        pages="programmes",
        prose_required=True,
        sections=("how", "outcome", "difference", "restart"),
        anchors=("then", "now", "kit"),
    )
    chapters = Kind(
        Chapter,
        pages="hr-guide",
        prose_required=True,
        sections=CHAPTER_SECTIONS,
        anchors=("templates",),
        own=("number",),
    )
    acts = Kind(Act, own=("collection", "number"))
    rules = Kind(Rule, indexed=("chapters",))
    rates = Kind(Rate)
    deadlines = Kind(DeadlineGroup)
    templates = Kind(
        Template, pages="templates", prose_required=True, anchors=("use", "preview"), indexed=("chapters",)
    )
    border = Kind(
        BorderCase,
        pages="border",
        prose_required=True,
        sections=BORDER_SECTIONS,
        anchors=("short", "papers", "ask"),
    )
    steps = Kind(Step)
    journeys = Kind(Journey, pages="journeys")
    visits = Kind(Visit, pages="visits", anchors=("summer", "winter", "contacts"))
    questions = Kind(OpenQuestion)
    pictures = Kind(Picture, asked=("licence_address",))
    letters = Kind(Letter)
    films = Kind(Film)
    sources = Kind(Source)
    inventories = Kind(Inventory, named_after="sources")
    kits = Kind(Kit, named_after="programmes")
    keywords = Kind(Keywords)
    queries = Kind(Queries)


class Singletons:
    """The files that stand alone, by name: in content/data, but the site's configuration, which MkDocs wants beside it.

    Labels and addresses are read word by word through `Content`.
    """

    _labels = Single(Labels, "labels")
    _addresses = Single(Addresses, "addresses")
    own_names = Single(Names, "names")
    finder = Single(Finder, "finder")
    comparison = Single(Comparison, "comparison")
    job_banks = Single(JobBanks, "job-banks")
    edition = Single(Edition, "edition")
    register = Single(BookIndex, "register")
    self_check = Single(SelfCheck, "self-check")
    cost = Single(Cost, "cost")
    accessibility = Single(Assessment, "accessibility")
    timeline = Single(Timeline, "timeline")
    law_watch = Single(LawWatch, "law-watch")
    link_watch = Single(LinkWatch, "link-watch")
    search_words = Single(SearchWords, "words")
    moves = Single(Moves, "moved")
    published = Single(Published, "published")
    site_structure = Single(Structure, "site")
    background = Single(Background, "map")
    configuration = Single(Configuration, "mkdocs")


KINDS: dict[str, Kind[Value]] = {kind.name: kind for kind in vars(Kinds).values() if isinstance(kind, Kind)}
SINGLETONS: dict[str, type[BaseModel]] = {
    single.name: single.model for single in vars(Singletons).values() if isinstance(single, Single)
}


def file_of(name: str) -> str:
    """The path of a file that stands alone, from the project's root."""
    return "mkdocs.yml" if name == "mkdocs" else f"content/data/{name}.yml"
