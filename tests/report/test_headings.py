"""What a section is called on the page."""

import pytest
from msgspec.structs import replace

from example_postmortem import section
from pmexport.model.terms import SectionKind
from pmexport.report.headings import heading_of
from pmexport.report.words import Words


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("ROOT CAUSE ANALYSIS", "Root cause analysis"),
        ("Root Cause Analysis", "Root cause analysis"),
        ("Root of All Evil", "Root of All Evil"),
        ("Executive Summary", "Executive summary"),
    ],
)
def test_a_heading_takes_our_case_but_never_other_words(written: str, printed: str) -> None:
    assert heading_of(section(SectionKind.ROOT_CAUSE, written), Words("en")) == printed


def test_what_stood_in_brackets_stays() -> None:
    written = replace(section(SectionKind.ACTION_ITEMS, "Immediate actions"), qualifier="completed")

    assert heading_of(written, Words("en")) == "Immediate actions (completed)"
