"""What a rule rests on, and in which order a reader meets the rules."""

import re
from collections.abc import Callable, Mapping

import pytest

from campaign.expand import article
from campaign.law import (
    citation,
    duties_by_size,
    finding_on,
    laws_read_on,
    news_of_rules,
    read_on,
    rules_of_chapter,
)
from campaign.outputs.manuscript import appendix, chapter_part, merge
from campaign.outputs.pandoc import plain
from campaign.reads import recording
from campaign.settings import BY_CODE
from campaign.site import Site

World = Callable[..., Site]
COFFEE = "content/data/rules/se-coffee.yml"
WATCH = "content/data/law-watch.yml"


# What the coffee rule rests on, which a Norwegian rule cannot.
CITES = re.compile(r"^cites:\n(?: .*\n)+", re.MULTILINE)


def _with(tree: Mapping[str, bytes], slug: str, **fields: str) -> dict[str, str]:
    """The coffee rule again under another name, with some lines written otherwise."""
    lines = tree[COFFEE].decode().splitlines()
    new = [next((f"{k}: {v}" for k, v in fields.items() if line.startswith(f"{k}:")), line) for line in lines]
    return {f"content/data/rules/{slug}.yml": "\n".join(new) + "\n"}


def test_a_rule_is_read_when_each_of_its_sections_is(good_site: Site) -> None:
    """The day is that of the section read first; a text that nobody read gives no day."""
    rules = good_site.content.records["rules"]
    days = {slug: read_on(good_site.content, rule) for slug, rule in rules.items()}
    assert days == {"se-coffee": "2026-02-03", "no-waffles": None, "no-cocoa": None}


@pytest.mark.parametrize(
    ("cites", "sv", "no"),
    [
        ('[{act: exempellagen, sections: ["7 §"]}]', "exempellagen 7 §", "exempellagen 7 §"),
        (
            '[{act: exempellagen, sections: ["6 a §", "7 §"]}]',
            "exempellagen 6 a och 7 §§",
            "exempellagen 6 a og 7 §§",
        ),
        (
            '[{act: exempellagen, sections: ["6 a §"], paragraphs: [1, 2]}]',
            "exempellagen 6 a § första stycket och andra stycket",
            "exempellagen 6 a § første ledd og andre ledd",
        ),
        (
            '[{act: exempellagen, sections: ["3 kap. 2 §", "3 kap. 4 §", "5 kap. 1 §"]}]',
            "exempellagen 3 kap. 2 och 4 §§ och 5 kap. 1 §",
            "exempellagen 3 kap. 2 og 4 §§ og 5 kap. 1 §",
        ),
        (
            '[{act: eksempelloven, sections: ["§ 2-1", "§ 2-2", "§ 3 A-1"]}]',
            "eksl. §§ 2-1, 2-2 och 3 A-1",
            "eksl. §§ 2-1, 2-2 og 3 A-1",
        ),
        (
            '[{act: eksempelloven, sections: ["art. 13", "art. 14"]}]',
            "eksl. art. 13 och 14",
            "eksl. art. 13 og 14",
        ),
    ],
)
def test_a_citation_is_written_as_lawyers_write_it(
    world: World, tree: dict[str, bytes], cites: str, sv: str, no: str
) -> None:
    """A leader can say the words to an adviser who then knows where to look."""
    before = tree[COFFEE].decode()
    start, end = before.index("cites:"), before.index("in_force_from:")
    site = world(
        {
            COFFEE: f"{before[:start]}cites: {cites}\nsource: exempellagen\n{before[end:]}".replace(
                "kind: must", "kind: right"
            ).replace("country: SE", 'country: "NO"' if "eksempelloven" in cites else "country: SE")
        }
    )
    rule = site.content.records["rules"]["se-coffee"]
    assert [citation(site.content, code, rule) for code in ("sv", "no")] == [sv, no]


def test_a_rule_without_a_law_is_cited_by_what_it_rests_on(good_site: Site) -> None:
    """Advice is not dressed up as law."""
    rule = good_site.content.records["rules"]["no-waffles"]
    assert citation(good_site.content, "sv", rule) == "Exempelmyndighetens råd"


def test_rules_come_by_topic_and_then_by_their_order(world: World, tree: dict[str, bytes]) -> None:
    """Nobody meets the rules in the order of their file names."""
    early, late = _with(tree, "se-zoo", order="1"), _with(tree, "se-all", order="99")
    holiday = _with(tree, "se-bun", topic="holiday")
    site = world({**early, **late, **holiday})
    rules = rules_of_chapter(site.content, "sv", "first-day", "SE")
    assert [(topic.name, [found.slug for found in topic.rules]) for topic in rules.topics] == [
        ("contract", ["se-zoo", "se-coffee", "se-all"]),
        ("holiday", ["se-bun"]),
    ]


