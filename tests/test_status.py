"""What the report of `make.py status` names for somebody's eye."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from campaign.content import load_content
from campaign.notices import MOST_LINES, Notice, render_status, render_status_json
from campaign.problems import Position, Problem
from campaign.status import build_status, owner_of
from campaign.status_context import StatusContext
from conftest import Changes

TODAY, SOON = "2026-02-03", "2026-04-04"
RULE, STORY = "content/data/rules/se-coffee.yml", "content/sv/stories/with-the-cat.md"
Edited = Callable[[str, str, str], Changes]
MessagesOf = Callable[..., list[str]]


@pytest.fixture
def look(changed: Callable[..., dict[str, bytes]]) -> Callable[..., StatusContext]:
    """A function that gives a look at the good specimen after some changes."""
    return lambda changes=None: StatusContext(load_content(changed(changes or {}))[0], TODAY, SOON, "sv")


@pytest.fixture
def messages_of(look: Callable[..., StatusContext]) -> MessagesOf:
    """A function that gives what is said of a file after some changes."""
    return lambda path, changes=None: [one.message for one in build_status(look(changes)) if one.file == path]


def test_the_worst_comes_first(look: Callable[..., StatusContext], edited: Edited) -> None:
    """A consent that ends goes before a figure to fetch, and that before a question that can wait."""
    notices = build_status(look(edited(STORY, "2027-01-15", SOON)))
    files = [notice.file for notice in notices]
    order = [STORY, "content/data/municipalities/exempelby.yml", "content/data/questions/kiosk.yml"]
    assert [file for file in dict.fromkeys(files) if file in order] == order


def test_what_the_owner_has_to_decide_comes_after_what_readers_meet(
    look: Callable[..., StatusContext], edited: Edited
) -> None:
    """A communicator who opens the list sees content first, and the settings of the site below it."""
    notices = build_status(look(edited(RULE, "2026-01-31", TODAY)))
    files = [notice.file for notice in notices]
    assert files.index(RULE) < files.index("mkdocs.yml")


@pytest.mark.parametrize(
    ("day", "sentences"),
    [
        ("2026-02-02", ["Regeln skulle ha lästs om 2026-02-02: 1 timmar."]),
        (TODAY, [f"Läs om regeln senast {TODAY}: 1 timmar."]),
        (SOON, [f"Läs om regeln senast {SOON}: 1 timmar."]),
        ("2026-04-05", []),
    ],
)
def test_a_rule_is_named_when_its_day_comes_near(
    messages_of: MessagesOf, edited: Edited, day: str, sentences: list[str]
) -> None:
    """A rule is due up to its day, and overdue from the day after; with it come the numbers to read again."""
    assert messages_of(RULE, edited(RULE, "2026-01-31", day)) == sentences


@pytest.mark.parametrize(("day", "count"), [(SOON, 1), ("2026-04-05", 0)])
def test_a_consent_is_named_before_it_ends(
    messages_of: MessagesOf, edited: Edited, day: str, count: int
) -> None:
    """Somebody asks the storyteller again while the story may still be shown."""
    assert len(messages_of(STORY, edited(STORY, "2027-01-15", day))) == count


def test_a_rule_whose_law_has_changed_is_named(messages_of: MessagesOf) -> None:
    """Until the new text has been read and stored, the editor is reminded of the rule."""
    finding = 'looked: "2026-02-01"\nfindings:\n  - {act: exempellagen, section: "6 a §", found: repealed}\n'
    sentence = "Paragrafen är upphävd (sett 2026-02-01). Ta bort regeln eller byt lagrum."
    assert sentence in messages_of(RULE, {"content/data/law-watch.yml": finding})


def test_who_hears_of_weaknesses_is_asked_for(messages_of: MessagesOf, edited: Edited) -> None:
    """As long as nobody is named, and when what is named runs out, the owner is reminded."""
    named = '  security: {contact: "https://exempel.example/tell", expires: "2026-03-01"}\n'
    assert [messages_of("mkdocs.yml", edited("mkdocs.yml", named, ""))[0], messages_of("mkdocs.yml")[0]] == [
        "Ingen är utsedd att ta emot svagheter. Skriv extra.security.",
        "Adressen för svagheter (security.txt) gäller till 2026-03-01. Förläng den.",
    ]


def test_a_public_address_that_is_none_is_named(messages_of: MessagesOf, edited: Edited) -> None:
    """Nobody prints a book whose links lead nowhere without having been told."""
    real = edited("mkdocs.yml", "https://exempel.example/under/", "https://exempel.se/under/")
    sentence = (
        "Adressen https://exempel.example/under/ i mkdocs.yml finns inte, och länkarna i böcker och flöden leder dit. "
        "Skriv den riktiga som site_url."
    )
    assert [sentence in messages_of("mkdocs.yml"), sentence in messages_of("mkdocs.yml", real)] == [
        True,
        False,
    ]


def test_a_seminar_that_was_held_is_asked_about(messages_of: MessagesOf, edited: Edited) -> None:
    """The day after, somebody writes how many came."""
    path = "content/data/seminars/warm-tea.yml"
    held = {
        path: next(iter(edited(path, "date: 2027-03-04", "date: 2026-02-02").values())).replace(
            "2027-03-04", "2026-02-02"
        )
    }
    assert messages_of(path, held) == [
        "Evenemanget hölls 2026-02-02. Skriv hur många som kom, eller lägg till en inspelning."
    ]
    assert messages_of(path) == []


def test_a_text_is_named_whose_translation_was_changed_later(look: Callable[..., StatusContext]) -> None:
    """What was fixed in one language is still wrong in the other."""
    changed = {"content/sv/move.md": 1_770_000_000, "content/no/move.md": 1_769_000_000}
    notices = build_status(replace(look(), changed=changed))
    assert [(one.file, one.message) for one in notices if "move.md" in one.message] == [
        ("content/no/move.md", "content/sv/move.md ändrades 2026-02-02. Ändra den här också.")
    ]


def test_an_old_figure_is_named(messages_of: MessagesOf) -> None:
    """A figure that pages show with its year may have a newer one."""
    found = messages_of("content/data/municipalities/eksempelby.yml")
    assert [sentence for sentence in found if "Finns ett nyare?" in sentence] == []
    assert (
        "Talet moved-in är inte hämtat från kolada (U30446). Kör python3 scripts/make.py refresh."
        in messages_of("content/data/municipalities/exempelby.yml")
    )


def test_figures_of_chapters_come_with_all_that_makes_them_true(
    messages_of: MessagesOf, tree: dict[str, bytes]
) -> None:
    """Who reads a source again begins with the figure that nobody has looked at for longest."""
    path = "content/data/chapters/first-day.yml"
    figures = (
        "figures:\n"
        "  - {value: 7, unit: cups, as_of: undated, source: new, checked: 2025-02-01, approximate: true}\n"
        "  - {value: 4, unit: cups, as_of: 2025, source: old, checked: 2025-01-02, note: {sv: Kaffe, no: Kaffe}}\n"
    )
    assert messages_of(path, {path: tree[path].decode() + figures}) == [
        "4 cups Kaffe, 2025: källan old lästes senast 2025-01-02. Läs den igen.",
        "≈ 7 cups, undated: källan new lästes senast 2025-02-01. Läs den igen.",
    ]


def test_the_question_of_the_page_that_most_lead_to_comes_first(look: Callable[..., StatusContext]) -> None:
    """An answer helps most where most readers come."""
    notices = build_status(look())
    assert [one.file for one in notices if "questions/" in one.file] == [
        "content/data/questions/tickets.yml",
        "content/data/questions/kiosk.yml",
    ]


def test_pages_without_a_translation_are_named(look: Callable[..., StatusContext], edited: Edited) -> None:
    """A page that waits for its translation is not forgotten; one that is for one country only is no fault."""
    path = "content/sv/midsummer.md"
    reports = [
        build_status(look(changes))
        for changes in (None, edited(path, "only: sv", "only: sv\nonly_because: region"))
    ]
    assert [[one.file for one in report if one.file == path] for report in reports] == [[path], []]


def test_a_warning_is_told_with_its_line(look: Callable[..., StatusContext]) -> None:
    """What stops no build is seen here."""
    warning = Problem("content/sv/about.md", Position(7), "P243", {"value": "en en"})
    (notice,) = (one for one in build_status(replace(look(), warnings=[warning])) if one.file == warning.path)
    assert notice.message.startswith("7 P243 »en en«")


def test_twenty_lines_are_enough() -> None:
    """Nobody reads two hundred lines: four of a sort, the worst first, and how many there are beside."""
    notices = [Notice(rank, f"{n:02}", f"{rank}-{n}.md", "x") for rank in range(8) for n in range(9)]
    lines = render_status(notices, "en").splitlines()
    assert (len(lines), lines[4], lines[-1]) == (
        MOST_LINES,
        "1-0.md: x",
        "… and 53 lines more; --all shows all.",
    )
    assert len(render_status(notices, "en", whole=True).splitlines()) == len(notices)
    assert render_status([], "no") == "Alt er i orden. Ingenting trenger et blikk."
    assert json.loads(render_status_json(notices))[0] == {
        "rank": 0,
        "order": "00",
        "file": "0-0.md",
        "message": "x",
        "owner": "",
    }


def test_a_source_without_https_is_named(messages_of: MessagesOf, edited: Edited) -> None:
    """What others may change on the way to the reader is looked for at a safer address."""
    path = "content/data/sources/exempelbyran-folkmangd-2024.yml"
    changes = edited(path, "https://", "http://")
    assert [sentence.partition(" går utan https")[1] for sentence in messages_of(path, changes)] == [
        " går utan https"
    ]


@pytest.mark.parametrize(("day", "count"), [("2025-04-04", 1), ("2025-04-05", 0)])
def test_accessibility_is_assessed_every_year(
    messages_of: MessagesOf, edited: Edited, day: str, count: int
) -> None:
    """Sixty days before a year has gone, whoever keeps the site is told to assess it again."""
    path = "content/data/accessibility.yml"
    assert len(messages_of(path, edited(path, 'assessed: "2026-01-15"', f'assessed: "{day}"'))) == count


def test_a_dead_link_is_named_in_each_file_that_has_it(messages_of: MessagesOf) -> None:
    """Whoever opens a page is told which of its links leads nowhere since when, and what to do about it."""
    watch = 'looked: "2026-02-01"\nfindings:\n  - {address: "https://eksempeletaten.example", found: gone, since: "2026-01-05"}\n'
    found = messages_of("content/sv/move.md", {"content/data/link-watch.yml": watch})
    assert found == [
        "https://eksempeletaten.example finns inte längre (sett 2026-01-05). Länka till en annan sida, eller ta bort länken."
    ]


@pytest.mark.parametrize(
    ("looked", "beginning"), [("", "Ingen har"), ("2025-11-03", "Länkarna ut"), ("2025-11-04", "")]
)
def test_links_out_are_to_be_tried_four_times_a_year(
    messages_of: MessagesOf, looked: str, beginning: str
) -> None:
    """A link dies quietly."""
    file = "content/data/link-watch.yml"
    found = messages_of(file, {file: (f'looked: "{looked}"\n' if looked else "") + "findings: []\n"})
    assert [sentence[: len(beginning)] for sentence in found] == ([beginning] if beginning else [])


@pytest.mark.parametrize(
    ("confirmed", "beginning"),
    [("2025-04-04", "Exempelby kommuns växel: vi fick svar senast"), ("2025-04-05", "")],
)
def test_a_contact_is_tried_every_year(
    messages_of: MessagesOf, edited: Edited, confirmed: str, beginning: str
) -> None:
    """People move on, and a number that nobody answers is worse than none."""
    file = "content/data/municipalities/exempelby.yml"
    found = messages_of(
        file, edited(file, 'confirmed:\n      date: "2026-02-03"', f'confirmed:\n      date: "{confirmed}"')
    )
    assert [one[: len(beginning)] for one in found if "växel" in one] == ([beginning] if beginning else [])


def test_a_contact_that_nobody_has_tried_is_named(messages_of: MessagesOf, edited: Edited) -> None:
    """A number that somebody read long ago is a guess."""
    file = "content/data/municipalities/eksempelby.yml"
    found = messages_of(file, edited(file, 'date: "2025-06-01"', 'date: "2024-06-01"'))
    assert "Innflytterkontoret i Eksempelby: uppgiften är från 2024-06-01" in " ".join(found)


def test_warnings_are_told_page_by_page(look: Callable[..., StatusContext]) -> None:
    """Ten words of the neighbour's in one text are one line, and the text with the most comes first."""
    where = [("content/sv/a.md", 3), ("content/sv/b.md", 4), ("content/sv/b.md", 9)]
    warnings = [Problem(path, Position(line), "W404", {"value": "og"}) for path, line in where]
    notices = [one for one in build_status(replace(look(), warnings=warnings)) if "W404" in one.message]
    assert [(one.file, one.message[:27]) for one in notices] == [
        ("content/sv/b.md", "2 varningar. Den första: 4 "),
        ("content/sv/a.md", "3 W404 Ordet »og« är gransk"[:24] + notices[1].message[24:27]),
    ]


