"""Programs beside ours."""

import os
import sys

import pytest

from campaign.programs import run_program

SAID = "import os; print(sorted(set(os.environ) - {'LC_CTYPE'}), os.environ['LC_ALL'], os.environ['TZ'])"


def test_a_program_hears_nothing_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Language, time zone and home of whoever builds reach no program, so they reach no file."""
    for name, value in {"LC_ALL": "C", "TZ": "Pacific/Kiritimati", "LANG": "sv_SE", "OWN": "a"}.items():
        monkeypatch.setenv(name, value)
    found = run_program([sys.executable, "-c", SAID]).decode()
    names = sorted({"HOME", "LC_ALL", "PATH", "SOURCE_DATE_EPOCH", "TMPDIR", "TZ"})
    assert found == f"{names} C.UTF-8 UTC\n"
    assert os.environ["LC_ALL"] == "C"


def test_a_program_finds_its_files_and_what_it_is_given() -> None:
    """What belongs to the work lies beside it."""
    code = "import sys; print(open('a/b.txt').read() + sys.stdin.read())"
    assert run_program([sys.executable, "-c", code], b" given", {"a/b.txt": b"laid"}) == b"laid given\n"
