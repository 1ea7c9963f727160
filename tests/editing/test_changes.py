"""Another name for a page or a record, and removal: what leads there follows, and no address dies."""

from collections.abc import Callable

import pytest

from campaign.content import load_content
from campaign.editing.changes import Change, Project, remove, rename
from campaign.files import Tree
from campaign.models import KINDS
from campaign.moved import render_published
from campaign.pages import build_pages
from campaign.problems import UserError
from conftest import Checked

KINDS_OF_SPECIMEN = [kind for kind in KINDS if kind not in ("inventories",)]
# What the change itself writes; see test_moves.
TABLES = ("addresses.yml", "moved.yml", "published.yml", "statements.md")
Do = Callable[..., Change]
Check = Callable[[Tree], Checked]


@pytest.fixture
def start(tree: dict[str, bytes], checked: Check) -> Project:
    """The good specimen with all addresses published, as a project that a change begins with."""
    content, _ = load_content(tree)
    published = {"content/data/published.yml": render_published(content, build_pages(content)).encode()}
    return Project({**tree, **published}, checked)


def _after(tree: Tree, change: Change) -> dict[str, bytes]:
    """The files as they lie on the disk after a change."""
    found = {**tree, **change.files}
    return {path: raw for path, raw in found.items() if raw is not None and not path.startswith("docs/")}


def _without_tables(tree: Tree) -> dict[str, str]:
    return {path: raw.decode(errors="replace") for path, raw in tree.items() if not path.endswith(TABLES)}


@pytest.mark.parametrize("kind", KINDS_OF_SPECIMEN)
def test_a_record_of_each_kind_gets_another_name_and_its_own_back(
    kind: str, start: Project, checked: Check
) -> None:
    """Everything that names a record follows it, and nothing else changes: the way back leads to the same files."""
    slug = min(load_content(start.tree)[0].records[kind])
    there = _after(start.tree, rename(start, f"{kind}/{slug}", f"{kind}/quite-another", {}))
    back = _after(there, rename(Project(there, checked), f"{kind}/quite-another", f"{kind}/{slug}", {}))
    assert checked(there)[2] == []
    assert _without_tables(there) != _without_tables(back)
    assert _without_tables(back) == _without_tables(start.tree)


@pytest.mark.parametrize(
    "path",
    [
        *("move.md", "sign-language.md", "easy/move.md", "midsummer.md"),
        *("hr-guide/duties.md", "hr-guide/changes.md"),
    ],
)
def test_a_page_gets_another_name_and_its_own_back(path: str, start: Project, checked: Check) -> None:
    """Links, the footer, pages with a task and questions follow a page, also into another folder."""
    there = _after(start.tree, rename(start, path, "live/quite-another.md", {}))
    back = _after(there, rename(Project(there, checked), "live/quite-another.md", path, {}))
    assert checked(there)[2] == []
    assert not [
        name for name in there if name.endswith(f"/{path}") and name.count("/") == 1 + path.count("/") + 1
    ]
    assert _without_tables(back) == _without_tables(start.tree)


def test_a_picture_that_is_named_from_the_root_is_found_too(start: Project) -> None:
    """Web editors write the address of a picture as /media/…, and it follows like any other."""
    tree = {
        **start.tree,
        "content/sv/about.md": start.tree["content/sv/about.md"] + b"\n![](/media/pictures/brygga.jpg)\n",
    }
    files = rename(Project(tree, start.check), "pictures/brygga", "pictures/jetty", {}).files
    assert b"![](/media/pictures/jetty.jpg)" in (files["content/sv/about.md"] or b"")


def test_nothing_but_the_name_changes_in_a_file_that_names_it(start: Project) -> None:
    """Comments, quotes and order of a file stay as their writer left them."""
    change = rename(start, "sign-language.md", "signs.md", {})
    before, after = start.tree["content/data/site.yml"], change.files["content/data/site.yml"]
    assert after == before.replace(b"sign-language.md", b"signs.md")


def test_an_old_address_leads_to_the_page_of_today(start: Project) -> None:
    """Whoever kept the address of a page that got another word comes to the page."""
    change = rename(start, "move.md", "moving.md", {"sv": "att-flytta"})
    moved = (change.files["content/data/moved.yml"] or b"").decode()
    assert '  - was:\n      sv: "flytta/"\n    to: "moving.md"\n' in moved
    assert '      sv: "ansok/"\n      no: "no/soke/"\n    to: "moving.md"\n' in moved
    assert (
        'moving:\n  sv: "att-flytta"\n  no: "flytte"\n'
        in (change.files["content/data/addresses.yml"] or b"").decode()
    )


