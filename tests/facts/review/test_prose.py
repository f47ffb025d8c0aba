"""proselint reads the wording where a team asks for it."""

import pytest

from pmexport.model.options import CheckOptions
from rule_examples import findings

pytest.importorskip("proselint")

TEXT = """# Orders stopped

## Summary
Orders failed for
for two hours, says `the the`.

## Impact
The the cache was full.
"""


def test_a_repeated_word_is_found_on_its_line() -> None:
    found = [(one.line, one.quote) for one in findings(TEXT, options=CheckOptions(prose=True)) if one.code == "prose"]

    assert found == [(4, "for for"), (8, "The the")]


def test_nobody_is_corrected_who_has_not_asked() -> None:
    assert [one for one in findings(TEXT) if one.code == "prose"] == []
