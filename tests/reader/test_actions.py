"""The shapes of action items."""

import datetime as dt

import pytest

from pmexport.model.options import ReadOptions
from pmexport.model.postmortem import ActionItem
from pmexport.model.terms import ActionStatus
from pmexport.reader import read

HEAD = "# Postmortem: Shop down\n\n**Date:** 2024-11-25\n\n"


def actions(written: str) -> tuple[ActionItem, ...]:
    source = f"{HEAD}## Action items\n\n{written}\n"
    return read(source.encode(), ReadOptions(name="x.md")).postmortems[0].action_items


@pytest.mark.parametrize(
    "written",
    [
        "| Action | Owner | Due | Status |\n|---|---|---|---|\n| Add alert | Kim | 2024-12-01 | Done |",
        "| Status | Due date | Task | Assignee |\n|---|---|---|---|\n| ✅ Done | Dec 1 | Add alert | Kim |",
        "- [x] Add alert - Owner: Kim - Due: 2024-12-01",
        "- [x] Add alert (Kim, 2024-12-01)",
        "1. Add alert (Kim, 1 December 2024, done)",
        "- Add alert - Owner: Kim - Due: 1 Dec - Status: done",
        "- Add alert\n  - Owner: Kim\n  - Deadline: 2024-12-01\n  - Status: Done",
        "- ✅ Add alert. Owner: Kim, Due: 2024-12-01",
        "Action: Add alert\nOwner: Kim\nDue: 2024-12-01\nStatus: done",
        "- **Action:** Add alert\n  - **Owner:** Kim\n  - **Due:** 2024-12-01\n  - **Status:** done",
        "- [x] Add alert  \n  Owner: Kim  \n  Due: 2024-12-01",
        "- [x] Add alert<br>Owner: Kim<br>Due: 2024-12-01",
        "- [x] Add alert **Owner:** Kim **Due:** 2024-12-01",
        "- [x] Add alert _Owner: Kim, Due: 2024-12-01_",
        "- [x] Add alert | Kim | 2024-12-01",
        "- [x] Add alert (Kim by 2024-12-01)",
        "- Add alert — Kim, 2024-12-01 ✅",
        "- Add alert (Kim, 2024-12-01) ✅",
        "**Add alert**\nOwner: Kim\nDue: 2024-12-01\nStatus: done",
        "**Add alert**\n\n- Owner: Kim\n- Due: 2024-12-01\n- Status: done",
        "#### Add alert\n\n**Owner:** Kim | **Due:** 2024-12-01 | **Status:** done",
        "| Action Item | Owner | Due | Bug |\n|--|--|--|--|\n| Add alert | Kim | 2024-12-01 | #12 DONE |",
        "- [DONE] Add alert — Kim, 2024-12-01",
        "- DONE: Add alert — Kim, 2024-12-01",
        "> - [x] Add alert (Kim, 2024-12-01)",
        "### Add alert\n\n- **Owner:** Kim\n- **Due:** 2024-12-01\n- **Status:** done",
        "| What will be done? | By whom? | By when? | Done |\n|--|--|--|--|\n| Add alert | Kim | 2024-12-01 | [x] |",
        "| Thing | Person in charge | Until | State |\n|--|--|--|--|\n| Add alert | Kim | 2024-12-01 | done |",
    ],
)
def test_an_action_is_read_in_any_shape(written: str) -> None:
    (found,) = actions(written)

    assert ("Kim", dt.date(2024, 12, 1), ActionStatus.DONE) == (found.owner, found.due, found.status)
    assert found.action.rstrip(".") == "Add alert"


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("- Add alert (done)", ActionStatus.DONE),
        ("- Add alert (DONE)", ActionStatus.DONE),
        ("- ~~Add alert~~", ActionStatus.DONE),
        ("- 🚧 Add alert", ActionStatus.IN_PROGRESS),
        ("- [ ] Add alert", ActionStatus.NOT_STARTED),
        ("- Add alert - in progress", ActionStatus.IN_PROGRESS),
        ("- Add alert", None),
    ],
)
def test_a_status_is_heard_in_word_mark_box_and_strike(written: str, status: ActionStatus | None) -> None:
    assert [status] == [item.status for item in actions(written)]


