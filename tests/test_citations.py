"""Sources as citations: what a sentence says once its sources are small numbers."""

import pytest

from campaign.citations import cite
from campaign.markdown import CITATION, parse

SOURCES = {"a": "of-a", "b": "of-b"}


def cited(text: str, *, old: bool = False) -> str:
    """A line with its marks in square brackets: the source, and where in it."""
    line = cite(parse(text)[1].children or (), SOURCES.__getitem__, lambda _: old)
    return "".join(_shown(token.type, token.content, token.meta) for token in line)


def _shown(kind: str, content: str, meta: dict[str, str]) -> str:
    return f"[{' '.join(filter(None, (meta['source'], meta['at'])))}]" if kind == CITATION else content


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Bo bra ([X, 2024](source:x)). Gå.", "Bo bra.[x] Gå."),
        ("Bo bra ([X](source:x)), gå ([Y](source:y)): så", "Bo bra,[x] gå:[y] så"),
        ("Bo ([X](source:x)) bra", "Bo[x] bra"),
        ("Bo ([X](source:x))", "Bo[x]"),
        ("Bo ([X](source:x), [Y](source:y)).", "Bo.[x][y]"),
        ("Bo ([X](source:x); [Y](source:y)).", "Bo.[x][y]"),
        ("Bo ([X](source:x) och [Y](source:y)).", "Bo.[x][y]"),
        ("**Bo.** ([X](source:x)).", "Bo.[x]"),
        ("Bo m.m. ([X](source:x)). Gå", "Bo m.m.[x] Gå"),
        ("Vem? ([X](source:x)) Gå", "Vem?[x] Gå"),
    ],
)
def test_a_source_in_parentheses_becomes_a_mark_after_the_stop(written: str, shown: str) -> None:
    """The sentence reads as if nobody had interrupted it."""
    assert cited(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Enligt [X](source:x) är det så.", "Enligt X[x] är det så."),
        ("Bo (se [X](source:x)).", "Bo (se X[x])."),
        ("Bo ([X](source:x), sidan 2).", "Bo (X[x], sidan 2)."),
        ("Bo ([lagen](rule:x)).", "Bo (lagen)."),
    ],
)
def test_a_source_that_is_a_word_of_the_sentence_keeps_it(written: str, shown: str) -> None:
    """Nobody reads »Enligt är det så«."""
    assert cited(written) == shown


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("rapporten, 2011, kap.\u00a03.1 och 3.2", "kap.\u00a03.1 och 3.2"),
        ("lagen, 25\u00a0§", "25\u00a0§"),
        ("lagen, 2026, 20 kap. 24–31 a §§", "20 kap. 24–31 a §§"),
        ("lagen, 38 och 39 §§", "38 och 39 §§"),
        ("loven § 14-9", "§ 14-9"),
        ("loven §§ 11 og 14", "§§ 11 og 14"),
        ("§ 4 e", "§ 4 e"),
        ("rapporten, Summary", "Summary"),
        ("SCB, 2024", ""),
    ],
)
def test_a_mark_remembers_where_in_the_source(words: str, place: str) -> None:
    """Chapter and section are told in the note."""
    assert cited(f"Bo ([{words}](source:x)).") == f"Bo.[{' '.join(filter(None, ('x', place)))}]"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Hit kom [37](fact:a) % av dem, fler än i fjol.", "Hit kom 37 % av dem,[of-a] fler än i fjol."),
        ("Det är [5,9](fact:a) % av [37](fact:b) orter.", "Det är 5,9 %[of-a] av 37 orter.[of-b]"),
        ("Det är [19](fact:a) km och mer", "Det är 19 km[of-a] och mer"),
        ("Det är [19](fact:a)", "Det är 19[of-a]"),
        ("Det är [19](fact:a)**!**", "Det är 19[of-a]!"),
    ],
)
def test_the_mark_of_a_figure_stands_after_its_clause(written: str, shown: str) -> None:
    """No number divides a figure from what it counts."""
    assert cited(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("A ([X](source:x)). B ([X](source:x)).", "A. B.[x]"),
        ("A ([X](source:x)). B. C ([X](source:x)).", "A.[x] B. C.[x]"),
        ("A ([X](source:x)). B ([Y](source:y)). C ([X](source:x)).", "A.[x] B.[y] C.[x]"),
        ("A ([X, kap. 1](source:x)). B ([X, kap. 2](source:x)).", "A.[x kap. 1] B.[x kap. 2]"),
    ],
)
def test_sentences_beside_each_other_share_a_mark(written: str, shown: str) -> None:
    """One number is enough for what one source says in a row; a sentence of our own between them ends the row."""
    assert cited(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("I kön stod 26\u00a0760 ([X, 2011](source:x)).", "I kön stod 26\u00a0760 (2011).[x]"),
        ("I kön stod 260 ([X, cirka 2015](source:x)).", "I kön stod 260 (cirka 2015).[x]"),
        ("I kön stod 260 ([X, tal för 2009–2011](source:x)).", "I kön stod 260 (2009–2011).[x]"),
        ("År 2011 stod 260 i kön ([X, 2011](source:x)).", "År 2011 stod 260 i kön.[x]"),
        ("I kön stod många ([X, 2011](source:x)).", "I kön stod många.[x]"),
        ("I kön stod 260 ([X](source:x)).", "I kön stod 260.[x]"),
    ],
)
def test_an_old_figure_says_its_year(written: str, shown: str) -> None:
    """Nobody takes an old figure for today's, and no sentence says its year twice."""
    assert cited(written, old=True) == shown
