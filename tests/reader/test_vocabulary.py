"""Words looked up."""

import pytest

from pmexport.model.terms import SectionKind
from pmexport.reader.vocabulary import key, languages, load


@pytest.mark.parametrize("language", languages())
def test_every_language_knows_the_sections_of_a_template(language: str) -> None:
    known = set(load(language).sections.values())

    assert {
        SectionKind.SUMMARY,
        SectionKind.IMPACT,
        SectionKind.TIMELINE,
        SectionKind.ROOT_CAUSE,
        SectionKind.DETECTION,
        SectionKind.RESPONSE,
        SectionKind.WENT_WELL,
        SectionKind.WENT_WRONG,
        SectionKind.LUCKY,
        SectionKind.ACTION_ITEMS,
        SectionKind.LESSONS,
    } <= known


@pytest.mark.parametrize(
    ("text", "expected"),
    [("6.1 What *didn’t* go well?", "what didnt go well"), ("Root cause(s)", "root cause"), ("Q&A", "q and a")],
)
def test_a_key_is_free_of_numbering_brackets_and_marks(text: str, expected: str) -> None:
    assert expected == key(text)


def test_a_long_word_may_miss_a_letter_and_a_short_one_may_not() -> None:
    assert SectionKind.TIMELINE is load("en").heading("Timline of events").kind
    assert load("en").heading("Lag").kind is None
