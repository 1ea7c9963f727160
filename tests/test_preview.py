"""The site while somebody writes: what is shown after each save, and what stays when a save is broken."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from campaign.preview import Preview
from campaign.problems import Problem
from conftest import TODAY
from real_site import ROOT, copy_content

MOVE, MOVE_SHOWN = "content/sv/move.md", "flytta/index.html"
PLACE, PLACE_SHOWN = "content/data/municipalities/exempelby.yml", "kommuner/exempelby/index.html"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The good specimen with the real templates, for one test to write in."""
    shutil.copytree(ROOT / "overrides", tmp_path / "overrides")
    return copy_content(tmp_path)


@pytest.fixture
def preview(folder: Path) -> Preview:
    """The preview of that copy, never built before."""
    return Preview(folder, TODAY, folder / "site")


def save(preview: Preview, name: str, old: str, new: str) -> None:
    """Change one passage of a file, as an editor's program does."""
    path = preview.root / name
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(before.replace(old, new), encoding="utf-8")
    preview.save([path])


@pytest.mark.parametrize(
    ("file", "old", "new", "shown"),
    [
        (MOVE, "Packa väskan.", "Packa två väskor.", MOVE_SHOWN),
        (PLACE, "I Exempelby går tåget", "I Exempelby går båten", PLACE_SHOWN),
        (
            "overrides/layouts/municipalities.html",
            '<div class="wrap whole"',
            '<div data-new class="wrap whole"',
            PLACE_SHOWN,
        ),
        ("content/data/labels.yml", "skip: {sv: ", "skip: {sv: Nytt ", PLACE_SHOWN),
    ],
)
def test_what_was_saved_is_shown(preview: Preview, file: str, old: str, new: str, shown: str) -> None:
    """A text, a record, a template or a word: the next look at the page has it."""
    before = preview.page(shown)
    save(preview, file, old, new)
    assert preview.page(shown) != before
    assert new.removeprefix("skip: {sv: ").encode() in (preview.page(shown) or b"")


def test_a_page_that_did_not_change_stays_as_it_is(preview: Preview) -> None:
    """Nobody's page is shown again for a save that is not about it."""
    before = preview.digest(PLACE_SHOWN)
    save(preview, MOVE, "Packa väskan.", "Packa två väskor.")
    assert preview.digest(PLACE_SHOWN) == before


def test_content_that_cannot_be_read_leaves_the_last_good_page(preview: Preview) -> None:
    """A quotation mark that was never closed takes no page away, and is told with its file."""
    before = preview.page(PLACE_SHOWN)
    save(preview, PLACE, "name: Exempelby", 'name: "Exempelby')
    preview.check()
    assert preview.page(PLACE_SHOWN) == before
    assert {problem.path for problem in preview.problems} >= {PLACE}


def test_a_fault_that_only_the_checks_find_is_shown_and_told(preview: Preview) -> None:
    """The page with the dead link is there at once; what is wrong with it follows."""
    save(preview, MOVE, "municipalities/exempelby.md#housing", "municipalities/exempelby.md#nowhere")
    assert b"#nowhere" in (preview.page(MOVE_SHOWN) or b"")
    assert (preview.check(), [problem.code for problem in preview.problems]) == (True, ["P212"])
    assert preview.check() is False


def test_a_page_that_cannot_be_made_stays_and_its_fault_is_told_once(preview: Preview) -> None:
    """A template that fails leaves the last good page, and the traceback goes to whoever wrote it."""
    before = preview.page(PLACE_SHOWN)
    save(preview, "overrides/layouts/municipalities.html", "{% import", "{{ nobody.knows }}{% import")
    assert preview.page(PLACE_SHOWN) == before
    [fault] = preview.faults()
    assert "'nobody' is undefined" in fault
    assert preview.faults() == []


def test_a_renamed_folder_is_followed(preview: Preview) -> None:
    """A branch that moves things leads to the new addresses, and from the old ones away."""
    swedish = preview.root / "content/sv"
    (swedish / "midsummer.md").rename(swedish / "solstice.md")
    preview.save([swedish])
    assert (preview.page("midsummer/index.html"), preview.page("solstice/index.html") is None) == (
        None,
        False,
    )


def test_pages_name_the_size_that_a_book_had_when_it_was_built(preview: Preview, folder: Path) -> None:
    """The guide's page need not wait for the guide; who asks for the guide itself gets it as it is now."""
    address = "downloads/hr-guide-sv.pdf"
    built = folder / "site" / address
    built.parent.mkdir(parents=True)
    built.write_bytes(bytes(123_000))
    preview.save([])
    assert b"123" in (preview.page("hr-guide/index.html") or b"")
    assert (preview.page(address) or b"")[:5] == b"%PDF-"


def test_an_address_that_leads_nowhere_has_no_file(preview: Preview) -> None:
    """The server says so, and not the preview."""
    assert preview.page("finns/inte/index.html") is None


def test_a_check_ends_with_the_next_save(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody will read keeps no processor from the page that is waited for."""
    begun = []

    def steps(*_: object) -> Iterator[list[Problem]]:
        for number in range(3):
            begun.append(number)
            if number == 1:
                save(preview, MOVE, "Packa väskan.", "Packa två väskor.")
            yield []

    monkeypatch.setattr("campaign.preview.check_steps", steps)
    assert (preview.check(), begun) == (False, [0, 1])