def test_what_somebody_noted_among_the_addresses_stays(start: Project) -> None:
    """A rename writes the table again, and loses no comment of it."""
    path = "content/data/addresses.yml"
    noted = start.tree[path].replace(b"\nduties:", "\n# Frågade Anna\nduties:".encode())
    change = rename(Project({**start.tree, path: noted}, start.check), "move.md", "moving.md", {})
    assert "\n# Frågade Anna\nduties:\n" in (change.files[path] or b"").decode()


def test_a_page_keeps_its_public_words_under_another_name(start: Project) -> None:
    """The name of a file is ours; as long as nobody asks for another word, readers notice nothing."""
    change = rename(start, "move.md", "moving.md", {})
    assert b"flytta/" not in (change.files["content/data/moved.yml"] or b"")


def test_pages_that_others_have_begun_are_not_published_by_a_rename(start: Project) -> None:
    """Only the page that gets another address is written down; what is not out yet may still get another name."""
    path = "content/data/published.yml"
    rows = start.tree[path].decode().splitlines(keepends=True)
    known = "".join(row for row in rows if '"om/"' not in row).encode()
    change = rename(Project({**start.tree, path: known}, start.check), "move.md", "moving.md", {"sv": "resa"})
    new = (change.files[path] or b"").decode().splitlines()
    assert (set(new) - set(known.decode().splitlines()), '  - "flytta/"' in new) == ({'  - "resa/"'}, True)


def test_a_page_that_nobody_has_met_is_not_published_by_a_rename(start: Project) -> None:
    """Neither its first name nor its second is an address that must answer for ever."""
    path = "content/data/published.yml"
    rows = start.tree[path].decode().splitlines(keepends=True)
    known = "".join(row for row in rows if "flytt" not in row).encode()
    change = rename(Project({**start.tree, path: known}, start.check), "move.md", "moving.md", {"sv": "resa"})
    assert path not in change.files


def test_a_page_that_gets_its_old_address_back_leaves_no_trace(start: Project, checked: Check) -> None:
    """An address where there is a page again is no old address."""
    there = _after(start.tree, rename(start, "about.md", "about.md", {"sv": "info"}))
    back = _after(there, rename(Project(there, checked), "about.md", "about.md", {"sv": "om"}))
    assert b'- was:\n      sv: "om/"' in there["content/data/moved.yml"]
    assert b"om/" not in back["content/data/moved.yml"]
    assert b"info/" in back["content/data/moved.yml"]


def test_readers_and_links_go_to_the_page_that_takes_the_place(start: Project, checked: Check) -> None:
    """What led to a page that was merged with another leads to the other, and says it once."""
    after = _after(start.tree, remove(start, "services/exempellots.md", "services/eksempelnettverk.md", {}))
    assert checked(after)[2] == []
    assert not [path for path in after if "exempellots" in path]
    assert b"exempellots" not in after["content/data/municipalities/exempelby.yml"]
    assert b'to: "services/eksempelnettverk.md"' in after["content/data/moved.yml"]


def test_the_page_that_takes_the_place_leads_nowhere_but_on(tree: dict[str, bytes], checked: Check) -> None:
    """What led from it to the page that goes is words now: a link to itself would fool a reader."""
    path = "content/sv/move.md"
    tree[path] = tree[path] + "\nLäs [vilka vi är](about.md) också.\n".encode()
    change = remove(Project(tree, checked), "about.md", "move.md", {})
    assert (change.files[path] or b"").decode().endswith("\nLäs vilka vi är också.\n")


def test_a_page_that_is_gone_says_why(start: Project, checked: Check) -> None:
    """Readers of a page that nothing replaces learn the reason in their own language; its news item goes with it."""
    why = {"sv": "Dörren är stängd.", "no": "Døren er lukket."}
    after = _after(start.tree, remove(start, "news/door-opens.md", None, why))
    assert checked(after)[2] == []
    assert not [path for path in after if "door-opens" in path]
    assert '    gone:\n      sv: "Dörren är stängd."' in after["content/data/moved.yml"].decode()


