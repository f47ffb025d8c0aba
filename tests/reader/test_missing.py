"""What an author still has to fill in."""

import pytest

from read_text import reading


def told(text: str) -> list[str]:
    codes = {"field-empty", "section-empty", "timeline-missing", "no-postmortem"}
    return [each.code for each in reading(text).diagnostics if each.code in codes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Shop down\n\n**Severity:** TBD\n\n## Timeline\n\n- 10:00 down\n- 11:00 up\n", ["field-empty"]),
        ("# Shop down\n\n## Impact\n\nTBD\n\n## Timeline\n\n- 10:00 down\n- 11:00 up\n", ["section-empty"]),
        ("# Shop down\n\n## Impact\n\nAll.\n", ["timeline-missing"]),
        ("# Shop down\n\n## Timeline\n\nTBD\n", ["section-empty"]),
        ("Apples and pears.\n", ["no-postmortem"]),
        ("# Shop down\n\n## Impact\n\nN/A\n\n## Timeline\n\n- 10:00 down\n- 11:00 up\n", []),
    ],
)
def test_each_blank_is_told_once(text: str, expected: list[str]) -> None:
    assert told(text) == expected
