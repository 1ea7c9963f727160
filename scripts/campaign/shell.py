"""What stands around an article: the menu, the way here, the language switch, and the addresses in the head."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from campaign.feed_links import of_section
from campaign.models.events import Seminar
from campaign.models.services import Programme
from campaign.moved import OldAddress
from campaign.pages import HOME, MARKDOWN_FILE, Page, relative_address
from campaign.settings import Language
from campaign.site import Site
from campaign.typography import format_partial_date


@dataclass(frozen=True)
class Link:
    """A link with its words; `current` is `page`, `true` (the reader is below it) or empty, as aria-current has it."""

    words: str
    address: str
    current: str = ""


@dataclass(frozen=True)
class Followed:
    """A file that tells of the page's section as it grows, as a browser or a feed reader finds it in the head."""

    media_type: str
    title: str
    address: str


@dataclass(frozen=True)
class PageShell:
    """Everything the page template needs besides the article. Addresses are relative, but those in the head.

    `languages` are those to choose from, each with the address of the page there, or else of its start page. `readings` are
    other ways to get at what the page tells: easy to read, and in sign language. What is not to be found is kept out of
    search engines. `markdown` is the page in Markdown, if it is an original. `care` says who answers for the page and who read it.
    """

    language: Language
    body_language: Language
    home: Link
    menu: tuple[Link, ...]
    readings: tuple[Link, ...]
    breadcrumbs: tuple[Link, ...]
    languages: tuple[tuple[Language, str], ...]
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    footer: tuple[Link, ...]
    root: str
    title: str
    description: str
    notice: str | None = None
    funding: str | None = None
    followed: tuple[Followed, ...] = ()
    search: Link | None = None
    is_found: bool = True
    markdown: str | None = None
    care: tuple[str, ...] = ()


def shell_of(site: Site, page: Page, menu: Sequence[str]) -> PageShell:
    """The shell of a page. `menu` holds paths in menu order."""
    original = site.pages[page.body_language.code, page.path]
    return PageShell(
        language=page.language,
        body_language=page.body_language,
        home=_link(site, page, HOME),
        menu=tuple(_link(site, page, path) for path in _existing(site, page, menu) if path != HOME),
        readings=_readings(site, page),
        breadcrumbs=breadcrumbs_of(site, page),
        languages=tuple((language, _choice(site, page, language)) for language in site.languages),
        canonical=site.root_address + original.address,
        alternates=_alternates(site, page),
        footer=tuple(_link(site, page, path) for path in _existing(site, page, _footer(site))),
        root=relative_address(page.address, ""),
        title=page.title,
        description=page.description,
        notice=_notice(site, page),
        funding=_funding(site, page),
        followed=_followed(site, page),
        search=next(
            (
                _link(site, page, path)
                for path in _existing(site, page, [site.content.structure.pages.search])
            ),
            None,
        ),
        markdown=None if page.is_fallback else MARKDOWN_FILE,
        care=tuple(_care(site, page)),
    )


def shell_of_missing_page(site: Site, language: Language, menu: Sequence[str]) -> PageShell:
    """The shell of a language's 404 page."""
    addresses = {other.code: f"{other.prefix}404.html" for other in site.languages}
    title = site.content.label("interface", "page-missing", language.code)
    return _shell_beside(site, language, menu, title, addresses)


def shell_of_offline_page(site: Site, language: Language, menu: Sequence[str]) -> PageShell:
    """The shell of the page that is shown, without a network, in the place of one that is not kept."""
    addresses = {other.code: other.prefix for other in site.languages}
    title = site.content.label("interface", "page-offline", language.code)
    return _shell_beside(site, language, menu, title, addresses)


def shell_of_old_address(site: Site, old: OldAddress, menu: Sequence[str]) -> PageShell:
    """The shell of the page at an old address; whoever changes the language meets the same page, or the start page."""
    addresses = {one.code: old.languages.get(one.code, one.prefix) for one in site.languages}
    title = site.content.label("interface", "page-gone" if old.gone else "page-moved", old.language.code)
    shell = _shell_beside(site, old.language, menu, title, addresses)
    return shell if old.gone else replace(shell, canonical=site.root_address + old.page.address)


def shell_of_editors(
    site: Site, language: Language, addresses: Mapping[str, str], menu: Sequence[str]
) -> PageShell:
    """The shell of the page for editors; `addresses` are those of its languages, and who chooses another gets its start page."""
    languages = {one.code: addresses.get(one.code, one.prefix) for one in site.languages}
    title = site.content.label("editors", "title", language.code)
    return _shell_beside(site, language, menu, title, languages)


