"""What is no markup: style sheets, scripts, JSON, tables and plain text."""

import csv
import json
import re
from collections.abc import Iterator

from campaign.codes import Code
from campaign.problems import Problem
from campaign.proof.markup import prove_html
from campaign.proof.rules import Rules, check_unseen, fault, position_at

HTML_IN_JSON = "content_html"


def prove_text(address: str, content: bytes, rules: Rules) -> Iterator[Problem]:
    """No character that nobody sees, but the mark of UTF-8 before a table, which spreadsheets want."""
    yield from check_unseen(address, content.decode("utf-8-sig"), rules)


def prove_style(address: str, content: bytes, rules: Rules) -> Iterator[Problem]:
    """A style sheet fetches nothing but our own."""
    yield from prove_text(address, content, rules)
    yield from _without(address, content.decode(), rules.policy.style_forbidden, "OUT_STYLE")


def prove_script(address: str, content: bytes, rules: Rules) -> Iterator[Problem]:
    """A script makes no HTML and no code of text."""
    yield from prove_text(address, content, rules)
    yield from _without(address, content.decode(), rules.policy.script_forbidden, "OUT_CODE")


def prove_json(address: str, content: bytes, rules: Rules) -> Iterator[Problem]:
    """Texts in JSON are texts, but where a feed has HTML."""
    yield from prove_text(address, content, rules)
    waiting: list[object] = [json.loads(content)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(value.values())
            yield from prove_html(address, str(value.get(HTML_IN_JSON, "")), rules)
        elif isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, str):
            yield from check_unseen(address, value, rules)


def prove_table(address: str, content: bytes, rules: Rules) -> Iterator[Problem]:
    """No cell of a table is a formula to a spreadsheet."""
    yield from prove_text(address, content, rules)
    reader = csv.reader(content.decode("utf-8-sig").splitlines(keepends=True))
    for row in reader:
        for cell in filter(rules.policy.formula.match, row):
            yield fault(address, "OUT_FORMULA", value=cell)


def _without(address: str, text: str, forbidden: re.Pattern[str], code: Code) -> Iterator[Problem]:
    for found in forbidden.finditer(text):
        yield fault(address, code, position_at(text, found.start()), value=found[0])
