"""Text as a guard compares it."""

import pytest

from pmexport.customer.folding import folded


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("AKIA\u200bIOSF\u00adODNN", "AKIAIOSFODNN"),
        ("ｉｄａ＠ｃｏｒｐ", "ida@corp"),
        ("аlice", "alice"),  # the first letter is Cyrillic
        ("&#64;&amp;#46;", "@."),
        ("10\u202f000", "10 000"),
        ("on\u2011call", "on-call"),
        ("on db-7\u2014and then", "on db-7 - and then"),
        ("it\u2019s", "it's"),
        ("l\u0069\ufe0fne", "line"),
        ("Grüße", "Grüße"),
    ],
)
def test_what_hides_or_disguises_letters_is_undone(text: str, plain: str) -> None:
    assert folded(text) == plain
