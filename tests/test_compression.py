"""Files compressed once."""

import gzip
from pathlib import Path

import brotli
import pytest

from campaign import compression
from campaign.compression import write_compressed
from campaign.policy import load_policy

PAGE = b"<p>Ett stycke som sades om och om igen.</p>\n" * 50


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site of a page, a tiny text and a picture."""
    site = tmp_path / "site"
    site.mkdir()
    for name, raw in {"index.html": PAGE, "robots.txt": b"User-agent: *\n", "a.png": PAGE}.items():
        (site / name).write_bytes(raw)
    return site


def test_texts_lie_compressed_beside_themselves(folder: Path, tmp_path: Path) -> None:
    """Every text that gains by it, in both ways, and nothing that is small or compressed by itself."""
    count = write_compressed(folder, load_policy(), tmp_path)
    whole = [
        brotli.decompress((folder / "index.html.br").read_bytes()),
        gzip.decompress((folder / "index.html.gz").read_bytes()),
    ]
    names = sorted(path.name for path in folder.iterdir())
    assert (count, names, whole) == (
        2,
        ["a.png", "index.html", "index.html.br", "index.html.gz", "robots.txt"],
        [PAGE, PAGE],
    )


def test_nothing_is_compressed_twice(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next publishing takes what has not changed from before, and gets the same bytes."""
    write_compressed(folder, load_policy(), tmp_path)
    first = (folder / "index.html.br").read_bytes()
    monkeypatch.setattr(compression, "WAYS", {".br": lambda _: b"new", ".gz": lambda _: b"new"})
    write_compressed(folder, load_policy(), tmp_path)
    assert (folder / "index.html.br").read_bytes() == first
