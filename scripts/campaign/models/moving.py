"""Moving: the steps of a move, each written once, and the journeys that put them in order."""

from typing import Annotated, Literal

from pydantic import Field, RootModel

from campaign.models.headings import Titled
from campaign.models.languages import Country, LanguageCode
from campaign.models.values import (
    Bilingual,
    Day,
    DayAhead,
    JourneyRef,
    MunicipalityRef,
    PartialDateOrUndated,
    SourceRef,
    StepRef,
    Text,
    Value,
    WebAddress,
)

JOB_ADDRESS = r"^https://\S*\{place\}\S*$"

Case = Literal[
    "partner",
    "children",
    "job",
    "nurse",
    "teacher",
    "engineer",
    "returning",
    "commuting",
    "car",
    "pet",
    "owned-home",
]


class Deadline(Value):
    """When a step is due, in days from the moving day: -120 is four months before, 7 a week after."""

    days: Annotated[int, Field(ge=-400, le=800, description="Dagar från flyttdagen · Dager fra flyttedagen")]
    text: Bilingual = Field(description="Fristen i ord: inom en vecka efter flytten · Fristen i ord")


class Point(Value):
    """One thing that holds for a step, with its source."""

    text: Bilingual = Field(description="En eller två meningar i egna ord · En eller to setninger")
    as_of: PartialDateOrUndated = Field(description="När det gällde · Når det gjaldt")
    source: SourceRef = Field(description="Källan · Kilden")
    journeys: list[JourneyRef] = Field(
        default=[],
        description="Flyttplanerna som punkten gäller; tom lista = alla · Flytteplanene punkten gjelder; tom = alle",
    )

    def holds_in(self, journey: str) -> bool:
        """Whether it is told to readers of a journey."""
        return not self.journeys or journey in self.journeys


class Step(Value):
    """One thing to do when moving, the same in every journey that needs it."""

    title: Bilingual = Field(description="Vad man gör, med verb: Anmäl flytten · Hva man gjør, med verb")
    authority: Bilingual = Field(description="Vem man vänder sig till · Hvem man henvender seg til")
    country: Country = Field(description="Landet vars regler gäller · Landet reglene gjelder i")
    cases: list[Case] = Field(
        default=[],
        description="Vilka steget gäller; tom lista = alla · Hvem steget gjelder; tom = alle",
        json_schema_extra={"word": "case"},
    )
    deadline: Deadline = Field(description="När det ska vara gjort · Når det skal være gjort")
    link: WebAddress | None = Field(default=None, description="Myndighetens sida · Myndighetens side")
    ready: list[Bilingual] = Field(default=[], description="Vad man har till hands · Hva man har klart")
    points: list[Point] = Field(
        min_length=1, description="Vad som gäller, punkt för punkt · Hva som gjelder, punkt for punkt"
    )


class Story(Value):
    """Who tells the story of a page, and until when it may be there: never without a consent."""

    side: Literal["moved-in", "came-back", "stayed", "moved-on"] = Field(
        description="Flyttade hit, kom tillbaka, stannade, flyttade vidare · Flyttet hit, kom hjem, ble, flyttet videre",
        json_schema_extra={"word": "story"},
    )
    place: MunicipalityRef = Field(description="Kommunen som det handlar om · Kommunen det handler om")
    told: Day = Field(description="Dagen den berättades · Dagen den ble fortalt")
    consent_until: DayAhead = Field(description="Samtycket gäller till · Samtykket gjelder til")

    def known_by(self) -> str:
        """The municipality that it is about."""
        return self.place


class JobBank(Value):
    """A public job bank: its address with `{place}` where its own name of a municipality goes."""

    name: Text = Field(description="Jobbankens namn · Jobbportalens navn")
    language: LanguageCode = Field(description="Språket den är på · Språket den er på")
    pattern: Annotated[str, Field(pattern=JOB_ADDRESS)] = Field(
        description="Adressen, med {place} där kommunen står · Adressen, med {place} der kommunen står"
    )
    places: dict[MunicipalityRef, Text] = Field(
        description="Kommun → jobbankens namn på den · Kommune → portalens navn"
    )


class JobBanks(RootModel[dict[Country, JobBank]]):
    """Country → its public job bank. One file: content/data/job-banks.yml."""


class Journey(Titled):
    """A move from somewhere to somewhere, as steps in order."""

    summary: Bilingual = Field(description="För vem, i en mening · For hvem, i en setning")
    destination: Country = Field(description="Landet som flytten går till · Landet flyttingen går til")
    steps: list[StepRef] = Field(min_length=1, description="Stegen i ordning · Stegene i rekkefølge")
