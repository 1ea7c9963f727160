"""PDF: what a press does, and that nothing is done without one."""

import io
from collections.abc import Iterator

import pikepdf

from campaign.problems import Position, Problem
from campaign.proof.rules import Rules, fault, is_allowed

# Under these names stands what is done: by a press, and after something else was done.
_DONE = ("/A", "/Next")
_OPENED = "/OpenAction"
_HOLDERS = (pikepdf.Array, pikepdf.Dictionary)


def prove_pdf(address: str, content: bytes, rules: Rules) -> Iterator[Problem]:
    """What is against the policy in a PDF; the place of a link is its page."""
    try:
        with pikepdf.open(io.BytesIO(content), attempt_recovery=False) as pdf:
            yield from _prove_objects(address, pdf, rules)
    except (pikepdf.PdfError, pikepdf.PasswordError, UnicodeDecodeError) as error:
        # The name of the stream, which stands first, is another in each run.
        yield fault(address, "OUT_BROKEN", value=str(error).rpartition(": ")[2])


def _prove_objects(address: str, pdf: pikepdf.Pdf, rules: Rules) -> Iterator[Problem]:
    """The links of each page, and then all there is: what was told with its page is not told again without one."""
    told = set()
    for number, page in enumerate(pdf.pages, 1):
        annotations = page.get("/Annots")
        for one in annotations if isinstance(annotations, pikepdf.Array) else ():
            for problem in _prove_object(address, one, Position(number), rules):
                told.add(str((problem.code, problem.values)))
                yield problem
    for one in pdf.objects:
        for problem in _prove_object(address, one, Position(), rules):
            if str((problem.code, problem.values)) not in told:
                yield problem


def _prove_object(address: str, one: object, position: Position, rules: Rules) -> Iterator[Problem]:
    for name, value in _entries(one):
        if name == _OPENED and isinstance(value, pikepdf.Array):
            continue  # only the page and the size that are shown first, as office programs write it
        if name in rules.policy.pdf["forbidden"]:
            yield fault(address, "OUT_ACTION", position, value=name)
        elif name in _DONE and isinstance(value, pikepdf.Dictionary) and "/S" in value:
            yield from _prove_action(address, value, position, rules)


def _entries(one: object) -> Iterator[tuple[str, pikepdf.Object]]:
    """The entries of an object and of what stands in it, but not of other objects: these have their turn, and may lead in a circle."""
    waiting = [one]
    while waiting:
        value = waiting.pop()
        within: list[pikepdf.Object] = []
        if isinstance(value, pikepdf.Array):
            within = list(value)
        elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            yield from value.items()
            within = [inner for _, inner in value.items()]
        waiting.extend(inner for inner in within if isinstance(inner, _HOLDERS) and not inner.is_indirect)


def _prove_action(
    address: str, action: pikepdf.Object, position: Position, rules: Rules
) -> Iterator[Problem]:
    kind = str(action.get("/S"))
    if kind not in rules.policy.pdf["actions"]:
        yield fault(address, "OUT_ACTION", position, value=kind)
    elif kind == "/URI" and not is_allowed(rules, "link", "URI", str(action.get("/URI"))):
        yield fault(address, "OUT_VALUE", position, name="URI", value=str(action.get("/URI")))
