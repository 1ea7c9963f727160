"""The notes of a page: a number for each source that the article cites, and the list at its end that the numbers lead to.

`text.html` and the templates leave a mark, `<a data-cite=…>`, where a source is cited. Which number it gets is known only
when the whole article stands there.
"""

import re
from dataclasses import dataclass, field

from markupsafe import Markup

from campaign.context import rendered
from campaign.models.sources import Source
from campaign.pages import Page
from campaign.site import Site

_MARK = re.compile(
    r'<h(?P<level>[1-4])(?![^>]*class="hidden")[^>]*>(?P<heading>.*?)</h(?P=level)>'
    r'|<a data-cite="(?P<source>[^"]*)" data-at="(?P<at>[^"]*)" data-name="(?P<name>[^"]*)"></a>',
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Mark:
    """Where an article cites a source: the id there, what it stands beside, and where in the source or as of when."""

    id: str
    name: str
    at: str


@dataclass(frozen=True)
class Note:
    """A source that an article cites: its number on the page, the id of its note, the record, and where it is cited."""

    number: int
    id: str
    source: Source
    slug: str
    marks: list[Mark] = field(default_factory=list)


def with_notes(site: Site, page: Page, article: str) -> str:
    """An article whose marks are numbered, the same source with the same number, and the notes below it.

    One way leads back to all marks of a name: a second would say nothing that the first does not.
    """
    notes: dict[str, Note] = {}
    heading = ""

    def numbered(found: re.Match[str]) -> str:
        nonlocal heading
        slug = found["source"]
        if slug is None:
            heading = _TAG.sub("", found["heading"]).strip()
            return found[0]
        number = len(notes) + 1
        note = notes.setdefault(slug, Note(number, f"note-{number}", site.content.sources[slug], slug))
        beside = Markup(found["name"] or heading), Markup(found["at"])
        if beside in [(mark.name, mark.at) for mark in note.marks]:
            return _number(site, page, note)
        end = f"-{len(note.marks) + 1}" if note.marks else ""
        mark = Mark(f"cite-{note.number}{end}", *beside)
        note.marks.append(mark)
        return _number(site, page, note, mark)

    shown = _MARK.sub(numbered, article).replace("</sup><sup>", "</sup><sup>, ")
    return shown + rendered(site, page, "partials/notes.html", notes=list(notes.values())) if notes else shown


def _number(site: Site, page: Page, note: Note, mark: Mark | None = None) -> Markup:
    """The number in the text, with an id where a way leads back to it."""
    word = site.content.label("note", "source", page.body_language.code)
    own = Markup(' id="{}"').format(mark.id) if mark else ""
    shown = '<sup><a class="note" role="doc-noteref"{} href="#{}" aria-label="{} {}">{}</a></sup>'
    return Markup(shown).format(own, note.id, word, note.number, note.number)
