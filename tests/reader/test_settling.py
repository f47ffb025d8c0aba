"""Events and their times, settled together."""

from read_text import postmortem, reading


def starts(timeline: str, head: str = "**Date:** 2024-07-25") -> list[str]:
    found = postmortem(f"# Shop down\n\n{head}\n\n## Timeline\n\n{timeline}\n")
    return [f"{event.start:%m-%d %H:%M}" for event in found.timeline if event.start]


def test_times_without_a_day_follow_the_day_told_above_them() -> None:
    assert starts("**26 July**\n\n- 10:00 down\n\n**27 July**\n\n- 09:00 up") == [
        "07-26 10:00",
        "07-27 09:00",
    ]


def test_distances_count_from_the_start_in_the_header() -> None:
    assert starts("- T+0 down\n- T+15 min up", "**Start:** 2024-07-24 23:50") == [
        "07-24 23:50",
        "07-25 00:05",
    ]


def test_a_time_that_cannot_be_told_is_kept_as_written_and_named() -> None:
    found = reading("# Shop down\n\n## Timeline\n\n- ??:?? down\n- 10:00 up\n")

    assert [event.written for event in found.postmortems[0].timeline] == ["??:??", "10:00"]
    assert "time-uncertain" in {each.code for each in found.diagnostics}
