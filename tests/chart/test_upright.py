from example_timeline import at, event, outage, picture, timeline
from pmexport.model.terms import Milestone


def test_time_runs_downwards() -> None:
    found = picture(outage(), width=260, form="upright")
    told = [found.word(name).y for name in ("Change deployed", "Impact starts", "Detected", "Cause found", "Resolved")]

    assert told == sorted(told)


def test_a_phase_is_named_between_its_milestones() -> None:
    found = picture(outage(), width=260, form="upright")

    assert found.word("Impact starts").y < found.word("Unnoticed 3 min").y < found.word("Detected").y


def test_each_milestone_has_its_clock_on_the_same_line() -> None:
    found = picture(outage(), width=260, form="upright")

    assert found.word("10:30").y == found.word("Cause found").y


def test_without_milestones_the_events_tell_themselves() -> None:
    found = picture(timeline([event(at("10:00")), event(at("10:20"))]), width=260, form="upright")

    assert {"What was seen at 10:00", "What was seen at 10:20"} <= set(found.texts)


def test_of_very_many_events_the_first_and_the_last_are_among_those_named() -> None:
    events = [event(at(f"{hour}:{minute:02}")) for hour in (10, 11, 12) for minute in range(60)]
    texts = picture(timeline(events), width=260, form="upright").texts

    assert {"What was seen at 10:00", "What was seen at 12:59"} <= set(texts)


def test_days_are_named_where_they_begin() -> None:
    events = [event(at("22:00"), Milestone.IMPACT_START), event(at("03:00", 1), Milestone.RESOLVED)]
    found = picture(timeline(events, days=(0, 1)), width=260, form="upright")

    assert found.word("4 March 2031").y < found.word("Impact starts").y < found.word("5 March 2031").y


def test_the_stretch_of_impact_is_explained_at_the_foot() -> None:
    found = picture(outage(), width=260, form="upright")

    assert found.word("Customer impact 2 h 20 min").y > found.word("Resolved").y


def test_nothing_to_show_is_an_empty_picture() -> None:
    assert picture(timeline(), form="upright").texts == []
