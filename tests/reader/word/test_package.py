"""A document opened with care."""

import pytest

from pmexport.errors import UnreadableError
from pmexport.reader.word.package import opened


def test_styles_links_lists_and_notes_are_known(made: bytes) -> None:
    word = opened(made, "s.docx")

    assert word.styles["Heading1"] == "heading 1"
    assert "https://tarn.example/runbook" in word.links.values()
    assert any(level.numbered for level in word.lists.values())
    assert len(word.notes) == 1


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"<xml/>"])
def test_anything_else_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError, match="is not a Word document"):
        opened(content, "s.docx")
