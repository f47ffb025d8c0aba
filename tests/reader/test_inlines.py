"""Inline tokens to inlines."""

import pytest

from pmexport.model.prose import (
    Code,
    Emph,
    Image,
    Inlines,
    LineBreak,
    Link,
    Para,
    SoftBreak,
    Str,
    Strikeout,
    Strong,
)
from pmexport.reader.inlines import DEEPEST, merged, trimmed
from pmexport.reader.prose import blocks


def read(text: str) -> Inlines:
    (paragraph,) = blocks(text).blocks
    assert isinstance(paragraph, Para)
    return paragraph.content


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a *b* c", (Str("a "), Emph((Str("b"),)), Str(" c"))),
        ("**a _b_**", (Strong((Str("a "), Emph((Str("b"),)))),)),
        ("~~a~~", (Strikeout((Str("a"),)),)),
        ("`a  b`", (Code("a  b"),)),
        ("a\nb", (Str("a"), SoftBreak(), Str("b"))),
        ("a  \nb", (Str("a"), LineBreak(), Str("b"))),
        ("a\\\nb", (Str("a"), LineBreak(), Str("b"))),
        (r"\*a\* &amp; &lt;b&gt;", (Str("*a* & <b>"),)),
        (":white_check_mark: done", (Str(":white_check_mark: done"),)),
        ('{{ 7*7 }} "quoted" -- ...', (Str('{{ 7*7 }} "quoted" -- ...'),)),
        ("see https://a.example", (Str("see https://a.example"),)),
        ("1 < 2 > 0", (Str("1 < 2 > 0"),)),
    ],
)
def test_marks_become_inlines(text: str, expected: Inlines) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a<br>b<br/>\nc", (Str("a"), LineBreak(), Str("b"), LineBreak(), Str("c"))),
        ("<b>a</b> <EM>b</EM>", (Strong((Str("a"),)), Str(" "), Emph((Str("b"),)))),
        ("<kbd>Ctrl</kbd>", (Code("Ctrl"),)),
        ("<del>a</del><u>b</u>", (Strikeout((Str("a"),)), Str("b"))),
        ("10<sup>6</sup> CO<sub>2</sub> 1<sup>st</sup>", (Str("10\u2076 CO\u2082 1st"),)),
        ('<a href="https://a.example">a</a>', (Link((Str("a"),), "https://a.example"),)),
        ('<a href="file:///x">a</a>', (Str("a"),)),
        ("<a name=top></a>a", (Str("a"),)),
        ('<img src="https://a.example/x.png" alt="chart">', (Image("chart", "https://a.example/x.png"),)),
        ("<span style='color:red'>a</span>", (Str("a"),)),
        ("<b>never closed", (Str("never closed"),)),
        ("never opened</b>", (Str("never opened"),)),
        ("*a <b>b* c</b>", (Emph((Str("a b"),)), Str(" c"))),
        ("`<b>`", (Code("<b>"),)),
        (r"\<b>", (Str("<b>"),)),
    ],
)
def test_harmless_tags_mean_what_they_mean_in_html(text: str, expected: Inlines) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<START OF OUTAGE>",
        '<svg onload="x()">',
        "<style>p{}</style>",
        "<iframe src=x>",
        "<b",
    ],
)
def test_every_other_tag_is_text(text: str) -> None:
    assert read(f"a {text}") == (Str(f"a {text}"),)


def test_a_link_within_a_link_keeps_its_words_only() -> None:
    assert read('[a <a href="https://b.example">b</a>](https://a.example)') == (
        Link((Str("a b"),), "https://a.example"),
    )


def test_emphasis_nested_too_deep_keeps_its_words_and_is_told() -> None:
    prose = blocks("*a **a " * 60 + "b" + "** a*" * 60)

    depth, content = 0, prose.blocks[0].content  # type: ignore[union-attr]
    while nested := [inline for inline in content if isinstance(inline, Emph | Strong)]:
        depth, content = depth + 1, nested[0].content
    assert depth < DEEPEST
    assert {told.code for told in prose.diagnostics} == {"nested-too-deep"}


def test_neighbours_are_joined_and_breaks_do_not_pile_up() -> None:
    assert merged([Str("a"), Str(""), Str("b"), SoftBreak(), LineBreak(), SoftBreak(), Str("c")]) == (
        Str("ab"),
        LineBreak(),
        Str("c"),
    )


def test_breaks_at_either_end_go() -> None:
    assert trimmed((SoftBreak(), Str(" "), Str("a"), LineBreak())) == (Str("a"),)
