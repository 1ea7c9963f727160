"""Visits: two days in a place, stop by stop, for those who want to feel what it is like before they move."""

from typing import Annotated, Literal

from pydantic import Field

from campaign.models.headings import Titled
from campaign.models.values import Bilingual, MunicipalityRef, SourceRef, Value

Season = Literal["summer", "winter"]


class Stop(Value):
    """One thing to do on a visit, with its source."""

    day: Annotated[int, Field(ge=1, le=2, description="Dag 1 eller 2 · Dag 1 eller 2")]
    part: Literal["morning", "noon", "afternoon", "evening"] = Field(
        description="Tid på dagen · Tid på dagen", json_schema_extra={"word": "visit"}
    )
    seasons: list[Season] = Field(
        default=["summer", "winter"],
        min_length=1,
        description="Årstider; utelämnas = båda · Årstider; tom = begge",
        json_schema_extra={"word": "visit"},
    )
    suits: list[Literal["children", "couple"]] = Field(
        default=[],
        description="Vem stoppet passar; utelämnas = alla · Hvem stoppet passer for; tom = alle",
        json_schema_extra={"word": "visit"},
    )
    title: Bilingual = Field(description="Vad man gör, med verb · Hva man gjør, med verb")
    text: Bilingual = Field(description="En eller två meningar · En eller to setninger")
    sources: list[SourceRef] = Field(min_length=1, description="Källor till texten · Kilder til teksten")


class Visit(Titled):
    """Two days in a municipality, summer and winter: the stops in the order of the days."""

    summary: Bilingual = Field(description="En mening för listan och sökmotorer · En setning for listen")
    municipality: MunicipalityRef = Field(description="Kommunen som besöks · Kommunen som besøkes")
    stops: list[Stop] = Field(
        min_length=4, description="Stoppen, i dagarnas ordning · Stoppene, i rekkefølgen på dagene"
    )

    def known_by(self) -> str:
        """The municipality that is visited."""
        return self.municipality
