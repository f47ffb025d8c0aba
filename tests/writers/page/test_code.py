"""Blocks of code as HTML."""

from pmexport.model import prose as p
from pmexport.writers.page.code import code


def test_a_line_that_may_be_broken_has_a_box_and_keeps_its_words() -> None:
    long = "select " + "column, " * 9

    assert code(p.CodeBlock(f"a\n{long}\nb")) == f'<pre><code>a\n<span class="wide">{long}\n</span>b</code></pre>'


def test_a_piece_over_several_lines_keeps_its_colour_on_each() -> None:
    block = p.CodeBlock("/* a\nb */ c", "", (p.CodePiece("/* a\nb */", p.CodeToken.COMMENT), p.CodePiece(" c")))

    assert code(block) == (
        '<pre><code><span class="comment">/* a\n</span><span class="comment">b */</span> c</code></pre>'
    )


def test_code_of_many_lines_written_or_broken_may_go_on_over_the_page() -> None:
    texts = ("line\n" * 14, "line\n" * 15, ("word " * 40 + "\n") * 7)

    assert ["long-code" in code(p.CodeBlock(text)) for text in texts] == [False, True, True]
