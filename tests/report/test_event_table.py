"""Timeline events to the table that shows every one of them."""

import datetime as dt

import pytest
from msgspec.structs import replace

from example_postmortem import EVENTS, at, event, para, postmortem, section
from pmexport.facts.metrics import measure
from pmexport.model.postmortem import Detail, EventRun, Postmortem, Section
from pmexport.model.prose import Definition, DefinitionList, Plain, Str
from pmexport.model.report import EventTable
from pmexport.model.terms import Phase, SectionKind
from pmexport.report.clock import clock_of
from pmexport.report.event_table import event_table
from pmexport.report.words import Words


def table_of(source: Postmortem) -> EventTable:
    facts = measure(source)
    sections = [one for one in source.sections if one.kind is SectionKind.TIMELINE]
    return event_table(sections, clock_of(source, facts, Words("en")), facts, "s-table")


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


@pytest.mark.parametrize(("written", "heading"), [("09:00", "UTC"), ("After the reboot", "Time")])
def test_clocks_without_a_date_keep_the_zone_that_their_author_named(written: str, heading: str) -> None:
    undated = replace(EVENTS[0], start=None, day=None, written=written)

    assert table_of(replace(postmortem(events=(undated,)), timezone="UTC")).clock_heading == heading


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
