"""A geometry ─> the `d` of an SVG path, for scripts/draw_map.py."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

# In tenths of a unit.
Point = tuple[int, int]


def svg_path(geometry: BaseGeometry, tolerance: float = 0, smooth: bool = False) -> str:
    """The `d` of a path: relative, in tenths of a unit; smooth ones bend at the points instead of turning."""
    simple = geometry.simplify(tolerance) if tolerance else geometry
    return "".join(_stroke(points, closed, smooth) for points, closed in _lines(simple))


def _lines(geometry: BaseGeometry) -> Iterator[tuple[list[Point], bool]]:
    """Each ring or line as points in tenths of a unit, and whether it closes."""
    for part in getattr(geometry, "geoms", [geometry]):
        if isinstance(part, Polygon) and part.area > 1:
            for ring in (part.exterior, *part.interiors):
                yield _tenths(ring.coords)[:-1], True
        elif isinstance(part, LineString) and part.length > 1:
            yield _tenths(part.coords), False


def _tenths(points: Any) -> list[Point]:
    found = [
        (round(x * 2) * 5, round(y * 2) * 5) for x, y in points
    ]  # half a unit: a pixel where it is nearest
    return [point for before, point in zip([None, *found], found, strict=False) if point != before]


def _stroke(points: list[Point], closed: bool, smooth: bool) -> str:
    if smooth and len(points) > 2:
        middle = _middle(points[-1], points[0])
        return _curve(middle, points, middle) + "z" if closed else _curve(points[0], points[1:-1], points[-1])
    return f"M{_numbers(points[0])}l{_from(points)}" + ("z" if closed else "")


def _curve(start: Point, bends: Sequence[Point], end: Point) -> str:
    """A line that bends at the points and passes halfway between them.

    Only the first bend is told (`q`): each other is the one before, mirrored in the point halfway (`t`). That point is halfway to
    where the mirror has brought the bend, so that rounding does not add up.
    """
    passed, bend = [], bends[0]
    for following in bends[1:]:
        (x, y) = middle = _middle(bend, following)
        passed.append(middle)
        bend = (2 * x - bend[0], 2 * y - bend[1])
    passed.append(end)
    first = [bends[0][0] - start[0], bends[0][1] - start[1], passed[0][0] - start[0], passed[0][1] - start[1]]
    rest = f"t{_from(passed)}" if len(passed) > 1 else ""
    return f"M{_numbers(start)}q{_numbers(first)}{rest}"


def _middle(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) // 2, (one[1] + other[1]) // 2


def _from(points: Sequence[Point]) -> str:
    """Each point after the first as steps from the one before."""
    return _numbers([number for (x, y), (px, py) in pairwise(points) for number in (px - x, py - y)])


def _numbers(tenths: Sequence[int]) -> str:
    """Numbers as short as SVG takes them: `5-.3 12`."""
    words = [
        f"{tenth / 10:g}".replace("0.", ".", 1) if abs(tenth) < 10 else f"{tenth / 10:g}" for tenth in tenths
    ]
    return "".join(word if not at or word.startswith("-") else f" {word}" for at, word in enumerate(words))
