"""Running text as plain words."""

import pytest

from pmexport.model.prose import Code, Emph, Inline, LineBreak, Link, Note, Para, SoftBreak, Str, Strong, text_of


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ((Str("log "), Code("wal"), Str(" full")), "log wal full"),
        ((Strong((Emph((Str("done"),)),)),), "done"),
        ((Str("one"), SoftBreak(), Str("two"), LineBreak(), Str("three")), "one two three"),
        ((Str("SLA"), Note((Para((Str("March"),)),))), "SLA"),
        ((Link(target="https://wiki.example", content=(Str("plan"),)),), "plan"),
        ((), ""),
    ],
)
def test_text_is_its_words_on_one_line_without_its_notes(content: tuple[Inline, ...], text: str) -> None:
    assert text_of(content) == text
