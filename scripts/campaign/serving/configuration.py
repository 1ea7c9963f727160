"""The configuration of a web server for the site, as nginx, Caddy and static hosts read it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from campaign.moved import addresses_gone, redirects
from campaign.policy import Kind, Policy
from campaign.serving.editor import FOLDER, editor_headers
from campaign.serving.headers import (
    ASK,
    CSP,
    DIGEST,
    DIGEST_IN_NAME,
    IMMUTABLE,
    OF_PAGES,
    SEARCH_FOLDER,
    STRICT_TRANSPORT,
    build_headers,
    content_security_policy,
    endings_of_files,
)
from campaign.serving.scripts import common_scripts, pages_with_own
from campaign.site import Site

# Program or place → the template of its configuration beside this module.
TEMPLATES: Mapping[str, str] = MappingProxyType(
    {"nginx": "nginx.conf", "caddy": "Caddyfile", "_headers": "_headers", "_redirects": "_redirects"}
)

ON_STATIC_HOSTS = ("_headers", "_redirects")


@dataclass(frozen=True)
class Server:
    """The machine that serves: the name that it answers to, the folder of the site, the port to listen on, and where its certificate and key lie.

    Without a certificate the server speaks HTTP only, behind another that speaks HTTPS.
    """

    host: str
    root: str = "/srv/site"
    listen: str = "80"
    certificate: str | None = None
    key: str | None = None


def render_configuration(name: str, policy: Policy, site: Site, server: Server) -> str:
    """The configuration of a program, or the file that a static host reads."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    template = environment.get_template(TEMPLATES[name])
    return template.render(
        server=server,
        policy=policy,
        **(_build_host_values(policy, site) if name in ON_STATIC_HOSTS else _build_values(policy, site)),
        editor=editor_headers(policy, site.content.configuration.extra.editing),
        editor_folder=FOLDER,
        other_host=_other(server.host),
        prefix=urlsplit(site.root_address).path,
        redirects=redirects(site),
        gone=addresses_gone(site),
        missing={language.prefix: f"{language.prefix}404.html" for language in site.languages},
        endings={ending[1:]: kind for ending, kind in policy.kinds.items() if ending.startswith(".")},
        names={
            re.escape(name): kind for name, kind in policy.kinds.items() if not name.startswith((".", "_"))
        },
        open_files=_open_files(policy.kinds),
        digest_in_name=DIGEST_IN_NAME,
        digest=DIGEST,
        search=SEARCH_FOLDER,
        immutable=IMMUTABLE,
        of_pages=OF_PAGES,
        csp=CSP,
        still="|".join(endings_of_files(policy)),
        ask=ASK,
        keeping=site.languages if site.content.structure.offline else (),
        strict_transport=STRICT_TRANSPORT,
    )


def _build_host_values(policy: Policy, site: Site) -> dict[str, object]:
    """What a host says that has one policy for every file, so that each page may run every script of ours."""
    return {"headers": build_headers(policy, site, site.scripts)}


def _build_values(policy: Policy, site: Site) -> dict[str, object]:
    """What is said with most answers, of files in which nothing runs, and of pages with a tool of their own."""
    return {
        "headers": build_headers(policy, site, common_scripts(site)),
        "csp_of_files": content_security_policy(policy, site, ()),
        "csp_of_pages": [
            (pattern, content_security_policy(policy, site, scripts))
            for pattern, scripts in pages_with_own(site)
        ],
    }


def _other(host: str) -> str:
    """The name that people type instead: with `www.`, or without."""
    return host.removeprefix("www.") if host.startswith("www.") else f"www.{host}"


def _open_files(kinds: Mapping[str, Kind]) -> str:
    """A pattern of the addresses that pages of other sites may read."""
    return f"({'|'.join(re.escape(ending) for ending, kind in kinds.items() if kind.open)})$"
