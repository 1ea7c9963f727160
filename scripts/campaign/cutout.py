"""The part of the map around a place: which of the ground's shapes reach into it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from campaign.models.map import Ground
from campaign.models.values import Coordinates

# The width and the height of the part, in km.
WIDE, HIGH = 108, 80
_STEP = re.compile(r"([Mlqz])([^Mlqz]*)")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


@dataclass(frozen=True)
class Cutout:
    """A part of the map: its corner, size and middle in units of the ground, and the shapes within.

    `areas` are the municipalities with an outline, slug → `d` of a path; the others are one `d` each, empty where there is
    nothing of the kind.
    """

    left: float
    top: float
    width: float
    height: float
    x: float
    y: float
    areas: dict[str, str]
    rivers: str
    lakes: str
    railways: str

    def holds(self, x: float, y: float, margin: float = 0) -> bool:
        """Whether a point of the ground is in the part, at least `margin` units from its edge."""
        return (
            self.left + margin <= x <= self.left + self.width - margin
            and self.top + margin <= y <= self.top + self.height - margin
        )


def near_file(slug: str) -> str:
    """The public address of the map around a municipality."""
    return f"drawings/near/{slug}.svg"


def point(ground: Ground, at: Coordinates) -> tuple[float, float]:
    """Where a place is on the ground, in its units."""
    x = (at.longitude - ground.longitude) * ground.per_longitude
    y = (ground.latitude - at.latitude) * ground.per_latitude
    return round(x, 1), round(y, 1)


def cut_out(ground: Ground, at: Coordinates) -> Cutout:
    """The part of the ground around a place."""
    x, y = point(ground, at)
    width, height = round(WIDE * ground.per_km, 1), round(HIGH * ground.per_km, 1)
    left, top = round(x - width / 2, 1), round(y - height / 2, 1)
    window = (left, top, left + width, top + height)
    halves = (ground.west, ground.east)
    areas = [area for half in halves for area in half.municipalities]
    kept = {area.municipality: _within(area.shape, window) for area in areas}
    lines = {
        layer: "".join(_within(getattr(half, layer) or "", window) for half in halves)
        for layer in ("rivers", "lakes", "railways")
    }
    return Cutout(left, top, width, height, x, y, {slug: d for slug, d in kept.items() if d}, **lines)


_Window = tuple[float, float, float, float]


def _within(shape: str, window: _Window) -> str:
    """The rings and lines of a shape that reach into the window."""
    pieces = [f"M{piece}" for piece in shape.split("M")[1:]]
    return "".join(piece for piece in pieces if _meet(list(_points(piece)), window))


def _meet(points: list[tuple[float, float]], window: _Window) -> bool:
    left, top, right, bottom = window
    xs, ys = zip(*points, strict=True)
    return bool(min(xs) <= right and max(xs) >= left and min(ys) <= bottom and max(ys) >= top)


def _points(piece: str) -> Iterator[tuple[float, float]]:
    """The points of one ring or line: after the first, each step (`l` one point, `q` two) is told from the last."""
    x = y = 0.0
    for letter, numbers in _STEP.findall(piece):
        values = [float(number) for number in _NUMBER.findall(numbers)]
        pairs = list(zip(values[::2], values[1::2], strict=True))
        per_step = 2 if letter == "q" else 1
        for at, (right, down) in enumerate(pairs):
            yield x + right, y + down
            if at % per_step == per_step - 1:
                x, y = x + right, y + down
