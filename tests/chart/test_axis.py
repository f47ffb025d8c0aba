from example_timeline import at, drawn, event, outage, pen, picture, timeline
from pmexport.chart.axis import draw_impact
from pmexport.chart.scale import scale
from pmexport.model.report import Bracket
from pmexport.model.terms import Milestone


def test_the_axis_tells_the_clock() -> None:
    assert {"09:30", "10:00", "11:30"} <= set(picture(outage()).texts)


def test_midnight_begins_a_day_with_its_name() -> None:
    found = picture(timeline([event(at("22:00")), event(at("03:00", 1))], days=(0, 1)))

    assert found.word("4 March 2031").x < found.word("5 March 2031").x
    assert abs(found.word("5 March 2031").x - found.word("00:00").x) < 10


def test_a_timeline_of_many_days_is_told_in_days() -> None:
    found = picture(timeline([event(at("10:00", day)) for day in range(10)], days=range(10)))

    assert "6 Mar" in found.texts
    assert not [text for text in found.texts if ":" in text]


def test_a_single_day_is_not_named_again() -> None:
    assert "4 March 2031" not in picture(outage()).texts


def test_a_gap_cut_short_is_said_with_its_length() -> None:
    shown = timeline([event(at("10:00", -80), Milestone.CHANGE), *outage().events], days=(-80, 0))

    assert "79 d 23 h left out" in picture(shown).texts


def impact(start: str, end: str, width: float = 493) -> tuple[list[float], list[str]]:
    used = pen(width)
    span = scale([at("09:00"), at("12:00")], 0, width, 20)
    draw_impact(used, Bracket(label="Customer impact 5 min", start=at(start), end=at(end)), span, 50)
    found = drawn(used)
    return [word.x for word in found.words], found.texts


def test_a_long_bracket_holds_its_words_in_the_middle() -> None:
    assert impact("09:00", "12:00")[0] == [246.5]


def test_the_words_of_a_short_bracket_stand_beside_it() -> None:
    (after,), _ = impact("10:00", "10:05")
    (before,), _ = impact("11:50", "11:55")

    assert after > 170
    assert before < 470


def test_where_not_every_day_has_a_name_the_ticks_stand_on_those_that_have() -> None:
    found = picture(timeline([event(at("10:00", day)) for day in (0, 20, 40)], days=(0, 20, 40)))

    assert [word for word in found.texts if word.endswith("Mar")] == ["4 Mar", "24 Mar", "44 Mar"]


def test_without_any_named_day_the_days_are_told_by_their_date() -> None:
    found = picture(timeline([event(at("10:00", day)) for day in range(10)], days=()))

    assert "2031-03-06" in found.texts


def test_a_day_without_room_for_its_name_has_a_tick_and_no_stroke_that_waits_for_a_word() -> None:
    found = picture(timeline([event(at("12:00")), event(at("00:20", 3))], days=range(4)))
    strokes = [float(part.get("y2", "0")) - float(part.get("y1", "0")) for part in found.all("line")]

    assert "7 March 2031" not in found.texts
    assert sum(length > 6 for length in strokes) == sum("March" in text for text in found.texts) - 1
