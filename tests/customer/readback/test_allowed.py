"""What a file of each format may be built of."""

import pytest

from pmexport.customer.readback.allowed import not_allowed


@pytest.mark.parametrize(
    ("suffix", "kind", "name"),
    [
        ("pdf", "names", "Catalog"),
        ("pdf", "names", "ABCDEF+Inter-Bold"),
        ("docx", "parts", "word/header12.xml"),
        ("docx", "styles", "heading1"),
        ("html", "tags", "section"),
        ("eml", "headers", "subject"),
    ],
)
def test_what_our_writers_build_is_allowed(suffix: str, kind: str, name: str) -> None:
    assert list(not_allowed(suffix, kind, [name])) == []


@pytest.mark.parametrize(
    ("suffix", "kind", "name", "told"),
    [
        ("pdf", "names", "Keywords", "the key Keywords"),
        ("docx", "parts", "word/people.xml", "the part word/people.xml"),
        ("docx", "relations", "attachedTemplate", "the relation attachedTemplate"),
        ("html", "tags", "iframe", "the tag iframe"),
        ("eml", "headers", "from", "the header from"),
    ],
)
def test_anything_else_is_named(suffix: str, kind: str, name: str, told: str) -> None:
    assert list(not_allowed(suffix, kind, [name, name])) == [told]
