"""Days that the law counts from another: what is asked, and each day with its length of time and its rule."""

from typing import Annotated, Literal

from pydantic import Field

from campaign.models.values import Bilingual, DayAhead, OwnName, RuleRef, Value

Days = Annotated[int, Field(ge=0, le=366)]
Kronor = Annotated[int, Field(ge=0, le=9_999_999)]
Years = Annotated[int, Field(ge=0, le=100)]


class Span(Value):
    """A length of time; below zero it is counted backwards."""

    months: int = Field(
        default=0,
        description="Antal månader; under noll räknas bakåt · Antall måneder; under null telles bakover",
    )
    weeks: int = Field(
        default=0,
        description="Antal veckor; under noll räknas bakåt · Antall uker; under null telles bakover",
    )
    days: int = Field(
        default=0,
        description="Antal dagar; under noll räknas bakåt · Antall dager; under null telles bakover",
    )


class LongerSpan(Span):
    """A length of time that holds from so many years of employment, an age, or a number of people."""

    since: Years = Field(
        default=0, description="Minst så många års anställning · Minst så mange års ansettelse"
    )
    born: Years = Field(default=0, description="Minst så många år gammal · Minst så mange år gammel")
    people: Annotated[int, Field(ge=0)] = Field(
        default=0, description="Minst så många berörda · Minst så mange berørte"
    )


class Deadline(Value):
    """A day that follows from another, by a rule."""

    id: OwnName = Field(
        description="Ett eget namn för dagen, bara små bokstäver: last-day · Et eget navn på dagen, bare små bokstaver"
    )
    label: Bilingual = Field(description="Vad dagen är: Sista anställningsdagen · Hva dagen er")
    rule: RuleRef = Field(description="Regeln som den räknas efter · Regelen den regnes etter")
    counted_from: Literal["day", "next-month", "january", "april"] = Field(
        default="day",
        description="next-month = från den första i nästa månad, april = från 1 april före dagen · "
        "fra den første i neste måned, fra 1. april før dagen",
    )
    through: bool = Field(
        default=False,
        description="true = startdagen är tidens första dag · startdagen er den første dagen i tiden",
    )
    in_calendar: bool = Field(
        default=True, description="false = sparas inte i kalendern · lagres ikke i kalenderen"
    )
    span: Span = Field(description="Tiden för alla · Tiden for alle")
    longer: list[LongerSpan] = Field(
        default=[], description="Andra tider; den sista som gäller räknas · Andre tider; den siste gjelder"
    )


class Answers(Value):
    """What a reader chooses, as an example."""

    day: DayAhead
    since: DayAhead | None = Field(default=None, description="Anställd sedan · Ansatt siden")
    born: DayAhead | None = Field(default=None, description="Född · Født")
    people: Annotated[int, Field(ge=1, description="Antal berörda · Antall berørte")] = 1


class HolidayPay(Value):
    """The pay that holiday pay is computed of, in whole kronor; each country's law asks for some of it."""

    pay: Kronor = Field(default=0, description="Månadslön · Månedslønn")
    variable: Kronor = Field(
        default=0, description="Rörlig lön under semesteråret · Lønn som varierer, i ferieåret"
    )
    earned: Kronor = Field(default=0, description="Lön under intjänandeåret · Lønn i opptjeningsåret")
    days: Days = Field(default=25, description="Semesterdagar som betalas nu · Feriedager som betales nå")
    absence: Days = Field(
        default=0, description="Dagar utan lön under intjänandeåret · Dager uten lønn i opptjeningsåret"
    )
    fifth_week: bool = Field(default=False, description="Avtalad femte vecka · Avtalt femte ferieuke")


class DeadlineGroup(Value):
    """A group of days that are counted from one that the reader chooses. Its rules say in which country."""

    order: Annotated[int, Field(ge=1, le=999)] = Field(
        description="Plats i listan, lägst först · Plass i listen, lavest først"
    )
    title: Bilingual = Field(description="Vad man räknar ut · Hva man regner ut")
    asks: Bilingual = Field(description="Dagen som man väljer · Dagen man velger")
    words: Bilingual = Field(description="Hur det räknas, i ord · Hvordan det regnes, i ord")
    example: Answers = Field(
        description="Ett räknat exempel; det den anger frågar sidan efter · Et regnet eksempel"
    )
    pays: HolidayPay | None = Field(
        default=None, description="Lön som semesterlönen räknas av, som exempel · Lønn som eksempel"
    )
    deadlines: list[Deadline] = Field(
        min_length=1, description="Dagarna som räknas fram · Dagene som regnes ut"
    )
