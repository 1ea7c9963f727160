"""The language of whoever types a command, and what help says in it.

Standard library only: in a fresh clone, where no package is yet, the list of commands speaks it already.
"""

import os
import re
import subprocess
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from campaign.settings import DEFAULT_LANGUAGE, MESSAGE_LANGUAGES, ROOT

# A file of TOML, and not of YAML as the other messages, for Python reads it without a package.
HELP_TEXTS = Path(__file__).parent / "campaign/help.toml"
_LANGUAGE = re.compile(r"--language(?:=|\s+)(\S+)")
# The words that stand for something: `[PATH]...`, `LANGUAGE=WORD`.
_METAVAR = re.compile(r"\b[A-Z][A-Z-]+\b")


def help_text(english: str, code: str) -> str:
    """What help says in English, as it stands in the code, in the language `code`."""
    return english if code == "en" else load_help_texts()[english][code]


def help_metavar(usage: str, code: str) -> str:
    """What is to be typed, with each word that stands for something in the language `code`: `[PATH]...` → `[FIL]...`."""
    return _METAVAR.sub(lambda found: help_text(found[0], code), usage)


@cache
def load_help_texts() -> Mapping[str, Mapping[str, str]]:
    """The English of help → each other language → how it says that."""
    return tomllib.loads(HELP_TEXTS.read_text(encoding="utf-8"))


def language_of(words: Sequence[str]) -> str:
    """The language that the words of a command wish for with `--language`, else the editor's own."""
    wished = [code for code in _LANGUAGE.findall(" ".join(words)) if code in MESSAGE_LANGUAGES]
    return wished[-1] if wished else own_language()


def without_language(words: Sequence[str]) -> list[str]:
    """The words of a command but for the language that they wish for."""
    return _LANGUAGE.sub("", " ".join(words)).split()


def own_language() -> str:
    """The editor's language, from CAMPAIGN_LANGUAGE, or `git config campaign.language`, or the computer."""
    if os.environ.get("CAMPAIGN_LANGUAGE"):
        return message_language(os.environ)
    try:
        asked = subprocess.run(
            ["git", "config", "--get", "campaign.language"],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
        )
    except OSError:  # an editor may have no Git
        return message_language(os.environ)
    kept = asked.stdout.strip()
    return message_language({**os.environ, "CAMPAIGN_LANGUAGE": kept} if kept else os.environ)


def message_language(environment: Mapping[str, str]) -> str:
    """The editor's language: CAMPAIGN_LANGUAGE, or else the computer's own if it has one, or else the project's first.

    A computer that speaks a fourth language gets English.
    """
    wanted = environment.get("CAMPAIGN_LANGUAGE") or environment.get("LC_ALL") or environment.get("LANG", "")
    code = wanted.partition(".")[0].partition("_")[0].lower()
    if code in ("", "c", "posix"):
        return DEFAULT_LANGUAGE.code
    code = {"nb": "no", "nn": "no"}.get(code, code)
    return code if code in MESSAGE_LANGUAGES else "en"