@pytest.mark.parametrize(
    "written",
    ["- @kim: Add alert", "- (@kim) Add alert", "- Add alert → @kim", "- Add alert — @kim", "- Add alert (@kim)"],
)
def test_a_handle_before_or_behind_the_action_owns_it(written: str) -> None:
    (found,) = actions(written)

    assert (found.action, found.owner) == ("Add alert", "@kim")


@pytest.mark.parametrize(
    "written",
    [
        "1. **Prevent**\n   - Add alert\n2. **Detect**\n   - Fix query",
        "- **Short term**\n  - Add alert\n- **Long term**\n  - Fix query",
        "- Short term\n  - Add alert\n- Long term\n  - Fix query",
        "**Short term**\n\n- Add alert\n\n**Long term**\n\n- Fix query",
        "• Add alert\n• Fix query",
    ],
)
def test_the_name_of_a_group_is_no_item(written: str) -> None:
    assert [item.action for item in actions(written)] == ["Add alert", "Fix query"]


@pytest.mark.parametrize(
    "written", ["1. **Add alert**\n   - with paging\n   - and docs\n2. **Fix query**\n   - add index"]
)
def test_a_bold_item_over_its_details_is_an_item(written: str) -> None:
    assert [item.action for item in actions(written)] == ["Add alert", "Fix query"]


def test_a_table_that_names_actions_only_is_filled_in() -> None:
    found = actions("| Action | Owner | Due |\n|---|---|---|\n| Add alert | | |\n| Fix query | TBD | TBD |")

    assert [item.action for item in found] == ["Add alert", "Fix query"]


@pytest.mark.parametrize("due", ["next sprint", "Q3 2025", "ASAP", "2025-01", "within 2 weeks", "TBD"])
def test_a_due_date_that_is_not_certain_stays_as_written(due: str) -> None:
    (found,) = actions(f"| Action | Owner | Due |\n|---|---|---|\n| Add alert | Kim | {due} |")

    assert (None, due) == (found.due, found.due_text)


def test_a_due_date_without_a_year_follows_the_incident() -> None:
    (found,) = actions("| Action | Due |\n|---|---|\n| Add alert | Jan 10 |")

    assert dt.date(2025, 1, 10) == found.due


def test_items_under_sub_headings_bold_lines_and_group_bullets_are_counted_each() -> None:
    assert len(actions("### Short term\n\n- One\n\n### Long term\n\n- Two")) == 2
    assert len(actions("**Short term**\n\n- One\n\n**Long term**\n\n- Two")) == 2
    assert len(actions("- Short term:\n  - One\n- Long term:\n  - Two")) == 2


def test_nested_bullets_belong_to_their_item() -> None:
    assert [item.action for item in actions("- One\n  - detail\n  - more\n- Two")] == ["One", "Two"]


def test_a_paragraph_is_no_action_item() -> None:
    assert actions("We keep improving our process.") == ()


def test_a_priority_in_front_is_taken_off() -> None:
    (found,) = actions("- [ ] **P1**: Add alert")

    assert (found.priority, found.action) == ("P1", "Add alert")


@pytest.mark.parametrize(
    ("heading", "written", "priority"),
    [
        ("Maßnahmen", "- [ ] Hoch: Alarm für das Protokoll einrichten", "Hoch"),
        ("Actions correctives", "- [ ] [Haute] Ajouter une alerte sur le journal", "Haute"),
        ("再発防止策", "- [ ] 【高】: ログの監視を追加する", None),
        ("再発防止策", "- [ ] [高] ログの監視を追加する", "高"),
    ],
)
def test_a_priority_in_front_is_known_in_the_texts_own_language(
    heading: str, written: str, priority: str | None
) -> None:
    source = f"# Postmortem\n\n## {heading}\n\n{written}\n"
    options = ReadOptions(name="x.md", language={"M": "de", "A": "fr"}.get(heading[0], "ja"))
    (found,) = read(source.encode(), options).postmortems[0].action_items

    assert found.priority == priority


def test_links_are_collected_and_the_words_of_a_ticket_column_kept() -> None:
    (found,) = actions("| Action | Ticket |\n|---|---|\n| Add alert | [OPS-1](https://example.com/1) |")

    assert found.links == ("https://example.com/1",)
    assert [detail.label for detail in found.details] == ["Ticket"]


