"""Which rows may break over two pages."""

from pmexport.model import prose as p
from pmexport.model.report import EventRow
from pmexport.writers.page.room import room, tall_cells, tall_row


def row(*blocks: p.Block) -> EventRow:
    return EventRow(anchor="a", clock="09:00", blocks=blocks)


def test_a_row_of_one_sentence_stays_whole() -> None:
    assert not tall_row(row(p.Plain((p.Str("Roll-back started in eu-north"),))))


def test_a_row_of_many_lines_of_log_may_break() -> None:
    assert tall_row(row(p.CodeBlock("line\n" * 40)))


def test_a_cell_of_a_table_with_many_columns_is_tall_sooner() -> None:
    words = ((p.Str("word " * 60),),)

    assert not tall_cells(words)
    assert tall_cells(words * 6)


def test_every_kind_of_block_takes_room() -> None:
    plain = p.Plain((p.Str("words"),))
    blocks: tuple[p.Block, ...] = (
        p.BlockQuote((plain,)),
        p.BulletList((p.ListItem((plain,)),)),
        p.DefinitionList((p.Definition((p.Str("a"),), (plain,)),)),
        p.Table((p.Alignment.LEFT,), (), (p.Row(((p.Str("a"),),)),)),
        p.HorizontalRule(),
    )

    assert [room((block,)) for block in blocks if room((block,)) < len("words")] == []
