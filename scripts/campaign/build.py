"""From targets to a published site: every file made, staged beside the last good site, and put in its place at once."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from campaign.cache import Extracting, Gathering, Outputs
from campaign.files import write_file
from campaign.processes import divided
from campaign.reads import Made, Once, recording
from campaign.site import Target, Targets


def make_all(targets: Mapping[str, Target], before: Outputs | None = None) -> Iterator[tuple[str, Made]]:
    """Address and file of every target, taken from `before` where what it is made of is as it was."""
    for address, target in targets.items():
        yield address, _made(before, address, target)


def _made(before: Outputs | None, address: str, target: Target) -> Made:
    found = before.find(address) if before else None
    if found is None:
        with recording() as reads:
            content = target()
        made = Made(content, frozenset(reads))
        if before:
            before.keep(address, made)
    else:
        made = found
        if isinstance(target, Once):  # others may ask for it too
            target.known(found.content, found.reads)
    if isinstance(target, Extracting):
        target.take(made)
    return made


def write_all(
    folder: Path, targets: Targets, before: Outputs | None = None
) -> Iterator[tuple[str, frozenset[str]]]:
    """Write a folder that holds the file of every target and no others, and tell what each was made of.

    All processors work. What others ask for, such as a book whose size a page tells, is made first, or each process would
    make it for itself; what is made of others, such as a search index, last.
    """
    shutil.rmtree(folder, ignore_errors=True)
    asked_for = {address: target for address, target in targets.items() if isinstance(target, Once)}
    others = {address: target for address, target in targets.items() if address not in asked_for}
    last = {address: target for address, target in others.items() if isinstance(target, Gathering)}
    first = {address: target for address, target in others.items() if address not in last}
    parts: tuple[Mapping[str, Target], ...] = (asked_for, first, last)
    for some in parts:
        for address, reads in divided(partial(_write, folder, some, before), list(some)):
            if address in asked_for:
                asked_for[address].known((folder / address).read_bytes(), reads)
            if isinstance(target := targets[address], Extracting):  # another process may have made it
                target.take(Made((folder / address).read_bytes(), reads))
            if before:
                before.use(address, reads)
            yield address, reads
    kept = [one.extracts.values() for one in targets.values() if isinstance(one, Extracting)]
    for store in {id(one.store): one.store for extracts in kept for one in extracts}.values():
        store.prune()


def _write(
    folder: Path, targets: Mapping[str, Target], before: Outputs | None, addresses: Sequence[str]
) -> Iterator[tuple[str, frozenset[str]]]:
    """Each file is written when it is made, for all together may be larger than the memory."""
    for address, made in make_all({address: targets[address] for address in addresses}, before):
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, made.content)
        yield address, made.reads


def write_published(site: Path, staged: Path) -> None:
    """Put the new site where the old one was; a reader never finds half of one."""
    old = _old(staged)
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    staged.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def write_recovered(site: Path, staged: Path) -> None:
    """Put the old site back, if a build was stopped in the moment between taking it away and putting the new one there."""
    if _old(staged).exists() and not site.exists():
        _old(staged).rename(site)


def _old(staged: Path) -> Path:
    return staged.with_name(f"old-{staged.name}")
