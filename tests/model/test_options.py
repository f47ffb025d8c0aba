"""What stations are told: the texts of a team in the language of a report, and the words of a theme."""

import pytest

from pmexport.model.options import CustomerPolicy, Grade, ThemeWords

POLICY = CustomerPolicy(
    apology="Sorry.",
    translations=(("apology", "de", "Es tut uns leid."), ("apology", "de-CH", "Es tut uns sehr leid.")),
)
WORDS = ThemeWords(
    grades=(Grade("severity", "SEV-1", "1", "Critical"), Grade("priority", "Now", "0")),
    names=(("action", "done", "Shipped"),),
)


def test_a_text_is_told_in_the_language_of_the_report() -> None:
    assert POLICY.in_language("de").apology == "Es tut uns leid."


def test_a_region_has_its_own_text_where_there_is_one() -> None:
    assert POLICY.in_language("de-CH").apology == "Es tut uns sehr leid."
    assert POLICY.in_language("de-AT").apology == "Es tut uns leid."


def test_a_language_without_a_translation_has_the_common_text() -> None:
    assert POLICY.in_language("fr").apology == "Sorry."


@pytest.mark.parametrize("written", ["SEV-1", "sev1", "Sev 1", "SEV_1"])
def test_a_grade_is_found_whatever_its_case_and_hyphens(written: str) -> None:
    grade = WORDS.grade("severity", written)

    assert grade is not None
    assert grade.key == "1"


def test_a_word_of_another_scheme_is_no_grade() -> None:
    assert WORDS.grade("severity", "Now") is None


def test_a_badge_that_the_theme_does_not_name_is_left_to_the_author() -> None:
    assert (WORDS.name("action", "done"), WORDS.name("action", "blocked")) == ("Shipped", "")
