"""The table of kinds, on which reading, pages, schemas and checks rest."""

from campaign.models import KINDS
from campaign.models.headings import HasPage
from campaign.models.places import KnownByPlace
from campaign.models.values import Value
from campaign.reads import recording
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


def test_who_asks_by_a_field_has_read_the_records_found_and_which_they_are(good_site: Site) -> None:
    """A chapter is made again for its own rules, and for one that joins or leaves it, and for no other."""
    with recording() as reads:
        found = good_site.content.rules.having("chapters", "first-day")
    wanted = {slug for slug, rule in good_site.content.rules.items() if "first-day" in rule.chapters}
    files = {f"content/data/rules/{slug}.yml" for slug in wanted}
    assert (set(found), reads) == (wanted, {"index:rules.chapters.first-day", *files})


def test_where_nobody_has_a_value_it_is_known_that_somebody_asked(good_site: Site) -> None:
    """The first record that has it is news."""
    with recording() as reads:
        found = good_site.content.seminars.having("town", "Atlantis")
    assert (found, reads) == ({}, {"index:seminars.town.Atlantis"})


def test_indexed_fields_are_fields_of_their_models() -> None:
    """A field that gets another name is missed here and not on a page."""
    assert [
        (kind.name, field)
        for kind in KINDS.values()
        for field in kind.indexed
        if field not in kind.model.model_fields
    ] == []


def test_a_record_that_names_one_place_is_known_there() -> None:
    """What wants an eye is told to the place that a record names; a municipality speaks for itself."""
    of_places = ({"reference": "municipalities"}, {"reference": "regions"})
    of_places += ({"references": "municipalities regions services"},)
    naming = {
        kind.name
        for kind in KINDS.values()
        for field in kind.model.model_fields.values()
        if field.json_schema_extra in of_places
    }
    known = {kind.name for kind in KINDS.values() if issubclass(kind.model, KnownByPlace)}
    assert (naming - {"municipalities"}, "services" in naming) == (known, True)
