"""The page that was meant by a path at which there is none: by its name, and by the words of its address."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath

from campaign.content import Content
from campaign.models import KINDS, record_file
from campaign.problems import Phrase, is_slip

# How like a name must be to the one that was meant, in the same folder and in another.
_ALIKE, _ALIKE_ELSEWHERE = 0.7, 0.8


def nearest_page(content: Content, code: str, there: Iterable[str], target: str, written: str) -> str | None:
    """The path of the page that is meant, if one is: `target` is where the link leads, `written` what stands in it."""
    paths = sorted(there)
    folder, name = posixpath.split(target)
    return next(_meant(content, code, paths, (folder, name), written), None)


def surely_meant(content: Content, code: str, there: Iterable[str], target: str, written: str) -> str | None:
    """The path of the page that nothing but is meant: its path or address from the root of the site, or one slip from it.

    A page of the same name in another folder is another page, and so is one that is merely like it.
    """
    paths = sorted(there)
    from_above = _from_above(written) if "/" in written else ""
    addresses = {target.removesuffix(".md").strip("/"), from_above}
    found = [path for path in paths if path == from_above or _in_words(content, code, path) in addresses]
    slips = (path for path in paths if target.endswith(".md") and _is_slip(target, path))
    found = found or list(slips)
    return found[0] if len(found) == 1 else None


def hint_of(content: Content, code: str, there: Iterable[str], target: str, written: str, own: str) -> Phrase:
    """The page that is meant as a question, written so that it leads there from the text `own` of content/."""
    near = nearest_page(content, code, there, target, written)
    if near is None:
        return Phrase("NO_HINT")
    _, mark, place = written.partition("#")
    word = posixpath.relpath(f"{code}/{near}", posixpath.dirname(own)) + mark + place
    return Phrase("DID_YOU_MEAN", {"word": word})


def record_lacking(path: str) -> Phrase:
    """The record that a text lacks, where it lies in a folder of texts that have records; else nothing."""
    folder, name = posixpath.split(path.removesuffix(".md"))
    files = (record_file(kind.name, name) for kind in KINDS.values() if folder and kind.pages == folder)
    file = next(files, None)
    return Phrase("LACKS_RECORD", {"file": file}) if file else Phrase("NO_HINT")


def _meant(
    content: Content, code: str, paths: list[str], target: tuple[str, str], written: str
) -> Iterator[str]:
    folder, name = target
    from_above, whole = _from_above(written), posixpath.join(folder, name)
    yield from (path for path in paths if path == from_above)
    same_name = [path for path in paths if posixpath.basename(path) == name]
    if len(same_name) == 1:
        yield from same_name
    yield from (path for path in paths if _is_slip(whole, path))
    yield from (path for path in paths if path == f"{whole.strip('/')}/index.md")
    address = whole.removesuffix(".md").strip("/")
    yield from (path for path in paths if _in_words(content, code, path) in (address, from_above))
    beside = {posixpath.basename(path): path for path in paths if posixpath.dirname(path) == folder}
    yield from (beside[near] for near in get_close_matches(name, beside, n=1, cutoff=_ALIKE))
    names = Counter(map(posixpath.basename, paths))  # of several with a name none is nearer
    by_name = {posixpath.basename(path): path for path in paths if names[posixpath.basename(path)] == 1}
    yield from (by_name[near] for near in get_close_matches(name, by_name, n=1, cutoff=_ALIKE_ELSEWHERE))


def _from_above(written: str) -> str:
    """What stands in a link as a path from the root of a language."""
    return posixpath.normpath(written.partition("#")[0].lstrip("/"))


def _is_slip(target: str, path: str) -> bool:
    """Whether one slip parts two paths, in the folder or in the name."""
    (folder, name), (other, there) = (posixpath.split(one.removesuffix(".md")) for one in (target, path))
    return is_slip(name, there) if folder == other else name == there and is_slip(folder, other)


def _in_words(content: Content, code: str, path: str) -> str:
    """The path in the public words of a language."""
    parts = PurePosixPath(path).with_suffix("").parts
    return "/".join(content.word_in_address(part, code) for part in parts)
