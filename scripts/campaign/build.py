"""From targets to a published site: every file made, staged beside the last good site, and put in its place at once."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType

from campaign.cache import DependentTarget, Extract, ExtractableTarget, Outputs, Store
from campaign.files import write_file
from campaign.output_folder import (
    WrittenFile,
    digest_of_file,
    load_stamps,
    load_unchanged,
    stamp_of,
    write_cleared,
)
from campaign.processes import map_in_processes
from campaign.reads import Once, Output, Reads, reads_of, recording
from campaign.site import Target, Targets


def make_all(targets: Mapping[str, Target], before: Outputs | None = None) -> Iterator[tuple[str, Output]]:
    """Address and file of every target, taken from `before` where what it is made of is as it was."""
    for address, target in targets.items():
        yield address, _made(before, address, target)


def _made(before: Outputs | None, address: str, target: Target) -> Output:
    found = before.find(address) if before else None
    if found is None:
        with recording() as reads:
            content = target()
        made = Output(content, reads_of(reads))
        if before:
            before.put(address, made)
    else:
        made = found
        _learn(target, lambda: found.content, digest_of_file(found.content), found.reads)
    if isinstance(target, ExtractableTarget):
        target.store_extracts(made)
    return made


def write_all(
    folder: Path,
    targets: Targets,
    before: Outputs | None = None,
    index: Mapping[str, WrittenFile] = MappingProxyType({}),
) -> Iterator[tuple[str, WrittenFile]]:
    """Let a folder hold the file of every target and no others, and tell how each is written.

    What the `index` says was written before and would be made of the same stays as it lies. All processors work at the rest. What others
    ask for, such as a book whose size a page tells, is made first, or each process would make it for itself; what is made of
    others, such as a search index, last.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stamps = load_stamps(folder)
    write_cleared(folder, stamps, targets)
    kept = _kept(load_unchanged(folder, stamps, index), targets, before)
    for some in (
        {a: kept[a] for a in targets if a in kept}.items(),
        *_written(folder, targets, before, kept),
    ):
        for address, file in some:
            _learn(targets[address], (folder / address).read_bytes, file.digest, file.reads)
            if before:
                before.use(address, file.reads)
            yield address, file
    _prune(
        one
        for target in targets.values()
        if isinstance(target, ExtractableTarget)
        for one in target.extracts.values()
    )


def _prune(extracts: Iterable[Extract]) -> None:
    """Throw away the extracts of no file; several stores may lie in one folder, and none knows what the others use."""
    used: dict[Path, set[str]] = {}
    for store in {id(extract.store): extract.store for extract in extracts}.values():
        used.setdefault(store.folder, set()).update(store.used)
    for folder, names in used.items():
        Store(folder, names).prune()


def _kept(
    index: Mapping[str, WrittenFile], targets: Targets, before: Outputs | None
) -> dict[str, WrittenFile]:
    """The files that would be made of the same things again."""
    return {
        address: file
        for address, file in index.items()
        if before and address in targets and before.input_digest(address, file.reads) == file.input_digest
    }


def _written(
    folder: Path, targets: Targets, before: Outputs | None, kept: Mapping[str, WrittenFile]
) -> Iterator[Iterator[tuple[str, WrittenFile]]]:
    """The other files, made and written by all processors: those that are asked for, most, and those that are made of others."""
    first, most, last = Targets(), Targets(), Targets()
    for address, target in targets.items():
        if address not in kept:
            part = (
                last if isinstance(target, DependentTarget) else first if isinstance(target, Once) else most
            )
            part[address] = target
    for some in (first, most, last):
        yield map_in_processes(partial(_write, folder, some, before), list(some))


def _learn(target: Target, read: Callable[[], bytes], digest: str, reads: Reads) -> None:
    """Tell a target that others ask for what its file is, whichever build or process made it."""
    if isinstance(target, Once):
        target.preset(read, reads)
    if isinstance(target, ExtractableTarget):
        target.preset(digest, reads)


def _write(
    folder: Path, targets: Mapping[str, Target], before: Outputs | None, addresses: Sequence[str]
) -> Iterator[tuple[str, WrittenFile]]:
    """Each file is written when it is made, for all together may be larger than the memory."""
    for address, made in make_all({address: targets[address] for address in addresses}, before):
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        write_file(path, made.content)
        input_digest = before.input_digest(address, made.reads) if before else ""
        yield (
            address,
            WrittenFile(input_digest, digest_of_file(made.content), stamp_of(path.lstat()), made.reads),
        )


def write_published(site: Path, staged: Path) -> None:
    """Put the new site where the old one was, and the old one where the new one was; a reader never finds half of one."""
    if site.exists():
        site.rename(_old(staged))
    staged.rename(site)
    if _old(staged).exists():
        _old(staged).rename(staged)


def write_recovered(site: Path, staged: Path) -> None:
    """Put the old site back, if a build was stopped in the moment between taking it away and putting the new one there."""
    old = _old(staged)
    if old.exists() and not site.exists():
        old.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _old(staged: Path) -> Path:
    return staged.with_name(f"old-{staged.name}")
