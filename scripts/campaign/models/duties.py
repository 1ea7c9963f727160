"""What makes a rule something to do: when it is due, and on which days it comes again."""

from typing import Annotated, Literal

from pydantic import Field

from campaign.models.values import Bilingual, Value

# The times in the life of a firm at which a duty waits, in the order in which a leader meets them.
Time = Literal["now", "hiring", "month", "year", "event"]
# The trades that some duties are for; whoever is in none of them is in `other`.
Trade = Literal[
    "construction",
    "restaurants",
    "retail",
    "food-wholesale",
    "industry",
    "office",
    "transport",
    "vehicles",
    "beauty",
    "laundry",
    "cleaning",
]


class Due(Value):
    """When a duty is to be done."""

    at: Time = Field(
        description="now = ska finnas nu, hiring = vid nästa anställning, month, year, event = om det händer "
        "· nå, ved neste ansettelse, hver måned, hvert år, hvis det skjer",
        json_schema_extra={"word": "duty-time"},
    )
    time: Bilingual | None = Field(
        default=None, description="Tiden, högst fem ord: senast dag 7 · Tiden, høyst fem ord: senest dag 7"
    )


class Recurrence(Value):
    """A day of some months, each year or every few years."""

    day: Annotated[int, Field(ge=1, le=28)] = Field(description="Dagen i månaden: 12 · Dagen i måneden: 12")
    months: list[Annotated[int, Field(ge=1, le=12)]] = Field(
        min_length=1, description="Månaderna: [1, 8] = januari och augusti · Månedene: [1, 8]"
    )
    every: Annotated[int, Field(ge=1, le=10)] = Field(
        default=1, description="Vart så många år, 2 = vartannat · Hvert så mange år, 2 = annethvert"
    )
    suggested: bool = Field(
        default=False,
        description="true = lagen säger ingen dag, vi föreslår en · loven sier ingen dag, vi foreslår en",
    )
