"""nginx on this machine with a configuration that `make.py server` has written, at the edge: for the tests and for `make.py rate`."""

import getpass
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from string import Template

# What nginx wants around it: files of its own, in a folder of ours.
_AROUND = Template("""
include /etc/nginx/modules-enabled/*.conf;
user $user;
pid $folder/pid;
pcre_jit on;
error_log $folder/error.log;
events {}
http {
    access_log off;
    client_body_temp_path $folder/body;
    proxy_temp_path $folder/proxy;
    fastcgi_temp_path $folder/fastcgi;
    uwsgi_temp_path $folder/uwsgi;
    scgi_temp_path $folder/scgi;
    include $folder/site.conf;
}
""")


@contextmanager
def running(folder: Path, configuration: str) -> Iterator[None]:
    """nginx while it serves by a configuration; its files, with its number in `pid`, are in a folder."""
    (folder / "site.conf").write_text(configuration, encoding="utf-8")
    main = folder / "nginx.conf"
    main.write_text(_AROUND.substitute(user=getpass.getuser(), folder=folder), encoding="utf-8")
    nginx = [str(shutil.which("nginx")), "-c", str(main), "-e", str(folder / "error.log")]
    subprocess.run(nginx, check=True)  # returns when it listens
    try:
        yield
    finally:  # at once: a polite quit waits a minute for a line that a browser has opened and not yet used
        subprocess.run([*nginx, "-s", "stop"], check=True)


def free_port() -> int:
    """A port of this machine where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
