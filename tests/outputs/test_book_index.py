"""The registers of the printed guide."""

from collections.abc import Callable

import pytest

from campaign.content import load_content
from campaign.outputs.book_index import index_key, law_index, neighbour_tag, word_index
from campaign.settings import BY_CODE
from campaign.site import Site
from conftest import Changes

World = Callable[..., Site]
WORDS: Changes = {
    "content/data/register.yml": """\
words:
  sv:
    - {word: örn}
    - {word: kaffe, chapter: first-day}
    - {word: te, forms: [tekopp]}
    - {word: ål}
    - {word: verneombud, foreign: true}
  no:
    - {word: ås}
    - {word: ærfugl}
    - {word: øl}
  en:
    - {word: tea}
    - {word: coffee}
"""
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Kaffet är varmt.", ["kaffe"]),
        ("En tekopp, tre koppar te.", ["te"]),
        ("Tegel är inget te.", ["te"]),
        ("Tegel.", []),
        ("Latte med kaffesmak och ål.", ["kaffe", "ål"]),
    ],
)
def test_a_word_is_found_with_its_endings(world: World, text: str, found: list[str]) -> None:
    """Whoever looks a word up finds it in every form, and an abbreviation only where it stands alone."""
    assert index_key(world(WORDS).content, BY_CODE["sv"])(text) == found


def test_without_words_nothing_is_found(world: World) -> None:
    """A guide may do without a register of words."""
    site = world({"content/data/register.yml": "{}\n"})
    assert (index_key(site.content, BY_CODE["sv"])("Kaffe."), word_index(site.content, BY_CODE["sv"])) == (
        [],
        [],
    )


@pytest.mark.parametrize(
    ("code", "order"),
    [
        ("sv", ["kaffe", "te", "verneombud", "ål", "örn"]),
        ("no", ["ærfugl", "øl", "ås"]),
        ("en", ["coffee", "tea"]),
    ],
)
def test_words_stand_in_the_order_of_their_language(world: World, code: str, order: list[str]) -> None:
    """Swedish ends with å, ä, ö, and Norwegian with æ, ø, å; others have the order of the alphabet."""
    assert [one["word"] for one in word_index(world(WORDS).content, BY_CODE[code])] == order


def test_a_word_tells_where_it_is_explained(world: World) -> None:
    """The number of the chapter's page stands first, and a foreign word is told as such."""
    found = word_index(world(WORDS).content, BY_CODE["sv"])
    assert (found[0], found[2]["foreign"]) == (
        {"id": "kaffe", "word": "kaffe", "letter": "K", "main": "first-day", "foreign": False},
        True,
    )


@pytest.mark.parametrize(
    ("code", "acts"),
    [("sv", [("exempellagen", "SE"), ("eksl.", "NO")]), ("no", [("eksl.", "NO"), ("exempellagen", "SE")])],
)
def test_the_law_of_the_own_country_comes_first(
    good_site: Site, code: str, acts: list[tuple[str, str]]
) -> None:
    """Each act has its sections by number, and each section the places of the rules that rest on it."""
    found = law_index(good_site.content, BY_CODE[code])
    assert [(act["name"], act["country"]) for act in found] == acts
    own = next(act for act in found if act["country"] == "SE")
    assert own["sections"] == [{"name": "6 a §", "rules": ["first-day-rule-se-coffee"]}]


def test_the_neighbour_s_words_have_its_language(good_site: Site) -> None:
    """A Norwegian word in a Swedish book is read aloud as Norwegian; where there is no other country it is one of the guide's own."""
    both, none = good_site.content, load_content({})[0]
    found = [[neighbour_tag(content, BY_CODE[code]) for code in BY_CODE] for content in (both, none)]
    assert found == [["nb", "sv", "sv"], ["sv", "nb", "en"]]
