"""Running text cut in two."""

from hypothesis import given
from hypothesis import strategies as st

from pmexport.model.prose import Link, SoftBreak, Str, Strong, text_of
from pmexport.reader import cutting

BOLD = (Str("a "), Strong((Str("bold"),)), Str(" end"))


def test_a_mark_is_kept_on_both_sides() -> None:
    assert ((Str("a "), Strong((Str("bo"),))), (Strong((Str("ld"),)), Str(" end"))) == cutting.cut(BOLD, 4)


@given(st.integers(0, 12))
def test_no_word_is_lost_at_a_cut(at: int) -> None:
    before, after = cutting.cut(BOLD, at)

    assert text_of(BOLD) == text_of(before) + text_of(after)


def test_space_at_the_ends_and_empty_marks_are_trimmed() -> None:
    assert (Str("word"),) == cutting.trimmed((Str("  "), Strong((Str(" "),)), Str("word "), SoftBreak()))


def test_lines_are_those_of_the_author() -> None:
    assert [(Str("a"),), (Str("b"),)] == cutting.lines((Str("a"), SoftBreak(), Str("b")))


def test_link_targets_are_found_inside_marks() -> None:
    assert cutting.targets((Strong((Link((Str("x"),), "https://example.com"),)),)) == ("https://example.com",)
