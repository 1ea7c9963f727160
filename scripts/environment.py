"""The project's own Python environment and what it needs from the system. Standard library only.

`.venv/` holds the locked packages. It is made again in part whenever a lock file changes, which a stamp tells.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from localization import help_text

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
STAMP = VENV / "locked-packages.sha256"
SITE_LOCK = "requirements.txt"
PUBLISH_LOCK = "requirements-publish.txt"
TEST_LOCK = "requirements-test.txt"
ENGINES_LOCK = "requirements-engines.txt"
STORE_LOCK = "requirements-store.txt"
# A lock → those that it holds whole: whoever has it needs none of them.
_WITHIN = {PUBLISH_LOCK: [SITE_LOCK], TEST_LOCK: [SITE_LOCK, PUBLISH_LOCK]}

# For `gc.set_threshold`. A check makes half a million small things and throws none away; to look through them again and again
# took a third of its time.
FEW_COLLECTIONS = (200_000, 50, 50)

_JAVA = {"java": "default-jre-headless"}
# The lanes of the tests, and what each uses of the system: a program, library or file that shows it is there → the Debian
# package it is in.
LANES: dict[str, dict[str, str]] = {
    "unit": {},
    "browser": {
        "chromium-headless-shell": "chromium-headless-shell",
        "libatomic.so.1": "libatomic1",  # the driver of Playwright, which drives Chromium
        "nginx": "nginx",
        "caddy": "caddy",
        "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so": "libnginx-mod-http-brotli-static",
    },
    "site": _JAVA,
    "engines": {},
    "admin": {
        "chromium-headless-shell": "chromium-headless-shell",
        "libatomic.so.1": "libatomic1",
        "npm": "npm",
    },
    "store": {},
    "books": {**_JAVA, "soffice": "libreoffice-writer-nogui"},
    "content": {
        "hunspell": "hunspell",
        "/usr/share/hunspell/sv_SE.dic": "hunspell-sv",
        "/usr/share/hunspell/nb_NO.dic": "hunspell-no",
    },
}

# What only a run with --everything uses beside them.
EVERYTHING = {"firefox-esr": "firefox-esr", "WebKitWebDriver": "webkit2gtk-driver", "Xvfb": "xvfb"}


def python(folder: Path = VENV) -> str:
    """The Python of an environment: the project's own, or that in `folder`."""
    return str(folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def inside() -> bool:
    """Whether this process runs on the environment's Python."""
    return Path(sys.prefix).resolve() == VENV.resolve()


def compiling() -> dict[str, str]:
    """The environment in which modules are kept as Python compiled them, whatever this process was asked for."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def prepare(lock: str, code: str) -> None:
    """Make the environment hold what `lock` lists, and say so in the language `code`; quick when it already does."""
    wanted = _digest(lock)
    if STAMP.exists() and wanted in STAMP.read_text().split():
        return
    started = time.monotonic()
    print(
        help_text("Preparing .venv from {lock} (once; about a minute) …", code).format(lock=lock), flush=True
    )
    uv = shutil.which("uv")
    if not Path(python()).exists():
        _run(
            [uv, "venv", "--quiet", "--python", sys.executable, str(VENV)]
            if uv
            else [sys.executable, "-m", "venv", str(VENV)]
        )
    _run([*_installer(uv), "--require-hashes", "--requirement", str(ROOT / lock)])
    STAMP.write_text("\n".join([wanted, *map(_digest, _WITHIN.get(lock, ()))]))
    seconds = round(time.monotonic() - started)
    print(help_text("Ready after {seconds} s.", code).format(seconds=seconds), flush=True)


def prepare_system(lanes: Iterable[str]) -> None:
    """Install what the tests of some lanes need of the system, or say the one line that does and stop."""
    needs = {**LANES, "everything": EVERYTHING}
    used = {sign: package for lane in lanes for sign, package in needs[lane].items()}
    missing = [package for sign, package in used.items() if not _is_there(sign)]
    if not missing:
        return
    command = f"apt-get install --yes --no-install-recommends {' '.join(missing)}"
    if not shutil.which("apt-get"):
        raise SystemExit(f"The tests need these Debian packages, or their like: {' '.join(missing)}")
    if os.geteuid() != 0:
        raise SystemExit(f"The tests need these programs. Run: sudo {command}")
    print(f"Installing {', '.join(missing)} …", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _run(["apt-get", "update", "--quiet"], quiet)
    # Whoever else installs something just now is waited for.
    _run([*command.split(), "--option", "DPkg::Lock::Timeout=120"], quiet)


def _is_there(sign: str) -> bool:
    if ".so" not in sign:
        return bool(shutil.which(sign)) or Path(sign).exists()
    try:
        ctypes.CDLL(sign)
    except OSError:
        return False
    return True


def today(days_ahead: int = 0) -> str:
    """Today as an ISO date, or the day that SOURCE_DATE_EPOCH names, so that a build can be repeated to the byte."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return (moment + timedelta(days=days_ahead)).date().isoformat()


def _installer(uv: str | None) -> list[str]:
    if uv:
        return [uv, "pip", "install", "--quiet", "--python", python()]
    return [python(), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]


def _digest(lock: str) -> str:
    return hashlib.sha256((ROOT / lock).read_bytes()).hexdigest()


def _run(command: Sequence[str], environment: dict[str, str] | None = None) -> None:
    result = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)
    if result.returncode:
        raise SystemExit(f"{' '.join(command)}\n{result.stdout}{result.stderr}\nFailed; see the lines above.")
