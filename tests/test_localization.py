"""The language of whoever types a command: how it is found, and what help says in it."""

import subprocess
import sys
from pathlib import Path

import pytest

import environment
import localization
import make as command_line
from campaign.settings import MESSAGE_LANGUAGES
from localization import help_metavar, language_of, load_help_texts, message_language, without_language
from real_site import ROOT
from test_make import COMMANDS, listed_commands

TRANSLATED = sorted(set(MESSAGE_LANGUAGES) - {"en"})
RENAME = {
    "sv": """\
Skriv så här: make.py rename [TILLVAL] GAMMALT NYTT

  Ge en sida eller en post ett annat namn. Länkar, hänvisningar och gamla
  adresser följer med.

Efter kommandot:
  GAMMALT  En sida utan språk, som news/spring-day.md, eller en post, som
           speakers/anna.
  NYTT     Vad den ska heta, skrivet på samma sätt.

Tillval:
  --language [sv|no|en]  Språket i meddelanden och hjälp. Annars det som `git
                         config campaign.language` säger, eller datorns.
  --address SPRÅK=ORD    Sidans ord i adressen på ett språk: sv=ung.
  --dry-run              Visa vad som skulle ändras, utan att skriva något.
  -h, --help             Visa den här hjälpen.
""",
    "no": """\
Skriv slik: make.py rename [VALG] GAMMELT NYTT

  Gi en side eller en post et annet navn. Lenker, henvisninger og gamle
  adresser følger med.

Etter kommandoen:
  GAMMELT  En side uten språk, som news/spring-day.md, eller en post, som
           speakers/anna.
  NYTT     Hva den skal hete, skrevet på samme måte.

Valg:
  --language [sv|no|en]  Språket i meldinger og hjelp. Ellers det som `git
                         config campaign.language` sier, eller språket til
                         maskinen.
  --address SPRÅK=ORD    Ordet for siden i adressen på ett språk: no=ung.
  --dry-run              Vis hva som ville blitt endret, uten å skrive noe.
  -h, --help             Vis denne hjelpen.
""",
}


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"CAMPAIGN_LANGUAGE": "no", "LANG": "sv_SE.UTF-8"}, "no"),
        ({"LC_ALL": "sv_SE.UTF-8", "LANG": "en_GB.UTF-8"}, "sv"),
        ({"LANG": "nb_NO.UTF-8"}, "no"),
        ({"LANG": "nn_NO.UTF-8"}, "no"),
        ({"LANG": "SV"}, "sv"),
        ({"LANG": "C.UTF-8"}, "sv"),
        ({"LC_ALL": "POSIX"}, "sv"),
        ({"CAMPAIGN_LANGUAGE": "", "LANG": "de_DE"}, "en"),
        ({}, "sv"),
    ],
)
def test_messages_come_in_the_editors_language(environment: dict[str, str], language: str) -> None:
    """The computer's own language is used, unless the editor wishes another; where it has none, the project's first is."""
    assert message_language(environment) == language


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (["check", "--language", "no", "--help"], "no"),
        (["check", "--help", "--language=no"], "no"),
        (["check", "--language", "no", "--language", "sv"], "sv"),
        (["check", "--language", "fi"], "en"),
        (["check", "--language"], "en"),
    ],
)
def test_a_language_that_is_wished_for_goes_before_the_editors_own(
    words: list[str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever it stands among the words, for help comes before the other words are looked at."""
    monkeypatch.setenv("CAMPAIGN_LANGUAGE", "en")
    assert language_of(words) == language


def test_the_wish_for_a_language_is_no_command() -> None:
    """Who asks for the list in Norwegian gets the list."""
    assert (
        without_language(["--language", "no", "help"])
        == without_language(["help", "--language=no"])
        == ["help"]
    )


@pytest.mark.parametrize("language", MESSAGE_LANGUAGES)
def test_the_list_of_commands_needs_nothing_installed(language: str) -> None:
    """On a fresh machine it is there before any package is, in the language of whoever asks."""
    bare = [sys.executable, "-S", "scripts/make.py", "help", "--language", language]
    result = subprocess.run(bare, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert listed_commands(result.stdout) == COMMANDS


def test_whoever_reads_the_list_may_stop() -> None:
    """`make.py help | head -1` shows a line and nothing else."""
    command = [sys.executable, "-S", "scripts/make.py", "help"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == (b"", 0)


@pytest.mark.parametrize("language", TRANSLATED)
def test_help_of_a_command_is_in_the_language_of_the_editor(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever reads it needs no English: not for what the command does, nor for its words, nor for what is around them."""
    assert command_line.main(["rename", "--help", "--language", language]) == 0
    assert capsys.readouterr().out == RENAME[language]


def test_a_default_is_told_in_the_language_of_the_editor(capsys: pytest.CaptureFixture[str]) -> None:
    """What holds where nothing is chosen is part of the help."""
    command_line.main(["serve", "--help", "--language", "sv"])
    assert (
        "  --port TAL             Porten på datorn där den visas. [annars 8000]\n" in capsys.readouterr().out
    )


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """All that help asks words for, while it has none."""
    english: set[str] = set()

    class Nothing(dict[str, dict[str, str]]):
        def __missing__(self, text: str) -> dict[str, str]:
            english.add(text)
            return dict.fromkeys(TRANSLATED, text)

    monkeypatch.setattr(localization, "load_help_texts", Nothing)
    return english


def test_no_command_is_there_without_its_words(
    asked: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each command, argument and option says in Swedish and Norwegian what it is for; and no words are left of one that is gone."""
    monkeypatch.setenv("CAMPAIGN_LANGUAGE", "no")
    for words in (["help"], *([name, "--help"] for name in COMMANDS)):
        command_line.main(words)
    monkeypatch.setattr(environment, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(environment, "_run", lambda _command: None)
    environment.prepare(environment.SITE_LOCK, "no")
    known = load_help_texts()
    assert (asked - set(known), set(known) - asked) == (set(), set())
    assert {
        text: list(translated) for text, translated in known.items() if list(translated) != ["sv", "no"]
    } == {}


def test_what_stands_for_a_word_is_translated_and_what_is_typed_is_not() -> None:
    """`--address LANGUAGE=WORD` is typed with words of one's own after an option of ours."""
    assert help_metavar("[-- PYTEST-ARGUMENT...] --address LANGUAGE=WORD [sv|no|en]", "sv") == (
        "[-- ORD-TILL-PYTEST...] --address SPRÅK=ORD [sv|no|en]"
    )
