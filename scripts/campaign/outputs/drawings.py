"""A drawing in the colours of its day or of its night: for typst, which knows no custom properties, and for browsers, which need one."""

import re
from typing import Literal

Light = Literal["day", "night"]
LIGHTS: tuple[Light, ...] = ("day", "night")

_SET = re.compile(r"\{((?:--[\w-]+:[^;}]+;?)+)\}")
_PROPERTY = re.compile(r"(--[\w-]+):([^;}]+)")
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_DARK = re.compile(r"@media\s*\(prefers-color-scheme:\s*dark\)\s*\{(.*)\}", re.DOTALL)
_USE = re.compile(r"var\((--[\w-]+)\)")
_CLASS = re.compile(r' class="[^"]*"')
_ID = re.compile(r' id="([^"]*)"')
_REFERENCE = re.compile(r"#([\w.-]+)")
_UNSEEN = re.compile(r'<\w+[^>]*\sopacity="0"[^>]*/>| style="transform:translateY\(0(?:px)?\)"')
_BETWEEN = re.compile(r">\s+<")
# A group that holds nothing is closed where it begins.
_GROUP = re.compile(r"(<g\b(?:[^>]*[^/>])?>|</g>)")


def painted(drawing: bytes, light: Light = "day") -> bytes:
    """The drawing with each colour written where it is used: those of the first set by day, and of the last by night.

    A KeyError names a property that the set lacks. A drawing without a set has its day in its shapes, and a style for its night.
    """
    text = drawing.decode()
    colours, shapes = _in_light(text, light)
    return _USE.sub(lambda use: colours[use[1]].strip(), shapes).encode()


def missing_colour(text: str, light: Light) -> str:
    """The first colour that is used and that the set of this light lacks, or nothing."""
    colours, shapes = _in_light(text, light)
    return next((use[0] for use in _USE.finditer(shapes) if use[1] not in colours), "")


def published(drawing: bytes, light: Light) -> bytes:
    """The same without what nobody sees: names and groups that say nothing, what is out or at rest at this hour, line breaks."""
    text = _UNSEEN.sub("", painted(drawing, light).decode())
    if "<style>" not in text:
        text = _CLASS.sub("", text)
    named = set(_REFERENCE.findall(text))
    text = _ID.sub(lambda found: found[0] if found[1] in named else "", text)
    return _BETWEEN.sub("><", _ungrouped(text)).encode()


def _in_light(text: str, light: Light) -> tuple[dict[str, str], str]:
    """The colours of the set, and the drawing with no style but that of the night where it has no set."""
    sets = _SET.findall(text)
    colours = dict(_PROPERTY.findall(sets[0 if light == "day" else -1])) if sets else {}
    return colours, _STYLE.sub("" if sets or light == "day" else _darkening(text), text)


def _ungrouped(text: str) -> str:
    """The shapes of a group that says nothing of them stand for themselves."""
    parts, are_shown = _GROUP.split(text), [True]
    for number, part in list(enumerate(parts))[1::2]:  # between them stands what is no group
        if part == "</g>":
            parts[number] = part if are_shown.pop() else ""
        else:
            are_shown.append(part != "<g>")
            parts[number] = part if are_shown[-1] else ""
    return "".join(parts)


def _darkening(text: str) -> str:
    """The style of the night, for whom it is always night."""
    found = _DARK.search("".join(_STYLE.findall(text)))
    return f"<style>{found[1]}</style>" if found else ""
