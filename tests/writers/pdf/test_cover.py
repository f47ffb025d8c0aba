"""What a title page says."""

from example_report import example_report
from pmexport.writers.pdf.cover import cover_of


def test_it_says_what_the_masthead_says() -> None:
    report = example_report()
    cover = cover_of(report)

    assert (cover.kicker, cover.title) == (report.marks.kind, report.marks.title)
    assert [line.label for line in cover.lines if line.label] == ["Author", "Reviewers"]
