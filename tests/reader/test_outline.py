"""Blocks to a tree of sections."""

from pmexport.model.prose import Header, HorizontalRule, Para, Str
from pmexport.reader.outline import Outline, OutlineSection, outline


def heading(level: int, text: str, line: int = 0) -> Header:
    return Header(level, (Str(text),), line=line)


def shape(sections: tuple[OutlineSection, ...]) -> list[object]:
    return [(section.heading[0].text, shape(section.children)) for section in sections]  # type: ignore[union-attr]


def test_what_stands_before_the_first_heading_is_the_lead() -> None:
    words = Para((Str("words"),))

    assert outline((words, heading(2, "A"), HorizontalRule())) == Outline(
        (words,), (OutlineSection(heading=(Str("A"),), level=2, blocks=(HorizontalRule(),)),)
    )


def test_a_deeper_heading_stands_under_the_one_before_it() -> None:
    found = outline((heading(1, "A"), heading(2, "B"), heading(3, "C"), heading(2, "D"), heading(1, "E")))

    assert shape(found.sections) == [("A", [("B", [("C", [])]), ("D", [])]), ("E", [])]


def test_a_level_that_is_left_out_makes_no_section_of_its_own() -> None:
    found = outline((heading(3, "A"), heading(1, "B"), heading(4, "C"), heading(2, "D")))

    assert shape(found.sections) == [("A", []), ("B", [("C", []), ("D", [])])]


def test_a_section_knows_its_line_and_level() -> None:
    (section,) = outline((heading(2, "A", line=7),)).sections

    assert (section.level, section.line) == (2, 7)


def test_three_thousand_headings_are_no_matter() -> None:
    assert len(outline(tuple(heading(2, str(number)) for number in range(3000))).sections) == 3000


def test_a_text_without_headings_is_all_lead() -> None:
    assert outline((HorizontalRule(),)) == Outline((HorizontalRule(),), ())
