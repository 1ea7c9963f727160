"""Zip files read again: each file within as if it were published alone."""

from campaign.outputs.zip_files import build_zip
from proof.planting import list_faults


def test_what_lies_within_is_proven_too() -> None:
    """A program among the forms, a file that is not what it says, and a name that leads out are found."""
    names = ("a.exe", "a.pdf", "../a.docx")
    found = [[code for _, _, code, _ in list_faults("a.zip", build_zip({name: b"x"}))] for name in names]
    assert found == [["OUT_KIND"]] * 3
