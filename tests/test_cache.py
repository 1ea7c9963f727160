"""What was made before, and when it may be taken again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from campaign.cache import Bundle, Outputs, PassedChecks, Store
from campaign.reads import Output

PAGE = Output(b"<p>Hej", ("content/sv/a.md", "label:a.b.sv"))


def outputs(folder: Path, common: str = "code", **digests: str) -> Outputs:
    """Kept files of a project whose page read a text and a label."""
    now = {"content/sv/a.md": "1", "label:a.b.sv": "1", **digests}
    return Outputs(Store(folder), common, now.get)


def test_a_kept_file_is_found_with_what_it_read(tmp_path: Path) -> None:
    """Where all is as it was, the file is there; of another address nothing is known."""
    outputs(tmp_path).put("a/index.html", PAGE)
    after = outputs(tmp_path)
    assert (after.find("a/index.html"), after.find("b/index.html")) == (PAGE, None)


@pytest.mark.parametrize("change", [{"common": "other code"}, {"label:a.b.sv": "2"}])
def test_a_file_made_of_anything_else_is_not_taken(tmp_path: Path, change: dict[str, str]) -> None:
    """Other code or another word makes another file; with the old word back, the old file is back."""
    outputs(tmp_path).put("a/index.html", PAGE)
    assert (outputs(tmp_path, **change).find("a/index.html"), outputs(tmp_path).find("a/index.html")) == (
        None,
        PAGE,
    )


def test_a_file_that_reads_other_things_on_another_branch_is_found_on_both(tmp_path: Path) -> None:
    """Who goes to and fro between two branches makes each page once on each."""
    other = Output(b"<p>Hei", ("content/sv/b.md",))
    branch = {"content/sv/a.md": "2"}
    outputs(tmp_path).put("a/index.html", PAGE)
    outputs(tmp_path, **branch).put("a/index.html", other)
    assert outputs(tmp_path).find("a/index.html") in (PAGE, other)
    assert outputs(tmp_path, **{"content/sv/b.md": "3"}).find("a/index.html") == PAGE


def flipped(path: Path) -> None:
    """One bit of a file is another."""
    raw = bytearray(path.read_bytes())
    raw[-1] ^= 1
    path.write_bytes(raw)


def cut(path: Path) -> None:
    """The second half of a file is missing."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def swapped(path: Path) -> None:
    """A whole file, but another's."""
    Store(path.parent).put("other", b"another page")
    path.write_bytes((path.parent / "other").read_bytes())


@pytest.mark.parametrize("harm", [flipped, cut, swapped, lambda path: path.write_bytes(b""), Path.unlink])
def test_a_damaged_or_foreign_file_counts_as_missing(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    """Nothing is published because it lies in the right place; it is made again, and is then whole."""
    Store(tmp_path).put("page", b"content")
    harm(tmp_path / "page")
    found = Store(tmp_path).get("page")
    Store(tmp_path).put("page", b"content")
    assert (found, Store(tmp_path).get("page")) == (None, b"content")


def test_what_nobody_used_goes_but_for_the_newest(tmp_path: Path) -> None:
    """The folder holds at most twice what a build needs, and nothing of a build that was stopped."""
    for name in "abcd":
        Store(tmp_path).put(name, b"x")
    store = Store(tmp_path)
    assert store.get("a") == b"x"
    store.prune()
    assert len(list(tmp_path.iterdir())) == 2
    assert Store(tmp_path).get("a") == b"x"


def test_a_bundle_keeps_what_was_used(tmp_path: Path) -> None:
    """What a check asked for or found out is there next time; what nobody asked for is gone."""
    first = Bundle(Store(tmp_path), "values")
    for name in ("a", "b"):
        first.put(name, {"value": name})
    first.write()
    second = Bundle(Store(tmp_path), "values")
    assert second.get("a") == {"value": "a"}
    second.write()
    third = Bundle(Store(tmp_path), "values")
    assert (third.get("a"), third.get("b")) == ({"value": "a"}, None)


def test_a_file_is_sound_until_something_that_was_read_is_another(tmp_path: Path) -> None:
    """A text need not be looked at again, until it or a record that it names has changed."""
    now = {"text": "1", "record": "1"}
    first = Bundle(Store(tmp_path), "sound")
    PassedChecks(first, now.get).put("text", {"record"})
    first.write()
    kept = Bundle(Store(tmp_path), "sound")
    changes: list[dict[str, str]] = [{}, {"text": "2"}, {"record": "2"}]
    found = [PassedChecks(kept, {**now, **change}.get).contains("text") for change in changes]
    assert (found, PassedChecks(kept, now.get).contains("another text")) == ([True, False, False], False)
