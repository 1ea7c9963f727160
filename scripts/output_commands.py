"""The commands that hold what is published against the policy, and that write what a server needs to say the same."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from campaign.files import SITE, load_common
from cli import LANGUAGE, Arguments, command, fail, message
from environment import ROOT
from site_steps import checked_site, proven

if TYPE_CHECKING:
    from campaign.serving.configuration import Server
    from campaign.site import Site


FOLDER = click.argument("folder", type=Path, default=ROOT / SITE, help="The folder; else site/.")


@command(LANGUAGE, FOLDER)
def prove(arguments: Arguments) -> int:
    """Read every finished file, of site/ or of another folder, against the policy of what may be published."""
    if not arguments.folder.is_dir():
        return fail(message(arguments, "NO_FOLDER", path=arguments.folder))
    site = checked_site(arguments)
    if site is None:
        return 1
    status, count = proven(arguments, site, load_common(ROOT), arguments.folder)
    if status == 0:
        click.echo(message(arguments, "PROVEN", count=count))
    return status


@command(LANGUAGE, FOLDER)
def compress(arguments: Arguments) -> int:
    """Lay brotli and gzip beside every text of site/ or of another folder, for servers that send them as they are."""
    from campaign.compression import write_compressed
    from campaign.policy import load_policy

    if not arguments.folder.is_dir():
        return fail(message(arguments, "NO_FOLDER", path=arguments.folder))
    count = write_compressed(arguments.folder, load_policy(), ROOT / ".cache")
    click.echo(message(arguments, "COMPRESSED", count=count))
    return 0


@command(
    LANGUAGE,
    click.argument("program", type=click.Choice(["nginx", "caddy"]), help="The server to write for."),
    click.option(
        "--root", default="/srv/site", show_default=True, help="The folder of the site on the server."
    ),
    click.option("--listen", default="80", show_default=True, help="The port, or address and port."),
    click.option("--host", help="The name that it answers to, if not that of site_url."),
    click.option("--certificate", help="The certificate; without one the server speaks HTTP only."),
    click.option("--key", help="Its key."),
)
def server(arguments: Arguments) -> int:
    """Write the configuration of a web server, which says what the policy says."""
    from campaign.serving.configuration import Server

    site = checked_site(arguments)
    if site is None:
        return 1
    host = arguments.host or site.host
    wanted = Server(host, arguments.root, arguments.listen, arguments.certificate, arguments.key)
    click.echo(_configuration(arguments.program, site, wanted), nl=False)
    return 0


def _configuration(program: str, site: "Site", server: "Server") -> str:
    from campaign.policy import load_policy
    from campaign.serving.configuration import render_configuration

    return render_configuration(program, load_policy(), site, server)


@command(
    LANGUAGE,
    click.argument(
        "addresses",
        nargs=-1,
        metavar="[ADDRESS]...",
        help="Addresses of the site; without any, the start page.",
    ),
    click.option("--seconds", default=30, show_default=True, help="How long each is asked for."),
)
def rate(arguments: Arguments) -> int:
    """Measure the requests a second that nginx answers for site/ beside a bare file of 1 kB; needs nginx and wrk."""
    import shutil
    import tempfile

    import load_test as meter
    from campaign.compression import write_compressed
    from campaign.policy import load_policy
    from campaign.serving.configuration import Server
    from nginx import free_port

    site = checked_site(arguments)
    if site is None:
        return 1
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), free_port()
        shutil.copytree(ROOT / SITE, folder / "site")
        write_compressed(folder / "site", load_policy(), ROOT / ".cache")
        server = Server(meter.HOST, str(folder / "site"), f"{meter.HOST}:{port}")
        text = _configuration("nginx", site, server)
        found = meter.measured(folder, text, port, arguments.addresses or ("/",), arguments.seconds)
    click.echo(meter.report(found))
    return 1 if any(one.errors for one in found.values()) else 0
