"""From targets to a published site."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from campaign.build import make_all, write_all, write_published, write_recovered
from campaign.cache import Extract, ExtractableTarget, Outputs, Store
from campaign.output_folder import WrittenFile
from campaign.reads import Once, Output, record_read
from campaign.site import Targets
from conftest import ROOT


def some(**files: bytes) -> Targets:
    """Targets that read the key of their name, by a name without its ending."""
    return {f"{name}.html": (lambda name=name: record_read(name) or files[name]) for name in files}


def _linked(page: Path) -> None:
    """A link to a file elsewhere stands where the page was."""
    other = page.parents[1] / "other"
    other.write_bytes(b"other")
    page.unlink()
    page.symlink_to(other)


def below(folder: Path) -> dict[str, bytes]:
    """The files below a folder: path → bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_every_target_is_made_in_order() -> None:
    """Each address gets what its own target makes, in the order of the registry."""
    targets = {f"{n}.txt": str(n).encode for n in range(40)}
    found = [(address, made.content) for address, made in make_all(targets)]
    assert found == [(f"{n}.txt", str(n).encode()) for n in range(40)]


def test_a_folder_holds_what_was_made_and_nothing_older(tmp_path: Path) -> None:
    """A page that is gone from the content is gone from the site."""
    list(write_all(tmp_path / "site", some(gone=b"old", index=b"old")))
    laid = dict(write_all(tmp_path / "site", some(index=b"new", other=b"c")))
    assert below(tmp_path / "site") == {"index.html": b"new", "other.html": b"c"}
    assert {address: file.reads for address, file in laid.items()} == {
        "index.html": ("index",),
        "other.html": ("other",),
    }


def test_the_new_site_stands_where_the_old_one_was(tmp_path: Path) -> None:
    """After publishing there is the new site, and the old one lies where the next one is made."""
    for content in (b"first", b"second"):
        list(write_all(tmp_path / "cache/site", some(index=content)))
        write_published(tmp_path / "site", tmp_path / "cache/site")
    assert below(tmp_path) == {"site/index.html": b"second", "cache/site/index.html": b"first"}


def test_a_build_stopped_after_publishing_leaves_nothing_behind(tmp_path: Path) -> None:
    """Stopped when the new site was in place and the old one not yet where it is kept, the old one goes."""
    for folder in ("site", "cache/old-site"):
        list(write_all(tmp_path / folder, some(index=folder.encode())))
    write_recovered(tmp_path / "site", tmp_path / "cache/site")
    assert below(tmp_path) == {"site/index.html": b"site"}


def laid_again(
    folder: Path, values: dict[str, str], laid: Mapping[str, WrittenFile], **files: bytes
) -> dict[str, WrittenFile]:
    """How the files lie after a build that knows how they were laid."""
    before = Outputs(Store(folder / "store"), "code", values.get)
    return dict(write_all(folder / "site", some(**files), before, laid))


def test_what_is_as_it_was_stays_as_it_lies(tmp_path: Path) -> None:
    """Of two pages the one that reads another word is written, and the other is not even touched."""
    first = laid_again(tmp_path, {"a": "1", "b": "1"}, {}, a=b"a", b=b"b")
    again = laid_again(tmp_path, {"a": "1", "b": "2"}, first, a=b"a", b=b"new")
    assert [name for name in first if first[name].stamp == again[name].stamp] == ["a.html"]
    assert below(tmp_path / "site") == {"a.html": b"a", "b.html": b"new"}


@pytest.mark.parametrize("harm", [Path.unlink, lambda page: page.write_bytes(b"evil"), _linked])
def test_what_somebody_touched_is_laid_again(tmp_path: Path, harm: Callable[[Path], object]) -> None:
    """A page that is gone, written over or a link to another is made whole, and nothing is written through the link."""
    first = laid_again(tmp_path, {}, {}, a=b"a")
    harm(tmp_path / "site/a.html")
    laid_again(tmp_path, {}, first, a=b"a")
    assert below(tmp_path / "site") == {"a.html": b"a"}
    assert not (tmp_path / "site/a.html").is_symlink()
    assert (tmp_path / "other").read_bytes() == b"other" if (tmp_path / "other").exists() else True


