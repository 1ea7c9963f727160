"""What a device needs to put the site beside its programs."""

import io
import json
from dataclasses import replace

import pytest
from PIL import Image

from campaign.outputs.installing import SIDES, targets
from campaign.site import Site
from campaign.templates import load_design
from conftest import ROOT, made


@pytest.fixture(scope="module")
def files(good_site: Site) -> dict[str, bytes]:
    """The manifests and the icons."""
    return made(targets(replace(good_site, design=load_design(ROOT / "overrides"))))


def test_each_language_is_a_program_of_its_own(files: dict[str, bytes]) -> None:
    """Who installs the Norwegian pages opens at the Norwegian start page, with icons that are there."""
    parsed = json.loads(files["no/app.webmanifest"])
    assert (parsed["name"], parsed["lang"], parsed["start_url"], parsed["scope"]) == (
        "Eksempelregionene",
        "nb",
        "./",
        "./",
    )
    assert {icon["src"] for icon in parsed["icons"]} == {f"../{name}" for name in SIDES}
    assert {icon["src"] for icon in json.loads(files["app.webmanifest"])["icons"]} == set(SIDES)


@pytest.mark.parametrize("name", SIDES)
def test_an_icon_has_the_size_that_it_says(files: dict[str, bytes], name: str) -> None:
    """A device takes no icon that is another size than its manifest says."""
    icon = Image.open(io.BytesIO(files[name]))
    assert (icon.format, icon.size) == ("PNG", (SIDES[name], SIDES[name]))


def test_what_a_device_cuts_has_no_hole(files: dict[str, bytes]) -> None:
    """An icon of which the device cuts its own shape is paper to the corner."""
    whole = Image.open(io.BytesIO(files["icon-whole.png"])).convert("RGBA")
    assert whole.getpixel((0, 0)) == (251, 247, 239, 255)
