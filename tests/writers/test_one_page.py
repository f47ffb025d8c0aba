"""A report on one page where its text fits."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from customer_report import report as customer_made
from pmexport.model.customer import CustomerReport, PublicMoment
from pmexport.model.options import Paper
from pmexport.report.customer import customer_report
from pmexport.theme.load import load_theme
from pmexport.theme.theme import Theme
from pmexport.writers import writer
from pmexport.writers.one_page import OnePage, tightened


@pytest.fixture(scope="module")
def theme() -> Theme:
    return load_theme("default").theme


def with_moments(count: int) -> CustomerReport:
    """Return a report with `count` rows in its table of times."""
    made = customer_made()
    first = made.moments[0]
    rows: tuple[PublicMoment, ...] = tuple(first for _ in range(count))
    return replace(made, moments=rows)


def test_a_short_report_keeps_the_size_of_its_theme(theme: Theme) -> None:
    report = customer_report(customer_made(), Paper.A4)

    assert OnePage(report, theme).print("pdf").content == writer("pdf")(report, theme).content


def test_a_report_a_little_too_long_is_set_smaller_on_one_page(theme: Theme) -> None:
    counts = range(18, 44)
    pages = {}
    for count in counts:
        report = customer_report(with_moments(count), Paper.A4)
        if writer("pdf")(report, theme).pages == 2:
            pages[count] = OnePage(report, theme).print("pdf").pages
            break

    assert set(pages.values()) == {1}


def test_a_report_of_many_pages_stays_as_it_is(theme: Theme) -> None:
    report = customer_report(with_moments(120), Paper.A4)

    assert OnePage(report, theme).print("pdf").content == writer("pdf")(report, theme).content


def test_each_step_has_smaller_type_and_more_room(theme: Theme) -> None:
    steps = [tightened(theme, step) for step in (1.0, 0.95, 0.9)]

    for larger, smaller in pairwise(steps):
        assert smaller.type.sizes["body"] < larger.type.sizes["body"]
        assert smaller.page.margin_top < larger.page.margin_top


def test_no_type_becomes_too_small_to_be_read(theme: Theme) -> None:
    assert min(tightened(theme, 0.9).type.sizes.values()) >= min(7.5, *theme.type.sizes.values())
