"""What is sent to a store of files that knows no switch, and in which order, so that every page is whole at every moment."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from campaign.publish.manifest import OURS

# What pages need comes before them, and what lists pages after them.
_PAGE = re.compile(r"\.html$")
_LIST = re.compile(r"(^|/)(sitemap\.xml(\.gz)?|rss\.xml|atom\.xml|feed\.json)$|^search/")
Wave = tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """The files to send, wave after wave, and then those to take away. Within a wave the order is nobody's business."""

    sent: tuple[Wave, ...]
    removed: tuple[Wave, ...]

    @property
    def paths(self) -> list[str]:
        """All files that become others, or go."""
        return [path for wave in (*self.sent, *self.removed) for path in wave]


def build_plan(wanted: Mapping[str, str], published: Mapping[str, str], present: Collection[str]) -> Plan:
    """Send what is not there as it should be, take away what should not be there.

    `wanted` and `published` are the digests of the new site and of the one that was published last; `present` are the
    files that the store has. A publication that was stopped left the old manifest, so all that it sent is sent again.
    """
    sent = [path for path in wanted if path not in present or wanted[path] != published.get(path)]
    removed = set(present) - set(wanted) - OURS
    return Plan(_waves(sent), _waves(removed)[::-1])


def _waves(paths: Iterable[str]) -> tuple[Wave, ...]:
    ordered = sorted(paths)
    waves = [tuple(path for path in ordered if _turn(path) == turn) for turn in range(3)]
    return tuple(wave for wave in waves if wave)


def _turn(path: str) -> int:
    return 1 if _PAGE.search(path) else 2 if _LIST.search(path) else 0
