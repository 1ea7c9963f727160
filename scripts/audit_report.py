"""The audit told: every number beside its goal, and what is not reached with its reason."""

from collections.abc import Mapping, Sequence

from audit import Measure

Parts = Mapping[str, Sequence[Measure]]
_WORD = {True: "yes", False: "**no**", None: "not measured"}
_UNKNOWN = "nobody has said why yet."


def render_report(
    parts: Parts, seconds: Mapping[str, float], day: str, machine: str, reasons: Mapping[str, str]
) -> str:
    """The report as Markdown. `reasons` are by the beginning of what was measured."""
    count = sum(len(measures) for measures in parts.values())
    reached = sum(one.is_reached is True for measures in parts.values() for one in measures)
    took = sum(seconds.values()) / 60
    head = (
        "# How good it is\n\n"
        f"Made by `make.py audit` on {day} in {took:.0f} minutes on {machine}. It is the real site, served by nginx as we\n"
        f"configure it. {reached} of {count} goals are reached.\n"
    )
    return "\n".join(
        [head, _missed(parts, reasons), *(_part(name, parts[name], seconds.get(name, 0)) for name in parts)]
    )


def _missed(parts: Parts, reasons: Mapping[str, str]) -> str:
    missed = [one for measures in parts.values() for one in measures if one.is_reached is not True]
    lines = [f"* {_render_measure(one)}. Why: {_reason(one, reasons)}" for one in missed]
    return "\n".join(["## What is not reached", "", *(lines or ["Nothing."]), ""])


def _render_measure(measure: Measure) -> str:
    return "; ".join(
        part for part in (f"{measure.what}: {measure.found}, goal {measure.goal}", measure.aside) if part
    )


def _reason(measure: Measure, reasons: Mapping[str, str]) -> str:
    return next((why for what, why in reasons.items() if what in measure.what), _UNKNOWN)


def _part(name: str, measures: Sequence[Measure], seconds: float) -> str:
    head = [
        f"## {name}",
        "",
        f"In {seconds:.0f} seconds.",
        "",
        "| what | goal | measured | reached |",
        "| --- | ---: | ---: | --- |",
    ]
    rows = [
        f"| {_cell(one.what)} | {one.goal} | {_cell(one.found)} | {_WORD[one.is_reached]} |"
        for one in measures
    ]
    return "\n".join([*head, *rows, ""])


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").replace("<", "&lt;").split())
