"""What holds on a day: the period of a rate, all rates as whole numbers, and where each stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from campaign.content import Content
from campaign.law import cited
from campaign.models.rates import Period, Rate

# Percent are computed with in hundredths, so that Python and the page have whole numbers alike.
_HUNDREDTHS = 100
_SHARES = ("percent", "points")


@dataclass(frozen=True)
class RenderedRate:
    """A rate as a page tells of it: `law` is where its last period stands, `web` the act on the web."""

    slug: str
    rate: Rate
    law: str
    web: str | None

    @property
    def last(self) -> Period:
        """What the rate is as far ahead as is known."""
        return self.rate.periods[-1]


def holds_on(period: Period, day: str) -> bool:
    """Whether a period holds on an ISO day."""
    return (period.valid_from or "") <= day and (period.valid_to is None or day <= period.valid_to)


def hundredths(percent: float) -> int:
    """Percent in hundredths of a percent."""
    return int(Decimal(str(percent)) * _HUNDREDTHS)


def whole(rate: Rate, period: Period) -> int:
    """The value of a period as a whole number: percent in hundredths, everything else as it stands."""
    return hundredths(period.value) if rate.unit in _SHARES else int(period.value)


def values_on(rates: Mapping[str, Rate], day: str) -> dict[str, int]:
    """Rate → its value as a whole number, of all that hold on an ISO day."""
    return {
        slug: whole(rate, period)
        for slug, rate in rates.items()
        for period in rate.periods
        if holds_on(period, day)
    }


def rates_by_group(content: Content, code: str, country: str) -> list[tuple[str, list[RenderedRate]]]:
    """The rates of a country in the groups of labels.yml, each group by name."""
    ours = (rate for rate in rendered_rates(content, code).values() if rate.rate.country == country)
    rendered = sorted(ours, key=lambda one: one.rate.name[code])
    groups = [
        (group, [one for one in rendered if one.rate.group == group])
        for group in content.label_group("rate-group")
    ]
    return [(group, found) for group, found in groups if found]


def rendered_rates(content: Content, code: str) -> dict[str, RenderedRate]:
    """Every rate by name, as a page tells of it."""
    return {slug: _rendered(content, code, slug, rate) for slug, rate in content.rates.items()}


def _rendered(content: Content, code: str, slug: str, rate: Rate) -> RenderedRate:
    cites = rate.periods[-1].cites
    act = content.acts.get(cites[0].act) if cites else None
    law = "; ".join(cited(content, code, citation) for citation in cites)
    return RenderedRate(slug, rate, law, act.web if act else None)
