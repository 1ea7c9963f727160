"""Municipalities and the two regions they form."""

from typing import Annotated, Any, Literal, Protocol, runtime_checkable

from pydantic import ConfigDict, Field, StringConstraints

from campaign.models.contacts import Contact
from campaign.models.headings import Heading
from campaign.models.languages import Country
from campaign.models.values import (
    OWN,
    Bilingual,
    Day,
    FactWord,
    Number,
    PartialDateOrUndated,
    Passage,
    RateRef,
    RegionRef,
    ServiceRef,
    SizeClass,
    Slug,
    Sourced,
    SourceRef,
    Text,
    Value,
    WebAddress,
)
from campaign.settings import COUNTRIES

# What the countries' offices of statistics number municipalities with.
MUNICIPALITY_CODE = r"^[0-9]{4}$"
DAY_OF_YEAR = r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"


class Coordinates(Value):
    """A point on the earth, WGS 84."""

    latitude: Annotated[float, Field(ge=55, le=72, description="Grader nord · Grader nord")]
    longitude: Annotated[float, Field(ge=4, le=25, description="Grader öst · Grader øst")]


class Query(Value):
    """The question to a statistical service that the figure answers; `make.py refresh` asks it."""

    service: Literal["scb", "ssb", "kolada", "jobtech", "nav"] = Field(
        description="Vem som svarar · Hvem som svarer"
    )
    table: Text = Field(
        description="Tabellen inom citattecken, eller nyckeltalet i Kolada · Tabellen i anførselstegn"
    )
    select: dict[Text, Text] = Field(
        description="Variabel → kod inom citattecken; top(1) är den senaste perioden · Variabel → kode"
    )
    day: Annotated[str, StringConstraints(pattern=DAY_OF_YEAR)] | None = Field(
        default=None,
        description="Dagen på året som en årlig tabell gäller: 12-31 · Dagen i året en årstabell gjelder",
    )


class NamedNumber(Value):
    """The name of a figure, and the number or the class: what a record says of it first."""

    fact: Annotated[FactWord, OWN] = Field(
        description="Vad talet heter, ett ord ur labels.yml under fact · Hva tallet heter"
    )
    value: Number | None = Field(
        default=None,
        description="Talet utan mellanslag: 59945; saknas tills query har frågats · Tallet uten mellomrom",
    )
    between: SizeClass | None = Field(
        default=None,
        description="I stället för value när källan ger en klass: [200, 499] · I stedet for value: [200, 499]",
    )


class Fact(Sourced, NamedNumber):
    """A figure with its name: a number, a size class, or none yet where a service can tell it.

    The name is a word in labels.yml under `fact`.
    """

    as_of: PartialDateOrUndated | None = Field(
        default=None,
        description="När talet gällde; undated om källan inte säger det · Når tallet gjaldt",
    )
    checked: Day | None = Field(
        default=None, description="Dagen då någon senast läste källan · Dagen kilden sist ble lest"
    )
    computed: bool = Field(
        default=False,
        description="true om vi har räknat ut det, som ett avstånd · true hvis vi har regnet det ut",
    )
    not_comparable: Bilingual | None = Field(
        default=None,
        description="Varför talet inte kan ställas mot grannlandets · Hvorfor det ikke kan sammenlignes",
    )
    query: Query | None = Field(
        default=None, description="Frågan som hämtar talet · Spørringen som henter tallet"
    )

    @property
    def known(self) -> bool:
        """Whether there is a figure to show, or only a question that nobody has asked yet."""
        return self.value is not None or self.between is not None


class Reason(Value):
    """Why a place has something, or is without it, and the source that says so."""

    because: Bilingual = Field(description="Varför, i en mening · Hvorfor, i en setning")
    source: SourceRef = Field(description="Källan som säger det · Kilden som sier det")


class Trait(Reason):
    """Something that a place offers and a mover may ask for, with the reason and its source."""

    strength: Annotated[
        int, Field(ge=1, le=2, description="1 = finns, 2 = utmärker orten · 1 = finnes, 2 = særpreg")
    ]


class EqualFact(Value):
    """A fact that every municipality tells as one number, in words short enough for a small drawing."""

    fact: Annotated[FactWord, OWN] = Field(
        description="Vad talet heter, ett ord ur labels.yml under fact · Hva tallet heter, et ord fra labels.yml"
    )
    text: Bilingual = Field(
        description="Vad talet räknar, i några få ord · Hva tallet teller, med noen få ord"
    )


class Hundred(Value):
    """A whole shown as a hundred dots: the facts that tell its shares in percent, and what they leave."""

    text: Bilingual = Field(description="Vad de hundra är · Hva de hundre er")
    rest: Bilingual = Field(description="Det som blir över · Det som blir igjen")
    parts: list[Slug] = Field(
        min_length=2,
        description="Fakta i procent, i ordning, och rest där resten står · Fakta i prosent, og rest der resten står",
    )


class Comparison(Value):
    """What the page of every municipality shows alike. One file: content/data/comparison.yml."""

    equal_facts: list[EqualFact] = Field(
        default=[],
        description="Fakta som varje kommun har som ett tal · Fakta som hver kommune har som ett tall",
    )
    hundreds: list[Hundred] = Field(
        default=[], description="Diagram med hundra prickar · Diagrammer med hundre prikker"
    )


