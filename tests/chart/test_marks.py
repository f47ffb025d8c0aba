from itertools import pairwise

from example_timeline import at, drawn, event, pen
from pmexport.chart.marks import draw_marks, draw_ranges, mark_words, marks
from pmexport.chart.scale import scale
from pmexport.model.report import ChartEvent
from pmexport.model.terms import Milestone

SPAN = scale([at("10:00"), at("14:00")], 0, 480, 20)


def clocks(*events: ChartEvent) -> list[list[str]]:
    found = marks(events, SPAN, lambda count: 8.0 + count // 10)
    return [[one.clock for one in mark.events] for mark in found]


def test_events_apart_have_a_mark_each() -> None:
    assert clocks(event(at("10:10")), event(at("10:40"))) == [["10:10"], ["10:40"]]


def test_events_at_nearly_the_same_time_share_a_mark() -> None:
    assert clocks(*(event(at(clock)) for clock in ("10:10", "10:11", "10:12"))) == [["10:10", "10:11", "10:12"]]


def test_a_milestone_never_shares_its_mark() -> None:
    found = clocks(event(at("10:10")), event(at("10:10"), Milestone.DETECTED), event(at("10:10")))

    assert found == [["10:10"], ["10:10"], ["10:10"]]


def test_marks_of_one_moment_stand_side_by_side() -> None:
    found = marks([event(at("12:00"), one) for one in (Milestone.DETECTED, Milestone.RESOLVED)], SPAN, float)

    assert found[1].place - found[0].place >= (found[0].size + found[1].size) / 2


def test_three_hundred_events_still_fit_the_line() -> None:
    found = marks([event(at(f"{10 + minute // 60}:{minute % 60:02}")) for minute in range(240)], SPAN, lambda _: 12.0)

    assert sum(len(mark.events) for mark in found) == 240
    assert not [1 for one, two in pairwise(found) if two.place - one.place < (one.size + two.size) / 2]


def test_a_milestone_is_filled_and_another_event_hollow() -> None:
    used = pen()
    draw_marks(used, marks([event(at("10:10")), event(at("11:00"), Milestone.DETECTED)], SPAN, float), 20, "")

    assert [circle.get("fill") for circle in drawn(used).all("circle")] == ["#ffffff", "#101828"]


def test_a_time_that_is_about_is_dashed() -> None:
    used = pen()
    draw_marks(used, marks([event(at("10:10"), approximate=True)], SPAN, float), 20, "")

    assert drawn(used).all("circle")[0].get("stroke-dasharray")


def test_a_shared_mark_says_how_many_it_holds() -> None:
    used = pen()
    found = marks([event(at("10:10")), event(at("10:11"))], SPAN, lambda _: 10.0)
    draw_marks(used, found, 20, "{count} events")

    assert drawn(used).texts == ["2"]
    assert mark_words(found[0], "{count} events").splitlines()[0] == "10:10–10:11, 2 events"


def test_a_change_of_severity_leads_as_a_diamond() -> None:
    used = pen()
    found = marks([event(at("10:10")), event(at("10:30"), label="Severity SEV-1")], SPAN, float)
    draw_marks(used, found, 20, "{count} events")

    assert [mark.milestone for mark in found] == [False, True]
    assert len(drawn(used).all("circle")) == 1


def test_an_event_that_lasts_is_a_bar_as_long_as_it_lasted() -> None:
    used = pen()
    draw_ranges(used, [event(at("11:00"), end=at("12:00"))], SPAN, 20)
    (bar,) = drawn(used).all("rect")

    assert (bar.get("x"), bar.get("width")) == ("120", "120")


def test_a_milestone_of_about_that_time_is_a_heavier_ring_than_another_event() -> None:
    used = pen()
    about = [event(at("10:10"), approximate=True), event(at("11:00"), Milestone.DETECTED, approximate=True)]
    draw_marks(used, marks(about, SPAN, float), 20, "")
    other, milestone = (float(circle.get("stroke-width", "0")) for circle in drawn(used).all("circle"))

    assert milestone > other


def test_of_very_many_milestones_the_first_of_each_kind_lead() -> None:
    crowd = [event(at(f"10:{minute:02}"), list(Milestone)[minute % 4]) for minute in range(40)]
    found = marks(crowd, SPAN, lambda _: 12.0)

    assert [mark.events[0].clock for mark in found if mark.milestone] == ["10:00", "10:01", "10:02", "10:03"]
    assert sum(len(mark.events) for mark in found) == 40


def test_ranges_that_overlap_lie_beside_one_another_and_others_on_the_line() -> None:
    spans = [("10:00", "11:00"), ("10:30", "12:00"), ("10:45", "11:30"), ("13:00", "13:30")]
    used = pen()

    draw_ranges(used, [event(at(start), end=at(end)) for start, end in spans], SPAN, 20)

    tops = [float(bar.get("y", "")) + 1.6 for bar in drawn(used).all("rect")]
    assert [round(top - 20, 1) for top in tops] == [0, -3.8, 3.8, 0]
