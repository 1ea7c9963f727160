"""Which words no dictionary knows."""

import pytest

import spelling


def test_a_word_has_letters_and_more_than_one() -> None:
    """Addresses, codes and numbers are not looked up."""
    assert spelling.words_in("Se https://a.example/b, skriv till a@b.se: 12 m på E16, i-land.") == {
        "Se",
        "skriv",
        "till",
        "på",
        "i-land",
    }


def test_where_there_is_no_hunspell_every_word_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor's own computer need not have it: the Git host's check has."""
    monkeypatch.setenv("PATH", "")
    assert spelling.misspelt("sv", {"kommunn"}) == set()


def test_nobody_is_asked_about_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A change without words costs no program."""
    monkeypatch.setattr(spelling, "unknown_words", None)
    assert spelling.misspelt("sv", set()) == set()
