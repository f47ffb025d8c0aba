"""What does not agree."""

from inspect_docx import WordFile


def test_a_finding_is_a_note_with_a_strong_title(word: WordFile) -> None:
    assert word.styled("Finding") == [
        "Stated and computed times differ. Time to detect: 5 minutes stated, 7 in the timeline (09:04 to 09:11)."
    ]
    assert word.run("Stated and computed times differ.").style == "FindingTitle"
