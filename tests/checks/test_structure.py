"""What holds the site together: the menu and the rest of our part of mkdocs.yml, and content/data/site.yml."""

from collections.abc import Callable

import pytest

from campaign.problems import Position, Problem
from conftest import Changes

CONFIGURATION = "mkdocs.yml"
Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]


def test_the_menu_leads_to_pages_in_every_language(
    check: Callable[[Changes], list[Problem]], edited: Callable[[str, str, str], Changes]
) -> None:
    """A slip in the menu is told with its line, once for each language whose readers would meet it."""
    problems = check(edited(CONFIGURATION, "  - move.md", "  - moved.md"))
    assert [(p.path, p.position.line, p.code, p.values["target"]) for p in problems] == [
        (CONFIGURATION, 11, "P211", "content/no/moved.md"),
        (CONFIGURATION, 11, "P211", "content/sv/moved.md"),
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
    assert [(p.path, p.position.line, p.code) for p in check(change)] == [(CONFIGURATION, 2, "D107")]


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
    assert [(p.path, p.position.line, p.code) for p in check(change)] == [(CONFIGURATION, 6, "D103")]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "mailto:a@b.se", 'https://a.se/"x', "//a.se/form"]
)
def test_a_bad_address_of_a_form_never_reaches_a_page(
    check: Callable[[Changes], list[Problem]], edited: Callable[[str, str, str], Changes], address: str
) -> None:
    """What a reader writes goes to a server on the web that somebody chose."""
    change = edited(CONFIGURATION, "nav:\n", f"  forms:\n    interest: '{address}'\nnav:\n")
    assert (CONFIGURATION, 10, "D107") in [(p.path, p.position.line, p.code) for p in check(change)]


def test_a_setting_that_may_be_one_of_two_things_is_told_once(
    check: Callable[[Changes], list[Problem]], edited: Callable[[str, str, str], Changes]
) -> None:
    """What is neither a page nor a mailbox is called as in the file, and not by what was tried."""
    found = check(edited(CONFIGURATION, "https://exempel.example/tell", "tell"))
    assert [(p.path, p.code, p.values["field"]) for p in found] == [
        (CONFIGURATION, "D107", "extra.security.contact")
    ]


def test_a_misspelt_setting_of_ours_is_told(
    check: Callable[[Changes], list[Problem]], edited: Callable[[str, str, str], Changes]
) -> None:
    """Whoever writes `emial` learns it from the check and not from an empty page."""
    problems = check(edited(CONFIGURATION, "email: null", "emial: null"))
    assert [(p.position.line, p.code, p.values["hint"].values["word"]) for p in problems] == [
        (6, "D102", "email")
    ]


def test_settings_of_others_are_left_alone(
    check: Callable[[Changes], list[Problem]], edited: Callable[[str, str, str], Changes]
) -> None:
    """MkDocs and its plugins know many settings, and check them themselves."""
    assert check(edited(CONFIGURATION, "nav:\n", "  other: {a: 1}\nplugins: [i18n]\nnav:\n")) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  - about.md", "  - moved.md"),
        ("  hr-guide: employers/index.md", "  hr-guide: moved.md"),
        ("  work: work/index.md", "  work: moved.md"),
        ("pages:\n", "pages:\n  guide: moved.md\n"),
        ("pages:\n", "pages:\n  questions: moved.md\n"),
        ("switch: about.md", "switch: moved.md"),
        ("[index.md]", "[moved.md]"),
        ("sign_language: sign-language.md", "sign_language: moved.md"),
        ("  move.md: easy/move.md", "  moved.md: easy/move.md"),
        ("  move.md: easy/move.md", "  move.md: moved.md"),
    ],
)
def test_what_holds_the_site_together_leads_to_pages_in_every_language(
    check: Callable[[Changes], list[Problem]],
    edited: Callable[[str, str, str], Changes],
    old: str,
    new: str,
) -> None:
    """Footer, parents and pages with a task of their own are told with their line when nobody can get there."""
    changes = edited("content/data/site.yml", old, new)
    [line] = [
        n
        for n, text in enumerate(str(changes["content/data/site.yml"]).splitlines(), 1)
        if "moved.md" in text
    ]
    problems = check(changes)
    assert [(p.path, p.position.line, p.code, p.values["target"]) for p in problems] == [
        ("content/data/site.yml", line, "P211", "content/no/moved.md"),
        ("content/data/site.yml", line, "P211", "content/sv/moved.md"),
    ]


