"""A drawing in the colours of its day, for typst, which knows neither custom properties nor media queries."""

import re

_DAY = re.compile(r"\{((?:--[\w-]+:[^;}]+;?)+)\}")
_PROPERTY = re.compile(r"(--[\w-]+):([^;}]+)")
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_USE = re.compile(r"var\((--[\w-]+)\)")


def painted(drawing: bytes) -> bytes:
    """The drawing with each colour written where it is used: those of the first set, which is the day.

    A KeyError names a property that the set lacks. A drawing without a set has its day in its shapes, and a style for its night.
    """
    text = drawing.decode()
    day = _DAY.search(text)
    colours = dict(_PROPERTY.findall(day[1])) if day else {}
    return _USE.sub(lambda use: colours[use[1]].strip(), _STYLE.sub("", text)).encode()
