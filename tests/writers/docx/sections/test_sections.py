"""Each section as a reader of the document meets it."""

from msgspec.structs import replace

from example_report import action_table, event_table, inlines, timeline
from inspect_docx import Draw, WordFile
from pmexport.model import prose as p
from pmexport.model import report as r

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_the_masthead_has_kicker_title_badges_and_facts(word: WordFile) -> None:
    assert word.styled("Subtitle") == ["Incident postmortem"]
    assert (
        " ".join(word.styled("MastheadFacts")[0].split())
        == "SEV-1 Final 12 March 2026 Author Tomas Lind Reviewers Ines Okafor, Jonah Weiss, Mirela Popa"
    )


def test_a_masthead_of_a_title_alone_is_a_title(draw: Draw) -> None:
    word = draw(r.Masthead(anchor="top", heading="Only a title", kicker=""))

    assert [(paragraph.style, paragraph.text) for paragraph in word.paragraphs()] == [("Title", "Only a title")]


def test_each_figure_stands_with_its_label(word: WordFile) -> None:
    figures = next(table for table in word.tables() if table.style == "FiguresTable")

    assert figures.rows == (
        (
            "2 h 33 min\nCustomer impact",
            "7 min\nTime to detect",
            "1 h 44 min\nTime to mitigate",
            "not recorded\nUsers affected",
            "3 of 9\nActions done",
        ),
    )


def test_a_figure_that_could_not_be_had_is_set_quietly(word: WordFile) -> None:
    assert word.styled("FigureMissing") == ["not recorded"]


def test_many_figures_take_several_rows(draw: Draw) -> None:
    figures = tuple(r.KeyFigure(value=str(n), label=f"Figure {n}", note="so far") for n in range(8))

    tables = draw(r.KeyFigures(anchor="k", heading="Key figures", figures=figures)).tables()

    assert [len(table.rows[0]) for table in tables] == [4, 4]


def test_the_summary_is_set_large_under_no_heading(word: WordFile) -> None:
    assert len(word.styled("Lead")) == 1
    assert "Summary" not in word.styled("Heading1")
    assert "_summary" in word.bookmarks()


def test_the_chart_is_said_in_words(word: WordFile) -> None:
    assert word.pictures()[0] == timeline().description


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

    assert drawn.rows[1] == ("", "", "", "12 March 2026")


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


def test_columns_stand_side_by_side_each_with_its_heading(word: WordFile) -> None:
    columns = [table for table in word.tables() if table.style == "ColumnsTable"]

    assert len(columns) == 2
    assert [cell.split("\n")[0] for cell in columns[0].rows[0]] == ["Users", "Business", "Technical"]


def test_long_columns_stand_one_under_the_other(draw: Draw) -> None:
    column = r.Column(anchor="users", heading="Users", blocks=(p.Para(inlines("Many.")),))

    word = draw(r.Columns(anchor="impact", heading="Impact", columns=(column, column), side_by_side=False))

    assert word.tables() == []
    assert word.styled("Heading2") == ["Users", "Users"]


def test_a_finding_is_a_note_with_a_strong_title(word: WordFile) -> None:
    assert word.styled("Finding") == [
        "Stated and computed times differ. Time to detect: 5 minutes stated, 7 in the timeline (09:04 to 09:11)."
    ]
    assert word.run("Stated and computed times differ.").style == "FindingTitle"


def test_words_come_in_the_order_of_the_report(word: WordFile) -> None:
    places = [
        word.text().index(words)
        for words in ("up to two thirds", "3 of 9 done", "Delayed revenue", "Release 118 moved")
    ]

    assert places == sorted(places)
