"""What an editor reads when something is wrong."""

import json
from string import Formatter

import pytest

from campaign.problems import (
    Phrase,
    Position,
    Problem,
    did_you_mean,
    errors,
    in_order,
    messages,
    render_json,
    render_text,
)
from campaign.settings import BY_CODE, MESSAGE_LANGUAGES

TITLE = Problem("content/sv/a.md", Position(2, 1), "P207", {"hint": Phrase("NO_HINT")})
HARD = Problem("content/sv/a.md", Position(6, 1), "W410", {"value": "52", "limit": 45})
FIELD = Problem("content/data/a.yml", Position(4, 7), "D101", {"field": "name"})


def test_a_problem_is_one_line() -> None:
    """A person, a web editor and a shell all find file, line and column in the usual form."""
    assert FIELD.line("en") == "content/data/a.yml:4:7 D101 The field name is missing."
    over_lines = Problem("content/data/a.yml", Position(4, 7), "D101", {"field": "name\nand more"})
    assert over_lines.line("en") == "content/data/a.yml:4:7 D101 The field name and more is missing."


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("sv", "Fältet known måste vara true eller false utan citattecken, men är »a«."),
        ("no", "Feltet known må være true eller false uten anførselstegn, men er «a»."),
        ("en", "The field known must be true or false without quotes, but is “a”."),
    ],
)
def test_a_phrase_in_a_sentence_speaks_the_same_language(language: str, sentence: str) -> None:
    """No message mixes languages."""
    given = Phrase("GIVEN", {"value": "a"})
    values = {
        "field": "known",
        "value": given,
        "expected": Phrase("TRUE_OR_FALSE"),
        "hint": Phrase("NO_HINT"),
    }
    assert Problem("a", Position(), "D103", values).message(language) == sentence


def test_braces_in_a_value_are_shown_as_they_are() -> None:
    """What the editor wrote is quoted exactly, also when it looks like a placeholder."""
    problem = Problem(
        "a", Position(), "P204", {"value": "{known}", "known": "doors", "hint": Phrase("NO_HINT")}
    )
    assert problem.message("en") == "There is no directive “{known}”. There are: doors."


def test_problems_come_in_the_order_of_the_files_each_once() -> None:
    """The list follows files and lines, and says nothing twice."""
    later = Problem("content/data/a.yml", Position(10, 1), "S004")
    assert in_order([TITLE, later, FIELD, TITLE]) == [FIELD, later, TITLE]


@pytest.mark.parametrize(
    ("language", "count"), [("sv", "2 problem."), ("no", "2 problemer."), ("en", "2 problems.")]
)
def test_the_list_ends_with_a_count(language: str, count: str) -> None:
    """The last line says how much there is to do."""
    lines = render_text([FIELD, TITLE], language).splitlines()
    assert lines == [FIELD.line(language), TITLE.line(language), count]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("sv", "1 problem."), ("no", "1 problem."), ("en", "1 problem.")],
)
def test_one_problem_is_not_counted_as_many(language: str, sentence: str) -> None:
    """A single problem is told in the singular."""
    assert render_text([TITLE], language).splitlines()[-1] == sentence


@pytest.mark.parametrize(
    ("language", "sentence"), [("sv", "Inga problem."), ("no", "Ingen problemer."), ("en", "No problems.")]
)
def test_no_problem_is_said_too(language: str, sentence: str) -> None:
    """Silence is never the only sign of success."""
    assert render_text([], language) == sentence


def test_programs_get_the_same_as_objects() -> None:
    """An editor's program reads the problems as JSON, with letters as they are."""
    row = {
        "path": "content/data/a.yml",
        "line": 4,
        "column": 7,
        "code": "D101",
        "severity": "error",
        "message": "Fältet name saknas.",
    }
    text = render_json([FIELD], "sv")
    assert (json.loads(text), "Fältet" in text) == ([row], True)


def test_every_sentence_has_three_languages() -> None:
    """No code lacks a sentence in one of the languages."""
    languages = {code: sorted(sentences) for code, sentences in messages().items()}
    assert languages == dict.fromkeys(messages(), sorted(MESSAGE_LANGUAGES))


def test_the_languages_of_a_sentence_tell_the_same() -> None:
    """Each language of a sentence fills in the same facts (but for repetition in an example)."""
    facts = {
        code: [
            {name for _, name, _, _ in Formatter().parse(sentence) if name}
            for translation in sentences.values()
            for sentence in ([translation] if isinstance(translation, str) else translation.values())
        ]
        for code, sentences in messages().items()
    }
    assert {code: names for code, names in facts.items() if names[1:] != names[:-1]} == {}


def test_a_sentence_with_a_count_has_every_plural_form() -> None:
    """No editor reads »minst 2 rad«: what says a count has a sentence for each form of its language."""
    sentences = {
        (code, language): sentence
        for code, translations in messages().items()
        for language, sentence in translations.items()
    }
    forms = {key: [] if isinstance(found, str) else sorted(found) for key, found in sentences.items()}
    assert forms == {
        (code, language): sorted(BY_CODE[language].plural_forms) if "{count}" in str(found) else []
        for (code, language), found in sentences.items()
    }


@pytest.mark.parametrize(("count", "sentence"), [(1, "minst 1 rad."), (2, "minst 2 rader.")])
def test_a_count_has_the_form_that_it_wants(count: int, sentence: str) -> None:
    """One is told as one, and two as several."""
    problem = Problem("a.yml", Position(), "D109", {"field": "items", "count": count})
    assert problem.message("sv").endswith(sentence)


@pytest.mark.parametrize(
    ("problems", "count"),
    [
        ([HARD], "1 warning."),
        ([HARD, HARD], "2 warnings."),
        ([TITLE, HARD], "1 problem. 1 warning."),
    ],
)
def test_warnings_are_counted_apart(problems: list[Problem], count: str) -> None:
    """Who reads the last line knows whether anything stops the build."""
    assert render_text(problems, "en").splitlines()[-1] == count


def test_only_errors_stop_a_build() -> None:
    """A code that begins with W wants an eye, and everything else has to be fixed."""
    assert errors([TITLE, HARD, FIELD]) == [TITLE, FIELD]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("se-probaton", Phrase("DID_YOU_MEAN", {"word": "se-probation"})),
        ("no-probation", Phrase("NO_HINT")),
        ("probation", Phrase("DID_YOU_MEAN", {"word": "se-probation"})),
    ],
)
def test_no_law_of_another_country_is_suggested(name: str, expected: Phrase) -> None:
    """The rules of two countries have like names and say different things."""
    assert did_you_mean(name, ["se-probation"]) == expected
