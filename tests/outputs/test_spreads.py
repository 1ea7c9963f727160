"""The calls of the design that a bound tree becomes."""

import pytest

from campaign.outputs.spreads import book_markup
from campaign.text.pandoc import Node
from conftest import tree_of

CHAPTER = """\
# 3 Kaffe {#coffee}

*Så kokar du.*

Drick det varmt.

## Steg {#coffee-steps}

1. **Koka.** Se [lagen](#coffee-rule-hot) och [lagen](#coffee-rule-hot).

## Misstag {#coffee-mistakes}

- **Kallt.** Vänta inte.
- **Svagt.** Ta mer.

## Lag {#coffee-law}

Här står den.

### Sverige {#coffee-rules-se}

- <span id="coffee-rule-hot">**Måste**</span>: varmt.

### Norge {#coffee-rules-no}

- **Måste**: hett.

### Skillnader {#coffee-differences}

Graderna.

## Lista {#coffee-checklist}

- [ ] Koppen finns.
- [ ] Kaffet finns.
"""
SPREAD = """\
#chapter("coffee", 3, "Kaffe", [= 3 Kaffe
<coffee>], [#emph[Så kokar du.];], [Drick det varmt.], ("coffee-steps", "coffee-mistakes", "coffee-law", "coffee-checklist", ))

#section("steps", "coffee")[== Steg
<coffee-steps>

#enum(tight: false, start: 1, [#noted((("coffee-rule-hot", [lagen]), ))[#idx("lag");#strong[Koka.]; Se #link(<coffee-rule-hot>)[lagen]; och #link(<coffee-rule-hot>)[lagen];.]])

]

#halves("mistakes", "coffee", [== Misstag
<coffee-mistakes>], [#list(tight: false, [#strong[Kallt.];<lead> Vänta inte.])

], [#list(tight: false, [#strong[Svagt.];<lead> Ta mer.])

])

#lead-in[== Lag
<coffee-law>

Här står den.

]

#countries([=== Sverige
<coffee-rules-se>

#list(tight: false, [#strong[Måste];<coffee-rule-hot>: varmt.])

], [=== Norge
<coffee-rules-no>

#list(tight: false, [#strong[Måste];<lead>: hett.])

])

=== Skillnader
<coffee-differences>

Graderna.

#closing[#halves("checklist", "coffee", [== Lista
<coffee-checklist>], [#list(tight: false, marker: none, body-indent: 0pt, [☐ Koppen finns.])

], [#list(tight: false, marker: none, body-indent: 0pt, [☐ Kaffet finns.])

])

]

"""


def _blocks(text: str) -> list[Node]:
    blocks: list[Node] = tree_of(text)["blocks"]
    return blocks


def _indexed(text: str) -> list[str]:
    return ["lag"] if "lagen" in text else []


def test_a_chapter_is_set_by_its_sections() -> None:
    """Each section has its own look, the countries stand beside each other, and a place is named once in the margin."""
    assert book_markup(_blocks(CHAPTER), _indexed) == SPREAD


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("Ord.\n", "Ord.\n\n"),
        (
            "# Källor {#sources}\n\nOm lagen.\n",
            '#appendix("sources", [= Källor\n<sources>], [Om lagen.\n\n])\n\n',
        ),
        (
            "# Källor {#sources}\n\n- ett\n- två\n",
            (
                '#appendix("sources", [= Källor\n<sources>], '
                "[#even([#list(tight: false, [ett])\n\n], [#list(tight: false, [två])\n\n])\n\n])\n\n"
            ),
        ),
        (
            "# 3 Kaffe {#coffee}\n\nUtan ingress.\n",
            '#appendix("coffee", [= 3 Kaffe\n<coffee>], [Utan ingress.\n\n])\n\n',
        ),
    ],
)
def test_what_is_no_chapter_has_no_opening(text: str, markup: str) -> None:
    """An appendix begins a page, and its words are in no register."""
    assert book_markup(_blocks(text), _indexed) == markup
