"""Whether a service counts in the unit of the fact: a service says »antal« or »personer«, a fact `inhabitants`."""

# Units that measure → the words that services have for them. All other units count something.
_MEASURES = {
    "percent": ("procent", "prosent", "per cent", "percent", "%"),
    "sek": ("kr", "kronor", "sek"),
    "nok": ("kr", "kroner", "nok"),
    "nok-per-m2": ("kr", "kroner", "kr per m²", "kr/m²"),
    "inhabitants-per-km2": (
        "personer",
        "personer per km²",
        "innbyggere per km²",
        "invånare per km²",
        "antal",
        "antall",
    ),
    "km": ("km", "kilometer"),
    "km2": ("km²", "km2", "kvadratkilometer"),
    "years": ("år", "years"),
    "minutes": ("minuter", "minutter", "minutes"),
}
_COUNTS = ("antal", "antall", "number", "stk")
_PEOPLE = ("personer", "persons", "people", "invånare", "innbyggere")


def fits(unit: str, answered: str, labels: tuple[str, ...] = ()) -> bool:
    """Whether a fact's `unit`, with its `labels` in both languages, is what a service says that it counts in."""
    word = answered.strip().casefold()
    if unit in _MEASURES:
        return word in _MEASURES[unit]
    people = _PEOPLE if unit in ("inhabitants", "people", "employees") else ()
    return word in (*_COUNTS, *people, *(label.casefold() for label in labels))
