"""Addresses that readers know: those that were published, and where the pages of old ones are now."""

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from campaign.models.languages import InEachLanguage, LanguageCode
from campaign.models.values import PageFile, Text, Value
from campaign.settings import BY_CODE

ADDRESS = r"^([a-z0-9]+(-[a-z0-9]+)*/)+$"

Address = Annotated[str, StringConstraints(pattern=ADDRESS)]


class Reason(InEachLanguage[Text]):
    """Why a page is gone, in each language that had it."""

    spared = tuple(BY_CODE)


class Move(Value):
    """A page that is no longer where it was: its old address in each language, and where it is now or why it is gone."""

    was: Annotated[dict[LanguageCode, Address], Field(min_length=1)] = Field(
        description="Den gamla adressen på varje språk, utan webbplatsens namn: kommuner/exempelby/ · "
        "Den gamle adressen på hvert språk, uten navnet på nettstedet: kommuner/exempelby/"
    )
    to: PageFile | None = Field(
        default=None,
        description="Sidans fil i dag, utan språk: young.md · Filen til siden i dag, uten språk: young.md",
    )
    gone: Reason | None = Field(
        default=None,
        description="Varför sidan inte finns längre, i en mening · Hvorfor siden ikke finnes lenger, i én setning",
    )

    @model_validator(mode="after")
    def _says_why_in_each_language(self) -> "Move":
        for code in self.was if self.gone else ():
            if self.gone and code not in self.gone.root:
                raise PydanticCustomError("lacking", "lacks a reason", {"path": ("gone", code)})
        return self


class Moves(Value):
    """What moved and what was taken away. One file: content/data/moved.yml."""

    pages: list[Move] = Field(description="En post för varje sida · En post for hver side")


class Published(Value):
    """Every address that a page has been published at; `make.py generate` adds to it. One file: content/data/published.yml."""

    addresses: list[Text] = Field(
        description="Adresserna utan webbplatsens namn · Adressene uten navnet på nettstedet"
    )
