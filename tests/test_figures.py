"""Refreshing figures as an editor does it: the command, against a server that replays recorded answers."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import cli
import figures
import maintenance  # noqa: F401 (declares the command)
from campaign.checks import check_tree
from campaign.files import load_tree
from figures import Wish
from real_site import DAY_OF_SPECIMEN, copy_content
from refresh.conftest import cell
from replay import Replay, Reply, replaying
from transport import AT_HOME

SCB, SSB = "/scb/tables/TAB6471/data", "/ssb/tables/05810/data"
KPI, VALUES = "/kolada/kpi/U30446", "/kolada/data/kpi/U30446/municipality/9901"
EXEMPELBY = "content/data/municipalities/exempelby.yml"
EKSEMPELBY = "content/data/municipalities/eksempelby.yml"
PAGES = [f"content/{code}/municipalities/exempelby.md" for code in ("no", "sv")]


def scb(value: Any = 12400, region: tuple[str, str] = ("9901", "Exempelby")) -> Any:
    """SCB's recorded cell, as if it had been asked about Exempelby."""
    return cell("scb-TAB6471", value, Region=region)


def moved(value: Any = 7) -> Any:
    """Kolada's page, as if it had been asked about Exempelby."""
    values = [{"gender": "T", "value": value, "status": ""}]
    return {"values": [{"kpi": "U30446", "period": 2025, "municipality": "9901", "values": values}]}


