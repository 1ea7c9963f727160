"""Municipalities and the two regions they form."""

from typing import Annotated

from pydantic import Field

from campaign.models.values import (
    Bilingual,
    Contact,
    Coordinates,
    Country,
    Day,
    Figure,
    MunicipalityRef,
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


class Trait(Value):
    """Something that a place offers and a mover may ask for, with the reason and its source."""

    strength: Annotated[
        int, Field(ge=1, le=2, description="1 = finns, 2 = utmärker orten · 1 = finnes, 2 = særpreg")
    ]
    because: Bilingual = Field(description="Varför, i en mening · Hvorfor, i en setning")
    source: SourceRef


class Option(Value):
    """One answer: the trait it asks for."""

    trait: Slug = Field(description="Egenskapen som svaret söker · Egenskapen svaret leter etter")
    text: Bilingual
    lacking: Bilingual = Field(
        description="Vad vi säger om en ort utan egenskapen · Hva vi sier om et sted uten"
    )


class Question(Value):
    """One question to a mover; any answer may be left out."""

    id: Slug
    text: Bilingual
    options: list[Option] = Field(min_length=2)


class Finder(Value):
    """The questions of »Which place fits me?«. One file: content/data/finder.yml."""

    questions: list[Question] = Field(min_length=1)


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
    neighbours: list[MunicipalityRef] = Field(default=[], description="Grannar på webbplatsen · Naboer her")
    traits: dict[Slug, Trait] = Field(
        default={}, description="Egenskaper för »Vilken plats passar mig?« · Egenskaper for stedsvelgeren"
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
