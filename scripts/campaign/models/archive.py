"""What the two regions did: projects, seminars, networks, services, and news about it now."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from campaign.models.values import (
    Bilingual,
    ChapterRef,
    Contact,
    Day,
    LanguageCode,
    Moment,
    Money,
    PartialDate,
    PartialDateOrUndated,
    Passage,
    ProjectRef,
    RegionRef,
    SeminarRef,
    Slug,
    SpeakerRef,
    TemplateRef,
    Text,
    Value,
    WebAddress,
)

Audience = Literal["movers", "partners", "employers", "young"]


class Past(Value):
    """What something was in the projects, and where the sources say so."""

    period: PartialDate
    text: Bilingual = Field(description="Vad det var, i egna ord · Hva det var, med egne ord")
    passages: list[Passage] = Field(min_length=1, description="Källställen · Kildesteder")


class Present(Value):
    """What is known of it today; unknown is said openly."""

    status: Literal["active", "changed", "ended", "unknown"] = Field(
        description="active, changed, ended eller unknown · active, changed, ended eller unknown"
    )
    as_of: PartialDateOrUndated = Field(description="När det gällde · Når det gjaldt")
    text: Bilingual = Field(description="Vad källorna säger · Hva kildene sier")
    passages: list[Passage] = Field(default=[], description="Källställen · Kildesteder")


class Service(Value):
    """A contact point, programme or network that helps people move, or employers find them."""

    name: Text = Field(description="Namnet som det används · Navnet slik det brukes")
    name_language: LanguageCode = Field(description="Namnets språk · Navnets språk")
    explained: Bilingual = Field(description="Namnet förklarat på en rad · Navnet forklart på en linje")
    form: Literal["contact-point", "programme", "network"]
    region: RegionRef
    audiences: list[Audience] = Field(min_length=1)
    then: Past = Field(description="Då, i projekten · Da, i prosjektene")
    now: Present = Field(description="Nu, så långt källorna räcker · Nå, så langt kildene rekker")
    contacts: list[Contact] = Field(default=[])


class Network(Value):
    """A network of employers from the projects."""

    name: Bilingual = Field(description="Nätverkets namn · Nettverkets navn")
    regions: list[RegionRef] = Field(min_length=1)
    then: Past
    now: Present


class Programme(Value):
    """A method of the projects for employers or young people, told so that it can be done again."""

    title: Bilingual
    summary: Bilingual = Field(description="En mening om vad det var · En setning om hva det var")
    project: ProjectRef = Field(description="Projektet som gjorde det · Prosjektet som gjorde det")
    regions: list[RegionRef] = Field(min_length=1)
    then: Past = Field(description="Då, i projekten · Da, i prosjektene")
    now: Present = Field(description="Nu, så långt källorna räcker · Nå, så langt kildene rekker")
    templates: list[TemplateRef] = Field(
        default=[], description="Mallar för den som startar om · Maler for den som starter igjen"
    )
    chapters: list[ChapterRef] = Field(default=[], description="Kapitel om samma sak · Kapitler om samme sak")


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


class Session(Value):
    """When and where a coming event is held, how to register, and who can take part how."""

    announced: Day = Field(
        description="Dagen evenemanget lades ut här; flödena säger den · Dagen det ble kunngjort her"
    )
    start: Moment
    end: Moment
    zone: Literal["Europe/Stockholm", "Europe/Oslo"] = Field(
        description="Platsens tidszon · Tidssonen på stedet"
    )
    venue: Text = Field(description="Lokal och adress · Lokale og adresse")
    registration: WebAddress | None = Field(default=None, description="Anmälan · Påmelding")
    stream: WebAddress | None = Field(default=None, description="Direktsändning · Direktesending")
    accessibility: list[Literal["step-free", "hearing-loop", "captions", "sign-interpreter", "stream"]] = (
        Field(default=[], description="Tillgänglighet på plats · Tilgjengelighet på stedet")
    )


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


class Indicator(Value):
    """One row of the indicator table: what was promised, what came, and what the row counts."""

    letter: Annotated[str, StringConstraints(pattern=r"^[A-Z]$")]
    name: Bilingual
    counts: Bilingual = Field(description="Vad raden räknar · Hva raden teller")
    target: int = Field(ge=0, description="Mål vid beslutet · Mål ved vedtaket")
    outcome: int = Field(ge=0, description="Utfall vid projektslut · Resultat ved prosjektslutt")
    approximate: bool = Field(default=False, description="true om källan säger ca · true hvis ca.")


class Account(Value):
    """One line of the project's accounts, in the currency of its side of the border."""

    name: Bilingual
    money: Money
    passage: Passage


