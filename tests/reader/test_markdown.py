"""The Markdown that is understood."""

import pytest

from pmexport.reader.markdown import tokens


def kinds(text: str) -> set[str]:
    found, _ = tokens(text)
    return {token.type for token in found} | {child.type for token in found for child in token.children or ()}


@pytest.mark.parametrize("text", ["<div>\n\n# a", "a <!-- b -->", "<?php ?>", "<![CDATA[x]]>"])
def test_html_is_never_passed_on(text: str) -> None:
    assert not {kind for kind in kinds(text) if kind.startswith("html")}


def test_addresses_and_quotes_stay_as_written() -> None:
    found, _ = tokens('see www.a.example "so" (c) ...')

    assert found[1].content == 'see www.a.example "so" (c) ...'
    assert "link_open" not in kinds("see https://a.example")
