"""The list of what the site is made with, for programs that look for weaknesses: CycloneDX, the same bytes each time."""

from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from campaign.supply.licences import Licence

_DIGESTS = {"pypi": HashAlgorithm.SHA_256, "npm": HashAlgorithm.SHA_512}


def render_sbom(found: Iterable[Licence], name: str, day: str) -> str:
    """The packages of a lock file as CycloneDX 1.6 in JSON, told on an ISO date."""
    packages = list(found)
    components = [_component(one) for one in packages]
    site = Component(name=name, type=ComponentType.APPLICATION, bom_ref=name)
    about = BomMetaData(timestamp=datetime.fromisoformat(day).replace(tzinfo=UTC), component=site)
    listed = "\n".join(one.package.pin for one in packages)
    bom = Bom(components=components, metadata=about, serial_number=uuid5(NAMESPACE_URL, listed))
    # A lock file does not say who asked for whom.
    bom.register_dependency(site, components)
    return JsonV1Dot6(bom).output_as_string(indent=1) + "\n"


def _component(one: Licence) -> Component:
    package = one.package
    scope, _, name = package.name.rpartition("/")  # @esbuild/linux-x64
    return Component(
        name=package.name,
        version=package.version,
        bom_ref=package.pin,
        purl=PackageURL(package.registry, scope or None, name, package.version),
        hashes=[HashType(alg=_DIGESTS[package.registry], content=content) for content in package.hashes],
        licenses=[DisjunctiveLicense(name=one.name)] if one.name else None,
    )
