"""Rules for the two languages."""

from collections.abc import Callable

import pytest

from campaign.problems import Phrase, Position, Problem
from conftest import Changes

Check = Callable[[Changes], list[Problem]]
Edited = Callable[[str, str, str], Changes]


def test_a_page_needs_its_translation(check: Check) -> None:
    """A page that somebody wrote in one language only does not slip through."""
    path = "content/sv/services/exempellots.md"
    values = {"other": "content/no/services/exempellots.md", "code": "sv"}
    assert check({"content/no/services/exempellots.md": None}) == [Problem(path, Position(), "L301", values)]


def test_a_broken_translation_is_still_a_translation(check: Check) -> None:
    """A page is not called alone because its translation has a fault."""
    path = "content/no/services/exempellots.md"
    assert [(p.path, p.code) for p in check({path: "Hei\n"})] == [(path, "S008")]


def test_a_page_may_say_that_it_is_alone(check: Check, edited: Edited) -> None:
    """A page for one language is fine when its front matter says so."""
    path = "content/sv/services/exempellots.md"
    changes = edited(path, "description:", "only: sv\ndescription:")
    assert check({**changes, "content/no/services/exempellots.md": None}) == []


def test_a_page_with_a_translation_may_not_say_that_it_is_alone(check: Check, edited: Edited) -> None:
    """When the translation has come, the note that it is missing must go."""
    path = "content/sv/about.md"
    assert check(edited(path, "menu: Om", "menu: Om\nonly: sv")) == [
        Problem(path, Position(5, 7), "L302", {"code": "sv"})
    ]


def test_a_page_may_only_speak_for_its_own_language(check: Check, edited: Edited) -> None:
    """A Swedish page that says it exists in Norwegian only is told both of its faults."""
    path = "content/sv/midsummer.md"
    translation = {"other": "content/no/midsummer.md", "code": "sv"}
    assert check(edited(path, "only: sv", "only: no")) == [
        Problem(path, Position(), "L301", translation),
        Problem(path, Position(5, 7), "L302", {"code": "no"}),
    ]


@pytest.mark.parametrize("path", ["content/sv/index.md", "content/no/sources.md"])
def test_the_pages_that_all_others_lead_to_are_needed(check: Check, path: str) -> None:
    """Without the start page or the list of sources no page could be built, so their absence is told."""
    assert [(p.path, p.code) for p in check({path: None}) if p.path == path] == [(path, "S015")]


@pytest.mark.parametrize(
    ("kind", "folder", "slug"),
    [
        ("municipalities", "municipalities", "eksempelby"),
        ("projects", "projects", "exempelprojekt"),
        ("chapters", "hr-guide", "first-day"),
    ],
)
def test_a_record_that_is_nothing_without_text_needs_it(
    check: Check, kind: str, folder: str, slug: str
) -> None:
    """A municipality, project or chapter without text is told at its record."""
    files = [f"content/{code}/{folder}/{slug}.md" for code in ("sv", "no")]
    found = [p for p in check(dict.fromkeys(files)) if p.code == "L303"]
    assert found == [
        Problem(f"content/data/{kind}/{slug}.yml", Position(), "L303", {"files": ", ".join(files)})
    ]


def test_translations_have_the_same_headings(check: Check, edited: Edited) -> None:
    """Headings that are missing are told once, at the translation that lacks them."""
    sv, no = "content/sv/move.md", "content/no/move.md"
    assert check(edited(sv, "## I ordning {#order}", "## Mer {#more}\n\n### I ordning {#order}")) == [
        Problem(no, Position(10), "L304", {"other": sv, "line": 10, "text": "## Mer, ### I ordning"}),
    ]


def test_a_heading_too_many_at_the_end_is_told(check: Check, edited: Edited) -> None:
    """The first heading that the translation lacks is the one that differs."""
    found = check(edited("content/no/move.md", "[^1]: ", "## Mer {#more}\n\n[^1]: "))
    assert [(problem.code, problem.values["text"]) for problem in found] == [("L304", "## Mer")]


