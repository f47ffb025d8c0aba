"""Running text under its heading."""

from inspect_docx import WordFile


def test_the_summary_is_set_large_under_no_heading(word: WordFile) -> None:
    assert len(word.styled("Lead")) == 1
    assert "Summary" not in word.styled("Heading1")
    assert "_summary" in word.bookmarks()
