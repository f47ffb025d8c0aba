"""What is told of characters that the theme's fonts lack."""

from msgspec.structs import replace

from example_report import example_report
from pmexport.theme.load import load_theme
from pmexport.writers.lacking import diagnostics, left_to_the_reader


def test_nothing_lacking_is_nothing_to_tell() -> None:
    assert diagnostics("", (), "") == ()


def test_a_font_of_this_machine_is_named_with_what_it_is_used_for() -> None:
    (told,) = diagnostics("死", ("Droid Sans Fallback",), "")

    assert told.code == "system-font"
    assert "死 (U+6B7B); set in Droid Sans Fallback of this machine" in told.message
    assert told.hint == "add a font that has them to the theme, such as Noto Sans CJK"


def test_a_box_is_told_with_the_font_that_would_have_the_character() -> None:
    (told,) = diagnostics("", (), "שم")

    assert told.code == "missing-glyph"
    assert told.hint is not None
    assert told.hint.endswith("such as Noto Sans Hebrew or Noto Sans Arabic")


def test_a_character_of_no_script_in_particular_suggests_no_font() -> None:
    (told,) = diagnostics("", (), "\u0378")

    assert told.hint == "add a font that has them to the theme, or install one"


def test_a_long_list_is_cut() -> None:
    (told,) = diagnostics("", (), "".join(map(chr, range(0x4E00, 0x4E64))))

    assert told.message.count("U+") == 12
    assert "and 88 more characters" in told.message


def test_what_a_theme_lacks_is_told_where_the_reader_brings_the_fonts() -> None:
    theme = load_theme("default").theme
    report = example_report()
    (told,) = left_to_the_reader(replace(report, marks=replace(report.marks, title="障害")), theme)

    assert left_to_the_reader(report, theme) == ()
    assert told.code == "reader-font"
    assert "害 (U+5BB3), 障 (U+969C); a browser and Word show them" in told.message
    assert told.hint == "add a font that has them to the theme, such as Noto Sans CJK"
