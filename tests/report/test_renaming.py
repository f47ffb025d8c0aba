"""The page's own words as a theme says them."""

import pytest

from pmexport.errors import ThemeError
from pmexport.model.options import Renamed, ThemeWords
from pmexport.report.renaming import known_labels
from pmexport.report.words import Words


def words(*renamed: Renamed) -> Words:
    return Words("en", ThemeWords(renamed=renamed))


def test_a_word_is_renamed_by_its_key_alone() -> None:
    assert words(Renamed("", "root_cause", "Why")).say("heading", "root_cause") == "Why"


def test_of_two_words_with_one_key_the_group_tells_which() -> None:
    own = words(Renamed("phase", "recovering", "Healing"))

    assert (own.say("phase", "recovering"), own.say("heading", "impact")) == ("Healing", "Impact")


def test_a_blank_is_still_filled_in() -> None:
    assert (
        words(Renamed("action_table", "progress", "{done}/{total}")).say("action_table", "progress", done=1, total=2)
        == "1/2"
    )


def test_a_counted_word_is_renamed_form_by_form() -> None:
    own = words(Renamed("", "authors", "Writer", form="one"), Renamed("masthead", "authors", "Writers", form="other"))

    assert [own.say_counted("masthead", "authors", count) for count in (1, 2)] == ["Writer", "Writers"]


def test_one_text_is_said_of_every_number() -> None:
    own = words(Renamed("briefing", "total", "{count} to do"))

    assert [own.say_counted("briefing", "total", count) for count in (1, 3)] == ["1 to do", "3 to do"]


def test_a_form_that_is_not_renamed_stays() -> None:
    own = words(Renamed("", "reviewers", "Readers", form="other"))

    assert own.say_counted("masthead", "reviewers", 1) == "Reviewer"


@pytest.mark.parametrize(
    ("renamed", "expected"),
    [
        (Renamed("", "root_couse", "x", "a:3", "l"), "a:3: l names no word of the page; write root_cause"),
        (Renamed("", "progress", "{x}", "a:3", "l"), "a:3: l is '{x}'; in braces write one of done, total"),
        (Renamed("", "owner", "{0.x}", "a:3", "l"), "a:3: l is '{0.x}'; write it without braces"),
        (Renamed("", "impact", "x", "a:3", "l", "one"),
         "a:3: l is said of no number, so that it has one form; write its words alone"),
        (Renamed("", "authors", "{who}", "a:3", "l", "one"), "a:3: l is '{who}'; in braces write one of count"),
        (Renamed("marks", "zzz", "x", "a:3", "l"), "a:3: l names no word of the page; docs/labels.md lists them"),
    ],
)  # fmt: skip
def test_a_word_that_cannot_be_is_refused_with_its_place(renamed: Renamed, expected: str) -> None:
    with pytest.raises(ThemeError) as caught:
        words(renamed)

    assert str(caught.value) == expected


def test_sections_figures_and_columns_can_all_be_renamed() -> None:
    known = {(table, key) for table, key, _ in known_labels(Words("en").labels)}

    assert {("heading", "root_cause"), ("figure", "time_to_detect"), ("action_table", "owner")} <= known
