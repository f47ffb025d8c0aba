"""Which way a paragraph runs."""

import pytest

from pmexport.model.prose import BulletList, Code, CodeBlock, ListItem, Plain, Str
from pmexport.writers.page.direction import way, way_of_list


@pytest.mark.parametrize(
    ("words", "runs"),
    [("שלום", ' dir="rtl"'), ("(1) نص عربي", ' dir="rtl"'), ("Errors: شيء", ""), ("12:30", ""), ("", "")],
)
def test_the_first_letter_decides(words: str, runs: str) -> None:
    assert way((Str(words),)) == runs


def test_code_that_leads_decides_as_well() -> None:
    assert way((Code("pool"), Str(" شيء"))) == ""


def test_a_list_runs_as_its_first_item_does() -> None:
    inner = BulletList((ListItem((Plain((Str("שלום"),)),)),))

    assert [way_of_list((inner,)), way_of_list((CodeBlock("x"),)), way_of_list(())] == [' dir="rtl"', "", ""]
