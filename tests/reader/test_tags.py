"""Which HTML tags are read and which are text."""

import pytest

from pmexport.model.prose import Image, Para, Str
from pmexport.reader.prose import blocks
from pmexport.reader.tags import KINDS


def words(text: str) -> object:
    (paragraph,) = blocks(text).blocks
    assert isinstance(paragraph, Para)
    return paragraph.content


@pytest.mark.parametrize(
    "name", ["script", "style", "iframe", "object", "svg", "math", "link", "form", "input", "base"]
)
def test_no_tag_that_runs_or_loads_is_on_the_list(name: str) -> None:
    assert name not in KINDS


@pytest.mark.parametrize("tag", ["<u>", "<U class='a' id=b>", "</u >", "<u/>", '<u title="a > b">', "<mark>"])
def test_a_mere_wrapper_vanishes_with_its_attributes(tag: str) -> None:
    assert words(f"a{tag}b") == (Str("ab"),)


@pytest.mark.parametrize("tag", ["<u", "< u>", "<u a=>", '<u "x">', "<u-x>", "<urgent>", "<u\\>"])
def test_what_is_no_tag_is_text(tag: str) -> None:
    assert words(f"a{tag}b") == (Str(f"a{tag}b".replace("\\>", ">")),)


def test_attributes_are_unescaped() -> None:
    assert words('<img src="https://a.example/?a&amp;b" alt="x &lt; y">') == (Image("x < y", "https://a.example/?a&b"),)
