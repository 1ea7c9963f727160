"""A finished folder, proven file by file."""

import gzip
from dataclasses import replace
from pathlib import Path

import brotli
import pytest

from campaign import proof
from campaign.cache import Bundle, Store
from campaign.proof import folder
from campaign.proof.folder import load_proof
from proof.planting import RULES


@pytest.fixture
def before(tmp_path: Path) -> Bundle[bool]:
    """An empty memory of what was proven."""
    return Bundle(Store(tmp_path / "cache"), "proofs")


def test_every_file_is_read_and_a_link_to_another_is_refused(tmp_path: Path, before: Bundle[bool]) -> None:
    """A file of a kind that nobody publishes and a link out of the folder are list_faults with their place."""
    site = tmp_path / "site"
    (site / "a").mkdir(parents=True)
    (site / "robots.txt").write_text("a")
    (site / "a/evil.exe").write_text("a")
    (site / "passwd.txt").symlink_to("/etc/passwd")
    found = {address: [one.code for one in problems] for address, problems in load_proof(site, RULES, before)}
    assert found == {"a/evil.exe": ["OUT_KIND"], "passwd.txt": ["OUT_KIND"], "robots.txt": []}


def test_a_compressed_file_says_what_its_original_says(tmp_path: Path, before: Bundle[bool]) -> None:
    """Most readers get the compressed file, so another text in it is found, and so is a damaged one."""
    for name, raw in {
        "a.txt": b"a",
        "a.txt.gz": gzip.compress(b"a"),
        "a.txt.br": brotli.compress(b"b"),
    }.items():
        (tmp_path / name).write_bytes(raw)
    (tmp_path / "b.txt").write_bytes(b"b")
    (tmp_path / "b.txt.gz").write_bytes(b"damaged")
    found = [address for address, problems in load_proof(tmp_path, RULES, before) if problems]
    assert found == ["a.txt.br", "b.txt.gz"]


def test_what_was_proven_is_not_read_again(
    tmp_path: Path, before: Bundle[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that is as it was costs a digest; another rule, and it is proven again."""
    asked: list[str] = []
    monkeypatch.setattr(folder, "prove", lambda address, *_: asked.append(address) or [])
    (tmp_path / "site").mkdir()
    (tmp_path / "site/robots.txt").write_text("a")
    store = before._store
    for rules in (RULES, RULES, replace(RULES, code="other")):
        memory: Bundle[bool] = Bundle(store, "proofs")
        dict(load_proof(tmp_path / "site", rules, memory))
        memory.write()
    assert asked == ["robots.txt"] * 2
    assert proof.prove is not folder.prove
