"""The HR guide: its edition, chapters, the rules of two countries, and the templates to fill in."""

from typing import Annotated, Literal

from pydantic import Field

from campaign.models.duties import Due, Recurrence, Trade
from campaign.models.headings import Titled
from campaign.models.languages import Country, LanguageCode
from campaign.models.law import Citation, RequiredList
from campaign.models.values import (
    Bilingual,
    ChapterRef,
    Day,
    DayAhead,
    Number,
    OwnName,
    ProjectRef,
    Quantity,
    RuleRef,
    SourceRef,
    TemplateRef,
    Text,
    TopicWord,
    UnitWord,
    Value,
)

VERSION = r"^\d+\.\d+$"


class Chapter(Titled):
    """A chapter of the guide; its text stands in content/sv/hr-guide and content/no/hr-guide."""

    number: Annotated[int, Field(ge=1, le=99, description="Ordningen i guiden · Rekkefølgen i guiden")]
    summary: Bilingual = Field(description="Vad läsaren kan efteråt · Hva leseren kan etterpå")
    drawing: Bilingual | None = Field(
        default=None,
        description="Vad teckningen i boken visar, för den som inte ser den · Hva tegningen i boken viser",
    )
    figures: list[Quantity] = Field(
        default=[],
        description="Tal i texten som inte är regler; varje tal skrivs här · Tall i teksten som ikke er regler",
    )


class Measure(Value):
    """A number that a rule turns on; both sentences of the rule say it, in digits or in words."""

    value: Number = Field(description="Talet: 9 · Tallet: 9")
    unit: UnitWord = Field(
        description="Enhet, ett ord ur labels.yml under unit · Enhet, et ord fra labels.yml"
    )
    note: Bilingual | None = Field(
        default=None, description="Vad talet räknar, om det inte är självklart · Hva tallet teller"
    )


class RuleChange(Value):
    """What happened to a rule since it was first published."""

    date: Day = Field(description="Dagen då det hände · Dagen det skjedde")
    what: Literal["new", "completed", "corrected", "relabelled", "law-changed"] = Field(
        description="new = ny, completed = fylligare, corrected = rättad, relabelled = annan sort, "
        "law-changed = lagen ändrad · ny, utfylt, rettet, annen type, loven endret",
        json_schema_extra={"word": "rule-change"},
    )
    text: Bilingual | None = Field(
        default=None, description="Vad som var annorlunda · Hva som var annerledes"
    )


class Rule(Value):
    """One legal rule in one country. Chapters point to it and never repeat its figures.

    `kind` is what the rule is: `must` a duty, `right` what somebody may ask for, `definition` what a word means,
    `exception` when a rule does not hold, `agreement` what a collective agreement says, `advice` what an authority
    recommends, `proposal` what is not law. A `must` cites sections whose text stands in data/acts.

    With a `task` it is something to do, and stands in the list of duties; `part_of` says whose task it belongs to.
    """

    country: Country = Field(description="Landet där regeln gäller · Landet der regelen gjelder")
    chapters: list[ChapterRef] = Field(
        min_length=1, description="Kapitlen där regeln står · Kapitlene der regelen står"
    )
    topic: TopicWord = Field(
        description="Ämne, ett ord ur labels.yml under topic · Emne, et ord fra labels.yml"
    )
    order: Annotated[int, Field(ge=1, le=999)] = Field(
        description="Plats inom ämnet, lägst först · Plass innenfor emnet, lavest først"
    )
    kind: Literal["must", "right", "definition", "exception", "agreement", "advice", "proposal"] = Field(
        description="must = plikt, right = rättighet, definition, exception = undantag, agreement = avtal, "
        "advice = råd, proposal = förslag · plikt, rett, definisjon, unntak, avtale, råd, forslag",
        json_schema_extra={"word": "rule-kind"},
    )
    cites: list[Citation] = Field(
        default=[], description="Lagrummen som regeln står i · Paragrafene regelen står i"
    )
    basis: Bilingual | None = Field(
        default=None, description="Vad den vilar på, när det inte är en lag · Hva den bygger på ellers"
    )
    in_force_from: DayAhead | None = Field(default=None, description="Gäller från · Gjelder fra")
    in_force_until: DayAhead | None = Field(
        default=None, description="Gäller till och med · Gjelder til og med"
    )
    statement: Bilingual = Field(description="Regeln i klartext · Regelen i klartekst")
    measures: list[Measure] = Field(
        default=[], description="Talen som regeln hänger på · Tallene regelen avhenger av"
    )
    from_employees: Annotated[int, Field(ge=1)] | None = Field(
        default=None,
        description="Plikten inträder vid så många anställda; 1 = alla · Plikten inntrer ved så mange ansatte",
    )
    up_to_employees: Annotated[int, Field(ge=1)] | None = Field(
        default=None,
        description="Plikten gäller till och med så många anställda · Plikten gjelder til og med så mange ansatte",
    )
    agreement: Literal["with", "without"] | None = Field(
        default=None,
        description="Gäller bara med eller utan kollektivavtal · Gjelder bare med eller uten tariffavtale",
    )
    trades: list[Trade] = Field(
        default=[],
        description="Gäller bara de här branscherna · Gjelder bare disse bransjene",
        json_schema_extra={"word": "trade"},
    )
    task: Bilingual | None = Field(
        default=None,
        description="Vad ledaren ska göra, verbet först, högst åtta ord · Hva lederen skal gjøre, verbet først",
    )
    part_of: RuleRef | None = Field(
        default=None,
        description="Regeln vars uppgift den hör till · Regelen med oppgaven den hører til",
    )
    due: Due | None = Field(default=None, description="När uppgiften ska göras · Når oppgaven skal gjøres")
    recurs: list[Recurrence] = Field(
        default=[], description="Dagarna då uppgiften kommer igen · Dagene da oppgaven kommer igjen"
    )
    template: TemplateRef | None = Field(
        default=None, description="Mallen för uppgiften · Malen til oppgaven"
    )
    source: SourceRef | None = Field(
        default=None, description="Vem som säger det, när ingen lagtext är läst · Hvem som sier det ellers"
    )
    checked: Day = Field(description="När regeln senast jämfördes med källan · Sist sammenlignet med kilden")
    review_by: DayAhead = Field(description="Då ska regeln läsas om · Da skal regelen leses på nytt")
    changes: list[RuleChange] = Field(
        default=[], description="Vad som har hänt med regeln · Hva som har skjedd med regelen"
    )


