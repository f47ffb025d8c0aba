"""The shapes of a timeline: each gives the same two events, in the order written."""

import pytest

from pmexport.model.options import ReadOptions
from pmexport.model.postmortem import Postmortem
from pmexport.reader import read

HEAD = "# Postmortem: Shop down\n\n**Date:** 2024-07-25\n\n"


def postmortem(timeline: str, head: str = HEAD) -> Postmortem:
    return read(f"{head}## Timeline\n\n{timeline}\n".encode(), ReadOptions(name="x.md")).postmortems[0]


def events(timeline: str, head: str = HEAD) -> list[tuple[str, str]]:
    return [
        (f"{event.start:%Y-%m-%d %H:%M}" if event.start else "", event.text)
        for event in postmortem(timeline, head).timeline
    ]


@pytest.mark.parametrize(
    "timeline",
    [
        "| Time | Event |\n|---|---|\n| 10:00 | Checkout fails |\n| 10:20 | Rolled back |",
        "| Time (UTC) | Description |\n|:--|--:|\n| 10:00 | Checkout fails |\n| 10:20 | Rolled back |",
        "| Event | When |\n|---|---|\n| Checkout fails | 10:00 |\n| Rolled back | 10:20 |",
        (
            "| Day | Date | Time (PT) | Event |\n|---|---|---|---|\n| Thu | Jul 25 | 10:00 | Checkout fails |\n"
            "| Thu | Jul 25 | 10:20 | Rolled back |"
        ),
        (
            "Date | Time | State\n--- | --- | ---\nJuly 25 | 10:00 | Checkout fails\n"
            "July 25 | 10:20 | Rolled back\n{: .table }"
        ),
        "- **10:00 UTC** - Checkout fails\n- **10:20 UTC** - Rolled back",
        "- **[10:00AM]**: Checkout fails\n- **[10:20AM]**: Rolled back",
        "* 10:00 – Checkout fails\n* 10:20 – Rolled back",
        "1. 10:00: Checkout fails\n2. 10:20: Rolled back",
        "- `10:00` Checkout fails\n- `10:20` Rolled back",
        "- 2024-07-25 10:00 - Checkout fails\n- 2024-07-25 10:20 - Rolled back",
        "- Checkout fails (10:00 UTC)\n- Rolled back (10:20 UTC)",
        "10:00 - Checkout fails<br>\n10:20 - Rolled back<br>",
        "10:00 Checkout fails\n10:20 Rolled back",
        "10:00 UTC: Checkout fails\n\n10:20 UTC: Rolled back",
        "07-25-2024 10:00 am - Checkout fails\n\n07-25-2024 10:20 am - Rolled back",
        "```\n10:00 Checkout fails\n10:20 Rolled back\n```",
        "### 10:00 - Checkout fails\n\n### 10:20 - Rolled back",
        "### 10:00\n\nCheckout fails\n\n### 10:20\n\nRolled back",
        "### 2024-07-25\n\n- 10:00 Checkout fails\n- 10:20 Rolled back",
        "**July 25**\n\n- 10:00 Checkout fails\n- 10:20 Rolled back",
        "25.07.2024\n\n- 10:00: Checkout fails\n- 10:20: Rolled back",
        "- 2024-07-25\n  - 10:00 Checkout fails\n  - 10:20 Rolled back",
        "| Time | Event |\n|---|---|\n| 2024-07-25 | |\n| 10:00 | Checkout fails |\n| 10:20 | Rolled back |",
        "| 10:00 | Checkout fails |\n|---|---|\n| 10:20 | Rolled back |",
        "- **10:00**: Checkout fails\n\n| Time | Event |\n|---|---|\n| 10:20 | Rolled back |",
        "- Checkout fails - 10:00 UTC\n- Rolled back - 10:20 UTC",
        "- Checkout fails: 10:00 UTC\n- Rolled back: 10:20 UTC",
        "- Detection\n  - 10:00 Checkout fails\n- Recovery\n  - 10:20 Rolled back",
        "**10:00 UTC**\n\nCheckout fails\n\n**10:20 UTC**\n\nRolled back",
        "**10:00 UTC**\nCheckout fails\n\n**10:20 UTC**\nRolled back",
        "10.00am: Checkout fails\n\n10.20am: Rolled back",
        "```\n10:00 ─ Checkout fails\n10:20 ─ Rolled back\n```",
        "10:00 | Checkout fails\n10:20 | Rolled back",
        "- 10:00 » Checkout fails\n- 10:20 … Rolled back",
        "- **10:00 UTC+2**: Checkout fails\n- **10:20 +02:00**: Rolled back",
        "| Timeline |\n|---|\n| 10:00 Checkout fails |\n| 10:20 Rolled back |",
        "| T+ | Time | What |\n|---|---|---|\n| 0 | 10:00 | Checkout fails |\n| 20m | 10:20 | Rolled back |",
        "• 10:00 Checkout fails\n• 10:20 Rolled back",
        "– 10:00 Checkout fails\n– 10:20 Rolled back",
        "> - 10:00 Checkout fails\n> - 10:20 Rolled back",
        "> 10:00 Checkout fails\n>\n> 10:20 Rolled back",
        "-\u00a010:00\u00a0UTC\u00a0– Checkout fails\n-\u00a010:20\u00a0UTC\u00a0– Rolled back",
        "- 2024\u201107\u201125 10:00 Checkout fails\n- 2024\u201107\u201125 10:20 Rolled back",
        "- 10:00 UTC / 12:00 CEST: Checkout fails\n- 10:20 UTC / 12:20 CEST: Rolled back",
        "- 10:00 UTC (12:00 CEST) Checkout fails\n- 10:20 UTC (12:20 CEST) Rolled back",
        (
            "```mermaid\ntimeline\n    10:00 : Checkout fails\n    10:20 : Rolled back\n```\n\n"
            "- 10:00 Checkout fails\n- 10:20 Rolled back"
        ),
    ],
)
def test_a_timeline_is_read_in_any_shape(timeline: str) -> None:
    assert events(timeline) == [("2024-07-25 10:00", "Checkout fails"), ("2024-07-25 10:20", "Rolled back")]


