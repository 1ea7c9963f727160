"""Work across the border: cases by employer, home and place of work, what holds in each, and whom to ask."""

from typing import Literal

from pydantic import Field

from campaign.models.headings import Titled
from campaign.models.values import Bilingual, Day, TemplateRef, Text, Value, WebAddress

# Where tax is paid, where somebody is insured, and which law the contract follows: a country, each day its own, or ask.
Answer = Literal["se", "no", "by-day", "ask"]


class Way(Value):
    """The answers to the three questions that lead to a case, and in short what holds for who gives them."""

    employer: Literal["se", "no", "both", "public"] = Field(
        description="Var arbetsgivaren finns; public = kommun, region, stat · Hvor arbeidsgiveren er; public = det offentlige"
    )
    lives: Literal["se", "no", "moves", "elsewhere"] = Field(
        description="Var personen bor; moves = flyttar hit, elsewhere = medborgare i ett annat land · Hvor personen bor"
    )
    works: Literal[
        "at-employer", "home-under-25", "home-25-to-49", "home-50", "sent", "board", "both-jobs", "any"
    ] = Field(description="Var och hur mycket arbetet görs · Hvor og hvor mye det arbeides")
    tax: Answer = Field(description="Skatten: se, no, by-day (dag för dag) eller ask (fråga) · Skatten")
    insurance: Answer = Field(description="Socialförsäkring och avgifter · Trygd og avgifter")
    law: Answer = Field(
        description="Vilket lands lag avtalet följer som regel · Hvilket lands lov avtalen følger"
    )


class Ask(Value):
    """Who has the answer, where, and to what."""

    authority: Text = Field(description="Myndigheten eller tjänsten · Myndigheten eller tjenesten")
    web: WebAddress
    about: Bilingual = Field(description="Vad man frågar om · Hva man spør om")


class BorderCase(Titled):
    """A case of work across the border; its text stands in content/sv/border and content/no/border."""

    summary: Bilingual = Field(description="Vem det gäller, i en mening · Hvem det gjelder, i en setning")
    ways: list[Way] = Field(min_length=1, description="Svaren som leder hit · Svarene som fører hit")
    templates: list[TemplateRef] = Field(
        default=[], description="Mallarna att börja med · Malene å begynne med"
    )
    asks: list[Ask] = Field(min_length=1, description="Vem man frågar · Hvem man spør")
    checked: Day = Field(description="När fallet senast lästes mot källorna · Sist lest mot kildene")
