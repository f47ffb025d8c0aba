"""Plain YAML: every scalar is the text that was written, and what could surprise is refused with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmexport.plainyaml import Mapping, Plain, PlainYamlError, load


@pytest.mark.parametrize("word", ["12:30", "no", "1e3", "0o17", "null", "~", "2026-03-11", "1_000", ".inf", "yes"])
def test_a_scalar_stays_the_text_that_was_written(word: str) -> None:
    assert load(f"key: {word}") == {"key": word}


def test_an_empty_document_is_an_empty_mapping() -> None:
    assert load("# nothing but a comment\n") == {}


def test_a_key_without_a_value_has_an_empty_text() -> None:
    assert load("title:\nid: INC-1\n") == {"title": "", "id": "INC-1"}


def test_a_sequence_becomes_a_tuple() -> None:
    assert load("authors:\n  - Noor\n  - Sam\n") == {"authors": ("Noor", "Sam")}


def test_a_mapping_remembers_the_line_of_each_key() -> None:
    mapping = load("title: Outage\nroles:\n  lead: Noor\n")

    assert isinstance(mapping, Mapping)
    assert mapping.lines == {"title": 1, "roles": 2}
    assert isinstance(roles := mapping["roles"], Mapping)
    assert roles.lines == {"lead": 3}


@pytest.mark.parametrize(
    ("text", "found", "line"),
    [
        ("a: 1\nb: *a\n", "the alias *a is not allowed here", 2),
        ("a: &x 1\n", "the anchor &x is not allowed here", 1),
        (
            "a: !!python/object:os.system 1\n",
            "the tag tag:yaml.org,2002:python/object:os.system is not allowed here",
            1,
        ),
        ("a: 1\na: 2\n", "the key 'a' a second time, first on line 1 is not allowed here", 2),
        ("<<: {a: 1}\n", "the merge key << is not allowed here", 1),
        ("? [a, b]\n: 1\n", "a key that is not text is not allowed here", 1),
        ("a: 1\n---\nb: 2\n", "a second document is not allowed here", 2),
        ("[" * 40 + "]" * 40, "more than 20 levels is not allowed here", 1),
    ],
)
def test_what_could_surprise_is_refused_with_its_line(text: str, found: str, line: int) -> None:
    with pytest.raises(PlainYamlError) as caught:
        load(text)

    assert (caught.value.found, caught.value.line) == (found, line)


def test_a_fault_of_syntax_names_its_line() -> None:
    with pytest.raises(PlainYamlError) as caught:
        load("title: Outage\nseverity: [P1\n")

    assert caught.value.line == 3


@given(st.text())
def test_any_text_gives_a_value_or_a_refusal(text: str) -> None:
    assert isinstance(value_or_refusal(text), str | tuple | Mapping | PlainYamlError)


def value_or_refusal(text: str) -> Plain | PlainYamlError:
    try:
        return load(text)
    except PlainYamlError as refusal:
        return refusal
