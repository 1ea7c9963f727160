"""A geometry ─> the `d` of an SVG path, for scripts/draw_map.py."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry


def svg_path(geometry: BaseGeometry, tolerance: float = 0, smooth: bool = False) -> str:
    """The `d` of a path: relative, in tenths of a unit; smooth ones bend at the points instead of turning."""
    simple = geometry.simplify(tolerance) if tolerance else geometry
    return "".join(_stroke(points, closed, smooth) for points, closed in _lines(simple))


def _lines(geometry: BaseGeometry) -> Iterator[tuple[list[tuple[int, int]], bool]]:
    """Each ring or line as points in tenths of a unit, and whether it closes."""
    for part in getattr(geometry, "geoms", [geometry]):
        if isinstance(part, Polygon) and part.area > 1:
            for ring in (part.exterior, *part.interiors):
                yield _tenths(ring.coords)[:-1], True
        elif isinstance(part, LineString) and part.length > 1:
            yield _tenths(part.coords), False


def _tenths(points: Any) -> list[tuple[int, int]]:
    found = [
        (round(x * 2) * 5, round(y * 2) * 5) for x, y in points
    ]  # half a unit: a pixel where it is nearest
    return [point for before, point in zip([None, *found], found, strict=False) if point != before]


def _stroke(points: list[tuple[int, int]], closed: bool, smooth: bool) -> str:
    if len(points) < 3:
        smooth = False
    if not smooth:
        return _moves(points[0], [(point,) for point in points[1:]], "l") + ("z" if closed else "")
    middles = [((a[0] + b[0]) // 2, (a[1] + b[1]) // 2) for a, b in pairwise(points)]
    if closed:
        last = ((points[-1][0] + points[0][0]) // 2, (points[-1][1] + points[0][1]) // 2)
        bends = list(zip(points, [*middles, last], strict=True))
        return _moves(last, bends, "q") + "z"
    ends = [*middles[1:-1], points[-1]]
    return _moves(points[0], list(zip(points[1:-1], ends, strict=True)), "q")


def _moves(start: tuple[int, int], steps: Sequence[Sequence[tuple[int, int]]], letter: str) -> str:
    """Steps of one or more points, each told from the end of the step before."""
    found, (x, y) = [], start
    for step in steps:
        found += [number for px, py in step for number in (px - x, py - y)]
        x, y = step[-1]
    return f"M{_numbers(start)}{letter}{_numbers(found)}"


def _numbers(tenths: Sequence[int]) -> str:
    """Numbers as short as SVG takes them: `5-.3 12`."""
    words = [
        f"{tenth / 10:g}".replace("0.", ".", 1) if abs(tenth) < 10 else f"{tenth / 10:g}" for tenth in tenths
    ]
    return "".join(word if not at or word.startswith("-") else f" {word}" for at, word in enumerate(words))