def _shell_beside(
    site: Site, language: Language, menu: Sequence[str], title: str, languages: Mapping[str, str]
) -> PageShell:
    """The shell of a page that is none of the content's. It may be met at any depth, so all its addresses begin at the root.

    `languages` are its addresses in each language.
    """
    home = site.pages[language.code, HOME]
    shell = shell_of(site, home, menu)
    path = "/" + site.root_address.split("://", 1)[1].partition("/")[2]

    def absolute(link: Link) -> Link:
        target = path + language.prefix + link.address.removeprefix("./")
        return Link(link.words, target)

    return replace(
        shell,
        home=absolute(shell.home),
        menu=tuple(map(absolute, shell.menu)),
        footer=tuple(map(absolute, shell.footer)),
        search=absolute(shell.search) if shell.search else None,
        readings=tuple(map(absolute, shell.readings)),
        breadcrumbs=(),
        languages=tuple((other, path + languages[other.code]) for other in site.languages),
        canonical="",
        alternates=(),
        root=path,
        title=title,
        description="",
        notice=None,
        funding=None,
        markdown=None,
        care=(),
        is_found=False,
    )


def sitemap(site: Site) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """The addresses of all pages that are originals, each with its alternates."""
    return [
        (site.root_address + page.address, _alternates(site, page))
        for page in site.pages.values()
        if not page.is_fallback
    ]


def _alternates(site: Site, page: Page) -> tuple[tuple[str, str], ...]:
    originals = site.translations(page.path)
    if len(originals) < 2:
        return ()
    default = site.pages.get((site.content.default_language.code, page.path), originals[0])
    found = [(original.language.tag, original) for original in originals]
    return tuple((tag, site.root_address + one.address) for tag, one in (*found, ("x-default", default)))


def _choice(site: Site, page: Page, language: Language) -> str:
    """Where the choice of a language leads: to the page there, or to its start page."""
    path = page.path if (language.code, page.path) in site.pages else HOME
    return relative_address(page.address, site.pages[language.code, path].address)


def _existing(site: Site, page: Page, paths: Sequence[str]) -> list[str]:
    """The pages of a menu that readers of the page's language have."""
    return [path for path in paths if (page.language.code, path) in site.pages]


def _link(site: Site, page: Page, path: str) -> Link:
    target = site.pages[page.language.code, path]
    current = (
        "page" if path == page.path else "true" if path in site.content.structure.above(page.path) else ""
    )
    return Link(target.menu, relative_address(page.address, target.address), current)


def _readings(site: Site, page: Page) -> tuple[Link, ...]:
    """The page as easy to read, or else the easy start page, and the page about sign language; those that there are."""
    structure = site.content.structure
    own = page.path if page.layout == "easy" else structure.easy.get(page.path, structure.easy.get(HOME))
    named = {"easy": own, "sign-language": structure.pages.sign_language}
    code = page.language.code
    return tuple(
        replace(_link(site, page, path), words=site.content.label("interface", name, code))
        for name, path in named.items()
        if path and (code, path) in site.pages
    )


def parent_of(site: Site, page: Page) -> Page | None:
    """The page that a page hangs below, nearest first, if readers of its language have one."""
    above = [(page.language.code, path) for path in reversed(site.content.structure.above(page.path))]
    return next((site.pages[key] for key in above if key in site.pages), None)


def breadcrumbs_of(site: Site, page: Page) -> tuple[Link, ...]:
    """The links from the start page down to above this page, relative to it; none on the start page."""
    if page.path == HOME:
        return ()
    above = [
        path for path in site.content.structure.above(page.path) if (page.language.code, path) in site.pages
    ]
    start = Link(
        site.content.label("interface", "start", page.language.code), _link(site, page, HOME).address
    )
    return (start, *(_link(site, page, path) for path in above))


def _footer(site: Site) -> list[str]:
    """The pages of the footer; that of the newsletter only where somebody can be asked for it."""
    structure = site.content.structure
    can_be_asked = site.forms.get("newsletter") or site.owner["email"]
    return [path for path in structure.footer if can_be_asked or path != structure.pages.newsletter]


def _funding(site: Site, page: Page) -> str | None:
    """What the programme period of the page's project demands to be said of its money."""
    slug = page.prose.meta.project if page.prose else None
    if page.layout == "projects":
        slug = page.slug
    slug = slug or (page.record.project if isinstance(page.record, Seminar | Programme) else None)
    return site.content.projects[slug].statement[page.body_language.code] if slug else None


def _followed(site: Site, page: Page) -> tuple[Followed, ...]:
    return tuple(
        Followed(
            found.media_type,
            f"{found.page.title} ({found.format})",
            relative_address(page.address, found.address),
        )
        for found in of_section(site, page)
    )


def _care(site: Site, page: Page) -> Iterator[str]:
    """Who answers for the page, and which person last read it through; nothing where nobody has said so."""
    label, code = site.content.label, page.language.code
    if who := site.content.structure.answers_for(page.path):
        yield label("interface", "answers", code).replace("{who}", who)
    if page.prose and (read := page.prose.meta.read_through):
        day = format_partial_date(read.day, page.language)
        yield label("interface", "read-through", code).replace("{who}", read.by).replace("{day}", day)


def _notice(site: Site, page: Page) -> str | None:
    if not page.is_fallback or page.prose is None:
        return None
    because = page.prose.meta.only_because
    return site.content.label("interface", f"only-other-{because}", page.language.code)
