"""The light of the year: where its equations come from, and the cities that stand beside the places."""

from typing import Annotated

from pydantic import Field

from campaign.models.values import Bilingual, SourceRef, Text, Value


class LightCity(Value):
    """A city that readers know, to compare the length of the day with. It lies where the sun rises every day."""

    name: Bilingual = Field(description="Stadens namn · Navnet på byen")
    latitude: Annotated[float, Field(ge=-60, le=62, description="Grader nord · Grader nord")]
    longitude: Annotated[float, Field(ge=-180, le=180, description="Grader öst · Grader øst")]
    zone: Text = Field(description="Tidszonens namn: Europe/Berlin · Tidssonens navn: Europe/Berlin")


class LightPlan(Value):
    """What the page of the year's light is computed with."""

    source: SourceRef = Field(description="Varifrån ekvationerna kommer · Hvor ligningene kommer fra")
    coordinates: SourceRef = Field(
        description="Varifrån städernas lägen kommer · Hvor byenes posisjoner kommer fra"
    )
    cities: list[LightCity] = Field(default=[], description="Städer att jämföra med · Byer å sammenligne med")
