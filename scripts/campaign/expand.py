"""From a page to its article: layout, prose and directives become one Markdown text, then HTML.

The site and the books both come through here.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markdown_it.token import Token
from markupsafe import Markup

from campaign import archive, subscriptions, typography
from campaign.catalogue import Catalogue, Prose
from campaign.directives import Directive, directive_in
from campaign.markdown import FOOTNOTES, Target, headings, parse, plain_markdown, render
from campaign.models import KINDS
from campaign.pages import SOURCES, Page, Pages, media_file, path_of, relative_address
from campaign.settings import BY_CODE, LANGUAGES, Language

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_WORD = re.compile(r"""\bt\("([\w-]+)", "([\w-]+)"\)""")
PROSE = "<!-- prose -->"
CONTENTS = "<!-- contents -->"
NOTES = "<!-- notes -->"


@dataclass(frozen=True)
class Download:
    """A file to fetch: its address below the root, its size in bytes, its format and its language.

    `item` says what it is: the whole guide, one chapter, one template (both with their slug), or all templates.
    """

    address: str
    size: int
    format: str
    language: str
    item: str = "guide"
    slug: str = ""


@dataclass(frozen=True)
class Duty:
    """A rule that begins to hold at a number of employees, with its name."""

    slug: str
    rule: Any


@dataclass(frozen=True)
class Site:
    """What every page may need to know: the content, the pages, the owner, the templates and the downloads.

    `today` is an ISO date and decides what is coming and what is past. `scripts` gives the public address of each.
    `forms` says where each form posts, None where that is not decided. `root_address` is where the site is published.
    """

    catalogue: Catalogue
    pages: Pages
    templates: Environment
    owner: Mapping[str, Any]
    today: str
    downloads: tuple[Download, ...] = ()
    scripts: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, Any] = field(default_factory=dict)
    root_address: str = ""


def load_templates(folder: Path) -> Environment:
    """The layouts, fragments, partials and feeds below overrides/, with unknown names as errors."""
    files = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.suffix in (".html", ".md", ".txt", ".xml")
    }
    # Jinja's own comment mark, {#, begins a heading id in Markdown.
    environment = Environment(
        loader=DictLoader(files),
        undefined=StrictUndefined,
        autoescape=lambda name: bool(name) and str(name).endswith((".html", ".xml")),
        comment_start_string="{##",
        comment_end_string="##}",
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["plain"] = plain_markdown
    return environment


def words_in(templates: Environment) -> frozenset[tuple[str, str]]:
    """The interface words that the templates name outright: group and word."""
    loader = templates.loader
    texts = loader.mapping.values() if isinstance(loader, DictLoader) else ()
    return frozenset(pair for text in texts for pair in _WORD.findall(str(text)))


def article(site: Site, page: Page) -> str:
    """The body of a page as HTML."""
    tokens = parse(article_text(site, page))
    resolve = partial(resolve_link, site, page)
    html = render(tokens, resolve, prose_words(site, page), foreign_names(site.catalogue, page.body_language))
    text, mark, notes = html.partition(FOOTNOTES)
    text = text.replace(NOTES, mark + notes).replace(CONTENTS, _contents(site, page, tokens))
    return _COMMENT.sub("", text)


def _contents(site: Site, page: Page, tokens: Sequence[Token]) -> str:
    sections = [heading for heading in headings(tokens) if heading.level == 2]
    template = site.templates.get_template("partials/contents.html")
    return template.render(Context(site, page).names(), contents=sections)


def foreign_names(catalogue: Catalogue, language: Language) -> dict[str, str]:
    """Names in the other language than the text's: those of records, and those in names.yml. Name → tag."""
    records = catalogue.records
    named = [
        *catalogue.single["names"].root.items(),
        *((service.name, service.name_language) for service in records["services"].values()),
        *((seminar.title, seminar.title_language) for seminar in records["seminars"].values()),
        *((project.name, project.name_language) for project in records["projects"].values()),
    ]
    return {name: BY_CODE[code].tag for name, code in named if code != language.code}


