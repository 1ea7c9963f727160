"""Rules for pictures: a photograph has its record and stands alone in a text, and none lies there that nobody shows."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from campaign.content import Content
from campaign.media import ENDINGS, OF_THE_SITE, is_photo, kind_of
from campaign.models import KINDS
from campaign.pages import Pages
from campaign.pictures import lone_picture, shown_file, slug_of
from campaign.problems import Position, Problem
from campaign.texts import PageSource


def check_records(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A photograph lies in content/media/pictures, alone with its name, and has a record, as each record has a photograph."""
    found: dict[str, str] = {}
    for name in filter(is_photo, content.media):
        file, slug = f"content/media/{name}", slug_of(name)
        if slug not in content.documents["pictures"]:
            yield Problem(file, Position(), "D144", {"name": PurePosixPath(name).stem})
        elif slug in found:
            yield Problem(file, Position(), "D146", {"other": found[slug]})
        found.setdefault(slug or "", file)
    for slug, document in content.documents["pictures"].items():
        if slug not in found:
            yield Problem(document.path, Position(), "D145", {"name": slug})


def check_texts(content: Content, _pages: Pages) -> Iterator[Problem]:
    """A photograph in a text has its record, in the language of the text too, and stands alone in its paragraph."""
    for code, prose in content.texts():
        for token in prose.tokens:
            for child in (token.children or ()) if token.type == "inline" else ():
                name = shown_file(prose.path, child)
                if name in content.media and is_photo(str(name)):
                    alone = lone_picture(prose.path, token)
                    yield from _check(content, code, prose, str(name), prose.position_of(token), alone)


def _check(
    content: Content, code: str, prose: PageSource, name: str, place: Position, alone: str | None
) -> Iterator[Problem]:
    slug = slug_of(name) or ""
    if slug not in content.documents["pictures"]:
        yield Problem(prose.file, place, "P254", {"value": name, "name": PurePosixPath(name).stem})
    elif alone is None:
        yield Problem(prose.file, place, "P255", {"value": name})
    elif slug in content.pictures:
        picture = content.pictures[slug]
        texts = {"shows": picture.shows, "credit": picture.credit, "licence": picture.licence}
        for field, text in texts.items():
            if text.get(code) is None:
                yield Problem(
                    content.documents["pictures"][slug].path, Position(), "D101", {"field": f"{field}.{code}"}
                )


def check_use(content: Content, _pages: Pages) -> Iterator[Problem]:
    """Each file of content/media is shown somewhere: what nobody shows is published nevertheless."""
    shown = {*OF_THE_SITE, *(file for film in content.films.values() for _, file in film.files())}
    folders = {"scenes", *(folder for kind in KINDS.values() for folder in kind.pictures)}
    scenes = {f"scenes/{text.meta.scene}.svg" for _, text in content.texts()}
    for name, raw in content.media.items():
        path = PurePosixPath(name)
        kind = kind_of(raw)
        if kind is None or kind != ENDINGS.get(path.suffix):
            continue  # it is told that it may not lie there, and whoever mends that shows it
        drawn = str(path.parent) in folders and (str(path.parent) != "scenes" or name in scenes)
        if not drawn and name not in shown and not any(path.name in text.body for _, text in content.texts()):
            yield Problem(f"content/media/{name}", Position(), "W405", {"value": name})


ALL = (check_records, check_texts, check_use)
