"""Rules for the law: a duty rests on a text that was read, is in force, and says the same in both languages."""

from collections.abc import Iterator

from campaign.codes import Code
from campaign.content import Content
from campaign.documents import Location
from campaign.law import read_on
from campaign.models.guide import Rule
from campaign.numbers import listed, numbers_in
from campaign.pages import Pages
from campaign.problems import Phrase, Problem


def check_duties_are_read(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A duty rests on sections of law whose text was read; anything else is told as what it is."""
    for slug, rule in content.rules.items():
        is_told = any(content.is_unread("acts", cited.act) for cited in rule.cites)
        if rule.kind == "must" and read_on(content, rule) is None and not is_told:
            missing = ", ".join(_unread(content, rule)) or Phrase("NO_CITES")
            yield rule_problem(content, slug, ("kind",), "D121", value=missing)


def check_origins(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A rule says where it stands: what the law says names its sections, and what nobody read names a source."""
    for slug, rule in content.rules.items():
        if not rule.cites and not rule.basis:
            yield rule_problem(content, slug, (), "D122")
        elif rule.kind != "must" and rule.source is None and read_on(content, rule) is None:
            yield rule_problem(content, slug, (), "D123", value=rule.kind)


def check_numbers(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A rule says the same numbers in every language, and those that it turns on."""
    for slug, rule in content.rules.items():
        numbers_by_language = {
            language.code: numbers_in(rule.statement[language.code], language.code)
            for language in content.full_languages
        }
        everywhere, anywhere = (
            set[float].intersection(*numbers_by_language.values()),
            set[float].union(*numbers_by_language.values()),
        )
        if differing := anywhere - everywhere:
            yield rule_problem(content, slug, ("statement",), "D124", value=listed(differing))
        for n, measure in enumerate(rule.measures):
            if measure.value != 1 and not all(
                measure.value in numbers for numbers in numbers_by_language.values()
            ):
                yield rule_problem(
                    content, slug, ("measures", n, "value"), "D125", value=measure.value, unit=measure.unit
                )


def check_countries(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A rule rests on acts of its own country or of the European Union."""
    for slug, rule in content.rules.items():
        for n, cited in enumerate(rule.cites):
            act = content.acts.get(cited.act)
            if act and act.country not in (rule.country, "EU"):
                values = {"country": rule.country, "act": cited.act, "value": act.country}
                yield rule_problem(content, slug, ("cites", n, "act"), "D134", **values)


def check_reading_days(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A source that nobody read has no day on which it was read."""
    for slug, source in content.sources.items():
        if source.confidence == "reference" and source.form == "law" and source.read is not None:
            document = content.documents["sources"][slug]
            yield Problem(document.path, document.position_of(("read",)), "D127", {"value": source.read})


def rule_problem(content: Content, slug: str, location: Location, code: Code, **values: object) -> Problem:
    """A problem at a field of a rule."""
    document = content.documents["rules"][slug]
    return Problem(document.path, document.position_of(location), code, values)


def _unread(content: Content, rule: Rule) -> Iterator[str]:
    for cited in rule.cites:
        act = content.acts.get(cited.act)
        for name in cited.sections:
            if act is None or name not in act.sections:
                yield f"{cited.act} {name}"


ALL = (check_duties_are_read, check_origins, check_numbers, check_countries, check_reading_days)
