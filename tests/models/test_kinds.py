"""The table of kinds, on which reading, pages, schemas and checks rest."""

from campaign.models import KINDS
from campaign.models.headings import HasPage
from campaign.models.values import Value
from campaign.site import Site


def test_a_kind_is_found_by_its_own_name() -> None:
    """The name of a kind, its folder and its key are one word."""
    assert [name for name, kind in KINDS.items() if kind.name != name] == []


def test_every_kind_has_a_model_of_its_own() -> None:
    """Two kinds never share a model, and each model is closed and frozen."""
    models = [kind.model for kind in KINDS.values()]
    assert (len(set(models)), all(issubclass(model, Value) for model in models)) == (len(KINDS), True)


def test_a_kind_that_needs_text_has_pages() -> None:
    """Text is only asked for where there is a page to put it on."""
    wrong = [k.name for k in KINDS.values() if (k.prose_required or k.sections) and not k.pages]
    assert wrong == []


def test_no_two_kinds_share_a_folder_of_pages() -> None:
    """A page belongs to one kind of record."""
    folders = [kind.pages for kind in KINDS.values() if kind.pages]
    assert sorted(folders) == sorted(set(folders))


def test_every_kind_with_pages_says_its_own_heading() -> None:
    """A page never guesses from its record's fields what it is called."""
    assert [k.name for k in KINDS.values() if k.pages and not issubclass(k.model, HasPage)] == []


def test_a_kind_and_a_file_are_attributes_of_the_content(good_site: Site) -> None:
    """The typed attribute and the look-up by name give the same."""
    content = good_site.content
    assert (content.regions, content.edition) == (content.records["regions"], content.singletons["edition"])
