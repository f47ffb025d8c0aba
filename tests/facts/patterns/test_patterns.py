"""Words and patterns are read into types, so that a typing error in a file is seen at once."""

import re

import msgspec
import pytest

from pmexport.facts.patterns import load


class Phrases(msgspec.Struct):
    phrases: dict[str, str]


class Nothing(msgspec.Struct):
    phrases: dict[str, int]


def test_a_file_is_had_as_its_type() -> None:
    patterns = load("clocks", Phrases).phrases

    assert re.search(patterns["at"].replace("{clock}", "09:06"), "the alert fired at 09:06")


def test_a_file_that_does_not_fit_its_type_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        load("clocks", Nothing)