@pytest.mark.parametrize(
    "heading", ["## Timeline\n\n", "**Timeline (UTC):**\n\n", "Timeline:\n\n", "Timeline:\n", "Timeline\n----\n\n"]
)
def test_a_timeline_begins_below_any_kind_of_heading(heading: str) -> None:
    written = f"{HEAD}{heading}- 10:00 Down\n- 10:20 Up\n"

    found = read(written.encode(), ReadOptions(name="x.md")).postmortems[0].timeline

    assert [event.text for event in found] == ["Down", "Up"]


def test_bold_bullets_over_lists_are_headings() -> None:
    written = f"{HEAD}- **Summary**\n  - Bad\n- **Timeline**\n  - 10:00 Down\n  - 10:20 Up\n- **Impact**\n  - All\n"

    found = read(written.encode(), ReadOptions(name="x.md")).postmortems[0]

    assert [section.title for section in found.sections] == ["Summary", "Timeline", "Impact"]
    assert [event.text for event in found.timeline] == ["Down", "Up"]


@pytest.mark.parametrize(
    "timeline",
    [
        "### July 25\n\n- Down\n- Paged\n\n### July 26\n\n- Up",
        "**July 25**\n\n- Down\n- Paged\n\n**July 26**\n\n- Up",
        "- **July 25**\n  - Down\n  - Paged\n- **July 26**\n  - Up",
    ],
)
def test_a_list_below_a_day_holds_events_of_that_day(timeline: str) -> None:
    found = postmortem(timeline).timeline

    assert [(event.text, event.day and event.day.day) for event in found] == [("Down", 25), ("Paged", 25), ("Up", 26)]


def test_steps_in_a_table_without_times_are_events() -> None:
    assert events("| Phase | Event |\n|---|---|\n| Start | Down |\n| End | Up |") == [("", "Down"), ("", "Up")]