@pytest.mark.parametrize(
    ("new", "lacking"),
    [
        ("<!-- campaign:project-list -->", [("no", "project-list"), ("sv", "service-list")]),
        ("Ingen.", [("sv", "service-list")]),
    ],
)
def test_translations_have_the_same_directives(
    check: Check, edited: Edited, new: str, lacking: list[tuple[str, str]]
) -> None:
    """What is shown from the data is shown in both languages, or the translation that lacks it is told."""
    path = "services/index.md"
    found = check(edited(f"content/sv/{path}", "<!-- campaign:service-list -->", new))
    actual = [(p.path, p.code, p.values["told"]) for p in found]
    other = {"sv": "no", "no": "sv"}
    assert actual == [
        (
            f"content/{code}/{path}",
            "L305",
            Phrase(
                "DIRECTIVES_LACK",
                {"other": f"content/{other[code]}/{path}", "value": f"<!-- campaign:{name} -->"},
            ),
        )
        for code, name in lacking
    ]


def test_translations_have_their_directives_in_the_same_order(check: Check, edited: Edited) -> None:
    """What stands in another place is told once."""
    both = "<!-- campaign:service-list -->\n\n<!-- campaign:project-list -->"
    sv, no = "content/sv/services/index.md", "content/no/services/index.md"
    turned = "\n\n".join(reversed(both.split("\n\n")))
    changes = edited(sv, "<!-- campaign:service-list -->", both)
    changes |= edited(no, "<!-- campaign:service-list -->", turned)
    [found] = check(changes)
    assert (found.path, found.code, found.values["told"].code) == (no, "L305", "DIRECTIVES_ORDER")


@pytest.mark.parametrize("heading", ["# I ordning {#order}", "##I ordning {#order}"])
def test_a_faulty_heading_is_not_missing_in_the_translation(
    check: Check, edited: Edited, heading: str
) -> None:
    """A slip in a heading is one problem, at the slip."""
    sv = "content/sv/move.md"
    found = check(edited(sv, "## I ordning {#order}", heading))
    assert {(p.path, p.code) for p in found if p.code != "P212"} - {(sv, "P206")} == (
        {(sv, "P216")} if heading[1] == "#" else set()
    )


def test_an_unknown_directive_is_not_missing_in_the_translation(check: Check, edited: Edited) -> None:
    """A misspelt directive is one problem."""
    sv = "content/sv/services/index.md"
    found = check(edited(sv, "campaign:service-list", "campaign:service-lst"))
    assert [(p.path, p.code, p.values["hint"]) for p in found] == [
        (sv, "P204", Phrase("DID_YOU_MEAN", {"word": "service-list"}))
    ]


def test_headings_have_one_name_in_both_languages(check: Check, edited: Edited) -> None:
    """Who changes the language of a page stays at the same place, and the nearest name is suggested."""
    path, other = "content/no/move.md", "content/sv/move.md"
    found = check(edited(path, "{#order}", "{#ordre}"))
    assert [(p.path, p.values["value"], p.values["hint"]) for p in found if p.code == "P260"] == [
        (path, "{#ordre}", Phrase("DID_YOU_MEAN", {"word": "order"})),
        (other, "{#order}", Phrase("DID_YOU_MEAN", {"word": "ordre"})),
    ]


def test_a_heading_of_another_level_is_told_once(check: Check, edited: Edited) -> None:
    """As many headings, and not alike: the marks say which level the translation has."""
    sv, no = "content/sv/move.md", "content/no/move.md"
    found = check(edited(sv, "### Vad det kostar", "## Vad det kostar"))
    actual = [(p.path, p.values["other"], p.values["text"]) for p in found if p.code == "L304"]
    assert actual == [(no, sv, "## Vad det kostar")]
