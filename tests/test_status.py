"""What the report of `make.py status` names for somebody's eye."""

from collections.abc import Callable

import pytest

from campaign.content import load_content
from campaign.status import render_status
from conftest import Changes

TODAY, SOON = "2026-02-03", "2026-04-04"
RULE, STORY = "content/data/rules/se-coffee.yml", "content/data/stories/with-the-cat.yml"
Edited = Callable[[str, str, str], Changes]
BuildReport = Callable[..., dict[str, list[str]]]


@pytest.fixture
def build_report(changed: Callable[..., dict[str, bytes]]) -> BuildReport:
    """A function that gives the report of the good specimen after some changes: title of a part → its lines."""

    def report(changes: Changes | None = None) -> dict[str, list[str]]:
        parts = render_status(load_content(changed(changes or {}))[0], TODAY, SOON).split("\n\n")
        return {title: lines for title, *lines in map(str.splitlines, parts)}

    return report


def test_the_report_has_its_parts(build_report: BuildReport) -> None:
    """Whoever keeps the site finds hard texts, due rules, changed laws, ending consents, missing figures, open questions and lonely pages, each under its title."""
    assert list(build_report()) == [
        "Readability (LIX, at most 45)",
        f"Rules to read again by {SOON}",
        "Rules whose law has changed since it was read (looked 2026-02-03)",
        f"Consents that end by {SOON}",
        "Figures to fetch (make.py refresh)",
        "Figures of chapters, the longest unread first",
        "Questions that nobody has answered",
        "Pages in one language only",
        "Where weaknesses are told of (security.txt)",
    ]


@pytest.mark.parametrize(("long_words", "line"), [(5, "    45  {}"), (6, "    50  {}  too hard")])
def test_a_text_above_the_limit_is_too_hard(build_report: BuildReport, long_words: int, line: str) -> None:
    """A sentence of 20 words has LIX 45 with five long ones, which is allowed, and 50 with six, which is not."""
    path = "content/sv/about.md"
    text = " ".join(["kommunen"] * long_words + ["hej"] * (20 - long_words))
    front = "---\ntitle: Om\ndescription: En mening som är lång nog för att stå i en sökmotors lista.\n---\n"
    (first, *_) = (
        lines for title, lines in build_report({path: f"{front}\n{text}.\n"}).items() if "LIX" in title
    )
    assert [found for found in first if path in found] == [line.format(path)]


def test_the_hardest_text_comes_first(build_report: BuildReport) -> None:
    """Who has an hour begins with the text that needs it most."""
    values = [int(line.split()[0]) for line in build_report()["Readability (LIX, at most 45)"]]
    assert (values, values[0] > values[-1]) == (sorted(values, reverse=True), True)


@pytest.mark.parametrize(
    ("day", "lines"),
    [
        ("2026-02-02", [f"  overdue since 2026-02-02  {RULE}: 1 hours"]),
        (TODAY, [f"  due {TODAY}  {RULE}: 1 hours"]),
        (SOON, [f"  due {SOON}  {RULE}: 1 hours"]),
        ("2026-04-05", ["  none"]),
    ],
)
def test_a_rule_is_named_when_its_day_comes_near(
    build_report: BuildReport, edited: Edited, day: str, lines: list[str]
) -> None:
    """A rule is due up to its day, and overdue from the day after; with it come the numbers to read again."""
    assert build_report(edited(RULE, "2026-01-31", day))[f"Rules to read again by {SOON}"] == lines


@pytest.mark.parametrize(("day", "lines"), [(SOON, [f"  {SOON}  {STORY}"]), ("2026-04-05", ["  none"])])
def test_a_consent_is_named_before_it_ends(
    build_report: BuildReport, edited: Edited, day: str, lines: list[str]
) -> None:
    """Somebody asks the storyteller again while the story may still be shown."""
    assert build_report(edited(STORY, "2027-01-15", day))[f"Consents that end by {SOON}"] == lines


def test_pages_without_a_twin_are_named(build_report: BuildReport) -> None:
    """Nobody forgets which pages exist in one language only."""
    lonely = ["  content/sv/midsummer.md", "  content/no/constitution-day.md"]
    assert build_report()["Pages in one language only"] == lonely


def test_who_hears_of_weaknesses_is_asked_for(build_report: BuildReport, edited: Edited) -> None:
    """As long as nobody is named, and when what is named runs out, the owner is reminded."""
    title = "Where weaknesses are told of (security.txt)"
    named = '  security: {contact: "https://exempel.example/tell", expires: "2026-03-01"}\n'
    reports = [build_report(edited("mkdocs.yml", named, "")), build_report()]
    assert [report[title] for report in reports] == [
        ["  nobody is named: extra.security in mkdocs.yml"],
        ["  runs out 2026-03-01: extra.security in mkdocs.yml"],
    ]


def test_figures_that_nobody_has_fetched_are_listed(build_report: BuildReport) -> None:
    """What readers do not see yet is not forgotten: service, table, fact and file."""
    line = "  kolada U30446  moved-in  content/data/municipalities/exempelby.yml"
    assert build_report()["Figures to fetch (make.py refresh)"] == [line]


def test_a_rule_whose_law_has_changed_is_named(build_report: BuildReport) -> None:
    """Until the new text has been read and stored, the editor is reminded of the rule."""
    finding = 'looked: "2026-02-01"\nfindings:\n  - {act: exempellagen, section: "6 a §", found: repealed}\n'
    report = build_report({"content/data/law-watch.yml": finding})
    assert report["Rules whose law has changed since it was read (looked 2026-02-01)"] == [
        f"  repealed  {RULE}"
    ]


def test_figures_of_chapters_come_with_all_that_makes_them_true(
    build_report: BuildReport, tree: dict[str, bytes]
) -> None:
    """Who reads a source again begins with the figure that nobody has looked at for longest."""
    path = "content/data/chapters/first-day.yml"
    figures = (
        "figures:\n"
        "  - {value: 7, unit: cups, as_of: undated, source: new, checked: 2026-02-01, approximate: true}\n"
        "  - {value: 4, unit: cups, as_of: 2025, source: old, checked: 2026-01-02, note: {sv: Kaffe, no: Kaffe}}\n"
    )
    report = build_report({path: tree[path].decode() + figures})
    assert report["Figures of chapters, the longest unread first"] == [
        f"  2026-01-02  4 cups (Kaffe), 2025, old  {path}",
        f"  2026-02-01  about 7 cups, undated, new  {path}",
    ]