def test_what_stands_above_the_first_log_line_is_no_event() -> None:
    assert [text for _, text in events("```\nall times UTC\n10:00 Down\n10:20 Up\n```")] == ["Down", "Up"]


def test_nested_bullets_logs_and_pictures_stay_with_their_event() -> None:
    found = postmortem("- 10:00 Down\n  - pods gone\n\n```\nlog\n```\n\n- 10:20 Up").timeline

    assert [len(event.content) for event in found] == [3, 1]


def test_a_note_after_the_last_event_is_no_part_of_it() -> None:
    found = postmortem("- 10:00 Down\n- 10:20 Up\n\nTimes were taken from chat.").timeline

    assert [event.text for event in found] == ["Down", "Up"]


def test_a_bullet_without_a_time_among_timed_ones_is_an_event() -> None:
    assert events("- 10:00 Down\n- Reviewed logs\n- 10:20 Up") == [
        ("2024-07-25 10:00", "Down"),
        ("", "Reviewed logs"),
        ("2024-07-25 10:20", "Up"),
    ]


def test_a_list_of_links_before_timed_headings_is_no_event() -> None:
    assert [text for _, text in events("- graphs\n- logs\n\n### 10:00 Down\n\n### 10:20 Up")] == ["Down", "Up"]


def test_a_time_before_the_last_one_in_the_evening_is_the_next_day() -> None:
    assert [start for start, _ in events("- 23:50 Down\n- 00:10 Up")] == ["2024-07-25 23:50", "2024-07-26 00:10"]


def test_a_time_that_runs_backwards_otherwise_is_kept_and_told() -> None:
    reading = read(f"{HEAD}## Timeline\n\n- 10:50 Down\n- 10:10 Up\n".encode(), ReadOptions(name="x.md"))

    assert [each.code for each in reading.diagnostics] == ["time-backwards"]


def test_a_twelve_hour_clock_without_pm_is_repaired_and_told() -> None:
    reading = read(f"{HEAD}## Timeline\n\n- 11:50 Down\n- 1:10 Up\n".encode(), ReadOptions(name="x.md"))

    assert [each.code for each in reading.diagnostics] == ["time-read-as-pm"]
    assert f"{reading.postmortems[0].timeline[1].start:%H:%M}" == "13:10"


def test_times_from_the_start_count_from_the_header() -> None:
    head = "# Shop down\n\n**Start:** 2024-07-25 09:55\n\n"

    assert [start for start, _ in events("- T+5 min: Down\n- T+1h: Up", head)] == [
        "2024-07-25 10:00",
        "2024-07-25 10:55",
    ]


def test_several_days_each_keep_their_own_date() -> None:
    assert [start for start, _ in events("### July 25\n\n- 22:00 Down\n\n### July 26\n\n- 08:00 Up")] == [
        "2024-07-25 22:00",
        "2024-07-26 08:00",
    ]


@pytest.mark.parametrize(
    ("timeline", "offset"),
    [
        ("All times in UTC\n\n- 10:00 Down\n- 10:20 Up", "+0000"),
        ("*All times Pacific.*\n\n- 10:00 Down\n- 10:20 Up", "-0700"),
        ("| Time (CET) | Event |\n|---|---|\n| 10:00 | Down |\n| 10:20 | Up |", "+0200"),
        ("- 10:00 JST Down\n- 10:20 JST Up", "+0900"),
        ("- 10:00 UTC+2 - Down\n- 10:20 UTC+2 - Up", "+0200"),
        ("All times in Europe/Oslo\n\n- 10:00 Down\n- 10:20 Up", "+0200"),
        ("All times in IST\n\n- 10:00 Down\n- 10:20 Up", ""),
        ("- 10:00 Down\n- 10:20 Up", ""),
    ],
)
def test_the_zone_is_taken_from_where_it_is_said(timeline: str, offset: str) -> None:
    assert {offset} == {f"{event.start:%z}" for event in postmortem(timeline).timeline if event.start}


