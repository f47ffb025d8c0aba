"""A signature on exactly this text."""

import pytest
from msgspec.structs import replace

from customer_report import REPORT, TEXT, report, written
from pmexport.customer.approval import Accepted, Approvals, fingerprint, read_approvals, signed, stamped
from pmexport.customer.approval import written as as_file
from pmexport.customer.finding import Finding
from pmexport.errors import UsageError
from pmexport.model.customer import Document

SIGNED = signed(REPORT, Approvals(), "Ada Brandt", ())


def test_a_text_is_a_draft_until_it_is_signed() -> None:
    assert [stamped(REPORT, Approvals())[0], stamped(REPORT, SIGNED)[0]] == [True, False]


def test_any_other_word_makes_it_a_draft_again() -> None:
    other = report(written(TEXT.replace("no books", "no new books")))

    assert stamped(other, SIGNED) == (True, 2, ())


def test_another_line_does_not() -> None:
    moved = report(written(f"\n\n{TEXT}"))

    assert fingerprint(moved) == fingerprint(REPORT)


def test_a_changed_text_gets_the_next_revision_and_its_corrections() -> None:
    other = report(written(TEXT.replace("09:20", "09:25")))
    again = signed(other, SIGNED, "Ada Brandt", ("It began at 09:25.",))

    assert stamped(other, again) == (False, 2, ("It began at 09:25.",))


def test_what_is_stored_is_read_again() -> None:
    assert read_approvals(as_file(SIGNED), "x") == SIGNED
    assert read_approvals(None, "x") == Approvals()


def test_a_broken_file_of_approvals_is_refused() -> None:
    with pytest.raises(UsageError):
        read_approvals(b"{", "x")


def finding(rule: str) -> Finding:
    return Finding(rule=rule, item="Noor", sentence="Noor.", document=Document.CUSTOMER_FILE, line=1)


def test_one_finding_is_accepted_by_name_and_no_other() -> None:
    person, vendor = finding("person"), finding("vendor")
    approvals = replace(Approvals(), accepted=(Accepted(finding=person.name, reason="she agreed", by="Ada"),))

    assert approvals.open_of([person, vendor]) == (vendor,)


def test_nobody_can_accept_a_secret() -> None:
    secret = finding("secret")
    approvals = Approvals(accepted=(Accepted(finding=secret.name, reason="x", by="Ada"),))

    assert approvals.open_of([secret]) == (secret,)
