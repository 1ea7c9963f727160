"""The pure parts of the project's own environment."""

import hashlib
import sys
from pathlib import Path

import pytest

import environment


def test_the_environment_is_the_one_that_runs_the_tests() -> None:
    """The tests run on the locked packages and not on whatever the computer has."""
    assert (environment.inside(), Path(environment.python()).samefile(sys.executable)) == (True, True)


@pytest.mark.parametrize("lock", [environment.SITE_LOCK, environment.TEST_LOCK])
def test_a_changed_lock_file_is_noticed(lock: str) -> None:
    """The stamp of an environment is the content of its lock file."""
    raw = (environment.ROOT / lock).read_bytes()
    assert environment._digest(lock) == hashlib.sha256(raw).hexdigest()


def test_the_fast_installer_is_used_when_it_is_there() -> None:
    """With uv on the path, packages are installed by uv into our own environment."""
    assert environment._installer("/opt/uv") == [
        "/opt/uv",
        "pip",
        "install",
        "--quiet",
        "--python",
        environment.python(),
    ]


def test_pip_is_enough() -> None:
    """Without uv, the environment's own pip installs."""
    assert environment._installer(None)[:4] == [environment.python(), "-m", "pip", "install"]


def test_a_failing_command_says_everything() -> None:
    """Whoever prepares the environment sees what the failing command said."""
    command = [sys.executable, "-c", "import sys; print('out'); print('err', file=sys.stderr); sys.exit(3)"]
    with pytest.raises(SystemExit, match=r"out\nerr\n\nFailed"):
        environment._run(command)


def test_the_day_of_a_build_can_be_fixed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build can be repeated to the byte on another day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert environment.today() == "2026-01-01"


def test_an_environment_that_is_up_to_date_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Preparing an environment whose stamp fits the lock file does nothing, and says nothing."""
    stamp = tmp_path / "stamp"
    stamp.write_text(environment._digest(environment.SITE_LOCK))
    monkeypatch.setattr(environment, "STAMP", stamp)
    environment.prepare(environment.SITE_LOCK, "sv")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("lanes", "missed"), [(["site"], "default-jre-headless"), (["browser", "site"], "nginx")]
)
def test_only_what_a_lane_needs_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, lanes: list[str], missed: str
) -> None:
    """On a computer without Debian's installer, each lane says which packages it needs, and no other's."""
    monkeypatch.setattr(environment, "_is_there", lambda _sign: False)
    monkeypatch.setattr(environment.shutil, "which", lambda _program: None)
    environment.prepare_system(["unit"])
    with pytest.raises(SystemExit) as stopped:
        environment.prepare_system(lanes)
    named = str(stopped.value).partition(": ")[2].split()
    wanted = {package for lane in lanes for package in environment.LANES[lane].values()}
    assert (set(named), missed in named) == (wanted, True)


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        (
            "sv",
            "Förbereder .venv efter requirements.txt, bara den här gången. Det tar ungefär en minut …\nKlart efter 0 s.\n",
        ),
        ("en", "Preparing .venv from requirements.txt (once; about a minute) …\nReady after 0 s.\n"),
    ],
)
def test_who_waits_the_first_time_reads_why(
    code: str,
    sentences: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The first command that somebody types takes a minute, and says so in the language of whoever waits."""
    monkeypatch.setattr(environment, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(environment, "_run", lambda _command: None)
    environment.prepare(environment.SITE_LOCK, code)
    assert capsys.readouterr().out == sentences
