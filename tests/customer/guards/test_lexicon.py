"""Which words customers know."""

import pytest

from pmexport.customer.guards.lexicon import given_names, is_english, is_word, ordinary_names, public_names, words


@pytest.mark.parametrize(
    "word", ["payment", "payments", "stopped", "tries", "earliest", "webhooks", "reconnecting", "we'll"]
)
def test_a_word_is_known_with_its_endings(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize("word", ["kestrelway", "zork", "hazelcast", "oadebayo", "thandiwe"])
def test_a_name_is_no_word(word: str) -> None:
    assert not is_word(word)


@pytest.mark.parametrize("name", ["germany", "frankfurt", "monday", "october", "euro", "portuguese", "chrome", "iso"])
def test_places_days_and_products_are_public(name: str) -> None:
    assert name in public_names()


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Uploads waited for an hour.", True),
        ("Am 1. Juni wurden Zahlungen doppelt ausgeführt.", False),
        ("Les paiements ont échoué pendant une heure.", False),
        ("2026", False),
    ],
)
def test_a_sentence_is_english_by_its_small_words(text: str, english: bool) -> None:  # noqa: FBT001  a table's column
    assert is_english(text) is english


def test_no_given_name_is_an_ordinary_word_too() -> None:
    assert not given_names() & ordinary_names()
    assert len(words()) > 16_000
