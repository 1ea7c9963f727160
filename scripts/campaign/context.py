"""What templates may use on a page, said in the reader's language. What has nothing to do with a page is in `templates`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date
from typing import TypeVar

from markupsafe import Markup

from campaign import (
    archive,
    cost_page,
    feed_links,
    holiday_pay,
    law,
    letters,
    questions,
    self_check,
    typography,
    visits,
)
from campaign.duties import Duty, Firm, build_duties
from campaign.facts import is_old
from campaign.links import page_address, resolve_link
from campaign.models.border import Way
from campaign.models.deadlines import DeadlineGroup
from campaign.models.events import Seminar
from campaign.models.headings import HasPage
from campaign.models.moving import JobBank, Journey, Step
from campaign.models.places import Fact, Place
from campaign.models.questions import OpenQuestion
from campaign.models.structure import Roles
from campaign.models.visits import Season
from campaign.pages import Page, relative_address
from campaign.place_context import PlaceContext
from campaign.site import Download, Site
from campaign.uses import topics_of_sources

OfPlace = TypeVar("OfPlace", bound=Place)


def rendered(site: Site, page: Page, template: str, **more: object) -> str:
    """What a template says on a page, given also `more`."""
    return site.templates.get_template(template).render(Context(site, page).names(), **more)


@dataclass(frozen=True)
class Context(PlaceContext):
    """The page that a template is rendered for. Templates know each attribute by its name, and call the methods."""

    def names(self) -> dict[str, object]:
        """Name → value, for Jinja."""
        return {name: getattr(self, name) for name in _NAMES}

    @property
    def record(self) -> HasPage | None:
        """The record that the page shows, if there is one."""
        return self.page.record

    @property
    def roles(self) -> Roles:
        """Pages with a task of their own."""
        return self.site.content.structure.pages

    def more_about(self, section: str) -> str | None:
        """The page that tells of all places what a section tells of one."""
        return self.site.content.structure.sections.get(section)

    @property
    def full_page(self) -> Page | None:
        """The page that this one tells in easy words, if it is easy to read."""
        full = self.content.structure.full_page_of(self.page.path)
        return self.page_of(full) if full else None

    @property
    def owner(self) -> Mapping[str, str | None]:
        """Who publishes the site."""
        return self.site.owner

    @property
    def forms(self) -> Mapping[str, str | None]:
        """Where each form posts, if that is decided."""
        return self.site.forms

    def is_past(self, day: str) -> bool:
        """Whether an ISO date has gone by."""
        return self.site.is_past(day)

    def is_ahead(self, day: str) -> bool:
        """Whether an ISO date is to come."""
        return self.site.is_ahead(day)

    @property
    def root_address(self) -> str:
        """Where the site is published, with a slash at the end."""
        return self.site.root_address

    @property
    def countries(self) -> list[str]:
        """The reader's own country before the neighbour's."""
        return sorted(self.content.countries, key=lambda place: place != self.page.language.country)

    def visit_file(self, season: Season) -> str:
        """The calendar file of the visit that the page shows."""
        return self.link("/" + visits.visit_file(self.content, self.page, season))

    def link(self, path: str) -> str:
        """The relative address of a page (`services/index.md`) or of a file (`/media/x.svg`)."""
        if path.startswith("/"):
            return relative_address(self.page.address, path[1:])
        return page_address(self.site, self.page, path)

    def href(self, written: str) -> str:
        """The address of a link as an editor writes it."""
        return resolve_link(self.site, self.page, written).address

    def script(self, name: str) -> Markup:
        """The tag of a script, with the digest by which a browser knows that it is ours."""
        script = self.site.scripts[name]
        return script.tag(self.link("/" + script.address))

    def sheet(self, part: str) -> str:
        """The address of a part of the style that few pages need."""
        return self.link("/" + self.site.sheets[f"{part}.css"])

    def whole_sheet(self, name: str) -> str:
        """The address of a sheet that pages wear whole, for one that does not name it in its head."""
        return self.link("/" + self.site.styles[name])

    def page_of(self, path: str) -> Page:
        """Another page in the same language."""
        return self.site.pages[self.page.language.code, path]

    def page_in(self, code: str, path: str) -> Page:
        """A page in another language."""
        return self.site.pages[code, path]

    def countries_of_employer(self, ways: Sequence[Way]) -> list[str]:
        """The countries in which the employer of a border case can be, the reader's own first."""
        employers = {way.employer for way in ways}
        somewhere = employers & {"both", "public"}
        return [country for country in self.countries if somewhere or country.lower() in employers]

    def has_page(self, path: str) -> bool:
        """Whether there is such a page in the same language."""
        return (self.page.language.code, path) in self.site.pages

    def translations(self) -> list[Page]:
        """The same page in the other languages."""
        found = self.site.translations(self.page.path)
        return [page for page in found if page.language != self.page.language]

    def files(self, item: str, slug: str = "") -> list[Download]:
        """The files of an item in the page's language."""
        return self.site.downloads_of(self.code, item, slug)

    def feed_links(self) -> tuple[feed_links.FeedLink, ...]:
        """What can be followed in the page's language."""
        return feed_links.feed_links(self.site, self.page.language)

    def event_file(self) -> str:
        """The calendar file of the seminar that the page shows."""
        return self.link("/" + feed_links.event_file(self.content, self.page))

    def is_coming(self, seminar: Seminar) -> bool:
        """Whether a seminar is not over."""
        return archive.is_coming(seminar, self.site.is_past)

    def coming_and_past(self, seminars: Mapping[str, Seminar]) -> tuple[list[archive.Row], list[archive.Row]]:
        """The seminars that are not over, and those that are."""
        return archive.coming_and_past(seminars, self.site.is_past)

    def archive_choices(self, seminars: Mapping[str, Seminar]) -> list[tuple[str, list[archive.Choice]]]:
        """What the archive can be narrowed by, in the words of the page."""
        return archive.choices(seminars, self._choice)

    def _choice(self, field: str, value: str) -> str:
        return (
            self.content.regions[value].name
            if field == "region"
            else self.content.label(field, value, self.code)
        )

    def chapter_rules(self, chapter: str, country: str) -> law.ChapterRules:
        """The rules of a country that a chapter tells."""
        return law.rules_of_chapter(self.content, self.code, chapter, country)

    def duties(self, chapter: str = "") -> list[law.RenderedRule]:
        """What begins to hold at a number of employees, in a chapter or in all."""
        return law.duties(self.content, self.code, self.page.language.country, chapter)

    def duties_by_size(self) -> list[law.DutyGroup]:
        """The same in groups by the number of employees."""
        return law.duties_by_size(self.content, self.code, self.page.language.country)

    def duties_to_do(self) -> list[Duty]:
        """All that the rules give a leader to do, each with the day on which it is due next."""
        return build_duties(self.content, self.code, Date.fromisoformat(self.site.today))

    def all_missing(self, firm: Firm) -> list[self_check.Step]:
        """The plan from today of a firm that answers each question of the self-check with no."""
        answers = {question.id: "no" for question in self.content.self_check.questions}
        return self_check.build_plan(self.content, firm, answers, self.site.today[:7])

    def laws_read_on(self) -> str | None:
        """Since when every text that a rule rests on has been read."""
        return law.laws_read_on(self.content)

    def news(self) -> list[Page]:
        """The news, the latest first."""
        return self.site.news(self.page.language)

    def news_by_day(self) -> list[tuple[str, list[tuple[str, list[law.RuleNews]]]]]:
        """What has changed in the rules: day → what happened → the changes."""
        return law.news_by_day(self.content, self.code)

    def today(self) -> str:
        """Today as an ISO date. A page that says it is made again each day."""
        return self.site.today

    def worked_examples(self, country: str) -> list[cost_page.WorkedExample]:
        """The worked examples of a country, with the rates of today."""
        return cost_page.worked_examples(self.content, country, self.site.today)

    def holiday_pay(self, country: str, group: DeadlineGroup) -> holiday_pay.HolidayPayResult:
        """The example of holiday pay on the page of days."""
        assert group.pays
        return holiday_pay.holiday_pay(self.content.rates, country, group.example, group.pays)

    def home_country_first(self, records: Mapping[str, OfPlace]) -> list[tuple[str, OfPlace]]:
        """Places of the reader's own country before those of the neighbour's."""
        country = self.page.language.country
        return sorted(records.items(), key=lambda item: (item[1].country != country, item[0]))

    def age_of(self, fact: Fact) -> str:
        """The years that a reader must know of a figure, because it is older than its kind lets pass for today's; else empty."""
        limits = self.content.structure.years_current
        as_of = fact.as_of or ""
        return typography.format_years(as_of) if is_old(limits, fact.fact, as_of, self.site.is_ahead) else ""

    def uses(self) -> Mapping[str, list[str]]:
        """Source → the paths of the pages on which it is used."""
        return self.site.uses(self.page.language.code)

    def topics_of_sources(self) -> Mapping[str, str]:
        """Source → the page of the topic that lists it; empty where the list of sources is not divided."""
        return topics_of_sources(self.content, self.uses())

    def asked_on(self) -> list[questions.Asked]:
        """What nobody knows yet of what the page tells, and whom to ask."""
        return questions.asked_on(self.site, self.page)

    def ready_letter(self, letter: str, place: str) -> letters.ReadyLetter:
        """The letter of a case to a municipality."""
        return letters.ready_letter(self.site, self.page, letter, self.content.municipalities[place])

    def letter_about(self, question: OpenQuestion) -> letters.ReadyLetter:
        """The letter that asks one open question."""
        return questions.letter_about(self.site, self.page, question)

    def questions_by_section(self) -> list[tuple[str, list[tuple[str, OpenQuestion]]]]:
        """All open questions by the section of the site that they are about."""
        return questions.questions_by_section(self.content, self.site.pages)

    def job_address(self, slug: str) -> tuple[JobBank, str] | None:
        """The job bank of a municipality's country and the address of the jobs there."""
        place = self.content.municipalities[slug]
        bank = self.content.job_banks.root.get(place.country)
        known = bank.places.get(slug) if bank else None
        return (bank, bank.pattern.replace("{place}", known)) if bank and known else None

    def steps_by_day(self, journey: Journey) -> list[tuple[str, Step]]:
        """The steps of a journey by the day on which they are due, then as the journey has them."""
        steps = [(slug, self.content.steps[slug]) for slug in journey.steps]
        return sorted(steps, key=lambda item: item[1].deadline.days)

    def cases_of(self, journey: Journey) -> list[str]:
        """The cases that any step of a journey asks about, in the order of the labels."""
        asked = {case for slug in journey.steps for case in self.content.steps[slug].cases}
        return [case for case in self.content.label_group("case") if case in asked]


_NAMES = (
    "page",
    *(
        name
        for kind in Context.__mro__[:-1]
        for name in vars(kind)
        if name[0] != "_" and name not in ("site", "names")
    ),
)
