"""Wrong usage, as an editor meets it who types a command in Swedish or Norwegian."""

import re

import pytest

import make as command_line

WRONG = (
    ["chek"],
    ["check", "--formt", "json"],
    ["check", "--format", "xml"],
    ["links", "--most", "x"],
    ["check", "--since"],
    ["rename", "a"],
    ["rename", "a", "b", "c"],
    ["picture", "nowhere.jpg"],
    ["picture", "docs"],
    ["status", "--all=3"],
)


@pytest.mark.parametrize("language", ["sv", "no"])
@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_usage_is_told_in_the_language_of_the_editor(
    words: list[str], language: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody who mistypes is answered in English, and what was typed is named."""
    monkeypatch.setenv("CAMPAIGN_LANGUAGE", language)
    code = command_line.main(words)
    complaint = capsys.readouterr().err
    named = re.sub(r"[\w.]*--[\w-]+|\{.*\}", "", complaint)
    assert (
        code,
        re.findall(
            r"\b(no such|invalid|requires|does not|is not|is a|missing|one of)\b", named, re.IGNORECASE
        ),
    ) == (2, [])
    assert any(word.partition("=")[0] in complaint for word in words[1:] or words) or "NYTT" in complaint


def test_a_choice_is_told_with_what_will_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who guesses a form is told which there are, without quotation marks of a programmer."""
    monkeypatch.setenv("CAMPAIGN_LANGUAGE", "sv")
    command_line.main(["status", "--format", "xml"])
    assert capsys.readouterr().err == "make.py: --format kan inte vara »xml«. Det här går: text, json.\n"
