"""What a page for customers says of its own making."""

from customer_report import report
from pmexport.customer.sayings import days_of, side_by_side
from pmexport.model.options import Paper
from pmexport.report.customer import customer_report


def test_a_day_is_said_as_machines_read_it() -> None:
    assert set(days_of(report())) == {"2026-03-04"}


def test_the_cells_of_a_row_are_said_together() -> None:
    rows = list(side_by_side(customer_report(report(), Paper.A4)))

    assert "09:20 Customers start to be affected" in rows
