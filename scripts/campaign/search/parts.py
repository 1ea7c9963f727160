"""A finished page → its part of the search index: its sections with their headings, and how often each word stands there."""

import html
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

# The numbers of notes and what stands around the text would be found in every page.
_LEFT_OUT = re.compile(
    r'<(nav|script|style|svg|noscript|aside)\b.*?</\1>|<section class="notes\b.*?</section>|<sup\b.*?</sup>|&shy;',
    re.DOTALL,
)
_HEADING = re.compile(r'<h([23])\b[^>]*?\bid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# Parts that other code made say nothing about what this code makes.
CODE = Path(__file__).read_bytes()


@dataclass(frozen=True)
class Section:
    """What stands below a heading; what stands above the first has neither id nor heading."""

    id: str
    heading: str
    words: dict[str, int] = field(default_factory=dict)


def extract_part(page: bytes) -> bytes:
    """The part of a page, as it is kept."""
    article = page.decode().partition("<article")[2].partition(">")[2].partition("</article>")[0]
    lead, *rest = _HEADING.split(_LEFT_OUT.sub(" ", article))
    headed = zip(rest[1::4], rest[2::4], rest[3::4], strict=True)
    below = (Section(id, _text(head), _counted(body)) for id, head, body in headed)
    return render_part([Section("", "", _counted(lead)), *below])


def render_part(sections: Iterable[Section]) -> bytes:
    """The part of a page with these sections."""
    found = [(section.id, section.heading, section.words) for section in sections]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()


def sections_in(part: bytes) -> list[Section]:
    """The sections of a page from its part."""
    return [Section(*found) for found in json.loads(part)]


def words_in(text: str) -> Iterator[str]:
    """The words of a text as they stand; one with a hyphen is its parts, and all of them as one."""
    for found in _WORD.findall(text):
        parts = found.split("-")
        yield from parts
        if len(parts) > 1:
            yield "".join(parts)


def _text(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())


def _counted(markup: str) -> dict[str, int]:
    """How often each word stands in a text; numbers are left out, for nobody looks for a figure by its digits."""
    return Counter(word for word in words_in(_text(markup)) if len(word) > 1 and not word.isdecimal())
