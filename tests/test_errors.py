"""Each failure is one line, and has the exit status that the contract promises."""

import pytest

from pmexport.errors import PmexportError, ThemeError, UnavailableError, UnreadableError, UsageError


@pytest.mark.parametrize(
    ("failure", "status"),
    [(UsageError, 2), (ThemeError, 2), (UnreadableError, 3), (UnavailableError, 4)],
)
def test_each_failure_has_its_exit_status(failure: type[PmexportError], status: int) -> None:
    assert failure.status == status


def test_a_failure_says_where_what_and_what_to_do_instead() -> None:
    failure = UnreadableError("byte 0x92 is not UTF-8", place="report.md:12", instead="save the file as UTF-8")

    assert str(failure) == "report.md:12: byte 0x92 is not UTF-8; save the file as UTF-8"


def test_a_failure_without_a_place_is_what_was_found() -> None:
    assert str(UsageError("no theme is called acme")) == "no theme is called acme"
