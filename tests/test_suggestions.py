"""What `make.py fix` would write, as comments that a Git host lets somebody accept."""

import json

from campaign.suggestions import Suggestion, render_forgejo, render_github, render_gitlab, suggestions

PATH = "content/sv/a.md"
BEFORE = {PATH: b"One\nTwo\nThree\n"}
NOW = {PATH: b"One\n12345\nOld 54321\nThree\n"}
FIXED = {PATH: b"One\n12\xc2\xa0345\nOld 54\xc2\xa0321\nThree\n", "content/sv/gone.md": None}
FOUND = Suggestion(PATH, 2, 3, ("12\u00a0345", "Old 54\u00a0321"))


def test_what_is_new_and_has_one_answer_is_suggested() -> None:
    """The lines that would be written stand for those that are there."""
    assert suggestions(BEFORE, NOW, FIXED) == [FOUND]


def test_what_stood_there_before_is_not_suggested() -> None:
    """A host takes no comment on a line that the change does not touch."""
    assert suggestions(NOW, NOW, FIXED) == []


def test_github_gets_a_review() -> None:
    """Each place has a block of suggestion; several lines say where they begin."""
    assert json.loads(render_github([FOUND, Suggestion(PATH, 9, 9, ("x",))], "So:")) == {
        "event": "COMMENT",
        "comments": [
            {
                "path": PATH,
                "line": 3,
                "side": "RIGHT",
                "body": "So:\n```suggestion\n12\u00a0345\nOld 54\u00a0321\n```",
                "start_line": 2,
                "start_side": "RIGHT",
            },
            {"path": PATH, "line": 9, "side": "RIGHT", "body": "So:\n```suggestion\nx\n```"},
        ],
    }


def test_gitlab_gets_a_discussion_for_each_place() -> None:
    """A line of JSON each, whose block says how many lines above it are meant."""
    [row] = map(json.loads, render_gitlab([FOUND], "So:").splitlines())
    assert row == {
        "body": "So:\n```suggestion:-1+0\n12\u00a0345\nOld 54\u00a0321\n```",
        "position": {"position_type": "text", "new_path": PATH, "old_path": PATH, "new_line": 3},
    }


def test_forgejo_gets_the_lines_to_write() -> None:
    """It has no suggestions, so the comment shows what to write."""
    assert json.loads(render_forgejo([FOUND], "So:"))["comments"] == [
        {"path": PATH, "new_position": 3, "body": "So:\n```\n12\u00a0345\nOld 54\u00a0321\n```"}
    ]


def test_no_line_ends_the_block() -> None:
    """A text about code has fences of its own."""
    [comment] = json.loads(render_github([Suggestion(PATH, 1, 1, ("```yaml",))], "So:"))["comments"]
    assert comment["body"] == "So:\n````suggestion\n```yaml\n````"
