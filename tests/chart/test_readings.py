from example_timeline import at, event, outage, picture, timeline


def test_every_reading_that_has_room_tells_its_value() -> None:
    assert [text for text in picture(outage()).texts if text.endswith(" %") and text[0].isdigit()] == [
        "97 %",
        "0 %",
        "80 %",
        "99.5 %",
    ]


def test_the_page_says_what_is_read_and_what_is_drawn() -> None:
    texts = picture(outage()).texts

    assert "Success rate, %" in texts
    assert "read off the events; the lines are drawn" in texts


def test_a_note_without_room_beside_the_name_takes_lines_of_its_own() -> None:
    found = picture(outage(), width=200)

    assert found.word("read off the events; the lines are drawn").y > found.word("Success rate, %").y


def test_of_many_readings_only_the_telling_ones_have_words() -> None:
    many = [(at(f"{10 + minute // 60}:{minute % 60:02}"), 40.0 + minute % 7) for minute in range(0, 240, 3)]
    shown = picture(timeline([event(moment) for moment, _ in many], readings=[*many, (at("14:30"), 3.0)]))

    assert "3 %" in shown.texts
    assert len([text for text in shown.texts if text.endswith(" %") and text[0].isdigit()]) <= 4


def test_a_hundred_stands_over_fifty_over_nought() -> None:
    found = picture(outage())

    assert found.word("100").y < found.word("50").y < found.word("0").y


def test_without_readings_there_is_no_plot() -> None:
    assert "100" not in picture(timeline(outage().events)).texts