def test_what_readers_searched_for_leads_to_the_page_that_takes_the_place(start: Project) -> None:
    """The words of a page that goes are not forgotten: its heir has them beside its own."""
    path = "content/data/keywords/top.yml"
    both = start.tree[path].replace(
        b"pages:\n", 'pages:\n  about.md: {sv: [vilka vi är, ringa], "no": [hvem vi er]}\n'.encode()
    )
    change = remove(Project({**start.tree, path: both}, start.check), "about.md", "contacts.md", {})
    assert (
        '  contacts.md:\n    sv:\n      - "ringa"\n      - "vilka vi är"\n    no:\n      - "ringe"\n      - "hvem vi er"\n'
        in (change.files[path] or b"").decode()
    )
    assert change.lost == []


def test_what_readers_typed_leads_to_the_page_that_takes_the_place(start: Project) -> None:
    """So do the questions that it answered."""
    path = "content/data/queries/top.yml"
    both = start.tree[path].replace(b"pages:\n", b"# noted\npages:\n  about.md: {sv: [vem skriver]}\n")
    change = remove(Project({**start.tree, path: both}, start.check), "about.md", "contacts.md", {})
    assert (
        '# noted\npages:\n  contacts.md:\n    sv:\n      - "vem kan jag ringa"\n      - "vem skriver"\n    no:\n'
        in (change.files[path] or b"").decode()
    )


def test_search_words_that_lead_nowhere_any_longer_are_told(start: Project) -> None:
    """Where nothing takes the place of a page, somebody decides about the words that led to it."""
    path = "content/data/keywords/top.yml"
    more = start.tree[path].replace(
        b"pages:\n", 'pages:\n  news/door-opens.md: {sv: [dörr], "no": [dør]}\n'.encode()
    )
    why = {"sv": "Dörren är stängd.", "no": "Døren er lukket."}
    change = remove(Project({**start.tree, path: more}, start.check), "news/door-opens.md", None, why)
    assert list(change.lost) == ["dörr", "dør"]


def test_what_still_names_a_page_that_goes_is_told(start: Project) -> None:
    """A sentence that leads to a page cannot be fixed by a machine: the editor learns where it stands."""
    with pytest.raises(UserError) as refused:
        remove(start, "move.md", None, {"sv": "Borta.", "no": "Borte."})
    assert refused.value.phrase.code == "WOULD_BREAK"
    assert {problem.code for problem in refused.value.problems} >= {"P211"}


@pytest.mark.parametrize(
    ("name", "new", "code"),
    [
        ("nowhere.md", "x.md", "NO_SUCH_ENTRY"),
        ("move.md", "about.md", "IS_TAKEN"),
        ("move.md", "move.md", "SAME_NAME"),
        ("move.md", "Flytta hit.md", "NO_NAME"),
        ("live/index.md", "live/life.md", "IS_FRONT"),
        ("contacts.md", "people.md", "IS_FIXED"),
        ("sources.md", "origins.md", "IS_FIXED"),
        ("seminars/kald-te", "speakers/kald-te", "OTHER_KIND"),
    ],
)
def test_what_cannot_be_renamed_is_said(name: str, new: str, code: str, start: Project) -> None:
    """Whoever asks for what cannot be learns why."""
    with pytest.raises(UserError) as refused:
        rename(start, name, new, {})
    assert refused.value.phrase.code == code


@pytest.mark.parametrize(
    ("name", "to", "gone", "code"),
    [
        ("about.md", None, {}, "TO_OR_GONE"),
        ("news/door-opens.md", None, {"sv": "Borta."}, "SAY_WHY"),
        ("about.md", "about.md", {}, "OTHER_KIND"),
        ("sources/exempellagen", "seminars/kald-te", {}, "OTHER_KIND"),
    ],
)
def test_what_cannot_be_removed_is_said(
    name: str, to: str | None, gone: dict[str, str], code: str, start: Project
) -> None:
    """Nobody takes a page away without saying what its readers get."""
    with pytest.raises(UserError) as refused:
        remove(start, name, to, gone)
    assert refused.value.phrase.code == code


def test_nothing_is_begun_where_something_is_wrong(start: Project) -> None:
    """A change of content with faults could not be told from its faults."""
    broken = Project({**start.tree, "content/sv/empty.md": b""}, start.check)
    with pytest.raises(UserError) as refused:
        rename(broken, "move.md", "moving.md", {})
    assert refused.value.phrase.code == "FIX_FIRST"
