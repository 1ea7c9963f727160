"""Style sheets, scripts, JSON, tables and text read again."""

import pytest

from proof.planting import list_faults


@pytest.mark.parametrize(
    ("address", "text", "code"),
    [
        ("assets/a.css", 'a { src: url("b.woff2") }', None),
        ("assets/a.css", "@import 'https://evil.example/a.css';", "OUT_STYLE"),
        ("assets/a.css", "a { background: url(//evil.example/a.png?) }", "OUT_STYLE"),
        ("assets/a.js", "a.textContent = b;", None),
        ("assets/a.js", "a.outerHTML = b;", "OUT_CODE"),
        *(
            ("assets/a.js", f"a.{word} = b;", "OUT_CODE")
            for word in ("innerHTML", "srcdoc", "insertAdjacentHTML", "setHTMLUnsafe")
        ),
        *(
            ("assets/a.js", f"{word}(b);", "OUT_CODE")
            for word in ("eval", "Function", "importScripts", "import", "Worker", "document.write")
        ),
        ("assets/a.js", 'a.href = "javascript:b";', "OUT_CODE"),
        ("a.csv", "a,b\n-1,=SUM(A1)\n", "OUT_FORMULA"),
        ("a.csv", "a,b\n-1 200,+47\n", None),
        ("a.json", '{"a": ["\\u202e"]}', "OUT_CHARACTER"),
        ("a/feed.json", '{"items": [{"content_html": "<p onclick=a>"}]}', "OUT_ATTRIBUTE"),
        ("robots.txt", "a\u200bb", "OUT_CHARACTER"),
    ],
)
def test_text_that_does_something_is_found(address: str, text: str, code: str | None) -> None:
    """What fetches, computes, runs or hides is found in each kind of text, and what does not is let through."""
    assert [found for _, _, found, _ in list_faults(address, text)] == ([code] if code else [])


def test_a_table_may_begin_with_the_mark_that_spreadsheets_want() -> None:
    """The mark of UTF-8 before a table is no hidden character; within it is one."""
    assert [len(list_faults("a.csv", text)) for text in ("\ufeffa,b\n", "a,\ufeffb\n")] == [0, 1]
