"""The list of what the site is made with."""

import json

from campaign.supply.licences import Licence
from campaign.supply.lock import Package
from campaign.supply.sbom import render_sbom

FOUND = [
    Licence(Package("te", "1.0", ("a" * 64,)), "MIT"),
    Licence(Package("kaffe", "2.0", ("b" * 64, "c" * 64)), None),
]


def test_each_package_is_a_component() -> None:
    """A program that looks for weaknesses finds name, version, address, licence and fingerprints of each package."""
    parsed = json.loads(render_sbom(FOUND, "site", "2026-02-03"))
    about = (parsed["bomFormat"], parsed["specVersion"], parsed["metadata"]["timestamp"])
    assert about == ("CycloneDX", "1.6", "2026-02-03T00:00:00+00:00")
    te = next(one for one in parsed["components"] if one["name"] == "te")
    assert te == {
        "bom-ref": "te==1.0",
        "hashes": [{"alg": "SHA-256", "content": "a" * 64}],
        "licenses": [{"license": {"name": "MIT"}}],
        "name": "te",
        "purl": "pkg:pypi/te@1.0",
        "type": "library",
        "version": "1.0",
    }
    assert [one["name"] for one in parsed["components"]] == ["kaffe", "te"]


def test_the_same_lock_gives_the_same_bytes() -> None:
    """Two lists of a day differ only if the packages do."""
    first, again = (render_sbom(found, "site", "2026-02-03") for found in (FOUND, FOUND[::-1]))
    assert json.loads(first)["components"] == json.loads(again)["components"]
    assert first == render_sbom(FOUND, "site", "2026-02-03")


def test_a_package_of_npm_has_its_own_address() -> None:
    """The web editor's packages are found in their own registry, by scope and name, with the digest that npm has."""
    one = Licence(Package("@te/kaffe", "1.0", ("d" * 128,), "npm"), "ISC")
    [found] = json.loads(render_sbom([one], "site", "2026-02-03"))["components"]
    assert (found["bom-ref"], found["purl"]) == ("@te/kaffe@1.0", "pkg:npm/%40te/kaffe@1.0")
    assert (found["hashes"], found["licenses"]) == (
        [{"alg": "SHA-512", "content": "d" * 128}],
        [{"license": {"name": "ISC"}}],
    )