def test_what_can_be_followed_has_a_page(
    check: Callable[[Changes], list[Problem]], tree: dict[str, bytes]
) -> None:
    """A feed lies beside the page of its list, so the list must be there."""
    gone = {f"content/{code}/seminars/index.md": None for code in ("sv", "no")}
    structure = tree["content/data/site.yml"].decode().replace("  speakers: seminars/index.md\n", "")
    problems = check({**gone, "content/data/site.yml": structure})
    found = [p.values["target"] for p in problems if p.path == "content/data/site.yml"]
    assert found == ["content/no/seminars/index.md", "content/sv/seminars/index.md"]


def test_a_milestone_leads_to_a_page_in_every_language(check: Check, edited: Edited) -> None:
    """The page that tells more of what happened is there, or the build would not know where to lead."""
    timeline = "content/data/timeline.yml"
    problems = check(edited(timeline, "link: projects/exempelprojekt.md", "link: services/nowhere.md"))
    assert [(p.path, p.position.line, p.code, p.values["target"]) for p in problems] == [
        (timeline, 9, "P211", "content/no/services/nowhere.md"),
        (timeline, 9, "P211", "content/sv/services/nowhere.md"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "  hr-guide: employers/index.md",
            "  hr-guide: hr-guide/index.md",
            ["hr-guide/index.md → hr-guide/index.md"],
        ),
        (
            "  hr-guide: employers/index.md",
            "  hr-guide: hr-guide/duties.md",
            ["hr-guide/duties.md → hr-guide/index.md → hr-guide/duties.md"],
        ),
        (
            "  hr-guide: employers/index.md",
            "  hr-guide: employers/index.md\n  employers: hr-guide/index.md",
            [
                "employers/index.md → hr-guide/index.md → employers/index.md",
                "hr-guide/index.md → employers/index.md → hr-guide/index.md",
            ],
        ),
    ],
)
def test_no_page_hangs_below_itself(
    check: Check, edited: Edited, old: str, new: str, expected: list[str]
) -> None:
    """The way up from every page ends, or the build would follow it for ever."""
    problems = check(edited("content/data/site.yml", old, new))
    assert [(p.path, p.code, p.values["way"]) for p in problems] == [
        ("content/data/site.yml", "D197", way) for way in expected
    ]


@pytest.mark.parametrize(
    ("path", "old", "new", "line", "column"),
    [
        ("content/data/keywords/top.yml", "contacts.md:", "contactz.md:", 2, 3),
        ("content/data/keywords/top.yml", "contacts.md:", "municipality:", 2, 3),
        ("content/data/queries/top.yml", "contacts.md:", "contactz.md:", 2, 3),
        (
            "content/data/inventories/slutrapport-exempel.yml",
            "exempelprojekt.md",
            "exempelprojektet.md",
            7,
            15,
        ),
    ],
)
def test_what_is_said_of_a_page_is_said_of_one_that_is_there(
    check: Check, edited: Edited, path: str, old: str, new: str, line: int, column: int
) -> None:
    """Words of the search are of no use at a page that was renamed, and nothing of a source is told on a page that is not there."""
    found = check(edited(path, old, new))
    assert [(p.path, p.position, p.code) for p in found] == [(path, Position(line, column), "P211")]


@pytest.mark.parametrize(
    "there", ["municipalities:", "municipalities/exempelby.md:", "seminars/warm-tea.md:"]
)
def test_words_may_be_of_a_folder_or_of_a_page_that_a_record_makes(
    check: Check, edited: Edited, there: str
) -> None:
    """What readers call all pages of a folder stands once."""
    assert check(edited("content/data/keywords/top.yml", "contacts.md:", there)) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "longitude: 15",
            "longitude: 6.05",
            "7:14 D103 The field coordinates.longitude must be at least 9.8",
        ),
        (
            "longitude: 15",
            "longitude: 16.61",
            "7:14 D103 The field coordinates.longitude must be at most 16.6",
        ),
        (
            "latitude: 60.5",
            "latitude: 59.7",
            "6:13 D103 The field coordinates.latitude must be at least 59.75",
        ),
        (
            "latitude: 60.5",
            "latitude: 61.36",
            "6:13 D103 The field coordinates.latitude must be at most 61.35",
        ),
    ],
)
def test_a_municipality_lies_on_the_map(check: Check, edited: Edited, old: str, new: str, told: str) -> None:
    """A digit in the wrong place of a coordinate draws no dot in the margin."""
    path = "content/data/municipalities/exempelby.yml"
    line = f"{path}:{told}, but is “{new.partition(' ')[2]}”."
    assert [problem.line("en") for problem in check(edited(path, old, new)) if problem.path == path] == [line]
