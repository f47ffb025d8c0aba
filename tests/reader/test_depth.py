"""How deep quotes and lists may be nested."""

from pmexport.model.prose import Para, Str
from pmexport.reader.prose import blocks


def test_nineteen_lists_in_one_another_are_fine() -> None:
    assert blocks("- " * 19 + "a").diagnostics == ()


def test_text_after_the_deep_part_is_read_as_ever() -> None:
    prose = blocks("> " * 100 + "deep\n\nshallow")

    assert prose.blocks[-1] == Para((Str("shallow"),), 3)
    assert [(told.code, told.line) for told in prose.diagnostics] == [("nested-too-deep", 1)]


def test_every_word_of_many_deep_lines_is_kept_in_order() -> None:
    text = "\n".join("  " * level + f"* word{level}" for level in range(100))
    found = repr(blocks(text).blocks)

    places = [found.index(f"word{level}") for level in range(100)]
    assert places == sorted(places)
