"""What is absent from a tool's JSON, or of another type, is nothing."""

from pmexport.reader.importers.values import Json, at, holds, records, text

ANSWER: Json = {"a": {"b": " x ", "n": 3, "t": True}, "list": [{"c": 1}, "no", {"c": 2}], "none": None}


def test_a_path_leads_to_what_stands_there() -> None:
    assert (at(ANSWER, "a.n"), at(ANSWER, "a.b.c"), at(ANSWER, "gone.b")) == (3, None, None)


def test_the_first_text_or_number_counts() -> None:
    assert (text(ANSWER, "none", "a.b"), text(ANSWER, "a.n"), text(ANSWER, "a.t", "list"), text("y", "")) == (
        "x",
        "3",
        "",
        "y",
    )


def test_only_objects_of_a_list_are_records() -> None:
    assert list(records(ANSWER, "list", "gone")) == [{"c": 1}, {"c": 2}]


def test_an_object_holds_keys_and_nothing_else_does() -> None:
    assert (holds(ANSWER, "a", "list"), holds(ANSWER, "a", "z"), holds("a", "a")) == (True, False, False)


def test_the_records_of_a_whole_answer_are_found_in_it() -> None:
    wrapped: Json = {"events": {"data": [{"c": 1}], "meta": {}}, "notes": {"notes": [{"c": 2}]}, "none": {"c": 3}}

    assert list(records(wrapped, "events", "notes", "none")) == [{"c": 1}, {"c": 2}]
