"""A record or a page to begin with."""

import re
from collections.abc import Callable

import pytest

from campaign.content import load_content
from campaign.editing.drafts import build_draft
from campaign.editing.entries import new_entry
from campaign.files import Tree
from campaign.models import KINDS
from campaign.problems import Problem, UserError
from conftest import Changes

Check = Callable[[Changes], list[Problem]]


def _files(tree: Tree, kind: str, name: str) -> dict[str, str]:
    content, _ = load_content(tree)
    return dict(build_draft(content, new_entry(content, kind, name), "sv", "skriv texten här").files)


@pytest.mark.parametrize("kind", KINDS)
def test_the_check_says_of_each_field_of_a_draft_what_goes_there(
    kind: str, tree: dict[str, bytes], check: Check
) -> None:
    """Whoever begins a record is told what is left to fill in, and gets no riddle of form."""
    files = _files(tree, kind, "quite-new")
    problems = check(dict(files))
    record = [problem for problem in problems if problem.path == f"content/data/{kind}/quite-new.yml"]
    found = {problem.values["about"] for problem in record if problem.code == "D190"}
    assert found == {
        line.partition("TODO: ")[2].removesuffix('"')
        for line in files[f"content/data/{kind}/quite-new.yml"].splitlines()
        if "TODO:" in line
    }
    assert {problem.code for problem in record} - {"D190"} <= {"D145"}  # the photo of a picture


def test_a_draft_has_its_texts_in_each_language(tree: dict[str, bytes]) -> None:
    """A kind that has texts gets one in each full language, with the headings that its pages have."""
    files = _files(tree, "municipalities", "nyby")
    assert list(files) == [
        "content/data/municipalities/nyby.yml",
        "content/sv/municipalities/nyby.md",
        "content/no/municipalities/nyby.md",
    ]
    ids = [
        line.rpartition("{#")[2]
        for line in files["content/no/municipalities/nyby.md"].splitlines()
        if line.startswith("## ")
    ]
    assert [one.removesuffix("}") for one in ids] == list(KINDS["municipalities"].sections)


def test_a_page_begins_with_what_stands_above_its_text(tree: dict[str, bytes]) -> None:
    """A page without a record has a title of its own."""
    assert _files(tree, "page", "live/fishing")["content/sv/live/fishing.md"] == (
        '---\ntitle: "TODO: Rubrik; utelämnas när sidan hör till en post"\n'
        'description: "TODO: 50–160 tecken för sökmotorer och delningar"\n---\n\nTODO: skriv texten här\n'
    )


def test_a_seminar_begins_as_one_that_is_to_come(tree: dict[str, bytes]) -> None:
    """Whoever plans a meeting is asked when and where it is, for whom and by whom."""
    fields = re.findall(
        r"^(?:  )?(\w+):", _files(tree, "seminars", "x")["content/data/seminars/x.yml"], re.MULTILINE
    )
    assert fields == [
        *(
            "title",
            "title_language",
            "rendering",
            "summary",
            "sv",
            "no",
            "form",
            "theme",
            "regions",
            "town",
            "date",
        ),
        *("session", "announced", "start", "end", "zone", "venue", "audiences", "organisers"),
    ]


@pytest.mark.parametrize(("kind", "asked"), [("seminars", "session"), ("page", "title")])
def test_what_a_draft_asks_for_is_not_told_again(kind: str, asked: str, tree: dict[str, bytes]) -> None:
    """The list of what may be there too names only what is not there yet."""
    content, _ = load_content(tree)
    draft = build_draft(content, new_entry(content, kind, "x"), "sv", "skriv texten här")
    assert asked not in draft.may_have


@pytest.mark.parametrize(
    ("kind", "name", "code"),
    [
        ("seminar", "x", "NO_SUCH_KIND"),
        ("seminars", "kald-te", "IS_TAKEN"),
        ("page", "move.md", "IS_TAKEN"),
        ("seminars", "Kald te", "NO_NAME"),
    ],
)
def test_what_cannot_begin_is_said(kind: str, name: str, code: str, tree: dict[str, bytes]) -> None:
    """Nothing that is there is overwritten, and no file gets a name that the check refuses."""
    with pytest.raises(UserError) as refused:
        _files(tree, kind, name)
    assert refused.value.phrase.code == code