def test_a_chapter_reads_its_own_rules_alone(good_site: Site) -> None:
    """A chapter without rules, and the day since when all was read, are not made again for an edit of any rule."""
    with recording() as reads:
        rules_of_chapter(good_site.content, "sv", "second-day", "SE")
        laws_read_on(good_site.content)
    assert {key for key in reads if "rules" in key or "laws" in key} == {
        "index:rules.chapters.second-day",
        "laws-read:",
    }


def test_law_that_nobody_read_stands_apart(good_site: Site) -> None:
    """A reader sees at a glance which rules were not read in the law, and no reading day is claimed for them."""
    rules = rules_of_chapter(good_site.content, "no", "first-day", "NO")
    shown = [found.slug for topic in rules.topics for found in topic.rules]
    assert (shown, [found.slug for found in rules.unread], rules.read_days) == (
        ["no-waffles"],
        ["no-cocoa"],
        (),
    )


def test_duties_stand_by_country_and_size(world: World, tree: dict[str, bytes]) -> None:
    """A leader finds the own country, then the own number of employees."""
    large = _with(tree, "se-bread", from_employees="25")
    norwegian = _with(tree, "no-tea", country='"NO"', kind="right")
    norwegian = {
        path: CITES.sub(
            "basis: {sv: Exempelmyndighetens råd, no: Rådet fra eksempeletaten}\nsource: exempellagen\n", text
        )
        for path, text in norwegian.items()
    }
    site = world({**large, **norwegian})
    groups = duties_by_size(site.content, "no", "NO")
    found = [
        (g.country, g.employees, [(t.name, [actual.slug for actual in t.rules]) for t in g.topics])
        for g in groups
    ]
    assert found == [
        ("NO", 5, [("contract", ["no-tea"])]),
        ("SE", 5, [("contract", ["se-coffee"])]),
        ("SE", 25, [("contract", ["se-bread"])]),
    ]


FINDING = (
    'looked: "2026-03-01"\nfindings:\n  - act: exempellagen\n    section: "{section}"\n    found: {found}\n'
)


@pytest.mark.parametrize(
    ("section", "found", "expected"), [("6 a §", "repealed", "repealed"), ("7 §", "changed", None)]
)
def test_a_finding_marks_just_the_rules_that_cite_the_section(
    world: World, section: str, found: str, expected: str | None
) -> None:
    """A change of another section leaves a rule alone."""
    site = world({WATCH: FINDING.format(section=section, found=found)})
    assert finding_on(site.content, site.content.records["rules"]["se-coffee"]) == expected


def test_a_mark_goes_when_the_new_text_has_been_stored(world: World) -> None:
    """Whoever reads the new section and stores it need not clear anything else."""
    watch = FINDING.format(section="6 a §", found="changed") + (
        "    text:\n"
        "      - En arbetsgivare med minst fem anställda ska bjuda den nya på kaffe inom en timme.\n"
        "      - Kaffet ska vara varmt. Lag (2024:7).\n"
    )
    site = world({WATCH: watch})
    assert finding_on(site.content, site.content.records["rules"]["se-coffee"]) is None


def test_what_changed_in_the_rules_is_told_latest_first(good_site: Site) -> None:
    """Whoever used the last edition sees what to do otherwise, removed rules among the rest."""
    news = news_of_rules(good_site.content, "sv")
    assert [(n.date, n.what, n.rendered and n.rendered.slug, n.text) for n in news] == [
        ("2026-02-01", "corrected", "se-coffee", "Tidigare stod det att kaffet kom dagen efter."),
        ("2026-01-15", "removed", None, "Regeln om te är borta: lagen upphävdes vid årsskiftet."),
    ]


@pytest.mark.parametrize("found", ["changed", "repealed"])
def test_a_changed_law_marks_just_its_rules_on_page_and_in_books(world: World, found: str) -> None:
    """Until somebody has read the new text, a leader sees in the chapter, among the duties and in the book that it is looked into."""
    site = world({WATCH: FINDING.format(section="6 a §", found=found)})
    mark = site.content.label("law-watch", found, "sv")
    pages = [site.pages["sv", path] for path in ("hr-guide/first-day.md", "hr-guide/duties.md")]
    book = [chapter_part(site, pages[0]), appendix(site, BY_CODE["sv"], "duties", "")]
    texts = [
        *(article(site, page) for page in pages),
        *(plain(merge(site, [part])["blocks"]) for part in book),
    ]
    assert [text.count(mark) for text in texts] == [2, 1, 2, 1]
