"""What is well-formed and yet wants somebody's eye, the worst first: what ended or runs out, what is old, what nobody knows."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from campaign.codes import Code
from campaign.content import Content
from campaign.external_links import addresses_of
from campaign.facts import is_old, places
from campaign.hosts import is_placeholder
from campaign.law import finding_on
from campaign.models import file_of
from campaign.models.guide import Rule
from campaign.models.places import KnownByPlace, Place
from campaign.notices import Notice
from campaign.pages import path_of
from campaign.problems import Problem
from campaign.reads import record_read, recording
from campaign.settings import BY_CODE
from campaign.site import Site
from campaign.status_context import Found, StatusContext
from campaign.stories import STORIES, stories_in

# Days ahead in which what runs out is told.
SOON = 60
# Days after which the links out of the site are to be asked again.
LINKS_FRESH = 92
_DEAD: Mapping[str, Code] = {"gone": "STATUS_GONE", "refused": "STATUS_REFUSED", "silent": "STATUS_SILENT"}


def build_status(context: StatusContext) -> list[Notice]:
    """Everything that wants an eye, the worst first."""
    parts: tuple[Callable[[StatusContext], Found], ...] = (
        _law, _consents, _rules, _links_out, _warnings, _past, _contacts, _security, _address, _assessed, _behind, _unfetched, _old, _unread,
        _questions, _alone, _insecure, _unasked, _responsible, _not_read,
    )  # fmt: skip
    found = ((rank, *notice) for rank, part in enumerate(parts) for notice in part(context))
    return sorted(Notice(*one, owner=owner_of(context.content, one[2])) for one in found)


def notices_of(site: Site, code: str) -> list[Notice]:
    """What the content of a site tells of itself in the language `code`; what only Git knows, the command tells."""
    record_read(f"notices:{code}")
    with recording():  # few changes of so many files change a notice
        soon = (date.fromisoformat(site.day) + timedelta(days=SOON)).isoformat()
        return build_status(StatusContext(site.content, site.day, soon, code, site.warnings))


def owner_of(content: Content, file: str) -> str:
    """The place whose people know of a file: its municipality or region by name, or nothing."""
    folder, _, name = file.removesuffix(".md").removesuffix(".yml").rpartition("/")
    kind = folder.rpartition("/")[2]
    stories = {text.file: story for text, story in stories_in(content)} if kind == STORIES else {}
    record = content.records[kind].get(name) if kind in content.records else stories.get(file)
    named = (name, record.known_by() if isinstance(record, KnownByPlace) else "")
    places: Mapping[str, Place] = {**content.regions, **content.municipalities}
    return next((places[one].name for one in named if one in places), "")


def _security(context: StatusContext) -> Found:
    security = context.content.configuration.extra.security
    if security is None:
        yield "", file_of("mkdocs"), context.message("STATUS_NO_SECURITY")
    elif security.expires <= context.soon:
        yield security.expires, file_of("mkdocs"), context.message("STATUS_SECURITY", day=security.expires)


def _address(context: StatusContext) -> Found:
    address = context.content.configuration.site_url
    if is_placeholder(urlsplit(address).hostname or ""):
        yield "", file_of("mkdocs"), context.message("PLACEHOLDER", address=address)


def _law(context: StatusContext) -> Found:
    for slug, rule in context.content.rules.items():
        if found := finding_on(context.content, rule):
            code: Code = "STATUS_LAW_REPEALED" if found == "repealed" else "STATUS_LAW_CHANGED"
            yield (
                found,
                context.content.documents["rules"][slug].path,
                context.message(code, day=context.content.law_watch.looked),
            )


def _consents(context: StatusContext) -> Found:
    for text, story in stories_in(context.content):
        if story.consent_until <= context.soon:
            yield story.consent_until, text.file, context.message("STATUS_CONSENT", day=story.consent_until)


def _rules(context: StatusContext) -> Found:
    for slug, rule in context.content.rules.items():
        if rule.review_by <= context.soon:
            code: Code = "STATUS_RULE_OVERDUE" if rule.review_by < context.today else "STATUS_RULE_DUE"
            sentence = context.message(code, day=rule.review_by, numbers=_numbers(context, rule))
            yield rule.review_by, context.content.documents["rules"][slug].path, sentence


def _numbers(context: StatusContext, rule: Rule) -> str:
    """What to context for when a rule is read again: the numbers that it turns on, and what they count."""
    measures = (
        f"{context.size(one.value, one.unit)} {context.words(one.note)}".rstrip() for one in rule.measures
    )
    return ", ".join(measures) or "–"


def _warnings(context: StatusContext) -> Found:
    """The warnings of a file as one line: how many, and the first; the file with the most before all."""
    by_file: dict[str, list[Problem]] = {}
    for problem in context.warnings:
        by_file.setdefault(problem.path, []).append(problem)
    for file, found in by_file.items():
        first = f"{found[0].position.line} {found[0].code} {found[0].message(context.language).rstrip()}"
        sentence = (
            first if len(found) == 1 else context.message("STATUS_WARNINGS", count=len(found), first=first)
        )
        yield f"{10**6 - len(found)}", file, sentence


def _links_out(context: StatusContext) -> Found:
    """Links out of the site that were dead at the last context, in each file that has one; those that are gone first."""
    findings = {one.address: one for one in context.content.link_watch.findings}
    for address, files in addresses_of(context.content).items() if findings else ():
        if dead := findings.get(address):
            for file in files:
                yield dead.found, file, context.message(_DEAD[dead.found], address=address, day=dead.since)


def _unasked(context: StatusContext) -> Found:
    """Links out that nobody has asked, or not for a quarter of a year."""
    looked = context.content.link_watch.looked
    if looked is None:
        yield "", file_of("link-watch"), context.message("STATUS_LINKS_NEVER")
    elif looked <= _days_before(context.today, LINKS_FRESH):
        yield looked, file_of("link-watch"), context.message("STATUS_LINKS_OLD", day=looked)


def _days_before(day: str, count: int) -> str:
    return (date.fromisoformat(day) - timedelta(days=count)).isoformat()


def _contacts(context: StatusContext) -> Found:
    """Ways to reach somebody that got an answer more than a year ago, and those that nobody has tried since they were read."""
    content = context.content
    for kind, records in (("municipalities", content.municipalities), ("services", content.services)):
        for slug, record in records.items():
            for contact in record.contacts:
                tried = contact.confirmed.date if contact.confirmed else contact.seen.date
                code: Code = "STATUS_CONTACT" if contact.confirmed else "STATUS_CONTACT_UNTRIED"
                if tried[:10] <= _year_ago(context.soon):
                    sentence = context.message(code, function=context.words(contact.function), day=tried)
                    yield tried, content.documents[kind][slug].path, sentence


def _past(context: StatusContext) -> Found:
    """Seminars that were announced here and held, and of which nothing is told since."""
    for slug, one in context.content.seminars.items():
        if (
            one.session
            and one.session.end[:10] < context.today
            and not (one.recording or one.participants or one.coverage)
        ):
            file, day = context.content.documents["seminars"][slug].path, one.session.end[:10]
            yield day, file, context.message("STATUS_PAST", day=day)


def _behind(context: StatusContext) -> Found:
    """Texts whose translation was changed later, the longest behind first."""
    codes = [language.code for language in context.content.full_languages]
    for path in sorted(set.intersection(*(set(context.content.names[code]) for code in codes))):
        files = {
            f"content/{code}/{path}": (context.changed or {}).get(f"content/{code}/{path}", 0)
            for code in codes
        }
        newest = max(files, key=lambda file: files[file])
        for file, when in files.items():
            if when < files[newest]:
                day = _day_of(files[newest])
                yield day, file, context.message("STATUS_BEHIND", other=newest, day=day)


def _unfetched(context: StatusContext) -> Found:
    for kind, slug, place in places(context.content):
        for fact in place.facts:
            if fact.query and not fact.known:
                sentence = context.message(
                    "STATUS_FETCH", fact=fact.fact, service=fact.query.service, table=fact.query.table
                )
                yield fact.fact, context.content.documents[kind][slug].path, sentence


def _old(context: StatusContext) -> Found:
    """Figures that say their year, for their kind changes faster than they were read."""
    limits = context.content.structure.years_current
    for kind, slug, place in places(context.content):
        for fact in place.known_facts:
            if fact.as_of and is_old(limits, fact.fact, fact.as_of, lambda day: day > context.today):
                sentence = context.message("STATUS_OLD", fact=fact.fact, as_of=fact.as_of)
                yield fact.as_of, context.content.documents[kind][slug].path, sentence


def _assessed(context: StatusContext) -> Found:
    """Accessibility, which the law of one country wants assessed at least once a year."""
    day = context.content.accessibility.assessed
    if day <= _year_ago(context.soon):
        yield day, file_of("accessibility"), context.message("STATUS_ASSESSED", day=day)


def _year_ago(day: str) -> str:
    return f"{int(day[:4]) - 1}{day[4:]}"


def _unread(context: StatusContext) -> Found:
    """Figures of chapters whose source nobody has read for a year."""
    for slug, chapter in context.content.chapters.items():
        for one in chapter.figures:
            if one.checked <= _year_ago(context.soon):
                about = "≈ " if one.approximate else ""
                figure = f"{about}{context.size(one.value, one.unit)} {context.words(one.note)}".rstrip()
                sentence = context.message(
                    "STATUS_UNREAD", told=figure, as_of=one.as_of, source=one.source, day=one.checked
                )
                yield one.checked, context.content.documents["chapters"][slug].path, sentence


def _insecure(context: StatusContext) -> Found:
    for slug, source in context.content.sources.items():
        if source.address and source.address.startswith("http:"):
            file = context.content.documents["sources"][slug].path
            yield "", file, context.message("STATUS_INSECURE", address=source.address)


def _questions(context: StatusContext) -> Found:
    """What nobody knows, first of the pages that most others lead to."""
    links = _links(context.content)
    for slug, one in context.content.questions.items():
        count = sum(links[path] for path in one.pages)
        file = context.content.documents["questions"][slug].path
        sentence = context.message(
            "STATUS_QUESTION", question=context.words(one.question), ask=one.ask, day=one.since
        )
        yield f"{10**6 - count} {one.since}", file, sentence


def _links(content: Content) -> Counter[str]:
    """How many links of texts lead to each page."""
    return Counter(
        path_of(text.path, href.partition("#")[0])
        for _, text in content.texts()
        for href in text.hrefs()
        if ":" not in href and not href.startswith("#")
    )


def _alone(context: StatusContext) -> Found:
    for _, text in context.content.texts():
        if text.meta.only and text.meta.only_because == "language":
            yield "", text.file, context.message("STATUS_ALONE", language=BY_CODE[text.meta.only].name)


def _responsible(context: StatusContext) -> Found:
    if not context.content.structure.responsible:
        yield "", file_of("site"), context.message("STATUS_NO_RESPONSIBLE")


def _not_read(context: StatusContext) -> Found:
    """Texts that were changed after a person had read them through, or that were read long ago; of the others how many there are."""
    unread = Counter[str]()
    for code, text in context.content.texts():
        read = text.meta.read_through
        if read is None:
            unread[code] += 1
        elif read.day < (changed := _day_of((context.changed or {}).get(text.file, 0))):
            yield (
                read.day,
                text.file,
                context.message("STATUS_READ_BEFORE", who=read.by, day=read.day, changed=changed),
            )
        elif read.day <= _year_ago(context.soon):
            yield read.day, text.file, context.message("STATUS_READ_LONG_AGO", who=read.by, day=read.day)
    for code, count in unread.items():
        yield "9999", f"content/{code}", context.message("STATUS_NOT_READ", count=count)


def _day_of(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()
