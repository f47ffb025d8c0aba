"""Action items to the action table."""

import datetime as dt

import pytest
from msgspec.structs import replace

from example_postmortem import action, para, section
from pmexport.model.postmortem import ActionItem, ActionRun, Detail, Section
from pmexport.model.prose import Plain, Str
from pmexport.model.report import ActionTable, columns_of
from pmexport.model.terms import ActionStatus, SectionKind
from pmexport.report.actions import action_table, priority_badge
from pmexport.report.words import Words

DONE, DOING, OPEN = ActionStatus.DONE, ActionStatus.IN_PROGRESS, ActionStatus.NOT_STARTED


def table(*items: ActionItem, today: dt.date | None = None, sections: tuple[Section, ...] = ()) -> ActionTable:
    chapters = sections or (section(SectionKind.ACTION_ITEMS, "Action items", ActionRun(items)),)
    found = action_table(chapters, Words("en"), today, "s-actions")
    assert found is not None
    return found


def test_the_table_is_called_what_its_author_calls_it() -> None:
    chapter = section(SectionKind.ACTION_ITEMS, "What we do next", ActionRun((action("One", OPEN),)))

    assert table(sections=(chapter,)).heading == "What we do next"


def test_the_share_done_and_what_is_open_are_said_in_words() -> None:
    found = table(
        action("One", DONE, due=dt.date(2026, 3, 1)),
        action("Two", DOING, due=dt.date(2026, 3, 9)),
        action("Three", OPEN, due=dt.date(2026, 3, 7)),
    )

    assert found.progress == "1 of 3 done"
    assert found.outlook == "1 in progress, 1 not started. Next due: 7 March 2026"
    assert found.segments == ("done", "in_progress", "not_started")


def test_an_open_action_past_its_due_date_is_late() -> None:
    found = table(
        action("One", OPEN, due=dt.date(2026, 3, 1)),
        action("Two", DONE, due=dt.date(2026, 3, 1)),
        today=dt.date(2026, 3, 2),
    )

    assert [(row.late, row.due) for row in found.groups[0].rows] == [
        (True, "1 Mar 2026, late"),
        (False, "1 Mar 2026"),
    ]
    assert found.outlook == "1 not started, 1 late."


def test_a_due_date_that_could_not_be_read_stands_as_written() -> None:
    (row,) = table(replace(action("One", OPEN), due_text="next sprint")).groups[0].rows

    assert (row.due, row.due_date) == ("next sprint", "")


def test_a_column_that_no_action_fills_is_not_there() -> None:
    found = table(action("One", OPEN))

    assert [found.priority_heading, found.owner_heading, found.due_heading, found.status_heading] == [
        "",
        "",
        "",
        "Status",
    ]


@pytest.mark.parametrize(
    ("written", "note"),
    [("✅ Done", ""), ("done", ""), ("Complete", ""), ("Done in #4704", "Done in #4704"), ("[x]", ""), (None, "")],
)
def test_a_status_that_says_more_than_its_badge_keeps_its_words(written: str | None, note: str) -> None:
    (row,) = table(replace(action("One", DONE), status_text=written)).groups[0].rows

    assert row.status_note == note


@pytest.mark.parametrize(
    ("written", "label"),
    [("✅ Done", "Done"), ("complete", "Complete"), ("Done in #4704", "Done"), ("[x]", "Done"), (None, "Done")],
)
def test_a_status_of_a_word_or_two_keeps_its_authors_words(written: str | None, label: str) -> None:
    (row,) = table(replace(action("One", DONE), status_text=written)).groups[0].rows

    assert row.status is not None
    assert row.status.label == label


def test_a_status_in_a_language_that_capitalises_its_nouns_keeps_their_capitals() -> None:
    chapters = (
        section(
            SectionKind.ACTION_ITEMS, "Maßnahmen", ActionRun((replace(action("Eins", DOING), status_text="In Arbeit"),))
        ),
    )
    found = action_table(chapters, Words("de"), None, "s-actions")

    assert found is not None
    assert found.groups[0].rows[0].status is not None
    assert found.groups[0].rows[0].status.label == "In Arbeit"


def test_a_column_that_no_action_of_a_group_fills_is_not_there_in_that_group() -> None:
    soon = section(SectionKind.ACTION_ITEMS, "Soon", ActionRun((action("One"),)))
    later = section(SectionKind.ACTION_ITEMS, "Later", ActionRun((replace(action("Two"), owner="Ada"),)))
    found = table(sections=(soon, later))

    assert [columns_of(found, group).owner_heading for group in found.groups] == ["", "Owner"]


def test_the_number_of_an_action_stands_before_it() -> None:
    (row,) = table(replace(action("One", OPEN), details=(Detail(label="#", value=(Str("3"),)),))).groups[0].rows

    assert (row.blocks, row.details) == ((Plain((Str("3. "), Str("One"))),), ())


def test_a_status_that_is_none_of_ours_stands_as_written() -> None:
    (row,) = table(replace(action("One"), status_text="with legal")).groups[0].rows

    assert (row.status, row.status_note) == (None, "with legal")


def test_groups_keep_their_headings_and_texts() -> None:
    soon = section(
        SectionKind.ACTION_ITEMS, "Soon", para("By Friday."), ActionRun((action("One"),)), para("Then rest.")
    )
    later = section(SectionKind.ACTION_ITEMS, "Later", ActionRun((action("Two"),)))
    parent = section(SectionKind.ACTION_ITEMS, "Actions", para("All of them."), children=(soon, later))

    groups = table(sections=(parent,)).groups

    assert [(group.heading, group.intro, len(group.rows), group.rest) for group in groups] == [
        ("", (para("All of them."),), 0, ()),
        ("Soon", (para("By Friday."),), 1, (para("Then rest."),)),
        ("Later", (), 1, ()),
    ]


def test_text_between_two_runs_stays_between_them_and_leads_to_the_second() -> None:
    chapter = section(
        SectionKind.ACTION_ITEMS,
        "Action items",
        para("First:"),
        ActionRun((action("One"),)),
        para("Then:"),
        ActionRun((action("Two"),)),
        para("That is all."),
    )
    groups = table(sections=(chapter,)).groups

    assert [(group.intro, len(group.rows), group.rest) for group in groups] == [
        ((para("First:"),), 1, ()),
        ((para("Then:"),), 1, (para("That is all."),)),
    ]


def test_two_runs_with_nothing_between_them_are_one_table() -> None:
    chapter = section(
        SectionKind.ACTION_ITEMS, "Action items", ActionRun((action("One"),)), ActionRun((action("Two"),))
    )

    assert [len(group.rows) for group in table(sections=(chapter,)).groups] == [2]


def test_placeholders_are_not_printed() -> None:
    found = table(action("One", OPEN), replace(action("[Fix]"), placeholder=True))

    assert len(found.groups[0].rows) == 1


def test_placeholders_alone_make_no_table() -> None:
    chapter = section(SectionKind.ACTION_ITEMS, "Actions", ActionRun((replace(action("[Fix]"), placeholder=True),)))

    assert action_table((chapter,), Words("en"), None, "s-actions") is None


@pytest.mark.parametrize(
    ("written", "key"), [("P0", "0"), ("P2", "2"), ("High", "1"), ("low", "3"), ("P9", "4"), ("soonish", "none")]
)
def test_a_priority_is_ranked_but_stands_as_written(written: str, key: str) -> None:
    badge = priority_badge(written, Words("en"))

    assert badge is not None
    assert (badge.key, badge.label) == (key, written)
