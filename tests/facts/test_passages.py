"""The running text of a postmortem, with the line of every word."""

from pmexport.convert import read
from pmexport.facts.passages import Form, Passage, passages
from pmexport.model.terms import SectionKind

TEXT = """# Orders stopped
**Author:** Ada

## Impact
Orders failed. It took
two hours, until `cache_main` was
emptied.

- **Users:** 8,500
- all regions:
  1. Oslo
  2. Lima

| Service | State |
|---|---|
| bookings | down |

> We could not pay.

## Timeline
- 09:00 UTC - Outage begins

## Action Items
- [ ] Limit sessions (Ada)
"""


def told() -> tuple[Passage, ...]:
    return passages(read(TEXT.encode()).postmortems[0])


def of_form(form: Form) -> list[tuple[int, str]]:
    return [(passage.line, passage.text) for passage in told() if passage.form is form]


def test_every_form_of_text_is_a_passage_with_its_line() -> None:
    assert of_form(Form.FIELD) == [(2, "Ada")]
    assert of_form(Form.ITEM) == [(9, "Users: 8,500"), (10, "all regions:"), (11, "Oslo"), (12, "Lima")]
    assert of_form(Form.CELL) == [(16, "bookings"), (16, "down")]
    assert of_form(Form.QUOTE) == [(18, "We could not pay.")]
    assert of_form(Form.EVENT) == [(21, "Outage begins")]


def test_a_word_after_a_line_end_is_on_its_own_line() -> None:
    passage = next(passage for passage in told() if passage.text.startswith("Orders failed"))

    assert [passage.line_at(passage.text.index(word)) for word in ("Orders", "two", "emptied")] == [5, 6, 7]


def test_sentences_end_at_full_stops() -> None:
    passage = next(passage for passage in told() if passage.text.startswith("Orders failed"))

    assert [sentence.text for sentence in passage.sentences()] == [
        "Orders failed.",
        "It took two hours, until cache_main was emptied.",
    ]


def test_code_is_known_for_what_it_is() -> None:
    passage = next(passage for passage in told() if "cache_main" in passage.text)

    assert passage.is_code(passage.text.index("main"))
    assert not passage.is_code(0)


def test_a_list_that_follows_belongs_to_what_announces_it() -> None:
    passage = next(passage for passage in told() if passage.text == "all regions:")

    assert (passage.kind, passage.items) == (SectionKind.IMPACT, ("Oslo", "Lima"))


def test_bold_words_at_the_start_are_a_label() -> None:
    assert next(passage.label for passage in told() if passage.text.startswith("Users")) == "Users"
