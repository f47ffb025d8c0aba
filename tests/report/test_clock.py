"""How a timeline's moments are told."""

import datetime as dt
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from example_postmortem import at, event, postmortem
from pmexport.facts.metrics import measure
from pmexport.model.postmortem import Postmortem
from pmexport.model.prose import Definition, DefinitionList, Plain, Str
from pmexport.model.report import EventTable
from pmexport.model.terms import SectionKind
from pmexport.report.clock import clock_of
from pmexport.report.event_table import event_table
from pmexport.report.words import Words


def table_of(source: Postmortem) -> EventTable:
    facts = measure(source)
    sections = [one for one in source.sections if one.kind is SectionKind.TIMELINE]
    return event_table(sections, clock_of(source, facts, Words("en")), facts, "s-table")


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
