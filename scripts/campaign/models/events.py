"""What happened and what is coming: seminars and milestones."""

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
    SeriesWord,
    SpeakerRef,
    Text,
    ThemeWord,
    Value,
    WebAddress,
)


class Material(Value):
    """Something that belonged to an event: an invitation, a brochure, a radio item."""

    name: Text = Field(description="Titeln som den trycktes · Tittelen slik den ble trykt")
    form: Literal["invitation", "brochure", "radio", "press", "slides", "recording"] = Field(
        description="invitation = inbjudan, brochure = broschyr, radio, press, slides = bilder, recording = inspelning · "
        "invitasjon, brosjyre, radio, presse, bilder, opptak",
        json_schema_extra={"word": "material"},
    )
    preserved: bool = Field(
        description="true om den finns kvar, false om bara titeln gör det · true hvis det finnes, false hvis bare tittelen gjør det"
    )
    passage: Passage = Field(description="Var i källan det står · Hvor i kilden det står")


class Speaker(Value):
    """Somebody who speaks at an event and has agreed to stand here, with a page of their own."""

    name: Text = Field(description="För- och efternamn · For- og etternavn")
    role: Bilingual = Field(description="Vad personen gör · Hva personen gjør")
    organisation: Text = Field(
        description="Arbetsplatsen eller organisationen · Arbeidsplassen eller organisasjonen"
    )
    web: WebAddress | None = Field(
        default=None, description="Personens egen sida, med https:// · Personens egen side, med https://"
    )

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
    start: Moment = Field(
        description="När det börjar, på platsens klocka: 2027-03-04 09:00 · Når det begynner, etter klokken på stedet"
    )
    end: Moment = Field(
        description="När det slutar, på platsens klocka: 2027-03-04 12:00 · Når det slutter, etter klokken på stedet"
    )
    zone: Zone = Field(description="Platsens tidszon · Tidssonen på stedet")
    venue: Text = Field(description="Lokal och adress · Lokale og adresse")
    registration: WebAddress | None = Field(default=None, description="Anmälan · Påmelding")
    stream: WebAddress | None = Field(default=None, description="Direktsändning · Direktesending")
    accessibility: list[Literal["step-free", "hearing-loop", "captions", "sign-interpreter", "stream"]] = (
        Field(
            default=[],
            description="Tillgänglighet på plats · Tilgjengelighet på stedet",
            json_schema_extra={"word": "access"},
        )
    )

    @property
    def last_modified(self) -> datetime:
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

    address: WebAddress = Field(
        description="Där inspelningen finns, med https:// · Der opptaket ligger, med https://"
    )
    published: Day = Field(description="Dagen den lades ut · Dagen det ble lagt ut")
    minutes: int = Field(ge=1, description="Längden i minuter · Lengden i minutter")
    language: LanguageCode = Field(description="Språket som talas · Språket som snakkes")
    captions: list[LanguageCode] = Field(min_length=1, description="Textningens språk · Språk i tekstingen")
    transcript: Bilingual | None = Field(default=None, description="Det som sägs, i text · Det som blir sagt")


class Seminar(Value):
    """A seminar, dialogue meeting or other gathering. A past one keeps its original title and language."""

    title: Text = Field(description="Titeln som den trycktes · Tittelen slik den ble trykt")
    title_language: LanguageCode = Field(description="Titelns språk · Språket tittelen er på")
    rendering: Text | None = Field(
        default=None, description="Titeln på det andra språket · Tittelen på det andre språket"
    )
    summary: Bilingual = Field(description="En mening om vad det handlade om · En setning om innholdet")
    form: Literal[
        "seminar", "dialogue", "lunch", "student-event", "conference", "network", "fair", "gathering"
    ] = Field(
        description="Vad det är: seminarium, dialogmöte, lunch, studentträff, konferens, nätverk, mässa eller träff · "
        "Hva det er: seminar, dialogmøte, lunsj, studenttreff, konferanse, nettverk, messe eller treff",
        json_schema_extra={"word": "form"},
    )
    series: SeriesWord | None = Field(
        default=None,
        description="Serien, ett ord ur labels.yml under series · Serien, et ord fra labels.yml under series",
    )
    theme: ThemeWord = Field(
        description="Temat, ett ord ur labels.yml under theme · Temaet, et ord fra labels.yml under theme"
    )
    regions: list[RegionRef] = Field(
        min_length=1, description="Regionerna där det hålls · Regionene der det holdes"
    )
    place_certainty: Literal["known", "assumed"] = Field(
        default="known",
        description="Hur säker regionen är; assumed om den är gissad, som efter titelns språk · Hvor sikker regionen er; assumed hvis den er gjettet",
        json_schema_extra={"word": "certainty"},
    )
    town: Text | None = Field(default=None, description="Ort, om källan säger den · Sted, hvis kjent")
    date: PartialDate = Field(
        description="Dagen: 2027-03-04; okänd dag: 2010-05 eller 2010 · "
        "Dagen: 2027-03-04; ukjent dag: 2010-05 eller 2010"
    )
    date_note: Bilingual | None = Field(
        default=None, description="Varför datumet är osäkert · Hvorfor datoen er usikker"
    )
    session: Session | None = Field(
        default=None, description="Tid och plats för ett kommande evenemang · Tid og sted for et kommende"
    )
    audiences: list[Audience] = Field(
        default=[], description="För vem · For hvem", json_schema_extra={"word": "audience"}
    )
    organisers: list[Text] = Field(default=[], description="Arrangörer · Arrangører")
    speakers: list[SpeakerRef] = Field(
        default=[],
        description="Medverkande som har sagt ja till att stå här · Medvirkende som har sagt ja til å stå her",
    )
    project: ProjectRef | None = Field(
        default=None, description="Projektet som ordnade det · Prosjektet som arrangerte det"
    )
    participants: Bilingual | None = Field(
        default=None, description="Antal deltagare, om källan säger det · Antall deltakere, hvis kjent"
    )
    coverage: Bilingual | None = Field(
        default=None, description="Vad medierna skrev och sände, om källan säger det · Omtale i mediene"
    )
    materials: list[Material] = Field(
        default=[],
        description="Inbjudan, broschyr, radio och annat som hörde till · "
        "Invitasjon, brosjyre, radio og annet som hørte til",
    )
    recording: Recording | None = Field(default=None, description="Inspelningen · Opptaket")
    related: list[SeminarRef] = Field(
        default=[], description="Seminarier som hör ihop med det · Seminarer som hører sammen med det"
    )
    chapters: list[ChapterRef] = Field(
        default=[], description="Kapitel i HR-guiden om samma sak · Kapitler i HR-guiden om samme sak"
    )
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
    text: Bilingual = Field(description="Vad som hände, i en mening · Hva som hendte, i én setning")
    passages: list[Passage] = Field(min_length=1, description="Källställen · Kildesteder")
    link: PageFile | None = Field(
        default=None, description="Fil i samma språk: projects/x.md · Fil på samme språk"
    )


class Timeline(Value):
    """What happened, in any order. One file: content/data/timeline.yml."""

    milestones: list[Milestone] = Field(
        min_length=1,
        description="Händelserna, i vilken ordning som helst · Hendelsene, i hvilken rekkefølge som helst",
    )
