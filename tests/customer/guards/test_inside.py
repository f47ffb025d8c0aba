"""What a postmortem calls by names, marks and amounts of its own."""

from pmexport.convert import read
from pmexport.customer.guards.inside import amounts, full_names, own_marks, own_names, spelt_marks

SOURCE = """# Slow pages

The team moved reads to Kestrel after the plan of Rosa Quintanilla, and Kestrel waited. Exposure was EUR 2,300,000.

## Customer Summary

We now use Sparrow for reads.
"""


def test_what_is_always_written_with_a_capital_is_a_name_but_not_in_the_text_for_customers() -> None:
    assert own_names(read(SOURCE.encode()).postmortems[0]) == {"kestrel", "rosa", "quintanilla"}


def test_two_capitals_of_which_one_is_no_word_are_a_person() -> None:
    assert "Rosa Quintanilla" in set(full_names([SOURCE]))


def test_marks_are_known_in_any_spelling() -> None:
    pattern = spelt_marks(own_marks(["It ran on ora-7 for IM-55120, see #pay-fire."]))

    assert pattern is not None
    assert [match[0] for match in pattern.finditer("see im 55120, IM55120, ORA7 and pay fire")] == [
        *("im 55120", "IM55120", "ORA7", "pay fire")
    ]


def test_without_marks_there_is_no_pattern() -> None:
    assert spelt_marks(frozenset()) is None


def test_the_digits_of_a_sum_are_kept() -> None:
    assert amounts([SOURCE, "about $18,400 and 99 customers"]) == {"2300000", "18400"}
