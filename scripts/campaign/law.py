"""What a rule rests on: its sections, whether their text was read, and whether they have changed since."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from campaign.content import Content
from campaign.models.guide import Rule, RuleChange
from campaign.models.law import Citation, Finding, Section
from campaign.reads import record_read, recording
from campaign.settings import BY_CODE, Language
from campaign.typography import join_words

# The key under which it is recorded that somebody read since when all texts have been read.
LAWS_READ = "laws-read:"
# The kinds that tell what the law says; the others are told with their source.
OF_LAW = ("must", "right", "definition", "exception")


@dataclass(frozen=True)
class RenderedRule:
    """A rule as a page tells of it: `law` is its citation, `place` the first of it, `read` the day its text was read."""

    slug: str
    rule: Rule
    law: str
    place: str
    web: str | None
    read: str | None
    changed: Literal["changed", "repealed"] | None

    @property
    def is_unread_law(self) -> bool:
        """Whether it tells what the law says without anybody having read the text."""
        return self.rule.kind in OF_LAW and self.read is None


@dataclass(frozen=True)
class Topic:
    """Rules that belong together, in the order a reader meets them."""

    name: str
    rules: tuple[RenderedRule, ...]


@dataclass(frozen=True)
class ChapterRules:
    """What the law of a country says to a chapter: by topic what was read, and apart what was not."""

    read_days: tuple[str, ...]
    topics: tuple[Topic, ...]
    unread: tuple[RenderedRule, ...]


@dataclass(frozen=True)
class DutyGroup:
    """The duties of a country that begin to hold at a number of employees."""

    country: str
    employees: int
    topics: tuple[Topic, ...]


def read_on(content: Content, rule: Rule) -> str | None:
    """The ISO day on which all that a rule cites had been read, or None if some text was not."""
    found = [_section(content, cited.act, name) for cited in rule.cites for name in cited.sections]
    days = [section.read for section in found if section]
    return min(days) if found and len(days) == len(found) else None


def laws_read_on(content: Content) -> str | None:
    """The ISO day since which every text that a rule rests on has been read."""
    record_read(LAWS_READ)
    with recording():  # every rule and act goes into it, and few of their changes touch it
        days = [read_on(content, rule) for rule in content.rules.values()]
    return min((day for day in days if day), default=None)


def _section(content: Content, act: str, name: str) -> Section | None:
    record = content.acts.get(act)
    return record.sections.get(name) if record else None


def finding_on(content: Content, rule: Rule) -> Literal["changed", "repealed"] | None:
    """What the last law watch found about a rule's sections, until somebody has stored the new text."""
    findings = content.law_watch.findings if "law-watch" in content.singletons else []
    cited = {(c.act, name) for c in rule.cites for name in c.sections}
    open_findings = [f for f in findings if _is_open(content, f)]
    return next((f.found for f in open_findings if (f.act, f.section) in cited), None)


def _is_open(content: Content, finding: Finding) -> bool:
    section = _section(content, finding.act, finding.section)
    return section is not None and section.text != finding.text


def rules_of_chapter(content: Content, code: str, chapter: str, country: str) -> ChapterRules:
    """The rules of a country that a chapter tells, in the order a reader meets them."""
    found = content.rules.having("chapters", chapter)
    rendered = render_rules(content, code, lambda rule: rule.country == country, found)
    shown = [t for t in rendered if not t.is_unread_law]
    return ChapterRules(
        read_days=tuple(sorted({t.read for t in shown if t.read})),
        topics=_topics(shown),
        unread=tuple(t for t in rendered if t.is_unread_law),
    )


def duties(content: Content, code: str, country: str, chapter: str = "") -> list[RenderedRule]:
    """What begins to hold at a number of employees, in a chapter or in all: lowest first, then `country` first."""

    def is_counted(rule: Rule) -> bool:
        return rule.kind in ("must", "right") and rule.from_employees is not None

    found = content.rules.having("chapters", chapter) if chapter else content.rules
    return sorted(
        render_rules(content, code, is_counted, found),
        key=lambda rendered: (rendered.rule.from_employees, rendered.rule.country != country),
    )


def duties_by_size(content: Content, code: str, country: str) -> list[DutyGroup]:
    """All duties, those of `country` first, in groups by the number of employees at which they begin."""
    ordered = sorted(duties(content, code, country), key=lambda rendered: rendered.rule.country != country)
    return [
        DutyGroup(place, employees or 1, _topics(group))
        for (place, employees), group in groupby(ordered, lambda t: (t.rule.country, t.rule.from_employees))
    ]


def _topics(rendered: Iterable[RenderedRule]) -> tuple[Topic, ...]:
    return tuple(Topic(name, tuple(group)) for name, group in groupby(rendered, lambda t: t.rule.topic))