def prose_words(site: Site, page: Page) -> dict[str, str]:
    """The words that Markdown itself lacks, in the language of the text."""
    return {word: text[page.body_language.code] for word, text in site.catalogue.labels["prose"].items()}


def article_text(site: Site, page: Page) -> str:
    """The body of a page as portable Markdown with HTML blocks, as another site engine could take it."""
    layout = _rendered(site, page, f"layouts/{page.layout}.html", ())
    before, _, after = layout.partition(PROSE)
    prose = expand(site, page, page.prose) if page.prose else ""
    return "\n\n".join((_one_block(before), prose, NOTES, _one_block(after)))


def expand(site: Site, page: Page, prose: Prose) -> str:
    """The text with each directive replaced by what its template says, and without the writer's comments."""
    lines = prose.body.split("\n")
    for token in prose.tokens:
        if token.type == "html_block" and token.map:
            directive = directive_in(token)
            lines[slice(*token.map)] = [""] * (token.map[1] - token.map[0])
            lines[token.map[0]] = f"\n{_expanded(site, page, directive)}\n" if directive else ""
    return "\n".join(lines)


def _expanded(site: Site, page: Page, directive: Directive) -> str:
    markdown = f"fragments/{directive.name}.md"
    if markdown in site.templates.list_templates():
        return _rendered(site, page, markdown, directive.arguments)
    return _one_block(_rendered(site, page, f"fragments/{directive.name}.html", directive.arguments))


def resolve_link(site: Site, page: Page, href: str) -> Target:
    """A link as an editor writes it → the address in the built page.

    `source:id` leads to the entry in the list of sources, `rule:id` to the rule in its chapter, `../services/x.md` to
    that page in the same language, and everything else stays as it is.
    """
    pages = site.pages
    if href.startswith("source:"):
        address = _to(pages, page, SOURCES) + "#" + href.removeprefix("source:")
        return Target(address, (("class", "source-ref"),))
    if href.startswith("rule:"):
        chapter, anchor = chapter_of_rule(site.catalogue, page, href.removeprefix("rule:"))
        return Target(_to(pages, page, chapter) + anchor, (("class", "source-ref"),))
    if re.match(r"[a-z]+:|#|$", href):
        return Target(href)
    path, mark, anchor = href.partition("#")
    target = path_of(page.path, path)
    if media := media_file(target):
        return Target(relative_address(page.address, f"media/{media}"))
    return Target(_to(pages, page, target) + mark + anchor)


def chapter_of_rule(catalogue: Catalogue, page: Page, slug: str) -> tuple[str, str]:
    """The chapter where a reader of `page` finds a rule, this one if it is here, and the place in it."""
    chapters = catalogue.records["rules"][slug].chapters
    home = page.slug if page.layout == "chapters" and page.slug in chapters else chapters[0]
    return f"{KINDS['chapters'].pages}/{home}.md", f"#rule-{slug}"


def _to(pages: Pages, page: Page, path: str) -> str:
    return relative_address(page.address, pages[page.language.code, path].address)


def _one_block(html: str) -> str:
    """An HTML block of CommonMark ends at the first empty line, so a template's output must have none."""
    return "\n".join(line for line in html.split("\n") if line.strip())


