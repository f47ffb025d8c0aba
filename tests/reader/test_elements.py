"""Tables and lists written in HTML."""

import pytest

from pmexport.model.prose import (
    BlockQuote,
    BulletList,
    Definition,
    DefinitionList,
    LineBreak,
    ListItem,
    OrderedList,
    Para,
    Plain,
    Str,
    Strong,
    Table,
    text_of,
)
from pmexport.reader.prose import blocks


def table(text: str) -> list[list[str]]:
    (found,) = blocks(text).blocks
    assert isinstance(found, Table)
    return [[text_of(cell) for cell in cells] for cells in (found.head, *(row.cells for row in found.rows))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<table>\n<tr><th>Time</th><th>Event</th></tr>\n\n<tr><td>09:12</td>\n  <td>Down</td></tr>\n</table>",
            [["Time", "Event"], ["09:12", "Down"]],
        ),
        ("<table><tbody><tr><td>a<td>b<tr><td>c</table>", [["", ""], ["a", "b"], ["c", ""]]),
        (
            '<TABLE border=1><TR><TD colspan="2">a</TD></TR><TR><TD>b</TD><TD>c</TD></TR></TABLE>',
            [["", ""], ["a", ""], ["b", "c"]],
        ),
        ("<table><tr><th>row</th><td>1</td></tr></table>", [["", ""], ["row", "1"]]),
        ("<table><tr><td><ul><li>a</li><li>b</li></ul></td></tr></table>", [[""], ["• a • b"]]),
        ("<table><tr><td>a | b &amp; <b>c</b></td></tr></table>", [[""], ["a | b & c"]]),
    ],
)
def test_a_table_is_a_table(text: str, expected: list[list[str]]) -> None:
    assert table(text) == expected


def test_marks_and_breaks_in_a_cell_are_kept() -> None:
    (found,) = blocks("<table><tr><td><p>**a**</p><p>b</p></td></tr></table>").blocks
    assert isinstance(found, Table)

    assert found.rows[0].cells == ((Strong((Str("a"),)), LineBreak(), Str("b")),)


def test_rows_know_their_lines() -> None:
    (found,) = blocks("<table>\n<tr><th>a</th></tr>\n<tr>\n<td>b</td></tr>\n</table>", first_line=10).blocks
    assert isinstance(found, Table)

    assert (found.line, found.rows[0].line) == (10, 12)


def test_a_caption_stands_before_its_table() -> None:
    found = blocks("<table><caption>Load</caption><tr><td>a</td></tr></table>").blocks

    assert found[0] == Para((Str("Load"),), 1)
    assert isinstance(found[1], Table)


def test_lists_nest() -> None:
    assert blocks("<ul>\n<li>a\n<ol start=3><li>b</li></ol>\n<li>c</li>\n</ul>").blocks == (
        BulletList(
            (
                ListItem(
                    (
                        Plain((Str("a"),), 2),
                        OrderedList((ListItem((Plain((Str("b"),), 3),), line=3),), start=3, line=3),
                    ),
                    line=2,
                ),
                ListItem((Plain((Str("c"),), 4),), line=4),
            ),
            line=1,
        ),
    )


def test_labels_and_values_are_a_definition_list() -> None:
    assert blocks("<dl><dt>Owner</dt><dd>Ines</dd></dl>").blocks == (
        DefinitionList((Definition((Str("Owner"),), (Plain((Str("Ines"),), 1),), 1),), 1),
    )


def test_what_follows_on_the_last_line_is_a_paragraph() -> None:
    assert blocks("<ul><li>a</li></ul> then\n\nmore").blocks[1:] == (Para((Str("then"),), 1), Para((Str("more"),), 3))


def test_a_list_in_a_quote_is_read_there() -> None:
    (quote,) = blocks("> <ul>\n> <li>a</li>\n> </ul>").blocks
    assert isinstance(quote, BlockQuote)

    assert isinstance(quote.content[0], BulletList)


@pytest.mark.parametrize(
    "text",
    ["<table>\n<tr><td>a", "<ul>" * 9 + "a" + "</ul>" * 9, "<tables>a</tables>", "<table>" + "<td>a" * 51 + "</table>"],
)
def test_what_is_never_closed_or_far_too_large_stays_text(text: str) -> None:
    (paragraph,) = blocks(text).blocks
    assert isinstance(paragraph, Para)

    assert text_of(paragraph.content).replace("\n", " ") == text.replace("\n", " ")


@pytest.mark.parametrize(
    "text",
    [
        "<ul>stray<li>within</ul>",
        "<table>stray<tr>gap<td>within</table>",
        "<dl>stray<dt>owner<dd>ines<dd>more</dl>",
        "<dl><dd>ines</dl>",
        "<ul></li></td>stray</ul>",
        "<table><td><table><td>inner</table>outer</table>",
        "<ol><li><table><td>within</table>after</ol>",
    ],
)
def test_words_between_the_wrong_tags_are_kept(text: str) -> None:
    found = repr(blocks(text).blocks)

    words = text.replace("<", " <").replace(">", "> ").split()
    assert [word for word in words if not word.startswith("<") and found.count(word) != 1] == []
