"""The command line, as somebody who types it meets it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import environment
import make as command_line
from real_site import ROOT, SPECIMEN, make

COMMANDS = ["build", "serve", "check", "book", "status", "test", "generate", "lock", "help"]
EMPTY_RECORD, EMPTY_PAGE = "content/data/sources/empty.yml", "content/sv/empty.md"
IN_WORDS = {
    "sv": ("Filen är tom. Fyll den eller ta bort den.", "2 problem."),
    "no": ("Filen er tom. Fyll den ut eller fjern den.", "2 problemer."),
    "en": ("The file is empty. Fill it or remove it.", "2 problems."),
}


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A project whose content has two faults: a record and a page that are empty."""
    shutil.copytree(SPECIMEN / "content", tmp_path / "content")
    for path in (EMPTY_RECORD, EMPTY_PAGE):
        (tmp_path / path).touch()
    return tmp_path


def make_here(*words: str | Path) -> tuple[int, str, str]:
    """Exit code, output and complaints of `scripts/make.py` in the project itself."""
    result = make(ROOT, *map(str, words))
    return result.returncode, result.stdout, result.stderr


def _commands(text: str) -> list[str]:
    return [line.split()[0] for line in text.splitlines() if line.startswith("  ")]


def test_help_lists_every_command() -> None:
    """Who asks for help sees all that can be done."""
    code, text, complaints = make_here("help")
    assert (code, _commands(text), complaints) == (0, COMMANDS, "")


@pytest.mark.parametrize("words", [[], ["-h"], ["--help"]])
def test_who_types_no_command_gets_help(words: list[str]) -> None:
    """A first try without knowing any command ends in help, not in an error."""
    assert make_here(*words) == make_here("help")


def test_help_needs_nothing_installed() -> None:
    """On a fresh machine the list of commands is there before any package is."""
    bare = [sys.executable, "-S", "scripts/make.py", "help"]
    result = subprocess.run(bare, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert _commands(result.stdout) == COMMANDS


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["biuld"], "there is no command 'biuld'; python3 scripts/make.py help lists them"),
        (["build", "--fast"], "unrecognized arguments: --fast"),
        (
            ["check", "--format", "xml"],
            "argument --format: invalid choice: 'xml' (choose from 'text', 'json')",
        ),
        (["check", "--lang", "sv"], "unrecognized arguments: --lang"),
        (["check", "nowhere.md"], f"there is no file {ROOT / 'nowhere.md'}"),
        (["serve", "--port", "many"], "argument --port: invalid int value: 'many'"),
        (
            ["test", "unti"],
            "argument LANE: there is no lane 'unti'; there are unit, browser, site, books, content",
        ),
    ],
)
def test_wrong_usage_is_told_in_one_line(words: list[str], complaint: str) -> None:
    """A slip of the keyboard costs one line to read and says what was wrong."""
    assert make_here(*words) == (2, "", f"make.py: {complaint}\n")


def test_good_content_passes() -> None:
    """Without faults the check says so, and the shell may go on."""
    assert make_here("check", "--root", SPECIMEN) == (0, "No problems.\n", "")


@pytest.mark.parametrize("language", IN_WORDS)
def test_faults_are_told_in_the_language_of_the_editor(broken: Path, language: str) -> None:
    """All faults come at once, in Swedish, Norwegian or English, and the shell stops."""
    sentence, count = IN_WORDS[language]
    text = f"{EMPTY_RECORD}:1:1 S007 {sentence}\n{EMPTY_PAGE}:1:1 S007 {sentence}\n{count}\n"
    assert make_here("check", "--root", broken, "--language", language) == (1, text, "")


def test_faults_are_told_to_programs_too(broken: Path) -> None:
    """An editor's tool gets the same faults as data."""
    code, text, complaints = make_here("check", "--root", broken, "--format", "json")
    told = {"line": 1, "column": 1, "code": "S007", "message": IN_WORDS["en"][0]}
    faults = [{"path": path, **told} for path in (EMPTY_RECORD, EMPTY_PAGE)]
    assert (code, json.loads(text), complaints) == (1, faults, "")


@pytest.mark.parametrize(
    ("path", "found"), [("content/sv", [EMPTY_PAGE]), (EMPTY_RECORD, [EMPTY_RECORD]), ("content/no", [])]
)
def test_check_can_be_asked_about_one_place(broken: Path, path: str, found: list[str]) -> None:
    """Who works on one file or folder hears of its faults only."""
    code, text, _ = make_here("check", "--root", broken, "--format", "json", broken / path)
    assert (code, [fault["path"] for fault in json.loads(text)]) == (len(found), found)


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """What `make.py test` asks the system for, what it runs instead of running it, and the words of what must fail."""
    seen: dict[str, list[str]] = {"lanes": [], "ran": [], "failing": []}

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        step = " ".join(command[2:])
        seen["ran"].append(step)
        return subprocess.CompletedProcess(command, 3 if step in seen["failing"] else 0)

    monkeypatch.setattr(environment, "prepare_system", seen["lanes"].extend)
    monkeypatch.setattr(command_line.subprocess, "run", run)
    return seen


LINT = ["ruff check .", "ruff format --check .", "mypy"]
PYTEST = "pytest -n auto --maxschedchunk 1"


@pytest.mark.parametrize(
    ("words", "lanes", "ran"),
    [
        ([], list(environment.LANES), [*LINT, PYTEST]),
        (["unit"], ["unit"], [*LINT, f"{PYTEST} -m unit"]),
        (["books", "site"], ["books", "site"], [f"{PYTEST} -m books or site"]),
        (["--everything"], list(environment.LANES), [*LINT, f"{PYTEST} --everything"]),
        (["unit", "--", "-k", "links"], ["unit"], [*LINT, f"{PYTEST} -m unit -k links"]),
    ],
)
def test_a_lane_runs_what_is_its_own(
    steps: dict[str, list[str]], words: list[str], lanes: list[str], ran: list[str]
) -> None:
    """Who asks for a lane waits for nothing of another; who asks for none gets all."""
    assert (command_line.main(["test", *words]), steps["lanes"], steps["ran"]) == (0, lanes, ran)


@pytest.mark.parametrize("failing", [*LINT, PYTEST])
def test_a_failing_step_hides_no_other(
    steps: dict[str, list[str]], failing: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """All four run even if one fails, the last line names it, and the shell stops."""
    steps["failing"].append(failing)
    assert (command_line.main(["test"]), steps["ran"]) == (1, [*LINT, PYTEST])
    assert capsys.readouterr().out.splitlines()[-1] == f"Failed: {failing}"


def test_the_unit_lane_needs_nothing_of_the_system() -> None:
    """Whoever has Python can test a change before lunch."""
    assert environment.LANES["unit"] == {}
