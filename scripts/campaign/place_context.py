"""What templates may ask of places: their sun, their figures side by side, what they are worth to a mover, and what is near."""

from dataclasses import dataclass
from datetime import date as Date

from campaign import comparison, daylight, finder, nearby, visits
from campaign.light import SunDay, sun_day
from campaign.models.places import Comparison, Municipality
from campaign.models.visits import Season
from campaign.wording import Wording


@dataclass(frozen=True)
class PlaceContext(Wording):
    """How a page says things, and what it may ask of places."""

    def light_of(self, place: Municipality) -> daylight.PlaceLight:
        """The sun over a municipality."""
        return daylight.place_light(daylight.municipality_spot(place), self.site.today)

    def light_rows(self) -> list[daylight.LightRow]:
        """The sun over all municipalities, and over the cities that they are compared with."""
        return daylight.light_rows(self.content, self.code, self.site.today)

    def seasons(self) -> list[Season]:
        """The seasons of a visit, that which comes first before the other."""
        return visits.seasons_from(self.site.today)

    def weekend(self, season: Season) -> Date:
        """The Saturday of the weekend that a visit is suggested for."""
        return visits.weekend(season, self.site.today)

    def sun_on(self, place: Municipality, day: Date) -> SunDay:
        """The sun over a municipality on a day."""
        return sun_day(daylight.municipality_spot(place), day)

    def shown_alike(self) -> Comparison:
        """What every municipality is shown with."""
        return comparison.shown_alike(self.content)

    def strips(self, slug: str) -> list[comparison.Strip]:
        """The equal facts of a municipality, each among those of all."""
        return comparison.strips(self.content, slug)

    def scales(self) -> list[comparison.Scale]:
        """The equal facts, each with what all municipalities tell."""
        return comparison.scales(self.content)

    def facts_apart(self) -> list[comparison.Apart]:
        """The facts that cannot be compared between the countries."""
        return comparison.apart(self.content)

    def worth(self, trait: str) -> finder.Worth:
        """What a trait is worth at each municipality, and at one of which nobody knows."""
        return finder.worth(self.content.municipalities, trait)

    def nearest(self, slug: str) -> list[tuple[str, int]]:
        """The other municipalities and the whole km to each, nearest first."""
        return nearby.nearest(self.content.municipalities, slug)
