"""Lines of paragraphs, code and definitions as events."""

import pytest

from read_text import postmortem


@pytest.mark.parametrize(
    "written",
    [
        "10:00 a\n10:05 b",
        "10:00 a\\\n10:05 b",
        "```\n10:00 a\n10:05 b\n```",
        "10:00\n: a\n\n10:05\n: b",
        "**10:00**\na\n\n**10:05**\nb",
    ],
)
def test_each_line_that_begins_with_a_time_is_an_event(written: str) -> None:
    found = postmortem(f"# Shop down\n\n**Date:** 2024-05-12\n\n## Timeline\n\n{written}\n").timeline

    assert [(f"{event.start:%H:%M}", event.text) for event in found if event.start] == [("10:00", "a"), ("10:05", "b")]


def test_what_stands_above_the_first_time_in_a_block_of_code_stays_there() -> None:
    found = postmortem("# Shop down\n\n## Timeline\n\n```\nlog of web-1\n10:00 a\n10:05 b\n```\n")

    assert [event.text for event in found.timeline] == ["a", "b"]
    assert "log of web-1" in repr(found.sections)
