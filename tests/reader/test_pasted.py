"""What pasting does to Markdown, undone."""

import pytest

from pmexport.model.prose import BulletList, CodeBlock, Header, Para, Str, Table
from pmexport.reader.pasted import bold_line_headings, plain_line_headings, recovered
from pmexport.reader.prose import Prose, blocks

KNOWN = {"impact", "detection", "response", "what went well", "action items", "references"}


def is_heading(text: str) -> bool:
    return text.lower() in KNOWN


def headings(prose: Prose) -> list[tuple[int, str, int]]:
    return [
        (block.level, block.content[0].text, block.line)  # type: ignore[union-attr]
        for block in prose.blocks
        if isinstance(block, Header)
    ]


@pytest.mark.parametrize("text", ["Impact", "Impact:", "**Impact**", "**Impact:**", "**Impact**:"])
def test_a_line_that_lost_its_mark_is_a_heading_again(text: str) -> None:
    prose = recovered(f"# Outage\n\n{text}\n\nAll of it.", is_heading)

    assert [(level, words.rstrip(":"), line) for level, words, line in headings(prose)] == [
        (1, "Outage", 1),
        (2, "Impact", 3),
    ]
    assert [one.line for one in prose.diagnostics] == [3]


def test_headings_between_lines_without_a_gap_are_found() -> None:
    prose = recovered("Detection\n- by an alert.\nResponse\nWhat went well\n- much\nReferences\n- a log", is_heading)

    assert headings(prose) == [(2, "Detection", 1), (2, "Response", 3), (2, "What went well", 4), (2, "References", 6)]
    assert [type(block) for block in prose.blocks].count(BulletList) == 3


def test_a_table_may_follow_its_heading_at_once() -> None:
    prose = recovered("Action Items\n| A | B |\n|---|---|\n| 1 | 2 |", is_heading)

    assert [type(block) for block in prose.blocks] == [Header, Table]


@pytest.mark.parametrize(
    "text",
    [
        "We wrote of the wide\nimpact\nof it.",
        "Something happened.\n\nUnheard of\n\nMore.",
        "- Impact\n- Detection",
        "    Impact",
        "```\nImpact\n```",
        "| Impact |",
        "> Impact",
        "**Impact:** all of it",
    ],
)
def test_words_that_are_no_heading_stay_where_they_are(text: str) -> None:
    assert recovered(text, is_heading) == blocks(text)


def test_text_below_a_bold_heading_is_a_paragraph_of_its_own() -> None:
    found, told = bold_line_headings(blocks("## A\n\n**Impact**\nAll of it.").blocks, is_heading)

    assert found[1:] == (Header(3, (Str("Impact"),), line=3), Para((Str("All of it."),), 4))
    assert [one.code for one in told] == ["heading-bold"]


def test_bold_headings_are_siblings() -> None:
    found, _ = bold_line_headings(blocks("# A\n\n**Impact**\n\n**Detection**").blocks, is_heading)

    assert [block.level for block in found if isinstance(block, Header)] == [1, 2, 2]


def test_a_text_keeps_its_lines() -> None:
    assert plain_line_headings("Impact\nAll.\n\nDetection:\n", is_heading).text == "## Impact\nAll.\n\n## Detection:\n"


def test_code_that_never_ends_gives_back_what_it_swallowed() -> None:
    text = "```sql\nSELECT 1\nWHERE a = 'b'The job runs every five minutes.\n- once\nDetection\n- by an alert"
    prose = recovered(text, is_heading, first_line=10)

    assert prose.blocks[:2] == (
        CodeBlock("SELECT 1\nWHERE a = 'b'", language="sql", line=10),
        Para((Str("The job runs every five minutes."),), 12),
    )
    assert headings(prose) == [(2, "Detection", 14)]
    assert [(one.code, one.line) for one in prose.diagnostics] == [("code-open", 10), ("heading-mark", 14)]


def test_code_that_ends_keeps_all_its_lines() -> None:
    assert recovered("```\nImpact\n```\n", is_heading).blocks == (CodeBlock("Impact", line=1),)


def test_headings_with_their_marks_are_found_in_swallowed_text() -> None:
    assert headings(recovered("```\ncode\n\n## Impact\n\nAll.", is_heading)) == [(2, "Impact", 4)]
