"""Lock files, read."""

from campaign.supply.lock import Package, parse_lock, parse_npm_lock
from environment import PUBLISH_LOCK, SITE_LOCK
from real_site import ROOT

TEXT = f"""\
# by a tool
jinja2==3.1.6 \\
    --hash=sha256:{"a" * 64} \\
    --hash=sha256:{"b" * 64}
pagefind[bin]==1.5.2 ; sys_platform == 'linux' \\
    --hash=sha256:{"c" * 64}
"""


def test_a_lock_is_a_list_of_packages() -> None:
    """Name, version and every fingerprint are read; marks and comments are not."""
    assert parse_lock(TEXT) == [
        Package("jinja2", "3.1.6", ("a" * 64, "b" * 64)),
        Package("pagefind", "1.5.2", ("c" * 64,)),
    ]


def test_no_package_of_the_real_locks_is_overlooked() -> None:
    """Each line of the lock files that names a package gives one, with a fingerprint."""
    for name in (SITE_LOCK, PUBLISH_LOCK):
        text = (ROOT / name).read_text(encoding="utf-8")
        found = parse_lock(text)
        named = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
        assert (len(found), [package for package in found if not package.hashes]) == (len(named), [])


def test_a_lock_of_npm_says_licence_and_digest() -> None:
    """A package within another's folder is called as it is, a scope is a part of the name, and the project is no package."""
    text = """{"packages": {"": {"version": "1"},
        "node_modules/@te/kaffe": {"version": "1.0", "integrity": "sha512-AQI=", "license": "MIT"},
        "node_modules/a/node_modules/b": {"version": "2.0", "integrity": "sha512-/w=="}}}"""
    assert parse_npm_lock(text) == [
        (Package("@te/kaffe", "1.0", ("0102",), "npm"), "MIT"),
        (Package("b", "2.0", ("ff",), "npm"), None),
    ]


def test_each_package_of_the_web_editor_says_its_licence() -> None:
    """What the editor's browser runs is told of as what the site is made with."""
    found = parse_npm_lock((ROOT / "editor/package-lock.json").read_text(encoding="utf-8"))
    assert (len(found) > 50, [package.pin for package, licence in found if not licence]) == (True, [])
