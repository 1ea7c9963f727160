"""Zip files without a clock."""

import io
import zipfile

from campaign.outputs.zip_files import build_zip, read_zip

FILES = {"b/ett.txt": b"ett" * 99, "a.txt": "två".encode()}


def test_what_goes_in_comes_out() -> None:
    """Nothing is lost on the way."""
    assert read_zip(build_zip(FILES)) == FILES


def test_the_same_files_are_the_same_bytes() -> None:
    """Neither the order in which files were made nor the time of day shows."""
    assert build_zip(FILES) == build_zip(dict(reversed(FILES.items())))
    with zipfile.ZipFile(io.BytesIO(build_zip(FILES))) as packed:
        assert [(info.filename, info.date_time[0]) for info in packed.infolist()] == [
            ("a.txt", 1980),
            ("b/ett.txt", 1980),
        ]