def render_rules(
    content: Content, code: str, wanted: Callable[[Rule], bool], among: Mapping[str, Rule] | None = None
) -> list[RenderedRule]:
    """The rules wanted, of all or `among` some: topics in the order of labels.yml, the rules of a topic by their own order."""
    places = {name: n for n, name in enumerate(content.label_group("topic"))}
    rules = content.rules if among is None else among
    rendered = [render_rule(content, code, slug, rule) for slug, rule in rules.items() if wanted(rule)]
    return sorted(rendered, key=lambda t: (places.get(t.rule.topic, len(places)), t.rule.order, t.slug))


def render_rule(content: Content, code: str, slug: str, rule: Rule) -> RenderedRule:
    """A rule with its citation in the language `code`."""
    act = content.acts.get(rule.cites[0].act) if rule.cites else None
    return RenderedRule(
        slug,
        rule,
        law=citation(content, code, rule),
        place=_place(content, code, rule.cites[0]) if rule.cites else "",
        web=act.web if act else None,
        read=read_on(content, rule),
        changed=finding_on(content, rule),
    )


def citation(content: Content, code: str, rule: Rule) -> str:
    """Where a rule stands, as lawyers cite: `LAS 8 och 10 §§`, `aml. § 14-6 første ledd`; else its basis."""
    if not rule.cites:
        return rule.basis[code] if rule.basis else ""
    return "; ".join(cited(content, code, one) for one in rule.cites)


def cited(content: Content, code: str, citation: Citation) -> str:
    """An act, its sections, and the paragraphs of the last one: `LAS 8 och 10 §§`, `aml. § 14-6 første ledd`."""
    paragraphs = [content.label("paragraph", str(number), code) for number in citation.paragraphs]
    return f"{_place(content, code, citation)} {join_words(paragraphs, BY_CODE[code])}".strip()


def _place(content: Content, code: str, cited: Citation) -> str:
    act = content.acts.get(cited.act)
    return f"{act.short[code] if act else cited.act} {_named(cited.sections, BY_CODE[code])}"


def _named(sections: Sequence[str], language: Language) -> str:
    """Sections in one breath: `8 och 10 §§`, `3 kap. 2 och 4 §§`, `§§ 8-18 og 8-19`, `art. 13 och 14`."""
    if len(sections) == 1:
        return sections[0]
    if sections[0].endswith("§"):
        return join_words(list(_by_chapter(sections, language)), language)
    mark, _, _ = sections[0].partition(" ")
    numbers = [name.partition(" ")[2] for name in sections]
    return f"{'§§' if mark == '§' else mark} {join_words(numbers, language)}"


def _by_chapter(sections: Sequence[str], language: Language) -> Iterator[str]:
    for chapter, group in groupby(sections, key=lambda name: name.rpartition(" kap. ")[0]):
        numbers = [name.rpartition(" kap. ")[2].removesuffix(" §") for name in group]
        start = f"{chapter} kap. " if chapter else ""
        yield f"{start}{join_words(numbers, language)} {'§§' if len(numbers) > 1 else '§'}"


# What may have made somebody act wrongly comes first.
_WEIGHTIEST = ("law-changed", "corrected", "removed", "new", "completed", "relabelled")
# What the books tell rule by rule; of the rest they tell how many.
SHOWN_IN_BOOKS = _WEIGHTIEST[:3]


@dataclass(frozen=True)
class RuleNews:
    """A change of a rule, or one that was taken away (then without a rule)."""

    date: str
    what: str
    text: str
    rendered: RenderedRule | None

    def label(self, code: str) -> str:
        """What the rule is called: by its task where nothing more is said of it, else by its law; nothing where it is gone."""
        if not self.rendered:
            return ""
        task = self.rendered.rule.task
        return task[code] if task and not self.text else self.rendered.law


def news_of_rules(content: Content, code: str) -> list[RuleNews]:
    """What has changed in the rules: latest first, and of a day what a reader must know first."""
    removed = [RuleNews(r.date, "removed", r.text[code], None) for r in content.edition.removed]
    changed_rules = render_rules(content, code, lambda rule: bool(rule.changes))
    changed = [
        _news(change, rendered, code) for rendered in changed_rules for change in rendered.rule.changes
    ]
    by_weight = sorted([*removed, *changed], key=lambda news: _WEIGHTIEST.index(news.what))
    return sorted(by_weight, key=lambda news: news.date, reverse=True)


def news_by_day(content: Content, code: str) -> list[tuple[str, list[tuple[str, list[RuleNews]]]]]:
    """The same in groups: day → what happened → the changes."""
    days = groupby(news_of_rules(content, code), key=lambda news: news.date)
    return [
        (day, [(what, list(group)) for what, group in groupby(news, key=lambda one: one.what)])
        for day, news in days
    ]


def _news(change: RuleChange, rendered: RenderedRule, code: str) -> RuleNews:
    return RuleNews(change.date, change.what, change.text[code] if change.text else "", rendered)
