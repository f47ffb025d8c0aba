"""Every promise."""

from msgspec.structs import replace

from example_report import action_table, inlines
from inspect_docx import Draw, WordFile
from pmexport.model import report as r

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_the_action_table_has_every_promise(word: WordFile) -> None:
    table = word.table("Owner")

    assert table.rows[0] == ("Priority", "Action", "Owner", "Due", "Status")
    assert len(table.rows) == 10
    assert table.rows[4] == (
        "P1",
        "Roll out region by region, with twenty minutes between regions",
        "Jonah Weiss",
        "3 Apr 2026",
        "◐ In progress",
    )


def test_the_share_done_is_said_and_drawn(word: WordFile) -> None:
    bar = next(paragraph for paragraph in word.paragraphs() if paragraph.style == "ProgressBar")

    assert word.styled("Progress")[0].split("\t")[0] == "3 of 9 done"
    assert sum(run.style.startswith("Bar") for run in bar.runs) == 9
    assert bar.text.strip("\t") == ""


def test_the_bar_of_many_actions_stays_within_words_tab_stops(draw: Draw) -> None:
    segments = ("done",) * 100 + ("blocked",) * 50 + ("not_started",) * 50

    word = draw(replace(action_table(), segments=segments))

    assert len(list(word.body.iter(_W + "tab"))) < 64


def test_columns_that_the_table_does_not_have_are_left_out(draw: Draw) -> None:
    bare = replace(action_table(), priority_heading="", owner_heading="", due_heading="")

    assert draw(bare).tables()[0].rows[0] == ("Action", "Status")


def test_promises_of_which_nothing_else_is_told_are_a_list(draw: Draw) -> None:
    bare = replace(action_table(), priority_heading="", owner_heading="", due_heading="", status_heading="")
    drawn = draw(bare)

    assert drawn.tables() == []
    assert "Roll out region by region, with twenty minutes between regions" in drawn.styled("ListBullet")


def test_details_and_notes_stand_in_their_cells(draw: Draw) -> None:
    table = action_table()
    row = replace(
        table.groups[0].rows[0],
        details=(r.LabelledFact(label="Ticket", value=inlines("OPS-7")),),
        status_note="since Monday",
    )

    drawn = draw(replace(table, groups=(r.ActionGroup(heading="Detect", rows=(row,)),)))

    assert drawn.tables()[0].rows[1][1].endswith("\nTicket OPS-7")
    assert drawn.tables()[0].rows[1][4] == "✓ Done\nsince Monday"
    assert drawn.paragraph("Detect").style == "Heading2"
