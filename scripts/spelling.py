"""Which words no dictionary knows, as hunspell says; where there is no hunspell, nobody is asked and every word passes."""

import re
import shutil
import subprocess
from collections.abc import Collection, Iterable

from environment import ROOT

DICTIONARIES = {"sv": "sv_SE", "no": "nb_NO"}
# Words that we have judged right, one a line, for each language.
JUDGED = ROOT / "tests/spelling"

_NOT_PROSE = re.compile(r"https?://\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:se|no|com|org|md|example)\b|\S+@\S+|\{\w+\}")
_WORD = re.compile(r"\b\w+(?:[-:’'][^\W_]+)*\b(?!-)")


def words_in(text: str) -> set[str]:
    """The words of a text; single letters and what has figures are none."""
    found = set(_WORD.findall(_NOT_PROSE.sub(" ", text)))
    return {word for word in found if len(word) > 1 and not re.search(r"\d", word)}


def unknown_words(words: Iterable[str], dictionaries: str) -> set[str]:
    """The words that hunspell finds in none of the dictionaries."""
    command = ["hunspell", "-d", dictionaries, "-i", "utf-8", "-l"]
    word_list = "\n".join(sorted(words))
    result = subprocess.run(command, input=word_list, capture_output=True, encoding="utf-8", check=True)
    return set(result.stdout.split())


def judged_right(code: str) -> set[str]:
    """The words that we have judged right, each with a small letter first and as it begins a sentence."""
    words = (JUDGED / f"{code}.txt").read_text(encoding="utf-8").split()
    return {*words, *(word[0].upper() + word[1:] for word in words)}


def misspelt(code: str, words: Collection[str]) -> set[str]:
    """The words that are neither in the dictionary of a language nor judged right."""
    if not words or not shutil.which("hunspell"):
        return set()
    return unknown_words(words, DICTIONARIES[code]) - judged_right(code)
