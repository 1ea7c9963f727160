"""The part of the map around a place."""

from dataclasses import replace

from campaign.cutout import cut_out, point
from campaign.models.map import Background
from campaign.models.places import Coordinates
from campaign.site import Site


def background(site: Site) -> Background:
    """The map of the specimen."""
    found = site.content.singletons["map"]
    assert isinstance(found, Background)
    return found


def test_the_place_is_in_the_middle(good_site: Site) -> None:
    """The reader finds the place where a map of it has it."""
    at = Coordinates(latitude=60.5, longitude=15)
    part = cut_out(background(good_site), at)
    middle = (round(part.left + part.width / 2, 1), round(part.top + part.height / 2, 1))
    assert (middle, point(background(good_site), at)) == ((part.x, part.y), (part.x, part.y))


def test_only_shapes_that_reach_in_are_kept(good_site: Site) -> None:
    """A page carries the water and areas that its map shows, not those of the whole map."""
    near = cut_out(background(good_site), Coordinates(latitude=60.5, longitude=15))
    far = cut_out(background(good_site), Coordinates(latitude=60.0, longitude=16.4))
    assert (list(near.areas), near.lakes, list(far.areas), far.lakes) == (
        ["exempelby"],
        "",
        [],
        "M779.5 287.8q.9-.6 .9-1.4z",
    )


def test_a_curve_is_followed_bend_by_bend(good_site: Site) -> None:
    """A river reaches into the map that it flows to, wherever it begins, also where only its first bend is told."""
    whole, river = background(good_site), "M600 10q5 10 9 20t5 50 5 50"
    east = whole.east.model_copy(update={"rivers": river})
    here, there = (Coordinates(latitude=latitude, longitude=15) for latitude in (60.5, 60.0))
    parts = [cut_out(whole.model_copy(update={"east": east}), at).rivers for at in (here, there)]
    assert parts == [river, ""]


def test_a_point_near_the_edge_has_no_room_for_its_name(good_site: Site) -> None:
    """No name is cut by the edge of the map."""
    part = replace(cut_out(background(good_site), Coordinates(latitude=60.5, longitude=15)), left=0, top=0)
    assert [part.holds(x, 10, margin=4) for x in (3, 5, part.width - 3)] == [False, True, False]
