"""Rules for what the law demands in a template: every point of its list has a row that can be filled in."""

from collections.abc import Iterator

from campaign.content import Content
from campaign.markdown import REQUIRED
from campaign.models.law import RequiredList
from campaign.pages import Pages
from campaign.problems import Position, Problem
from campaign.required import Row, points, required_list, rows
from campaign.texts import PageSource


def check_lists(content: Content, _pages: Pages) -> Iterator[Problem]:
    """The paragraph that a template follows was read, and has a list."""
    for slug, template in content.templates.items():
        for code, listed in template.required.items():
            if not points(content, listed):
                document = content.documents["templates"][slug]
                values = {"act": listed.act, "section": listed.section, "value": listed.paragraph}
                yield Problem(document.path, document.position_of(("required", code)), "D141", values)


def check_points(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A template has a row to fill in for every point of the law's list, and names no other point."""
    for code, prose in content.texts():
        listed = required_list(content, prose, code)
        wanted = points(content, listed) if listed else {}
        found = list(rows(prose.tokens))
        for row in found:
            yield from _wrong_marks(prose, row, list(wanted))
        marked = {mark.point for row in found for mark in row.marks}
        for point in wanted:
            if listed and point not in marked:
                yield Problem(
                    prose.file, Position(prose.line), "P242", _missing(listed, point, wanted[point])
                )


def _wrong_marks(prose: PageSource, row: Row, wanted: list[str]) -> Iterator[Problem]:
    for mark in row.marks:
        if mark.point not in wanted or not mark.agrees or not row.has_field:
            value = f"[{mark.words}]({REQUIRED}{mark.point})"
            values = {"value": value, "known": ", ".join(wanted) or "–"}
            yield Problem(prose.file, prose.position_of(row.token), "P241", values)


def _missing(listed: RequiredList, point: str, words: str) -> dict[str, object]:
    return {"point": point, "act": listed.act, "section": listed.section, "words": words}


ALL = (check_lists, check_points)
