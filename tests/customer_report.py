"""A small report for customers, from the gate, and its page: for tests of what comes after the gate."""

from __future__ import annotations

from example_postmortem import postmortem
from pmexport.customer.gate import admit
from pmexport.customer.text import CustomerText, file_text
from pmexport.facts.metrics import measure
from pmexport.model.customer import CustomerReport, Document
from pmexport.model.options import CustomerPolicy, Paper
from pmexport.model.prose import Blocks
from pmexport.model.report import Report
from pmexport.reader import prose
from pmexport.report.customer import customer_report

POLICY = CustomerPolicy(contact="help@lib.example", allowed_domains=("lib.example",))
TEXT = """# Empty pages on 4 March 2026

Between 09:20 and 10:40 UTC, our pages showed no books. We are sorry.

## What you saw

Pages were empty. Loans were safe.

## What comes next

- [x] We see sooner that pages are empty
- We test each change with more books (by end of April 2026)
"""


def parsed(text: str, first_line: int = 1) -> Blocks:
    """Return the blocks of Markdown."""
    return prose.blocks(text, first_line=first_line).blocks


def written(text: str = TEXT, recipient: str | None = None) -> CustomerText:
    """Return what the file for customers `text` says."""
    return file_text(text, 1, parsed, recipient)


def report(text: CustomerText | None = None, policy: CustomerPolicy = POLICY, *, draft: bool = True) -> CustomerReport:
    """Return the report of the example postmortem with `text`, or with facts alone."""
    own = postmortem()
    return admit(own, measure(own), text or CustomerText(document=Document.CUSTOMER_FILE), policy, "en", draft=draft)


REPORT = report(written())


def page(cleared: CustomerReport = REPORT) -> Report:
    """Return the page of `cleared` on A4."""
    return customer_report(cleared, Paper.A4)
