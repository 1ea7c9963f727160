"""The documents that everything rests on, and what two of them say, sentence by sentence."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from campaign.models.languages import LanguageTag
from campaign.models.values import (
    OWN,
    Bilingual,
    Day,
    PageFile,
    PartialDateOrUndated,
    SourceAddress,
    Text,
    Value,
)

SENTENCES = r"^\d+(–\d+)?$"


class Source(Value):
    """A document that figures and statements rest on."""

    title: Text = Field(description="Titeln på källans språk · Tittelen på kildens språk")
    short: Bilingual | None = Field(
        default=None, description="Kort namn i löpande text · Kort navn i løpende tekst"
    )
    publisher: Text = Field(description="Vem som står bakom · Hvem som står bak")
    language: LanguageTag = Field(description="Källans språk · Kildens språk")
    form: Literal[
        "statistics", "law", "public-body", "press", "company", "reference-work", "project-report"
    ] = Field(
        description="Vad det är: statistik, lag, myndighet, press, företag, uppslagsverk eller projektrapport · "
        "Hva det er: statistikk, lov, myndighet, presse, bedrift, oppslagsverk eller prosjektrapport",
        json_schema_extra={"word": "source-form"},
    )
    published: PartialDateOrUndated = Field(description="När den gavs ut · Når den ble utgitt")
    read: Day | None = Field(
        default=None, description="När en kopia lästes; saknas om ingen läste den · Når en kopi ble lest"
    )
    address: SourceAddress | None = Field(
        default=None, description="Där källan finns på webben · Der kilden finnes på nettet"
    )
    confidence: Literal["high", "medium", "reference"] = Field(
        description="high = officiell, medium = andrahandskälla · high = offisiell, medium = andrehåndskilde",
        json_schema_extra={"word": "confidence"},
    )
    note: Bilingual | None = Field(
        default=None, description="Något som läsaren bör veta om källan · Noe leseren bør vite om kilden"
    )


class Statement(Value):
    """Some sentences of a source, in our own words, and the page that tells them, or why none does."""

    sentences: Annotated[str, StringConstraints(pattern=SENTENCES), OWN] = Field(
        description="Meningarnas nummer i avsnittet: 3 eller 3–5 · Setningenes nummer i avsnittet"
    )
    says: Text = Field(description="Vad de säger, kort, på svenska · Hva de sier, kort, på svensk")
    page: PageFile | None = Field(
        default=None, description="Fil i båda språken: projects/x.md · Fil på begge språk"
    )
    withheld: Text | None = Field(
        default=None, description="Varför det inte publiceras · Hvorfor ikke publisert"
    )


class Section(Value):
    """A section of a source: how many sentences it has, and what they say."""

    at: Annotated[Text, OWN] = Field(description="Kapitel i källan · Kapittel i kilden")
    sentences: int = Field(
        ge=1, description="Hur många meningar kapitlet har · Hvor mange setninger kapitlet har"
    )
    statements: list[Statement] = Field(
        min_length=1, description="Vad meningarna säger · Hva setningene sier"
    )


class Inventory(Value):
    """Everything that one of the two sources says, section by section; the file has the source's name."""

    sections: list[Section] = Field(
        min_length=1, description="Källans kapitel, ett efter ett · Kapitlene i kilden, ett etter ett"
    )
