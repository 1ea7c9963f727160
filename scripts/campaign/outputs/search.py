"""The search index of each language, made of its finished pages: see docs/decisions/0028-own-search.md.

A page's part is made of that page alone and kept, so that only what has changed is read again. The first file of an index has
a fixed name and tells the digests of the others, which a browser asks for with them: `terms-007.txt?1a2b3c4d`.
"""

import json
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial

from campaign.cache import TERMS, Bundle, DependentTarget, SharedDependentTarget, Store, digest_of
from campaign.keys import PageKey
from campaign.models.moving import Journey
from campaign.outputs.indexed import indexed, kind_of
from campaign.outputs.ways import belonging, place_stems, town_stems
from campaign.reads import Once, record_read
from campaign.search.files import (
    HEAVIEST,
    chunk_size,
    continuations,
    leaf_count,
    render_chunk,
    render_leaves,
    render_line,
    render_vocabulary,
)
from campaign.search.parts import CODE
from campaign.search.relatives import Terms
from campaign.search.stems import endings
from campaign.search.terms import Indexed, gather
from campaign.settings import Language
from campaign.site import Site, Target, Targets
from campaign.templates import page_templates

# What the script says.
_WORDS = ("title", "words", "close", "none", "alike", "meant", "all", "other", "failed")


def targets(site: Site, pages: Mapping[str, Target]) -> Targets:
    """Address → how to make it, of every file of every index; `pages` are the targets of the pages."""
    return {
        address: make
        for language in searchable(site)
        for address, make in _of_language(site, language, pages).items()
    }


def searchable(site: Site) -> list[Language]:
    """The languages that have a page to search on."""
    return [one for one in site.languages if (one.code, _page(site)) in site.pages]


def _page(site: Site) -> str:
    return site.content.structure.pages.search


def root_file(language: Language) -> str:
    """The address of the first file of an index."""
    return f"search/{language.code}/index.json"


@dataclass(frozen=True)
class _Index:
    """What the index of a language is made of: its finished pages, what they are called of which others are one, and places.

    The last two are the same for every page, and are made once.
    """

    site: Site
    language: Language
    pages: Mapping[PageKey, Target]
    kinds: Once[list[str]]
    places: Once[AbstractSet[str]]

    def indexed(self, key: PageKey) -> Indexed:
        """A page as the index knows it."""
        return indexed(self.site, self.site.pages[key], self.pages[key], self.places())


