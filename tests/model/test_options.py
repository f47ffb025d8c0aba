"""What stations are told: the texts of a team in the language of a report."""

from pmexport.model.options import CustomerPolicy

POLICY = CustomerPolicy(
    apology="Sorry.",
    translations=(("apology", "de", "Es tut uns leid."), ("apology", "de-CH", "Es tut uns sehr leid.")),
)


def test_a_text_is_told_in_the_language_of_the_report() -> None:
    assert POLICY.in_language("de").apology == "Es tut uns leid."


def test_a_region_has_its_own_text_where_there_is_one() -> None:
    assert POLICY.in_language("de-CH").apology == "Es tut uns sehr leid."
    assert POLICY.in_language("de-AT").apology == "Es tut uns leid."


def test_a_language_without_a_translation_has_the_common_text() -> None:
    assert POLICY.in_language("fr").apology == "Sorry."
