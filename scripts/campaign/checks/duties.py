"""Rules for the list of duties: what a leader must do is in it once, and says when."""

from collections.abc import Iterator

from campaign.checks.law import rule_problem
from campaign.content import Content
from campaign.pages import Pages
from campaign.problems import Problem

# What only something to do can have.
_OF_TASKS = ("due", "recurs", "template")


def check_every_duty_is_listed(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A duty that begins at a number of employees is something to do, or belongs to it."""
    for slug, rule in content.rules.items():
        if rule.kind == "must" and rule.from_employees and not (rule.task or rule.part_of):
            yield rule_problem(content, slug, ("from_employees",), "D170")


def check_tasks(content: Content, _pages: Pages) -> Iterator[Problem]:
    """What is to be done says when, and nothing else does."""
    for slug, rule in content.rules.items():
        if rule.task and rule.due is None:
            yield rule_problem(content, slug, ("task",), "D171")
        for field in _OF_TASKS:
            if not rule.task and getattr(rule, field):
                yield rule_problem(content, slug, (field,), "D172", value=field)


def check_parts(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A rule belongs to something to do in the same country, and is not something to do itself."""
    for slug, rule in content.rules.items():
        whole = content.rules.get(rule.part_of) if rule.part_of else None
        if rule.part_of and rule.task:
            yield rule_problem(content, slug, ("part_of",), "D173")
        elif whole and not (whole.task and whole.country == rule.country):
            yield rule_problem(content, slug, ("part_of",), "D174", value=rule.part_of)


def check_sizes(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A duty does not end before it begins."""
    for slug, rule in content.rules.items():
        if rule.up_to_employees and rule.up_to_employees < (rule.from_employees or 1):
            yield rule_problem(content, slug, ("up_to_employees",), "D175", value=rule.up_to_employees)


def check_questions(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A question of the self-check leads to what is to be done, and to nothing else of the law."""
    if "self-check" not in content.singletons:
        return
    document = content.singleton_documents["self-check"]
    for n, question in enumerate(content.self_check.questions):
        for m, slug in enumerate(question.rules):
            rule = content.rules.get(slug)
            if rule and not rule.task:
                position = document.position_of(("questions", n, "rules", m))
                yield Problem(document.path, position, "D176", {"value": slug})


ALL = (check_every_duty_is_listed, check_tasks, check_parts, check_sizes, check_questions)
