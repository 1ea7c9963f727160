"""From targets to a published site."""

from pathlib import Path

from campaign.build import make_all, write_files, write_published


def below(folder: Path) -> dict[str, bytes]:
    """The files below a folder: path → bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_every_target_is_made_in_order() -> None:
    """Each address gets what its own target makes, in the order of the registry, however many work at once."""
    targets = {f"{n}.txt": str(n).encode for n in range(40)}
    assert list(make_all(targets)) == [(f"{n}.txt", str(n).encode()) for n in range(40)]


def test_a_folder_holds_what_was_made_and_nothing_older(tmp_path: Path) -> None:
    """A page that is gone from the content is gone from the site."""
    write_files(tmp_path / "site", {"gone/index.html": b"old", "index.html": b"old"})
    write_files(tmp_path / "site", {"index.html": b"new", "a/b.css": b"c"})
    assert below(tmp_path / "site") == {"index.html": b"new", "a/b.css": b"c"}


def test_the_new_site_stands_where_the_old_one_was(tmp_path: Path) -> None:
    """After publishing there is the new site and nothing of the old, whether there was one or not."""
    for content in (b"first", b"second"):
        write_files(tmp_path / "cache/site", {"index.html": content})
        write_published(tmp_path / "site", tmp_path / "cache/site")
    assert below(tmp_path) == {"site/index.html": b"second"}
