"""Which rows may break over two pages."""

from pmexport.model import prose as p
from pmexport.model.report import EventRow
from pmexport.writers.page.room import narrow_cells, room, tall_cells, tall_row, unbroken, unbroken_cells


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


def test_a_long_address_in_a_row_asks_for_fixed_columns() -> None:
    assert unbroken([row(p.Plain((p.Str("see https://metrics.tarnfell.example/" + "a" * 60),)))])
    assert not unbroken([row(p.Plain((p.Str("word " * 60),)))])


def test_in_a_table_of_many_columns_a_shorter_word_is_too_long() -> None:
    cells = ((p.Str("vault-gateway-north"),),)

    assert not unbroken_cells([cells])
    assert unbroken_cells([cells * 4])


def test_two_columns_of_few_words_are_narrow_and_three_are_not() -> None:
    cells = ((p.Str("Objects downloaded"),), (p.Str("14"),))

    assert narrow_cells([cells])
    assert not narrow_cells([(*cells, (p.Str("none"),))])
    assert not narrow_cells([(cells[0] * 3, cells[1])])
