"""Readings in percent found in the events."""

from msgspec.structs import replace

from example_postmortem import event
from pmexport.model.postmortem import Detail, TimelineEvent
from pmexport.model.prose import Str
from pmexport.report.readings import readings
from pmexport.report.words import Words


def series(*texts: str) -> list[tuple[str, float, str]] | None:
    events: list[TimelineEvent] = [event(f"10:{minute:02}", text) for minute, text in enumerate(texts)]
    found = readings(events, Words("en"))
    return found and [(f"{one.at:%H:%M}", one.value, one.label) for one in found.readings]  # type: ignore[return-value]


def test_four_events_that_give_the_same_quantity_are_a_series() -> None:
    assert series(
        "Alert: login success rate < 98%",
        "Login success rate drops to 0%",
        "Nothing new",
        "Success rate at 45%",
        "Back, success rate stable at 99.5%",
    ) == [("10:00", 98.0, "< 98 %"), ("10:01", 0.0, "0 %"), ("10:03", 45.0, "45 %"), ("10:04", 99.5, "99.5 %")]


def test_three_readings_are_too_few() -> None:
    assert series("success rate 1%", "success rate 2%", "success rate 3%") is None


def test_an_event_with_two_percentages_is_not_certain() -> None:
    assert series("success rate 1%", "success rate 2%", "success rate 3%", "success rate from 4% to 5%") is None


def test_a_column_of_percentages_is_a_series_named_by_its_heading() -> None:
    values = ("98%", "0 %", "none", "45%", "99.5%")
    events = [
        replace(event(f"10:0{minute}", "Seen"), details=(Detail(label="Success rate (%)", value=(Str(value),)),))
        for minute, value in enumerate(values)
    ]
    found = readings(events, Words("en"))

    assert found is not None
    assert (found.name, [one.value for one in found.readings]) == ("Success rate, %", [98.0, 0.0, 45.0, 99.5])


def test_a_column_of_bare_numbers_needs_its_sign_in_the_heading() -> None:
    def found(heading: str) -> bool:
        detail = (Detail(label=heading, value=(Str("40"),)),)
        return (
            readings([replace(event(f"10:0{one}", "Seen"), details=detail) for one in range(4)], Words("en"))
            is not None
        )

    assert (found("Errors, %"), found("Errors")) == (True, False)


def test_above_a_hundred_is_no_share() -> None:
    assert series("error rate 1%", "error rate 2%", "error rate 3%", "error rate 140%") is None


def test_the_series_is_named_as_the_events_name_it() -> None:
    events = [event(f"10:0{minute}", f"Login success rate at {minute}%") for minute in range(4)]

    found = readings(events, Words("en"))

    assert found is not None
    assert found.name == "Login success rate, %"
