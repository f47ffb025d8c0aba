"""Findings as comments."""

from pathlib import Path

from lxml import etree

from inspect_docx import WordFile, findings
from pmexport.convert import read, report_of
from pmexport.model.diagnostic import Diagnostic
from pmexport.model.options import PageOptions, WordOptions
from pmexport.model.terms import DiagnosticSeverity
from pmexport.theme.theme import Theme
from pmexport.writers.docx import write

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT = """# Search was slow

## Summary

Search took nine seconds.

## Timeline

| Time (UTC) | Event |
|---|---|
| 2026-03-12 10:00 | Release goes out |
| 2026-03-12 10:20 | Alert fires |

## Cause

The index was cold.

- Nobody warmed it.

## Action items

| Action | Owner | Status |
|---|---|---|
| Warm the index | Ines | open |
"""


def _word(theme: Theme, *lines: int) -> WordFile:
    report = report_of(read(_TEXT.encode()).postmortems[0], PageOptions(), theme)
    made = tuple(
        Diagnostic(code="odd", severity=DiagnosticSeverity.WARNING, line=line, message=f"line {line}", hint="mend it")
        for line in lines
    )
    return WordFile(write(report, theme, WordOptions(findings=made)).content)


def _places(word: WordFile) -> dict[str, str]:
    """Return the text of the paragraph that each comment stands at, by the comment's own first words."""
    comments = {str(c.get(_W + "id")): _text(c) for c in word.xml["word/comments.xml"].iter(_W + "comment")}
    found = {}
    for paragraph in word.body.iter(_W + "p"):
        for mark in paragraph.iter(_W + "commentReference"):
            found[comments[str(mark.get(_W + "id"))].partition(".")[0]] = _text(paragraph)
    return found


def _text(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(_W + "t"))


def test_each_stands_at_what_its_line_became(theme: Theme) -> None:
    places = _places(_word(theme, 5, 11, 12, 14, 16, 18, 24))

    assert places == {
        "Line 5": "Search took nine seconds.",
        "Line 11": places["Line 11"],
        "Line 12": places["Line 12"],
        "Line 14": "Cause",
        "Line 16": "The index was cold.",
        "Line 18": "Nobody warmed it.",
        "Line 24": "Warm the index",
    }
    assert places["Line 11"].startswith("Release goes out")
    assert places["Line 12"].startswith("Alert fires")


def test_a_line_between_two_paragraphs_belongs_to_the_one_before(theme: Theme) -> None:
    assert _places(_word(theme, 17)) == {"Line 17": "The index was cold."}


def test_one_about_the_whole_file_stands_at_the_title(theme: Theme) -> None:
    assert list(_places(_word(theme, 0))) == ["Line 0"]


def test_a_comment_says_what_to_write_and_which_rule_found_it(theme: Theme) -> None:
    comment = _text(_word(theme, 5).xml["word/comments.xml"])

    assert comment == "Line 5. (warning odd, line 5)Mend it"


def test_a_document_with_comments_is_valid(theme: Theme, tmp_path: Path) -> None:
    word = _word(theme, 0, 5, 11, 24)
    assert "word/comments.xml" in word.names

    report = report_of(read(_TEXT.encode()).postmortems[0], PageOptions(), theme)
    made = (Diagnostic(code="odd", severity=DiagnosticSeverity.ERROR, line=5, message="odd"),)

    assert findings(write(report, theme, WordOptions(findings=made)).content, tmp_path) == []


def test_without_findings_there_is_no_part_for_them(word: WordFile) -> None:
    assert "word/comments.xml" not in word.names


def test_what_is_found_in_the_first_lines_stands_at_the_title_or_the_facts_below_it(theme: Theme) -> None:
    places = _places(_word(theme, 1, 3))

    assert places["Line 1"] == "Search was slow"
    assert places["Line 3"].startswith("12")
