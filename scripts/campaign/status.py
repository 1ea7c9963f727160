"""What is well-formed and yet wants somebody's eye: texts that are hard to read, what runs out or is still to fetch, pages alone."""

from collections.abc import Iterator

from campaign.content import Content
from campaign.facts import places
from campaign.law import finding_on
from campaign.models.guide import Rule
from campaign.readability import HARDEST_ALLOWED, lix, plain_text
from campaign.settings import DEFAULT_LANGUAGE

# The language in which records say of a number what it counts; the report itself is in English.
_CODE = DEFAULT_LANGUAGE.code


def render_status(content: Content, today: str, soon: str) -> str:
    """A report in plain lines. `today` and `soon` are ISO dates: what runs out between them is named as due."""
    parts = (
        (f"Readability (LIX, at most {HARDEST_ALLOWED})", _readability(content)),
        (f"Rules to read again by {soon}", _reviews(content, today, soon)),
        (f"Rules whose law has changed since it was read (looked {_looked(content)})", _changed(content)),
        (f"Consents that end by {soon}", _consents(content, soon)),
        ("Figures to fetch (make.py refresh)", _unfetched(content)),
        ("Figures of chapters, the longest unread first", _figures(content)),
        ("Questions that nobody has answered", _questions(content)),
        ("Pages in one language only", _alone(content)),
        ("Sources at an address without https, which others may change on the way", _insecure(content)),
        ("Where weaknesses are told of (security.txt)", _security(content, soon)),
    )
    return "\n\n".join("\n".join([title, *(list(lines) or ["  none"])]) for title, lines in parts)


def _readability(content: Content) -> Iterator[str]:
    found = [(lix(plain_text(p.tokens)), p.file) for texts in content.prose.values() for p in texts.values()]
    for value, file in sorted(found, reverse=True):
        yield f"  {value:4.0f}  {file}{'  too hard' if value > HARDEST_ALLOWED else ''}"


def _reviews(content: Content, today: str, soon: str) -> Iterator[str]:
    for slug, rule in sorted(content.rules.items()):
        if rule.review_by <= soon:
            word = "overdue since" if rule.review_by < today else "due"
            yield f"  {word} {rule.review_by}  {content.documents['rules'][slug].path}{_numbers(rule)}"


def _numbers(rule: Rule) -> str:
    """What to look for when a rule is read again: the numbers that it turns on, and what they count."""
    told = [
        f"{measure.value} {measure.unit}{f' ({measure.note[_CODE]})' if measure.note else ''}"
        for measure in rule.measures
    ]
    return f": {', '.join(told)}" if told else ""


def _looked(content: Content) -> str:
    return content.law_watch.looked if "law-watch" in content.singletons else "never"


def _changed(content: Content) -> Iterator[str]:
    for slug, rule in sorted(content.rules.items()):
        if found := finding_on(content, rule):
            yield f"  {found}  {content.documents['rules'][slug].path}"


def _consents(content: Content, soon: str) -> Iterator[str]:
    for slug, story in sorted(content.stories.items()):
        if story.consent_until <= soon:
            yield f"  {story.consent_until}  {content.documents['stories'][slug].path}"


def _unfetched(content: Content) -> Iterator[str]:
    for kind, slug, place in places(content):
        for fact in place.facts:
            if fact.query and not fact.known:
                file = content.documents[kind][slug].path
                yield f"  {fact.query.service} {fact.query.table}  {fact.fact}  {file}"


def _figures(content: Content) -> Iterator[str]:
    found = [(figure, slug) for slug, chapter in content.chapters.items() for figure in chapter.figures]
    for figure, slug in sorted(found, key=lambda row: (row[0].checked, row[1])):
        about = "about " if figure.approximate else ""
        note = f" ({figure.note[_CODE]})" if figure.note else ""
        told = f"{about}{figure.value} {figure.unit}{note}, {figure.as_of}, {figure.source}"
        yield f"  {figure.checked}  {told}  {content.documents['chapters'][slug].path}"


def _questions(content: Content) -> Iterator[str]:
    for slug, one in sorted(content.questions.items(), key=lambda item: (item[1].since, item[0])):
        yield f"  {one.since}  {one.ask}  {one.question[_CODE]}  {content.documents['questions'][slug].path}"


def _alone(content: Content) -> Iterator[str]:
    for _, prose in content.texts():
        if prose.meta.only:
            yield f"  {prose.file}"


def _insecure(content: Content) -> Iterator[str]:
    for slug, source in sorted(content.sources.items()):
        if source.address and source.address.startswith("http:"):
            yield f"  {source.address}  {content.documents['sources'][slug].path}"


def _security(content: Content, soon: str) -> Iterator[str]:
    told = content.configuration.extra.security
    if told is None:
        yield "  nobody is named: extra.security in mkdocs.yml"
    elif told.expires <= soon:
        yield f"  runs out {told.expires}: extra.security in mkdocs.yml"
