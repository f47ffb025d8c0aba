"""How hard and how long a text is."""

import pytest

from customer_report import REPORT
from pmexport.customer.reading import advice, grade, is_plain, jargon, passive_in, remarks
from pmexport.model.options import CustomerPolicy


def test_short_words_in_short_sentences_ask_for_a_low_grade() -> None:
    hard = "Notwithstanding considerable organisational preparation, infrastructural interdependencies proliferated."

    assert grade("We are sorry. You could not pay.") < 4
    assert grade(hard) > 12


def test_passive_and_jargon_are_pointed_out() -> None:
    found = {each.code for each in remarks("The rollback was completed.", 3)}

    assert found == {"customer-passive", "customer-jargon"}


def test_a_text_over_its_limit_is_told() -> None:
    found = {each.code for each in advice(REPORT, CustomerPolicy(longest=5), nothing_written=False)}

    assert "customer-length" in found


def test_where_nothing_was_written_nothing_is_advised() -> None:
    assert list(advice(REPORT, CustomerPolicy(longest=5), nothing_written=True)) == []


def test_every_word_of_the_trade_has_a_plain_one() -> None:
    assert all(jargon().values())


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Many people waited for an hour.", True),
        ("Customers in the US could not pay.", True),
        ("This made it worse for an hour.", False),
        ("Dependency on another service.", False),
        ("The ADFS page was down.", False),
        ("The query was slow.", False),
    ],
)
def test_a_plain_sentence_stands_alone(text: str, plain: bool) -> None:  # noqa: FBT001  a table's column
    assert is_plain(text, "en") is plain


def test_a_language_that_nobody_described_is_not_judged() -> None:
    assert is_plain("At en bruker meldte det.", "nb")


def test_what_our_own_sentences_say_is_not_pointed_out() -> None:
    assert passive_in("The incident is resolved. About 300 customers were affected. We are alerted.") == ""
