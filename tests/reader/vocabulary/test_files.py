"""The data files of words."""

import pytest

from pmexport.model.terms import SectionKind
from pmexport.reader.vocabulary.files import (
    anywhere,
    hold,
    key,
    languages,
    lists,
    named,
    phrases,
    read_words,
    unaccented,
)


@pytest.mark.parametrize("language", languages())
def test_a_language_holds_its_own_headings_and_no_others(language: str) -> None:
    own = frozenset(key(phrase) for phrase in read_words(language)["sections"]["timeline"].split("|")[:2])

    assert hold(language, own | {"penguins of the south"}) == own


@pytest.mark.parametrize("heading", ["resume", "acoes", "massnahmen", "lecons apprises"])
def test_what_lost_its_accents_is_found(heading: str) -> None:
    assert any(hold(language, frozenset({heading})) for language in languages())


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("cronistoria", SectionKind.TIMELINE), ("actiepunten", SectionKind.ACTION_ITEMS), ("penguins", None)],
)
def test_a_heading_of_another_language_says_what_it_names(heading: str, kind: SectionKind | None) -> None:
    assert anywhere(heading) is kind


@pytest.mark.parametrize("language", languages())
def test_a_file_that_is_not_parsed_shows_nearly_all_of_its_phrases(language: str) -> None:
    """Unseen is what is written otherwise than it is looked up, such as "what's next"."""
    unseen = [phrase for phrase in phrases(language) if not lists(language, phrase)]

    assert len(unseen) <= len(phrases(language)) // 20


def test_a_word_within_a_phrase_is_not_a_phrase_of_its_own() -> None:
    assert not lists("de", "technical")


def test_a_language_that_was_asked_already_is_not_asked_again() -> None:
    assert anywhere("cronistoria", beside=("it",)) is None


def test_a_word_of_its_own_comes_before_one_that_lost_its_accent() -> None:
    assert named([{"t": {"a": "más", "b": "mas"}}], "t") == {"más": "a", "mas": "b"}


@pytest.mark.parametrize(("phrase", "plain"), [("maßnahmen", ["massnahmen"]), ("ações", ["acoes"]), ("plain", [])])
def test_accents_are_left_out_or_spelt(phrase: str, plain: list[str]) -> None:
    assert unaccented(phrase) == plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [("l'incident", "l incident"), ("sull'incidente", "sull incidente"), ("What's next?", "whats next")],
)
def test_an_article_that_lost_its_vowel_is_a_word(text: str, expected: str) -> None:
    assert key(text) == expected
