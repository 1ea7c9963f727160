"""The web editor on the real content: an editor's first day in Chromium.

It fetches Sveltia and esbuild as editor/package-lock.json locks them, so it runs only where somebody names its lane.
"""

import io
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from difflib import ndiff
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser

from campaign.checks import check_tree
from campaign.files import load_tree
from campaign.models.editing import Editing
from campaign.policy import load_policy
from campaign.serving.editor import editor_headers
from conftest import ROOT
from real_site import NOW
from web_editor import write_editor
from web_editor_desk import Desk, serving

pytestmark = pytest.mark.admin

# The population of Stange as texts say it, before it is changed.
OLD_FIGURE = re.compile(r"21(\D)839")
EDITING = Editing(host="gitlab", repository="region/webbplats", application="abc")


@pytest.fixture(scope="session")
def editor(once: Callable[..., Path]) -> Path:
    """A folder that serves the editor below `admin/`."""
    return once("web-editor", _make)


def _make(folder: Path) -> None:
    content, _, _ = check_tree(load_tree(ROOT), today="")
    write_editor(folder / "admin", content, EDITING)


@pytest.fixture(scope="module")
def tree() -> dict[str, bytes]:
    """The real content."""
    return dict(load_tree(ROOT))


@pytest.fixture(scope="module")
def desk(browser: Browser, editor: Path, tree: dict[str, bytes]) -> Iterator[Desk]:
    """A Swedish editor who has come in."""
    with serving(editor, editor_headers(load_policy(), EDITING)) as address:
        desk = Desk(browser, address, {path: raw for path, raw in tree.items() if path != "mkdocs.yml"})
        desk.enter("lokalt", "Seminarier och möten")
        yield desk


def changes(before: bytes, after: bytes) -> list[str]:
    """The lines that were taken away and put in, in their order."""
    lines = ndiff(before.decode().splitlines(), after.decode().splitlines())
    return [line for line in lines if line[0] in "+-"]


def _seminar(desk: Desk) -> None:
    desk.new("seminars", "leda-i-forandring")
    desk.fill("title", "Att leda i förändring: så gör små företag")
    desk.choose("title_language", "Svenska")
    desk.fill("rendering", "Å lede i endring – slik gjør små bedrifter")
    desk.fill("summary.sv", "En förmiddag om att leda när allt ändras: vad fungerar, och vad kostar det?")
    desk.fill("summary.no", "En formiddag om å lede når alt endrer seg: Hva virker, og hva koster det?")
    desk.choose("form", "Seminarium")
    desk.choose("theme", "Leda")
    desk.choose("regions", "Hamarregionen")
    desk.fill("town", "Stange")
    desk.fill("date", "2027-03-04")
    desk.field("session").get_by_role("checkbox").first.click()
    desk.fill("session.announced", "2026-11-30")
    desk.fill("session.start", "2027-03-04T09:30")
    desk.fill("session.end", "2027-03-04T12:00")
    desk.choose("session.zone", "Europe/Oslo")
    desk.fill("session.venue", "Stange kulturhus, Storgata 1")
    desk.fill("session.registration", "https://exempel.se/anmalan")
    desk.choose("session.accessibility", "hörslinga")
    desk.save()


def _population(desk: Desk) -> None:
    desk.new("sources", "ssb-folketall-2026")
    desk.fill("title", "Folkemengde per 1. oktober 2026")
    desk.fill("publisher", "Statistisk sentralbyrå")
    desk.choose("language", "Norsk")
    desk.choose("form", "tatistik")
    desk.fill("published", "2026-11-19")
    desk.fill("read", "2026-11-30")
    desk.fill("address", "https://www.ssb.no/befolkning/folketall")
    desk.choose("confidence", "high")
    desk.save()
    desk.open("municipalities", "stange")
    desk.field("facts").get_by_role("button", name="Expandera", exact=True).first.click()
    desk.fill("facts.0.value", "21900")
    desk.fill("facts.0.as_of", "2026-10-01")
    desk.choose("facts.0.source", "Folkemengde per 1. oktober")
    desk.save()


