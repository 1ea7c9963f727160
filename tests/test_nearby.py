"""How far it is as the crow flies."""

import pytest

from campaign.models.places import Coordinates
from campaign.nearby import kilometres, nearest
from campaign.site import Site


def test_a_degree_along_a_meridian_is_its_length() -> None:
    """A degree of latitude is 111.2 km on a sphere of the earth's mean radius."""
    one, other = (Coordinates(latitude=north, longitude=15) for north in (60, 61))
    assert kilometres(one, other) == pytest.approx(111.195, abs=0.001)


def test_a_degree_along_the_sixtieth_parallel_is_half_as_long() -> None:
    """The cosine of 60° is a half; the great circle cuts the bend of the parallel by some metres."""
    one, other = (Coordinates(latitude=60, longitude=east) for east in (15, 16))
    assert kilometres(one, other) == pytest.approx(111.195 / 2, abs=0.01)


def test_the_nearest_comes_first_and_the_place_itself_never(good_site: Site) -> None:
    """A mover who asks what is near is not told that the place is near itself."""
    assert nearest(good_site.content.records["municipalities"], "exempelby") == [("eksempelby", 211)]
