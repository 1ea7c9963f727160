"""The projects of the two regions: what they promised, spent and reached, and who worked in them."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from campaign.models.headings import Named
from campaign.models.values import (
    OWN,
    Bilingual,
    Money,
    PartialDate,
    Passage,
    RegionRef,
    Text,
    Value,
)

LETTER = r"^[A-Z]$"


class Indicator(Value):
    """One row of the indicator table: what was promised, what came, and what the row counts."""

    letter: Annotated[str, StringConstraints(pattern=LETTER), OWN] = Field(
        description="Radens bokstav i tabellen: A · Bokstaven til raden i tabellen: A"
    )
    name: Bilingual = Field(description="Vad raden heter · Hva raden heter")
    counts: Bilingual = Field(description="Vad raden räknar · Hva raden teller")
    target: int = Field(ge=0, description="Mål vid beslutet · Mål ved vedtaket")
    outcome: int = Field(ge=0, description="Utfall vid projektslut · Resultat ved prosjektslutt")
    approximate: bool = Field(default=False, description="true om källan säger ca · true hvis ca.")


class Account(Value):
    """One line of the project's accounts, in the currency of its side of the border."""

    name: Bilingual = Field(description="Vad raden heter · Hva raden heter")
    money: Money = Field(description="Beloppet · Beløpet")
    passage: Passage = Field(description="Var i källan det står · Hvor i kilden det står")


class Person(Value):
    """Somebody in the project's organisation, with the role and employer that the report gives."""

    name: Text = Field(description="För- och efternamn · For- og etternavn")
    group: Literal["steering", "project"] = Field(
        description="steering = styrgruppen, project = projektgruppen · styringsgruppen, prosjektgruppen"
    )
    employer: Text = Field(description="Arbetsgivaren enligt källan · Arbeidsgiveren etter kilden")
    note: Bilingual | None = Field(default=None, description="Uppdraget i projektet · Oppgaven i prosjektet")


class Project(Named):
    """An Interreg project of the two regions."""

    name: Text = Field(description="Projektets namn som det skrevs · Prosjektets navn slik det ble skrevet")
    explained: Bilingual = Field(description="Namnet förklarat · Navnet forklart")
    period: PartialDate
    programme: Text = Field(description="Stödprogrammet · Støtteprogrammet")
    funding: Bilingual = Field(description="Vilka som betalade · Hvem som betalte")
    statement: Bilingual = Field(
        description="EU-uppgiften som projektets programperiod kräver · EU-omtalen som programperioden krever"
    )
    owners: list[Text] = Field(min_length=1, description="Vem som ägde projektet · Hvem som eide prosjektet")
    regions: list[RegionRef] = Field(min_length=1, description="Regionerna som deltog · Regionene som deltok")
    accounts: list[Account] = Field(default=[], description="Raderna i räkenskapen · Radene i regnskapet")
    indicators: list[Indicator] = Field(
        default=[], description="Raderna i indikatortabellen · Radene i indikatortabellen"
    )
    indicators_passage: Passage | None = Field(
        default=None, description="Var tabellen står · Hvor tabellen står"
    )
    # The project's own page names people; files made for machines do not carry them on.
    people: list[Person] = Field(
        default=[],
        exclude=True,
        description="Människorna i projektet, som källan nämner dem · Menneskene i prosjektet, slik kilden nevner dem",
    )
    passages: list[Passage] = Field(min_length=1, description="Källställen · Kildesteder")
