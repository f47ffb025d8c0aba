from example_timeline import NAMES, at, event, outage, picture, timeline
from pmexport.model.terms import Milestone


def test_the_words_come_in_the_order_of_reading() -> None:
    texts = picture(outage()).texts
    told = [
        "Change deployed",
        "Impact starts",
        "Resolved",
        "Latent 40 min",
        "Success rate, %",
        "10:00",
        "Customer impact 2 h 20 min",
    ]

    assert told == sorted(told, key=texts.index)


def test_every_event_has_its_mark() -> None:
    shown = timeline(outage().events)

    assert len(picture(shown).all("circle")) == len(shown.events)


def test_nothing_to_show_is_an_empty_picture() -> None:
    assert picture(timeline()).texts == []


def test_events_without_milestones_need_marks_and_an_axis_only() -> None:
    found = picture(timeline([event(at("10:00")), event(at("11:00"))]))

    assert found.drawing.height < 40
    assert {"10:00", "10:30"} <= set(found.texts)


def test_eight_milestones_of_one_minute_all_have_their_name() -> None:
    found = picture(timeline([event(at("10:00"), stage) for stage in Milestone]))

    assert set(NAMES.values()) <= set(found.texts)
