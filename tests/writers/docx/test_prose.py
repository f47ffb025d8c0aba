"""Blocks of running text."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspect_docx import Draw, WordFile
from pmexport.model import prose as p


def _para(text: str) -> p.Para:
    return p.Para((p.Str(text),))


def test_headings_start_under_the_sections_own_and_skip_no_level(say: Draw) -> None:
    said = say(*(p.Header(level, (p.Str(f"At {level}"),), f"at-{level}") for level in (3, 6, 4)))

    assert [said.paragraph(f"At {level}").style for level in (3, 6, 4)] == ["Heading2", "Heading4", "Heading3"]


def test_code_keeps_its_lines_and_its_colours(word: WordFile) -> None:
    code = next(paragraph for paragraph in word.paragraphs() if paragraph.style == "CodeBlock")

    assert code.text.split("\n")[1] == "with cache.lock:"
    assert [run.style for run in code.runs if run.text in {"with", "900"}] == ["CodeKeyword", "CodeNumber"]


def test_a_quote_has_the_built_in_style(word: WordFile) -> None:
    assert word.styled("Quote") == ["We had tested what the change did, not what it did to everybody else."]


def test_a_table_has_a_header_row_that_repeats(word: WordFile) -> None:
    table = word.table("Region")

    assert table.rows[:2] == (("Region", "Tokens", "Longest wait"), ("eu-north", "1,412,000", "902 ms"))
    assert (table.headers, table.first_row) == (1, True)


def test_a_table_without_a_head_has_no_header_row(say: Draw) -> None:
    row = p.Row(((p.Str("a"),), (p.Str("b"),)))

    table = say(p.Table((p.Alignment.LEFT,) * 2, ((), ()), (row,))).tables()[0]

    assert (table.rows, table.headers, table.first_row) == ((("a", "b"),), 0, False)


def test_a_table_wider_than_word_allows_keeps_every_word(say: Draw) -> None:
    cells = tuple((p.Str(f"c{number}"),) for number in range(80))

    table = say(p.Table((p.Alignment.DEFAULT,) * 80, cells, (p.Row(cells),))).tables()[0]

    assert len(table.grid) == 63
    assert table.rows[0][-1].split(" | ") == [f"c{number}" for number in range(62, 80)]


def test_a_picture_with_a_title_has_a_caption_whose_number_word_counts(say: Draw) -> None:
    picture = p.Picture(content=b"\x89PNG", media_type="image/png", width=10, height=10)

    said = say(*(p.Para((p.Image("A", "a.png", title, picture),)) for title in ("Seen at noon", "Seen at one")))

    assert said.styled("Caption") == ["Figure 1. Seen at noon", "Figure 2. Seen at one"]
    assert said.fields().count(r"SEQ Figure \* ARABIC") == 2


def test_deep_nesting_is_kept(say: Draw) -> None:
    block: p.Block = _para("deepest")
    for _ in range(12):
        block = p.BlockQuote((p.BulletList((p.ListItem((_para("item"), block)),)),))

    assert say(block).text().split().count("item") == 12


@pytest.mark.parametrize("block", [p.Table((), (), ()), p.BulletList(()), p.CodeBlock(""), p.BlockQuote(())])
def test_an_empty_block_does_no_harm(block: p.Block, say: Draw) -> None:
    assert say(block, _para("after")).paragraph("after").style == "BodyText"


def test_a_sentence_with_a_colon_stays_with_its_list(say: Draw) -> None:
    xml = say(_para("These:"), p.BulletList((p.ListItem((_para("one"),)),))).parts["word/document.xml"].decode()

    assert '<w:pStyle w:val="BodyText"/><w:keepNext/>' in xml


def test_a_short_paragraph_over_a_table_and_a_bold_line_over_text_stay_with_it(say: Draw) -> None:
    table = p.Table((p.Alignment.DEFAULT,), ((p.Str("Head"),),), (p.Row(((p.Str("cell"),),)),))
    question = p.Para((p.Strong((p.Str("And now?"),)),))
    xml = say(_para("Short."), table, question, _para("long " * 60), table).parts["word/document.xml"].decode()

    assert xml.count('<w:pStyle w:val="BodyText"/><w:keepNext/>') == 2


def test_a_rule_that_parts_nothing_is_not_drawn(say: Draw) -> None:
    rule = p.HorizontalRule()
    said = say(rule, _para("one"), rule, _para("two"), p.Header(2, (p.Str("Three"),), "three"), rule, _para("x"), rule)

    assert [paragraph.style for paragraph in said.paragraphs()].count("Rule") == 1


_WORD = st.text("abcdefghij", min_size=1, max_size=8)
_INLINES = st.recursive(
    st.lists(st.one_of(_WORD.map(p.Str), _WORD.map(p.Code)), min_size=1, max_size=3).map(tuple),
    lambda inner: st.one_of(
        inner.map(lambda content: (p.Strong(content),)),
        inner.map(lambda content: (p.Emph(content), p.Str(" end"))),
        inner.map(lambda content: (p.Link(content, "https://host.example/"),)),
    ),
    max_leaves=3,
)
_TABLES = st.integers(1, 4).flatmap(
    lambda columns: st.lists(st.tuples(*[_INLINES] * columns), min_size=1, max_size=3).map(
        lambda rows: p.Table((p.Alignment.DEFAULT,) * columns, rows[0], tuple(map(p.Row, rows[1:])))
    )
)
_BLOCKS: st.SearchStrategy[p.Block] = st.recursive(
    st.one_of(_INLINES.map(p.Para), _INLINES.map(p.Plain), _WORD.map(p.CodeBlock), _TABLES),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda content: p.BlockQuote(tuple(content))),
        st.lists(inner, min_size=1, max_size=3).map(lambda content: p.BulletList((p.ListItem(tuple(content)),))),
        st.lists(inner, min_size=1, max_size=3).map(lambda content: p.OrderedList((p.ListItem(tuple(content)),))),
        st.tuples(_INLINES, inner).map(lambda pair: p.DefinitionList((p.Definition(pair[0], (pair[1],)),))),
    ),
    max_leaves=8,
)


def _words(block: p.Block) -> Iterator[str]:
    match block:
        case p.Para(content) | p.Plain(content) | p.Header(content=content):
            yield p.text_of(content)
        case p.CodeBlock(text=text):
            yield text
        case p.Table(head=head, rows=rows):
            yield from (p.text_of(cell) for cells in (head, *(row.cells for row in rows)) for cell in cells)
        case p.BlockQuote(content):
            for inner in content:
                yield from _words(inner)
        case p.BulletList(items) | p.OrderedList(items):
            for item in items:
                for inner in item.content:
                    yield from _words(inner)
        case p.DefinitionList(items):
            for definition in items:
                yield p.text_of(definition.term)
                for inner in definition.content:
                    yield from _words(inner)
        case p.HorizontalRule():
            pass


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_BLOCKS, max_size=4))
def test_every_word_is_there_once_and_in_order(say: Draw, blocks: list[p.Block]) -> None:
    # A tab stands between a label and the value beside it.
    written = [line for line in re.split(r"[\n\t]", say(*blocks).text())[1:] if line]

    assert written == [words for block in blocks for words in _words(block) if words]
