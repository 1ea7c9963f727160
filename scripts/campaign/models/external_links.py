"""Links out of the site that were dead when somebody last asked."""

from typing import Literal

from pydantic import Field

from campaign.models.values import Day, Text, Value


class DeadLink(Value):
    """An address that did not answer as it should, the day that was first seen, and how."""

    address: Text = Field(description="Adressen · Adressen")
    found: Literal["gone", "refused", "silent"] = Field(
        description="gone (finns inte), refused (nekar), silent (svarar inte) · gone, refused, silent"
    )
    since: Day = Field(description="Dagen det först sågs · Dagen det først ble sett")


class LinkWatch(Value):
    """What the last look at the links out of the site found. Written by `make.py links`."""

    looked: Day | None = Field(default=None, description="Dagen då alla länkar senast var prövade · Dagen")
    findings: list[DeadLink] = Field(
        default=[], description="Adresser som inte svarade · Adresser som ikke svarte"
    )