@pytest.fixture
def server() -> Iterator[Replay]:
    """A server that knows the answers to all questions of the specimen."""
    with replaying() as replay:
        replay.says(SCB, Reply(scb()))
        replay.says(SSB, Reply(cell("ssb-05810", 9900, Region=("9902", "Eksempelby"))))
        replay.says(KPI, Reply({"values": [{"id": "U30446", "title": "Inflyttade, antal"}]}))
        replay.says(VALUES, Reply(moved()))
        yield replay


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The specimen, for one test alone."""
    return copy_content(tmp_path)


Refresh = Callable[..., tuple[int, str, dict[str, str]]]
NOTHING = Wish(only=(), skip=(), accept=(), dry_run=False, at=None)
TODAY = "2026-11-21"


@pytest.fixture
def refresh(server: Replay, copied: Path, capsys: pytest.CaptureFixture[str]) -> Refresh:
    """A function that refreshes as wished and gives the status, what was said, and the files that changed."""
    before = _texts(copied)

    def run(language: str = "en", **wish: Any) -> tuple[int, str, dict[str, str]]:
        status = figures.refresh(copied, replace(NOTHING, at=server.address, **wish), language, TODAY)
        changed = {name: text for name, text in _texts(copied).items() if text != before[name]}
        return status, capsys.readouterr().out, changed

    return run


def _texts(copied: Path) -> dict[str, str]:
    files = [path for path in (copied / "content").rglob("*") if path.suffix in (".yml", ".md")]
    return {path.relative_to(copied).as_posix(): path.read_text(encoding="utf-8") for path in files}


TABLE = """\
Fact                   Now     as of       New     as of       Unit    What the source says
eksempelby/population  9,876   2024-03     9,900   2025-01-01  number  05810: Population, by sex and age 1845-2025: Persons
exempelby/population   12,345  2024-12-31  12,400  2026-04     antal   Folkmängden per månad efter region, ålder, kön och månad: Folkmängden per månad
exempelby/moved-in     –       –           7       2025        antal   Inflyttade, antal
"""


def test_old_and_new_stand_side_by_side(refresh: Refresh) -> None:
    """Before anything is written, whoever decides sees each figure with its dates, unit and meaning."""
    assert refresh(dry_run=True) == (0, TABLE + "Nothing was changed (--dry-run).\n", {})


def test_records_and_texts_in_both_languages_follow(refresh: Refresh, server: Replay) -> None:
    """A figure changes in its record and wherever a text tells it, and every question says who asks."""
    status, output, changed = refresh()
    assert (status, output) == (0, TABLE + "4 files were changed. Read them before you commit them.\n")
    assert sorted(changed) == sorted([EKSEMPELBY, EXEMPELBY, *PAGES])
    assert all("[12\u00a0400](fact:population)" in changed[page] for page in PAGES)
    wanted = (
        'value: 12400\n    unit: inhabitants\n    as_of: "2026-04"\n    source: exempelbyran-folkmangd-2024\n'
    )
    assert wanted + '    checked: "2026-11-21"\n    query:' in changed[EXEMPELBY]
    assert {name for _, _, name in server.asked} == {
        "inland-regions/1.0 (make.py refresh; +https://exempel.example/under/)"
    }


def test_after_a_refresh_nothing_is_wrong(refresh: Refresh, copied: Path) -> None:
    """What was written passes the checks, and a second refresh finds nothing new."""
    refresh()
    assert check_tree(load_tree(copied), today=TODAY)[2] == []
    after = _texts(copied)
    assert refresh()[0] == 0
    assert _texts(copied) == after


@pytest.mark.parametrize(
    ("path", "reply", "expected"),
    [
        (
            SCB,
            Reply(scb(123450)),
            "exempelby/population: the figure is 123\u00a0450, against 12\u00a0345 before",
        ),
        (SCB, Reply(scb(12400, ("9901", "Annanby"))), "exempelby/population: the code 9901 is now Annanby"),
        (
            SCB,
            Reply(scb(12400, ("2080", "Exempelby"))),
            "exempelby/population: the answer is about “2080”, not 9901",
        ),
        (SCB, Reply(scb(None)), "exempelby/population: the answer has no number for the period"),
        (SCB, Reply(scb(), cut=True), "exempelby/population: the answer is not whole"),
        (SCB, Reply(status=429), "exempelby/population: the service does not answer"),
        (SCB, Reply(status=404), "exempelby/population: the service does not know the question (answer 404)"),
        (KPI, Reply({"id": "U30446", "title": "Andel (%)"}), "exempelby/moved-in: the service counts in “%”"),
    ],
)
def test_an_odd_answer_stops_everything(
    refresh: Refresh, server: Replay, path: str, reply: Reply, expected: str
) -> None:
    """A fault changes no file, says which fact and why, and the command fails."""
    server.says(path, reply)
    status, output, changed = refresh()
    assert (status, changed) == (1, {})
    assert expected in output
    assert "Nothing was changed." in output


def test_silence_stops_everything(refresh: Refresh, server: Replay, monkeypatch: pytest.MonkeyPatch) -> None:
    """A service that takes the question and says nothing is told like one that is down."""
    monkeypatch.setattr("transport.AT_HOME", replace(AT_HOME, timeout=0.05))
    server.says(SCB, Reply(scb(), wait=0.5))
    status, output, changed = refresh(only=["exempelby/population"])
    assert (status, changed) == (1, {})
    assert "exempelby/population: the service does not answer" in output


def test_a_moment_of_too_many_questions_is_waited_out(refresh: Refresh, server: Replay) -> None:
    """A service that asks us to wait gets its moment, and then answers."""
    server.says(SCB, Reply(status=429, headers={"Retry-After": "0"}), Reply(scb()))
    status, _, changed = refresh(only=["exempelby/population"])
    assert (status, sorted(changed)) == (0, sorted([EXEMPELBY, *PAGES]))


def test_a_figure_of_odd_size_can_be_wanted(refresh: Refresh, server: Replay) -> None:
    """Who has looked and knows that the figure is right takes it by its name."""
    server.says(SCB, Reply(scb(123450)))
    status, _, changed = refresh(only=["scb"], accept=["exempelby/population"])
    assert (status, "value: 123450\n" in changed[EXEMPELBY]) == (0, True)


@pytest.mark.parametrize(
    ("wish", "paths"),
    [
        ({"only": ["eksempelby"]}, [SSB]),
        ({"only": ["population"]}, [SSB, SCB]),
        ({"only": ["kolada"]}, [KPI, VALUES]),
        ({"only": ["population"], "skip": ["ssb"]}, [SCB]),
        ({"only": ["eksempelby", "moved-in"]}, [SSB, KPI, VALUES]),
    ],
)
def test_an_editor_says_what_to_ask_for(
    refresh: Refresh, server: Replay, wish: dict[str, list[str]], paths: list[str]
) -> None:
    """A place, a fact or a service can be asked for alone or left out, and no other question is put."""
    assert refresh(dry_run=True, **wish)[0] == 0
    assert [path for path, *_ in server.asked] == paths


def test_a_name_that_fits_nothing_is_told(refresh: Refresh) -> None:
    """A slip in a name does not look like a refresh that found nothing new."""
    assert refresh(only=["exempelbyy"]) == (1, "No fact has a query that fits.\n", {})


def test_broken_content_is_fixed_first(refresh: Refresh, copied: Path) -> None:
    """Nothing is written into records that the checks complain of."""
    path = copied / EXEMPELBY
    path.write_text(path.read_text(encoding="utf-8").replace("value: 12345", "value: many"), encoding="utf-8")
    status, output, _ = refresh()
    assert (status, output) == (1, "First fix what python3 scripts/make.py check says.\n")


@pytest.mark.parametrize(
    ("language", "expected"),
    [("sv", "Inget har ändrats (--dry-run)."), ("no", "Ingenting er endret (--dry-run).")],
)
def test_what_was_found_is_told_in_the_editor_s_language(
    refresh: Refresh, language: str, expected: str
) -> None:
    """Swedish and Norwegian editors read it in their own language."""
    assert expected in refresh(language, dry_run=True)[1]


def test_the_command_takes_all_wishes(
    server: Replay, copied: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the handbook says to type is what happens."""
    words = [
        "--only",
        "population",
        "--skip",
        "ssb",
        "--accept",
        "exempelby/population",
        "--at",
        server.address,
        "--root",
        str(copied),
    ]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY_OF_SPECIMEN)
    server.says(SCB, Reply(scb(123450)))
    tried = cli.main(["refresh", "--dry-run", "--language", "sv", *words])
    assert (tried, capsys.readouterr().out.splitlines()[-1]) == (0, "Inget har ändrats (--dry-run).")
    done = cli.main(["refresh", "--language", "no", *words])
    assert (done, capsys.readouterr().out.splitlines()[-1][:8]) == (0, "3 filer ")
    assert "value: 123450" in (copied / EXEMPELBY).read_text(encoding="utf-8")
