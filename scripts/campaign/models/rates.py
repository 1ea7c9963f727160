"""Rates that the cost of an employee is computed with: what each is, from which day to which, and where that stands."""

from typing import Literal

from pydantic import Field

from campaign.models.languages import Country
from campaign.models.law import Citation
from campaign.models.values import Bilingual, Day, DayAhead, MunicipalityRef, Number, SourceRef, Value


class Period(Value):
    """What a rate is from one day to another, and where that stands."""

    value: Number = Field(ge=0, description="Talet utan mellanslag: 31.42 · Tallet uten mellomrom")
    valid_from: DayAhead | None = Field(
        default=None,
        description="Första dagen; saknas om ingen har läst sedan när · Første dag; mangler hvis ingen har lest det",
    )
    valid_to: DayAhead | None = Field(
        default=None,
        description="Sista dagen; saknas tills lagen ändras · Siste dag; mangler til loven endres",
    )
    cites: list[Citation] = Field(
        default=[], description="Lagrummen som talet står i · Paragrafene tallet står i"
    )
    source: SourceRef | None = Field(
        default=None, description="Vem som säger det, när ingen lagtext är läst · Hvem som sier det ellers"
    )
    checked: Day = Field(description="Dagen då någon senast läste det · Dagen noen sist leste det")


class Rate(Value):
    """A rate by which the cost of an employee is computed; its periods follow one another without gap or overlap."""

    country: Country = Field(description="Landet där satsen gäller · Landet der satsen gjelder")
    group: Literal["contributions", "holiday", "pension", "sickness", "amounts", "tax"] = Field(
        description="Var satsen står på sidan · Hvor satsen står på siden",
        json_schema_extra={"word": "rate-group"},
    )
    kind: Literal["must", "agreement"] = Field(description="must = lag, agreement = avtal · lov, avtale")
    name: Bilingual = Field(description="Vad satsen heter · Hva satsen heter")
    unit: Literal["percent", "points", "kronor", "days"] = Field(
        description="percent = procent, points = procentenheter, kronor = landets kronor, days = dagar · "
        "prosent, prosentpoeng, landets kroner, dager"
    )
    periods: list[Period] = Field(min_length=1, description="Äldst först · Eldste først")
    note: Bilingual | None = Field(
        default=None, description="Vad talet räknas av, eller hur vi har räknat · Hva tallet regnes av"
    )
    ends: Bilingual | None = Field(
        default=None,
        description="Vad som händer efter den sista dagen, och var man läser det · Hva som skjer etter siste dag",
    )


class Example(Value):
    """An employee for whom the page computes; the first of a country is what the reader finds filled in."""

    text: Bilingual = Field(description="Vem det är, i några ord · Hvem det er, med noen ord")
    pay: int = Field(ge=0, description="Lön i månaden, i landets kronor · Lønn i måneden, i landets kroner")
    born: int = Field(ge=1938, description="Födelseår · Fødselsår")
    insurance: int = Field(default=0, ge=0, description="Försäkringar i månaden · Forsikringer i måneden")


class SwedishExample(Example):
    """An employee in Sweden, with or without a collective agreement."""

    agreement: Literal["none", "itp1", "saf-lo"] = Field(
        default="none", description="Kollektivavtalets pension · Pensjonen i tariffavtalen"
    )
    pension: Number = Field(default=0, ge=0, description="Egen pension i procent · Egen pensjon i prosent")


class NorwegianExample(Example):
    """An employee in Norway, in a municipality whose zone is known."""

    municipality: MunicipalityRef = Field(
        description="Kommunen, som avgör avgiften · Kommunen, som avgjør avgiften"
    )
    fifth_week: bool = Field(default=False, description="Avtalad femte vecka · Avtalt femte ferieuke")
    pension: Number = Field(default=2, ge=0, description="Pension i procent · Pensjon i prosent")


class Cost(Value):
    """The employees that the page of costs begins with. One file: content/data/cost.yml."""

    sweden: list[SwedishExample] = Field(default=[], description="Anställda i Sverige · Ansatte i Sverige")
    norway: list[NorwegianExample] = Field(default=[], description="Anställda i Norge · Ansatte i Norge")
