"""Footnotes are said once, wherever they are cited from."""

import pytest

from pmexport.reader.prose import blocks


@pytest.mark.parametrize(
    "text",
    [
        "a[^1]\n\n[^1]: onceonly",
        "a[^1] b[^1] c[^1]\n\n[^1]: onceonly",
        "[^1]: onceonly",
        "a\n\n[^1]: onceonly\n\nb",
        "[^1]: onceonly [^1]",
        "[^1]: see [^2]\n\n[^2]: onceonly [^1]",
        "a[^1]\n\n[^1]: first\n\n[^1]: onceonly",
        "a[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^3]\n\n[^3]: d[^4]\n\n[^4]: e[^5]\n\n[^5]: onceonly",
        "| a[^1] |\n|---|\n\n[^1]: onceonly",
        "# a[^1]\n\n[^1]:\n    onceonly",
    ],
)
def test_its_words_occur_exactly_once(text: str) -> None:
    assert repr(blocks(text).blocks).count("onceonly") == 1


def test_a_mark_without_a_footnote_is_text() -> None:
    assert "Str(text='a[^1]')" in repr(blocks("a[^1]").blocks)


def test_a_footnote_that_nobody_cites_keeps_its_label() -> None:
    assert "Str(text='[why] because')" in repr(blocks("[^why]: because").blocks)