def test_it_is_known_what_each_file_was_made_of() -> None:
    """What a target reads is noted for it alone, what several share for each of them."""
    shared = Once(lambda: record_read("shared") or b"")
    targets = {
        "a": lambda: record_read("a") or shared(),
        "b": lambda: record_read("b") or shared(),
        "c": bytes,
    }
    reads = {address: sorted(made.reads) for address, made in make_all(targets)}
    assert reads == {"a": ["a", "shared"], "b": ["b", "shared"], "c": []}


def test_a_build_stopped_while_publishing_loses_nothing(tmp_path: Path) -> None:
    """Between the old site and the new one there is a moment with neither; the next build puts the old one back."""
    site, staged = tmp_path / "site", tmp_path / "cache/site"
    list(write_all(tmp_path / "cache/old-site", some(index=b"old")))
    write_recovered(site, staged)
    assert below(site) == {"index.html": b"old"}


def counted(made: list[str], **contents: str) -> dict[str, Once[bytes]]:
    """Targets that read the key of their name and note in `made` that they were made."""

    def target(name: str, content: str) -> Once[bytes]:
        return Once(lambda: record_read(name) or made.append(name) or content.encode())

    return {name: target(name, content) for name, content in contents.items()}


def test_what_is_made_of_the_same_is_not_made_again(tmp_path: Path) -> None:
    """The second build takes all from the first; after one change only what read it is made."""
    made: list[str] = []
    values = {"a": "1", "b": "1"}
    before = Outputs(Store(tmp_path), "code", values.get)
    first = dict(make_all(counted(made, a="a", b="b"), before))
    again = dict(make_all(counted(made, a="a", b="b"), before))
    values["b"] = "2"
    dict(make_all(counted(made, a="a", b="b"), Outputs(Store(tmp_path), "code", values.get)))
    assert (first, made) == (again, ["a", "b", "b"])


def test_who_asks_for_a_kept_file_gets_it_without_its_being_made(tmp_path: Path) -> None:
    """A page that says how large a book is does not wait for pandoc when the book is at hand, and still counts its keys."""
    made: list[str] = []
    before = Outputs(Store(tmp_path), "code", {}.get)
    for size in ("1", "2"):
        targets = counted(made, book="b" * 9)
        page = {
            "page": lambda book=targets["book"], size=size: record_read(size) or str(len(book())).encode()
        }
        found = dict(make_all({**targets, **page}, before))
    assert (made, found["page"]) == (["book"], Output(b"9", ("1", "book")))


# A process of its own, for the one that runs the tests has threads, and is not copied. It notes which process made what.
TWO_PROCESSES = """
import os, sys
from pathlib import Path
sys.path.insert(0, "scripts")
from campaign.build import write_all
from campaign.cache import Outputs, Store
from campaign.reads import Once
os.cpu_count = lambda: 2
folder = Path({folder!r})
book = Once(lambda: str(os.getpid()).encode())
pages = {{str(n): (lambda: b"%s %d" % (book(), os.getpid())) for n in range(60)}}
before = Outputs(Store(folder / "store"), "code", {{}}.get)
list(write_all(folder / "site", {{**pages, "book": book}}, before))
made = [(folder / "site" / str(n)).read_bytes().split() for n in range(60)]
print(len({{one for one, _ in made}}), len({{two for _, two in made}}))
before.store.prune()
print(len(list((folder / "store").iterdir())), all(before.find(name) for name in pages))
"""


def test_processes_share_the_work_and_ask_for_the_same_book(tmp_path: Path) -> None:
    """A book is made once, whoever tells its size; and what another process made is used, and no rubbish."""
    result = subprocess.run(
        [sys.executable, "-c", TWO_PROCESSES.format(folder=str(tmp_path))],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (result.stdout.split(), result.stderr) == (["1", "2", "122", "True"], "")


def test_what_one_family_keeps_of_its_files_no_other_throws_away(tmp_path: Path) -> None:
    """Two families keep extracts of the same kind in the same folder, and each page is there to be found at the next build."""

    def of(names: str) -> Targets:
        extracts = {"size": Extract(lambda content: b"%d" % len(content), b"code", Store(tmp_path / "sizes"))}
        return {name: ExtractableTarget(name.encode, extracts) for name in names}

    list(write_all(tmp_path / "site", {**of("abcde"), **of("f")}))
    assert len(list((tmp_path / "sizes").iterdir())) == 6
