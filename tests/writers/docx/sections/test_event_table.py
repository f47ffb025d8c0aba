"""Every event."""

from msgspec.structs import replace

from example_report import event_table, inlines
from inspect_docx import Draw, WordFile
from pmexport.model import prose as p

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_the_event_table_repeats_every_event(word: WordFile) -> None:
    table = word.table("From impact")

    assert table.rows[0] == ("UTC", "From impact", "Event")
    assert len(table.rows) == 21
    assert table.rows[4] == (
        "09:11",
        "+0:07",
        "Alert decline-rate-high fires: 31 % of card payments declined Detected",
    )


def test_a_milestone_is_strong_and_tagged(word: WordFile) -> None:
    assert word.run("Detected").style == "MilestoneTag"
    assert word.paragraph("Alert decline-rate-high").style == "TableStrong"
    assert word.paragraph("Two issuers confirm").style == "TableText"


def test_the_phase_is_the_edge_of_the_row(word: WordFile) -> None:
    edges = [str(e.get(_W + "color")) for e in word.body.iterfind(f".//{_W}tcBorders/{_W}left")]

    assert len(edges) == 20
    assert len(set(edges)) == 5


def test_a_day_is_a_row_of_its_own_without_joined_cells(draw: Draw) -> None:
    table = event_table()
    rows = (replace(table.rows[0], day="12 March 2026"), *table.rows[1:])

    drawn = draw(replace(table, rows=rows, actor_heading="Who")).tables()[0]

    assert drawn.rows[1] == ("12 March 2026", "", "", "")


def test_a_day_has_one_line_over_the_times(draw: Draw) -> None:
    table = event_table()
    dated = replace(table, rows=(replace(table.rows[0], day="30 September 2026"), *table.rows[1:]))

    assert draw(table).tables()[0].grid[0] < draw(dated).tables()[0].grid[0] < 2500


def test_a_label_and_its_value_beside_an_event_share_a_line(draw: Draw) -> None:
    table = event_table()
    local = p.DefinitionList((p.Definition((p.Str("Local time"),), (p.Plain((p.Str("09:40 UTC+8"),)),)),))
    rows = (replace(table.rows[0], blocks=(*table.rows[0].blocks, local)),)

    assert draw(replace(table, rows=rows)).paragraph("Local time").text == "Local time 09:40 UTC+8"


def test_what_stands_between_two_events_has_a_row_of_its_own(draw: Draw) -> None:
    table = event_table()
    rows = (table.rows[0], replace(table.rows[1], before=(p.Para(inlines("Then it was quiet.")),)))

    drawn = draw(replace(table, rows=rows)).tables()[0]

    assert drawn.rows[2] == ("", "", "Then it was quiet.")


def test_an_event_of_several_blocks_has_its_tag_after_the_first(draw: Draw) -> None:
    table = event_table()
    blocks = (p.Para(inlines("First")), p.CodeBlock("code"), p.Para(inlines("Last")))

    drawn = draw(replace(table, rows=(replace(table.rows[0], blocks=blocks),))).tables()[0]

    assert drawn.rows[1][2] == "First Change deployed\ncode\nLast"


def test_an_event_that_is_a_list_has_its_tag_below(draw: Draw) -> None:
    table = event_table()
    items = (p.ListItem((p.Plain(inlines("one")),)),)

    drawn = draw(replace(table, rows=(replace(table.rows[0], blocks=(p.BulletList(items),)),))).tables()[0]

    assert drawn.rows[1][2] == "one\nChange deployed"


def test_an_event_table_without_events_keeps_what_stands_around_it(draw: Draw) -> None:
    empty = replace(event_table(), rows=(), intro=(p.Para(inlines("Nothing was written down.")),))

    word = draw(empty)

    assert word.tables() == []
    assert "Nothing was written down." in word.text()
