"""What templates may use: the page, the records, and functions that say them in the reader's language."""

from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import Any

from markupsafe import Markup

from campaign import archive, feed_links, law, typography
from campaign.links import page_address, resolve_link
from campaign.pages import Page, relative_address
from campaign.settings import BY_CODE, BY_COUNTRY, twin_of
from campaign.site import Download, Site


def rendered(site: Site, page: Page, template: str, **more: Any) -> str:
    """What a template says on a page, given also `more`."""
    return site.templates.get_template(template).render(Context(site, page).names(), **more)


class Context:
    """The words and functions that a template may use."""

    def __init__(self, site: Site, page: Page) -> None:
        self.site = site
        self.page = page
        self.language = page.body_language

    def names(self) -> dict[str, Any]:
        """Name → value, for Jinja."""
        return {
            "page": self.page,
            "record": self.page.record,
            "records": self.site.content.records,
            "singletons": self.site.content.singletons,
            "roles": self.site.content.structure.pages,
            "owner": self.site.owner,
            "forms": self.site.forms,
            "script": lambda name: self.link("/" + self.site.scripts[name]),
            "comparable_facts": self._comparable_facts,
            "cases_of": self._cases_of,
            "job_address": self._job_address,
            **self._law(),
            "files": self._files,
            "is_past": self.site.is_past,
            "is_ahead": self.site.is_ahead,
            "language": self.language,
            "code": self.language.code,
            "t": self._word,
            "number": typography.number,
            "quantity_words": typography.quantity,
            "money": typography.money,
            "date": lambda when: typography.date(when, self.language),
            "link": self.link,
            "href": lambda written: resolve_link(self.site, self.page, written).address,
            "page_of": self._page_of,
            "twin": lambda: self.site.pages[twin_of(self.page.language).code, self.page.path],
            "years": typography.years,
            "tag": self._tag,
            "language_in": lambda country: BY_COUNTRY[country].code,
            "home_country_first": self._home_country_first,
            "has_page": self._has_page,
            **self._events(),
        }

    def _events(self) -> dict[str, Any]:
        """What pages say of events, and what they offer to follow."""
        return {
            "feed_links": feed_links.feed_links(self.site, self.page.language),
            "event_file": lambda: self.link("/" + feed_links.event_file(self.site.content, self.page)),
            "root_address": self.site.root_address,
            "is_coming": lambda seminar: archive.is_coming(seminar, self.site.today),
            "coming_and_past": lambda seminars: archive.coming_and_past(seminars, self.site.today),
            "years_of": archive.years_of,
            "archive_choices": lambda seminars: archive.choices(seminars, self._choice),
            "session_time": lambda held: typography.session(held.start, held.end, self.language),
        }

    def _law(self) -> dict[str, Any]:
        """What pages say of rules, in the page's language and its country first."""
        content, code, country = self.site.content, self.language.code, self.page.language.country
        return {
            "countries": sorted(("SE", "NO"), key=lambda place: place != country),
            "chapter_rules": partial(law.rules_of_chapter, content, code),
            "duties": partial(law.duties, content, code, country),
            "duties_by_size": partial(law.duties_by_size, content, code, country),
            "laws_read_on": partial(law.laws_read_on, content),
            "news_by_day": partial(law.news_by_day, content, code),
            "shown_in_books": law.SHOWN_IN_BOOKS,
        }

    def link(self, path: str) -> str:
        """The relative address of a page (`services/index.md`) or of a file (`/media/x.svg`)."""
        if path.startswith("/"):
            return relative_address(self.page.address, path[1:])
        return page_address(self.site, self.page, path)

    def _word(self, group: str, word: str) -> str:
        return self.site.content.label(group, word, self.language.code)

    def _page_of(self, path: str) -> Page:
        return self.site.pages[self.page.language.code, path]

    def _has_page(self, path: str) -> bool:
        return (self.page.language.code, path) in self.site.pages

    def _home_country_first(self, records: Mapping[str, Any]) -> list[tuple[str, Any]]:
        """Records that have a country, the reader's own before the neighbour's."""
        country = self.page.language.country
        return sorted(records.items(), key=lambda item: (item[1].country != country, item[0]))

    def _choice(self, field: str, value: str) -> str:
        if field == "region":
            return str(self.site.content.records["regions"][value].name)
        return self._word(field, value)

    def _files(self, item: str, slug: str = "") -> list[Download]:
        """The files of an item in the page's language."""
        return self.site.downloads_of(self.language.code, item, slug)

    def _comparable_facts(self) -> list[str]:
        """The facts that at least two municipalities of each country tell, most told first."""
        places = self.site.content.records["municipalities"].values()
        told = Counter((fact.fact, place.country) for place in places for fact in place.known_facts)
        both = {fact for fact, _ in told if told[fact, "SE"] > 1 and told[fact, "NO"] > 1}
        return sorted(both, key=lambda fact: (-told[fact, "SE"] - told[fact, "NO"], fact))

    def _job_address(self, slug: str) -> tuple[Any, str] | None:
        """The job bank of a municipality's country and the address of the jobs there."""
        place = self.site.content.records["municipalities"][slug]
        bank = self.site.content.singletons["job-banks"].root.get(place.country)
        known = bank and bank.places.get(slug)
        return (bank, bank.pattern.replace("{place}", known)) if known else None

    def _cases_of(self, journey: Any) -> list[str]:
        """The cases that any step of a journey asks about, in the order of the labels."""
        steps = self.site.content.records["steps"]
        asked = {case for slug in journey.steps for case in steps[slug].cases}
        return [case for case in self.site.content.label_group("case") if case in asked]

    def _tag(self, code: str) -> Markup:
        """A `lang` attribute where the text is in the other language than the page, else nothing."""
        tag = {"en": "en", "nb": "nb", "mul": ""}.get(code) or (BY_CODE[code].tag if code in BY_CODE else "")
        return Markup(' lang="{}"').format(tag) if tag and tag != self.language.tag else Markup("")
