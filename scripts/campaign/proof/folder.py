"""A finished site as it lies on the disk, proven file by file; what was proven before is not proven again."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from campaign.cache import Bundle
from campaign.compression import WAYS, holds
from campaign.output_folder import digest_of_file, load_stamps
from campaign.policy import load_policy
from campaign.problems import Problem
from campaign.proof import digest_of_proof, prove
from campaign.proof.rules import Rules, fault
from campaign.site import Site

# The name of the bundle that remembers what was proven, below the folder of the cache.
PROOFS = "proofs"


def rules_of(site: Site, code: str) -> Rules:
    """The rules that hold for a site's files; `code` is a digest of what the proof is made with."""
    forms = frozenset(address for address in site.forms.values() if address)
    scripts = {script.address: script.integrity for script in site.scripts.values()}
    styles = frozenset({site.opening.text} - {""})
    return Rules(load_policy(), site.root_address, forms, scripts, styles, code)


def load_proof(
    folder: Path, rules: Rules, before: Bundle[bool], digests: Mapping[str, str] = MappingProxyType({})
) -> Iterator[tuple[str, list[Problem]]]:
    """Address and faults of each file in a folder, in their order. Of files whose digests are known those are read that are new."""
    for address in sorted(load_stamps(folder)):
        path = folder / address
        if path.is_symlink():
            yield address, [fault(address, "OUT_KIND")]
        elif path.suffix in WAYS:
            yield address, [] if holds(path) else [fault(address, "OUT_KIND")]
        else:
            digest = digests.get(address) or digest_of_file(path.read_bytes())
            yield address, _proven(address, path, digest, rules, before)


def _proven(address: str, path: Path, digest: str, rules: Rules, before: Bundle[bool]) -> list[Problem]:
    name = digest_of_proof(address, digest, rules)
    if before.get(name):
        return []
    problems = prove(address, path.read_bytes(), rules)
    if not problems:
        before.put(name, True)
    return problems
