"""A word → its stem, which is the same for all its endings, so that »kommunerna« finds »kommun«.

The reader's browser does the same with the same regular expression, which is a part of the index.
"""

import re
import unicodedata
from functools import cache

# The endings of nouns, adjectives and verbs, with which a word of the index and one of a query are made alike. What is left
# need be no word: »sommar« becomes »somm« in both places. A noun in -ing has the stem of its verb.
_ENDINGS = {
    "sv": (
        "ing ingar ingarna ingars ingen ingens ning ningar ningarna ningars ningen ningens",
        "a an ans ade ande ar are aren arens arna arnas ars e en ena enas ens er erna ernas ers es et ets or orna ornas ors",
    ),
    "no": (
        "ing ingen ingens inger ingene ingers",
        "a ane anes e ede en ende ene enes ens er ere eren erens erne ernes ers es et ets",
    ),
    "en": ("ing ings", "e ed es s"),
}
# In a language whose endings nobody has listed, a word is its own stem.
_NONE = ("", "")
_UNMARKED = str.maketrans("øæ", "oa")


def endings(language: str) -> str:
    """The regular expression whose first or second group is the stem, for Python and for the browser."""
    of_nouns, others = (words.replace(" ", "|") for words in _ENDINGS.get(language, _NONE))
    return f"^(?:(.{{4,}}?)(?:{of_nouns})|(.{{3,}}?)(?:{others})?)$"


@cache
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(endings(language))


@cache
def stem(word: str, language: str) -> str:
    """The stem of a word in lower case."""
    found = _pattern(language).match(word)
    return (found[1] or found[2]) if found else word


@cache
def folded(word: str) -> str:
    """A word without the marks that a foreign keyboard lacks: `bønder` → `bonder`."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word.translate(_UNMARKED))
    return "".join(part for part in parts if not unicodedata.combining(part))
