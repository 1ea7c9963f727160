"""Municipalities and the two regions they form."""

from pydantic import Field

from campaign.models.values import (
    Bilingual,
    Contact,
    Coordinates,
    Country,
    Day,
    Figure,
    Passage,
    RegionRef,
    ServiceRef,
    Slug,
    SourceRef,
    Text,
    Value,
    WebAddress,
)


class Fact(Figure):
    """A figure with its name; the name is a word in labels.yml under `fact`."""

    fact: Slug = Field(description="Vad talet heter, ett ord ur labels.yml under fact · Hva tallet heter")


class Municipality(Value):
    """A municipality: what is true of it in any language. Its prose stands in content/sv and content/no."""

    name: Text = Field(description="Ortens namn utan »kommun« · Stedets navn uten «kommune»")
    country: Country = Field(description="SE eller NO · SE eller NO")
    region: RegionRef = Field(description="Regionen · Regionen")
    code: Text = Field(description="Kommunkod inom citattecken · Kommunenummer i anførselstegn")
    coordinates: Coordinates = Field(description="Centralortens läge · Sentrumets plass")
    website: WebAddress
    tagline: Bilingual = Field(description="En mening som bara stämmer här · En setning som bare stemmer her")
    emblem: Bilingual = Field(description="Vad emblemet föreställer · Hva emblemet viser")
    facts: list[Fact] = Field(description="Tal med källa, viktigast först · Tall med kilde, viktigst først")
    services: list[ServiceRef] = Field(
        default=[], description="Tjänster för inflyttare · Tjenester for innflyttere"
    )
    contacts: list[Contact] = Field(min_length=1, description="Vem en inflyttare ringer · Hvem man ringer")


class Region(Value):
    """A group of municipalities that work together."""

    name: Text = Field(description="Regionens namn · Regionens navn")
    country: Country
    county: Text = Field(description="Län eller fylke · Län eller fylke")
    members: list[Text] = Field(min_length=1, description="Kommunernas namn · Kommunenes navn")
    members_source: SourceRef = Field(description="Källa för medlemmarna · Kilde for medlemmene")
    members_checked: Day = Field(description="Dagen den lästes · Dagen den ble lest")
    facts: list[Fact] = Field(default=[], description="Tal med källa · Tall med kilde")
    passages: list[Passage] = Field(default=[], description="Källställen · Kildesteder")
