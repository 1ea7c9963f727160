"""What holds the site together: the menu and the rest of our part of mkdocs.yml."""

from collections.abc import Callable

import pytest

from campaign.problems import Problem
from conftest import Changes

CONFIGURATION = "mkdocs.yml"


def test_the_menu_leads_to_pages_in_every_language(
    check: Callable[[Changes], list[Problem]], edited: Callable[[str, str, str], Changes]
) -> None:
    """A slip in the menu is told with its line, once for each language whose readers would meet it."""
    problems = check(edited(CONFIGURATION, "  - move.md", "  - moved.md"))
    assert [(p.path, p.place.line, p.code, p.values["target"]) for p in problems] == [
        (CONFIGURATION, 10, "P211", "content/no/moved.md"),
        (CONFIGURATION, 10, "P211", "content/sv/moved.md"),
    ]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "exempel.example",
        "ftp://exempel.example/",
        'https://exempel.example/"onload="x',
        "https://exempel.example/?a=b",
        "https://exempel.example/#a",
        "https://<b>.example/",
        "https://exempel.example/a b/",
    ],
)
def test_a_bad_address_of_the_site_never_reaches_a_page(
    check: Callable[[Changes], list[Problem]], edited: Callable[[str, str, str], Changes], address: str
) -> None:
    """What every address of the site begins with is an address and nothing more."""
    change = edited(CONFIGURATION, "https://exempel.example/under/", f"'{address}'")
    assert [(p.path, p.place.line, p.code) for p in check(change)] == [(CONFIGURATION, 2, "D107")]


@pytest.mark.parametrize(
    "address",
    [
        "post@exempel.example?bcc=alla@exempel.example",
        "post@exempel.example&cc=x@y.se",
        "post%0Abcc:alla@exempel.example",
        '"post"@exempel.example',
        "post@exempel.example,alla@exempel.example",
        "mailto:post@exempel.example",
        "post",
    ],
)
def test_a_bad_e_mail_address_never_reaches_a_page(
    check: Callable[[Changes], list[Problem]], edited: Callable[[str, str, str], Changes], address: str
) -> None:
    """A letter goes to the one address that the reader sees, and begins empty."""
    change = edited(CONFIGURATION, "email: null", f"email: '{address}'")
    assert [(p.path, p.place.line, p.code) for p in check(change)] == [(CONFIGURATION, 6, "D103")]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "mailto:a@b.se", 'https://a.se/"x', "//a.se/form"]
)
def test_a_bad_address_of_a_form_never_reaches_a_page(
    check: Callable[[Changes], list[Problem]], edited: Callable[[str, str, str], Changes], address: str
) -> None:
    """What a reader writes goes to a server on the web that somebody chose."""
    change = edited(CONFIGURATION, "nav:\n", f"  forms:\n    interest: '{address}'\nnav:\n")
    assert [(p.path, p.place.line, p.code) for p in check(change)] == [(CONFIGURATION, 9, "D107")]


def test_a_misspelt_setting_of_ours_is_told(
    check: Callable[[Changes], list[Problem]], edited: Callable[[str, str, str], Changes]
) -> None:
    """Whoever writes `emial` learns it from the check and not from an empty page."""
    problems = check(edited(CONFIGURATION, "email: null", "emial: null"))
    assert [(p.place.line, p.code, p.values["hint"].values["word"]) for p in problems] == [
        (6, "D102", "email")
    ]


def test_settings_of_others_are_left_alone(
    check: Callable[[Changes], list[Problem]], edited: Callable[[str, str, str], Changes]
) -> None:
    """MkDocs and its plugins know many settings, and check them themselves."""
    assert check(edited(CONFIGURATION, "nav:\n", "  other: {a: 1}\nplugins: [i18n]\nnav:\n")) == []