def _rendered(site: Site, page: Page, template: str, arguments: tuple[str, ...]) -> str:
    return site.templates.get_template(template).render(Context(site, page).names(), arguments=arguments)


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
            "pages": self.site.pages,
            "records": self.site.catalogue.records,
            "edition": self.site.catalogue.single["edition"],
            "single": self.site.catalogue.single,
            "owner": self.site.owner,
            "forms": self.site.forms,
            "script": lambda name: self.link("/" + self.site.scripts[name]),
            "comparable_facts": self._comparable_facts,
            "cases_of": self._cases_of,
            "job_address": self._job_address,
            "duties": self._duties,
            "coming_and_past": partial(archive.coming_and_past, today=self.site.today),
            "years_of": archive.years_of,
            "archive_choices": lambda seminars: archive.choices(seminars, self._choice),
            **self._events(),
            "files": self._files,
            "today": self.site.today,
            "language": self.language,
            "languages": LANGUAGES,
            "code": self.language.code,
            "prose": Markup(PROSE),
            "t": self._word,
            "number": typography.number,
            "money": typography.money,
            "date": lambda partial: typography.date(partial, self.language),
            "link": self.link,
            "href": lambda written: resolve_link(self.site, self.page, written).address,
            "page_of": self._page_of,
            "years": typography.years,
            "tag": self._tag,
            "own_first": self._own_first,
            "has_page": self._has_page,
        }

    def _events(self) -> dict[str, Any]:
        """What pages say of events, and what they offer to follow."""
        return {
            "subscriptions": subscriptions.subscriptions(self.site.pages, self.page.language),
            "event_file": lambda: self.link("/" + subscriptions.event_file(self.site.catalogue, self.page)),
            "root_address": self.site.root_address,
            "is_coming": partial(archive.is_coming, today=self.site.today),
            "session_time": lambda held: typography.session(held.start, held.end, self.language),
        }

    def link(self, path: str) -> str:
        """The relative address of a page (`services/index.md`) or of a file (`/media/x.svg`)."""
        if path.startswith("/"):
            return relative_address(self.page.address, path[1:])
        return _to(self.site.pages, self.page, path)

    def _word(self, group: str, word: str) -> str:
        return self.site.catalogue.label(group, word, self.language.code)

    def _page_of(self, path: str) -> Page:
        return self.site.pages[self.page.language.code, path]

    def _has_page(self, path: str) -> bool:
        return (self.page.language.code, path) in self.site.pages

    def _own_first(self, records: Mapping[str, Any]) -> list[tuple[str, Any]]:
        """Records that have a country, the reader's own before the neighbour's."""
        country = self.page.language.country
        return sorted(records.items(), key=lambda item: (item[1].country != country, item[0]))

    def _choice(self, field: str, value: str) -> str:
        if field == "region":
            return str(self.site.catalogue.records["regions"][value].name)
        return self._word(field, value)

    def _files(self, item: str, slug: str = "") -> list[Download]:
        """The files of an item in the page's language."""
        wanted = (item, slug, self.language.code)
        return [file for file in self.site.downloads if (file.item, file.slug, file.language) == wanted]

    def _duties(self, chapter: str) -> list[Duty]:
        """The rules with a threshold of employees, of a chapter or of all: lowest first, the own country first."""
        rules = [Duty(slug, rule) for slug, rule in self._own_first(self.site.catalogue.records["rules"])]
        found = [d for d in rules if d.rule.from_employees and (not chapter or chapter in d.rule.chapters)]
        return sorted(found, key=lambda duty: int(duty.rule.from_employees))

    def _comparable_facts(self) -> list[str]:
        """The facts that at least two municipalities of each country tell, most told first."""
        places = self.site.catalogue.records["municipalities"].values()
        told = Counter((fact.fact, place.country) for place in places for fact in place.facts)
        both = {fact for fact, _ in told if told[fact, "SE"] > 1 and told[fact, "NO"] > 1}
        return sorted(both, key=lambda fact: (-told[fact, "SE"] - told[fact, "NO"], fact))

    def _job_address(self, slug: str) -> tuple[Any, str] | None:
        """The job bank of a municipality's country and the address of the jobs there."""
        place = self.site.catalogue.records["municipalities"][slug]
        bank = self.site.catalogue.single["job-banks"].root.get(place.country)
        known = bank and bank.places.get(slug)
        return (bank, bank.pattern.replace("{place}", known)) if known else None

    def _cases_of(self, journey: Any) -> list[str]:
        """The cases that any step of a journey asks about, in the order of the labels."""
        steps = self.site.catalogue.records["steps"]
        asked = {case for slug in journey.steps for case in steps[slug].cases}
        return [case for case in self.site.catalogue.labels["case"] if case in asked]

    def _tag(self, code: str) -> Markup:
        """A `lang` attribute where the text is in the other language than the page, else nothing."""
        tag = {"en": "en", "nb": "nb", "mul": ""}.get(code) or (BY_CODE[code].tag if code in BY_CODE else "")
        return Markup(' lang="{}"').format(tag) if tag and tag != self.language.tag else Markup("")