@pytest.mark.parametrize(
    ("file", "owner"),
    [
        ("content/sv/municipalities/exempelby.md", "Exempelby"),
        ("content/data/regions/exempelregionen.yml", "Exempelregionen"),
        ("content/sv/stories/with-the-cat.md", "Exempelby"),
        ("content/data/services/exempellots.yml", "Exempelregionen"),
        ("content/data/visits/exempelby.yml", "Exempelby"),
        ("content/data/questions/kiosk.yml", "Exempelregionen"),
        ("content/data/questions/tickets.yml", "Exempelby"),
        ("content/sv/move.md", ""),
    ],
)
def test_each_line_says_who_knows(look: Callable[..., StatusContext], file: str, owner: str) -> None:
    """A municipality looks for its own name."""
    assert owner_of(look().content, file) == owner


ABOUT = "content/sv/about.md"
READ = "menu: Om\nread_through: {day: 2025-12-24, by: Kim Exempel}\n"


def test_what_nobody_has_read_through_is_said_once(
    look: Callable[..., StatusContext], edited: Edited
) -> None:
    """Each language says how many of its texts no person has read; one that was read is one less."""
    before = {one.file: one.message for one in build_status(look()) if "read_through" in one.message}
    after = {one.file: one.message for one in build_status(look(edited(ABOUT, "menu: Om\n", READ)))}
    assert before.keys() == {"content/sv", "content/no"}
    assert int(before["content/sv"].split()[0]) == int(after["content/sv"].split()[0]) + 1


