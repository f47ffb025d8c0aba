"""A report as a writer draws it."""

import pytest

from pmexport.model.prose import BulletList, Para, Str
from pmexport.model.report import EventRow


@pytest.mark.parametrize(
    ("words", "tag"),
    [
        ("Mitigated: the pool is reset", ""),
        ("mitigated : the pool is reset", ""),
        ("The pool is reset", "Mitigated"),
        ("Mitigated", ""),
        ("Status: mitigated", "Mitigated"),
    ],
)
def test_a_milestone_is_tagged_unless_the_words_are_its_name_or_begin_with_it(words: str, tag: str) -> None:
    assert EventRow(anchor="e-1", clock="09:00", blocks=(Para((Str(words),)),), milestone="Mitigated").tag == tag


def test_a_milestone_that_tells_a_list_is_tagged() -> None:
    assert EventRow(anchor="e-1", clock="09:00", blocks=(BulletList(()),), milestone="Mitigated").tag == "Mitigated"


def test_an_event_that_is_no_milestone_has_no_tag() -> None:
    assert EventRow(anchor="e-1", clock="09:00", blocks=(Para((Str("Note: later"),)),)).tag == ""
