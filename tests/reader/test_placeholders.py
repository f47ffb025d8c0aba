"""What a template left to fill in."""

import pytest

from pmexport.model.kinds import kinds_held
from pmexport.reader import prose, vocabulary
from pmexport.reader.placeholders import blank_block, is_placeholder
from read_text import reading

WORDS = vocabulary.load("en")


def test_a_section_of_placeholders_counts_as_absent_and_is_told() -> None:
    found = reading(
        "# Incident Postmortem: [Title]\n**Date:** [YYYY-MM-DD]\n## Impact\n- **Users affected:** [Number]\n"
        "## Summary\n_Describe briefly_\n"
    )

    assert kinds_held(found.postmortems[0]) == []
    assert {"title-missing", "field-empty", "section-empty", "timeline-missing"} == {
        each.code for each in found.diagnostics
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[Title]",
        "INC-[YYYY]-[NNN]",
        "[X hours Y minutes]",
        "[Draft | In Review | Final]",
        "{text}",
        "<text>",
        "___",
        "TBD",
        "N/A",
        "YYYY-MM-DD",
        "HH:MM",
        "P0 | Security | Data Loss",
        "#XXX",
        "?",
    ],
)
def test_a_blank_is_a_placeholder(text: str) -> None:
    assert is_placeholder(text, WORDS)


@pytest.mark.parametrize("text", ["None", "5", "Draft", "[OPS-12]", "It broke [again]", "a < b", "no data loss"])
def test_words_are_no_placeholder(text: str) -> None:
    assert not is_placeholder(text, WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "SEV1 / SEV2 / SEV3",
        "P1 (Critical) / P2 (High) / P3 (Medium)",
        "Draft / In review / Final",
        "Owner / Due / Description",
    ],
)
def test_a_whole_scheme_is_a_placeholder(text: str) -> None:
    assert is_placeholder(text, WORDS)


@pytest.mark.parametrize("text", ["API / Web / Mobile", "Critical / all regions / payments", "High / Critical"])
def test_names_parted_by_strokes_are_no_placeholder(text: str) -> None:
    assert not is_placeholder(text, WORDS)


@pytest.mark.parametrize(
    "written",
    ["- [ ] Measure 1\n- [ ] Measure 2", "- HH:MM - Detected\n- HH:MM - Mended", "```\n[What was changed]\n```"],
)
def test_what_stands_in_a_template_is_blank(written: str) -> None:
    (block,) = prose.blocks(written).blocks

    assert blank_block(block, WORDS)


@pytest.mark.parametrize("written", ["- Node 1\n- Node 3", "- 10:00 Detected\n- HH:MM - Mended", "```\n[1, 2]\n```"])
def test_what_only_looks_like_it_is_kept(written: str) -> None:
    (block,) = prose.blocks(written).blocks

    assert not blank_block(block, WORDS)


@pytest.mark.parametrize("text", ["- What users saw *(for example, slow pages)*.", "Users *(e.g. a number)*"])
def test_a_label_with_an_example_in_italics_is_blank(text: str) -> None:
    assert all(blank_block(block, WORDS) for block in prose.blocks(text).blocks)


@pytest.mark.parametrize("text", ["412 users saw it *(for example, slow pages)*.", "Users *(mostly in Europe)*"])
def test_a_figure_or_a_remark_in_italics_is_none(text: str) -> None:
    assert not any(blank_block(block, WORDS) for block in prose.blocks(text).blocks)
