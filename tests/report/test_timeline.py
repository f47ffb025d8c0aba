"""Timeline events to the chart and to the table that shows every one of them."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from example_postmortem import EVENTS, at, event, para, postmortem, section
from pmexport.facts.metrics import measure
from pmexport.model.postmortem import Detail, EventRun, Postmortem, Section
from pmexport.model.prose import Definition, DefinitionList, Plain, Str
from pmexport.model.report import EventTable, Timeline
from pmexport.model.terms import Milestone, Phase, SectionKind
from pmexport.report.timeline import chart, clock_of, event_table, severity_change
from pmexport.report.words import Words


def table_of(source: Postmortem) -> EventTable:
    facts = measure(source)
    sections = [one for one in source.sections if one.kind is SectionKind.TIMELINE]
    return event_table(sections, clock_of(source, facts, Words("en")), facts, "s-table")


def chart_of(source: Postmortem) -> Timeline | None:
    facts = measure(source)
    return chart(source, clock_of(source, facts, Words("en")), facts, "s-chart")


def with_timeline(*timeline: Section) -> Postmortem:
    return postmortem(events=(), sections=timeline)


def test_every_event_has_its_row_with_clock_distance_phase_and_milestone() -> None:
    table = table_of(postmortem())

    assert [(row.clock, row.distance, row.phase, row.milestone) for row in table.rows] == [
        ("09:00", "−0:20", Phase.LATENT, "Change deployed"),
        ("09:20", "+0:00", Phase.UNNOTICED, "Impact starts"),
        ("09:26", "+0:06", Phase.INVESTIGATING, "Detected"),
        ("09:30", "+0:10", Phase.INVESTIGATING, "Acknowledged"),
        ("09:50", "+0:30", Phase.MITIGATING, "Cause found"),
        ("10:05", "+0:45", Phase.RECOVERING, "Mitigated"),
        ("10:40", "+1:20", Phase.RECOVERING, "Resolved"),
    ]


def test_the_table_is_called_what_its_author_calls_it_unless_the_chart_is_called_so() -> None:
    events = EventRun((event("09:00", "One"),))

    headings = [
        table_of(with_timeline(section(SectionKind.TIMELINE, title, events))).heading
        for title in ("Timeline", "Chain of Events")
    ]

    assert headings == ["Timeline in detail", "Chain of Events"]


def test_the_clock_column_is_headed_by_the_zone() -> None:
    assert table_of(postmortem()).clock_heading == "UTC"


def test_without_a_known_zone_the_column_is_headed_time() -> None:
    naive = replace(EVENTS[0], start=dt.datetime(2026, 3, 4, 9, 0))  # noqa: DTZ001

    assert table_of(postmortem(events=(naive,))).clock_heading == "Time"


def test_without_impact_start_there_is_no_distance() -> None:
    table = table_of(postmortem(events=(event("09:00", "One"), event("09:30", "Two"))))

    assert (table.distance_heading, [row.distance for row in table.rows]) == ("", ["", ""])


def test_a_new_day_gets_a_sub_heading_where_there_are_several() -> None:
    late = replace(event("00:10", "Two"), start=at("00:10", day=dt.date(2026, 3, 5)))

    table = table_of(postmortem(events=(event("23:50", "One"), late)))

    assert [row.day for row in table.rows] == ["4 March 2026", "5 March 2026"]


def test_a_sub_heading_that_is_only_the_date_is_not_said_twice() -> None:
    late = replace(event("00:10", "Two"), start=at("00:10", day=dt.date(2026, 3, 5)))
    days = (
        section(None, "Wednesday, March 4th", EventRun((event("23:50", "One"),))),
        section(None, "2026-03-05: the morning after", EventRun((late,))),
    )

    table = table_of(with_timeline(section(SectionKind.TIMELINE, "Timeline", children=days)))

    assert [row.day for row in table.rows] == ["4 March 2026", "5 March 2026, 2026-03-05: the morning after"]


@pytest.mark.parametrize(("said", "kept"), [("2026-03-05:", ""), ("5.3.26", ""), ("31.06.2026", "31.06.2026")])
def test_a_line_that_is_only_the_day_of_the_events_below_it_is_not_said_twice(said: str, kept: str) -> None:
    late = replace(event("00:10", "Two"), start=at("00:10", day=dt.date(2026, 3, 5)))
    first, second = EventRun((event("23:50", "One"),)), EventRun((late,))

    table = table_of(with_timeline(section(SectionKind.TIMELINE, "Timeline", first, para(said), second)))

    assert table.rows[1].before == ((para(kept),) if kept else ())


def test_text_around_and_between_the_events_keeps_its_place() -> None:
    timeline = section(
        SectionKind.TIMELINE,
        "Timeline",
        para("All times in UTC."),
        EventRun((event("09:00", "One"),)),
        para("Then it was quiet."),
        EventRun((event("09:30", "Two"),)),
        para("That was all."),
    )

    table = table_of(with_timeline(timeline))

    assert table.intro == (para("All times in UTC."),)
    assert [row.before for row in table.rows] == [(), (para("Then it was quiet."),)]
    assert table.rest == (para("That was all."),)


def test_further_columns_stand_under_their_event() -> None:
    one = replace(event("09:00", "One"), details=(Detail(label="Channel", value=(Str("status page"),)),), actor="Noor")

    table = table_of(postmortem(events=(one,)))

    assert (table.actor_heading, table.rows[0].actor) == ("Who", "Noor")
    assert table.rows[0].blocks[-1] == DefinitionList((Definition((Str("Channel"),), (Plain((Str("status page"),)),)),))


def test_ranges_approximate_and_unknown_times_say_so() -> None:
    events = (
        replace(event("09:00", "One"), end=at("09:15")),
        replace(event("09:20", "Two"), approximate=True),
        replace(event(None, "Three"), written="14:??"),
        replace(event(None, "Four"), day=dt.date(2026, 3, 4), written="2026-03-04"),
    )

    assert [row.clock for row in table_of(postmortem(events=events)).rows] == [
        "09:00–09:15",
        "~09:20",
        "14:??",
        "4 Mar",
    ]


def test_seconds_show_for_all_where_one_event_has_them() -> None:
    precise = replace(event("09:00", "One"), start=at("09:00") + dt.timedelta(seconds=7))

    clocks = [row.clock for row in table_of(postmortem(events=(precise, event("09:30", "Two")))).rows]

    assert clocks == ["09:00:07", "09:30:00"]


def test_events_of_several_zones_are_told_in_the_first_ones_zone_and_as_written() -> None:
    berlin = dt.datetime(2026, 3, 4, 11, 0, tzinfo=ZoneInfo("Europe/Berlin"))
    events = (event("09:30", "One"), replace(event("11:00", "Two"), start=berlin))

    rows = table_of(postmortem(events=events)).rows

    assert [row.clock for row in rows] == ["09:30", "10:00"]
    assert rows[1].blocks[-1] == DefinitionList((Definition((Str("Local time"),), (Plain((Str("11:00"),)),)),))


def test_the_chart_has_bands_and_the_impact_with_their_lengths() -> None:
    drawn = chart_of(postmortem())

    assert drawn is not None
    assert [(band.name, band.length) for band in drawn.bands] == [
        ("Latent", "20 min"),
        ("Unnoticed", "6 min"),
        ("Investigating", "24 min"),
        ("Mitigating", "15 min"),
        ("Recovering", "35 min"),
    ]
    assert drawn.impact is not None
    assert drawn.impact.label == "Customer impact 1 h 20 min"


def test_the_chart_is_in_time_order_and_each_mark_leads_to_its_row() -> None:
    events = (event("09:30", "Two"), event("09:00", "One"))

    drawn = chart_of(postmortem(events=events))

    assert drawn is not None
    assert [(one.clock, one.row) for one in drawn.events] == [("09:00", "e-2"), ("09:30", "e-1")]


def test_the_chart_says_in_words_what_it_shows() -> None:
    drawn = chart_of(postmortem())

    assert drawn is not None
    assert drawn.description == (
        "7 events from 09:00 to 10:40. Change deployed at 09:00, 20 min before impact start. Impact starts at 09:20. "
        "Detected at 09:26, 6 min after impact start. Acknowledged at 09:30, 10 min after impact start. "
        "Cause found at 09:50, 30 min after impact start. Mitigated at 10:05, 45 min after impact start. "
        "Resolved at 10:40, 1 h 20 min after impact start. Latent lasted 20 min. Unnoticed lasted 6 min. "
        "Investigating lasted 24 min. Mitigating lasted 15 min. Recovering lasted 35 min. "
        "Customers were affected for 1 h 20 min."
    )


def test_the_note_names_days_and_zone() -> None:
    drawn = chart_of(postmortem())

    assert drawn is not None
    assert drawn.note.startswith("4 March 2026, all times UTC. Filled marks are milestones")


def test_one_event_makes_no_chart() -> None:
    assert chart_of(postmortem(events=(event("09:00", "One", Milestone.DETECTED),))) is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Severity raised to SEV-1", "Severity SEV-1"),
        ("Incident escalated from P2 to p1", "Severity P1"),
        ("Severity: SEV2 -> SEV1", "Severity SEV1"),
        ("Escalated to the database team", ""),
        ("Traffic lowered to 5 percent", ""),
    ],
)
def test_a_change_of_severity_is_named(text: str, label: str) -> None:
    assert severity_change(text, Words("en")) == label
