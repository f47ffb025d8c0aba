"""Code gets its colours, and stays the code that was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmexport.model.prose import CodeBlock, CodePiece, CodeToken
from pmexport.report.highlight import highlighted


def test_the_words_of_a_known_language_are_told_apart() -> None:
    pieces = highlighted(CodeBlock("SELECT 1 -- one\n", language="sql")).pieces

    assert CodePiece("SELECT", CodeToken.KEYWORD) in pieces
    assert [piece.token for piece in pieces if "one" in piece.text] == [CodeToken.COMMENT]


@pytest.mark.parametrize("language", ["", "text", "console", "no-such-language"])
def test_code_without_a_known_language_is_left_as_it_is(language: str) -> None:
    block = CodeBlock("$ df -h\n", language=language)

    assert highlighted(block) == block


def test_very_long_code_is_left_as_it_is() -> None:
    block = CodeBlock("x = 1\n" * 5000, language="python")

    assert highlighted(block) == block


@given(st.text(max_size=80), st.sampled_from(["python", "sql", "bash", "yaml", "json", "html"]))
def test_colouring_changes_no_character(text: str, language: str) -> None:
    block = highlighted(CodeBlock(text, language=language))

    assert "".join(piece.text for piece in block.pieces) in {text, ""}
