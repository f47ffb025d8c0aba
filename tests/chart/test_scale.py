import datetime as dt

import pytest

from example_timeline import at, event, outage, timeline
from pmexport.chart.scale import length, moments, scale


def test_time_runs_evenly_where_nothing_is_cut() -> None:
    span = scale([at("10:00"), at("10:20"), at("11:00")], 0, 60, 10)

    assert [span.place(at(clock)) for clock in ("10:00", "10:20", "11:00")] == [0, 20, 60]


def test_a_lone_moment_stands_in_the_middle() -> None:
    assert scale([at("10:00")], 0, 100, 10).place(at("10:00")) == 50


def test_months_before_an_incident_of_hours_are_cut_short() -> None:
    span = scale([at("10:00", -80), at("10:00"), at("10:30"), at("12:00")], 0, 120, 20)

    assert [(piece.start, piece.end) for piece in span.cuts] == [(0, 20)]
    assert [span.place(at(clock)) for clock in ("10:00", "10:30", "12:00")] == [20, 45, 120]


def test_evenly_spread_days_are_all_drawn() -> None:
    assert scale([at("10:00", day) for day in range(10)], 0, 500, 40).cuts == ()


def test_a_short_gap_is_never_cut() -> None:
    assert scale([at("10:00"), at("10:01"), at("10:50")], 0, 500, 40).cuts == ()


def test_ticks_stand_at_round_times_and_apart() -> None:
    ticks = scale([at("09:10"), at("10:50")], 0, 500, 40).ticks(60)

    assert [f"{tick.moment:%H:%M}" for tick in ticks] == ["09:15", "09:30", "09:45", "10:00", "10:15", "10:30", "10:45"]


def test_no_tick_stands_in_a_cut() -> None:
    span = scale([at("10:00", -80), at("10:00"), at("10:30"), at("12:00")], 0, 500, 60)

    assert not [tick for tick in span.ticks(50) for piece in span.cuts if piece.start < tick.place < piece.end]


def test_long_timelines_tick_at_midnight() -> None:
    ticks = scale([at("09:10"), at("10:50", 40)], 0, 500, 40).ticks(60)

    assert all(tick.midnight for tick in ticks)


def test_a_day_within_a_cut_is_not_drawn() -> None:
    span = scale([at("10:00", -80), at("10:00"), at("10:30"), at("12:00")], 0, 120, 20)

    assert span.begin(at("00:00", -40), at("00:00", -39)) is None
    assert span.begin(at("00:00"), at("00:00", 1)) == 20


def test_every_moment_of_a_timeline_counts() -> None:
    lasting = event(at("12:30"), end=at("13:00"))

    assert moments(timeline([*outage().events, lasting]))[-2:] == [at("12:30"), at("13:00")]


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(3600, "1 h"), (5400, "1 h 30 min"), (86400 * 12 + 7200, "12 d 2 h"), (86400 + 60, "1 d 1 min"), (120, "2 min")],
)
def test_a_length_has_its_two_largest_units(seconds: float, expected: str) -> None:
    assert length(seconds, timeline([]).units) == expected


def test_a_length_is_said_as_the_language_does() -> None:
    assert length(29 * 3600, ("{count}日", "{count}時間", "{count}分", "")) == "1日5時間"


def test_times_without_a_zone_are_placed_as_well() -> None:
    naive = [dt.datetime(2031, 3, 4, hour) for hour in (10, 11, 12)]  # noqa: DTZ001 - a source may name no zone

    assert scale(naive, 0, 100, 10).place(naive[1]) == 50


def test_a_day_of_which_only_a_moment_between_two_cuts_is_drawn_begins_there() -> None:
    days = [at("00:00", day) for day in range(4)]
    clocks = ("18:02", "18:40", "19:00", "20:30")
    moments = [*map(at, clocks), at("09:15", 1), at("22:00", 1), at("11:20", 2), at("12:45", 2)]
    span = scale(moments, 0, 480, 60)

    assert len(span.cuts) == 3
    assert [span.begin(day, day + dt.timedelta(days=1)) for day in days] == [
        0,
        span.place(at("09:15", 1)),
        span.place(at("11:20", 2)),
        None,
    ]
