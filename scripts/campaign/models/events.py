"""What happened and what is coming: seminars, milestones and news."""

from datetime import UTC, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import Field

from campaign.models.headings import Heading
from campaign.models.languages import LanguageCode, Zone
from campaign.models.values import (
    Audience,
    Bilingual,
    ChapterRef,
    Day,
    Moment,
    PageFile,
    PartialDate,
    Passage,
    ProjectRef,
    RegionRef,
    SeminarRef,
    Slug,
    SpeakerRef,
    Text,
    Value,
    WebAddress,
)


class Material(Value):
    """Something that belonged to an event: an invitation, a brochure, a radio item."""

    name: Text = Field(description="Titeln som den trycktes · Tittelen slik den ble trykt")
    form: Literal["invitation", "brochure", "radio", "press", "slides", "recording"]
    preserved: bool = Field(description="false om bara titeln finns kvar · false hvis bare tittelen finnes")
    passage: Passage


class Speaker(Value):
    """Somebody who speaks at an event and has agreed to stand here, with a page of their own."""

    name: Text
    role: Bilingual = Field(description="Vad personen gör · Hva personen gjør")
    organisation: Text
    web: WebAddress | None = None

    def heading(self, code: str) -> Heading:
        """The name, and what the person does where."""
        return Heading(self.name, code, f"{self.role[code]}, {self.organisation}")

    def description(self, code: str) -> str:
        """The same in a sentence."""
        return f"{self.name}, {self.role[code]}, {self.organisation}."


class Session(Value):
    """When and where a coming event is held, how to register, and who can take part how."""

    announced: Day = Field(
        description="Dagen evenemanget lades ut här; flödena säger den · Dagen det ble kunngjort her"
    )
    changed: Day | None = Field(
        default=None,
        description="Dagen tid, plats eller anmälan ändrades senast; kalendrar tar då det nyare · "
        "Dagen tid, sted eller påmelding sist ble endret; kalendere tar da det nyere",
    )
    start: Moment
    end: Moment
    zone: Zone = Field(description="Platsens tidszon · Tidssonen på stedet")
    venue: Text = Field(description="Lokal och adress · Lokale og adresse")
    registration: WebAddress | None = Field(default=None, description="Anmälan · Påmelding")
    stream: WebAddress | None = Field(default=None, description="Direktsändning · Direktesending")
    accessibility: list[Literal["step-free", "hearing-loop", "captions", "sign-interpreter", "stream"]] = (
        Field(default=[], description="Tillgänglighet på plats · Tilgjengelighet på stedet")
    )

    @property
    def told(self) -> datetime:
        """The first moment, UTC, of the day on which this was last told otherwise."""
        return datetime.fromisoformat(self.changed or self.announced).replace(tzinfo=UTC)

    @property
    def begins(self) -> datetime:
        """The start with its distance to UTC."""
        return self._with_zone(self.start)

    @property
    def ends(self) -> datetime:
        """The end with its distance to UTC."""
        return self._with_zone(self.end)

    def _with_zone(self, local: str) -> datetime:
        return datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(self.zone))


class Recording(Value):
    """A recording of an event. Captions are demanded: without them nobody who is deaf can take part."""

    address: WebAddress
    published: Day
    minutes: int = Field(ge=1)
    language: LanguageCode = Field(description="Språket som talas · Språket som snakkes")
    captions: list[LanguageCode] = Field(min_length=1, description="Textningens språk · Språk i tekstingen")
    transcript: Bilingual | None = Field(default=None, description="Det som sägs, i text · Det som blir sagt")


class Seminar(Value):
    """A seminar, dialogue meeting or other gathering. A past one keeps its original title and language."""

    title: Text = Field(description="Titeln som den trycktes · Tittelen slik den ble trykt")
    title_language: LanguageCode
    rendering: Text | None = Field(
        default=None, description="Titeln på det andra språket · Tittelen på det andre språket"
    )
    summary: Bilingual = Field(description="En mening om vad det handlade om · En setning om innholdet")
    form: Literal[
        "seminar", "dialogue", "lunch", "student-event", "conference", "network", "fair", "gathering"
    ]
    series: Slug | None = Field(
        default=None, description="Ett ord ur labels.yml under series · Et ord fra labels.yml under series"
    )
    theme: Slug = Field(description="Ett ord ur labels.yml under theme · Et ord fra labels.yml under theme")
    regions: list[RegionRef] = Field(min_length=1)
    place_certainty: Literal["known", "assumed"] = Field(
        default="known",
        description="assumed om regionen är gissad, som efter titelns språk · assumed hvis regionen er gjettet",
    )
    town: Text | None = Field(default=None, description="Ort, om källan säger den · Sted, hvis kjent")
    date: PartialDate
    date_note: Bilingual | None = Field(
        default=None, description="Varför datumet är osäkert · Hvorfor datoen er usikker"
    )
    session: Session | None = Field(
        default=None, description="Tid och plats för ett kommande evenemang · Tid og sted for et kommende"
    )
    audiences: list[Audience] = Field(default=[], description="För vem · For hvem")
    organisers: list[Text] = Field(default=[], description="Arrangörer · Arrangører")
    speakers: list[SpeakerRef] = Field(default=[])
    project: ProjectRef | None = None
    participants: Bilingual | None = Field(
        default=None, description="Antal deltagare, om källan säger det · Antall deltakere, hvis kjent"
    )
    coverage: Bilingual | None = Field(
        default=None, description="Vad medierna skrev och sände, om källan säger det · Omtale i mediene"
    )
    materials: list[Material] = Field(default=[])
    recording: Recording | None = None
    related: list[SeminarRef] = Field(default=[])
    chapters: list[ChapterRef] = Field(default=[])
    passages: list[Passage] = Field(default=[], description="Källställen · Kildesteder")

    def heading(self, code: str) -> Heading:
        """The title as it was printed, rendered below for the reader of another language."""
        below = self.rendering if code != self.title_language else None
        return Heading(self.title, self.title_language, below)

    def description(self, code: str) -> str:
        """What it was about."""
        return self.summary[code]


class Milestone(Value):
    """Something that happened, with where the sources say so, and the page that tells more."""

    date: PartialDate
    text: Bilingual
    passages: list[Passage] = Field(min_length=1)
    link: PageFile | None = Field(
        default=None, description="Fil i samma språk: projects/x.md · Fil på samme språk"
    )


class Timeline(Value):
    """What happened, in any order. One file: content/data/timeline.yml."""

    milestones: list[Milestone] = Field(min_length=1)


class News(Value):
    """A news item; its text stands in content/sv/news and content/no/news."""

    title: Bilingual
    date: Day

    def heading(self, code: str) -> Heading:
        """The title alone."""
        return Heading(self.title[code], code)

    def description(self, code: str) -> str:
        """The title; a news item has prose, which says more."""
        return self.title[code]