class IndexTerm(Value):
    """A word that a reader of the printed guide looks up; its pages are found where the text says it."""

    word: Text = Field(description="Ordet som det står i registret · Ordet slik det står i registeret")
    forms: list[Text] = Field(
        default=[], description="Andra början på samma sak · Andre begynnelser på det samme"
    )
    chapter: ChapterRef | None = Field(
        default=None, description="Kapitlet som förklarar det · Kapittelet som forklarer det"
    )
    foreign: bool = Field(
        default=False, description="true för ett ord ur grannspråket · true for et ord fra nabospråket"
    )


class BookIndex(Value):
    """The words of the register of the printed guide. One file: content/data/register.yml."""

    words: dict[LanguageCode, list[IndexTerm]] = Field(
        default={}, description="Orden på varje språk · Ordene på hvert språk"
    )


class Template(Titled):
    """A document for a leader to fill in; its text stands in content/sv/templates and content/no/templates."""

    summary: Bilingual = Field(description="Vad mallen är till för · Hva malen er til for")
    use: list[Bilingual] = Field(
        min_length=1, description="Så används den, punkt för punkt · Slik brukes den"
    )
    chapters: list[ChapterRef] = Field(
        min_length=1, description="Kapitlen som förklarar mallen · Kapitlene som forklarer malen"
    )
    required: dict[LanguageCode, RequiredList] = Field(
        default={},
        description="Lagens lista över vad som måste stå med · Lovens liste over det som må stå der",
    )


class Question(Value):
    """A question of the self-check about the firm, to answer with yes, partly or no."""

    id: OwnName = Field(
        description="Ett eget namn för frågan, bara små bokstäver · Et eget navn på spørsmålet, bare små bokstaver"
    )
    question: Bilingual = Field(
        description="Frågan, som besvaras med ja, delvis eller nej · Spørsmålet, som besvares med ja, delvis eller nei"
    )
    why: Bilingual = Field(description="Varför det spelar roll · Hvorfor det betyr noe")
    advice: Bilingual = Field(description="Vad man gör först · Hva man gjør først")
    chapters: list[ChapterRef] = Field(
        min_length=1, description="Kapitlen som hjälper vidare · Kapitlene som hjelper videre"
    )
    templates: list[TemplateRef] = Field(
        default=[], description="Mallarna som hjälper vidare · Malene som hjelper videre"
    )
    rules: list[RuleRef] = Field(
        default=[], description="Plikterna i frågan, regler med task · Pliktene i spørsmålet, regler med task"
    )


class SelfCheck(Value):
    """The self-check of a firm's supply of competence. One file: content/data/self-check.yml."""

    questions: list[Question] = Field(
        min_length=1, description="Frågorna i ordning · Spørsmålene i rekkefølge"
    )


class Change(Value):
    """One line in the guide's list of changes."""

    date: Day = Field(description="Dagen då det ändrades · Dagen det ble endret")
    text: Bilingual = Field(description="Vad som ändrades, i en mening · Hva som ble endret, i én setning")


class Edition(Value):
    """The guide as a book: its titles, version and changes. One file: content/data/edition.yml."""

    title: Bilingual = Field(description="Bokens titel · Tittelen på boken")
    subtitle: Bilingual = Field(description="Bokens underrubrik · Undertittelen på boken")
    version: Annotated[str, Field(pattern=VERSION)] = Field(
        description="Upplagans nummer: 1.2 · Nummeret på utgaven: 1.2"
    )
    date: Day
    licence: Text = Field(description="Licensen: CC BY 4.0 · Lisensen: CC BY 4.0")
    project: ProjectRef = Field(description="Projektet där guiden började · Prosjektet der guiden begynte")
    notice: Bilingual = Field(description="Att guiden är vägledning, inte råd · At guiden er veiledning")
    changes: list[Change] = Field(
        min_length=1, description="Vad som är nytt i varje upplaga · Hva som er nytt i hver utgave"
    )
    removed: list[Change] = Field(
        default=[], description="Regler som har tagits bort, och varför · Regler som er fjernet, og hvorfor"
    )
