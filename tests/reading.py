"""Each file is read once a session: the same bytes at the same path are parsed once, however many tests ask for them.

Most tests change one file of the good specimen. To parse the hundred others again took three quarters of their time.
"""

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import PurePosixPath
from typing import Any

import pytest

from campaign import content
from campaign.content import _Reading
from campaign.problems import Problem

read = content._read


def read_once(whole: _Reading, path: PurePosixPath, raw: bytes, _parsed: object = None) -> list[Problem]:
    """Do what reading a file into the content does, from memory if it was read before."""
    part, problems = _read_alone(path, raw)
    for field in fields(_Reading):
        _add(getattr(whole, field.name), getattr(part, field.name))
    return problems


@cache
def _read_alone(path: PurePosixPath, raw: bytes) -> tuple[_Reading, list[Problem]]:
    alone = _Reading()
    return alone, read(alone, path, raw)


def _add(whole: dict[str, Any], part: dict[str, Any]) -> None:
    for key, value in part.items():
        if isinstance(value, dict | set):
            whole[key].update(value)
        else:
            whole[key] = value


@pytest.fixture(scope="session", autouse=True)
def files_are_read_once() -> Iterator[None]:
    """Let all tests of the session share what was read; models are frozen, and nobody changes a document later."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(content, "_read", read_once)
        yield