def test_a_column_of_numbers_called_item_is_not_the_action() -> None:
    found = actions(
        "| Item ID | Category | Action item description | Target date | Ticket |\n|---|---|---|---|---|\n"
        "| A-1 | Prevent | Add alert | 2024-12-01 | T-7 |"
    )

    assert [("Add alert", "Prevent", dt.date(2024, 12, 1))] == [(item.action, item.kind, item.due) for item in found]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("- **Improvements:** watch more closely\n- **Tasks:**\n  1. Add alert\n  2. Add test", 3),
        (
            "- **Improvements**:\n  We saw how thin our tests are, and from now on we will do this:\n  1. Add alert",
            1,
        ),
        ("- Now:\n  - Add alert\n- Later:\n  - Add test", 2),
        ("- Add alert:\n  - for orders\n  - for refunds\n- Add test", 2),
    ],
)
def test_a_bold_label_over_a_list_is_a_heading_of_it(written: str, expected: int) -> None:
    assert expected == len(actions(written))


def test_check_marks_may_be_the_bullets() -> None:
    assert [item.action for item in actions("✅ Test the configuration  \n✅ Train the team\n")] == [
        "Test the configuration",
        "Train the team",
    ]


@pytest.mark.parametrize("due", ["Q3", "Q3 2025", "2025-03", "ASAP", "next sprint"])
def test_a_loose_date_in_brackets_is_kept_as_written(due: str) -> None:
    (found,) = actions(f"- Add alert (Kim, {due})")

    assert (found.action, found.owner, found.due_text, found.due) == ("Add alert", "Kim", due, None)


def test_paragraphs_behind_check_marks_are_items_unless_they_name_a_group() -> None:
    assert [item.action for item in actions("✅ Add alert\n\n🚧 Fix query")] == ["Add alert", "Fix query"]
    assert [item.action for item in actions("✅ Gone:\n\n- Add alert\n\n🚧 Next:\n\n- Fix query")] == [
        "Add alert",
        "Fix query",
    ]


def test_a_column_of_tickets_that_say_what_to_do_names_the_actions() -> None:
    (item,) = actions(
        "| Issue | Triggered by | Outcome |\n|---|---|---|\n"
        "| #41 - close the gap in alerting | Lesson 3 | Resolved by a filter, an alarm and a bridge to the chat |"
    )

    assert item.action == "#41 - close the gap in alerting"


@pytest.mark.parametrize("lead", ["Done:", "✅ Done:", "### Completed", "### Immediate (done)"])
def test_a_line_or_a_heading_gives_its_state_to_what_stands_below(lead: str) -> None:
    assert [item.status for item in actions(f"{lead}\n\n1. Add alert")] == [ActionStatus.DONE]


def test_the_state_of_a_line_ends_with_the_next_line_and_does_not_change_an_item_s_own() -> None:
    found = actions("Done:\n\n- Add alert\n- Add test (in progress)\n\nLater on:\n\n- Add runbook")

    assert [item.status for item in found] == [ActionStatus.DONE, ActionStatus.IN_PROGRESS, None]


def test_paragraphs_that_are_counted_are_items() -> None:
    text = "6.1 Validate prices (Owner: Ana)\n\n6.2 Dry runs (Owner: Bo)\n\nThat is all we plan."

    assert [(item.action, item.owner) for item in actions(text)] == [
        ("6.1 Validate prices", "Ana"),
        ("6.2 Dry runs", "Bo"),
    ]


@pytest.mark.parametrize("text", ["- None", "- No further action required.", "- n/a"])
def test_an_item_that_says_there_is_none_is_no_item(text: str) -> None:
    assert actions(text) == ()


@pytest.mark.parametrize("text", ["- [] one thing\n- [x] other", "-[ ] one thing\n-[x] other"])
def test_boxes_may_be_typed_carelessly(text: str) -> None:
    assert [(item.action, str(item.status)) for item in actions(text)] == [
        ("one thing", "not_started"),
        ("other", "done"),
    ]


def test_links_that_are_counted_are_items_and_no_blanks() -> None:
    assert len(actions("- https://tracker.example/1\n- https://tracker.example/2")) == 2


def test_a_list_beside_a_table_that_explains_its_words_holds_no_items() -> None:
    legend = "- Prevent - keep it from happening\n- Detect - see it sooner\n"
    table = "| Action | Type |\n|---|---|\n| Add alert | Detect |\n"

    assert [item.action for item in actions(f"{legend}\n{table}")] == ["Add alert"]
    assert len(actions(legend)) == 2
