"""Where in a source the words of a page stand, and what to change there."""

import pytest

from pmexport.reader.word.places import Places


def _changed(source: str, old: str, new: str) -> str | None:
    places = Places(source)
    span = places.find(old)
    edits = None if span is None else places.edits(old, new, span)
    if edits is None:
        return None
    for edit in reversed(edits):
        source = source[: edit.span.start] + edit.text + source[edit.span.end :]
    return source


@pytest.mark.parametrize(
    ("source", "page"),
    [
        ("See https://a.example/b for more.", "See [https://a.example/b](https://a.example/b) for more."),
        ("See <https://a.example/b> for more.", "See [https://a.example/b](https://a.example/b) for more."),
        ("See [the plan][plan] for more.", "See [the plan](https://a.example/b) for more."),
        ("See [plan][] for more.", "See [plan](https://a.example/b) for more."),
        ('See [the plan](https://a.example/b "Plan") for more.', "See [the plan](https://a.example/b) for more."),
    ],
    ids=["bare", "in angles", "by its name", "by its own words", "with a title"],
)
def test_a_word_is_changed_beside_a_link_however_that_is_written(source: str, page: str) -> None:
    assert _changed(source, page, page.replace("more", "less")) == source.replace("more", "less")


def test_a_link_that_leads_elsewhere_finds_no_place_where_its_address_stands_apart() -> None:
    assert (
        _changed("See [the plan][p].", "See [the plan](https://a.example).", "See [the plan](https://b.example).")
        is None
    )


def test_the_words_of_such_a_link_are_not_taken_out_of_it() -> None:
    assert (
        _changed("See [the plan][p].", "See [the plan](https://a.example).", "See [the idea](https://a.example).")
        is None
    )


def test_a_label_keeps_the_colon_that_the_page_leaves_out() -> None:
    assert _changed("- **Time to detection:** 54 min", "Time to detection", "Time to notice") == (
        "- **Time to notice:** 54 min"
    )


def test_words_that_the_page_parted_from_theirs_are_found_by_those_around_them() -> None:
    source = "**[End]** At 20:31, a new certificate was set up for all frontends."
    page = "**[End]** a new certificate was set up for all frontends."
    edits = Places(source).edits_around(page, page.replace("certificate", "key"))

    assert Places(source).find(page) is None
    assert edits is not None
    assert [(source[one.span.start : one.span.end], one.text) for one in edits] == [("certificate", "key")]


def test_words_that_stand_in_two_places_are_found_in_neither() -> None:
    source = "The index was cold. Then the index was cold again."

    assert Places(source).edits_around("x the index was cold", "x the index was warm") is None
