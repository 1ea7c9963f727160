"""The texts of acts in copies of the law collections."""

from pathlib import Path

from campaign.statutes import amended_by, find_statutes, load_statutes, parse_statute

SWEDISH = """\
# Lag (1999:999) om kaffe

## Författningstext

1 kap. Allmänna bestämmelser

Inledning

1 § Lagen gäller den som
dricker kaffe.

Den gäller inte te. Lag (2024:7).

Koppar

2 a § /Upphör att gälla U:2026-07-01/
Koppen rymmer en deciliter.

2 a § /Träder i kraft I:2026-07-01/
Koppen rymmer två deciliter. Lag (2026:8).

2 kap. Kakor

1 § Det finns kakor:

1. torra, och

2. blöta.

Övergångsbestämmelser

1999:999
1 § En äldre kopp får användas.
"""
NORWEGIAN = """\
---
tittel: "Lov om kaffe"
---
## Kapittel 1. Innledning

#### § 1-1. Formål

(1) Loven gjelder kaffe, jf. § 1-2 .

- varm
- kald

*Endret ved lov 15 des 2023 nr. 88 (i kraft 1 juli 2024).*

#### § 2 A-1. Kopper

(1) Koppen er hel.

#### § 1-3. (Opphevet)

#### § 3. Hele ord

Loven er kort.

#### § 3a. Halve ord

Loven er kortere.

#### § 1-4 a. Bare overskrift

###### Artikkel 33. Melding

1. Meld fra.
"""


def test_a_swedish_act_is_read_section_by_section() -> None:
    """Chapters stand in the names, headings belong to no section, and what is not yet or no more in force is left out."""
    assert parse_statute("sfs", SWEDISH, "2026-06-30") == {
        "1 kap. 1 §": ["Lagen gäller den som dricker kaffe.", "Den gäller inte te. Lag (2024:7)."],
        "1 kap. 2 a §": ["Koppen rymmer en deciliter."],
        "2 kap. 1 §": ["Det finns kakor:", "1. torra, och", "2. blöta."],
    }
    assert parse_statute("sfs", SWEDISH, "2026-07-01")["1 kap. 2 a §"] == [
        "Koppen rymmer två deciliter. Lag (2026:8)."
    ]


def test_a_norwegian_act_is_read_section_by_section() -> None:
    """Repealed sections are not there, and one whose text the copy lacks is there and empty."""
    assert parse_statute("lov", NORWEGIAN, "2026-06-30") == {
        "§ 1-1": ["(1) Loven gjelder kaffe, jf. § 1-2.", "- varm", "- kald"],
        "§ 2 A-1": ["(1) Koppen er hel."],
        "§ 3": ["Loven er kort."],
        "§ 3a": ["Loven er kortere."],
        "§ 1-4 a": [],
        "art. 33": ["1. Meld fra."],
    }


def test_a_swedish_section_names_the_act_that_changed_it_last() -> None:
    """The number stands at the end of the section, and an original wording has none."""
    assert amended_by(["Ett.", "Två. Lag (2024:7)."]) == "2024:7"
    assert amended_by(["Ett."]) is None


def test_the_files_of_the_copies_are_known_by_their_names(tmp_path: Path) -> None:
    """Copies differ in how they name files, and the act on personal data carries the EU's regulation."""
    names = (
        "SFS_1982_80.md",
        "SFS_2010_0110.md",
        "lov-2018-06-15-38.md",
        "forskrift-1996-12-06-1127.md",
        "README.md",
    )
    for name in names:
        (tmp_path / name).write_text("")
    assert {act: path.name for act, path in find_statutes(tmp_path).items()} == {
        ("sfs", "1982:80"): "SFS_1982_80.md",
        ("sfs", "2010:110"): "SFS_2010_0110.md",
        ("lov", "2018-06-15-38"): "lov-2018-06-15-38.md",
        ("eu", "2016/679"): "lov-2018-06-15-38.md",
        ("forskrift", "1996-12-06-1127"): "forskrift-1996-12-06-1127.md",
    }


def test_an_act_that_the_copy_has_lost_was_repealed(tmp_path: Path) -> None:
    """Where the copy keeps other acts of the collection a missing one has no sections; otherwise nobody can tell."""
    (tmp_path / "SFS_1999_999.md").write_text(SWEDISH, encoding="utf-8")
    (tmp_path / "lov-2018-06-15-38.md").write_text(NORWEGIAN, encoding="utf-8")
    statute = load_statutes([tmp_path], "2026-06-30")
    assert (statute("sfs", "1888:8"), statute("afs", "2023:1")) == ({}, None)
    assert (statute("eu", "2016/679") or {})["art. 33"] == ["1. Meld fra."]
