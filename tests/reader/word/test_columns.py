"""A row that was added on the page is written in the columns and the form of its source's table."""

import pytest

from pmexport.reader.word.columns import day_of, row_like


@pytest.mark.parametrize(
    ("line", "model", "cells", "said"),
    [
        (
            "| 2026-03-12 10:00 | Down |",
            ("12 March 2026 10:00", "Down"),
            ("12 March 2026 10:20", "Up"),
            "| 2026-03-12 10:20 | Up |",
        ),
        ("| Fri | Jan 28 | 10:00 | Down |", ("10:00", "Down"), ("10:20", "Up"), "| Fri | Jan 28 | 10:20 | Up |"),
        ("March 18 | 10:00 | Down", ("10:00", "+0:00", "Down"), ("10:20", "+0:20", "Up"), "March 18 | 10:20 | Up"),
        ("| Warm it | Ines | 2026-04-03 |", ("Warm it", "Ines", "3 Apr 2026"), ("Tell", "Jo", ""), "| Tell | Jo |  |"),
    ],
)
def test_a_row_has_the_columns_of_the_one_above_it(
    line: str, model: tuple[str, ...], cells: tuple[str, ...], said: str
) -> None:
    assert row_like(cells, model, line) == said


def test_a_day_is_known_in_the_forms_of_the_page() -> None:
    days = {day_of(text) for text in ("3 Apr 2026", "3 April 2026", "2026-04-03", "3 Apr 2026, two days late")}

    assert [day.isoformat() for day in days if day] == ["2026-04-03"]
    assert day_of("soon") is None
