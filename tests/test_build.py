"""From targets to a published site."""

from pathlib import Path

from campaign.build import Made, make_all, write_files, write_published
from campaign.reads import Once, note


def some(**files: bytes) -> dict[str, Made]:
    """Finished files, by a name without its ending."""
    return {f"{name}.html": Made(content, frozenset()) for name, content in files.items()}


def below(folder: Path) -> dict[str, bytes]:
    """The files below a folder: path → bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_every_target_is_made_in_order() -> None:
    """Each address gets what its own target makes, in the order of the registry, however many work at once."""
    targets = {f"{n}.txt": str(n).encode for n in range(40)}
    found = [(address, made.content) for address, made in make_all(targets)]
    assert found == [(f"{n}.txt", str(n).encode()) for n in range(40)]


def test_a_folder_holds_what_was_made_and_nothing_older(tmp_path: Path) -> None:
    """A page that is gone from the content is gone from the site."""
    write_files(tmp_path / "site", some(gone=b"old", index=b"old"))
    write_files(tmp_path / "site", some(index=b"new", other=b"c"))
    assert below(tmp_path / "site") == {"index.html": b"new", "other.html": b"c"}


def test_the_new_site_stands_where_the_old_one_was(tmp_path: Path) -> None:
    """After publishing there is the new site and nothing of the old, whether there was one or not."""
    for content in (b"first", b"second"):
        write_files(tmp_path / "cache/site", some(index=content))
        write_published(tmp_path / "site", tmp_path / "cache/site")
    assert below(tmp_path) == {"site/index.html": b"second"}


def test_it_is_known_what_each_file_was_made_of() -> None:
    """What a target reads is noted for it alone, what several share for each of them."""
    shared = Once(lambda: note("shared") or b"")
    targets = {"a": lambda: note("a") or shared(), "b": lambda: note("b") or shared(), "c": bytes}
    reads = {address: sorted(made.reads) for address, made in make_all(targets)}
    assert reads == {"a": ["a", "shared"], "b": ["b", "shared"], "c": []}
