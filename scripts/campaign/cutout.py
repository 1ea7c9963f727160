"""The part of the map around a place: which of the background's shapes reach into it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from campaign.models.map import Background
from campaign.models.places import Coordinates

# The width and the height of the part, in km.
WIDE, HIGH = 108, 80
_STEP = re.compile(r"([Mlqtz])([^Mlqtz]*)")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


@dataclass(frozen=True)
class Cutout:
    """A part of the map: its corner, size and middle in units of the background, and the shapes within.

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
        """Whether a point of the background is in the part, at least `margin` units from its edge."""
        return (
            self.left + margin <= x <= self.left + self.width - margin
            and self.top + margin <= y <= self.top + self.height - margin
        )


def near_file(slug: str) -> str:
    """The public address of the map around a municipality."""
    return f"drawings/near/{slug}.svg"


def point(background: Background, at: Coordinates) -> tuple[float, float]:
    """Where a place is on the background, in its units."""
    x = (at.longitude - background.longitude) * background.per_longitude
    y = (background.latitude - at.latitude) * background.per_latitude
    return round(x, 1), round(y, 1)


def cut_out(background: Background, at: Coordinates) -> Cutout:
    """The part of the background around a place."""
    x, y = point(background, at)
    width, height = round(WIDE * background.per_km, 1), round(HIGH * background.per_km, 1)
    left, top = round(x - width / 2, 1), round(y - height / 2, 1)
    window = (left, top, left + width, top + height)
    halves = (background.west, background.east)
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
    """The points of one ring or line: after the first, each step (`l` and `t` one point, `q` two) is told from the last."""
    x = y = 0.0
    for letter, numbers in _STEP.findall(piece):
        values = [float(number) for number in _NUMBER.findall(numbers)]
        pairs = list(zip(values[::2], values[1::2], strict=True))
        per_step = 2 if letter == "q" else 1
        for at, (right, down) in enumerate(pairs):
            yield x + right, y + down
            if at % per_step == per_step - 1:
                x, y = x + right, y + down
