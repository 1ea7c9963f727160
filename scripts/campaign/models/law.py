"""Acts and regulations, section by section as they were read, and what a look into a newer copy found."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from campaign.models.languages import Jurisdiction
from campaign.models.values import ActRef, Bilingual, Day, SourceRef, Text, Value, WebAddress

# How the sections of an act are named: `11 §`, `3 kap. 2 a §`, `§ 14-6`, `§ 8-5-6`, `art. 33`.
SECTION = r"^((\d+ ?[a-z]? kap\. )?\d+( [a-z])? §|§ \d+( ?[A-Z])?(-\d+)*( ?[a-z])?|art\. \d+)$"

SectionName = Annotated[str, StringConstraints(pattern=SECTION)]

# A paragraph of a section is named by a word of labels.yml, and there are so many.
MOST_PARAGRAPHS = 8


class Section(Value):
    """A section as somebody read it: the text is the law's own, a paragraph an item."""

    read: Day = Field(description="Dagen då någon läste texten · Dagen noen leste teksten")
    source: SourceRef = Field(description="Kopian som lästes · Kopien som ble lest")
    amended_by: Text | None = Field(
        default=None, description="Senaste ändringen: 2022:835 · Siste endring: lov 2023-12-15-88"
    )
    text: list[Text] = Field(
        min_length=1, description="Lagens egen text, ett stycke i taget · Lovens egen tekst, ledd for ledd"
    )


class Act(Value):
    """An act or a regulation; rules cite it by its file name."""

    country: Jurisdiction = Field(
        description="Landet vars lag det är; EU för unionens · Landet loven gjelder i; EU for unionens"
    )
    collection: Literal["sfs", "afs", "lov", "forskrift", "eu"] = Field(
        description="Samlingen som numret hör till · Samlingen nummeret hører til"
    )
    number: Text = Field(description="Numret i samlingen: 1982:80 · Nummeret: 2005-06-17-62")
    name: Bilingual = Field(description="Lagens hela namn · Lovens fulle navn")
    short: Bilingual = Field(description="Så kort som läsaren känner det: LAS · Kort: aml.")
    web: WebAddress = Field(description="Myndighetens egen text på webben · Myndighetens egen tekst")
    sections: dict[SectionName, Section] = Field(
        default={}, description="Paragraferna som lästes · Paragrafene som ble lest"
    )


class Citation(Value):
    """Where a rule stands: an act, its sections, and the paragraphs of the last one where it matters."""

    act: ActRef = Field(description="Lagen, ett filnamn i data/acts · Loven, et filnavn i data/acts")
    sections: list[SectionName] = Field(
        min_length=1, description="Paragraferna: 6 §, 7 kap. 2 § · Paragrafene: § 15-6"
    )
    paragraphs: list[Annotated[int, Field(ge=1, le=MOST_PARAGRAPHS)]] = Field(
        default=[], description="Stycken i paragrafen: [2] · Ledd i paragrafen: [2]"
    )


class RequiredList(Value):
    """The paragraph of an act whose list says what a paper must hold, such as an employment contract."""

    act: ActRef = Field(description="Lagen, ett filnamn i data/acts · Loven, et filnavn i data/acts")
    section: SectionName = Field(description="Paragrafen med listan: 6 c § · Paragrafen med listen: § 14-6")
    paragraph: Annotated[int, Field(ge=1, le=MOST_PARAGRAPHS)] = Field(
        description="Stycket som listan hör till: 2 · Leddet som listen hører til: 1"
    )


class Finding(Value):
    """A section that a newer copy words otherwise or no longer has, since the day that was seen."""

    act: ActRef = Field(description="Lagen · Loven")
    section: SectionName = Field(description="Paragrafen · Paragrafen")
    found: Literal["changed", "repealed"] = Field(
        description="changed = ändrad, repealed = upphävd · endret, opphevet"
    )
    text: list[Text] = Field(default=[], description="Texten i den nya kopian · Teksten i den nye kopien")


class LawWatch(Value):
    """What the last look into a copy of the law collections found. Written by `make.py law`."""

    looked: Day
    findings: list[Finding] = Field(
        default=[], description="Ändrade och upphävda paragrafer · Endrede og opphevede paragrafer"
    )
