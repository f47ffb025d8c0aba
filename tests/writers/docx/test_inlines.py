"""Inlines: marks within a sentence."""

from inspect_docx import Draw, WordFile
from pmexport.model import prose as p


def test_marks_lie_over_each_other(say: Draw) -> None:
    said = say(p.Para((p.Strong((p.Emph((p.Strikeout((p.Str("all"),)),)),)),)))
    run = said.run("all")

    assert (run.bold, run.italic, run.struck) == (True, True, True)


def test_code_has_a_character_style(say: Draw) -> None:
    assert say(p.Para((p.Code("SELECT 1"),))).run("SELECT 1").style == "InlineCode"


def test_a_line_break_is_kept_and_a_soft_one_is_a_space(say: Draw) -> None:
    text = (p.Str("a"), p.LineBreak(), p.Str("b"), p.SoftBreak(), p.Str("c"))

    assert say(p.Para(text)).paragraph("a").text == "a\nb c"


def test_a_picture_has_its_words(word: WordFile) -> None:
    assert "Lock wait in eu-north, 08:30 to 11:40" in word.pictures()


def test_a_picture_that_is_missing_says_so_quietly(word: WordFile) -> None:
    missing = word.run("Picture not available: Heap profile of one worker")

    assert (missing.style, missing.italic) == ("Soft", True)


def test_a_footnote_is_one_of_words(word: WordFile) -> None:
    assert word.footnotes() == ["Measured on vault-gateway-7f in eu-north."]
    assert b"footnoteReference" in word.parts["word/document.xml"]


def test_a_footnote_within_a_footnote_stands_in_brackets(say: Draw) -> None:
    inner = p.Note((p.Para((p.Str("inner"),)), p.BulletList((p.ListItem((p.Plain((p.Str("more"),)),)),))))
    outer = p.Note((p.Para((p.Str("outer"), inner)),))

    assert say(p.Para((p.Str("text"), outer))).footnotes() == ["outer (inner more)"]


def test_a_footnote_may_hold_more_than_a_paragraph(say: Draw) -> None:
    note = p.Note((p.CodeBlock("x"), p.Table((p.Alignment.LEFT,), ((p.Str("h"),),), (p.Row(((p.Str("c"),),)),))))

    assert "hc" in say(p.Para((p.Str("text"), note))).footnotes()[0]


def test_an_empty_footnote_is_still_a_note(say: Draw) -> None:
    assert say(p.Para((p.Str("text"), p.Note(())))).footnotes() == [""]
