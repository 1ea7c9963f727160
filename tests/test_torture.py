"""Torture notices what breaks."""

from pathlib import Path

import pytest

import torture
from campaign.publish import folder
from torture import SPECIMEN, Outcome

pytestmark = pytest.mark.site


def test_what_holds_is_told_as_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Slips of the pen are borne, and neither a stop nor a full disk costs readers the site."""
    monkeypatch.setattr(folder.os, "sync", lambda: None)
    stops = torture._stops(tmp_path)
    assert (stops.done > 30, stops.broken) == (True, 0)
    assert torture._full_disk(tmp_path) == Outcome("publications to a full disk", 1, 0)
    assert torture._mutants("slips", SPECIMEN, 13, 5) == Outcome("slips", 13, 0)


def test_a_traceback_is_a_breach(monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that falls over a file is counted for each time."""

    def falling(_tree: object) -> None:
        raise KeyError("page")

    monkeypatch.setattr(torture, "check_tree", falling)
    assert torture._mutants("slips", SPECIMEN, 6, 2) == Outcome("slips", 6, 3)


def test_a_site_that_is_gone_for_a_moment_is_a_breach(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link that is taken away before the new one is there leaves a moment without a site, which is found."""
    monkeypatch.setattr(folder.os, "sync", lambda: None)

    def switch(target: Path, name: str) -> None:
        link = target / folder.CURRENT
        link.unlink(missing_ok=True)
        link.symlink_to(Path(folder.RELEASES) / name)

    monkeypatch.setattr(folder, "_switch", switch)
    assert torture._stops(tmp_path).broken == 1
