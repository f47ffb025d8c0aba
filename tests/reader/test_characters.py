"""Characters that no page should carry."""

from pmexport.reader.characters import with_visible_directions, without_controls


def test_a_text_without_controls_is_left_alone() -> None:
    assert without_controls("a\tb\nc \u00fc \U0001f469\u200d\U0001f4bb") == (
        "a\tb\nc \u00fc \U0001f469\u200d\U0001f4bb",
        (),
    )


def test_controls_become_replacement_characters_with_one_warning() -> None:
    text, told = without_controls("one\na\x00b\x08c\x7fd\x85e")

    assert text == "one\na\ufffdb\ufffdc\ufffdd\ufffde"
    assert [(one.code, one.line, one.message) for one in told] == [
        ("control-character", 2, "4 invisible control characters, the first U+0000, were replaced")
    ]


def test_colours_of_a_terminal_go_without_a_trace() -> None:
    assert without_controls("\x1b[31mred\x1b[0m")[0] == "red"


def test_right_to_left_letters_need_no_warning() -> None:
    text = "\u0627\u0646\u0642\u0637\u0627\u0639 \u05e9\u05d9\u05e8\u05d5\u05ea"

    assert with_visible_directions(text, 1) == (text, ())


def test_a_directional_override_is_shown_by_its_number() -> None:
    text, told = with_visible_directions("fine\n\u202egnp.exe", 10)

    assert text == "fine\n[U+202E]gnp.exe"
    assert [(one.code, one.line) for one in told] == [("direction-override", 11)]
