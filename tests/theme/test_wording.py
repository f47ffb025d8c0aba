"""The words of a theme: what is renamed, and which words stand for which level."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pmexport.errors import ThemeError
from pmexport.model.options import ThemeWords
from pmexport.theme.load import load_theme
from pmexport.theme.wording import shipped_schemes


@pytest.fixture
def words(written: Callable[..., Path]) -> Callable[[str], ThemeWords]:
    """Return a function that reads the words of a theme with these settings."""
    return lambda ours: load_theme(written(f"defaults:\n  pmexport:\n    {ours}\n")).theme.wording


@pytest.mark.parametrize(
    ("scheme", "word", "key", "label"),
    [
        ("p0-p4", "P0", "0", "Critical"),
        ("sev0-sev5", "sev-5", "5", "Notice"),
        ("s1-s4", "S1", "0", "Critical"),
        ("critical-low", "high", "1", ""),
        ("statuspage", "Minor", "2", "Degraded performance"),
    ],
)
def test_a_shipped_scheme_has_its_words(
    words: Callable[[str], ThemeWords], scheme: str, word: str, key: str, label: str
) -> None:
    grade = words(f"severity: {{scheme: {scheme}}}").grade("severity", word)

    assert grade is not None
    assert (grade.key, grade.label) == (key, label)


def test_the_schemes_that_ship_are_these_five() -> None:
    assert list(shipped_schemes()) == ["p0-p4", "sev0-sev5", "s1-s4", "critical-low", "statuspage"]


def test_a_theme_may_have_a_scheme_of_its_own(words: Callable[[str], ThemeWords]) -> None:
    own = words("severity: {scheme: tiers}\n    schemes: {tiers: {Tier 1: {level: 0, label: Everybody}}}")
    grade = own.grade("severity", "tier 1")

    assert grade is not None
    assert (grade.key, grade.label) == ("0", "Everybody")


def test_a_grade_without_a_level_is_refused(words: Callable[[str], ThemeWords]) -> None:
    with pytest.raises(ThemeError, match="give it a level"):
        words("severity: {scheme: a}\n    schemes: {a: {Tier 1: {label: x}}}")


@pytest.mark.parametrize("labels", ["authors: {one: A, other: B}", "masthead: {authors: {one: A, other: B}}"])
def test_a_counted_word_has_its_plural_forms(words: Callable[[str], ThemeWords], labels: str) -> None:
    own = words(f"labels: {{{labels}}}")

    assert [(word.key, word.form, word.text) for word in own.renamed] == [
        ("authors", "one", "A"),
        ("authors", "other", "B"),
    ]


def test_statuses_and_phases_are_renamed_as_words_of_the_page(words: Callable[[str], ThemeWords]) -> None:
    own = words("action: {labels: {done: Shipped}}")

    assert [(one.table, one.key, one.text) for one in own.renamed] == [("status", "done", "Shipped")]
    assert own.name("action", "done") == "Shipped"