def test_the_zone_in_the_heading_counts() -> None:
    source = f"{HEAD}## Timeline (all times UTC)\n\n- 10:00 Down\n- 10:20 Up\n"
    found = read(source.encode(), ReadOptions(name="x.md")).postmortems[0]

    assert found.timezone == "UTC"
    assert found.sections[0].qualifier == "all times UTC"


def test_a_template_has_no_events() -> None:
    assert events("| Time | Event |\n|---|---|\n| HH:MM | Incident detected |\n| HH:MM | Incident resolved |") == []
    assert events("| Time | Event |\n|---|---|\n| [HH:MM] | [First signs] |\n| | |") == []


def test_a_time_may_stand_on_a_line_above_its_text() -> None:
    assert events("10:00 - Checkout\nfails.<br> 10:20 -\nKim rolled back.<br>") == [
        ("2024-07-25 10:00", "Checkout fails."),
        ("2024-07-25 10:20", "Kim rolled back."),
    ]


def test_a_moment_may_stand_behind_its_label() -> None:
    found = postmortem("Broken: 25.07.2024 10:00\nMended: 25.07.2024 10:20\n").timeline

    assert [(str(event.start)[:16], event.text) for event in found] == [
        ("2024-07-25 10:00", "Broken"),
        ("2024-07-25 10:20", "Mended"),
    ]


def test_a_day_with_nothing_but_text_among_days_with_times_is_an_event() -> None:
    found = postmortem("### 2024-07-20\n\nThe fault is merged.\n\n### 2024-07-25\n\n**10:00** Down\n").timeline

    assert [(event.written, event.text) for event in found] == [
        ("2024-07-20", "The fault is merged."),
        ("10:00", "Down"),
    ]


def test_a_table_of_phases_above_timed_entries_is_no_list_of_events() -> None:
    found = events("| Phase | Event |\n|---|---|\n| One | Bad |\n\n### Detail\n\n- 10:00 Down\n- 10:20 Up")

    assert [text for _, text in found] == ["Down", "Up"]


def test_headings_that_are_weekdays_are_events_beside_those_that_are_times() -> None:
    days = "### Wednesday 2024-07-24 - 08:35\n\na\n\n### 09:10\n\nb\n\n### Thursday\n\nc\n\n### Friday evening\n\nd"

    assert [text for _, text in events(days)] == ["a", "b", "Thursday c", "Friday evening d"]


def test_a_story_in_paragraphs_has_no_event_where_one_sentence_begins_with_a_time() -> None:
    long = (
        "and the team looked at the graphs for a while, rolled back its release and waited until the queues were empty"
    )
    found = events(f"It was a quiet day, {long}.\n\nAt 19:15 UTC, it rose, {long}.\n\nThen it fell, {long}.")

    assert found == []


def test_days_without_a_year_stand_before_the_month_where_the_language_puts_them_there() -> None:
    text = "| Quando | O que aconteceu |\n|---|---|\n| 07/10 10:22 | Caiu |\n| 09/10 10:05 | Voltou |"
    head = "# Planilha parada\n\n**Data:** entre 07/10 e 09/10/2026\n\n## Resumo\n\nA planilha parou.\n\n"
    found = events(text, head)

    assert found == [("2026-10-07 10:22", "Caiu"), ("2026-10-09 10:05", "Voltou")]


def test_a_month_and_a_day_parted_by_a_dash_are_a_day() -> None:
    found = events("| Time | Event |\n|---|---|\n| 07-24 20:18 | a |\n| 07-25 09:00 | b |")

    assert found == [("2024-07-24 20:18", "a"), ("2024-07-25 09:00", "b")]


def test_times_over_their_text_are_events_among_days_with_a_time() -> None:
    text = "## July 22\n\n1:03\nAlert fires\n\n5:00\nAcknowledged\n\nJuly 23 4:10 AM\nOver\n"

    assert [told for _, told in events(f"\n{text}")] == ["Alert fires", "Acknowledged", "Over"]
