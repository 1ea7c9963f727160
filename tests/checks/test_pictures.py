"""Rules for photographs."""

from collections.abc import Callable

from campaign.problems import Problem
from conftest import GOOD, Changes

CAMERA = (GOOD / "content/media/pictures/brygga.jpg").read_bytes()
RECORD = "content/data/pictures/brygga.yml"
PHOTO = "content/media/pictures/brygga.jpg"
Check = Callable[[Changes], list[Problem]]
Faults = Callable[[str], list[tuple[int, str, object]]]


def list_problems(problems: list[Problem]) -> list[tuple[str, str]]:
    """File and code of each problem."""
    return [(problem.path, problem.code) for problem in problems]


def test_a_photograph_has_its_record(check: Check) -> None:
    """Without one nobody knows whose it is, and neither does the page that shows it."""
    story = "stories/with-the-cat.md"
    assert list_problems(check({RECORD: None})) == [
        (PHOTO, "D144"),
        *((f"content/{code}/{story}", "P254") for code in ("no", "sv")),
    ]


def test_a_photograph_lies_in_its_folder(check: Check) -> None:
    """Elsewhere no record belongs to it."""
    assert list_problems(check({"content/media/brygga.jpg": CAMERA})) == [
        ("content/media/brygga.jpg", "D144")
    ]


def test_a_record_has_its_photograph(check: Check) -> None:
    """A record of nothing is told, as are the texts that show nothing."""
    found = list_problems(check({PHOTO: None}))
    assert (found[0], {code for _, code in found[1:]}) == ((RECORD, "D145"), {"P213"})


def test_two_photographs_of_one_name_are_told(check: Check) -> None:
    """Nobody could say which of them the record means."""
    assert (PHOTO, "D146") in list_problems(check({"content/media/pictures/brygga.jpeg": CAMERA}))


def test_what_may_not_lie_there_is_told_once(check: Check) -> None:
    """That no page shows it is no second fault: nobody would show it as it is."""
    wrong = {"content/media/program.exe": b"MZ", "content/media/other.svg": b"\xff\xd8\xff"}
    told = [("content/media/other.svg", "S025"), ("content/media/program.exe", "S024")]
    assert list_problems(check(wrong)) == told


def test_a_photograph_stands_alone(faults: Faults) -> None:
    """Its credit stands below it, and not within a sentence."""
    assert faults("Här ![](../media/pictures/brygga.jpg) är det.") == [
        (1, "P255", {"value": "pictures/brygga.jpg"})
    ]
    assert faults("![](../media/pictures/brygga.jpg)\n\n![Mer](../media/pictures/brygga.jpg)") == []


def test_a_photograph_on_an_english_page_is_told_in_english(check: Check) -> None:
    """A record that lacks a language is told where a page of that language shows it."""
    page = "---\ntitle: Pier\ndescription: A page that is there only while a test looks at the words of its picture.\n---\n\n"
    found = check({"content/en/pier.md": page + "![](../media/pictures/brygga.jpg)\n"})
    actual = [(p.path, p.code, p.values["field"]) for p in found if p.path == RECORD]
    assert actual == [(RECORD, "D101", f"{field}.en") for field in ("credit", "licence", "shows")]
