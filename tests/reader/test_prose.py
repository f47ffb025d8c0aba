"""Markdown to blocks."""

import pytest

from pmexport.model.prose import (
    Alignment,
    Block,
    BlockQuote,
    Blocks,
    BulletList,
    CodeBlock,
    Definition,
    DefinitionList,
    Emph,
    Header,
    HorizontalRule,
    ListItem,
    Note,
    OrderedList,
    Para,
    Plain,
    Row,
    Str,
    Strong,
    Table,
)
from pmexport.reader.prose import blocks


def read(text: str) -> Blocks:
    return blocks(text).blocks


def told(text: str) -> list[tuple[str, int]]:
    return [(one.code, one.line) for one in blocks(text).diagnostics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A\n\n## B ##\n\nC\n===\n\nD\n---", [(1, "A", 1), (2, "B", 3), (1, "C", 5), (2, "D", 8)]),
        ("<h2>A</h2>\ntext", [(2, "A", 1)]),
    ],
)
def test_headings_of_every_make_know_level_and_line(text: str, expected: list[tuple[int, str, int]]) -> None:
    headers = [block for block in read(text) if isinstance(block, Header)]

    assert [(header.level, header.content[0].text, header.line) for header in headers] == expected  # type: ignore[union-attr]


def test_lines_count_from_the_first_line_of_the_file() -> None:
    assert blocks("a\n\nb", first_line=10).blocks == (Para((Str("a"),), 10), Para((Str("b"),), 12))


def test_lists_nest_and_keep_their_lines() -> None:
    assert read("- a\n  1. b\n- c") == (
        BulletList(
            (
                ListItem(
                    (
                        Plain((Str("a"),), 1),
                        OrderedList((ListItem((Plain((Str("b"),), 2),), line=2),), line=2),
                    ),
                    line=1,
                ),
                ListItem((Plain((Str("c"),), 3),), line=3),
            ),
            line=1,
        ),
    )


def test_a_numbered_list_keeps_its_first_number() -> None:
    assert read("7. a\n8. b")[0].start == 7  # type: ignore[union-attr]


def test_task_boxes_are_read_off_the_items() -> None:
    (tasks,) = read("- [ ] a\n- [x] b\n- [X] **c**\n- [y] d")
    assert isinstance(tasks, BulletList)

    assert [(item.checked, item.content[0]) for item in tasks.items] == [
        (False, Plain((Str("a"),), 1)),
        (True, Plain((Str("b"),), 2)),
        (True, Plain((Strong((Str("c"),)),), 3)),
        (None, Plain((Str("[y] d"),), 4)),
    ]


def test_a_table_knows_its_alignments_and_the_line_of_each_row() -> None:
    assert read("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | *2* | | 4 |") == (
        Table(
            (Alignment.DEFAULT, Alignment.LEFT, Alignment.CENTER, Alignment.RIGHT),
            ((Str("a"),), (Str("b"),), (Str("c"),), (Str("d"),)),
            (Row(((Str("1"),), (Emph((Str("2"),)),), (), (Str("4"),)), 3),),
            line=1,
        ),
    )


def test_code_keeps_its_language_and_its_spaces() -> None:
    assert read("```sql title=x\nSELECT\n\n  1\n```\n\n    indented") == (
        CodeBlock("SELECT\n\n  1", language="sql", line=1),
        CodeBlock("indented", line=7),
    )


def test_code_that_never_ends_is_told() -> None:
    assert told("text\n\n```\ncode\n") == [("code-open", 3)]


def test_quotes_rules_and_labels_with_values_are_kept() -> None:
    assert read("> a\n\n***\n\nterm\n: value") == (
        BlockQuote((Para((Str("a"),), 1),), 1),
        HorizontalRule(3),
        DefinitionList((Definition((Str("term"),), (Plain((Str("value"),), 6),), 5),), 5),
    )


def test_a_footnote_is_said_where_it_is_cited_first() -> None:
    (paragraph,) = read("Down[^1] twice[^1].\n\n[^1]: For an hour.")
    assert isinstance(paragraph, Para)

    assert paragraph.content == (
        Str("Down"),
        Note((Para((Str("For an hour."),), 3),)),
        Str(" twice[1]."),
    )


def test_a_comment_reaches_no_block() -> None:
    assert read("a <!-- secret\n\nsecret --> b\n\n<!-- secret -->\n`<!-- shown -->`")[-1].line == 6
    assert "secret" not in repr(read("a <!-- secret\n\nsecret --> b\n\n<!-- secret -->"))


def test_tags_of_blocks_part_the_words_around_them() -> None:
    text = "<details>\n<summary>More</summary>\n<p>one</p><p>two</p>\n<hr>\n</details>"

    assert read(text) == (
        Para((Strong((Str("More"),)),), 2),
        Para((Str("one"),), 3),
        Para((Str("two"),), 3),
        HorizontalRule(4),
    )


@pytest.mark.parametrize("mark", ["> ", "- ", "1. ", "> - "])
def test_what_is_nested_too_deep_keeps_its_words_and_is_told(mark: str) -> None:
    prose = blocks(mark * 400 + "the words")

    assert "the words" in repr(prose.blocks)
    assert {one.code for one in prose.diagnostics} == {"nested-too-deep"}
    assert _depth(prose.blocks) <= 41


def _depth(found: tuple[Block, ...]) -> int:
    depth = 0
    while found:
        depth += 1
        match found[0]:
            case BlockQuote(content):
                found = content
            case BulletList((item, *_)) | OrderedList((item, *_)):
                found = item.content
            case _:
                found = ()
    return depth


def test_what_is_told_comes_in_the_order_of_the_lines() -> None:
    assert told("[a](x:y)\n\n| a | b |\n| c | d |\n\n[a](x:y)\n") == [
        ("link-target", 1),
        ("table-rule", 3),
        ("link-target", 6),
    ]


def test_a_line_within_a_paragraph_is_told_by_its_own_number() -> None:
    assert told("one\ntwo [a](x:y)\nthree  \nfour [b](x:y)") == [("link-target", 2), ("link-target", 4)]
