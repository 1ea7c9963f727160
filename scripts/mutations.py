"""Slips of the pen, made by a machine: what hands, keyboards and old programs do to a file. The same ones for the same seed."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass

# What a hand may leave behind a colon, or in the middle of a line.
_VALUES = """
    -1 0 12 007 3.14 1e400 0.00001 100000000000000000.5 999999999999999999999 0x1F 9:30 true no null ~ [] {} [1, 2]
    {a: b} 2014 2014-02-30 2014/2010 2008/.. undated 20260203 2026-W05-3 &anchor *anchor !!python/object:os.system
    | > - ' " @ % https:// http://[::1 mailto: source:nowhere <b> {{x}} {#id} [a](b.md) ../../../etc/passwd index.md
    ./move.md 🦊 \u0662\u0660\u0661\u0664 \ufdfd \uff03 e\u0301
"""
VALUES = _VALUES.split()
LINES = (
    "```",
    "~~~",
    "---",
    "***",
    "# Rubrik",
    "###### Rubrik {#order}",
    "- [ ] ",
    "- [x] <!-- x -->",
    "> [!NOTE]",
    "> [!NOTE] Ett",
    "| a | b |\n| - |",
    "[^1]",
    "[^1]: [^1]",
    ": Förklaring",
    "[a]: b.md",
    "![a [b](c.md)](../media/mark.svg)",
    "[](move.md)",
    "[a](<>)",
    "<!--",
    "-->",
    "<!-- campaign:doors -->",
    "<!-- campaign:people exempelprojekt -->",
    "<!-- campaign:accounts exempelprojekt -->",
    "  <!-- campaign:seminar-list 2 -->",
    "```\n<!-- campaign:nowhere -->\n```",
    "    indraget",
    "&nbsp;&#0;&notanentity;",
    "$$a$$",
    "extra: value",
    "only: sv",
    "doors: []",
    "source: {source: exempellagen}",
)
BYTES = (
    b"\t",
    b"\x00",
    b"\x07",
    b"\x1b[31m",
    b"\r",
    b"\x7f",
    b"\xa0",
    b"\xff\xfe",
    b"\xc3",
    b"\xed\xa0\x80",
    b"\xef\xbb\xbf",
)
DEEP = (
    "[" * 500 + "]" * 500,
    "{a: " * 60 + "b" + "}" * 60,
    "> " * 200 + "a",
    "- " * 200 + "a",
    "*" * 999 + "a",
    "[a](" * 300,
)


def _lines(raw: bytes) -> list[bytes]:
    return raw.split(b"\n")


def cut(rng: random.Random, raw: bytes) -> bytes:
    """A stretch of the file is gone."""
    start = rng.randrange(len(raw))
    return raw[:start] + raw[start + rng.randint(1, 200) :]


def drop_a_line(rng: random.Random, raw: bytes) -> bytes:
    """One line is gone."""
    lines = _lines(raw)
    del lines[rng.randrange(len(lines))]
    return b"\n".join(lines)


def swap_lines(rng: random.Random, raw: bytes) -> bytes:
    """Two lines have changed places."""
    lines = _lines(raw)
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def repeat_a_line(rng: random.Random, raw: bytes) -> bytes:
    """One line stands twice."""
    lines = _lines(raw)
    number = rng.randrange(len(lines))
    return b"\n".join([*lines[:number], lines[number], *lines[number:]])


def move_a_line(rng: random.Random, raw: bytes) -> bytes:
    """One line is indented more or less than it was."""
    lines = _lines(raw)
    number = rng.randrange(len(lines))
    lines[number] = rng.choice((b"  ", b"    ", b"\t", b"- ")) + lines[number].lstrip()
    return b"\n".join(lines)


def delete_a_character(rng: random.Random, raw: bytes) -> bytes:
    """One character is gone."""
    text = raw.decode()
    place = rng.randrange(len(text))
    return (text[:place] + text[place + 1 :]).encode()


def retype_a_value(rng: random.Random, raw: bytes) -> bytes:
    """Something else stands behind a colon."""
    lines = _lines(raw)
    number = rng.choice([n for n, line in enumerate(lines) if b":" in line] or [0])
    lines[number] = lines[number].partition(b":")[0] + b": " + rng.choice(VALUES).encode()
    return b"\n".join(lines)


def type_a_word(rng: random.Random, raw: bytes) -> bytes:
    """A word has landed where it does not belong."""
    text = raw.decode()
    place = rng.randrange(len(text))
    return (text[:place] + rng.choice(VALUES) + text[place:]).encode()


def insert_a_line(rng: random.Random, raw: bytes) -> bytes:
    """A line of other marks has come in, often at the end."""
    lines = _lines(raw)
    number = rng.choice((rng.randrange(len(lines)), len(lines) - 1))
    return b"\n".join([*lines[:number], b"", rng.choice(LINES).encode(), b"", *lines[number:]])


def insert_bytes(rng: random.Random, raw: bytes) -> bytes:
    """A key of the keyboard, or a broken program, has left bytes that nobody sees."""
    place = rng.randrange(len(raw))
    return raw[:place] + rng.choice(BYTES) + raw[place:]


def save_in_another_encoding(rng: random.Random, raw: bytes) -> bytes:
    """An old program has saved the file."""
    return ("å" + raw.decode()).encode(
        rng.choice(("latin-1", "utf-16", "utf-8-sig", "cp1252", "utf-7")), "replace"
    )


def nest_deeply(rng: random.Random, raw: bytes) -> bytes:
    """Brackets or quotation marks without end."""
    lines = _lines(raw)
    number = rng.randrange(len(lines))
    lines[number] = lines[number].partition(b":")[0] + b": " + rng.choice(DEEP).encode()
    return b"\n".join(lines)


def inflate(rng: random.Random, raw: bytes) -> bytes:
    """The file has been pasted into itself again and again, or a line has no end."""
    return raw * rng.randint(2, 9) if rng.random() < 0.5 else raw + b"a" * rng.randint(1000, 20000)


SLIPS: tuple[Callable[[random.Random, bytes], bytes], ...] = (
    cut,
    drop_a_line,
    swap_lines,
    repeat_a_line,
    move_a_line,
    delete_a_character,
    retype_a_value,
    type_a_word,
    insert_a_line,
    insert_bytes,
    save_in_another_encoding,
    nest_deeply,
    inflate,
)


@dataclass(frozen=True)
class Mutant:
    """A file after a slip of the pen."""

    path: str
    raw: bytes
    slip: str


def texts(tree: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a tree that somebody writes by hand."""
    return {path: raw for path, raw in tree.items() if not path.startswith("content/media/")}


def mutants(rng: random.Random, files: Mapping[str, bytes], wanted: int) -> list[Mutant]:
    """So many damaged files, each file and each kind of slip in its turn."""
    paths = sorted(files)
    chosen = [paths[number % len(paths)] for number in range(wanted)]
    return [mutant(rng, path, files[path], SLIPS[n % len(SLIPS)]) for n, path in enumerate(chosen)]


def mutant(
    rng: random.Random, path: str, raw: bytes, slip: Callable[[random.Random, bytes], bytes]
) -> Mutant:
    """A file that a slip has made another."""
    changed = raw
    while changed == raw:
        changed = slip(rng, raw)
    return Mutant(path, changed, slip.__name__)
