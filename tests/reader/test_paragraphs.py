"""Tags that end a paragraph."""

import pytest

from pmexport.model.prose import Header, HorizontalRule, Para, Str, Strong
from pmexport.reader.prose import blocks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>a</p>", (Para((Str("a"),), 1),)),
        ("a<p>b", (Para((Str("a"),), 1), Para((Str("b"),), 1))),
        ("<div align=center>\na\n</div>", (Para((Str("a"),), 2),)),
        ("a\n<h3>b</h3>\nc", (Para((Str("a"),), 1), Header(3, (Str("b"),), line=2), Para((Str("c"),), 3))),
        ("a<hr>b", (Para((Str("a"),), 1), HorizontalRule(1), Para((Str("b"),), 1))),
        ("<summary>a</summary>b", (Para((Strong((Str("a"),)),), 1), Para((Str("b"),), 1))),
        ("</details>", ()),
        ("**a<p>b**", (Para((Str("a"),), 1), Para((Str("b"),), 1))),
        ("[a<p>*b](https://a.example)* c", (Para((Str("a"),), 1), Para((Str("*b* c"),), 1))),
        ("<p></p>", ()),
    ],
)
def test_a_paragraph_ends_at_them(text: str, expected: object) -> None:
    assert blocks(text).blocks == expected


def test_in_a_cell_they_are_line_breaks() -> None:
    assert "Str(text='a'), LineBreak(), Str(text='b')" in repr(blocks("| x |\n|---|\n| <p>a</p><p>b</p> |").blocks)
