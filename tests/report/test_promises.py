"""Promises: how many are kept, what is late, and what comes next."""

import datetime as dt

import pytest
from msgspec.structs import replace

from example_postmortem import action, postmortem, section
from pmexport.model.postmortem import ActionItem, ActionRun, Postmortem
from pmexport.model.prose import Code, Link, Para, Plain, Str, text_of
from pmexport.model.report import ActionTable
from pmexport.model.terms import ActionStatus, SectionKind
from pmexport.report.plain import Plain as Sieve
from pmexport.report.promises import next_promises, promise_text, promises
from pmexport.report.words import Words

WORDS = Words("en")
TODAY = dt.date(2026, 5, 10)
MAY = [dt.date(2026, 5, day) for day in range(1, 32)]


def promised(*items: ActionItem) -> Postmortem:
    return postmortem(sections=(section(SectionKind.ACTION_ITEMS, "Actions", ActionRun(items)),))


def following(*items: ActionItem, today: dt.date | None = TODAY) -> list[str]:
    told = promised(*items)
    return [told.action_items[place].action for place in next_promises(told, today, WORDS, Sieve(WORDS))]


def table(*items: ActionItem, shown: int = 9, today: dt.date | None = TODAY, rest: str = "") -> ActionTable:
    told = promised(*items)
    places = next_promises(told, today, WORDS, Sieve(WORDS))[:shown]
    made = promises(told, places, today, WORDS, anchor="p", rest=rest)
    assert made is not None
    return made


def last_line(made: ActionTable) -> str:
    return " ".join(text_of(block.content) for block in made.rest if isinstance(block, Para))


def test_the_late_come_first_then_the_next_dates_then_the_undated() -> None:
    assert following(
        action("Undated thing", priority="P0"),
        action("Later thing", due=MAY[20]),
        action("Late thing", due=MAY[3]),
        action("Sooner thing", due=MAY[12]),
    ) == ["Late thing", "Sooner thing", "Later thing", "Undated thing"]


def test_of_one_day_the_more_urgent_comes_first() -> None:
    assert following(action("Less", priority="P2", due=MAY[12]), action("More", priority="P0", due=MAY[12])) == [
        "More",
        "Less",
    ]


def test_what_is_done_or_cancelled_is_no_promise_any_more() -> None:
    assert following(action("Done", ActionStatus.DONE), action("Off", ActionStatus.CANCELLED)) == []


def test_a_promise_in_code_is_not_shown_but_counted() -> None:
    coded = replace(action("Drop shelf A7"), content=(Plain((Str("Drop shelf "), Code("A7"))),))

    assert following(coded) == []
    assert last_line(table(coded)) == "1 in the full report."


def test_the_share_done_and_what_is_late_on_the_day_are_said() -> None:
    items = (action("A", ActionStatus.DONE), action("B", ActionStatus.IN_PROGRESS, due=MAY[2]))

    assert table(*items).progress == "1 of 2 actions done, 1 late on 10 May 2026"
    assert table(*items, today=MAY[0]).progress == "1 of 2 actions done, none late on 1 May 2026"
    assert table(*items, today=None).progress == "1 of 2 actions done"


def test_what_is_cancelled_is_not_counted() -> None:
    assert table(action("A", ActionStatus.DONE), action("B", ActionStatus.CANCELLED)).progress == "1 of 1 actions done"


def test_how_many_more_there_are_is_said_with_the_last_date() -> None:
    items = (action("One thing", due=MAY[12]), action("Two things", due=MAY[20]))

    assert last_line(table(*items, shown=1)) == "1 more in the full report, the last due 21 May 2026."


def test_when_all_is_done_that_is_said() -> None:
    assert last_line(table(action("A", ActionStatus.DONE), rest="Not recorded: severity.")) == (
        "Nothing is left to do. Not recorded: severity."
    )


def test_a_promise_that_is_late_says_so_in_words() -> None:
    ((row,),) = (group.rows for group in table(action("Late thing", due=MAY[3])).groups)

    assert (row.due, row.late) == ("4 May 2026, late", True)


def test_without_actions_there_is_no_table() -> None:
    assert promises(postmortem(), (), None, WORDS, anchor="p", rest="") is None


def test_a_link_that_only_says_issue_is_left_off() -> None:
    link = Link((Str("issue"),), "https://library.example/1")
    item = replace(action("Count the books (issue)"), content=(Plain((Str("Count the books ("), link, Str(")"))),))

    assert promise_text(item, WORDS) == "Count the books"


def test_a_link_that_a_sentence_needs_stays() -> None:
    link = Link((Str("this issue"),), "https://library.example/1")
    item = replace(action("Count the books as told in this issue"), content=(Plain((Str("Count … in "), link)),))

    assert promise_text(item, WORDS) == "Count the books as told in this issue"


@pytest.mark.parametrize(
    "done", ["Added a second list of books", "We've kept a list since", "Sent a letter to all readers"]
)
def test_what_tells_of_itself_as_done_is_not_next(done: str) -> None:
    assert following(action(done), action("Keep a list")) == ["Keep a list"]
    assert following(action(done, ActionStatus.IN_PROGRESS)) == [done]


def test_what_breaks_off_is_not_promised() -> None:
    assert following(action("Changed the desk so that:"), action("Need a list")) == ["Need a list"]


def test_a_link_at_the_end_that_says_nothing_is_left_off() -> None:
    link = Link((Str("Pull Request"),), "https://library.example/1")
    item = replace(action("Count the books Pull Request."), content=(Plain((Str("Count the books "), link, Str("."))),))

    assert promise_text(item, WORDS) == "Count the books"


def test_names_too_long_for_their_column_are_said_to_stand_elsewhere() -> None:
    many = ", ".join(f"Reader {n}" for n in range(9))
    long_name = "Bartholomew Featherstonehaugh-Hale"
    made = table(replace(action("Keep a list"), owner=many), replace(action("Lend a book"), owner=long_name))

    assert [row.owner for group in made.groups for row in group.rows] == [
        "in the full report",
        long_name,
    ]
