"""How many entries of a block begin with a time."""

import pytest

from pmexport.reader import prose, vocabulary
from pmexport.reader.drafts import DraftSection
from pmexport.reader.timed_blocks import holds_times


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("- 10:00 a\n- 10:05 b\n- c", 2),
        ("| Time | Event |\n|---|---|\n| 10:00 | a |\n| 10:05 | b |", 2),
        ("10:00 a\n10:05 b", 2),
        ("```\n10:00 a\n10:05 b\n```", 2),
        ("```mermaid\n10:00 a\n10:05 b\n```", 0),
        ("> - 10:00 a", 1),
        ("At noon it broke.", 0),
    ],
)
def test_rows_items_and_lines_are_counted(written: str, count: int) -> None:
    section = DraftSection(content=list(prose.blocks(written).blocks))

    assert holds_times(section, vocabulary.load("en")) == count


def test_headings_that_are_times_are_counted() -> None:
    section = DraftSection(children=[DraftSection(title="10:20"), DraftSection(title="Later")])

    assert holds_times(section, vocabulary.load("en")) == 1
