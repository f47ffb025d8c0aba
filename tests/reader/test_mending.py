"""What is certain is put right, and nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmexport.model.options import ReadOptions
from pmexport.reader import read
from pmexport.reader.mending import mended

TEXT = """# Orders stopped
**Date:** 2026-03-04

## Timeline
| Time | Event |
|---|---|
| 09:00 | The outage begins |
| 09:06 | Automated alert: order rate below 50 % |
| 11:00 | All orders are back to normal |

## Action Items
| Action | Owner | Due | Status |
|:--|---|--:|---|
| Limit sessions | Ada | Mar 20 | Open |
| Add an alert | Bo | 3 Apr | ✅ Done |
| Test the restart | Bo | 2026-05-01 | Open |
"""


def fixed(text: str, *, zone: str | None = None) -> str:
    return mended(text.encode(), ReadOptions(timezone=zone)).content.decode()


def row(text: str, start: str) -> str:
    return next(" ".join(line.split()) for line in text.splitlines() if start in line)


def test_a_year_that_was_inferred_is_written_out() -> None:
    text = fixed(TEXT)

    assert row(text, "Limit") == "| Limit sessions | Ada | Mar 20, 2026 | Open |"
    assert row(text, "3 Apr") == "| Add an alert | Bo | 3 Apr 2026 | ✅ Done |"
    assert row(text, "restart") == "| Test the restart | Bo | 2026-05-01 | Open |"


def test_the_year_of_an_event_is_written_out_with_its_milestone() -> None:
    text = (
        b"# Orders stopped\n**Date:** 2026-03-04\n\n## Timeline\n"
        b"- 4 March 2026 09:00 UTC - Outage begins\n- 4 March 09:06 UTC - Alert fires\n"
        b"- Mar 5, 09:40 UTC - Ada sleeps\n"
    )

    mended_text = mended(text, ReadOptions(name="a.md")).content.decode()

    assert "- 4 March 2026 09:06 UTC - Detected: Alert fires" in mended_text
    assert "- Mar 5, 2026, 09:40 UTC - Ada sleeps" in mended_text
    assert "4 March 2026 2026" not in mended_text


def test_a_milestone_that_was_understood_is_marked() -> None:
    text = fixed(TEXT)

    assert row(text, "Automated") == "| 09:06 | Detected: Automated alert: order rate below 50 % |"
    assert row(text, "normal") == "| 11:00 | Resolved: All orders are back to normal |"


def test_a_time_in_a_bracket_is_not_parted_from_its_own() -> None:
    text = TEXT.replace("| Automated alert", "| (10:06 in Oslo) automated alert")

    assert row(fixed(text), "Oslo") == "| 09:06 | (10:06 in Oslo) automated alert: order rate below 50 % |"


def test_columns_are_as_wide_as_their_widest_cell_and_keep_their_alignment() -> None:
    lines = fixed(TEXT).splitlines()[11:]

    assert lines == [
        "| Action           | Owner | Due          | Status  |",
        "| :--------------- | ----- | -----------: | ------- |",
        "| Limit sessions   | Ada   | Mar 20, 2026 | Open    |",
        "| Add an alert     | Bo    | 3 Apr 2026   | ✅ Done |",
        "| Test the restart | Bo    | 2026-05-01   | Open    |",
    ]


def test_a_zone_told_from_outside_is_noted_above_the_events() -> None:
    assert "## Timeline\n\nAll times in Europe/Oslo\n" in fixed(TEXT, zone="Europe/Oslo")
    assert "All times" not in fixed(TEXT)


def test_the_zones_sentence_stands_apart_from_the_table_below_it() -> None:
    head = "# Orders stopped\n\n**Date:** 2026-03-04\n\n"
    text = f"{head}## Timeline\n| Time | Event |\n|---|---|\n| 09:00 | Outage begins |\n"

    assert "## Timeline\n\nAll times in UTC\n\n| Time" in fixed(text, zone="UTC")


def test_a_second_time_changes_nothing() -> None:
    once = fixed(TEXT)

    assert fixed(once) == once


def test_tables_in_code_are_left_alone() -> None:
    text = "# Orders stopped\n\n```\n| a | b |\n|---|---|\n| long cell | c |\n```\n"

    assert fixed(text) == text


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_line_ends_stay_what_they_were(ending: str) -> None:
    content = mended(TEXT.replace("\n", ending).encode(), ReadOptions()).content

    assert content.count(b"\r\n") == (content.count(b"\n") if ending == "\r\n" else 0)


def test_a_byte_order_mark_stays() -> None:
    assert mended(b"\xef\xbb\xbf" + TEXT.encode(), ReadOptions()).content.startswith(b"\xef\xbb\xbf#")


@given(st.lists(st.sampled_from(TEXT.splitlines()), max_size=30))
def test_what_is_read_stays_the_same(lines: list[str]) -> None:
    """In whatever order the lines come: no time, no milestone and no due date is another one afterwards."""
    content = ("# Orders stopped\n" + "\n".join(lines) + "\n").encode()
    before = read(content, ReadOptions()).postmortems[0]

    after = read(mended(content, ReadOptions()).content, ReadOptions()).postmortems[0]

    assert [(event.start, event.milestone) for event in after.timeline] == [
        (event.start, event.milestone) for event in before.timeline
    ]
    assert [item.due for item in after.action_items] == [item.due for item in before.action_items]