class Person(Value):
    """Somebody in the project's organisation, with the role and employer that the report gives."""

    name: Text
    group: Literal["steering", "project"]
    employer: Text
    country: Literal["SE", "NO"]
    note: Bilingual | None = None


class Project(Value):
    """An Interreg project of the two regions."""

    name: Text = Field(description="Projektets namn som det skrevs · Prosjektets navn slik det ble skrevet")
    name_language: LanguageCode = Field(description="Namnets språk · Navnets språk")
    explained: Bilingual = Field(description="Namnet förklarat · Navnet forklart")
    period: PartialDate
    programme: Text = Field(description="Stödprogrammet · Støtteprogrammet")
    funding: Bilingual = Field(description="Vilka som betalade · Hvem som betalte")
    statement: Bilingual = Field(
        description="EU-uppgiften som projektets programperiod kräver · EU-omtalen som programperioden krever"
    )
    owners: list[Text] = Field(min_length=1)
    regions: list[RegionRef] = Field(min_length=1)
    accounts: list[Account] = Field(default=[])
    indicators: list[Indicator] = Field(default=[])
    indicators_passage: Passage | None = None
    # The project's own page names people; files made for machines do not carry them on.
    people: list[Person] = Field(default=[], exclude=True)
    passages: list[Passage] = Field(min_length=1)


class Milestone(Value):
    """Something that happened, with where the sources say so, and the page that tells more."""

    date: PartialDate
    text: Bilingual
    passages: list[Passage] = Field(min_length=1)
    link: Text | None = Field(
        default=None, description="Fil i samma språk: projects/x.md · Fil på samme språk"
    )


class Timeline(Value):
    """What happened, in any order. One file: content/data/timeline.yml."""

    milestones: list[Milestone] = Field(min_length=1)


class Statement(Value):
    """Some sentences of a source, in our own words, and the page that tells them, or why none does."""

    sentences: Annotated[str, StringConstraints(pattern=r"^\d+(–\d+)?$")] = Field(
        description="Meningarnas nummer i avsnittet: 3 eller 3–5 · Setningenes nummer i avsnittet"
    )
    says: Text = Field(description="Vad de säger, kort, på svenska · Hva de sier, kort, på svensk")
    page: Text | None = Field(
        default=None, description="Fil i båda språken: projects/x.md · Fil på begge språk"
    )
    withheld: Text | None = Field(
        default=None, description="Varför det inte publiceras · Hvorfor ikke publisert"
    )


class Section(Value):
    """A section of a source: how many sentences it has, and what they say."""

    at: Text = Field(description="Kapitel i källan · Kapittel i kilden")
    sentences: int = Field(ge=1)
    statements: list[Statement] = Field(min_length=1)


class Inventory(Value):
    """Everything that one of the two sources says, section by section; the file has the source's name."""

    sections: list[Section] = Field(min_length=1)


class News(Value):
    """A news item; its text stands in content/sv/news and content/no/news."""

    title: Bilingual
    date: Day


class Source(Value):
    """A document that figures and statements rest on."""

    title: Text = Field(description="Titeln på källans språk · Tittelen på kildens språk")
    short: Bilingual | None = Field(
        default=None, description="Kort namn i löpande text · Kort navn i løpende tekst"
    )
    publisher: Text = Field(description="Vem som står bakom · Hvem som står bak")
    language: Literal["sv", "nb", "en", "mul"] = Field(description="Källans språk · Kildens språk")
    form: Literal["statistics", "law", "public-body", "press", "company", "reference-work", "project-report"]
    published: PartialDateOrUndated = Field(description="När den gavs ut · Når den ble utgitt")
    read: Day = Field(description="När en arkivkopia lästes · Når en arkivkopi ble lest")
    address: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    confidence: Literal["high", "medium", "reference"] = Field(
        description="high = officiell, medium = andrahandskälla · high = offisiell, medium = andrehåndskilde"
    )
    note: Bilingual | None = None
