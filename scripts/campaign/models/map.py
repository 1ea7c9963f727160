"""The background of the map: measures of the drawing, shapes, and where words stand; and the plan that it is drawn from."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from campaign.models.languages import Country, LanguageCode
from campaign.models.values import Bilingual, FactWord, MunicipalityRef, OwnName, RegionRef, Text, Value

# The `d` of an SVG path: letters, numbers and what stands between them.
Shape = Annotated[str, StringConstraints(pattern=r"^M[-0-9. Mlqtz]+$")]


class Placed(Value):
    """A point of the drawing, and which end of the word stands there."""

    x: float = Field(description="Steg från vänsterkanten · Steg fra venstre kant")
    y: float = Field(description="Steg från överkanten · Steg fra øvre kant")
    anchor: Literal["start", "middle", "end"] = Field(
        default="middle", description="Den del av namnet som står där · Den delen av navnet som står der"
    )
    close: bool = Field(default=False, description="Bara i den nära vyn · Bare i den nære visningen")


class Lake(Placed):
    """The name of a lake, in its own language."""

    name: Text = Field(description="Sjöns namn · Navnet på innsjøen")
    language: LanguageCode = Field(description="Namnets språk · Språket navnet er på")


class CountryName(Placed):
    """The name of a country."""

    country: Country = Field(description="Landet · Landet")


class RegionName(Placed):
    """The name of a region."""

    region: RegionRef = Field(description="Regionen · Regionen")


class Town(Placed):
    """What stands by its name alone: a town, an airport, or what lies beyond the edge."""

    name: Text = Field(description="Namnet som det står på kartan · Navnet slik det står på kartet")


class CountryShape(Value):
    """The land of a country in one half of the drawing."""

    country: Country = Field(description="Landet · Landet")
    shape: Shape = Field(description="Landets form, som i SVG · Formen på landet, som i SVG")


class Outline(Value):
    """The area of a municipality."""

    municipality: MunicipalityRef = Field(description="Kommunen · Kommunen")
    shape: Shape = Field(description="Kommunens form, som i SVG · Formen på kommunen, som i SVG")


class Half(Value):
    """One of the two drawings that stand side by side."""

    land: list[CountryShape] = Field(description="Ländernas ytor · Flatene til landene")
    municipalities: list[Outline] = Field(default=[], description="Kommunernas ytor · Flatene til kommunene")
    view: list[int] = Field(
        min_length=4, max_length=4, description="Den nära vyn: x, y, bredd, höjd · Den nære visningen"
    )
    rivers: Shape | None = Field(default=None, description="Älvarna · Elvene")
    lakes: Shape | None = Field(default=None, description="Sjöarna · Innsjøene")
    railways: Shape | None = Field(default=None, description="Järnvägarna · Jernbanene")
    border: Shape | None = Field(default=None, description="Riksgränsen · Riksgrensen")


class Background(Value):
    """What the map is drawn on, made by scripts/draw_map.py. One file: content/data/map.yml."""

    longitude: float = Field(description="Vänsterkanten i grader · Venstre kant i grader")
    latitude: float = Field(description="Överkanten i grader · Øvre kant i grader")
    per_longitude: float = Field(description="Steg på en grad österut · Steg på en grad østover")
    per_latitude: float = Field(description="Steg på en grad söderut · Steg på en grad sørover")
    per_km: float = Field(description="Steg på en kilometer · Steg på en kilometer")
    half: int = Field(description="Bredden av en halva i steg · Bredden av en halvdel i steg")
    height: int = Field(description="Höjden i steg · Høyden i steg")
    lakes: list[Lake] = Field(default=[], description="Sjöarnas namn · Navnene på innsjøene")
    countries: list[CountryName] = Field(default=[], description="Ländernas namn · Navnene på landene")
    regions: list[RegionName] = Field(default=[], description="Regionernas namn · Navnene på regionene")
    towns: list[Town] = Field(default=[], description="Städer utanför regionerna · Byer utenfor regionene")
    airports: list[Town] = Field(default=[], description="Flygplatser · Flyplasser")
    edges: list[Town] = Field(
        default=[], description="Vad som ligger utanför kanten · Det som ligger utenfor kanten"
    )
    trees: list[list[float]] = Field(default=[], description="Granar för ögat: x, y · Graner for øyet: x, y")
    without_outline: list[MunicipalityRef] = Field(
        default=[],
        description="Kommuner vars gränser ingen har ritat; de blir punkter · Kommuner uten tegnet grense; de blir punkter",
    )
    west: Half = Field(description="Den norska halvan · Den norske halvdelen")
    east: Half = Field(description="Den svenska halvan · Den svenske halvdelen")

    @property
    def outlined(self) -> list[str]:
        """The municipalities whose area is drawn."""
        return [outline.municipality for half in (self.west, self.east) for outline in half.municipalities]


class Frame(Value):
    """The part of the world that the map shows, in degrees, and how wide each of its two halves is, in steps."""

    west: float = Field(description="Vänsterkanten i grader öst · Venstre kant i grader øst")
    east: float = Field(description="Högerkanten i grader öst · Høyre kant i grader øst")
    south: float = Field(description="Underkanten i grader nord · Nedre kant i grader nord")
    north: float = Field(description="Överkanten i grader nord · Øvre kant i grader nord")
    half: int = Field(description="Bredden av en halva i steg · Bredden av en halvdel i steg")


class Label(Value):
    """A word on the map that is no link: where it stands in degrees, and which end of it stands there."""

    longitude: float = Field(description="Grader öst · Grader øst")
    latitude: float = Field(description="Grader nord · Grader nord")
    anchor: Literal["start", "middle", "end"] = Field(
        default="middle", description="Den del av namnet som står där · Den delen av navnet som står der"
    )
    close: bool = Field(default=False, description="Bara i den nära vyn · Bare i den nære visningen")


class LakeLabel(Label):
    """The name of a lake, in its own language."""

    name: Text = Field(description="Sjöns namn · Navnet på innsjøen")
    language: LanguageCode = Field(description="Namnets språk · Språket navnet er på")


class CountryLabel(Label):
    """The name of a country."""

    country: Country = Field(description="Landet · Landet")


class RegionLabel(Label):
    """The name of a region."""

    region: RegionRef = Field(description="Regionen · Regionen")


class TownLabel(Label):
    """A town outside the regions."""

    name: Text = Field(description="Namnet som det står på kartan · Navnet slik det står på kartet")


class BackgroundPlan(Value):
    """What scripts/draw_map.py draws the background of the map from."""

    frame: Frame = Field(description="Kartans utsnitt · Utsnittet av kartet")
    lakes: list[LakeLabel] = Field(default=[], description="Sjöarnas namn · Navnene på innsjøene")
    countries: list[CountryLabel] = Field(default=[], description="Ländernas namn · Navnene på landene")
    regions: list[RegionLabel] = Field(default=[], description="Regionernas namn · Navnene på regionene")
    towns: list[TownLabel] = Field(
        default=[], description="Städer utanför regionerna · Byer utenfor regionene"
    )
    airports: list[TownLabel] = Field(default=[], description="Flygplatser · Flyplasser")
    edges: list[TownLabel] = Field(
        default=[], description="Vad som ligger utanför kanten · Det som ligger utenfor kanten"
    )
    trees: list[list[float]] = Field(
        default=[], description="Granar: longitud, latitud · Graner: lengde, bredde"
    )


class MapMark(Value):
    """A sign that stands at each municipality with a trait."""

    trait: OwnName = Field(description="Egenskapen i kommunernas poster · Egenskapen i postene")
    name: Bilingual = Field(description="Vad tecknet betyder · Hva tegnet betyr")


class MapLayer(Value):
    """One choice of what the map shows, on the background, at each municipality and in the list beside it."""

    name: Bilingual = Field(description="Vad valet heter · Hva valget heter")
    about: Bilingual = Field(description="Vad man ser, i en eller två meningar · Hva man ser")
    background: list[Literal["rivers", "railways"]] = Field(
        default=[],
        description="Vad som ritas på marken: älvar, järnvägar · Hva som tegnes på bakken: elver, jernbaner",
    )
    marks: list[MapMark] = Field(
        default=[],
        max_length=4,
        description="Tecken vid kommunerna, högst fyra · Tegn ved kommunene, høyst fire",
    )
    figure: FactWord | None = Field(
        default=None, description="Talet som står vid varje kommun · Tallet som står ved hver kommune"
    )
    facts: list[FactWord] = Field(default=[], description="Talen i listan · Tallene i listen")
