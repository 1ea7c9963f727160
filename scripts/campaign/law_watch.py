"""The law as content has it beside a newer copy of the law collections: what was changed, what was repealed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from campaign.codes import Code
from campaign.content import Content
from campaign.models.law import Act, Finding, LawWatch
from campaign.problems import Problem
from campaign.statutes import Statute, amended_by
from campaign.writing import render_yaml

# Collection and number of an act → its sections in the copy, or None where the copy cannot tell.
Lookup = Callable[[str, str], Statute | None]

_CODES: dict[str, Code] = {"changed": "W401", "repealed": "W402"}


@dataclass(frozen=True)
class Watch:
    """What a look found, and the sections that the copy could not tell about: act and section."""

    findings: tuple[Finding, ...]
    unknown: tuple[tuple[str, str], ...]


def watch(content: Content, lookup: Lookup) -> Watch:
    """Compare each section of each act with the copy."""
    findings, unknown = [], []
    for slug, act in sorted(content.acts.items()):
        statute = lookup(act.collection, act.number)
        for name, section in act.sections.items():
            if statute is None or statute.get(name) == []:
                unknown.append((slug, name))
            elif name not in statute:
                findings.append(Finding(act=slug, section=name, found="repealed"))
            elif statute[name] != section.text:
                findings.append(Finding(act=slug, section=name, found="changed", text=statute[name]))
    return Watch(tuple(findings), tuple(unknown))


def problems_of(content: Content, found: Watch) -> Iterator[Problem]:
    """Each finding as a problem of the act's file, with the rules that cite the section."""
    for finding in found.findings:
        document = content.documents["acts"][finding.act]
        place = document.position_of(("sections", finding.section), key=True)
        rules = ", ".join(_citing(content, finding)) or "–"
        known = content.acts[finding.act].sections[finding.section].amended_by or "–"
        values = {
            "section": finding.section,
            "rules": rules,
            "text": _difference(content, finding),
            "known": known,
        }
        yield Problem(document.path, place, _CODES[finding.found], values)


def _citing(content: Content, finding: Finding) -> Iterator[str]:
    for slug, rule in sorted(content.rules.items()):
        if any(c.act == finding.act and finding.section in c.sections for c in rule.cites):
            yield slug


def _difference(content: Content, finding: Finding) -> str:
    """The paragraphs that only the new text has."""
    known = set(content.acts[finding.act].sections[finding.section].text)
    return " ".join(paragraph for paragraph in finding.text if paragraph not in known) or "–"


def with_sections(act: Act, statute: Statute, names: list[str], day: str, source: str) -> dict[str, object]:
    """The record of an act, with the named sections as the copy has them, read on `day`."""
    record = act.model_dump(exclude_none=True)
    for name in names:
        change = amended_by(statute[name])
        record["sections"][name] = {
            "read": day,
            "source": source,
            **({"amended_by": change} if change else {}),
            "text": statute[name],
        }
    record["sections"] = dict(sorted(record["sections"].items(), key=lambda item: _in_law_order(item[0])))
    return record


def _in_law_order(name: str) -> list[tuple[int, str]]:
    parts = name.replace("-", " ").replace("§", "").split()
    return [(int(part), "") if part.isdigit() else (0, part) for part in parts]


def render_watch(found: Watch, day: str) -> str:
    """content/data/law-watch.yml."""
    record = LawWatch(looked=day, findings=list(found.findings)).model_dump(exclude_defaults=True)
    return render_yaml({**record, "findings": record.get("findings", [])}, LawWatch)


def render_act(record: Mapping[str, object]) -> str:
    """A file of content/data/acts."""
    return render_yaml(record, Act)