class Poster(Value):
    """The wide drawing of a place, content/media/posters/<slug>.svg: what it shows, and how we know."""

    shows: Bilingual = Field(description="Vad affischen föreställer · Hva plakaten viser")
    sources: list[SourceRef] = Field(
        min_length=1, description="Källor för det den föreställer · Kilder for det den viser"
    )
    focus: Literal[30, 35, 40, 45, 50, 55, 60, 65, 70] = Field(
        default=50,
        description="Vad som syns i en kvadrat, i procent från vänster · Hva et kvadrat viser, prosent fra venstre",
    )


def _ending(field: str) -> ConfigDict:
    """Poster and figures, which places share, written below `field`: first comes what the place is."""

    def reorder(schema: dict[str, Any]) -> None:
        fields = schema["properties"]
        shared = {name: fields.pop(name) for name in ("poster", "facts")}
        below = {name: fields.pop(name) for name in list(fields)[list(fields).index(field) + 1 :]}
        fields.update(shared | below)

    return ConfigDict(json_schema_extra=reorder)


class Place(Value):
    """What has facts: a municipality or a region."""

    name: Text = Field(description="Ortens namn · Navnet på stedet")
    country: Country = Field(description="Landet · Landet")
    poster: Poster = Field(description="Affischen · Plakaten")
    facts: list[Fact] = Field(
        default=[], description="Tal med källa, viktigast först · Tall med kilde, viktigst først"
    )

    @property
    def known_facts(self) -> list[Fact]:
        """The facts that readers see: those that are known."""
        return [fact for fact in self.facts if fact.known]

    @property
    def name_language(self) -> str:
        """The code of the language that the name is in."""
        return COUNTRIES[self.country].language


@runtime_checkable
class KnownByPlace(Protocol):
    """What a model gives whose records are the business of one place."""

    def known_by(self) -> str:
        """The slug of the municipality or region whose people know of it, or of what else is asked."""


class Way(Value):
    """A way on from a section of a place's page: an address that a source shows."""

    section: Literal["housing", "school", "work"] = Field(
        description="Avsnittet den står under · Avsnittet den står under"
    )
    text: Bilingual = Field(
        description="Några ord: kommunens bostadsbolag · Noen ord: kommunens boligselskap"
    )
    web: WebAddress
    source: SourceRef = Field(description="Var adressen sågs · Hvor adressen ble sett")


class Contributions(Value):
    """The rate of contributions that employers of a municipality pay, and who says so."""

    rate: RateRef = Field(description="Satsen i data/rates · Satsen i data/rates")
    source: SourceRef = Field(description="Var satsen står · Hvor satsen står")


class Municipality(Place):
    """A municipality: what is true of it in any language. Its prose stands in content/sv and content/no."""

    model_config = _ending("emblem")

    name: Text = Field(description="Ortens namn utan »kommun« · Stedets navn uten «kommune»")
    country: Country = Field(description="Landet · Landet")
    region: RegionRef = Field(description="Regionen · Regionen")
    code: Annotated[str, StringConstraints(pattern=MUNICIPALITY_CODE)] = Field(
        description="Kommunkod inom citattecken · Kommunenummer i anførselstegn"
    )
    coordinates: Coordinates = Field(description="Centralortens läge · Sentrumets plass")
    website: WebAddress
    tagline: Bilingual = Field(description="En mening som bara stämmer här · En setning som bare stemmer her")
    phrase: Bilingual = Field(description="Två till sex ord till kortet · To til seks ord til kortet")
    emblem: Bilingual = Field(description="Vad emblemet föreställer · Hva emblemet viser")
    contributions: Contributions | None = Field(
        default=None,
        description="Arbetsgivaravgiften, där den beror på kommunen · Arbeidsgiveravgiften, der den avhenger av kommunen",
    )
    services: list[ServiceRef] = Field(
        default=[], description="Tjänster för inflyttare · Tjenester for innflyttere"
    )
    ways: list[Way] = Field(
        default=[], description="Vägar vidare: bostadsbolag, tomter · Veier videre: boligselskap, tomter"
    )
    traits: dict[Slug, Trait] = Field(
        default={}, description="Egenskaper för »Vilken plats passar mig?« · Egenskaper for stedsvelgeren"
    )
    without: dict[Slug, Reason] = Field(
        default={},
        description="Vad kommunen är utan, enligt källa eller karta · Det kommunen er uten, etter kilde eller kart",
    )
    contacts: list[Contact] = Field(min_length=1, description="Vem en inflyttare ringer · Hvem man ringer")

    def heading(self, code: str) -> Heading:
        """The name, and the sentence that is true of no other."""
        return Heading(self.name, self.name_language, self.tagline[code])

    def description(self, code: str) -> str:
        """The same sentence."""
        return self.tagline[code]


class Region(Place):
    """A group of municipalities that work together."""

    model_config = _ending("members_checked")

    name: Text = Field(description="Regionens namn · Regionens navn")
    county: Text = Field(description="Län eller fylke · Län eller fylke")
    members: list[Text] = Field(min_length=1, description="Kommunernas namn · Kommunenes navn")
    members_source: SourceRef = Field(description="Källa för medlemmarna · Kilde for medlemmene")
    members_checked: Day = Field(description="Dagen den lästes · Dagen den ble lest")
    passages: list[Passage] = Field(default=[], description="Källställen · Kildesteder")

    def heading(self, code: str) -> Heading:  # noqa: ARG002
        """The name, and the county."""
        return Heading(self.name, self.name_language, self.county)

    def description(self, code: str) -> str:  # noqa: ARG002
        """The name and the county."""
        return f"{self.name}, {self.county}."
