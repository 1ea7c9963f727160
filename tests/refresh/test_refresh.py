"""Figures that fetch themselves: which facts are asked for, and which files change."""

from campaign.content import load_content
from campaign.files import Tree
from campaign.models.places import Fact, Query
from campaign.problems import Phrase
from campaign.refresh import SERVICES, Outcome, ask_all, changed_files, facts_to_ask
from campaign.refresh.answers import Answer
from campaign.refresh.changes import Change, FactRequest
from campaign.refresh.report import render_outcome
from refresh.conftest import FakeClient, cell


def test_every_service_of_the_model_can_be_asked() -> None:
    """No editor may write a service that nobody knows how to ask."""
    assert sorted(Query.model_json_schema()["properties"]["service"]["enum"]) == sorted(SERVICES)


def test_a_fault_does_not_hide_what_the_others_say(tree: Tree) -> None:
    """All facts are asked for, so that the editor sees every odd answer at once."""
    content, _ = load_content(tree)
    clients = {
        "scb": FakeClient({"/tables/TAB6471/data": cell("scb-TAB6471", 12400, Region=("9901", "Exempelby"))}),
        "ssb": FakeClient({"/tables/05810/data": {}}),
        "kolada": FakeClient({"/kpi/U30446": {}, "/data/kpi/U30446/municipality/9901": {}}),
    }
    outcome = ask_all(content, facts_to_ask(content, [], []), clients, [], "2026-11-21")
    assert [change.request.name for change in outcome.changes] == ["exempelby/population"]
    assert [(asked.name, reason.code) for asked, reason in outcome.odd] == [
        ("eksempelby/population", "ODD_HALF"),
        ("exempelby/moved-in", "ODD_HALF"),
    ]


def test_other_figures_of_a_page_are_left_as_they_were_written(tree: Tree) -> None:
    """Refreshing one fact does not touch how an editor wrote another."""
    page = "content/sv/municipalities/exempelby.md"
    tree[page] = tree[page].replace(b"Hus finns.", b"[81,5](fact:distance) km, [12 345](fact:population).")
    content, _ = load_content(tree)
    (asked,) = facts_to_ask(content, ["exempelby/population"], [])
    changed = changed_files(tree, [Change(asked, Answer(12400, "", "2025", ""), "2025")], "2026-11-21")
    assert "[81,5](fact:distance) km, [12\u00a0400](fact:population)." in changed[page].decode()


def test_the_same_figure_changes_no_text(tree: Tree) -> None:
    """Read again and found the same: only the day in the record is new."""
    content, _ = load_content(tree)
    (asked,) = facts_to_ask(content, ["exempelby/population"], [])
    same = Change(asked, Answer(12345, "", "2024", ""), "2024-12-31")
    assert list(changed_files(tree, [same], "2026-11-21")) == ["content/data/municipalities/exempelby.yml"]


def test_what_is_odd_is_told_below_the_table() -> None:
    """The reason stands with the name of its fact, in the editor's language."""
    fact = Fact.model_validate({"fact": "population", "unit": "people", "source": "a", "value": 1})
    asked = FactRequest("municipalities", "falun", 0, None, fact)
    outcome = Outcome((), ((asked, Phrase("ODD_EMPTY")),))
    assert render_outcome(outcome, "no") == "falun/population: svaret har ikke noe tall for perioden"