def _of_language(site: Site, language: Language, pages: Mapping[str, Target]) -> Targets:
    found = {key: pages[f"{site.pages[key].address}index.html"] for key in _keys(site, language)}
    index = _Index(
        site, language, found, Once(partial(_kinds, site, language)), Once(partial(_stems, site, language))
    )
    count = len(found)
    chunks = {
        address: SharedDependentTarget(partial(_chunk, index, number))
        for number, address in enumerate(_chunks(language, -(-count // chunk_size(count))))
    }
    made = Once(partial(_files, index, chunks))
    names = (root_file(language), _vocabulary(language), *_leaves(language, leaf_count(count)))
    return {
        **{address: DependentTarget(partial(_file, made, address)) for address in names},
        **chunks,
        f"search/{language.code}/opensearch.xml": partial(_description, site, language),
    }


def _keys(site: Site, language: Language) -> list[PageKey]:
    return [key for key in site.pages if key[0] == language.code]


def _description(site: Site, language: Language) -> bytes:
    """What lets a browser offer the search as its own (OpenSearch 1.1)."""
    page = site.pages[language.code, _page(site)]
    record_read(page.key)
    label, code = site.content.label, language.code
    return (
        page_templates(site.templates)
        .get_template("feeds/opensearch.xml")
        .render(
            language=language,
            short=label("search", "short", code),
            name=label("interface", "site-name", code),
            title=label("search", "title", code),
            root=site.root_address,
            address=site.root_address + page.address,
        )
        .encode()
    )


def _file(made: Once[Mapping[str, bytes]], address: str) -> bytes:
    return made()[address]


def _leaves(language: Language, count: int) -> list[str]:
    return [f"search/{language.code}/terms-{number:03}.txt" for number in range(count)]


def _vocabulary(language: Language) -> str:
    return f"search/{language.code}/vocabulary.txt"


def _chunks(language: Language, count: int) -> list[str]:
    return [f"search/{language.code}/pages-{number:03}.json" for number in range(count)]


def _kinds(site: Site, language: Language) -> list[str]:
    """What the pages are called of which others are one, in order."""
    return sorted({kind_of(site, site.pages[key]) for key in _keys(site, language)})


def _stems(site: Site, language: Language) -> AbstractSet[str]:
    """The stems of the names of all places."""
    return place_stems(site, language) | town_stems(site, language)


def _chunk(index: _Index, number: int) -> bytes:
    """What is shown of some pages, of which no other file of the index need be known."""
    # Asked again, so that a page that comes or goes is known to change the index.
    keys = _keys(index.site, index.language)
    size = chunk_size(len(keys))
    shown = [index.indexed(key) for key in keys[number * size : (number + 1) * size]]
    return render_chunk(shown, index.kinds())


def _files(index: _Index, chunks: Mapping[str, Target]) -> Mapping[str, bytes]:
    """The first file of an index, its vocabulary and the leaves: address → content."""
    site, language = index.site, index.language
    words, ways = site.content.search_words, site.content.search_words.directions
    pages = [index.indexed(key) for key in _keys(site, language)]
    terms = Terms(gather(pages, language.code), words.same, language.code)
    lines = _lines(terms, Store(site.cache / TERMS / language.code))
    starts, leaves = render_leaves(lines, leaf_count(len(pages)))
    vocabulary = render_vocabulary(one for one, line in lines.items() if line)
    first = {
        **_build_words(site, language),
        "endings": endings(language.code),
        "kinds": index.kinds(),
        "starts": starts,
        "leaves": [digest_of(leaf)[:8] for leaf in leaves],
        "vocabulary": digest_of(vocabulary)[:8],
        "chunks": [digest_of(make())[:8] for make in chunks.values()],
        "size": chunk_size(len(pages)),
        "heaviest": HEAVIEST,
        "empty": " ".join(words.empty),
        "joined": continuations(lines, (*words.empty, *ways.to, *ways.away, *ways.at)),
        "to": ways.to,
        "from": ways.away,
        "at": ways.at,
        "living": ways.living,
        **belonging(site, language, words),
        "places": sorted(place_stems(site, language)),
        "towns": sorted(town_stems(site, language)),
        "plans": _plans(site, language),
    }
    return {
        root_file(language): json.dumps(first, ensure_ascii=False).encode(),
        _vocabulary(language): vocabulary,
        **dict(zip(_leaves(language, len(leaves)), leaves, strict=True)),
    }


def _lines(terms: Terms, store: Store) -> dict[str, str]:
    """Term → its line, worked out again only if something that it is made of is another than at the last build."""
    kept = Bundle[str](store, digest_of(CODE))
    lines = {}
    for one in terms:
        name = terms.input_digest(one)
        line = kept.get(name)
        if line is None:
            line = render_line(one, terms[one])
            kept.put(name, line)
        lines[one] = line
    kept.write()
    store.prune()
    return lines


def _plans(site: Site, language: Language) -> list[int]:
    """The numbers of the pages that are plans of a move."""
    return [
        number
        for number, key in enumerate(_keys(site, language))
        if isinstance(site.pages[key].record, Journey)
    ]


def _build_words(site: Site, language: Language) -> dict[str, object]:
    """What the script says, where it leads who finds nothing, and the searches in other languages."""
    label, code = site.content.label, language.code
    contacts = site.pages.get((code, site.content.structure.pages.contacts))
    return {
        "words": {word: label("search", word, code) for word in _WORDS},
        "found": site.content.label_forms("search", "found", code),
        "contacts": [contacts.address, contacts.title] if contacts else None,
        "others": [
            {
                "address": site.pages[other.code, _page(site)].address,
                "tag": other.tag,
                "words": label("search", "also", code).replace(
                    "{language}", label("language", other.code, code)
                ),
            }
            for other in searchable(site)
            if other != language
        ],
    }
