"""Rules for cases across the border: three answers lead to one case."""

from collections.abc import Iterator

from campaign.content import Content
from campaign.models.border import Way
from campaign.pages import Pages
from campaign.problems import Problem


def check_ways(content: Content, _pages: Pages) -> Iterator[Problem]:
    """The same answers to the three questions do not lead to two cases."""
    led: dict[tuple[str, str, str], str] = {}
    for slug, case in content.border.items():
        for n, way in enumerate(case.ways):
            other = led.setdefault(_answers(way), slug)
            if other != slug:
                document = content.documents["border"][slug]
                values = {"answers": ", ".join(_answers(way)), "other": other}
                yield Problem(document.path, document.position_of(("ways", n)), "D185", values)


def _answers(way: Way) -> tuple[str, str, str]:
    return way.employer, way.lives, way.works


ALL = (check_ways,)
