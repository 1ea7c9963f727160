"""Programs beside ours: each runs in the same few settings on every machine, whoever starts the build and from where."""

import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path


def run_program(
    command: Sequence[str | Path],
    given: bytes = b"",
    files: Mapping[str, bytes] | None = None,
    epoch: str = "0",
) -> bytes:
    """What a program writes when it is given `given`, in a folder that holds `files`: path → bytes.

    `epoch` is the moment that it takes for now, in seconds since 1970.
    """
    with tempfile.TemporaryDirectory() as folder:
        for name, content in (files or {}).items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return subprocess.run(
            command,
            input=given,
            cwd=folder,
            env=fixed_environment(folder, epoch),
            check=True,
            capture_output=True,
        ).stdout


def fixed_environment(home: str, epoch: str = "0") -> dict[str, str]:
    """The settings of a program: UTF-8, universal time and a home of its own; of the machine's only where programs lie."""
    own = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return {**own, "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": home, "TMPDIR": home, "SOURCE_DATE_EPOCH": epoch}