def _photograph(desk: Desk, folder: Path) -> None:
    camera = Image.effect_noise((3000, 2000), 60).convert("RGB")
    exif = camera.getexif()
    exif[0x010F], exif[0x0112] = "Camera", 6
    camera.save(folder / "Min Bild från Åre.jpg", quality=95, exif=exif)
    desk.new("pictures")
    desk.fill("photo_name", "stange-i-hostljus")
    desk.field("photo").locator("input[type=file]").first.set_input_files(folder / "Min Bild från Åre.jpg")
    desk.field("photo").locator("img").wait_for()
    for name, texts in {
        "shows": ("Åkrarna vid Mjøsa i lågt ljus.", "Åkrene ved Mjøsa i lavt lys."),
        "credit": ("Foto: Kim Exempel", "Foto: Kim Eksempel"),
        "licence": ("CC BY 4.0", "CC BY 4.0"),
    }.items():
        for code, text in zip(("sv", "no"), texts, strict=True):
            desk.fill(f"{name}.{code}", text)
    desk.save()


def _news(desk: Desk) -> None:
    desk.new("text-news", "new-form")
    desk.fill("title", "En ny mall för introduktion", "En ny mal for oppstart")
    desk.fill("date", "2026-11-30")
    desk.fill(
        "description",
        "Mallen har fått en ruta för den första veckan, så att den nya vet vem som tar emot.",
        "Malen har fått en rute for den første uken, så den nye vet hvem som tar imot.",
    )
    desk.write(
        "Nu står det i mallen vem som tar emot den nya.", "Nå står det i malen hvem som tar imot den nye."
    )
    desk.save()


def _story(desk: Desk) -> None:
    desk.new("text-stories", "hem-till-stange")
    desk.fill("title", "Vi kom hem till Stange", "Vi kom hjem til Stange")
    desk.field("story").get_by_role("checkbox").first.click()
    desk.choose("story.side", "Kom tillbaka")
    desk.choose("story.place", "Stange")
    desk.fill("story.told", "2026-11-20")
    desk.fill("story.consent_until", "2028-11-20")
    desk.fill(
        "description",
        "En familj berättar hur det var att komma hem till Stange efter elva år i Oslo.",
        "En familie forteller hvordan det var å komme hjem til Stange etter elleve år i Oslo.",
    )
    desk.write("Vi flyttade hem en lördag i mars.", "Vi flyttet hjem en lørdag i mars.")
    desk.save()


