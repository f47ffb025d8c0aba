"""Figures that the document contradicts, as sentences of the report."""

import datetime as dt

import pytest

from example_postmortem import at
from pmexport.model.facts import Anchor, ClaimKind, Comparison
from pmexport.model.prose import Table, text_of
from pmexport.model.report import Findings, Narrative
from pmexport.model.terms import MetricName
from pmexport.report.findings import differing, section
from pmexport.report.words import Words

START = Anchor(at=at("09:20"), text="Readers see empty shelves", line=11)
END = Anchor(at=at("09:26"), text="Alert", line=12)


def comparison(kind: ClaimKind, quote: str, computed: int, **more: object) -> Comparison:
    values = {"start": START, "end": END, **more}
    return Comparison(kind=kind, agrees=False, quote=quote, line=30, stated=0, computed=computed, **values)  # type: ignore[arg-type]  # the test's own fields


@pytest.mark.parametrize(
    ("one", "text"),
    [
        (
            comparison(ClaimKind.LENGTH, "16 minutes", 360, metric=MetricName.TIME_TO_DETECT),
            "Time to detect: 16 minutes stated, 6 min in the timeline (09:20 to 09:26).",
        ),
        (
            comparison(ClaimKind.LENGTH, "16 minutes to the alert", 360),
            "“16 minutes to the alert” is stated; the timeline has 6 min, from 09:20 to 09:26.",
        ),
        (
            comparison(ClaimKind.LENGTH, "09:20 to 09:26 (16 minutes)", 360, start=None, end=None),
            "“09:20 to 09:26 (16 minutes)” is stated; 6 min lie between the two times.",
        ),
        (
            comparison(ClaimKind.CLOCK, "alert (09:36)", 566, start=END),
            "“alert (09:36)” is stated; the timeline has this event at 09:26.",
        ),
        (
            comparison(ClaimKind.WEEKDAY, "Weekend", 3, day=dt.date(2026, 3, 4)),
            "“Weekend” is stated; 4 March 2026 was a Wednesday.",
        ),
        (comparison(ClaimKind.COUNT, "four services", 3), "“four services” are stated; 3 are listed."),
    ],
)
def test_each_kind_of_figure_has_its_sentence(one: Comparison, text: str) -> None:
    assert [finding.text for finding in differing((one,), Words("en"))] == [text]


def test_what_agrees_is_no_finding() -> None:
    agreeing = Comparison(kind=ClaimKind.COUNT, agrees=True, quote="three services", line=3, stated=3, computed=3)

    assert differing((agreeing,), Words("en")) == ()


def test_one_difference_is_a_sentence() -> None:
    found = section((comparison(ClaimKind.COUNT, "four services", 3),), "findings", Words("en"))

    assert isinstance(found, Findings)


def test_several_differences_stand_in_one_table_with_their_lines() -> None:
    stated = (
        comparison(ClaimKind.LENGTH, "16 minutes", 360, metric=MetricName.TIME_TO_DETECT),
        comparison(ClaimKind.CLOCK, "alert (09:36)", 566, start=END),
        comparison(ClaimKind.WEEKDAY, "Weekend", 3, day=dt.date(2026, 3, 4)),
        comparison(ClaimKind.COUNT, "four services", 3),
    )

    found = section(stated, "findings", Words("en"))

    assert isinstance(found, Narrative)
    (table,) = found.blocks
    assert isinstance(table, Table)
    assert [text_of(cell) for cell in table.head] == ["Stated", "By the document itself", "Line"]
    assert [[text_of(cell) for cell in row.cells] for row in table.rows] == [
        ["Time to detect: 16 minutes", "6 min (09:20 to 09:26)", "30"],
        ["alert (09:36)", "09:26", "30"],
        ["Weekend", "Wednesday, 4 March 2026", "30"],
        ["four services", "3", "30"],
    ]


def test_ends_on_two_days_have_their_dates() -> None:
    later = Anchor(at=END.at + dt.timedelta(days=1), text="Alert", line=12)
    (found,) = differing((comparison(ClaimKind.LENGTH, "two hours", 86_760, end=later),), Words("en"))

    assert "4 Mar 09:20 to 5 Mar 09:26" in found.text


def test_what_is_not_certain_is_left_to_the_check() -> None:
    assert section((comparison(ClaimKind.LENGTH, "17 minutes", 360, certain=False),), "x", Words("en")) is None
