"""What was in order is not looked at again, until it or what its rules read is another."""

from collections.abc import Callable, Iterator

import pytest

import campaign.checks
from campaign.content import Content
from campaign.files import Tree
from campaign.pages import Pages
from campaign.problems import Problem
from conftest import Changes, Checked

PLACE = "content/data/municipalities/exempelby.yml"


def test_only_the_values_of_a_file_that_changed_are_looked_at_again(
    changed: Callable[..., dict[str, bytes]],
    checked: Callable[[Tree], Checked],
    edited: Callable[[str, str, str], Changes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An editor who saves one of thousands of records waits for the rules about one."""
    looked_at = []

    def rule(content: Content, _pages: Pages) -> Iterator[Problem]:
        looked_at.extend(document.path for document in content.written())
        yield from ()

    monkeypatch.setattr(campaign.checks, "OF_VALUES", (rule,))
    checked(changed({}))
    assert looked_at == []
    checked(changed(edited(PLACE, "I Exempelby går tåget", "I Exempelby går båten")))
    assert looked_at == [PLACE]