@pytest.mark.parametrize(
    ("day", "soon", "sentences"),
    [
        ("2025-12-24", SOON, []),
        (
            "2025-12-25",
            SOON,
            ["Kim Exempel läste igenom texten 2025-12-24, men den ändrades 2025-12-25. Läs den igen."],
        ),
        ("2025-12-24", "2026-12-24", ["Kim Exempel läste igenom texten 2025-12-24. Läs den igen."]),
    ],
)
def test_a_text_that_changed_after_it_was_read_is_named(
    look: Callable[..., StatusContext], edited: Edited, day: str, soon: str, sentences: list[str]
) -> None:
    """Who stood for a text is asked again when it has become another, and after a year."""
    seconds = int(datetime.fromisoformat(f"{day}T12:00+00:00").timestamp())
    seen = replace(look(edited(ABOUT, "menu: Om\n", READ)), soon=soon, changed={ABOUT: seconds})
    found = [one.message for one in build_status(seen) if one.file == ABOUT]
    assert [sentence for sentence in found if "läste igenom" in sentence] == sentences


def test_nobody_answers_until_somebody_is_named(messages_of: MessagesOf, edited: Edited) -> None:
    """The list asks for a name as long as there is none, and invents none."""
    site = "content/data/site.yml"
    assert len(messages_of(site)) == 1
    assert messages_of(site, edited(site, "footer:", "responsible: {any: Exempelkontoret}\nfooter:")) == []
