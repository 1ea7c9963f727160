"""The HR guide: its edition, chapters, the rules of two countries, and the templates to fill in."""

from typing import Annotated, Literal

from pydantic import Field

from campaign.models.values import (
    Bilingual,
    ChapterRef,
    Country,
    Day,
    DayAhead,
    Figure,
    ProjectRef,
    Slug,
    SourceRef,
    TemplateRef,
    Text,
    Value,
)


class Chapter(Value):
    """A chapter of the guide; its text stands in content/sv/hr-guide and content/no/hr-guide."""

    number: Annotated[int, Field(ge=1, le=99, description="Ordningen i guiden · Rekkefølgen i guiden")]
    title: Bilingual
    summary: Bilingual = Field(description="Vad läsaren kan efteråt · Hva leseren kan etterpå")
    checked: Day = Field(description="När reglerna senast lästes · Når reglene sist ble lest")
    figures: list[Figure] = Field(
        default=[],
        description="Tal i texten som inte är regler; varje tal skrivs här · Tall i teksten som ikke er regler",
    )


class Rule(Value):
    """One legal rule in one country. Chapters point to it and never repeat its figures."""

    country: Country
    chapters: list[ChapterRef] = Field(
        min_length=1, description="Kapitlen där regeln står · Kapitlene der regelen står"
    )
    law: Text = Field(description="Lagens eller avtalets namn · Lovens eller avtalens navn")
    section: Text | None = Field(default=None, description="Paragraf: 6 a § · Paragraf: § 14-6")
    force: Literal["must", "agreement", "advice", "proposal"] = Field(
        description="must = lag, agreement = avtal, advice = råd, proposal = förslag · "
        "must = lov, agreement = avtale, advice = råd, proposal = forslag"
    )
    statement: Bilingual = Field(description="Regeln i klartext · Regelen i klartekst")
    figure: Figure | None = Field(
        default=None, description="Talet i regeln, om den har ett · Tallet, hvis et"
    )
    from_employees: Annotated[int, Field(ge=1)] | None = Field(
        default=None,
        description="Plikten inträder vid så många anställda; 1 = alla · Plikten inntrer ved så mange ansatte",
    )
    source: SourceRef
    checked: Day
    review_by: DayAhead = Field(description="Då ska regeln läsas om · Da skal regelen leses på nytt")


class Template(Value):
    """A document for a leader to fill in; its text stands in content/sv/templates and content/no/templates."""

    title: Bilingual
    summary: Bilingual = Field(description="Vad mallen är till för · Hva malen er til for")
    use: list[Bilingual] = Field(
        min_length=1, description="Så används den, punkt för punkt · Slik brukes den"
    )
    chapters: list[ChapterRef] = Field(
        min_length=1, description="Kapitlen som förklarar mallen · Kapitlene som forklarer malen"
    )


class Question(Value):
    """A question of the self-check about the firm, to answer with yes, partly or no."""

    id: Slug
    question: Bilingual
    why: Bilingual = Field(description="Varför det spelar roll · Hvorfor det betyr noe")
    advice: Bilingual = Field(description="Vad man gör först · Hva man gjør først")
    chapters: list[ChapterRef] = Field(min_length=1)
    templates: list[TemplateRef] = Field(default=[])


class SelfCheck(Value):
    """The self-check of a firm's supply of competence. One file: content/data/self-check.yml."""

    questions: list[Question] = Field(min_length=1)


class Change(Value):
    """One line in the guide's list of changes."""

    date: Day
    text: Bilingual


class Edition(Value):
    """The guide as a book: its titles, version and changes. One file: content/data/edition.yml."""

    title: Bilingual
    subtitle: Bilingual
    version: Annotated[str, Field(pattern=r"^\d+\.\d+$")]
    date: Day
    licence: Text
    project: ProjectRef = Field(description="Projektet där guiden började · Prosjektet der guiden begynte")
    notice: Bilingual = Field(description="Att guiden är vägledning, inte råd · At guiden er veiledning")
    changes: list[Change] = Field(min_length=1)
