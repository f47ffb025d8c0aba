"""What holds for any text."""

from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspect_docx import Draw
from pmexport.model import prose as p

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
    written = [line for line in say(*blocks).text().split("\n")[1:] if line]

    assert written == [words for block in blocks for words in _words(block) if words]