@pytest.fixture(scope="module")
def day(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a first day at the desk writes: a seminar, a population with its source, a photograph, a news item, a story."""
    _seminar(desk)
    _population(desk)
    _photograph(desk, tmp_path_factory.mktemp("camera"))
    _news(desk)
    _story(desk)
    return desk.written()


def wrong(tree: dict[str, bytes]) -> set[tuple[str, str]]:
    """The file and the code of each error."""
    today = datetime.fromtimestamp(int(NOW), UTC).date().isoformat()
    found = check_tree(tree, today=today)[2]
    return {(problem.path, problem.code) for problem in found if problem.severity == "error"}


def test_a_first_day_at_the_desk_passes_every_check(day: dict[str, bytes], tree: dict[str, bytes]) -> None:
    """All that was written is in order; only the texts that say the old population are told, and then they follow."""
    assert sorted(day) == [
        "content/data/municipalities/stange.yml",
        "content/data/pictures/stange-i-hostljus.yml",
        "content/data/seminars/leda-i-forandring.yml",
        "content/data/sources/ssb-folketall-2026.yml",
        "content/media/pictures/stange-i-hostljus.webp",
        "content/no/news/new-form.md",
        "content/no/stories/hem-till-stange.md",
        "content/sv/news/new-form.md",
        "content/sv/stories/hem-till-stange.md",
    ]
    before, found = wrong(tree), wrong({**tree, **day})
    assert {code for _, code in found - before} == {"P231"}
    followed = {
        path: OLD_FIGURE.sub(r"21\g<1>900", tree[path].decode()).encode() for path, _ in found - before
    }
    assert wrong({**tree, **day, **followed}) == before


def test_a_change_of_three_values_is_a_change_of_three_lines(
    day: dict[str, bytes], tree: dict[str, bytes]
) -> None:
    """Whoever reads the proposal sees what the editor did, and no other line."""
    path = "content/data/municipalities/stange.yml"
    found = changes(tree[path], day[path])
    assert [line for line in found if line.startswith("+")] == [
        "+     value: 21900",
        '+     source: "ssb-folketall-2026"',
        '+     as_of: "2026-10-01"',
    ]
    assert len(found) == 6


def test_a_story_is_one_text_in_each_language(day: dict[str, bytes]) -> None:
    """Saved once, with who tells it and until when in both: green at once, in the order of the model, in double quotes."""
    story = 'story:\n  side: "came-back"\n  place: "stange"\n  told: "2026-11-20"\n  consent_until: "2028-11-20"\n'
    for code, title in (("sv", "Vi kom hem till Stange"), ("no", "Vi kom hjem til Stange")):
        text = day[f"content/{code}/stories/hem-till-stange.md"].decode()
        assert text.startswith(f'---\ntitle: "{title}"\n{story}description: ')


def test_a_news_item_is_one_text_in_each_language(day: dict[str, bytes]) -> None:
    """Saved once, with its day in both."""
    assert day["content/no/news/new-form.md"].decode() == (
        '---\ntitle: "En ny mal for oppstart"\ndate: "2026-11-30"\n'
        'description: "Malen har fått en rute for den første uken, så den nye vet hvem som tar imot."\n'
        "---\n\nNå står det i malen hvem som tar imot den nye.\n"
    )


def test_a_photograph_is_small_upright_and_without_place_or_camera(day: dict[str, bytes]) -> None:
    """The browser has made it so, before it left the editor's machine."""
    with Image.open(io.BytesIO(day["content/media/pictures/stange-i-hostljus.webp"])) as photo:
        assert (photo.format, photo.width < photo.height, max(photo.size), dict(photo.getexif())) == (
            "WEBP",
            True,
            2400,
            {},
        )


@pytest.mark.parametrize(
    ("collection", "name"),
    [("text-employers", "self-check"), ("text-hr-guide", "probation"), ("text-top", "young")],
)
def test_a_word_in_a_text_is_a_change_of_one_line(desk: Desk, collection: str, name: str) -> None:
    """No paragraph becomes another but the one in which somebody wrote, and the translation stays as it was."""
    before = set(desk.written())
    desk.open(collection, name)
    desk.write("Ja. ")
    desk.save()
    new = {path: raw for path, raw in desk.written().items() if path not in before}
    [(path, raw)] = new.items()
    found = changes(desk.before[path], raw)
    assert (len([line for line in found if line[0] == "+"]), found[-1].startswith("+ Ja. ")) == (1, True)


def test_nobody_but_the_own_host_is_asked(desk: Desk, day: dict[str, bytes]) -> None:  # noqa: ARG001
    """Neither type nor words nor the health of a host comes from elsewhere, and the policy had nothing to stop."""
    own = desk.address.removesuffix("admin/")
    assert {one for one in desk.asked if not one.startswith((own, "data:", "blob:"))} == set()
    assert [text for text in desk.refused if "Content Security Policy" in text] == []


def test_norwegians_meet_norwegian_forms(browser: Browser, editor: Path) -> None:
    """The browser of a Norwegian says so by itself, and Sveltia has our words."""
    with serving(editor, editor_headers(load_policy(), EDITING)) as address:
        desk = Desk(browser, address, {"content/data/sources/a.yml": b'title: "A"\n'}, "nb-NO")
        desk.enter("lokal kopi", "Seminarer og møter")
        desk.page.get_by_text("Spørsmål uten svar").first.wait_for()
