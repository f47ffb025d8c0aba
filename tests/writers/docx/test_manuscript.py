"""The document while it is written."""

from inspect_docx import Draw, WordFile
from pmexport.model import prose as p


def test_notes_are_numbered_through_the_whole_document(say: Draw) -> None:
    notes = [p.Para((p.Str("text"), p.Note((p.Para((p.Str(f"note {n}"),)),)))) for n in (1, 2, 3)]

    assert say(*notes).footnotes() == ["note 1", "note 2", "note 3"]


def test_the_separators_of_the_notes_are_kept(word: WordFile) -> None:
    assert word.parts["word/footnotes.xml"].count(b"eparator") == 4
